"""The validators that an own rule may name."""

import pytest

from extproc.detect.own.validators import VALIDATORS

TABLE = [
    ("luhn", "7992739871 3", "79927398710"),
    ("verhoeff", "236-3", "2364"),
    ("damm", "5724", "5727"),
    ("mod11", "0-306-40615-2", "0-306-40615-3"),
    ("mod11_2", "0000 0002 1825 0097", "0000000218250098"),
    ("mod11_10", "794623", "794624"),
    ("mod37_2", "G123489654321Y", "G123489654321X"),
    ("mod37_36", "A12425GABC1234002M", "A12425GABC1234002N"),
    ("mod97_10", "99991234567890121414 90", "9999123456789012141491"),
    ("ssn", "219-09-9999", "000-09-9999"),
    ("npi", "1234567893", "1234567890"),
    ("dea", "AB1234563", "AB1234564"),
    ("mbi", "1EG4-TE5-MK73", "1EG4-TE5-MK7B"),
    ("vin", "1M8GDM9AXKP042788", "1M8GDM9A1KP042788"),
    ("aba", "111000025", "111000024"),
    ("nhs", "943-476-5870", "943-476-5871"),
    ("sin", "123-456-782", "123-456-783"),
    ("bsn", "1112.22.333", "1112.52.333"),
    ("nir", "2 95 10 99 126 111 93", "295109912611199"),
    ("codice_fiscale", "RCCMNL83S18D969H", "RCCMNL83S18D967H"),
    ("card", "4111 1111 1111 1111", "4111 1111 1111 1112"),
    ("iban", "GR16 0110 1050 0000 1054 7023 795", "GR16 0110 1050 0000 1054 7023 796"),
    ("imei", "35 686800 004141 8", "35 686800 004141 7"),
    ("ip", "192.0.2.17", "192.0.2.317"),
    ("phone", "555-0142", "555-55"),
]
"""Name, a number that is one, and one that nearly is: the examples of the standards and of their registries."""


@pytest.mark.parametrize(("name", "good", "bad"), TABLE)
def test_a_validator_knows_its_numbers(name: str, good: str, bad: str) -> None:
    assert (VALIDATORS[name](good), VALIDATORS[name](bad)) == (True, False)


def test_each_validator_has_its_row() -> None:
    assert {name for name, _, _ in TABLE} == set(VALIDATORS)


def test_a_number_of_nothing_but_zeros_has_no_check_digit() -> None:
    assert not VALIDATORS["mod11"]("0000000000")


def test_x_stands_for_ten_at_the_end_only() -> None:
    assert VALIDATORS["mod11"]("0-8044-2957-X")
    assert not VALIDATORS["mod11"]("X-8044-2957-X")
