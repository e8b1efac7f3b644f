"""Rows of JSON, one a line: ``{"id", "text"}`` in, ``{"id", ...}`` out, in order and as they come.

What one read of the input brings is answered and flushed before the next read, so a writer that pauses has its
answers, and one that does not is answered in large bits. A row that is none is told with its line number and has no
answer; the others go on.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import BufferedIOBase
from typing import Final, NamedTuple, Protocol

import orjson

READ_BYTES: Final = 1 << 16
NO_ROW: Final = 'not an object with an "id" (a text or a whole number) and a "text"'

Answer = Callable[[str], Mapping[str, object]]
"""What is said of a text, beside its id."""


class Answered(NamedTuple):
    out: bytes
    bad: tuple[int, ...]
    """Indices of the lines that are no rows."""


class Sink(Protocol):
    def write(self, data: bytes, /) -> object: ...
    def flush(self) -> object: ...


def batches(source: BufferedIOBase) -> Iterator[list[bytes]]:
    """The lines of a stream, as many at a time as one read completes."""
    begun: list[bytes] = []
    while chunk := source.read1(READ_BYTES):
        head, newline, tail = chunk.rpartition(b"\n")
        if not newline:
            begun.append(chunk)
            continue
        yield b"".join((*begun, head)).split(b"\n")
        begun = [tail] if tail else []
    if begun:
        yield [b"".join(begun)]


def answered(answer: Answer, lines: Sequence[bytes]) -> Answered:
    out, bad = [], []
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        row = _row(line)
        if row is None:
            bad.append(index)
        else:
            out.append(_written({"id": row[0], **answer(row[1])}))
    return Answered(b"".join(out), tuple(bad))


def _row(line: bytes) -> tuple[str | int, str] | None:
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError:
        row = _lenient(line)
    match row:
        case {"id": str() | int() as name, "text": str(text)} if not isinstance(name, bool):
            return name, text
        case _:
            return None


def _lenient(line: bytes) -> object:
    """Half of a surrogate pair is a text too, which orjson does not take."""
    try:
        return json.loads(line)
    except ValueError:
        return None


def _written(row: Mapping[str, object]) -> bytes:
    try:
        return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # half of a surrogate pair
        return json.dumps(row).encode() + b"\n"


def write(answers: Iterable[tuple[int, Answered]], sink: Sink, tell: Callable[[str], None]) -> bool:
    """Write answers, each with the number of its first line; whether all lines were rows."""
    good = True
    for first, (out, bad) in answers:
        if out:
            sink.write(out)
            sink.flush()
        for index in bad:
            good = False
            tell(f"line {first + index}: {NO_ROW}")
    return good


def one_by_one(source: BufferedIOBase, answer: Answer) -> Iterator[tuple[int, Answered]]:
    number = 1
    for lines in batches(source):
        yield number, answered(answer, lines)
        number += len(lines)
