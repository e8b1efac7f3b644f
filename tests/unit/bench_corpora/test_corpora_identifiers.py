"""Numbers that claim a check digit have one, and none is of a range that is issued."""

import ipaddress
import re
from collections.abc import Callable
from random import Random

import pytest

from bench.corpora import check_digits, dates, identifiers
from bench.corpora.lists import spell
from bench.corpora.row import NEUTRAL
from extproc.detect import checks
from extproc.detect.entities import EntityType

SOME = 300


def many(maker: Callable[[Random], str]) -> list[str]:
    return [maker(Random(seed)) for seed in range(SOME)]


@pytest.mark.parametrize(
    ("made", "known"),
    [
        (check_digits.with_luhn("411111111111111"), "4111111111111111"),
        (check_digits.with_npi("123456789"), "1234567893"),
        (check_digits.with_dea("AB", "123456"), "AB1234563"),
        (check_digits.with_vin("1M8GDM9A0KP042788"), "1M8GDM9AXKP042788"),
        (check_digits.with_gtin("0061414100003"), "00614141000036"),
        (check_digits.with_iban("GB", "WEST12345698765432"), "GB82WEST12345698765432"),
        (check_digits.with_nhs("943476591"), "9434765919"),
    ],
)
def test_a_check_digit_is_that_of_a_published_example(made: str, known: str) -> None:
    assert made == known


def test_every_vin_has_its_check_digit() -> None:
    assert all(checks.is_vin(vin) for vin in many(identifiers.vin))


def test_accounts_that_look_like_cards_pass_luhn_and_ibans_their_check() -> None:
    accounts = many(identifiers.account)
    cards = [text for text in accounts if len(checks.digits(text)) in (15, 16) and text[0].isdigit()]
    ibans = [text for text in accounts if text[:2] in ("DE", "GB", "FR", "ES", "NL")]
    assert len(cards) > 30
    assert len(ibans) > 15
    assert all(checks.is_iban(text) for text in ibans)
    assert sum(
        bool(check_digits.with_luhn(checks.digits(text)[:-1]) == checks.digits(text)) for text in cards
    ) > 0.8 * len(cards)


def test_licences_hold_npi_and_dea_numbers_that_pass() -> None:
    licences = many(identifiers.license_number)
    assert sum(checks.is_npi(text) for text in licences) > 15
    assert sum(checks.is_dea(text) for text in licences) > 15


def test_health_plans_hold_the_shape_of_medicare() -> None:
    assert sum(checks.is_mbi(text) for text in many(identifiers.plan)) > 15


def test_devices_hold_udis_and_imeis_that_pass() -> None:
    devices = many(identifiers.device)
    udis = [text for text in devices if text.startswith("(01)")]
    assert len(udis) > 10
    assert all(checks.is_gtin(text) for text in udis)
    assert sum(checks.is_imei(text) for text in devices) > 10


def test_a_social_security_number_is_of_no_issued_range() -> None:
    for number in map(checks.digits, many(identifiers.ssn)):
        assert len(number) == 4 or (number[0] == "9" and "00" < number[3:5] < "50")


def test_network_addresses_are_private_or_for_documentation() -> None:
    assert all(ipaddress.ip_address(text).is_private for text in many(identifiers.ip))


def test_hosts_are_of_reserved_names() -> None:
    for text in (*many(identifiers.url), *(identifiers.email(Random(n), "Ana", "Díaz") for n in range(SOME))):
        assert "example" in text or ".test" in text


def test_american_telephones_are_of_the_fictional_range() -> None:
    phones = many(identifiers.phone)
    assert sum("55501" in checks.digits(text) for text in phones) > SOME / 2


def test_a_pattern_spells_digits_and_letters_and_keeps_the_rest() -> None:
    for seed in range(SOME):
        text = spell(Random(seed), "A-%#@~.")
        assert text.startswith("A-")
        assert text[2] in "123456789"
        assert text[3].isdigit()
        assert text[4].isupper()
        assert text[5].islower()
        assert text[6:] == "."


def test_ages_are_over_89() -> None:
    ages = [dates.age_over_89(Random(seed))[0] for seed in range(SOME)]
    assert all(not age.text.isdigit() or 89 < int(age.text) < 120 for age in ages)


DATE_FORMS = (
    r"\w+ \d+, \d{4}",
    r"\w+ \d+(st|nd|rd|th), \d{4}",
    r"\d+/\d+/\d{4}",
    r"\d+/\d+/\d\d",
    r"\d{4}-\d\d-\d\d",
    r"\d\d\.\d\d\.\d{4}",
    r"\d\d-\w{3}-\d{4}",
    r"\d+ \w+ \d{4}",
    r"\d+th of \w+,? \d{4}",
    r"\d{8}",
    r"\d\d/\d{4}",
    r"[A-Z]\w+ \d{4}",
    r".* '\d\d",
    r"\w+ [a-z-]+, \d{4}",
    r"\d+ de \w+ de \d{4}",
    r"\d+\. \w+ \d{4}",
    r"\d+年\d+月\d+日",
    r"\d+ \w*[а-я]+ \d{4}( г\.)?",
)


@pytest.mark.parametrize("form", DATE_FORMS)
def test_a_date_is_written_in_this_form_too(form: str) -> None:
    dated = (piece.text for seed in range(SOME * 10) for piece in dates.date(Random(seed)))
    assert any(re.fullmatch(form, text) for text in dated)


def test_a_time_and_a_weekday_are_neutral_beside_a_date() -> None:
    beside = {
        piece.text.strip()
        for seed in range(SOME * 3)
        for piece in (*dates.date(Random(seed)), *dates.moment(Random(seed)))
        if piece.label == NEUTRAL
    }
    assert any(":" in text for text in beside)
    assert any(text.startswith("Mon") for text in beside)


def test_a_day_has_no_year() -> None:
    for seed in range(SOME):
        text = next(piece.text for piece in dates.day(Random(seed)) if piece.label == EntityType.DATE)
        assert sum(char.isdigit() for char in text) <= 4
