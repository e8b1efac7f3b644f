"""Words that identify nobody: drugs, conditions, eponyms, jobs, and the neutral company, state, country and weekday."""

from random import Random
from typing import Final

from bench.corpora.dates import LAST_YEAR
from bench.corpora.lists import draw, read

_CLINICAL: Final = read("words", "clinical")
_WORLD: Final = read("words", "world")
_MEASURED: Final = {entry.split(":")[0]: entry.split(":")[1:] for entry in _CLINICAL["lab values"]}
"""Lowest and highest value, decimals, unit."""
_WITH_VALUE: Final = 0.6
_WITH_UNIT: Final = 0.3
_MOST_ADULTS: Final = 0.75
_ADULTS: Final = 0.9


def clinical(heading: str, rng: Random) -> str:
    """``heading``: drug, condition, eponym."""
    return draw(rng, _CLINICAL[heading])


def world(heading: str, rng: Random) -> str:
    """``heading``: country, state, weekday, title, job."""
    return draw(rng, _WORLD[heading])


def dose(rng: Random) -> str:
    return draw(rng, _CLINICAL["dose forms"]).format(n=draw(rng, _CLINICAL["amount"]))


def org(rng: Random, family: str, family2: str) -> str:
    """A company, sometimes named after a family."""
    return draw(rng, _WORLD["org forms"]).format(word=draw(rng, _WORLD["org word"]), family=family, family2=family2)


def lab(rng: Random) -> str:
    """A test, mostly with its result where that is a number."""
    name = clinical("lab", rng)
    if name not in _MEASURED or rng.random() > _WITH_VALUE:
        return name
    low, high, decimals, unit = _MEASURED[name]
    value = float(low) + rng.random() * (float(high) - float(low))
    written = f"{name} {value:.{decimals}f}"
    return f"{written} {unit}" if unit and rng.random() < _WITH_UNIT else written


def age(rng: Random) -> str:
    """Under 90: most people who are ill are between 30 and 85."""
    chance = rng.random()
    first, last = (30, 85) if chance < _MOST_ADULTS else (18, 89) if chance < _ADULTS else (1, 17)
    return str(first + int(rng.random() * (last - first + 1)))


def year(rng: Random) -> str:
    return str(LAST_YEAR - int(rng.random() ** 2 * 60))
