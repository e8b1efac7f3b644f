"""What the sidecar and its detection workers say to each other, over the worker's standard input and output.

Frames of bytes with their length before them. The first one opens: the settings' section in, :data:`READY` or a
sentence why not out. Then each question is one frame, and its answer some frames of rows and one that ends it. Both
ends are this program, so they speak in pickles; nothing of it is written down.
"""

import pickle
import struct
from collections.abc import Iterator, Sequence
from typing import Final

from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding, Form, Known, Passage, Span

LENGTH: Final = struct.Struct(">Q")
READY: Final = b""
ROWS: Final = 2000
"""Of one frame: what the loop unpacks in about 2 ms."""


def framed(content: bytes) -> bytes:
    return LENGTH.pack(len(content)) + content


def question(passages: Sequence[Passage], known: Sequence[Known]) -> bytes:
    return pickle.dumps((tuple(passages), tuple(known)), pickle.HIGHEST_PROTOCOL)


def asked(content: bytes) -> tuple[tuple[Passage, ...], tuple[Known, ...]]:
    said: tuple[tuple[Passage, ...], tuple[Known, ...]] = pickle.loads(content)  # noqa: S301  # our own parent's
    return said


def answer(found: Sequence[Sequence[Finding]]) -> Iterator[bytes]:
    """Its frames; the last one is the number of passages."""
    rows = [
        (index, f.span.start, f.span.end, str(f.entity), f.score_permille, f.recognizer, str(f.form))
        for index, findings in enumerate(found)
        for f in findings
    ]
    for at in range(0, len(rows), ROWS):
        yield pickle.dumps(rows[at : at + ROWS], pickle.HIGHEST_PROTOCOL)
    yield pickle.dumps(len(found))


def failure(kind: str) -> bytes:
    """The frame that ends an answer which is none: the type of the exception, and nothing of its text."""
    return pickle.dumps(kind)


class Answer:
    """An answer to a question about ``passages`` texts, as its frames come in."""

    def __init__(self, passages: int) -> None:
        self.found: Final[list[list[Finding]]] = [[] for _ in range(passages)]
        self.failure = ""

    def take(self, frame: bytes) -> bool:
        """Whether this frame was the last. What no worker of ours says raises, as a bug does."""
        match pickle.loads(frame):  # noqa: S301  # our own worker's
            case list(rows):
                for index, start, end, entity, score, recognizer, form in rows:
                    self.found[index].append(
                        Finding(Span(start, end), EntityType(entity), score, recognizer, Form(form))
                    )
                return False
            case int(passages) if passages == len(self.found):
                return True
            case str(kind):
                self.failure = kind
                return True
            case _:
                raise AssertionError("the worker said what no worker says")
