"""The network is the plain definition of itself, and no text sees its neighbour in a batch."""

from dataclasses import replace

import numpy as np
import pytest

from extproc.detect.compact.network import DILATIONS, GAP, REACH, Floats, Weights, classified, embedded
from tests.support.weights import WIDTH, random_weights

WEIGHTS = random_weights()


def vectors(rows: int, seed: int = 1) -> Floats:
    return np.random.default_rng(seed).standard_normal((rows, WIDTH)).astype(np.float32)


def by_definition(weights: Weights, layer: Floats) -> Floats:
    """Token by token, tap by tap."""
    for kernel, bias, far in zip(weights.kernels, weights.biases, DILATIONS, strict=True):
        taps = np.split(kernel, 3, axis=1)
        out = np.tile(bias, (len(layer), 1))
        for at in range(len(layer)):
            for tap, where in zip(taps, (at - far, at, at + far), strict=True):
                if 0 <= where < len(layer):
                    out[at] += layer[where] @ tap
        out = np.maximum(out, 0)
        layer = out + layer if out.shape == layer.shape else out
    logits = layer @ weights.head + weights.head_bias
    chances: Floats = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return chances


@pytest.mark.parametrize("rows", [1, 2, 5, 40])
def test_the_fast_form_is_the_definition(rows: int) -> None:
    assert np.allclose(classified(WEIGHTS, vectors(rows)), by_definition(WEIGHTS, vectors(rows)), atol=1e-5)


def test_no_rows_have_no_classes() -> None:
    assert classified(WEIGHTS, vectors(0)).shape == (0, 3)


def test_a_text_is_answered_alike_alone_and_behind_another() -> None:
    one, two, gap = vectors(20), vectors(9, seed=2), np.zeros((GAP, WIDTH), np.float32)
    together = classified(WEIGHTS, np.concatenate([one, gap, two]))
    assert np.allclose(together[-9:], classified(WEIGHTS, two), atol=1e-6)
    assert np.allclose(together[:20], classified(WEIGHTS, one), atol=1e-6)


def test_an_answer_depends_on_no_token_out_of_reach() -> None:
    one = vectors(60)
    other = one.copy()
    other[30 + REACH + 1 :] = 0
    assert np.allclose(classified(WEIGHTS, one)[30], classified(WEIGHTS, other)[30], atol=1e-6)
    other[30 + REACH] = 0
    assert not np.allclose(classified(WEIGHTS, one)[30], classified(WEIGHTS, other)[30], atol=1e-6)


def test_a_vector_is_the_sum_of_its_rows_over_the_root_of_their_number() -> None:
    rows = [3, 9, 9, 200]
    expected = (WEIGHTS.table[rows].astype(float) * WEIGHTS.scale).sum(axis=0) / 2
    assert np.allclose(embedded(WEIGHTS, rows), expected, atol=1e-6)


@pytest.mark.parametrize(
    "broken",
    [
        {"scale": WEIGHTS.scale[:-1]},
        {"table": WEIGHTS.table[:-1]},
        {"table": WEIGHTS.table.astype(np.int16)},
        {"kernels": WEIGHTS.kernels[:-1], "biases": WEIGHTS.biases[:-1]},
        {"kernels": (WEIGHTS.kernels[0].T, *WEIGHTS.kernels[1:])},
        {"head": WEIGHTS.head[:, :2]},
    ],
)
def test_arrays_that_do_not_fit_are_refused(broken: dict[str, object]) -> None:
    with pytest.raises(AssertionError, match="do not fit"):
        replace(WEIGHTS, **broken)
