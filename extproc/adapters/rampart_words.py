"""From what a model of words says to spans: which of its labels are which entity, and which words are one thing."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from extproc.detect.entities import EntityType as E
from extproc.detect.learned import Tagged

LABELS: Final[Mapping[str, E]] = {
    "GIVEN_NAME": E.NAME,
    "SURNAME": E.NAME,
    "EMAIL": E.EMAIL,
    "PHONE": E.PHONE,
    "URL": E.URL,
    "TAX_ID": E.SSN,
    "BANK_ACCOUNT": E.ACCOUNT,
    "ROUTING_NUMBER": E.ACCOUNT,
    "GOVERNMENT_ID": E.OTHER_ID,
    "PASSPORT": E.OTHER_ID,
    "DRIVERS_LICENSE": E.LICENSE,
    "BUILDING_NUMBER": E.GEO,
    "STREET_NAME": E.GEO,
    "SECONDARY_ADDRESS": E.GEO,
    "CITY": E.GEO,
    "STATE": E.GEO,
    "ZIP_CODE": E.GEO,
}
"""All of the model's labels. A tax id is masked as a social security number, which most are and no policy keeps."""

PART: Final = "STATE"
"""Identifies nobody alone; beside a city it is a part of the address."""

_INSIDE: Final = {E.NAME: re.compile(r"[ '’.-]{0,2}"), E.GEO: re.compile(r"[ ,'’.-]{0,2}")}
_IN_NUMBERS: Final = re.compile(r"[ ()./-]{0,2}")


class Word(NamedTuple):
    """A word that the model takes for an identifier. ``permille``: how likely it is any identifier at all."""

    start: int
    end: int
    label: str
    permille: int


def spans_of(text: str, words: Iterable[Word]) -> tuple[Tagged, ...]:
    """Neighbours of one entity are one span, scored by its likeliest word. ``words`` are ordered."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and _one_thing(text, runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return tuple(
        Tagged(run[0].start, run[-1].end, LABELS[run[0].label], max(word.permille for word in run))
        for run in runs
        if any(word.label != PART for word in run)
    )


def _one_thing(text: str, left: Word, right: Word) -> bool:
    entity = LABELS[left.label]
    if entity is not LABELS[right.label]:
        return False
    return _INSIDE.get(entity, _IN_NUMBERS).fullmatch(text, left.end, right.start) is not None
