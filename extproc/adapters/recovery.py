"""At the start of a gate: end the chains that no process writes any more, and say how all earlier ones ended.

Each chain that has no end is taken by its lock, so that of several processes starting at once one recovers it. Its torn
tail is kept aside in a file of its own, then cut, then the chain gets its end; a crash in between is recovered the same
way. A chain that is damaged in a way no crash explains is left as it is, and named in the new chain's first record.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from extproc.adapters.chain_lock import lock
from extproc.adapters.disk import FILE_MODE, OpenFile, sync_directory
from extproc.adapters.segment_writer import SegmentWriter
from extproc.adapters.segments import chain_directories, closed_head, heads_named_by, segments
from extproc.adapters.transcript_reader import digest_of
from extproc.audit.fault import Broken
from extproc.audit.reader import Head
from extproc.audit.record import Json
from extproc.audit.recover import Remains, examine

MOST_NAMED: Final = 1000
"""Ends in one ``chain.started``, so that the record stays under its bound; the newest are named."""


@dataclass(slots=True)
class Found:
    """What an audit directory held. ``unnamed`` are ends that no chain's first record holds yet."""

    ends: dict[str, Head] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    recovered: list[str] = field(default_factory=list)
    damaged: list[tuple[str, str]] = field(default_factory=list)

    def body(self) -> Mapping[str, Json]:
        """Members of ``chain.started``."""
        unnamed = [head.json() for name, head in self.ends.items() if name not in self.named]
        return {
            "previous": unnamed[-MOST_NAMED:],
            "recovered": self.recovered[-MOST_NAMED:],
            "damaged": [{"chain": chain, "fault": kind} for chain, kind in self.damaged[-MOST_NAMED:]],
        }


@dataclass(frozen=True, slots=True)
class Recovery:
    """Recovers chains in the name of the chain ``by``."""

    by: str
    key: Ed25519PrivateKey
    open_file: OpenFile
    time_us: Callable[[], int]

    def all_of(self, root: Path) -> Found:
        """Raises ``OSError`` where the disk does not let a chain be ended."""
        found = Found()
        for chain in chain_directories(root):
            found.named.update(head.chain for head in heads_named_by(chain))
            end = closed_head(chain)
            if end is None:
                end = self._one(chain, found)
            if end is not None:
                found.ends[chain.name] = end
        return found

    def _one(self, chain: Path, found: Found) -> Head | None:
        """The end of a chain that had none, or ``None`` where a process writes it or it is damaged."""
        held = lock(chain)
        if held is None:
            return None
        try:
            lying = partial(digest_of, chain.parent)
            remains = examine(chain.name, segments(chain), [self.key.public_key()], lying)
            if not remains.closed:  # by another process, between our look and our lock
                self._finish(chain, remains)
                found.recovered.append(chain.name)
        except Broken as broken:
            found.damaged.append((chain.name, broken.kind.name.lower()))
            return None
        finally:
            os.close(held)
        return Head(chain.name, remains.chain.size, remains.chain.tree.root().hex())

    def _finish(self, chain: Path, remains: Remains) -> None:
        segment = chain / Path(remains.file).name
        cut_bytes = set_aside(segment, remains.keep_bytes, remains.chain.size)
        writer = SegmentWriter(chain, remains.chain, self.key, self.open_file, segment_bytes=2**62)
        try:
            writer.resume(segment.name)
            writer.end(remains.chain.ending(self.time_us(), {"recovered_by": self.by, "cut_bytes": cut_bytes}))
        finally:
            writer.close()


def set_aside(segment: Path, keep_bytes: int, size: int) -> int:
    """Move what follows the first ``keep_bytes`` into a file of its own; returns how many bytes that were."""
    with segment.open("r+b") as file:
        file.seek(keep_bytes)
        torn = file.read()
        if torn:
            _keep(segment.with_name(f"torn-{size:012d}-{token_hex(2)}"), torn)
            file.truncate(keep_bytes)
            os.fsync(file.fileno())
    return len(torn)


def _keep(path: Path, torn: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    try:
        with open(os.open(path, flags, FILE_MODE), "wb") as file:
            file.write(torn)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)  # half of it would look like all of it
        raise
    sync_directory(path.parent)
