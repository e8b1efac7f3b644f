"""Examples as arrays: a stream of token numbers with a class each, and the table rows of every distinct token."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.tagger.write import IGNORED, Example
from extproc.detect.compact.features import MOST, features
from extproc.detect.compact.network import GAP
from extproc.detect.compact.tokenise import tokens

ROWS = 1 << 16
WORD_FEATURES = slice(2, 4)
"""Where a token's features name the token itself."""


@dataclass(slots=True)
class Corpus:
    """``stream`` holds token numbers and -1 between texts, ``classes`` one class for each; gaps are ``IGNORED``."""

    stream: NDArray[np.int32]
    classes: NDArray[np.uint8]
    rows: NDArray[np.int32]
    """``(tokens, MOST)``; ``ROWS`` where a token has fewer features."""
    words: NDArray[np.bool_]

    def lines(self, width: int) -> tuple[NDArray[np.int32], NDArray[np.uint8]]:
        """Both streams cut into lines of ``width`` tokens."""
        count = len(self.stream) // width
        return self.stream[: count * width].reshape(count, width), self.classes[: count * width].reshape(count, width)


def encoded(examples: Iterable[Example]) -> Corpus:
    numbers: dict[str, int] = {}
    stream: list[int] = []
    classes: list[int] = []
    for example in examples:
        pieces = [token for piece in tokens(example.text) for token in piece]
        stream += [numbers.setdefault(token, len(numbers)) for token in pieces]
        classes += _classes(pieces, example)
        stream += [-1] * GAP
        classes += [IGNORED] * GAP
    rows = np.full((len(numbers), MOST), ROWS, np.int32)
    for token, number in numbers.items():
        found = features(token, ROWS)[:MOST]
        rows[number, : len(found)] = found
    words = np.array([token.lstrip()[:1].isalpha() for token in numbers])
    return Corpus(np.array(stream, np.int32), np.array(classes, np.uint8), rows, words)


def _classes(pieces: list[str], example: Example) -> list[int]:
    """The class of the mark that holds a token's last character."""
    found = []
    marks = iter((*example.marks, (len(example.text) + 1, len(example.text) + 1, 0)))
    start, end, kind = next(marks)
    at = 0
    for token in pieces:
        at += len(token)
        while at > end:
            start, end, kind = next(marks)
        found.append(kind if at > start else 0)
    return found
