"""Places: cities, streets, postal addresses in each country's own order, and facilities that treat patients.

``data/places/<country>.txt`` holds one country: cities (``City:Region`` where the address names a region), street
names and how a street is written from one, postcode patterns, address forms (``|`` is a line break), units, facilities.
House numbers and postcodes are random and need not exist. A country's own name is neutral.

Not covered: post office boxes of most countries, directions in words, addresses in native script but for a few.
"""

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Final

from bench.corpora.lists import Split, draw, names_of, of_split, read, spell
from bench.corpora.row import NEUTRAL, Piece
from extproc.detect.entities import EntityType

GEO: Final = EntityType.GEO
_SINGLE_LINE: Final = 0.6
_WITH_COUNTRY: Final = 0.3
_WITH_UNIT: Final = 0.25
_LONG_NUMBER: Final = 0.2
_BY_WEB_FORM: Final = 0.2
_TWO_NUMBERS: Final = 0.25
_HERE: Final = "\0"
"""Where the country stands in a filled form."""
_LINE_BREAKS: Final = ("\n", "\n", "\n", "\n", "\n  ", ",\n", "\n\n")
_UNITS: Final = (
    "Apt. ###",
    "Apt %#",
    "Apt. %@",
    "Suite ###",
    "Unit %#",
    "Flat %",
    "Fl. %",
    "Room %##",
    "Bldg @",
)
_WEB_FORMS: Final = (
    "{street}, {city}, {country} {zip}",
    "{street}|{unit}|{city}|{country} {zip}",
    "{street} {unit}|{city}, {country} {zip}",
    "{street} {unit}|{city}|{country}",
    "{street}|{city}|{zip}|{country}",
    "{street}|{city} {zip}|{country}",
    "{street}, {unit}, {city}",
    "{street}|{city}|{country}",
)
"""What web shops and hospital portals ask for, the same for every country."""


@dataclass(frozen=True, slots=True)
class Country:
    """One country's lists in one split."""

    name: str
    cities: tuple[str, ...]
    streets: tuple[str, ...]
    street_forms: tuple[str, ...]
    postcodes: tuple[str, ...]
    units: tuple[str, ...]
    address_forms: tuple[str, ...]
    plain_forms: tuple[str, ...]
    facilities: tuple[str, ...]
    facility_forms: tuple[str, ...]
    saints: tuple[str, ...]
    founders: tuple[str, ...]
    called: tuple[str, ...]

    def city(self, rng: Random) -> str:
        return draw(rng, self.cities).partition(":")[0]

    def street(self, rng: Random) -> str:
        """Street and number, and now and then a unit."""
        form = draw(rng, self.street_forms)
        unit = draw(rng, self.units) if self.units and rng.random() < _WITH_UNIT else ""
        line = form.format(s=draw(rng, self.streets), n=house_number(rng))
        return f"{line}{spell(rng, unit)}"

    def postcode(self, rng: Random) -> str:
        return spell(rng, draw(rng, self.postcodes))

    def facility(self, rng: Random) -> str:
        if self.facilities and rng.random() < 0.4:
            return draw(rng, self.facilities)
        return draw(rng, self.facility_forms).format(
            city=self.city(rng),
            s=draw(rng, self.streets),
            saint=draw(rng, self.saints),
            founder=draw(rng, self.founders),
        )

    def address(self, rng: Random) -> tuple[Piece, ...]:
        """A full postal address: one mark a line, or one mark in all when it is written on one line."""
        city, _, region = draw(rng, self.cities).partition(":")
        parts = {"city": city, "region": region, "zip": self.postcode(rng), "country": _HERE}
        if rng.random() < _BY_WEB_FORM:
            form, street = draw(rng, _WEB_FORMS), self._numbered(rng)
        else:
            form, street = draw(rng, self.address_forms if region else self.plain_forms), self.street(rng)
            form += f"|{_HERE}" if rng.random() < _WITH_COUNTRY else ""
        lines = form.format(street=street, unit=spell(rng, draw(rng, _UNITS)), **parts).split("|")
        joint = ", " if rng.random() < _SINGLE_LINE else draw(rng, _LINE_BREAKS)
        return self._marked(rng, [", ".join(lines)] if joint == ", " else lines, joint)

    def _numbered(self, rng: Random) -> str:
        """A street as people type it into two fields: a number of its own in front, now and then."""
        street = self.street(rng)
        return f"{house_number(rng)} {street}" if rng.random() < _TWO_NUMBERS else street

    def _marked(self, rng: Random, lines: list[str], joint: str) -> tuple[Piece, ...]:
        """One mark a line, but for the country in it."""
        country = Piece(draw(rng, self.called), NEUTRAL)
        pieces: list[Piece] = []
        for line in lines:
            before, found, after = line.partition(_HERE)
            place, rest = before.rstrip(" ,"), after.lstrip(" ,")
            pieces += [Piece(joint)] if pieces else []
            pieces += [Piece(place, GEO), Piece(before[len(place) :])]
            pieces += [country, Piece(after[: len(after) - len(rest)]), Piece(rest, GEO)] if found else []
        return tuple(piece for piece in pieces if piece.text)


def house_number(rng: Random) -> str:
    return str(int(rng.random() * (9800 if rng.random() < _LONG_NUMBER else 300)) + 1)


def countries() -> tuple[str, ...]:
    return names_of("places")


@cache
def country(name: str, split: Split) -> Country:
    lists = read("places", name)
    return Country(
        name,
        _cities(lists["cities"], split),
        of_split(lists["streets"], split),
        lists["street forms"],
        lists["postcode forms"],
        lists.get("unit forms", ()),
        lists["address forms"],
        tuple(form for form in lists["address forms"] if "{region}" not in form),
        of_split(lists.get("facilities", ()), split),
        lists["facility forms"],
        of_split(read("words", "patrons")["saints"], split),
        of_split(read("words", "patrons")["founders"], split),
        lists["country"],
    )


def _cities(entries: tuple[str, ...], split: Split) -> tuple[str, ...]:
    """A city's side is its own: the region behind the colon does not count."""
    kept = set(of_split((entry.partition(":")[0] for entry in entries), split))
    return tuple(entry for entry in entries if entry.partition(":")[0] in kept)
