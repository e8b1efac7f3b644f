"""What a crash left of a chain: how much of it counts, and how it is ended.

A writer makes a batch durable with one write and one sync, and writes the next one only after that; it acknowledges a
batch after its sync, and after that of its transcripts. So at most the last batch can be torn, or lack a transcript,
and then it was never acknowledged: everything after the last whole batch is cut (and kept aside by who owns the files).
Then the chain is continued from there by :meth:`Chain.ending <extproc.audit.chain.Chain.ending>`: an
``exchange.orphaned`` for each open exchange, and its ``chain.closed``. So each finished chain tells its whole story,
and verifies by itself.

A fault that a crash cannot make is not repaired: signing what cannot be verified would make a forgery genuine.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from extproc.audit.chain import Chain
from extproc.audit.fault import Broken, Kind
from extproc.audit.reader import Lying, Reader, Segment, batches, is_whole

TORN: Final = frozenset({Kind.NOT_A_RECORD, Kind.NOT_A_CHECKPOINT, Kind.TRANSCRIPT})
"""Faults of a last batch that reached the disk with holes, its checkpoint's block before its records', or before its
transcripts."""


@dataclass(frozen=True, slots=True)
class Remains:
    """Where to go on: ``chain`` stands after the first ``keep_bytes`` of ``file``, the last segment."""

    chain: Chain
    file: str
    keep_bytes: int
    closed: bool


def examine(
    name: str, segments: Iterable[Segment], keys: Sequence[Ed25519PublicKey], lying: Lying | None = None
) -> Remains:
    """Raises ``Broken`` where the fault is not a torn tail; the signature is always checked, so ``keys`` are needed.

    ``lying`` is asked for the transcripts of each segment's last batch: those before it were durable by then.
    """
    reader, file, kept, torn = Reader(name, keys), "", 0, False
    for segment in segments:
        if torn or segment.first_seq != reader.chain.size:
            raise Broken(Kind.SEGMENT)
        file, kept = segment.file, 0
        for batch, last in with_last(batches(segment.lines)):
            reader.lying = lying if last else None
            if torn:
                raise Broken(Kind.NO_CHECKPOINT)
            if _taken(reader, batch):
                kept += sum(map(len, batch))
            else:
                torn = True
        reader.check_signature()
    if not reader.chain.size:
        raise Broken(Kind.START)
    if reader.closed and torn:
        raise Broken(Kind.AFTER_END)
    return Remains(reader.chain, file, kept, reader.closed)


T = TypeVar("T")


def with_last(items: Iterable[T]) -> Iterator[tuple[T, bool]]:
    """Each of ``items``, and whether it is the last."""
    before: list[T] = []
    for item in items:
        yield from ((one, False) for one in before)
        before = [item]
    yield from ((one, True) for one in before)


def _taken(reader: Reader, batch: Sequence[bytes]) -> bool:
    """Whether ``batch`` is whole; what is not may only be the last."""
    if not is_whole(batch):
        return False
    try:
        reader.take(batch)
    except Broken as broken:
        if broken.kind in TORN:
            return False
        raise
    return True
