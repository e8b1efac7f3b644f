"""Dates in the forms people write them, and ages.

The mark is the date itself; a weekday before it and a time of day behind it are neutral. Months are named in ten
languages. Not covered: calendars other than the Gregorian one, and dates spoken in words but for ``the fifth of May``.
"""

from collections.abc import Sequence
from random import Random
from typing import Final

from bench.corpora.lists import draw, read
from bench.corpora.row import NEUTRAL, Piece
from extproc.detect.entities import EntityType

DATE: Final = EntityType.DATE
LAST_YEAR: Final = 2026

_WORDS: Final = read("words", "calendar")
_MONTHS: Final = _WORDS["months"]
_SHORT: Final = _WORDS["short months"]
_ORDINALS: Final = _WORDS["ordinals"]
_WEEKDAYS: Final = _WORDS["weekdays"]
_LANGUAGES: Final = tuple(heading for heading in _WORDS if heading.startswith("language "))

_FULL: Final = (
    *("{month} {d}, {y}",) * 16,
    *("{month} {d}{th}, {y}",) * 12,
    *("{m}/{d}/{y}",) * 9,
    *("{mm}/{dd}/{y}",) * 9,
    *("{y}-{mm}-{dd}",) * 8,
    *("{d} {month} {y}",) * 6,
    *("{short} {d}, {y}",) * 6,
    *("{short} {d}{th}, {y}",) * 3,
    *("{m}/{d}/{yy}",) * 4,
    *("{mm}/{dd}/{yy}",) * 3,
    *("{dd}/{mm}/{y}",) * 4,
    *("{dd}.{mm}.{y}",) * 4,
    *("{dd}-{mm}-{y}",) * 2,
    *("{mm}-{dd}-{y}",) * 3,
    *("{dd}-{short}-{y}",) * 3,
    *("{d} {short} {y}",) * 3,
    "{d}{th} {month} {y}",
    "{d}{th} of {month} {y}",
    "{d}{th} of {month}, {y}",
    "the {d}{th} of {month} {y}",
    "{month} {ordinal}, {y}",
    "{short}. {d}, {y}",
    "{short} {d} {y}",
    "{short} {d}{th} {y}",
    "{month} {d} {y}",
    "{short} {d}{th} '{yy}",
    "{d}.{m}.{yy}",
    "{d}.{m}.{y}",
    "{y}/{mm}/{dd}",
    "{y}.{mm}.{dd}",
    "{m}-{d}-{yy}",
    "{dd}{short_upper}{y}",
    "{dd}-{short_upper}-{yy}",
    "{month}, {y}",
    *("{month} {y}",) * 3,
    "{short} {y}",
    "{mm}/{y}",
    "{m}/{y}",
    "{y}-{mm}",
    "{y}{mm}{dd}",
)
_BEFORE_TIME: Final = ("{y}-{mm}-{dd}", "{mm}/{dd}/{y}", "{m}/{d}/{yy}", "{dd}/{mm}/{y}", "{month} {d}, {y}")
_TIMES: Final = (" {H}:{M}", " {h}:{M} pm", " at {h}:{M} AM", ", {H}:{M}h", " @ {H}{M}")
_ISO: Final = "{y}-{mm}-{dd}"
_ISO_TIMES: Final = ("T{H}:{M}:{S}Z", "T{H}:{M}")
_PARTIAL: Final = (
    *("{month} {d}",) * 8,
    *("{month} {d}{th}",) * 7,
    *("{short} {d}",) * 4,
    *("{short} {d}{th}",) * 2,
    *("{d} {month}",) * 3,
    *("{m}/{d}",) * 5,
    *("{mm}/{dd}",) * 3,
    "{d}{th} of {month}",
    "the {d}{th} of {month}",
    "{month} the {d}{th}",
    "the {ordinal} of {month}",
    "{d} {short}",
    "{dd}-{short}",
    "{month} {ordinal}",
    "{d}.{m}.",
)
_FOREIGN_SHARE: Final = 0.07
_ISO_SHARE: Final = 0.2
_WEEKDAY_SHARE: Final = 0.06
_SPELLED_SHARE: Final = 0.04
_SPELLED_AGES: Final = _WORDS["ages"]


def date(rng: Random) -> tuple[Piece, ...]:
    if rng.random() < _FOREIGN_SHARE:
        return (Piece(_foreign(rng), DATE),)
    return _written(rng, _FULL)


def moment(rng: Random) -> tuple[Piece, ...]:
    """A date and the time of day."""
    iso = rng.random() < _ISO_SHARE
    date_form = _ISO if iso else draw(rng, _BEFORE_TIME)
    written = date_form.format_map(_parts(rng, _MONTHS))
    return Piece(written, DATE), Piece(_time(rng, _ISO_TIMES if iso else _TIMES), NEUTRAL)


def day(rng: Random) -> tuple[Piece, ...]:
    """A month and a day without the year."""
    return _written(rng, _PARTIAL)


def age_over_89(rng: Random) -> tuple[Piece, ...]:
    age = str(90 + int(rng.random() ** 2 * 16))
    return (Piece(draw(rng, _SPELLED_AGES) if rng.random() < _SPELLED_SHARE else age, EntityType.AGE),)


def _written(rng: Random, forms: tuple[str, ...]) -> tuple[Piece, ...]:
    """A date in one of ``forms``, now and then behind its weekday."""
    text = Piece(draw(rng, forms).format_map(_parts(rng, _MONTHS)), DATE)
    if text.text[0].isalpha() and rng.random() < _WEEKDAY_SHARE:
        return Piece(draw(rng, _WEEKDAYS), NEUTRAL), Piece(", "), text
    return (text,)


def _foreign(rng: Random) -> str:
    """A date with the month in another language, or in the characters of China, Japan or Korea."""
    language = draw(rng, _LANGUAGES)
    form = draw(rng, _WORDS[f"{language.removeprefix('language ')} forms"])
    return form.format_map(_parts(rng, _WORDS[language]))


def _time(rng: Random, forms: tuple[str, ...]) -> str:
    hour, minute, second = int(rng.random() * 24), int(rng.random() * 60), int(rng.random() * 60)
    return draw(rng, forms).format(H=f"{hour:02}", h=hour % 12 or 12, M=f"{minute:02}", S=f"{second:02}")


def _parts(rng: Random, months: Sequence[str]) -> dict[str, object]:
    """What the forms are filled with: most dates are of the last few years, some of long ago."""
    year = LAST_YEAR - int(rng.random() ** 3 * 100)
    month, number = int(rng.random() * 12), 1 + int(rng.random() * 28)
    return {
        "y": year,
        "yy": f"{year % 100:02}",
        "m": month + 1,
        "mm": f"{month + 1:02}",
        "d": number,
        "dd": f"{number:02}",
        "th": _suffix(number),
        "ordinal": _ORDINALS[number - 1],
        "month": months[month],
        "short": _SHORT[month],
        "short_upper": _SHORT[month].upper(),
    }


def _suffix(number: int) -> str:
    if 10 < number < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
