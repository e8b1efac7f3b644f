# ruff: noqa: E501, SIM905 - a row of the table is one line
"""Cities of the gazetteer.

With a capital a city counts behind a preposition of place, before a state, or by itself when it is large; in lower
case only behind a word such as ``lives in``. What medicine calls after a city (``Ottawa ankle rules``) is none.
"""

import re
from collections.abc import Iterator, Sequence, Set
from typing import Final

from extproc.detect.common import COMMON as COMMON_WORDS
from extproc.detect.entities import EntityType as E
from extproc.detect.lexicon import ALWAYS, CITY, CITY_HEAD, COMMON, FIRST, LAST, REGION
from extproc.detect.recognizer import Candidate, Recognizer, Tier
from extproc.detect.tokens import Run
from extproc.detect.words import CITY_OWN_NAMES, COUNTRIES, EPONYMS, NEVER_CITY, STATE_CODES, STATES

LIVES: Final = (
    r"(?:liv(?:es?|ed|ing)|resid(?:es?|ed|ing|ent)|stay(?:s|ed|ing)?|born|raised|grew up|located|based|mov(?:ed|es|ing)|relocat(?:ed|ing)|flew|flown|fly(?:ing)?|travel(?:ed|ing|led)?|works?|worked|"
    r"home|house|apartment|native|city|town|village|suburb|i'?m|area|store|shop|office|branch|hometown|address|arriv(?:ed|es|ing)|drove|commutes?|transferred)"
)
"""What people do at a place, and what they have there."""
_DEGREES: Final = frozenset(("MD", "PA", "MA", "DO"))
_PREPOSITIONS: Final = frozenset(
    """
in at from near to of around outside via visited leaving toward towards downtown our across between through greater
north south east west
""".split()
)
_BEFORE: Final = re.compile(r"([A-Za-z]{1,12})\s$")
_CODES: Final = "|".join(sorted(STATE_CODES))
_STATE_AFTER: Final = re.compile(
    r",\s(?:(" + _CODES + r")\b(?:\s[0-9]{5}(?:-[0-9]{4})?)?|([A-Z][a-z]+(?: [A-Z][a-z]+)?))"
    r"|(?:,?\s(?:" + _CODES + r"))?,?\s[0-9]{5}(?:-[0-9]{4})?\b"
)


_SITE_AFTER: Final = re.compile(
    r"(?: downtown| main| north| south| east| west)? (?:clinic|office|hospital|campus|branch|facility|location|ER|VA)\b"
)


_SCALE_AFTER: Final = re.compile(
    r"(?:'s)?(?:[ -][A-Za-z]+){0,3}?[ -](?:criteri(?:a|on)|classification|scores?|scoring|scale|rules?|guidelines?|grad(?:e|ing)|type|system"
    r"|protocol|definition|declaration|consensus|chromosome|virus|fever|assessment|index|tool|inventory|questionnaire|coma"
    r"|screening|encephalitis|typhus|sore|arm|study|staging|stroke|heart|workshop|statement|convention|syndrome|disease|cohort|regimen|formula|categor(?:y|ies)|needles?|stain|units?|agent|forceps|retractor|splint|collar|catheter|lens"
    r"|projection|virus(?:es)?|trial|registry|prognostic|nomogram|model|questions?)\b|(?:'s)?[ -](?:[0-9]{1,2}|[IVX]{1,4})(?=[.,;)]|$)|\s(?:19|20)[0-9]{2}\b",
    re.I,
)
"""What is called after a city: ``Ottawa ankle rules``, ``Philadelphia chromosome``, ``Tokyo 2018``."""


_IN_LOWER_CASE: Final = (
    rf"(?i:\b(?:{LIVES}\s(?:here )?(?:in|at|from|to|near|of|outside|around)|(?:s?he|i|they|we|patient|pt|who|originally)(?:'s| is|'m| am|'re| are| was)? from)\s(?:the\s)?"
    r"|\b(?:city|town|hometown|birth ?place)\s?:\s?)((?:st\. )?[a-z]+(?:-[a-z]+)?(?: [a-z]+){0,2})\b"
)


def _everyday(words: Sequence[str]) -> bool:
    return len(words) == 1 and (words[0] in COMMON_WORDS or len(words[0]) < 4)


_FACILITY_BEFORE: Final = re.compile(
    r"(?:Hospital|Clinic|Center|Centre|University|Hospice|Institute|School|Home)(?:,| in) $"
)


class Cities:
    """Cities of the gazetteer in one text's runs of capitalised words."""

    def __init__(self, cities: Set[str], large: Set[str]) -> None:
        self._cities: Final = frozenset(city.replace(".", "") for city in cities) | CITY_OWN_NAMES
        self._large: Final = large | CITY_OWN_NAMES

    def in_lower_case(self) -> Recognizer:
        """``lives in new orleans, louisiana``."""
        return Recognizer("city_lower", E.GEO, Tier.CUED, _IN_LOWER_CASE, narrow=self._lower)

    def _lower(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The longest city that the words begin with."""
        words = text[start:end].split(" ")
        for length in range(len(words), 0, -1):
            name = " ".join(words[:length])
            if (
                name.replace(".", "") in self._cities
                and name not in NEVER_CITY
                and name not in STATES
                and not _everyday(words[:length])
            ):
                return start, start + len(name)
        return None

    def find(self, text: str, runs: Sequence[Run]) -> Iterator[Candidate]:
        for run in runs:
            for at, token in enumerate(run):
                if token.flags & (CITY | CITY_HEAD):
                    yield from self._at(text, run, at)

    def _at(self, text: str, run: Run, at: int) -> Iterator[Candidate]:
        for length in (3, 2, 1):
            part = run[at : at + length]
            name = " ".join(token.key for token in part)
            if len(part) == length and name in self._cities:
                start, end = part[0].start, part[-1].end
                if _SCALE_AFTER.match(text, end) and not _lives(text, start):
                    return
                state = _state_end(text, start, end)
                site = _SITE_AFTER.match(text, end)
                end = site.end() if site else end
                if (
                    state
                    or (site and name not in NEVER_CITY)
                    or _behind_facility(text, start)
                    or self._counts(text, run, at, length, name)
                ):
                    yield Candidate(start, state or end, E.GEO, _tier(state, length), "city")
                return

    def _counts(self, text: str, run: Run, at: int, length: int, name: str) -> bool:
        token = run[at]
        if (
            name in NEVER_CITY
            or (length == 1 and token.flags & (REGION | ALWAYS))
            or (length == 1 and (token.flags & COMMON or len(name) < 4 or token.text.isupper()))
        ):
            return False
        if length == 1 and len(run) > at + 1 and not run[at + 1].flags & COMMON:
            return False
        if _preposition(text, token.start):
            return length > 1 or token.key not in EPONYMS or not token.flags & LAST
        if length > 1:
            return not token.flags & FIRST
        return name in self._large and not token.flags & (FIRST | LAST) and token.key not in EPONYMS


def _behind_facility(text: str, start: int) -> bool:
    """``Mercy Hospital, Dallas``."""
    return _FACILITY_BEFORE.search(text, max(0, start - 20), start) is not None


def _tier(state: int | None, words: int) -> Tier:
    """A city of several words is a city whatever its words are: ``Los Angeles``, ``San Francisco``."""
    if state:
        return Tier.CUED
    return Tier.SHAPED if words > 1 else Tier.LISTED


def _lives(text: str, start: int) -> bool:
    """``from Boston type``: a preposition of place before it."""
    before = _BEFORE.search(text, max(0, start - 12), start)
    return before is not None and before[1].lower() in ("in", "from", "near", "at")


def _preposition(text: str, start: int) -> bool:
    before = _BEFORE.search(text, max(0, start - 12), start)
    word = before[1].lower() if before else ""
    return word in _PREPOSITIONS or (word == "the" and start > 4)


def _state_end(text: str, start: int, end: int) -> int | None:
    match = _STATE_AFTER.match(text, end)
    if match is None:
        return None
    if match[1] in _DEGREES and match.end() == match.end(1) and not _preposition(text, start):
        return None  # a degree: ``Mason, MD``
    if match[2] is None or match[2].lower() in STATES or match[2].lower() in COUNTRIES:
        return match.end()
    first = match[2].split()[0].lower()
    return match.end() if first in STATES and first == match[2].lower() else None
