"""The audit trail on a disk: one chain of this process, many waiters, one writer thread, one sync a batch.

Texts that go with an entry are sealed in that thread and written before the batch's records, and synced with them.

Coroutines hand entries to the thread and wait; what came in while it wrote is its next batch, so the number of syncs
follows the disk and not the load. The thread answers a whole batch with one call into the loop. A failed write is the
end of the trail: what is on the disk is then unknown, so every waiter and every later caller is refused, and the next
start recovers the chain.

The methods belong to one event loop. What this does not cover: sending records elsewhere; retention.
"""

import asyncio
import errno
import os
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from shutil import rmtree
from typing import Final, Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from extproc import __version__
from extproc.adapters.age import Recipients
from extproc.adapters.audit_key import load_key
from extproc.adapters.chain_lock import lock
from extproc.adapters.disk import DIRECTORY_MODE, DiskFile, OpenFile, UnsyncedFile, sync_directory
from extproc.adapters.recovery import Recovery
from extproc.adapters.segment_writer import BATCH_RECORDS, SegmentWriter
from extproc.adapters.segments import new_chain_name
from extproc.adapters.transcript_writer import TranscriptWriter
from extproc.audit.canonical import Unrecordable
from extproc.audit.chain import Chain, spelled
from extproc.audit.record import Entry, Event, Json
from extproc.errors import TrailUnavailable
from extproc.runtime.ports import Clock

SEGMENT_BYTES: Final = 64 * 2**20
QUEUE_BYTES: Final = 32 * 2**20
"""Of what waits to be written: a disk that stalls must not take the memory of the whole gate."""
BATCH_BYTES: Final = 4 * 2**20
NOTE_US: Final = 50_000
"""Longer than a decision takes, so that the note of a request's arrival is written with its decision."""
ENTRY_BYTES: Final = 512
"""What an entry weighs in the queue besides its body."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An entry in the queue; ``durable`` is ``None`` where nobody waits. ``body`` is spelled, and provisional where
    there are texts. ``weight`` is what it holds of memory, about."""

    entry: Entry
    body: bytes
    durable: asyncio.Future[int] | None
    weight: int


class SegmentTrail:
    """The port ``Trail``. ``chain`` is the name of the chain it writes."""

    def __init__(
        self,
        writer: SegmentWriter,
        held: int,
        clock: Clock,
        transcripts: TranscriptWriter | None = None,
        *,
        queue_bytes: int = QUEUE_BYTES,
        note_us: int = NOTE_US,
    ) -> None:
        """``writer`` has written the chain's start; ``held`` is the descriptor of the chain's lock. All are owned.

        Without ``transcripts`` an entry with texts is refused.
        """
        self.chain: Final = writer.chain.name
        self._writer = writer
        self._held = held
        self._clock = clock
        self._transcripts = transcripts
        self._room = queue_bytes
        self._note_us = note_us
        self._refusal = ""
        self._queue: SimpleQueue[_Waiting | None] = SimpleQueue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._written = asyncio.Event()  # the thread is done, whatever came of it
        threading.Thread(target=self._write, name="audit", daemon=True).start()

    @classmethod
    def open(
        cls,
        directory: Path,
        key: Path,
        *,
        fsync: bool,
        revision: str,
        clock: Clock,
        recipients: Recipients | None = None,
        open_file: OpenFile | None = None,
        segment_bytes: int = SEGMENT_BYTES,
        queue_bytes: int = QUEUE_BYTES,
        note_us: int = NOTE_US,
    ) -> Self:
        """Recover what earlier processes left in ``directory``, then start a chain; its start is durable.

        Blocks for as long as reading the chains that were not closed takes. ``revision`` is the policy's,
        ``recipients`` are those to whom texts are sealed.
        Raises ``Misconfigured`` for the key, ``TrailUnavailable`` for the disk.
        """
        files: OpenFile = open_file or (DiskFile if fsync else UnsyncedFile)
        facts: Mapping[str, Json] = {"gate": __version__, "policy_revision": revision, "fsync": fsync}
        try:
            writer, held = _start(directory, load_key(key), files, clock, facts, segment_bytes)
        except OSError as error:
            raise TrailUnavailable(f"{directory}: {error.strerror}") from error
        transcripts = TranscriptWriter(recipients, files) if recipients else None
        return cls(writer, held, clock, transcripts, queue_bytes=queue_bytes, note_us=note_us)

    @property
    def ready(self) -> bool:
        return not self._refusal

    @property
    def refusal(self) -> str:
        """Why nothing is taken any more, in a fixed word (``ENOSPC``, ``closed``), or ``""``."""
        return self._refusal

    async def ended(self) -> None:
        """Returns once nothing more will be written, for the reason that ``refusal`` names."""
        await self._written.wait()

    async def append(self, entry: Entry) -> int:
        durable: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._take(entry, durable)
        return await durable

    def note(self, entry: Entry) -> None:
        self._take(entry, None)

    async def close(self) -> None:
        """End the chain after all that was taken, and give its lock back. Exchanges still open become orphans.

        Never raises for the disk: a chain without its end is recovered by the next start.
        """
        self._loop = asyncio.get_running_loop()
        if not self._refusal:
            self._refusal = "closed"
            self._queue.put(None)
        await self._written.wait()

    def _take(self, entry: Entry, durable: asyncio.Future[int] | None) -> None:
        if self._refusal:
            raise TrailUnavailable(self._refusal)
        try:
            body = spelled(self._transcripts.provisional(entry) if self._transcripts else entry)
        except Unrecordable as error:
            raise TrailUnavailable(str(error)) from error
        texts_bytes = entry.texts.size_bytes if entry.texts else 0
        waiting = _Waiting(entry, body, durable, len(body) + ENTRY_BYTES + texts_bytes)
        if waiting.weight > self._room:
            raise TrailUnavailable("the queue to the disk is full")
        self._room -= waiting.weight
        self._loop = asyncio.get_running_loop()
        self._queue.put(waiting)

    # In the loop, on behalf of the thread

    def _settle(self, batch: Sequence[_Waiting], first_seq: int) -> None:
        for seq, waiting in enumerate(batch, first_seq):
            self._room += waiting.weight
            if waiting.durable is not None and not waiting.durable.done():  # done: its coroutine was cancelled
                waiting.durable.set_result(seq)

    def _finish(self, unwritten: Sequence[_Waiting], reason: str) -> None:
        self._refusal = reason
        for waiting in (*unwritten, *self._rest()):
            if waiting.durable is not None and not waiting.durable.done():
                waiting.durable.set_exception(TrailUnavailable(reason))
        self._written.set()

    def _rest(self) -> list[_Waiting]:
        """What is in the queue; nothing is added any more, as the loop alone adds."""
        rest: list[_Waiting] = []
        with suppress(Empty):
            while True:
                waiting = self._queue.get_nowait()
                rest += [waiting] if waiting else []
        return rest

    # In the thread

    def _write(self) -> None:
        try:
            unwritten, reason = self._batches()
        finally:
            with suppress(OSError):
                self._writer.close()
                if self._transcripts:
                    self._transcripts.close()
            os.close(self._held)
        self._tell(self._finish, unwritten, reason)

    def _batches(self) -> tuple[list[_Waiting], str]:
        """Write until the end; returns what was taken and not written, and why no more is."""
        batch, more = list[_Waiting](), True
        try:
            while more:
                batch, more = self._next_batch()
                if batch:
                    first_seq = self._committed(batch)
                    self._tell(self._settle, batch, first_seq)
                    batch = []
            self._writer.end(self._writer.chain.ending(self._clock.time_us(), {"recovered_by": "", "cut_bytes": 0}))
        except OSError as error:
            return batch, errno.errorcode.get(error.errno or 0, "OSError")
        except Exception as error:  # noqa: BLE001  a defect: the trail is then as dead as on a full disk
            return batch, type(error).__name__
        return [], "closed"

    def _committed(self, batch: Sequence[_Waiting]) -> int:
        """Make a batch durable, with its texts; returns the number of its first record."""
        entries = [(waiting.entry, waiting.body) for waiting in batch]
        if self._transcripts is None:
            return self._writer.commit(entries)
        named = self._transcripts.written(entries, self._writer.directory, self._writer.chain.size)
        first_seq = self._writer.commit(named)
        self._transcripts.synced()
        return first_seq

    def _next_batch(self) -> tuple[list[_Waiting], bool]:
        """What is in the queue, at least one entry unless the end was asked for; and whether there is more to come.

        Entries that nobody waits for wait themselves, ``note_us`` at most, to share the sync of one that is waited for.
        """
        batch: list[_Waiting] = []
        room = BATCH_BYTES
        waiting = self._queue.get()
        until_us = self._clock.monotonic_us() + self._note_us
        while waiting is not None:
            batch.append(waiting)
            room -= waiting.weight
            if waiting.durable is not None:
                until_us = 0
            if len(batch) == BATCH_RECORDS or room <= 0:
                return batch, True
            try:
                waiting = self._queue.get(timeout=max(0, until_us - self._clock.monotonic_us()) / 1e6)
            except Empty:
                return batch, True
        return batch, False

    def _tell(self, what: Callable[..., None], *arguments: object) -> None:
        assert self._loop is not None  # whoever put something into the queue set it  # noqa: S101
        with suppress(RuntimeError):  # the loop is gone, and with it all who waited
            self._loop.call_soon_threadsafe(what, *arguments)


def _start(
    root: Path, key: Ed25519PrivateKey, open_file: OpenFile, clock: Clock, facts: Mapping[str, Json], segment_bytes: int
) -> tuple[SegmentWriter, int]:
    """A new chain whose start is durable, and the descriptor of its lock. Raises ``OSError``.

    It is made under a hidden name, so that whoever sees a chain sees one that is locked and has its first record.
    """
    root.mkdir(mode=DIRECTORY_MODE, parents=True, exist_ok=True)
    name = new_chain_name(clock.time_us())
    found = Recovery(name, key, open_file, clock.time_us).all_of(root)
    hidden = root / f".{name}"
    hidden.mkdir(mode=DIRECTORY_MODE)
    held = lock(hidden)
    assert held is not None  # nobody else knows the name  # noqa: S101
    writer = SegmentWriter(hidden, Chain(name), key, open_file, segment_bytes)
    try:
        entry = Entry(Event.CHAIN_STARTED, clock.time_us(), "", {**facts, **found.body()})
        writer.commit([(entry, spelled(entry))])
        writer.directory = hidden.rename(root / name)
        sync_directory(root)
    except BaseException:
        writer.close()
        os.close(held)
        rmtree(hidden, ignore_errors=True)  # else a gate that is started again and again on a full disk leaves one each
        raise
    return writer, held
