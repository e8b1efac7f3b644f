"""Seals the texts of a batch of records, and writes them before the records that name them.

The sealed bytes stand in ``sealed-<first record>.bin`` files beside the chain's segments, one age file behind the
other. They are synced while the records are, by a thread of its own, since two syncs in turn cost twice the wait of
one: who wrote the batch acknowledges it after both. A process that is killed leaves no record without its transcript; a
power failure may, in the last batch, which nobody was told of: recovery sets it aside. Bytes without a record at the
end of the last file stay as they are, since nobody goes on in a file of a process that ended.

For the trail's one thread. A method that raised ``OSError`` ends the trail, like any failed write.
"""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes
from typing import Final

from extproc.adapters.age import Recipients
from extproc.adapters.disk import File, OpenFile, sync_directory
from extproc.adapters.segment_writer import Spelled
from extproc.audit.canonical import LARGEST_INTEGER, canonical
from extproc.audit.record import Entry
from extproc.audit.reference import MEMBER, Reference
from extproc.audit.texts import Texts
from extproc.audit.transcript import SALT_BYTES, Commitment, plaintext

FILE_BYTES: Final = 64 * 2**20


def sealed_name(first_seq: int) -> str:
    return f"sealed-{first_seq:012d}.bin"


class TranscriptWriter:
    def __init__(self, recipients: Recipients, open_file: OpenFile, file_bytes: int = FILE_BYTES) -> None:
        self._recipients = recipients
        self._open_file = open_file
        self._file_bytes = file_bytes
        self._file: File | None = None
        self._name = ""
        self._widest = _widest(recipients.names)
        self._hole = canonical(self._widest.json())
        """In a provisional body it stands once: no string can hold it, since a quote in a string is escaped."""
        self._syncs = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sealed")
        self._sync: Future[None] | None = None

    def provisional(self, entry: Entry) -> Entry:
        """``entry`` with a name for its transcript that is as long as any: no record becomes larger."""
        if entry.texts is None:
            return entry
        return replace(entry, body={**entry.body, MEMBER: self._widest.json()})

    def written(self, batch: Sequence[Spelled], directory: Path, first_seq: int) -> list[Spelled]:
        """``batch``, of provisional entries, each transcript named in its body. One write and one sync, which
        ``synced`` awaits."""
        if not any(entry.texts for entry, _ in batch):
            return list(batch)
        file, sealed, named = self._file_for(directory, first_seq), list[bytes](), list[Spelled]()
        offset = file.size
        for entry, body in batch:
            if entry.texts is not None:
                data, commitment = self._sealed(entry.texts, entry)
                reference = self._reference(entry.texts.level, offset, data, commitment)
                body = body.replace(self._hole, canonical(reference.json()), 1)
                offset += len(data)
                sealed.append(data)
            named.append((entry, body))
        file.write(b"".join(sealed))
        self._sync = self._syncs.submit(file.sync)
        return named

    def synced(self) -> None:
        """What was written is on the disk."""
        if self._sync is not None:
            sync, self._sync = self._sync, None
            sync.result()

    def close(self) -> None:
        self._syncs.shutdown()
        self._close_file()

    def _close_file(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _sealed(self, texts: Texts, entry: Entry) -> tuple[bytes, str]:
        """The age file of an entry's texts, and the commitment to what is in it."""
        salt = token_bytes(SALT_BYTES)
        commitment = Commitment(salt)
        pieces = plaintext(texts, entry.exchange, entry.event.value, salt)
        return self._recipients.seal(commitment.over(pieces)), commitment.text

    def _reference(self, level: str, offset: int, data: bytes, commitment: str) -> Reference:
        names = self._recipients.names
        return Reference(level, self._name, offset, len(data), sha256(data).hexdigest(), commitment, names)

    def _file_for(self, directory: Path, first_seq: int) -> File:
        """A new one where there is none, or where the last is full."""
        if self._file is not None and self._file.size < self._file_bytes:
            return self._file
        self._close_file()
        self._name = sealed_name(first_seq)
        self._file = self._open_file(directory / self._name)
        sync_directory(directory)
        return self._file


def _widest(names: tuple[str, ...]) -> Reference:
    most = LARGEST_INTEGER
    return Reference("masked", sealed_name(most), most, most, "0" * 64, f"hmac-sha256:{'0' * 64}", names)
