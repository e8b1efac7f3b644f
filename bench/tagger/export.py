"""Trained parameters as the file that ships: the table in 8 bits with a scale a column, the rest in half precision."""

from io import BytesIO

import numpy as np

from bench.tagger.encode import ROWS
from bench.tagger.model import Params


def packed(params: Params) -> bytes:
    table = np.asarray(params["table"])[:ROWS]
    scale = np.abs(table).max(axis=0) / 127
    arrays = {
        "table": np.rint(table / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "head": np.asarray(params["head"], np.float16),
        "head_bias": np.asarray(params["head_bias"], np.float16),
    }
    for layer, (kernel, bias) in enumerate(zip(params["kernels"], params["biases"], strict=True)):
        arrays[f"kernel{layer}"] = np.asarray(kernel, np.float16)
        arrays[f"bias{layer}"] = np.asarray(bias, np.float16)
    buffer = BytesIO()
    np.savez(buffer, **arrays)
    return buffer.getvalue()
