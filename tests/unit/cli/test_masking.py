"""Masked texts of the command line."""

from collections.abc import Mapping

import pytest

from extproc.cli.masking import GENERALIZED, How, Masking
from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Finding, Form, Span

TEXT = "Martha Collins, seen March 3, 2021. Collins's car."
FINDINGS = (
    Finding(Span(0, 14), E.NAME, 850, "a"),
    Finding(Span(21, 34), E.DATE, 700, "b"),
    Finding(Span(36, 45), E.NAME, 850, "c"),
)


def masked(default: How, by_entity: Mapping[E, How] = {}, text: str = TEXT) -> str:
    return Masking(default, by_entity, 2026, b"k" * 32).masked(text, FINDINGS)


@pytest.mark.parametrize(
    ("default", "by_entity", "text"),
    [
        (How.SURROGATE, GENERALIZED, "[NAME_1], seen 2021. [NAME_1_2]'s car."),
        (How.SURROGATE, {}, "[NAME_1], seen [DATE_1]. [NAME_1_2]'s car."),
        (How.TAG, {}, "[NAME], seen [DATE]. [NAME]'s car."),
        (How.TAG, {E.NAME: How.SURROGATE}, "[NAME_1], seen [DATE]. [NAME_1_2]'s car."),
        (How.REDACT, {}, ", seen .  car."),
        (How.MASK, {E.DATE: How.KEEP}, "**************, seen March 3, 2021. ********* car."),
    ],
)
def test_each_kind_is_masked_in_its_way(default: How, by_entity: Mapping[E, How], text: str) -> None:
    assert masked(default, by_entity) == text


@pytest.mark.parametrize(
    ("how", "text"),
    [(How.SURROGATE, '{"mrn": -1}'), (How.TAG, '{"mrn": 0}'), (How.KEEP, '{"mrn": 482913}')],
)
def test_a_bare_number_of_json_stays_json(how: How, text: str) -> None:
    finding = Finding(Span(8, 14), E.MRN, 900, "a", Form.NUMBER)
    assert Masking(how, {}, 2026, b"k" * 32).masked('{"mrn": 482913}', [finding]) == text


def test_equal_values_of_one_run_have_equal_hashes() -> None:
    assert masked(How.HASH) == masked(How.HASH)
    assert "Martha" not in masked(How.HASH)


def test_numbers_that_the_text_uses_are_left_out() -> None:
    assert masked(How.SURROGATE, text=f"{TEXT} [NAME_1]").startswith("[NAME_2],")
