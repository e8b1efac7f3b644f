"""Which texts are read, and which of them."""

import json
from pathlib import Path

import pytest

from bench.corpora.row import Mark, Row
from bench.detection.rows import Corpus, Marks, generated, given
from extproc.detect.entities import EntityType as E

ROWS = tuple(Row(str(number), "x" * 100, (), ()) for number in range(50))


def test_a_directory_gives_the_files_that_it_has(tmp_path: Path) -> None:
    row = {"id": "q-1", "text": "ann 1", "spans": [{"start": 0, "end": 3, "type": "NAME_LOWER"}], "neutral": [[4, 5]]}
    (tmp_path / "asq_phi_dev.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (tmp_path / "overmask").mkdir()
    (tmp_path / "overmask" / "aci_train.csv").write_text('note,dialogue\n"a\nb",c\nd,\n', "utf-8")
    queries, notes, dialogues = given(tmp_path)
    assert queries.rows == (Row("q-1", "ann 1", (Mark(0, 3, E.NAME),), ((4, 5),)),)
    assert [row.text for row in notes.rows] == ["a\nb", "d"]
    assert [row.text for row in dialogues.rows] == ["c"]
    assert (queries.marks, notes.marks) == (Marks.ALL, Marks.NONE)


def test_an_empty_directory_gives_none(tmp_path: Path) -> None:
    assert list(given(tmp_path)) == []


@pytest.mark.parametrize(("most", "kept"), [(1, 1), (100, 1), (250, 2), (10**6, 50)])
def test_a_sample_is_as_long_as_it_may_be(most: int, kept: int) -> None:
    sample = Corpus("c", Marks.ALL, ROWS, total=50).sample(most)
    assert (len(sample.rows), sample.total) == (kept, 50)


def test_a_sample_is_always_the_same_and_in_order() -> None:
    corpus = Corpus("c", Marks.ALL, ROWS, total=50)
    numbers = [int(row.id) for row in corpus.sample(2000).rows]
    assert numbers == sorted(numbers) == [int(row.id) for row in corpus.sample(2000).rows]
    assert numbers != list(range(20))


def test_every_kind_is_generated_well_and_carelessly() -> None:
    made = list(generated())
    assert len({corpus.name for corpus in made}) == len(made)
    assert sum(corpus.careless for corpus in made) * 2 == len(made)
    assert all(corpus.generated and corpus.total == len(corpus.rows) for corpus in made)
