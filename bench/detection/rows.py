"""The texts that detectors are measured on: those of a directory, where it is there, and those generated here.

A corpus says what its marks allow to count. Some mark only patients' names, so that precision says nothing; some have
no marks at all, and what is found in them is mostly found wrongly.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Any, Final

from bench.corpora.generate import Kind, Split, rows
from bench.corpora.row import Mark, Row
from extproc.detect.entities import EntityType

SEED: Final = 2026
COUNTS: Final = {
    Kind.QUERIES: 1000,
    Kind.SENTENCES: 1000,
    Kind.DIALOGUE: 400,
    Kind.NOTES: 150,
    Kind.CLEAN: 1000,
    Kind.FORMS: 500,
}
"""Rows of each kind: some 40 to 100 KB each."""


class Marks(StrEnum):
    ALL = "all"
    NAMES = "patients' names only"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Corpus:
    """``total`` is how many rows there were before some were left out."""

    name: str
    marks: Marks
    rows: tuple[Row, ...] = field(repr=False)
    generated: bool = False
    careless: bool = False
    total: int = 0

    @property
    def length(self) -> int:
        """In characters."""
        return sum(len(row.text) for row in self.rows)

    def sample(self, most_chars: int) -> "Corpus":
        """Rows at random up to so many characters and at least one, in their order; always the same ones."""
        order = list(range(len(self.rows)))
        Random(f"{self.name}/{SEED}").shuffle(order)
        kept: list[int] = []
        length = 0
        for index in order:
            if kept and length + len(self.rows[index].text) > most_chars:
                break
            kept.append(index)
            length += len(self.rows[index].text)
        return replace(self, rows=tuple(self.rows[index] for index in sorted(kept)), total=len(self.rows))


_GIVEN: Final = (
    ("clinician queries", Marks.ALL, "asq_phi_dev.jsonl", ""),
    ("sentences, many cultures", Marks.ALL, "presidio_synth_v2.jsonl", ""),
    ("dialogues, patients' names", Marks.NAMES, "clinical/aci_patient_names.jsonl", "dialogue"),
    ("notes, patients' names", Marks.NAMES, "clinical/aci_patient_names.jsonl", "note"),
    ("notes without marks", Marks.NONE, "overmask/aci_train.csv", "note"),
    ("dialogues without marks", Marks.NONE, "overmask/aci_train.csv", "dialogue"),
    ("sections without marks", Marks.NONE, "overmask/mts_dialog_train.csv", "section_text"),
    ("short dialogues without marks", Marks.NONE, "overmask/mts_dialog_train.csv", "dialogue"),
)
"""Name, marks, file, and the column of a table or the end of the ids that count."""


def given(directory: Path) -> Iterator[Corpus]:
    """Those of the files above that ``directory`` has."""
    for name, marks, file, part in _GIVEN:
        path = directory / file
        if path.is_file():
            read = _column(path, part) if path.suffix == ".csv" else _marked(path, part)
            some = tuple(row for row in read if row.text.strip())
            yield Corpus(name, marks, some, total=len(some))


def generated() -> Iterator[Corpus]:
    """Each kind twice: as it should be written, and every row carelessly."""
    for kind, count in COUNTS.items():
        for noise in (0.0, 1.0):
            some = tuple(rows(kind, Split.TEST, SEED, count, noise))
            name = f"{kind}, generated{', careless' if noise else ''}"
            yield Corpus(name, Marks.ALL, some, generated=True, careless=noise > 0, total=count)


def _marked(path: Path, part: str) -> Iterator[Row]:
    for line in path.read_text("utf-8").splitlines():
        document = json.loads(line)
        if document["id"].endswith(part):
            yield _row(document)


def _row(document: dict[str, Any]) -> Row:
    marks = tuple(
        Mark(one["start"], one["end"], EntityType(one["type"].removesuffix("_LOWER"))) for one in document["spans"]
    )
    return Row(document["id"], document["text"], marks, tuple((a, b) for a, b in document.get("neutral", ())))


def _column(path: Path, column: str) -> Iterator[Row]:
    with path.open(newline="", encoding="utf-8") as file:
        for number, record in enumerate(csv.DictReader(file)):
            yield Row(f"{path.stem}-{number}", record[column], (), ())
