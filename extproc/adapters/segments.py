"""Where chains stand on a disk, and how their lines are read.

::

    audit/                                     several processes may share it, each with a chain of its own
      20261122T061148Z-5f0c2a91/               a chain: the start of its process, and eight random digits
        lock                                   held (flock) by the one process that writes here
        seg-000000000000.jsonl                 from record 0
        seg-000000043690.jsonl                 from record 43690
        torn-000000051234-9c1f                 what recovery cut after record 51233: never acknowledged, kept as it was
      .20261122T061201Z-02b7d3c5/              a chain before its first record is durable: not a chain yet

What this does not cover: file systems whose flock does not reach all writers (NFS without locking).
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import Final

from extproc.audit.canonical import MAX_BODY_BYTES
from extproc.audit.chain import is_checkpoint, parse_checkpoint, parse_record
from extproc.audit.fault import Broken
from extproc.audit.reader import Head, Segment, heads
from extproc.audit.record import Event

CHAIN_NAME: Final = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{8}")
SEGMENT_NAME: Final = re.compile(r"seg-(\d{12,})\.jsonl")
MAX_LINE_BYTES: Final = MAX_BODY_BYTES + 4096
LAST_LINES_BYTES: Final = 8192
"""More than the end of a chain takes: ``chain.closed`` and its checkpoint are under 1 KiB."""

OnLine = Callable[[bytes], object]
"""Told of each line as it is read, for progress."""


def new_chain_name(time_us: int) -> str:
    return f"{datetime.fromtimestamp(time_us // 1_000_000, UTC):%Y%m%dT%H%M%SZ}-{token_hex(4)}"


def segment_name(first_seq: int) -> str:
    return f"seg-{first_seq:012d}.jsonl"


def chain_directories(root: Path) -> list[Path]:
    """The chains of ``root``, the oldest first. Raises ``OSError``."""
    return sorted(path for path in root.iterdir() if CHAIN_NAME.fullmatch(path.name) and path.is_dir())


def segment_files(chain: Path) -> list[Path]:
    """In order; names of 13 digits and more sort after those of 12."""
    files = [path for path in chain.iterdir() if SEGMENT_NAME.fullmatch(path.name)]
    return sorted(files, key=lambda path: _first_seq(path.name))


def segments(chain: Path, on_line: OnLine = len) -> list[Segment]:
    """The segments that are there now; their lines are read when they are asked for."""
    return [
        Segment(f"{chain.name}/{path.name}", _first_seq(path.name), lines(path, on_line))
        for path in segment_files(chain)
    ]


def lines(path: Path, on_line: OnLine = len) -> Iterator[bytes]:
    """Each with its newline, the last perhaps without. What is too long for a line comes in pieces without one."""
    with path.open("rb") as file:
        while line := file.readline(MAX_LINE_BYTES):
            on_line(line)
            yield line


def closed_head(chain: Path) -> Head | None:
    """The head of a chain that has its end, by a look at its last lines; nothing is verified. ``None`` otherwise."""
    match _last_lines(segment_files(chain)):
        case [*_, record, checkpoint] if is_checkpoint(checkpoint):
            try:
                if parse_record(record).event is Event.CHAIN_CLOSED:
                    end = parse_checkpoint(checkpoint)
                    return Head(chain.name, end.size, end.root.hex())
            except Broken:
                pass  # not an end; who recovers the chain says what it is
    return None


def heads_named_by(chain: Path) -> tuple[Head, ...]:
    """The earlier chains whose ends this chain's first record holds; nothing is verified."""
    for file in segment_files(chain)[:1]:
        for line in lines(file):
            try:
                return heads(parse_record(line[:-1]).body)
            except Broken:
                break
    return ()


def _last_lines(files: list[Path]) -> list[bytes]:
    """The lines at the end of the last of ``files``, without their newlines; the first may be cut, the last may not."""
    if not files:
        return []
    with files[-1].open("rb") as file:
        file.seek(max(0, files[-1].stat().st_size - LAST_LINES_BYTES))
        *whole, torn = file.read().split(b"\n")
    return [] if torn else whole


def _first_seq(name: str) -> int:
    found = SEGMENT_NAME.fullmatch(name)
    assert found is not None  # the caller matched it  # noqa: S101
    return int(found[1])
