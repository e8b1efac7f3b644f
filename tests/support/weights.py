"""Small random weights for the compact tagger: they know nothing, and answer something."""

from itertools import pairwise

import numpy as np

from extproc.detect.compact.network import DILATIONS, Weights

ROWS, WIDTH, HIDDEN, CLASSES = 256, 6, 8, 3


def random_weights(seed: int = 7) -> Weights:
    rng = np.random.default_rng(seed)
    widths = [WIDTH, *[HIDDEN] * len(DILATIONS)]

    def normal(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return rng.standard_normal(shape).astype(np.float32)

    return Weights(
        table=rng.integers(-127, 128, (ROWS, WIDTH), np.int8),
        scale=np.full(WIDTH, 0.02, np.float32),
        kernels=tuple(normal(i, 3 * o) * np.float32(0.3) for i, o in pairwise(widths)),
        biases=tuple(normal(o) * np.float32(0.1) for o in widths[1:]),
        head=normal(HIDDEN, CLASSES),
        head_bias=normal(CLASSES),
    )
