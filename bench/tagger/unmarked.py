"""Clinical notes and dialogues that nobody marked, as training text: marked by the rules, with other people's names.

The directory holds CSV files; half of the rows are read, by a digest of the row's id, so that the other half can
measure. Every name that the rules find is replaced, so no name of these texts is learned. What the rules leave
unmarked, though a gazetteer knows it as a name, does not count either way.
"""

import csv
import re
from collections.abc import Iterator
from hashlib import md5
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from bench.tagger.write import GEO, IGNORED, NAME, Example, renamed
from extproc.adapters.gazetteers import load_gazetteer
from extproc.detect.engine import Engine
from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding, Passage
from extproc.detect.lexicon import CITY, COMMON, FIRST, LAST
from extproc.detect.rules import Rules
from extproc.sealed import Sealed

if TYPE_CHECKING:  # what it needs is installed for training only
    from bench.tagger.pools import People

_ID, _TEXTS = ("encounter_id", "ID"), ("note", "dialogue", "section_text")
_PART_CHARS: Final = 700
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_CLASSES: Final = {EntityType.NAME: NAME, EntityType.GEO: GEO}


class Unmarked:
    """Parts of the texts of a directory, marked once, each time with new names."""

    def __init__(self, directory: Path, rng: Random, people: "People") -> None:
        self._rng = rng
        self._people = people
        rules = Rules(load_gazetteer())
        self._lexicon = rules.lexicon
        engine = Engine(rules)
        texts = list(_texts(directory))
        self._parts = [
            part
            for text, found in zip(texts, (engine.find([Passage(Sealed(text))])[0] for text in texts), strict=True)
            for part in _parts(text, self._marks(text, found))
        ]

    def part(self) -> Example:
        """With the marked names replaced."""
        return renamed(self._rng.choice(self._parts), self._people, self._rng)

    def _marks(self, text: str, found: tuple[Finding, ...]) -> list[tuple[int, int, int]]:
        marks = [(f.span.start, f.span.end, _CLASSES[f.entity]) for f in found if f.entity in _CLASSES]
        covered = {at for start, end, _ in marks for at in range(start, end)}
        for match in _WORD.finditer(text):
            flags = self._lexicon.get(match[0].lower(), 0)
            if flags & (FIRST | LAST | CITY) and not flags & COMMON and match.start() not in covered:
                marks.append((*match.span(), IGNORED))
        return sorted(marks)


def held_out(row_id: str) -> bool:
    """Whether a row is for measuring."""
    return bool(md5(row_id.encode(), usedforsecurity=False).digest()[0] & 1)


def _texts(directory: Path) -> Iterator[str]:
    for path in sorted(directory.glob("*.csv")):
        with path.open(newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if not held_out(next(row[name] for name in _ID if row.get(name))):
                    yield from (row[name] for name in _TEXTS if row.get(name))


def _parts(text: str, marks: list[tuple[int, int, int]]) -> Iterator[Example]:
    """Cut at line ends, into parts of at least ``_PART_CHARS`` where there are enough lines."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PART_CHARS)
        end = len(text) if end < 0 else end + 1
        yield Example(
            text[start:end], tuple((a - start, min(b, end) - start, kind) for a, b, kind in marks if start <= a < end)
        )
        start = end
