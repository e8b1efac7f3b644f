import json

import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Finding, Form, Span
from extproc.mask.apply import Mint, masked
from extproc.mask.plan import Operator, Plan, Scheme
from extproc.mask.written import fitting


@pytest.mark.parametrize(
    ("form", "written", "expected"),
    [
        (Form.TEXT, "[MRN_1]", "[MRN_1]"),
        (Form.NUMBER, "[MRN_1]", "-1"),
        (Form.NUMBER, "1960", "1960"),
        (Form.NUMBER, "980", "980"),
        (Form.NUMBER, "000", "0"),
        (Form.NUMBER, "", "0"),
        (Form.NUMBER, "*****", "0"),
        (Form.ZERO, "[GEO_1]", "0"),
        (Form.ZERO, "", "0"),
        (Form.PLAIN, "[NAME_1]", "［NAME_1］"),
        (Form.PLAIN, "***", "＊＊＊"),
        (Form.PLAIN, "1961", "1961"),
    ],
)
def test_a_replacement_fits_its_place(form: Form, written: str, expected: str) -> None:
    assert fitting(form, Operator.SURROGATE, written) == expected


@pytest.mark.parametrize("form", Form)
def test_what_is_kept_is_kept_in_any_form(form: Form) -> None:
    assert fitting(form, Operator.KEEP, "47.68") == "47.68"


@pytest.mark.parametrize("operator", [one for one in Operator if one is not Operator.BLOCK])
@pytest.mark.parametrize("form", [Form.NUMBER, Form.ZERO])
def test_json_stays_json_whatever_masks_its_number(operator: Operator, form: Form) -> None:
    text = '{"mrn": 12345678}'
    finding = Finding(Span(8, 16), E.MRN, 900, "x", form)
    result = masked(text, [finding], Plan(operator), Mint(Scheme.NUMBERED, b"k" * 32))
    assert isinstance(json.loads(result.text)["mrn"], int)
    if operator is not Operator.KEEP:
        assert "12345678" not in result.text
        assert result.edits[0].length == len(result.text) - len(text) + 8
