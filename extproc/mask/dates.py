"""Dates as people write them: their year, and the same writing some days away.

Read are ``2024-03-14``, ``2024/3/14``, ``20240314``, ``03/14/2024``, ``3-14-24``, ``14.03.2024``, ``March 14th,
2024``, ``14 Mar 2024``, each of them with or without a time of day behind it, also as HL7 writes it
(``20240314093000.1-0500``). Between slashes or hyphens the month comes first unless that is no date; between dots the
day does. Not read: weekdays, ranges, months in other languages, dates without a year.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

OLDEST_AGE: Final = 89
"""Ages above this are identifiers, and so are the years that imply one."""

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH: Final = "|".join(f"{name}|{name[:3]}" for name in _MONTHS) + "|sept"
_TIME: Final = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_WRITINGS: Final = tuple(
    re.compile(rf"{writing}{_TIME}", re.ASCII | re.IGNORECASE)
    for writing in (
        r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:(?:\d\d){1,3}(?:\.\d{1,6})?(?:[+-]\d{4})?)?",
        r"(?P<month>\d{1,2})([-/])(?P<day>\d{1,2})\2(?P<year>\d{4}|\d\d)",
        r"(?P<day>\d{1,2})([-/.])(?P<month>\d{1,2})\2(?P<year>\d{4}|\d\d)",
        rf"(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?P<nth>st|nd|rd|th)?,? (?P<year>\d{{4}})",
        rf"(?P<day>\d{{1,2}})(?P<nth>st|nd|rd|th)?[ -](?P<month>{_MONTH})\.?,?[ -](?P<year>\d{{4}}|\d\d)",
    )
)
_YEAR_MONTH: Final = re.compile(r"((?:19|20)\d\d)(?:0[1-9]|1[0-2])", re.ASCII)
_YEAR: Final = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)", re.ASCII)


def year_of(value: str, this_year: int) -> int | None:
    """The year of a date, ``None`` where there is none, or more than one, or one whose births are over 89.

    A year of two digits is the latest that does not lie after the next year.
    """
    written = [found["year"] for _, found in _read(value)][:1] or sorted(set(_YEAR.findall(value)))
    if not written and (compact := _YEAR_MONTH.fullmatch(value)):
        written = [compact[1]]
    if len(written) != 1:
        return None
    year = int(written[0])
    if len(written[0]) == 2:
        year = this_year + 1 - (this_year + 1 - year) % 100
    return year if year >= this_year - OLDEST_AGE else None


def shifted(value: str, days: int) -> str | None:
    """The date ``days`` later in the same writing; ``None`` where it cannot be read or leaves the calendar."""
    for day, found in _read(value):
        try:
            return _rewritten(found, day + timedelta(days=days))
        except OverflowError:
            return None
    return None


def _read(value: str) -> Iterator[tuple[date, re.Match[str]]]:
    for writing in _WRITINGS:
        found = writing.fullmatch(value)
        day = _day(found) if found else None
        if found and day:
            yield day, found


def _day(found: re.Match[str]) -> date | None:
    month = found["month"].lower()
    number = int(month) if month.isdigit() else 1 + [name[:3] for name in _MONTHS].index(month[:3])
    year = int(found["year"])
    try:
        return date(year + 2000 if len(found["year"]) == 2 else year, number, int(found["day"]))
    except ValueError:
        return None


def _rewritten(found: re.Match[str], day: date) -> str:
    digits = "{:02}" if _padded(found) else "{}"
    new = {
        "year": f"{day.year:04}"[-len(found["year"]) :],
        "month": digits.format(day.month)
        if found["month"].isdigit()
        else _name(_MONTHS[day.month - 1], found["month"]),
        "day": digits.format(day.day),
        "nth": "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th"),
    }
    text, end = found.string, len(found.string)
    for part in sorted(found.re.groupindex, key=found.start, reverse=True):
        if found[part] is not None:
            text = text[: found.start(part)] + new[part] + text[found.end(part) : end]
            end = len(text)
    return text


def _padded(found: re.Match[str]) -> bool:
    """``3/14`` is not, ``14 Mar`` most likely not either, ``14-Mar`` is."""
    if found["month"].isdigit() or "-" in found[0]:
        return len(found["day"]) > 1 and len(found["month"]) > 1
    return found["day"].startswith("0")


def _name(month: str, like: str) -> str:
    name = month if like.lower() in _MONTHS else month[:3]
    return name.upper() if like.isupper() else name.title() if like[0].isupper() else name
