"""Cities, streets, addresses and facilities, of each locale of Faker, of GeoNames and of ``bench.corpora``.

Beside the addresses of one country stand mixed ones, of parts from anywhere in any order: what an address looks like is
to be learned, not the countries that a generator happens to know.
"""

from collections.abc import Sequence
from random import Random
from typing import Final

from faker import Faker
from faker.config import AVAILABLE_LOCALES

from bench.corpora.addresses import countries, country
from bench.corpora.lists import Split, spell
from bench.tagger.pools import People, cities
from bench.tagger.tables import table

_DRAWS: Final = 350


class Places:
    """``lands`` are names of countries, which stand in addresses only."""

    def __init__(self, rng: Random, people: People, lands: Sequence[str]) -> None:
        self._rng = rng
        self._lands = lands
        self._people = people
        self._cities, self._large = cities(rng)
        self._streets: list[str] = []
        self._addresses: list[str] = []
        self._countries = [country(name, Split.TRAIN) for name in countries()]
        for locale in sorted(AVAILABLE_LOCALES):
            self._draw(locale)

    def _draw(self, locale: str) -> None:
        """Some locales know no addresses; Faker then answers with American ones, which are left out."""
        fake = Faker(locale)
        if not locale.startswith("en") and "en_US" in type(fake.provider("address")).__module__:
            return
        fake.seed_instance(1)
        self._cities += sorted({fake.city() for _ in range(_DRAWS)})
        self._streets += sorted({fake.street_address() for _ in range(_DRAWS)})
        self._addresses += [fake.address() for _ in range(_DRAWS)]

    def city(self) -> str:
        draw = self._rng.random()
        if draw < 0.08:
            return self._rng.choice(table("town forms")).format(w=self._called_after())
        if draw < 0.2 and self._countries:
            return self._rng.choice(self._countries).city(self._rng)
        return self._rng.choice(self._large if draw < 0.5 else self._cities)

    def street(self) -> str:
        rng, draw = self._rng, self._rng.random()
        if draw < 0.2 and self._countries:
            return rng.choice(self._countries).street(rng)
        if draw < 0.4:
            return rng.choice(self._streets).replace("\n", ", ")
        written = self._way(rng.choice(table("street forms" if draw < 0.85 else "numbered forms")))
        return f"{written}{rng.choice((' ', ', '))}{self._unit()}" if rng.random() < 0.15 else written

    def corner(self) -> str:
        """Where two streets meet."""
        rng = self._rng
        one, two = (
            self._way(rng.choice(table("named forms"))) if rng.random() < 0.6 else self.street() for _ in range(2)
        )
        return rng.choice(table("corners")).format(one=one, two=two)

    def _way(self, form: str) -> str:
        rng = self._rng
        n, m, k = rng.randrange(1, 9999), rng.randrange(1, 250), rng.randrange(1, 40)
        return form.format(w=self._called_after(), suffix=rng.choice(table("suffixes of streets")), n=n, m=m, k=k)

    def _unit(self) -> str:
        return spell(self._rng, self._rng.choice(table("units")))

    def postcode(self) -> str:
        return spell(self._rng, self._rng.choice(table("postcodes")))

    def address(self) -> str:
        """A full address, in one line or several."""
        rng, draw = self._rng, self._rng.random()
        if draw < 0.3 and self._countries:
            text = "".join(piece.text for piece in rng.choice(self._countries).address(rng))
        elif draw < 0.5:
            text = rng.choice(self._addresses)
        elif draw < 0.55:
            text = self.corner()
        else:
            text = self._mixed()
        return text.replace("\n", rng.choice((", ", ", ", " ", "; "))) if "\n" in text and rng.random() < 0.5 else text

    def _mixed(self) -> str:
        """Street, then any of unit, town, region, postcode and country, in any order and on any number of lines."""
        rng = self._rng
        parts = [self._unit()] if rng.random() < 0.2 else []
        tail = [self.city(), self.postcode()]
        if rng.random() < 0.4:
            tail.append(rng.choice(table("regions")))
        if rng.random() < 0.4:
            tail.append(rng.choice(self._lands))
        if rng.random() < 0.5:
            rng.shuffle(tail)
        if rng.random() < 0.15:
            parts.append(self.city())
        between = rng.choice((" ", " ", ", ", "\n", "\n, ", ",\n"))
        parts.append(between.join(tail) if rng.random() < 0.7 else _unevenly(tail, rng))
        street = self.street()
        if rng.random() < 0.08:
            parts.append(street)
            rng.shuffle(parts)
        else:
            parts.insert(0, street)
        return rng.choice(("\n", ", ", ", ", " ", "\n ", ",\n", " - ", "\n    ")).join(parts)

    def facility(self) -> str:
        rng = self._rng
        if self._countries and rng.random() < 0.25:
            return rng.choice(self._countries).facility(rng)
        return rng.choice(table("facilities")).format(c=self.city(), w=self._called_after(), g=self._people.given())

    def _called_after(self) -> str:
        """What streets and hospitals are called after."""
        draw = self._rng.random()
        if draw < 0.45:
            return self._people.family()
        if draw < 0.6:
            return self._people.given()
        return self.city() if draw < 0.75 else self._rng.choice(table("namesakes"))


def _unevenly(parts: Sequence[str], rng: Random) -> str:
    text = parts[0]
    for part in parts[1:]:
        text += rng.choice((" ", ", ", "\n", "\n, ", "\n ")) + part
    return text
