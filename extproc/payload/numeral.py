"""Numbers as JSON writes them: which are too short for an identifier, and how the others read."""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from extproc.payload.splice import json_text

MIN_DIGITS: Final = 5
"""Shorter numbers are counts, ages and vital signs; the shortest identifiers of interest have five digits."""

_NUMERAL: Final = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+")

_MOST_CHARS: Final = 64  # no identifier is longer


def is_short(raw: str) -> bool:
    """It has too few digits, before and after its point and in its exponent, for an identifier."""
    return sum(map(str.isdigit, raw)) < MIN_DIGITS


def spelled(raw: str) -> str:
    """A number in plain digits, as an identifier is read: ``2.19099999e8`` and ``219099999.0`` are ``219099999``.

    Numbers too long or too great for any identifier stay as they are.
    """
    if raw.isdecimal() or len(raw) > _MOST_CHARS:
        return raw
    try:
        number = Decimal(raw)
    except InvalidOperation:  # an exponent of twenty digits
        return raw
    if abs(number.adjusted()) > _MOST_CHARS:
        return raw
    whole = number.to_integral_value()
    return format(whole if whole == number else number, "f")


def number_text(masked: str) -> str:
    """What stands in a number's place: a numeral stays a number, so that a year or a 0 keeps the type, all else is a
    string."""
    return masked if _NUMERAL.fullmatch(masked) else json_text(masked)
