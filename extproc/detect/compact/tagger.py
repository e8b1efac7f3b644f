"""The tagger: texts to tokens to vectors to spans, in blocks of bounded size.

The vector of a token is computed once and remembered under its salted hash, never under its text; what is remembered
is dropped when it grows too large. Safe to be asked by several threads.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

import numpy as np

from extproc.detect.compact.decode import ENTITIES, THRESHOLDS, believed, runs
from extproc.detect.compact.features import features
from extproc.detect.compact.network import GAP, REACH, Floats, Weights, classified, embedded
from extproc.detect.compact.tokenise import tokens
from extproc.detect.learned import Mode, Tagged

_BLOCK_TOKENS: Final = 2048
_REMEMBERED: Final = 65_536
"""Tokens; 192 bytes each beside the cost of an object."""
_GAP_LENGTHS: Final = (0,) * GAP
_NONE: Final = np.zeros((0, 1 + len(ENTITIES)), np.float32)


class Compact:
    """A :class:`~extproc.detect.learned.Tagger` of persons' names and of places smaller than a state."""

    name: Final = "compact"
    costly: Final = False

    def __init__(self, weights: Weights) -> None:
        self._weights: Final = weights
        self._rows: Final = weights.table.shape[0]
        self._gap: Final = [bytes(weights.table.shape[1] * 4)] * GAP
        self._known: Final[dict[int, bytes]] = {}

    def tag(self, texts: Sequence[str], mode: Mode) -> list[list[Tagged]]:
        """Of each text; empty for an empty one."""
        lengths: list[int] = []
        firsts: list[int] = []
        vectors = chain.from_iterable(self._vectors(text, lengths, firsts) for text in texts)
        classes = np.concatenate([_NONE, *self._classes(vectors)])
        sizes = np.array(lengths, np.int64)
        ends = [0, *np.cumsum(sizes).tolist()]
        found: list[list[Tagged]] = [[] for _ in texts]
        thresholds = THRESHOLDS[mode]
        for run in runs(classes, sizes > 0, thresholds):
            index = bisect_right(firsts, run.first) - 1
            before = ends[firsts[index]]
            text = texts[index]
            start, end = _trimmed(text, ends[run.first] - before, ends[run.last + 1] - before)
            if start < end and believed(run, text, start, end, thresholds):
                found[index].append(Tagged(start, end, run.entity, run.score_permille))
        return found

    def _vectors(self, text: str, lengths: list[int], firsts: list[int]) -> Iterator[list[bytes]]:
        """The vectors of a text's tokens, then a gap; the lengths of both go to the end of ``lengths``."""
        firsts.append(len(lengths))
        for piece in tokens(text):
            lengths.extend(map(len, piece))
            yield self._looked_up(piece)
        lengths.extend(_GAP_LENGTHS)
        yield self._gap

    def _looked_up(self, piece: list[str]) -> list[bytes]:
        known = self._known
        if len(known) > _REMEMBERED:
            known.clear()
        remembered = map(known.get, map(hash, piece))
        return [vector or self._computed(token) for token, vector in zip(piece, remembered, strict=True)]

    def _computed(self, token: str) -> bytes:
        key = hash(token)
        vector = self._known.get(key)
        if vector is None:
            vector = embedded(self._weights, features(token, self._rows)).tobytes()
            self._known[key] = vector
        return vector

    def _classes(self, vectors: Iterator[list[bytes]]) -> Iterator[Floats]:
        """The classes of all rows, a block at a time; each block is read with what stands before and behind it."""
        held: list[bytes] = []
        before = 0
        for more in vectors:
            held += more
            while len(held) >= before + _BLOCK_TOKENS + REACH:
                end = before + _BLOCK_TOKENS
                yield self._block(held[: end + REACH])[before:end]
                before = min(end, REACH)
                del held[: end - before]
        if len(held) > before:
            yield self._block(held)[before:]

    def _block(self, rows: list[bytes]) -> Floats:
        joined = np.frombuffer(b"".join(rows), np.float32)
        return classified(self._weights, joined.reshape(len(rows), -1))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without what is neither letter nor digit at the ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end
