"""Allowances that would let a patient's identifier pass."""

import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.own.allowance_lint import remarks
from extproc.detect.own.allowances import Allowed
from extproc.detect.own.faults import Level
from extproc.detect.rules import Rules
from tests.support.words import GAZETTEER

RULES = Rules(GAZETTEER)


def told(row: Allowed) -> list[tuple[Level, str]]:
    return [(remark.level, remark.rule) for remark in remarks([row], RULES, ())]


@pytest.mark.parametrize(
    "pattern", [r"[0-9-]{1,30}", r"[A-Z][a-z]{1,9} [A-Z][a-z]{1,9}", r"\d{3}-\d\d-\d{4}", r"\S{1,99}@\S{1,99}"]
)
def test_a_pattern_that_lets_a_planted_identifier_pass_is_an_error(pattern: str) -> None:
    assert told(Allowed(patterns=(pattern,))) == [(Level.ERROR, "allow pattern 1")]


@pytest.mark.parametrize("pattern", [r"555-555-02\d\d", r"Mercy [A-Z][a-z]{1,20} Center", r"Zürich [0-9]"])
def test_a_pattern_with_a_fixed_beginning_is_good(pattern: str) -> None:
    assert told(Allowed(patterns=(pattern,))) == []


@pytest.mark.parametrize(
    ("entity", "pattern"),
    [
        (E.PHONE, r"\+?[0-9 -]{9,16}"),
        (E.PHONE, r"\d{3}-\d{4}"),
        (E.FAX, r"\(\d{3}\) \d{3}-\d{4}"),
        (E.EMAIL, r"[a-z._]{1,30}@[a-z.]{1,30}"),
        (E.URL, r"https?://[a-z./0-9]{1,60}"),
        (E.IP, r"\d{1,3}(?:\.\d{1,3}){3}"),
        (E.MRN, r"\d{6,8}"),
        (E.GEO, r"\d{5}"),
        (E.GEO, r"[A-Z][a-z]{1,20}"),
        (E.GEO, r"\d{1,5} [A-Z][a-z]{1,20} Street"),
        (E.NAME, r"[A-Z][a-z]{1,20}"),
        (E.DATE, r"\d{4}-\d\d-\d\d"),
        (E.OTHER_ID, r"[A-Z0-9]{1,4}-[0-9]{1,9}"),
    ],
)
def test_a_pattern_that_lets_many_identifiers_of_its_kind_pass_is_an_error(entity: E, pattern: str) -> None:
    assert told(Allowed(patterns=(pattern,), entity=entity)) == [(Level.ERROR, "allow pattern 1")]


@pytest.mark.parametrize(
    ("entity", "pattern"),
    [
        (E.PHONE, r"\+?1?[ -]?555-555-[0-9]{4}"),
        (E.PHONE, r"1-800-\d{3}-\d{4}"),
        (E.EMAIL, r"[a-z._]{1,30}@mercy\.example"),
        (E.URL, r"https://www\.mercy\.example/[a-z/]{0,60}"),
        (E.IP, r"10\.\d{1,3}\.\d{1,3}\.\d{1,3}"),
        (E.GEO, r"Building [0-9]{1,2}"),
        (E.GEO, r"(?:East|West) Wing"),
        (E.DATE, r"2020-01-01"),
        (E.OTHER_ID, r"FORM-[0-9]{1,5}"),
        (E.GEO, r"\d{3}-\d{2}-\d{4}"),
    ],
)
def test_a_pattern_of_what_a_hospital_has_of_its_own_is_good(entity: E, pattern: str) -> None:
    assert told(Allowed(patterns=(pattern,), entity=entity)) == []


@pytest.mark.parametrize("text", ["219-09-9999", "March 3, 2021", "SSN: 219-09-9999", "1M8GDM9AXKP042788"])
def test_a_text_that_is_a_persons_identifier_is_an_error(text: str) -> None:
    assert told(Allowed(texts=(text,))) == [(Level.ERROR, "allow text 1")]


@pytest.mark.parametrize("text", ["Martha Collins", "Collins", "00482913"])
def test_a_text_that_could_be_a_persons_is_warned_of(text: str) -> None:
    assert told(Allowed(texts=("Mercy Hospital", text))) == [(Level.WARNING, "allow text 2")]


@pytest.mark.parametrize(
    "text", ["555-555-0142", "Mercy Hospital", "desk@example.org", "12 Example Street", "https://www.example.org/desk"]
)
def test_what_a_hospital_has_of_its_own_is_good(text: str) -> None:
    assert told(Allowed(texts=(text,))) == []


def test_a_name_allowed_as_a_place_is_good() -> None:
    assert told(Allowed(texts=("Collins",), entity=E.GEO)) == []


def test_what_has_a_fault_is_left_to_it() -> None:
    row = Allowed(texts=("Collins",), patterns=("[0-9]+",))
    assert list(remarks([row], RULES, {("allow", "texts", 0), ("allow", "patterns", 0)})) == []
