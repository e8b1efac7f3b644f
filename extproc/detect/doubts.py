"""What a learned tagger takes for an identifier, and the rules know to be something else.

A name or place of which every word is an everyday word, a drug or an eponym; states and countries alone; who wrote
guidelines; a word before a clinical noun (``Chaddock reflex``), an eponym before a grade or a result (``Clark IV``);
a brand; an abbreviation; a word that hardly ever is a name alone (``Guy``); what is numbered (``Room 302``); a code
with hardly a digit. Not covered: words that are both, which stay findings.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from extproc.detect.brands import branded
from extproc.detect.entities import EntityType as E
from extproc.detect.eponyms import before_noun, graded
from extproc.detect.facilities import read_there
from extproc.detect.lexicon import ALWAYS, CITY, COMMON, EPONYM, FIRST, LAST, REGION, is_word_form
from extproc.detect.word_names import said_of_person

_WORD: Final = re.compile(r"[A-Za-z0-9]+(?:'[A-Za-z]{2,})*")
_SCORE_NAME: Final = re.compile(r"[A-Z]+[0-9]+[A-Z0-9]*|[A-Z]+-[A-Z]+")
"""``DAS28``, ``HAS-BLED``."""
_NUMBERED_THING: Final = re.compile(
    r"(?:Room|Rm|Bed|Bay|Ward|Floor|Table|Chapter|Section|Figure|Appendix|Step|Stage|Phase|Group|Cohort|Arm)\.?\s?#?[0-9]{1,4}[A-Z]?\b",
    re.I,
)
_LOWER: Final = re.compile("[a-z]{2}")
_NEVER_ALONE: Final = frozenset(
    (
        *("baby", "bay", "candida", "engine", "fairy", "flower", "forest", "guy", "lady", "lens", "mini", "mirena"),
        *("moon", "oral", "orchid", "pasty", "quick", "rain", "santa", "song", "storm", "sun", "sunny", "sunshine"),
        *("tab", "temple", "tiny", "tip"),
    )
)
"""Words of the lists of names that a sentence hardly ever calls a person by."""
_LISTED: Final = FIRST | LAST | CITY
_BETWEEN_PLACES: Final = re.compile(r"[,/\n]|\s(?:and|or|of)\s|(?:\s|^)the\s")
_ALSO_CITIES: Final = frozenset({"new york", "hong kong"})
"""Regions of several words that are cities too; of one word the lexicon knows."""
_NUMBERED: Final = frozenset({E.PHONE, E.FAX, E.SSN, E.MRN, E.HEALTH_PLAN, E.ACCOUNT, E.LICENSE, E.OTHER_ID})
_LEAST_DIGITS: Final = 4
_LONGEST_ABBREVIATION: Final = 4
_LEAST_PLACE_DIGITS: Final = 5
"""Of a place that is a number alone: a postal code."""


def doubted(text: str, start: int, end: int, entity: E, lexicon: Mapping[str, int]) -> bool:
    """Whether ``text[start:end]``, folded, is nothing that a tagger should be believed to be an ``entity``."""
    span = text[start:end]
    digits = sum(map(str.isdigit, span))
    if entity in _NUMBERED:
        return digits < _LEAST_DIGITS
    if entity not in (E.NAME, E.GEO):
        return False
    words = [word for word in _WORD.findall(span) if not word.isdigit()]
    if not words:
        return entity is E.NAME or digits < _LEAST_PLACE_DIGITS
    if _SCORE_NAME.fullmatch(span) is not None:
        return True
    if entity is E.GEO and _NUMBERED_THING.match(span) is not None:
        flags = [lexicon.get(word.lower(), 0) for word in words[1:]]
        return not any(one & (FIRST | LAST | CITY) and not one & COMMON for one in flags)
    if entity is E.GEO and digits:
        return False  # a street and its number, of whatever words
    if entity is E.GEO and (read_there(text, start) or _only_regions(span, lexicon)):
        return True
    if branded(text, start, end) or (
        _abbreviated(words, lexicon) and _LOWER.search(text, max(0, start - 20), end + 20)
    ):
        return True
    if len(words) == 1 and words[0].lower() in _NEVER_ALONE and not said_of_person(text, end):
        return True
    if ("-" in span or text[start - 1 : start] == "-") and all(lexicon.get(word.lower(), 0) & EPONYM for word in words):
        return True  # Ferriman-Gallwey
    noun = before_noun(text, end)
    measured = noun or (len(words) == 1 and graded(text, end))
    return all(_something_else(word, noun, measured, lexicon) for word in words)


def _abbreviated(words: Sequence[str], lexicon: Mapping[str, int]) -> bool:
    """``UDI``, ``ML-KEM``: short words in capitals that no list has."""
    return all(
        word.isupper()
        and 1 < len(word) <= _LONGEST_ABBREVIATION
        and not lexicon.get(word.lower(), 0) & (_LISTED | REGION)
        for word in words
    )


def _only_regions(span: str, lexicon: Mapping[str, int]) -> bool:
    """``Ohio``, ``the United Kingdom``, ``Kenya and Ghana``, which identify nobody by themselves."""
    parts = [part.strip() for part in _BETWEEN_PLACES.split(span.lower())]
    return all(lexicon.get(p, 0) & (REGION | CITY) == REGION and p not in _ALSO_CITIES for p in parts if p)


def _something_else(word: str, noun: bool, measured: bool, lexicon: Mapping[str, int]) -> bool:
    key = word.lower().removesuffix("'s")
    flags = lexicon.get(key) or lexicon.get(key.replace("'", ""), 0)
    if flags & ALWAYS or len(key) == 1:
        return True
    if flags & COMMON:
        return not flags & FIRST or word.islower()
    if noun and not flags & FIRST:
        return True
    return (bool(flags & EPONYM) and measured) or (not flags & (_LISTED | REGION) and is_word_form(key))
