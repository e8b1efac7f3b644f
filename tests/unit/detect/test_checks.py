"""Validators: right numbers, and the same with one digit wrong."""

from collections.abc import Callable

import pytest

from extproc.detect import checks


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        (checks.is_ssn, "219-09-9999", "000-09-9999"),
        (checks.is_ssn, "900-70-0001", "666-09-9999"),
        (checks.is_card, "4111 1111 1111 1111", "4111 1111 1111 1112"),
        (checks.is_card, "378282246310005", "0000000000000000"),
        (checks.is_npi, "1234567893", "1234567890"),
        (checks.is_dea, "AB1234563", "AB1234564"),
        (checks.is_vin, "1M8GDM9AXKP042788", "1M8GDM9A1KP042788"),
        (checks.is_mbi, "1EG4-TE5-MK73", "1EG4-TE5-MS73"),
        (checks.is_aba, "021000021", "021000022"),
        (checks.is_iban, "GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 33"),
        (checks.is_imei, "490154203237518", "490154203237519"),
        (checks.is_ip, "192.0.2.17", "192.0.2.256"),
        (checks.is_ip, "2001:db8::1", "2001:db8:::1"),
        (checks.is_gtin, "(01)00643169007222", "(01)00643169007223"),
        (checks.is_mac, "00:00:5E:00:53:01", "0000.0000.5301"),
        (checks.is_phone, "555-0142", "555"),
        (checks.is_code, "A-123", "A-BC"),
    ],
)
def test_a_right_number_passes_and_one_with_a_wrong_digit_does_not(
    check: Callable[[str], bool], right: str, wrong: str
) -> None:
    assert check(right)
    assert not check(wrong)


CHECKS = [check for name, check in vars(checks).items() if name.startswith("is_")]


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("text", ["", "x", "-", "1" * 40, "((((", "AB", "\x00"])
def test_a_validator_answers_any_text(check: Callable[[str], bool], text: str) -> None:
    assert check(text) in (True, False)
