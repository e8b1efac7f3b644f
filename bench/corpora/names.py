"""People: a given name, a family name, and how each naming tradition writes them together.

``data/names/<tradition>.txt`` holds one tradition: given and family names (by gender where they bend), patronymics,
native script, and the forms a full name takes in it. The short writings that clinicians use of anyone
(``Anna S.``, ``Smith, John``) are here. Titles are never part of a name.

Not covered: nicknames that share no letters with the name, names of more than one script.
"""

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Final

from bench.corpora.lists import Split, draw, names_of, of_split, read

FULL: Final = 64
"""Of a hundred writings of a name, those in a full form of its tradition; the others are ``SHORT``."""
SHORT: Final = (
    *("{given}",) * 8,
    *("{family}",) * 3,
    *("{given} {family}",) * 3,
    *("{given} {family_initial}",) * 6,
    "{given} {bare_initial}",
    *("{initial} {family}",) * 4,
    "{initial} {middle_initial} {family}",
    *("{family}, {given}",) * 5,
    *("{family}, {given} {middle_initial}",) * 2,
    *("{given} {middle_initial} {family}",) * 3,
    *("{given} {bare_middle} {family}",) * 2,
    "{family}, {initial}",
    "{given_upper} {family_upper}",
    *("{family_upper}, {given_upper}",) * 2,
    "{family_upper}, {given}",
    "{initials}",
)
NATIVE_PER_MILLE: Final = 25


@dataclass(frozen=True, slots=True)
class Gender:
    """What a tradition's lists hold for one gender, in one split."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    patronymic: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tradition:
    """One naming tradition in one split."""

    name: str
    genders: tuple[Gender, Gender]
    native_given: tuple[str, ...]
    native_family: tuple[str, ...]
    native_forms: tuple[str, ...]


class Person:
    """Somebody nobody is: the parts of one name, to be written in many ways."""

    __slots__ = ("_parts", "_tradition", "_writings")

    def __init__(self, tradition: Tradition, rng: Random) -> None:
        self._tradition = tradition
        gender = tradition.genders[rng.random() < 0.5]
        given, middle = draw(rng, gender.given), draw(rng, gender.given)
        family = draw(rng, gender.family)
        self._writings = gender.forms
        self._parts = {
            "given": given,
            "middle": middle,
            "family": family,
            "family2": draw(rng, gender.family),
            "patronymic": draw(rng, gender.patronymic) if gender.patronymic else middle,
            "father": draw(rng, tradition.genders[0].given),
            "initial": f"{given[0]}.",
            "middle_initial": f"{middle[0]}.",
            "family_initial": f"{family[0]}.",
            "bare_initial": family[0],
            "bare_middle": middle[0],
            "initials": f"{given[0]}.{family[0]}.",
            "given_upper": given.upper(),
            "family_upper": family.upper(),
        }

    @property
    def given(self) -> str:
        return self._parts["given"]

    @property
    def family(self) -> str:
        return self._parts["family"]

    def written(self, rng: Random) -> str:
        """Any usual writing of the name."""
        if self._tradition.native_forms and rng.random() * 1000 < NATIVE_PER_MILLE:
            return self._native(rng)
        forms = self._writings if rng.random() * 100 < FULL else SHORT
        return draw(rng, forms).format_map(self._parts)

    def _native(self, rng: Random) -> str:
        parts = {
            "given": draw(rng, self._tradition.native_given),
            "family": draw(rng, self._tradition.native_family),
        }
        return draw(rng, self._tradition.native_forms).format_map(parts)


def traditions() -> tuple[str, ...]:
    return names_of("names")


@cache
def tradition(name: str, split: Split) -> Tradition:
    lists = read("names", name)
    return Tradition(
        name,
        (_gender(name, "male", split), _gender(name, "female", split)),
        of_split(lists.get("native given", ()), split),
        of_split(lists.get("native family", ()), split),
        lists.get("native forms", ()),
    )


def _gender(name: str, gender: str, split: Split) -> Gender:
    lists = read("names", name)

    def both(heading: str) -> tuple[str, ...]:
        return (*lists.get(heading, ()), *lists.get(f"{heading} {gender}", ()))

    return Gender(
        of_split(both("given"), split),
        of_split(both("family"), split),
        of_split(both("patronymic"), split),
        lists["forms"] + lists.get(f"{gender} forms", ()),
    )
