"""Are these chains what a gate wrote, all of it and nothing else?

Whoever wants to know needs the lines and the public key; nothing here reads a file. What this cannot see: a chain that
was cut at a checkpoint before its end while no later chain names that end (it looks like a chain whose gate is running,
and is reported as not closed); whatever a holder of the signing key rewrote, unless checkpoints were kept elsewhere and
are given as ``seen``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from extproc.audit.fault import Broken, Fault, Kind
from extproc.audit.reader import Head, Lying, Reader, Segment, batches, is_whole

Seen = Mapping[str, Mapping[int, bytes]]
"""Chain → size → root (32 bytes): checkpoints kept elsewhere, whose signatures were verified by who gives them."""


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What was found in one chain up to its end or its first fault.

    ``closed``: it ends with ``chain.closed``. ``unconfirmed`` lines follow the last checkpoint of a chain that is not
    closed: being written just now, or torn by a crash; nothing was released on their account. ``transcripts`` are those
    that its records name, where they were looked for, and ``missing`` of them have no file.
    """

    head: Head
    checkpoints: int
    exchanges: int
    open: int
    closed: bool
    unconfirmed: int
    names: tuple[Head, ...]
    fault: Fault | None
    transcripts: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """``fault`` is the first of all chains."""

    chains: tuple[ChainReport, ...]
    fault: Fault | None

    @property
    def complete(self) -> bool:
        """Nothing is wrong, and every chain has its end."""
        return self.fault is None and all(chain.closed for chain in self.chains)


def verify(
    chains: Iterable[tuple[str, Iterable[Segment]]],
    keys: Sequence[Ed25519PublicKey],
    seen: Seen | None = None,
    lying: Lying | None = None,
) -> Report:
    """Each chain by itself, then what they say of each other. Without ``keys`` no signature is checked, without
    ``lying`` no transcript."""
    seen = seen or {}
    reports = tuple(verify_chain(name, segments, keys, seen.get(name, {}), lying) for name, segments in chains)
    faults = [report.fault for report in reports if report.fault] or list(_between(reports, seen))
    return Report(reports, faults[0] if faults else None)


@dataclass(slots=True)
class _Walk:
    """One chain's reader and where it is."""

    reader: Reader
    file: str = ""
    line: int = field(default=0, init=False)
    unconfirmed: int = field(default=0, init=False)

    def segment(self, segment: Segment) -> None:
        if self.unconfirmed:
            raise Broken(Kind.NO_CHECKPOINT)
        self.file, self.line = segment.file, 0
        if segment.first_seq != self.reader.chain.size:
            raise Broken(Kind.SEGMENT)
        for batch in batches(segment.lines):
            self._batch(batch)
        self.reader.check_signature()

    def finish(self) -> None:
        if not self.reader.chain.size:
            raise Broken(Kind.START)
        if self.reader.closed and self.unconfirmed:
            raise Broken(Kind.AFTER_END)
        if self.reader.seen:
            raise Broken(Kind.SEEN)

    def _batch(self, batch: Sequence[bytes]) -> None:
        if self.unconfirmed:
            raise Broken(Kind.NO_CHECKPOINT)
        if is_whole(batch):
            self.reader.take(batch)
            self.line += len(batch)
        else:
            self.unconfirmed = len(batch)


def verify_chain(
    name: str,
    segments: Iterable[Segment],
    keys: Sequence[Ed25519PublicKey],
    seen: Mapping[int, bytes],
    lying: Lying | None = None,
) -> ChainReport:
    """``segments`` in the order of their names."""
    reader = Reader(name, keys, dict(seen), lying)
    walk, fault = _Walk(reader), None
    try:
        for segment in segments:
            walk.segment(segment)
        walk.finish()
    except Broken as broken:
        fault = Fault(broken.kind, name, walk.file, walk.line + broken.index + 1, reader.chain.size + broken.index)
    return ChainReport(
        head=reader.head,
        checkpoints=reader.checkpoints,
        exchanges=len(reader.ended) + len(reader.chain.open),
        open=len(reader.chain.open),
        closed=reader.closed,
        unconfirmed=walk.unconfirmed,
        names=reader.names,
        fault=fault,
        transcripts=reader.transcripts,
        missing=reader.missing,
    )


def _between(reports: Sequence[ChainReport], seen: Seen) -> Iterable[Fault]:
    """Faults that only all chains together show."""
    heads = {report.head.chain: report.head for report in reports}
    for named in (head for report in reports for head in report.names):
        if named.chain not in heads:
            yield Fault(Kind.MISSING, named.chain, seq=named.size)
        elif heads[named.chain] != named:
            yield Fault(Kind.HEAD, named.chain, seq=named.size)
    for chain in seen:
        if chain not in heads:
            yield Fault(Kind.SEEN, chain)
