"""What an allowance would let pass: planted and generated identifiers, names that people have, numbers of one person.

Not covered: an allowed text or number of a form that only one hospital has.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from extproc.detect.engine import Engine
from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Passage
from extproc.detect.fold import fold
from extproc.detect.lexicon import FIRST, LAST
from extproc.detect.own.allowances import Allowances, Allowed
from extproc.detect.own.faults import Kind, Level, Remark, Where, allowed_at
from extproc.detect.own.organisation import folded
from extproc.detect.own.samples import samples
from extproc.detect.phrases import words_of
from extproc.detect.recognizer import Candidate, Tier
from extproc.detect.rules import Rules
from extproc.detect.selftest import PLANTED
from extproc.sealed import Sealed

_OWN_TOO: Final = frozenset({E.GEO, E.PHONE, E.FAX, E.EMAIL, E.URL, E.IP})
"""Kinds of which a hospital has some of its own, which it may allow."""
_LEAST_DIGITS: Final = 5
_FEW: Final = 3
_MOST_NAME_WORDS: Final = 3


def remarks(rows: Sequence[Allowed], rules: Rules, faulty: Container[Where]) -> Iterator[Remark]:
    """``rules`` are the product's alone; places of ``faulty`` are left out."""
    engine = Engine(rules)
    for row in rows:
        at = allowed_at(row)
        for index, pattern in enumerate(row.patterns):
            where = (*at, "patterns", index)
            if where not in faulty:
                yield from _lets_pass(replace(row, texts=(), patterns=(pattern,)), where)
        for index, text in enumerate(row.texts):
            where = (*at, "texts", index)
            if where not in faulty:
                yield from _of_a_person(text, row.entity, where, engine, rules)


def _lets_pass(row: Allowed, where: Where) -> Iterator[Remark]:
    allowances = Allowances([folded(row)])
    passing = [entity for entity, _, value in PLANTED if _passes(allowances, entity, value)]
    many = [entity for entity in E if row.entity in (None, entity) and _lets_many_pass(allowances, entity)]
    if passing or many:
        kinds = ", ".join(entity for entity in E if entity in (*passing, *many))
        why = f"it allows generated identifiers that nobody chose, {kinds}, so a patient's would pass as well"
        advice = "write out the numbers or names that may stand, with their fixed beginning"
        yield Remark(Level.ERROR, Kind.ALLOWS_PERSON, where, _called(where), why, advice)


def _lets_many_pass(allowances: Allowances, entity: E) -> bool:
    """More than a few: a hospital's own block of numbers is met by chance only."""
    passing = (value for value in samples(entity) if _passes(allowances, entity, fold(value).text))
    return len(list(islice(passing, _FEW + 1))) > _FEW


def _passes(allowances: Allowances, entity: E, value: str) -> bool:
    return _identifier(entity, value) in allowances.withdrawn(value)


def _identifier(entity: E, value: str) -> Candidate:
    return Candidate(0, len(value), entity, Tier.VALIDATED, "planted")


def _called(where: Where) -> str:
    *_, table, index = where
    return f"allow {str(table).removesuffix('s')} {int(index) + 1}"


def _of_a_person(text: str, of: E | None, where: Where, engine: Engine, rules: Rules) -> Iterator[Remark]:
    found = {f.entity for f in engine.find([Passage(Sealed(text))])[0]} - {E.NAME}
    personal = [entity for entity in E if entity in found - _OWN_TOO and of in (None, entity)]
    if personal:
        why = f"it reads as an identifier of a person, {personal[0]}"
        advice = "remove it: what identifies one person is not to be allowed"
        yield Remark(Level.ERROR, Kind.ALLOWS_PERSON, where, _called(where), why, advice)
    elif of in (None, E.NAME) and _is_name(text, rules):
        why = "it is a name that people have, and theirs would not be masked either"
        advice = f"allow the whole name of the place, or put it under [allow.only.{E.GEO}]"
        yield Remark(Level.WARNING, Kind.ALLOWS_PERSON, where, _called(where), why, advice)
    elif not found and sum(char.isdigit() for char in fold(text).text) >= _LEAST_DIGITS:
        why = "it is a number that could be a person's"
        advice = "allow it for its kind only, as in [allow.only.PHONE]"
        if of is None:
            yield Remark(Level.WARNING, Kind.ALLOWS_PERSON, where, _called(where), why, advice)


def _is_name(text: str, rules: Rules) -> bool:
    """All its words are given names and surnames."""
    words = words_of(fold(text).text.lower())
    return len(words) <= _MOST_NAME_WORDS and all(rules.lexicon.get(word, 0) & (FIRST | LAST) for word in words)
