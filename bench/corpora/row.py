"""A generated text with its identifiers marked, and how one is put together from pieces.

Offsets are code points, as ``str`` indexes them. Neutral ranges are neither required nor penalised by an evaluation.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from extproc.detect.entities import EntityType

NEUTRAL: Final = "neutral"


class Piece(NamedTuple):
    """A stretch of text with one label: an entity type, ``NEUTRAL``, or ``None`` for plain text."""

    text: str
    label: str | None = None


class Mark(NamedTuple):
    """An identifier in a text: the half-open range ``[start, end)``."""

    start: int
    end: int
    type: EntityType


@dataclass(frozen=True, slots=True)
class Row:
    """One text. ``marks`` and ``neutral`` are ordered and overlap nothing."""

    id: str
    text: str
    marks: tuple[Mark, ...]
    neutral: tuple[tuple[int, int], ...]

    def to_json(self) -> str:
        """One line of JSONL: ``{"id", "text", "spans": [{"start", "end", "type"}], "neutral": [[start, end]]}``."""
        return json.dumps(
            {
                "id": self.id,
                "text": self.text,
                "spans": [mark._asdict() for mark in self.marks],
                "neutral": self.neutral,
            },
            ensure_ascii=False,
        )


def assemble(row_id: str, pieces: Iterable[Piece]) -> Row:
    """The row that ``pieces`` spell. A given and a family name that follow one another are one name."""
    texts: list[str] = []
    marks: list[Mark] = []
    neutral: list[tuple[int, int]] = []
    at = 0
    for text, label in pieces:
        end = at + len(text)
        if label == NEUTRAL:
            neutral.append((at, end))
        elif label is not None:
            _add(marks, texts, Mark(at, end, EntityType(label)))
        texts.append(text)
        at = end
    return Row(row_id, "".join(texts), tuple(marks), tuple(neutral))


def _add(marks: list[Mark], texts: Sequence[str], mark: Mark) -> None:
    last = marks[-1] if marks else None
    both_names = last is not None and last.type is mark.type is EntityType.NAME
    if last is not None and both_names and last.end + 1 == mark.start and texts[-1] == " ":
        marks[-1] = Mark(last.start, mark.end, mark.type)
    else:
        marks.append(mark)
