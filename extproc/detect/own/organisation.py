"""An organisation's own rules: patterns, word lists, texts that are no findings, and what each kind has to score.

The dataclasses are what somebody wrote, checked by :mod:`extproc.detect.own.faults`; :class:`Organisation` is
what a detector works with. Not covered: rules for one passage or one caller, and words in scripts that folding does
not read (:func:`is_read`).
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from extproc.detect.entities import EntityType
from extproc.detect.fold import fold
from extproc.detect.own.allowances import Allowances, Allowed, Withdrawn
from extproc.detect.own.near import Near, near
from extproc.detect.own.validators import VALIDATORS
from extproc.detect.phrases import Phrases
from extproc.detect.recognizer import Candidate, Recognizer, Tier

SWITCHABLE: Final = frozenset({EntityType.DATE, EntityType.AGE, EntityType.OTHER_ID})
"""What may be switched off: all that a limited data set may hold, 45 CFR 164.514(e)(2). Places are not among them,
since a street address is not."""

MOST_MINIMUM: Final = int(Tier.LISTED)
"""The highest minimum score of a kind: with a higher one rules of the product would be off, and no record say so."""

OWN: Final = "own:"
"""Before the name of each own rule, so that it is never taken for one of the product's."""

_OFF: Final = 1001
_READ_SCRIPTS: Final = ("LATIN ", "GREEK ", "CYRILLIC ", "FULLWIDTH LATIN ")


class Case(StrEnum):
    ANY = "any"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Cues:
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    within: int = 40


@dataclass(frozen=True, slots=True)
class OwnPattern:
    """``regex`` is RE2's syntax over the folded text; its group 1, if any, is the identifier.

    A hit is a text in which the rule finds something, a miss one in which it finds nothing.
    """

    name: str
    entity: EntityType
    regex: str = field(repr=False)
    score_permille: int
    validator: str | None = None
    cues: Cues | None = None
    case: Case = Case.ANY
    hits: tuple[str, ...] = field(default=(), repr=False)
    misses: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class OwnList:
    name: str
    entity: EntityType
    words: tuple[str, ...] = field(repr=False)
    score_permille: int
    case: Case = Case.ANY
    hits: tuple[str, ...] = field(default=(), repr=False)
    misses: tuple[str, ...] = field(default=(), repr=False)


OwnRule = OwnPattern | OwnList


@dataclass(frozen=True, slots=True)
class OwnEntity:
    minimum_permille: int = 0
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class OwnRules:
    """``digest`` names the file's contents and those of its word files, in eight hexadecimal digits."""

    patterns: tuple[OwnPattern, ...] = ()
    lists: tuple[OwnList, ...] = ()
    allowed: tuple[Allowed, ...] = ()
    entities: Mapping[EntityType, OwnEntity] = field(default_factory=dict)
    digest: str = ""

    @property
    def off(self) -> tuple[EntityType, ...]:
        """Kinds that are switched off, in the order of the enum."""
        return tuple(e for e in EntityType if e in self.entities and not self.entities[e].enabled)


class Organisation:
    """Own rules, compiled. Raises ``re2.error`` or ``re.error`` for rules that have faults."""

    def __init__(self, rules: OwnRules) -> None:
        self.rules: Final = rules
        self.recognizers: Final = tuple(recognizer(rule) for rule in rules.patterns)
        self._lists: Final = tuple(
            Phrases(_entries(rules.lists, case), exact=case is Case.EXACT) for case in Case if rules.lists
        )
        self._allowances: Final = Allowances([folded(row) for row in rules.allowed])
        self._least: Final = {
            entity: own.minimum_permille if own.enabled else _OFF for entity, own in rules.entities.items()
        }

    def names(self, tagger: str | None) -> tuple[str, ...]:
        """What stands in records as the detectors that looked: ``("rules-AGE", "own:1a2b3c4d")`` without ages."""
        product = "-".join(("rules", *self.rules.off))
        own = (f"{OWN}{self.rules.digest}",) if self.rules.digest else ()
        return (product, *own, *(() if tagger is None else (tagger,)))

    def listed(self, text: str) -> Iterator[Candidate]:
        """What the word lists find in one folded text."""
        for phrases in self._lists:
            for start, end, rule in phrases.find(text):
                yield Candidate(
                    start, end, rule.entity, tier_of(rule.score_permille), f"{OWN}{rule.name}", rule.score_permille
                )

    def standing(self, text: str) -> "Standing":
        """Which candidates of one folded text stand."""
        return Standing(text, self._least, self._allowances)


class Standing:
    """Candidates that score what their kind has to, and of which something is outside all that is allowed."""

    def __init__(self, text: str, least: Mapping[EntityType, int], allowances: Allowances) -> None:
        self._text: Final = text
        self._least: Final = least
        self._allowances: Final = allowances
        self._withdrawn: Withdrawn | None = None

    def of(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        if self._least:
            candidates = [c for c in candidates if (c.score or c.tier) >= self._least.get(c.entity, 0)]
        found = list(candidates)
        if not found or not self._allowances:
            return found
        if self._withdrawn is None:
            self._withdrawn = self._allowances.withdrawn(self._text)
        return [c for c in found if c not in self._withdrawn]


def tier_of(score_permille: int) -> Tier:
    """The strongest evidence that a score reaches; overlaps are resolved by it."""
    return max((tier for tier in Tier if tier <= score_permille), default=Tier.LEARNED)


def recognizer(rule: OwnPattern) -> Recognizer:
    cues = rule.cues
    return Recognizer(
        f"{OWN}{rule.name}",
        rule.entity,
        tier_of(rule.score_permille),
        cased(rule.regex, rule.case),
        _check(rule.validator),
        score=rule.score_permille,
        beside=None if cues is None else beside(cues),
    )


def cased(regex: str, case: Case) -> str:
    return f"(?{'i' if case is Case.ANY else ''}:{fold_letters(regex)})"


def beside(cues: Cues) -> Near:
    return near([fold(cue).text for cue in cues.before], [fold(cue).text for cue in cues.after], cues.within)


def fold_letters(regex: str) -> str:
    """A pattern as the folded text is written; what is ASCII has its meaning in the pattern and stays."""
    return regex if regex.isascii() else "".join(char if char.isascii() else fold(char).text for char in regex)


def is_read(text: str) -> bool:
    """Whether folding keeps its letters apart; those of scripts without case all become ``x``."""
    return text.isascii() or all(_is_read(char) for char in text)


def _is_read(char: str) -> bool:
    folded = fold(char).text
    if folded.lower() != "x":
        return folded != "\x00"
    return char.isascii() or unicodedata.name(char, "").startswith(_READ_SCRIPTS)


def _check(validator: str | None) -> Callable[[str], bool]:
    """A surrogate of the masker, which folds to NUL, is in no finding."""
    valid = None if validator is None else VALIDATORS[validator]
    return lambda text: "\x00" not in text and (valid is None or valid(text))


def _entries(lists: Iterable[OwnList], case: Case) -> Iterator[tuple[str, OwnList]]:
    return ((fold(word).text, rule) for rule in lists if rule.case is case for word in rule.words)


def folded(row: Allowed) -> Allowed:
    """As the text it is looked for in is written."""
    return Allowed(tuple(fold(t).text for t in row.texts), tuple(map(fold_letters, row.patterns)), row.entity)


NO_RULES: Final = Organisation(OwnRules())
"""An organisation without rules of its own."""
