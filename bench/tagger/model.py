"""The network of :mod:`extproc.detect.compact.network` in JAX, for training: with dropout, and float tables."""

from itertools import pairwise
from typing import Any, Final

import jax
import jax.numpy as jnp
import numpy as np

from bench.tagger.encode import ROWS
from bench.tagger.write import IGNORED
from extproc.detect.compact.decode import ENTITIES
from extproc.detect.compact.network import DILATIONS

WIDTH: Final = 48
HIDDEN: Final = 96
DROPOUT: Final = 0.1
"""Of the columns of a line: whole columns at once take a third less time than single numbers."""

Params = dict[str, Any]
Batch = dict[str, Any]


def initial(seed: int) -> Params:
    rng = np.random.default_rng(seed)
    widths = [WIDTH, *[HIDDEN] * len(DILATIONS)]

    def normal(*shape: int, by: float) -> np.ndarray:
        return (rng.standard_normal(shape) * by).astype(np.float32)

    return {
        "table": normal(ROWS + 1, WIDTH, by=0.3),
        "kernels": [normal(i, 3 * o, by=(2 / (3 * i)) ** 0.5) for i, o in pairwise(widths)],
        "biases": [np.zeros(o, np.float32) for o in widths[1:]],
        "head": normal(HIDDEN, 1 + len(ENTITIES), by=HIDDEN**-0.5),
        "head_bias": np.zeros(1 + len(ENTITIES), np.float32),
    }


def logits(params: Params, batch: Batch, key: jax.Array | None) -> jax.Array:
    """``batch["rows"]`` are those of the batch's distinct tokens, ``batch["stream"]`` refers to them, -1 in gaps.

    Without ``key`` nothing is dropped.
    """
    rows, stream = batch["rows"], batch["stream"]
    present = rows < ROWS
    count = jnp.maximum(present.sum(1, keepdims=True), 1)
    kept = (present & batch["kept"])[..., None]
    vectors = (params["table"][rows] * kept).sum(1) / jnp.sqrt(count)
    there = (stream >= 0)[..., None]
    layer = vectors[stream] * there
    for kernel, bias, far in zip(params["kernels"], params["biases"], DILATIONS, strict=True):
        out = jax.nn.relu(_convolved(layer, kernel, bias, far))
        if key is not None:
            key, own = jax.random.split(key)
            out = _dropped(out, own)
        layer = (out + layer if out.shape == layer.shape else out) * there
    return layer @ params["head"] + params["head_bias"]


def _dropped(out: jax.Array, key: jax.Array) -> jax.Array:
    lines, _, columns = out.shape
    return out * jax.random.bernoulli(key, 1 - DROPOUT, (lines, 1, columns)) / (1 - DROPOUT)


def _convolved(layer: jax.Array, kernel: jax.Array, bias: jax.Array, far: int) -> jax.Array:
    before, at, after = jnp.split(layer @ kernel, 3, axis=-1)
    before = jnp.pad(before, ((0, 0), (far, 0), (0, 0)))[:, :-far]
    after = jnp.pad(after, ((0, 0), (0, far), (0, 0)))[:, far:]
    return before + at + after + bias


def loss(params: Params, batch: Batch, key: jax.Array) -> jax.Array:
    """Mean cross-entropy of the tokens that count."""
    classes = batch["classes"]
    counts = classes != IGNORED
    chances = jax.nn.log_softmax(logits(params, batch, key))
    of_class = jnp.take_along_axis(chances, jnp.where(counts, classes, 0)[..., None], -1)[..., 0]
    return -(of_class * counts).sum() / jnp.maximum(counts.sum(), 1)


def adam(params: Params, grads: Params, state: Params, rate: jax.Array) -> tuple[Params, Params]:
    """One step of Adam, with moments in ``state``."""
    step = state["step"] + 1
    mean = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, state["mean"], grads)
    square = jax.tree.map(lambda v, g: 0.99 * v + 0.01 * g * g, state["square"], grads)
    scale = rate * jnp.sqrt(1 - 0.99**step) / (1 - 0.9**step)
    params = jax.tree.map(lambda p, m, v: p - scale * m / (jnp.sqrt(v) + 1e-8), params, mean, square)
    return params, {"step": step, "mean": mean, "square": square}


@jax.jit
def step(
    params: Params, state: Params, batch: Batch, rate: jax.Array, key: jax.Array
) -> tuple[Params, Params, jax.Array]:
    value, grads = jax.value_and_grad(loss)(params, batch, key)
    params, state = adam(params, grads, state, rate)
    return params, state, value
