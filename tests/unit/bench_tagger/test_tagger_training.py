"""What is trained is what runs: both networks answer alike, up to the rounding of the weights that ship."""

from io import BytesIO
from zipfile import ZipFile

import numpy as np
import pytest

pytest.importorskip("jax", reason="needs the extra train")

from bench.tagger import model
from bench.tagger.encode import encoded
from bench.tagger.export import packed
from bench.tagger.train import train
from bench.tagger.write import NAME, joined
from extproc.adapters.compact import unpacked
from extproc.detect.compact.network import classified
from extproc.detect.compact.tagger import Compact
from extproc.detect.learned import Mode

EXAMPLES = [
    joined([("Please ask ", 0), (name, NAME), (" about the tea", 0)])
    for name in ("Zoe Quux", "Ola Quux", "Zoe Brandt", "Mia Brandt")
] * 30


def test_the_network_that_runs_answers_as_the_one_that_is_trained() -> None:
    corpus = encoded(EXAMPLES[:4])
    params = model.initial(5)
    batch = {"rows": corpus.rows, "kept": np.ones(corpus.rows.shape, bool), "stream": corpus.stream[None]}
    trained = np.asarray(model.logits(params, batch, None))[0]
    chances = np.exp(trained) / np.exp(trained).sum(axis=1, keepdims=True)
    weights = unpacked(packed(params))
    rows = (corpus.rows < len(weights.table))[..., None]
    summed = (weights.table[np.minimum(corpus.rows, len(weights.table) - 1)] * weights.scale * rows).sum(axis=1)
    vectors = (summed / np.sqrt(rows.sum(axis=1))).astype(np.float32)[corpus.stream]
    vectors[corpus.stream < 0] = 0
    there = corpus.stream >= 0
    assert np.allclose(classified(weights, vectors)[there], chances[there], atol=0.02)


def test_the_same_seed_gives_the_same_bytes() -> None:
    corpus = encoded(EXAMPLES[:40])
    one, same, other = (packed(train(corpus, seed=seed, steps=3, lines=2)) for seed in (1, 1, 2))
    assert one == same
    assert one != other


def test_the_file_says_nothing_of_when_it_was_written() -> None:
    with ZipFile(BytesIO(packed(model.initial(5)))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_short_training_learns_where_a_name_stands() -> None:
    tagger = Compact(unpacked(packed(train(encoded(EXAMPLES), seed=1, steps=60, lines=2))))
    text = "Please ask Ida Quux about the tea"
    assert [text[t.start : t.end] for t in tagger.tag([text], Mode.STRICT)[0]] == ["Ida Quux"]
