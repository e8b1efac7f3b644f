"""Validators: whether a matched text can be the identifier its pattern suggests. Pure functions of one short text.

Where python-stdnum has the number's rules they are its; what it lacks (NPI, VIN, MBI, DEA) is here, with its source.
"""

import ipaddress
import re
from collections.abc import Callable
from typing import Final

from stdnum import iban, imei, luhn
from stdnum.us import rtn

Check = Callable[[str], bool]

_NO_DIGIT: Final = re.compile(r"\D")
_VIN_VALUES: Final = {
    **{str(n): n for n in range(10)},
    **dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True)),
}
_VIN_WEIGHTS: Final = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_MBI: Final = re.compile(
    r"[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d\d"
)


def digits(text: str) -> str:
    return _NO_DIGIT.sub("", text)


def has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)


def is_ssn(text: str) -> bool:
    """Ranges of the Social Security Administration since 2011, and the 9xx numbers the IRS issues as ITIN."""
    number = digits(text)
    return len(number) == 9 and number[:3] not in ("000", "666") and number[3:5] != "00" and number[5:] != "0000"


def is_card(text: str) -> bool:
    """13 to 19 digits of a payment card with Luhn's check digit; not one digit over and over."""
    number = digits(text)
    return 13 <= len(number) <= 19 and len(set(number)) > 1 and number[0] in "123456" and bool(luhn.is_valid(number))


def is_npi(text: str) -> bool:
    """National Provider Identifier: Luhn over the digits behind the prefix 80840 (45 CFR 162.406)."""
    number = digits(text)
    return len(number) == 10 and number[0] in "12" and bool(luhn.is_valid("80840" + number))


def is_dea(text: str) -> bool:
    """DEA registration: two letters (or a letter and 9), six digits and a check digit."""
    number = [int(char) for char in digits(text[2:])]
    if len(number) != 7:
        return False
    return (number[0] + number[2] + number[4] + 2 * (number[1] + number[3] + number[5])) % 10 == number[6]


def is_vin(text: str) -> bool:
    """17 characters with the check digit of 49 CFR 565.15."""
    vin = text.upper()
    if len(vin) != 17 or not has_digit(vin) or any(char not in _VIN_VALUES for char in vin):
        return False
    remainder = sum(_VIN_VALUES[char] * weight for char, weight in zip(vin, _VIN_WEIGHTS, strict=True)) % 11
    return vin[8] == ("X" if remainder == 10 else str(remainder))


def is_mbi(text: str) -> bool:
    """Medicare Beneficiary Identifier in the form the CMS publishes; it has no check digit."""
    return bool(_MBI.fullmatch(text.replace("-", "").upper()))


def is_aba(text: str) -> bool:
    return bool(rtn.is_valid(digits(text)))


def is_iban(text: str) -> bool:
    return bool(iban.is_valid(text, check_country=False))


def is_imei(text: str) -> bool:
    number = digits(text)
    return len(number) == 15 and bool(imei.is_valid(number))


def is_ip(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def is_mac(text: str) -> bool:
    """Pairs of hexadecimal digits, or three groups of four of which one holds a letter."""
    return "." not in text or any(char.isalpha() for char in text)


def is_gtin(text: str) -> bool:
    """The device identifier of a UDI: ``(01)`` and 14 digits with GS1's check digit."""
    number = [int(char) for char in digits(text)[2:16]]
    return (
        len(number) == 14
        and (10 - sum(n * (3 if i % 2 == 0 else 1) for i, n in enumerate(number[:13]))) % 10 == number[13]
    )


def is_phone(text: str) -> bool:
    """7 to 15 digits (ITU-T E.164), not one digit over and over."""
    number = digits(text)
    return 7 <= len(number) <= 15 and len(set(number)) > 1


def is_code(text: str) -> bool:
    """An identifier written after a cue: a digit in it, four characters or more, and not a dose, time or percentage."""
    return len(text.strip("#-./ ")) >= 4 and has_digit(text)
