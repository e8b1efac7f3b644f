"""A detection worker with a detector that does as it is told: ``python -m tests.support.detect_worker``.

It finds every ``Martha``. Other words make it raise, die, hang, print, or fail where its environment holds a secret.
Started with the learned tier ``spacy``, it says that it cannot be.
"""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from extproc.adapters.detect_worker import main
from extproc.config import Detect
from extproc.detect.entities import EntityType
from extproc.detect.finding import Detector, Finding, Known, Passage, Span
from extproc.errors import Misconfigured

COMMAND = (sys.executable, "-m", "tests.support.detect_worker")
NAME = "Martha"


class Obedient:
    names = ("obedient",)

    def find(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> tuple[tuple[Finding, ...], ...]:
        return tuple(tuple(self._found(passage.text.reveal())) for passage in passages)

    def _found(self, text: str) -> list[Finding]:
        match text.split(" ", 1):
            case ["raise", said]:
                raise ValueError(said)
            case ["die", _]:
                os.kill(os.getpid(), signal.SIGKILL)
            case ["hang", flag]:
                Path(flag.strip()).write_text(str(os.getpid()))
                signal.pause()
            case ["print", said]:
                print(said, flush=True)  # noqa: T201
                print(said, file=sys.stderr, flush=True)  # noqa: T201
            case ["secrets", _] if "SECRET" in os.environ:
                raise AssertionError
            case _:
                pass
        return [_finding(at) for at in range(len(text)) if text.startswith(NAME, at)]


def _finding(at: int) -> Finding:
    return Finding(Span(at, at + len(NAME)), EntityType.NAME, 600, "obedient")


def opened(detect: Detect) -> Detector:
    if detect.learned == "spacy":
        raise Misconfigured("spacy is away")
    return Obedient()


if __name__ == "__main__":
    sys.exit(main(opened))
