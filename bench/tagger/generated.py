"""Rows of ``bench.corpora`` as training texts: names and places are marked, all other identifiers are plain text.

Only the training split is drawn from. Half of the names give way to those of :mod:`bench.tagger.pools`, of which there
are many more. Not covered: mentions of one person agree only where no name gave way.
"""

from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING, Final

from bench.corpora.generate import Kind, rows
from bench.corpora.lists import Split
from bench.corpora.row import Row
from bench.tagger.write import GEO, IGNORED, NAME, Example, renamed
from extproc.detect.entities import EntityType

if TYPE_CHECKING:  # what it needs is installed for training only
    from bench.tagger.pools import People

_CLASSES: Final = {EntityType.NAME: NAME, EntityType.GEO: GEO}
_SHARES: Final = {
    Kind.NOTES: 4, Kind.QUERIES: 5, Kind.DIALOGUE: 6, Kind.FORMS: 2, Kind.SENTENCES: 4, Kind.CLEAN: 8,
}  # fmt: skip
"""How often a kind is drawn. Clean rows teach what is no name; nothing else does."""
_NOISE: Final = {Kind.DIALOGUE: 0.6, Kind.NOTES: 0.3}
_USUAL_NOISE: Final = 0.25
_MANY: Final = 1_000_000
_RENAMED: Final = 0.5
_NEAR_CHARS: Final = 4
"""Parts of one address stand no further apart."""


class Generated:
    """An endless supply of rows, one kind beside the other."""

    def __init__(self, rng: Random, seed: int, people: "People") -> None:
        self._rng = rng
        self._people = people
        self._kinds = [kind for kind, share in _SHARES.items() for _ in range(share)]
        self._rows = {kind: rows(kind, Split.TRAIN, seed, _MANY, _NOISE.get(kind, _USUAL_NOISE)) for kind in _SHARES}

    def row(self) -> Example:
        example = as_example(next(self._rows[self._rng.choice(self._kinds)]))
        if self._rng.random() < _RENAMED:
            return renamed(example, self._people, self._rng)
        return example


def as_example(row: Row) -> Example:
    """The parts of an address and what is between them are one mark. A country beside one of them does not count."""
    marks: list[tuple[int, int, int]] = []
    for start, end, entity in row.marks:
        kind = _CLASSES.get(entity, 0)
        if kind == GEO and marks and marks[-1][2] == GEO and _one_address(row.text[marks[-1][1] : start]):
            marks[-1] = (marks[-1][0], end, GEO)
        elif kind:
            marks.append((start, end, kind))
    beside = [(*span, IGNORED) for span in row.neutral if _touches(span, marks)]
    return Example(row.text, tuple(sorted([*marks, *beside])))


def _one_address(between: str) -> bool:
    return len(between) <= _NEAR_CHARS and not any(map(str.isalnum, between))


def _touches(span: tuple[int, int], marks: Sequence[tuple[int, int, int]]) -> bool:
    start, end = span
    return any(
        kind == GEO and (0 <= start - last <= _NEAR_CHARS or 0 <= first - end <= _NEAR_CHARS)
        for first, last, kind in marks
    )
