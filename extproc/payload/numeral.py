"""Numbers as JSON writes them: which are too short for an identifier, and how the others read."""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

MIN_DIGITS: Final = 5
"""Shorter numbers are counts, ages and vital signs; the shortest identifiers of interest have five digits."""

_NUMERAL: Final = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+")

_NUMBERED: Final = re.compile(r"\[[A-Z_]{2,20}_([1-9][0-9]{0,8})(?:_[0-9]{1,2})?\]")
_KEYED: Final = re.compile(r"(?:\[[A-Z_]{2,20}_)?([0-9a-f]{13})[0-9a-f]*+(?:_[0-9]{1,2})?\]?")
"""Thirteen digits of it are what every reader of JSON keeps exactly: 52 bits."""
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


def number_for(masked: str) -> str:
    """What stands in a number's place, where a reader wants a number: a year or another numeral as it is, else the
    number of the surrogate or hash, below zero since no identifier is, or 0 where there is none.

    Equal values so stay equal. Nothing is restored from it: a tool that is given it knows of nobody by that number.
    """
    if _NUMERAL.fullmatch(masked):
        return masked
    surrogate = _NUMBERED.fullmatch(masked)
    if surrogate is not None:
        return f"-{surrogate[1]}"
    keyed = _KEYED.fullmatch(masked)
    return "0" if keyed is None else f"-{int(keyed[1], 16)}"
