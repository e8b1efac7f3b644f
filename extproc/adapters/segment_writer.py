"""Writes the batches of one chain: synchronous, for one thread, by whoever holds the chain's lock."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from extproc.adapters.disk import File, OpenFile, sync_directory
from extproc.adapters.segments import segment_name
from extproc.audit.chain import Chain
from extproc.audit.record import Entry

BATCH_RECORDS: Final = 1024

Spelled = tuple[Entry, bytes]
"""An entry and the canonical form of its body."""


class SegmentWriter:
    """``directory`` may be set to another name of the same directory.

    A method that raised ``OSError`` leaves the chain in an unknown state: nothing may be written to it any more but by
    recovery, which reads what is there. A failed sync is not tried again, since the kernel forgets what it could not
    write.
    """

    def __init__(
        self, directory: Path, chain: Chain, key: Ed25519PrivateKey, open_file: OpenFile, segment_bytes: int
    ) -> None:
        self.directory = directory
        self.chain = chain
        self._key = key
        self._open_file = open_file
        self._segment_bytes = segment_bytes
        self._file: File | None = None

    def resume(self, file: str) -> None:
        """Go on in a segment that exists."""
        self._file = self._open_file(self.directory / file)

    def commit(self, batch: Sequence[Spelled]) -> int:
        """Make ``batch`` durable; returns the number of its first record. At most ``BATCH_RECORDS``."""
        file = self._segment()
        first_seq = self.chain.size
        lines = [self.chain.record(entry, body) for entry, body in batch]
        lines.append(self.chain.checkpoint(self._key))
        file.write(b"".join(lines))
        file.sync()
        return first_seq

    def end(self, entries: Sequence[Spelled]) -> None:
        """Make ``entries``, the chain's last, durable, however many."""
        for start in range(0, len(entries), BATCH_RECORDS):
            self.commit(entries[start : start + BATCH_RECORDS])

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _segment(self) -> File:
        """The file for the next batch: a new one where there is none, or where the last is full."""
        if self._file is not None and self._file.size < self._segment_bytes:
            return self._file
        self.close()
        self._file = self._open_file(self.directory / segment_name(self.chain.size))
        sync_directory(self.directory)  # else a power failure could take the name, and the records with it
        return self._file
