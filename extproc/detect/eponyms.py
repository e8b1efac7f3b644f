# ruff: noqa: SIM905 - a list of literals would be a line a word
"""Names of physicians and places that are signs, structures, scores and makers, and so no patient's.

What says so is the clinical noun behind (``Babinski sign``), the part before (``circle of Willis``), another eponym
beside (``Noonan, Williams``), or that two names are one thing (``Ivor Lewis``).
"""

import re
from typing import Final

from extproc.detect.lexicon import EPONYM, FIRST
from extproc.detect.tokens import Run, Token
from extproc.detect.words import CLINICAL_NOUNS, EPONYMS, INSTRUMENTS

FOLLOWING: Final = re.compile(r"(?:'s)?[ -]([A-Za-z]+)")
"""The word behind a name."""
_SECOND: Final = re.compile(r"(?:'s)?[ -](?:[A-Za-z]+)[ -]([A-Za-z]+)")
_BETWEEN: Final = frozenset(
    """
    activity anxiety balance behavior birth body breast caregiver child coma coping depression disability drug elbow
    fall fatigue foot frailty functional geriatric grip hand headache health hip hopelessness impairment infant
    itch joint knee life memory mobility mood neck neonatal neurological outcome pain pressure prognostic
    psychiatric quality risk sedation severity shoulder sleepiness spine stress stroke suicide symptom visual wrist
    """.split()
)
"""What stands between the author of a score and what it is: ``Harris hip score``."""
_SCORES: Final = frozenset(
    ("score", "scores", "scale", "index", "inventory", "questionnaire", "test", "classification", "criteria", "tool")
)
_GRADED: Final = re.compile(
    r"(?:'s)?[ -](?:(?:[IVX]{1,4}[A-Ca-c]?|[ABC]|[0-9]\+?)(?=[.,;:)\n]|$|\s[a-z])"
    r"(?!\s?(?:y|yo|yrs?|years?|mos?|months?|w|wks?|weeks?|d|days?|h|hrs?|hours?|m|f|male|female|mg|times|x|am|pm|and"
    r"|kids|children)\b)"
    r"|(?:(?:was|is|were) )?(?:normal|negative|positive|neg|pos|absent)"
    r"(?=\s?[.,;:)/\n]|\s(?:and|on|in|at|bilaterally)\b|$))"
)
"""A grade or a result behind a sign, a test or a score: ``Clark IV``, ``Tanner 4``, ``Allen normal``."""
_PART_OF: Final = re.compile(
    r"(?:circle|pouch|canal|bundle|duct|ligament|angle|loop|sphincter|tetralogy|islets?|crypts?|triangle|foramen|ampulla"
    r"|sign|aqueduct|fossa|tubercle|valves?|cave|law|space|line|nodes?|glands?|artery|vein|membrane|trigone|organ)"
    r" of (?:the )?$",
    re.I,
)
_LISTED_BEFORE: Final = re.compile(r"\b([A-Za-z]{1,20})(?:'s)?(?:,?|,? and|,? or|/| -) $")
_LISTED_AFTER: Final = re.compile(r"(?:'s)?(?:,? and|,? or|,?) ([A-Za-z]+)\b")
_SUFFERED: Final = re.compile(
    r"(?:patients?|pts?|people|men|women|those|known|have|has|mild|severe|suspected|likely|probable)(?: with)? $", re.I
)
_NOTHING_OF: Final = re.compile(
    r"'s(?=\s?[,.;:?)\n]|$|\s(?:and|or|is|are|who|in|on|needs?|should|have|has|can|get|be|do|may)\b)"
)
"""``patients with Gilbert's``, of whom nothing is named."""
_PAIRS: Final = frozenset(
    """
    ann-arbor ann-emerg ann-fam ann-intern ann-neurol ann-oncol ann-rheum ann-surg ann-thorac austin-flint austin-
    moore bair-hugger bard-parker bence-jones carey-coombs carte-vitale epstein-barr graham-little graham-steell
    hong-kong ivor-lewis ivy-league jack-daniels jackson-pratt john-cunningham john-deere kaplan-meier marcus-gunn
    mary-joseph miller-fisher norman-rockwell pierre-robin queen-anne pell-gregory ramsay-hunt ray-ban roman-
    catholic roman-chamomile roman-numeral roman-numerals stevens-johnson tai-chi treacher-collins vit-d young-mania
    """.split()
)
"""Two names that are one thing."""
_PAIR_HEADS: Final = frozenset(pair.partition("-")[0] for pair in _PAIRS)
"""Looked up before a pair is put together, since that is asked of every word."""


def is_pair(run: Run) -> bool:
    return run[0].key.partition("-")[0] in _PAIR_HEADS and "-".join(token.key for token in run) in _PAIRS


def among_eponyms(text: str, token: Token) -> bool:
    """``Noonan, Williams, Turner``, a list of syndromes and not of persons: an eponym beside another, any name between
    two."""
    beside = (
        _LISTED_BEFORE.search(text, max(0, token.start - 24), token.start),
        _LISTED_AFTER.match(text, token.end),
    )
    found = [match is not None and match[1].lower() in EPONYMS for match in beside]
    if token.flags & EPONYM:
        return any(found)
    return all(found) and all(match is not None and "," in match[0] for match in beside)


def lists_eponyms(text: str, end: int) -> bool:
    """``Norwood, Glenn and Fontan``: another eponym follows."""
    after = _LISTED_AFTER.match(text, end)
    return after is not None and after[1].lower() in EPONYMS


def part_of(text: str, start: int) -> bool:
    """``circle of Willis``."""
    return _PART_OF.search(text, max(0, start - 20), start) is not None


def is_eponym(text: str, last: Token) -> bool:
    """``Wilson's disease``, ``Babinski sign``: the clinical noun behind says that it is not a person."""
    if last.initial:
        return False
    if last.flags & EPONYM and (
        graded(text, last.end) or _scored(text, last.end) or _suffered(text, last.start, last.end)
    ):
        return True
    following = FOLLOWING.match(text, last.end)
    if following is None:
        return False
    noun = following[1].lower()
    if noun in INSTRUMENTS:
        return True
    return noun in CLINICAL_NOUNS and (
        bool(last.flags & EPONYM) or not last.flags & FIRST or text.startswith("'s", last.end)
    )


def before_noun(text: str, end: int) -> bool:
    """``Wilson's disease`` in a note about Mr. Wilson, ``Harris hip score``."""
    following = FOLLOWING.match(text, end)
    return following is not None and (following[1].lower() in CLINICAL_NOUNS or _scored(text, end))


def graded(text: str, end: int) -> bool:
    """``Clark IV``, ``Allen negative``."""
    return _GRADED.match(text, end) is not None


def _suffered(text: str, start: int, end: int) -> bool:
    if _NOTHING_OF.match(text, end) is None:
        return False
    return _SUFFERED.search(text, max(0, start - 20), start) is not None


def _scored(text: str, end: int) -> bool:
    following, second = FOLLOWING.match(text, end), _SECOND.match(text, end)
    return (
        following is not None
        and second is not None
        and following[1].lower() in _BETWEEN
        and second[1].lower() in _SCORES
    )
