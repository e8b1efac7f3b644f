"""The network: rows of a table for each token, then convolutions of width 3 over the tokens, in plain numpy.

Between two texts stand ``REACH``-many empty rows at most as far as one layer looks, which every layer keeps at zero, so
a text is answered alike alone and among others. Arrays are ``float32``, one row a token.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

DILATIONS: Final = (1, 2, 4, 8)
"""How far the outer taps of each layer look, in tokens."""
REACH: Final = sum(DILATIONS)
"""Tokens on each side that an answer depends on."""
GAP: Final = max(DILATIONS)
"""Empty rows between two texts."""


@dataclass(frozen=True, slots=True)
class Weights:
    """``table`` has a power of two of rows of ``int8``, to be multiplied by ``scale``, one a column.

    ``kernels`` hold, for each layer, the taps before, at and after a token side by side: ``(inputs, 3 * outputs)``.
    ``head`` leads from the last layer to the classes.
    """

    table: NDArray[np.int8] = field(repr=False)
    scale: Floats = field(repr=False)
    kernels: tuple[Floats, ...] = field(repr=False)
    biases: tuple[Floats, ...] = field(repr=False)
    head: Floats = field(repr=False)
    head_bias: Floats = field(repr=False)

    def __post_init__(self) -> None:
        if not self._fit():
            raise AssertionError("the arrays of the tagger do not fit together")

    def _fit(self) -> bool:
        rows, width = self.table.shape
        widths = [width, *(bias.shape[0] for bias in self.biases)]
        return (
            rows & (rows - 1) == 0
            and self.table.dtype == np.int8
            and self.scale.shape == (width,)
            and len(self.kernels) == len(self.biases) == len(DILATIONS)
            and all(k.shape == (i, 3 * o) for k, (i, o) in zip(self.kernels, pairwise(widths), strict=True))
            and self.head.shape == (widths[-1], *self.head_bias.shape)
        )


def embedded(weights: Weights, rows: Sequence[int]) -> Floats:
    """The vector of a token of these table rows: their sum over the root of their number."""
    total: Floats = weights.table[rows].sum(axis=0, dtype=np.float32)
    return total * weights.scale / np.float32(np.sqrt(len(rows)))


def classified(weights: Weights, vectors: Floats) -> Floats:
    """The probability of each class for each row; a row of ``vectors`` that is all zero is an empty one."""
    empty = np.flatnonzero(~vectors.any(axis=1))
    layer = vectors
    for kernel, bias, far in zip(weights.kernels, weights.biases, DILATIONS, strict=True):
        out = _convolved(layer, kernel, bias, far)
        if out.shape == layer.shape:
            out += layer
        out[empty] = 0
        layer = out
    return _softmax(layer @ weights.head + weights.head_bias)


def _convolved(layer: Floats, kernel: Floats, bias: Floats, far: int) -> Floats:
    """One matrix product for the three taps, which are then shifted and added."""
    width = bias.shape[0]
    taps = layer @ kernel
    out: Floats = taps[:, width : 2 * width] + bias
    out[far:] += taps[:-far, :width]
    out[:-far] += taps[far:, 2 * width :]
    return np.maximum(out, 0, out=out)


def _softmax(logits: Floats) -> Floats:
    logits -= logits.max(axis=1, keepdims=True)
    np.exp(logits, out=logits)
    logits /= logits.sum(axis=1, keepdims=True)
    return logits
