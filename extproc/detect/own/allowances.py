"""What an organisation allows to stand: its own switchboard, the names of its departments.

An allowed text withdraws a candidate only if it covers the candidate's letters and digits whole, and stands as whole
words itself. So ``Mercy Hospital`` allows neither ``Mercy Hospital, 12 Main Street`` as one address, nor ``Mercy`` in
``Ms. Mercy Jones``.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from extproc.detect.entities import EntityType
from extproc.detect.phrases import Phrases
from extproc.detect.recognizer import Candidate
from extproc.detect.scan import Scanner

Of = EntityType | None
"""The kind of identifier an allowance is about; ``None`` is about all."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """Texts, in any case, and patterns in RE2's syntax, that are never findings of ``entity``."""

    texts: tuple[str, ...] = field(default=(), repr=False)
    patterns: tuple[str, ...] = field(default=(), repr=False)
    entity: Of = None


class Allowances:
    """Raises ``re2.error`` when made with a pattern RE2 does not take. ``texts`` are folded."""

    def __init__(self, rows: Sequence[Allowed]) -> None:
        self._phrases: Final = Phrases((text, row.entity) for row in rows for text in row.texts)
        patterns = [(pattern, row.entity) for row in rows for pattern in row.patterns]
        self._of: Final = [entity for _, entity in patterns]
        self._scanner: Final = Scanner([pattern for pattern, _ in patterns]) if patterns else None

    def __bool__(self) -> bool:
        return bool(self._phrases or self._of)

    def withdrawn(self, text: str) -> "Withdrawn":
        """What is allowed in one folded text."""
        ranges: dict[Of, list[tuple[int, int]]] = {}
        for start, end, entity in self._ranges(text):
            ranges.setdefault(entity, []).append((start, end))
        return Withdrawn(text, {entity: _Cover(found) for entity, found in ranges.items()})

    def _ranges(self, text: str) -> Iterator[tuple[int, int, Of]]:
        yield from self._phrases.find(text)
        if self._scanner is None:
            return
        data = text.encode("ascii")
        for index in self._scanner.hits(data):
            for start, end, _ in self._scanner.finditer(index, data):
                if _whole_words(text, start, end):
                    yield start, end, self._of[index]


class Withdrawn:
    """Whether a candidate of one text lies within something allowed."""

    def __init__(self, text: str, covers: dict[Of, "_Cover"]) -> None:
        self._text: Final = text
        self._covers: Final = covers

    def __contains__(self, candidate: Candidate) -> bool:
        of = [cover for entity in (None, candidate.entity) if (cover := self._covers.get(entity)) is not None]
        if not of:
            return False
        start, end = _bare(self._text, candidate.start, candidate.end)
        return any(cover.holds(start, end) for cover in of)


class _Cover:
    """Whether one of some ranges holds another whole. Ranges are not merged: two neighbours do not cover together."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self._starts: Final = [start for start, _ in ordered]
        self._furthest: Final = list(accumulate((end for _, end in ordered), max))

    def holds(self, start: int, end: int) -> bool:
        before = bisect_right(self._starts, start)
        return before > 0 and self._furthest[before - 1] >= end


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without what is neither letter nor digit at its ends; unchanged when there is nothing else."""
    bare_start, bare_end = start, end
    while bare_start < end and not text[bare_start].isalnum():
        bare_start += 1
    while bare_end > bare_start and not text[bare_end - 1].isalnum():
        bare_end -= 1
    return (bare_start, bare_end) if bare_start < bare_end else (start, end)


def _whole_words(text: str, start: int, end: int) -> bool:
    """Not cut out of a longer word or number."""
    begins = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return begins and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))
