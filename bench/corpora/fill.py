"""Templates and what fills their slots.

A template is one line. ``{slot}`` is filled at random, ``\\n`` is a line break, ``{{`` and ``}}`` are braces. A number
behind ``name``, ``first`` or ``last`` says whose it is: all slots of one number in a template are one person's.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Final

from bench.corpora import addresses, dates, identifiers, vocabulary
from bench.corpora.addresses import GEO, Country
from bench.corpora.lists import Split, draw
from bench.corpora.names import Person, tradition
from bench.corpora.row import NEUTRAL, Piece
from extproc.detect.entities import EntityType as E

_TOKEN: Final = re.compile(r"\{\{|\}\}|\\n|\{([a-z_]+?(?:90)?)([0-9]*)\}|[{}]")
_LITERALS: Final = {"{{": "{", "}}": "}", "\\n": "\n"}
_NUMBERED: Final = frozenset({"name", "first", "last"})


class TemplateError(ValueError):
    """A template with a slot that does not exist, or with a lone brace."""


@dataclass(slots=True)
class Scene:
    """What one row draws from: its split, its mix of traditions and countries, where it plays, and who was met."""

    rng: Random
    split: Split
    traditions: tuple[str, ...]
    countries: tuple[str, ...]
    home: str = ""
    people: dict[str, Person] = field(default_factory=dict)

    def person(self, number: str) -> Person:
        """The person of ``number``; a new one each time when it is empty."""
        if number in self.people:
            return self.people[number]
        person = Person(tradition(draw(self.rng, self.traditions), self.split), self.rng)
        if number:
            self.people[number] = person
        return person

    def country(self) -> Country:
        """Where the row plays: a city and the postcode beside it are of one country."""
        if not self.home:
            self.home = draw(self.rng, self.countries)
        return addresses.country(self.home, self.split)


Slot = Callable[[Scene, str], tuple[Piece, ...]]
Part = Piece | tuple[Slot, str]


@dataclass(frozen=True, slots=True)
class Template:
    """A parsed line: plain pieces, and slots with the number behind them."""

    parts: tuple[Part, ...]

    @property
    def in_small_letters(self) -> bool:
        """Whether what stands between the slots has letters and no capital, as transcribed speech does."""
        return "".join(part.text for part in self.parts if isinstance(part, Piece)).islower()

    def fill(self, scene: Scene) -> list[Piece]:
        pieces: list[Piece] = []
        for part in self.parts:
            if isinstance(part, Piece):
                pieces.append(part)
            else:
                slot, number = part
                pieces += slot(scene, number)
        return pieces


def parse(line: str) -> Template:
    """Raises ``TemplateError``, which quotes the slot or brace that is wrong."""
    parts: list[Part] = []
    plain = ""
    at = 0
    for match in _TOKEN.finditer(line):
        plain += line[at : match.start()]
        at = match.end()
        if match[0] in _LITERALS:
            plain += _LITERALS[match[0]]
        else:
            parts += [Piece(plain), _slot(match)] if plain else [_slot(match)]
            plain = ""
    plain += line[at:]
    return Template((*parts, Piece(plain)) if plain else tuple(parts))


def _slot(match: re.Match[str]) -> tuple[Slot, str]:
    name, number = match[1], match[2]
    if name not in SLOTS or (number and name not in _NUMBERED):
        raise TemplateError(f"no such slot: {match[0]}")
    return SLOTS[name], number


def _made(entity: E, maker: Callable[[Random], str]) -> Slot:
    return lambda scene, _: (Piece(maker(scene.rng), entity),)


def _plain(maker: Callable[[Random], str]) -> Slot:
    return lambda scene, _: (Piece(maker(scene.rng)),)


def _neutral(maker: Callable[[Random], str]) -> Slot:
    return lambda scene, _: (Piece(maker(scene.rng), NEUTRAL),)


def _clinical(heading: str) -> Slot:
    return _plain(lambda rng: vocabulary.clinical(heading, rng))


def _world(heading: str) -> Callable[[Random], str]:
    return lambda rng: vocabulary.world(heading, rng)


def _in_country(maker: Callable[[Country, Random], str]) -> Slot:
    return lambda scene, _: (Piece(maker(scene.country(), scene.rng), GEO),)


def _email(scene: Scene, _: str) -> tuple[Piece, ...]:
    person = scene.person("")
    return (Piece(identifiers.email(scene.rng, person.given, person.family), E.EMAIL),)


def _org(scene: Scene, _: str) -> tuple[Piece, ...]:
    families = scene.person("").family, scene.person("").family
    return (Piece(vocabulary.org(scene.rng, *families), NEUTRAL),)


SLOTS: Final[Mapping[str, Slot]] = {
    "name": lambda scene, number: (Piece(scene.person(number).written(scene.rng), E.NAME),),
    "first": lambda scene, number: (Piece(scene.person(number).given, E.NAME),),
    "last": lambda scene, number: (Piece(scene.person(number).family, E.NAME),),
    "address": lambda scene, _: scene.country().address(scene.rng),
    "street": _in_country(Country.street),
    "city": _in_country(Country.city),
    "zip": _in_country(Country.postcode),
    "facility": _in_country(Country.facility),
    "date": lambda scene, _: dates.date(scene.rng),
    "day": lambda scene, _: dates.day(scene.rng),
    "moment": lambda scene, _: dates.moment(scene.rng),
    "age90": lambda scene, _: dates.age_over_89(scene.rng),
    "phone": _made(E.PHONE, identifiers.phone),
    "fax": _made(E.FAX, identifiers.phone),
    "email": _email,
    "url": _made(E.URL, identifiers.url),
    "ip": _made(E.IP, identifiers.ip),
    "ssn": _made(E.SSN, identifiers.ssn),
    "mrn": _made(E.MRN, identifiers.mrn),
    "plan": _made(E.HEALTH_PLAN, identifiers.plan),
    "account": _made(E.ACCOUNT, identifiers.account),
    "license": _made(E.LICENSE, identifiers.license_number),
    "vehicle": _made(E.VEHICLE, identifiers.vin),
    "plate": _made(E.VEHICLE, identifiers.plate),
    "device": _made(E.DEVICE, identifiers.device),
    "biometric": _made(E.BIOMETRIC, identifiers.biometric),
    "photo": _made(E.PHOTO, identifiers.photo),
    "other_id": _made(E.OTHER_ID, identifiers.other_id),
    "org": _org,
    "country": _neutral(_world("country")),
    "state": _neutral(_world("state")),
    "weekday": _neutral(_world("weekday")),
    "year": _neutral(vocabulary.year),
    "drug": _clinical("drug"),
    "condition": _clinical("condition"),
    "lab": _plain(vocabulary.lab),
    "eponym": _clinical("eponym"),
    "title": _plain(_world("title")),
    "job": _plain(_world("job")),
    "age": _plain(vocabulary.age),
    "dose": _plain(vocabulary.dose),
}
