"""Words that identify nobody: drugs, conditions, eponyms, jobs, and the neutral company, state, country and weekday."""

from random import Random
from typing import Final

from bench.corpora.dates import LAST_YEAR
from bench.corpora.lists import draw, read

_CLINICAL: Final = read("words", "clinical")
_WORLD: Final = read("words", "world")
_ADULT: Final = 0.85


def clinical(heading: str, rng: Random) -> str:
    """``heading``: drug, condition, lab, eponym."""
    return draw(rng, _CLINICAL[heading])


def world(heading: str, rng: Random) -> str:
    """``heading``: country, state, weekday, title, job."""
    return draw(rng, _WORLD[heading])


def dose(rng: Random) -> str:
    return draw(rng, _CLINICAL["dose forms"]).format(n=draw(rng, _CLINICAL["amount"]))


def org(rng: Random, family: str, family2: str) -> str:
    """A company, sometimes named after a family."""
    return draw(rng, _WORLD["org forms"]).format(word=draw(rng, _WORLD["org word"]), family=family, family2=family2)


def age(rng: Random) -> str:
    """Under 90, and mostly of an adult."""
    return str(18 + int(rng.random() * 72)) if rng.random() < _ADULT else str(1 + int(rng.random() * 17))


def year(rng: Random) -> str:
    return str(LAST_YEAR - int(rng.random() ** 2 * 60))
