"""Numbers that could be identifiers."""

import pytest

from extproc.payload.numeral import is_short, number_for, spelled


@pytest.mark.parametrize(("raw", "short"), [("1234", True), ("-1.234", True), ("1e999", True), ("12345", False)])
def test_digits_are_counted_wherever_they_stand(raw: str, short: bool) -> None:
    assert is_short(raw) is short


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("219099999", "219099999"),
        ("219099999.0", "219099999"),
        ("2.19099999e8", "219099999"),
        ("219099999000E-3", "219099999"),
        ("-219099999.50", "-219099999.50"),
        ("0.0", "0"),
        ("1e64", "1" + "0" * 64),
    ],
)
def test_a_number_reads_as_plain_digits(raw: str, expected: str) -> None:
    assert spelled(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "1e65",
        "1e-65",
        "1e999999999",
        "12345e99999999999999999999",
        "12345e-99999999999999999999",
        "0e99999999999999999999",
        "1" * 64 + ".0",
        "9" * 5000,
    ],
)
def test_a_number_of_no_use_to_a_reader_stays_as_it_is(raw: str) -> None:
    assert spelled(raw) == raw


@pytest.mark.parametrize(
    ("masked", "expected"),
    [
        ("1960", "1960"),
        ("-4.5", "-4.5"),
        ("[MRN_12]", "-12"),
        ("[HEALTH_PLAN_3]", "-3"),
        ("[NAME_1_2]", "-1"),
        ("[MRN_00000000000ff0000]", "-255"),
        ("00000000000ff" + "0" * 51, "-255"),
        ("[MRN]", "0"),
        ("******", "0"),
        ("", "0"),
        ("007", "0"),
        ("219[SSN_1]", "0"),
        ("1 2", "0"),
    ],
)
def test_what_stands_for_a_number_is_a_number(masked: str, expected: str) -> None:
    assert number_for(masked) == expected


def test_a_hash_of_the_longest_kind_is_a_number_that_every_reader_keeps() -> None:
    assert int(number_for("f" * 64)) == 1 - 2**52
