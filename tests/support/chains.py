"""Chains made in memory, and clocks and files for trails on a disk."""

import errno
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from extproc.adapters.disk import DiskFile
from extproc.audit.chain import Chain, spelled
from extproc.audit.reader import Segment
from extproc.audit.record import Entry, Event

NAME = "20261122T061148Z-5f0c2a91"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(b"\x01" * 32)
PUBLIC = [KEY.public_key()]
TIME_US = 1_795_329_108_000_000

STARTED = Entry(Event.CHAIN_STARTED, TIME_US, "", {"previous": []})


def received(exchange: str) -> Entry:
    return Entry(Event.REQUEST_RECEIVED, TIME_US, exchange, {"route": {"operation": "chat"}})


def decided(exchange: str, *, ends: bool = False) -> Entry:
    return Entry(Event.REQUEST_DECIDED, TIME_US, exchange, {"decision": {"decision_id": f"d-{exchange}"}}, ends=ends)


def completed(exchange: str) -> Entry:
    return Entry(Event.EXCHANGE_COMPLETED, TIME_US, exchange, {"status": 200}, ends=True)


def refused(exchange: str) -> Entry:
    return Entry(Event.EXCHANGE_REFUSED, TIME_US, exchange, {"code": "no_token"}, ends=True)


CLOSED = Entry(Event.CHAIN_CLOSED, TIME_US, "", {"orphaned": 0})

STORY: Sequence[Sequence[Entry]] = (
    [STARTED],
    [received("a"), received("b")],
    [decided("a"), decided("b", ends=True), completed("a")],
    [refused("c"), CLOSED],
)
"""A finished chain: two exchanges side by side, one refused before it was read."""


def batch_of(chain: Chain, entries: Iterable[Entry], key: Ed25519PrivateKey = KEY) -> list[bytes]:
    return [*(chain.record(entry, spelled(entry)) for entry in entries), chain.checkpoint(key)]


def lines_of(story: Iterable[Sequence[Entry]], name: str = NAME, key: Ed25519PrivateKey = KEY) -> list[bytes]:
    """The lines that a writer of ``story``, batch by batch, leaves."""
    chain = Chain(name)
    return [line for entries in story for line in batch_of(chain, entries, key)]


def segment(lines: Iterable[bytes], first_seq: int = 0) -> Segment:
    return Segment(f"seg-{first_seq}", first_seq, lines)


def split(text: bytes) -> list[bytes]:
    """As a file is read: lines with their newlines, the last perhaps without."""
    return text.splitlines(keepends=True) if b"\r" not in text else [line + b"\n" for line in text.split(b"\n")]


@dataclass
class StillClock:
    """Moves on by a second each time it is read, so that chains have different names."""

    now_us: int = TIME_US

    def time_us(self) -> int:
        self.now_us += 1_000_000
        return self.now_us

    def monotonic_us(self) -> int:
        return self.now_us


@dataclass
class Disk:
    """Opens files that take ``room_bytes`` in all, and fail their sync when told to."""

    room_bytes: int = 2**40
    sync_fails: bool = False
    syncs: int = 0
    refusals: int = 0
    opened: list[Path] = field(default_factory=list)

    def open(self, path: Path) -> "LimitedFile":
        self.opened.append(path)
        return LimitedFile(path, self)


class LimitedFile(DiskFile):
    def __init__(self, path: Path, disk: Disk) -> None:
        super().__init__(path)
        self.disk = disk

    def write(self, data: bytes) -> None:
        part = data[: self.disk.room_bytes]
        self.disk.room_bytes -= len(part)
        super().write(part)
        if len(part) < len(data):
            self.disk.refusals += 1
            raise OSError(errno.ENOSPC, "No space left on device")

    def sync(self) -> None:
        self.disk.syncs += 1
        if self.disk.sync_fails:
            raise OSError(errno.EIO, "Input/output error")
        super().sync()
