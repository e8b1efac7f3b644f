"""Runs of tokens from the probabilities of their classes.

A run of tokens of one entity, each at least possible, counts when one of them is sure enough. So one threshold decides
what is found, and a lower one how far it reaches. What is written in small letters or capitals only says less of
itself than ``Anna`` does. Where all around is written so too, nothing speaks against it; among words that are written
otherwise, a name would be as well, and has to be surer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from extproc.detect.compact.network import Floats
from extproc.detect.entities import EntityType
from extproc.detect.learned import Mode

ENTITIES: Final = (EntityType.NAME, EntityType.GEO)
"""What the classes of the network mean, but for the first, which is nothing."""
_NOTHING: Final = -1
_AROUND_CHARS: Final = 80
"""A line or two: there is hardly an English sentence of so many without a capital."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Probabilities; a pair has one for each of ``ENTITIES``."""

    sure: tuple[float, float]
    """Of one token of a run at least."""
    sure_alike: tuple[float, float]
    """The same where all letters are small, or all are capitals, and those around are too."""
    sure_apart: tuple[float, float]
    """The same where those around are not."""
    possible: float
    """Of every token of a run."""


THRESHOLDS: Final = {
    Mode.BALANCED: Thresholds(sure=(0.74, 0.44), sure_alike=(0.74, 0.70), sure_apart=(0.99, 0.97), possible=0.10),
    Mode.STRICT: Thresholds(sure=(0.72, 0.42), sure_alike=(0.72, 0.68), sure_apart=(0.988, 0.967), possible=0.08),
}
"""Where 97 % of the spans are right in sentences that no training text was made after; strict is at the edge of it."""


class Run(NamedTuple):
    """Tokens ``[first, last]``."""

    first: int
    last: int
    entity: EntityType
    score_permille: int


def runs(classes: Floats, inside: NDArray[np.bool_], thresholds: Thresholds) -> Iterator[Run]:
    """In order. ``classes`` has a row for each token; those that are not ``inside`` a text end a run."""
    if not len(classes):
        return
    found = classes[:, 1:]
    kinds = found.argmax(axis=1)
    chances = found.max(axis=1)
    kinds[(chances < thresholds.possible) | ~inside] = _NOTHING
    firsts = np.flatnonzero(np.diff(kinds, prepend=_NOTHING - 1))
    lasts = np.append(firsts[1:], len(kinds)) - 1
    best = np.maximum.reduceat(chances, firsts)
    kinds = kinds[firsts]
    for at in np.flatnonzero((kinds != _NOTHING) & (best >= np.array(thresholds.sure)[kinds])):
        yield Run(int(firsts[at]), int(lasts[at]), ENTITIES[kinds[at]], int(best[at] * 1000))


def believed(run: Run, text: str, start: int, end: int, thresholds: Thresholds) -> bool:
    """Whether a run that is sure enough is so for the way ``text[start:end]`` is written. No case at all is mixed.

    Bounded in time: ``_AROUND_CHARS`` on each side count.
    """
    written = text[start:end]
    if not (written.islower() or written.isupper()):
        return True
    otherwise = str.isupper if written.islower() else str.islower
    around = text[max(0, start - _AROUND_CHARS) : start] + text[end : end + _AROUND_CHARS]
    sure = thresholds.sure_apart if any(map(otherwise, around)) else thresholds.sure_alike
    return run.score_permille >= 1000 * sure[ENTITIES.index(run.entity)]
