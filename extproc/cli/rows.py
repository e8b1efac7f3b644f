"""Rows of JSON, one a line: ``{"id", "text"}`` in, ``{"id", ...}`` out, in order and as they come.

What one read of the input brings is answered and flushed before the next read, so a writer that pauses has its
answers, and one that does not is answered in large bits. A line that is no row, or is too long to be held with all that
is found in it, is told with its number and has no answer; the others go on.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import BufferedIOBase
from typing import Final, NamedTuple, Protocol

import orjson

READ_BYTES: Final = 1 << 16
MOST_BYTES: Final = 4_000_000
"""Of a line. A text takes some 50 times its size while it is read, and a process shall do with 300 MB."""
NO_ROW: Final = 'not an object with an "id" (a text or a whole number) and a "text"'
TOO_LONG: Final = f"more than {MOST_BYTES // 1_000_000} MB; give the text as a file of its own, or in several rows"

MOST_TOLD: Final = 20
"""Of lines without an answer, so many are told one by one: a file of another kind has thousands."""

Line = bytes | None
"""``None`` stands for a line that was too long to be kept."""

Answer = Callable[[str], Mapping[str, object]]
"""What is said of a text, beside its id."""


class Answered(NamedTuple):
    out: bytes
    bad: tuple[tuple[int, str], ...]
    """The lines without an answer: their indices, and why."""


class Sink(Protocol):
    def write(self, data: bytes, /) -> object: ...
    def flush(self) -> object: ...


def batches(source: BufferedIOBase) -> Iterator[list[Line]]:
    """The lines of a stream, as many at a time as one read completes."""
    begun = _Begun()
    while chunk := source.read1(READ_BYTES):
        head, newline, tail = chunk.partition(b"\n")
        begun.add(head)
        if newline:
            *whole, rest = tail.split(b"\n")
            yield [begun.taken(), *whole]
            begun.add(rest)
    if begun:
        yield [begun.taken()]


class _Begun:
    """A line whose end was not read yet. Holds ``MOST_BYTES`` at most."""

    def __init__(self) -> None:
        self._bits: list[bytes] = []
        self._size = 0

    def __bool__(self) -> bool:
        return self._size > 0

    def add(self, bit: bytes) -> None:
        self._size += len(bit)
        if self._size > MOST_BYTES:
            self._bits.clear()
        elif bit:
            self._bits.append(bit)

    def taken(self) -> Line:
        line = None if self._size > MOST_BYTES else b"".join(self._bits)
        self._bits, self._size = [], 0
        return line


def answered(answer: Answer, lines: Sequence[Line]) -> Answered:
    out, bad = [], []
    for index, line in enumerate(lines):
        if line is None:
            bad.append((index, TOO_LONG))
        elif line.strip():
            row = _row(line)
            if row is None:
                bad.append((index, NO_ROW))
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
    except (ValueError, RecursionError):  # no JSON, or lists in lists without an end
        return None


def _written(row: Mapping[str, object]) -> bytes:
    try:
        return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:  # half of a surrogate pair
        return json.dumps(row).encode() + b"\n"


def write(answers: Iterable[tuple[int, Answered]], sink: Sink, tell: Callable[[str], None]) -> bool:
    """Write answers, each with the number of its first line; whether all lines had one."""
    told = 0
    for first, (out, bad) in answers:
        if out:
            sink.write(out)
            sink.flush()
        for index, why in bad[: max(0, MOST_TOLD - told)]:
            tell(f"line {first + index}: {why}")
        told += len(bad)
    if told > MOST_TOLD:
        tell(f"{told - MOST_TOLD} more lines without an answer")
    return not told


def one_by_one(source: BufferedIOBase, answer: Answer) -> Iterator[tuple[int, Answered]]:
    number = 1
    for lines in batches(source):
        yield number, answered(answer, lines)
        number += len(lines)
