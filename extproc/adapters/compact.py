"""The compact tagger with the weights that ship in the package, made by ``python -m bench.tagger.train``.

Its matrices are small: one thread multiplies them faster than several wake up, and texts share the cores already. So
numpy is told to use one, which counts only where it was not imported before.
"""

import os
from hashlib import sha256
from importlib.resources import files
from io import BytesIO
from typing import Final

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from extproc.detect.compact.network import DILATIONS, Weights
from extproc.detect.compact.tagger import Compact
from extproc.errors import Misconfigured

WEIGHTS: Final = "compact.npz"
SHA256: Final = "29b3c6f994f2f5ba39be54b160fc09c9c9cae8518ab4cc9ed1bc30b8b0e6f229"


def load_compact() -> Compact:
    """Raises ``Misconfigured`` when the file is not there or is not the one this build was measured with."""
    try:
        raw = files("extproc.adapters").joinpath("weights", WEIGHTS).read_bytes()
    except OSError as error:
        raise Misconfigured(f"the weights {WEIGHTS} cannot be read: reinstall wardgate") from error
    if sha256(raw).hexdigest() != SHA256:
        raise Misconfigured(f"the weights {WEIGHTS} are not those of this build: reinstall wardgate")
    return Compact(unpacked(raw))


def unpacked(raw: bytes) -> Weights:
    """The arrays of an ``.npz`` file; those of half precision are widened."""
    with np.load(BytesIO(raw), allow_pickle=False) as arrays:
        wide = {name: arrays[name].astype(np.float32) for name in arrays.files if name != "table"}
        layers = range(len(DILATIONS))
        return Weights(
            table=arrays["table"],
            scale=wide["scale"],
            kernels=tuple(wide[f"kernel{layer}"] for layer in layers),
            biases=tuple(wide[f"bias{layer}"] for layer in layers),
            head=wide["head"],
            head_bias=wide["head_bias"],
        )
