"""Dates as structures write them: ISO 8601 in FHIR, digits alone in HL7."""

import re
from typing import Final

_ISO: Final = re.compile(
    r"(?:1[5-9]|2[01])\d\d-(?:0[1-9]|1[0-2])"
    r"(?:-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d\d(?::?\d\d){0,2}(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)?)?",
    re.ASCII,
)
_HL7: Final = re.compile(
    r"(?:1[5-9]|2[01])\d\d(?:0[1-9]|1[0-2])(?:(?:0[1-9]|[12]\d|3[01])(?:\d\d){0,3})?(?:\.\d{1,6})?(?:[+-]\d{4})?",
    re.ASCII,
)
_ANY: Final = re.compile(r"\d", re.ASCII)


def is_iso(text: str) -> bool:
    """``2024-03``, ``2024-03-14``, ``2024-03-14T09:30:00.5+01:00``; a year alone is no date to mask."""
    return len(text) <= 40 and _ISO.fullmatch(text) is not None


def is_hl7(text: str) -> bool:
    """``202403``, ``20240314``, ``20240314093000.1234-0500``."""
    return len(text) <= 30 and _HL7.fullmatch(text) is not None


def has_more_than_a_year(text: str) -> bool:
    """For places that hold dates however they are written: everything but a year of four digits and words."""
    text = text.strip()
    return _ANY.search(text) is not None and not (len(text) == 4 and text.isdecimal())
