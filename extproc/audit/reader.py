"""The reading end of a chain: checks batch after batch, and ends up where the writer stood.

Each batch is checked as one: its links and numbers, then its checkpoint's size and root, then what its records say of
their exchanges. Reading is streaming; what grows with the chain is the set of ids of ended exchanges, some 150 bytes
each.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from extproc.audit.chain import CHAIN_EVENTS, ENDS, Chain, Record, digest, is_checkpoint, parse_checkpoint, parse_record
from extproc.audit.checkpoint import ORIGIN_PREFIX, Checkpoint
from extproc.audit.fault import Broken, Kind
from extproc.audit.merkle import Tree
from extproc.audit.record import Event, Json
from extproc.audit.reference import NotAReference, Reference, reference_in

MAX_BATCH_LINES: Final = 2048
"""More than a writer puts in one, so that a hostile file cannot make a reader hold it whole."""

Lying = Callable[[str, Reference], str | None]
"""The SHA-256 of what lies where a chain's record says that its transcript lies; ``None`` where the file is missing."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One file of a chain. ``lines`` have their newlines; the last of a file that is being written may lack it."""

    file: str
    first_seq: int
    lines: Iterable[bytes]


@dataclass(frozen=True, slots=True)
class Head:
    """How far a chain is: ``size`` records with the Merkle root ``root``, in hexadecimal."""

    chain: str
    size: int
    root: str

    def json(self) -> Mapping[str, Json]:
        return {"chain": self.chain, "size": self.size, "root": self.root}


@dataclass(slots=True)
class Reader:
    """``chain`` stands after the last batch taken. ``seen`` are roots known from elsewhere, by size; those met are
    taken out. ``names`` are the ends of earlier chains that this chain recorded when it started. Of the ``transcripts``
    that its records name, the files of ``missing`` are not there; without ``lying`` none is looked for."""

    name: str
    keys: Sequence[Ed25519PublicKey]
    seen: dict[int, bytes] = field(default_factory=dict)
    lying: Lying | None = None
    chain: Chain = field(init=False)
    checkpoint: Checkpoint | None = field(default=None, init=False)
    checkpoints: int = field(default=0, init=False)
    closed: bool = field(default=False, init=False)
    names: tuple[Head, ...] = field(default=(), init=False)
    ended: set[str] = field(default_factory=set, init=False)
    transcripts: int = field(default=0, init=False)
    missing: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self.chain = Chain(self.name)

    @property
    def head(self) -> Head:
        return Head(self.name, self.chain.size, self.chain.tree.root().hex())

    def take(self, batch: Sequence[bytes]) -> None:
        """Lines with their newlines, the last a checkpoint. Raises ``Broken``; then this reader is at its end."""
        tree = self.chain.tree.copy()
        records = self._linked(batch[:-1], tree)
        self.checkpoint = self._agreed(batch[-1], tree, len(batch) - 1)
        for index, record in enumerate(records):
            self._kept(record, index)  # before any life goes on: a batch without its transcripts may be set aside whole
        for index, record in enumerate(records):
            self._lived(record, index)
        self.chain.tree = tree
        self.chain.last = digest(batch[-1][:-1])
        self.checkpoints += 1

    def check_signature(self) -> None:
        """Of the latest checkpoint, which stands for all lines before it. Without keys nothing is checked.

        It covers every record by the Merkle root, and every earlier checkpoint because the record after that one holds
        its hash. Raises ``Broken``.
        """
        if self.keys and self.checkpoint is not None and not self.checkpoint.signed_by_one_of(self.keys):
            raise Broken(Kind.SIGNATURE, -1)  # the line before the next one

    def _linked(self, lines: Sequence[bytes], tree: Tree) -> list[Record]:
        """The records of ``lines``, which are the next ones; their leaves are added to ``tree``."""
        records, last = [], self.chain.last
        for index, line in enumerate(lines):
            record = parse_record(line[:-1], index)
            if record.chain != self.name:
                raise Broken(Kind.OTHER_CHAIN, index)
            if record.seq != tree.size:
                raise Broken(Kind.SEQUENCE, index)
            if record.prev != last:
                raise Broken(Kind.LINK, index)
            tree.add(line[:-1])
            last = digest(line[:-1])
            records.append(record)
        return records

    def _agreed(self, line: bytes, tree: Tree, index: int) -> Checkpoint:
        """The checkpoint of ``line``, which says what ``tree`` says."""
        checkpoint = parse_checkpoint(line[:-1], index)
        if checkpoint.origin != ORIGIN_PREFIX + self.name:
            raise Broken(Kind.NOT_A_CHECKPOINT, index)
        if checkpoint.size != tree.size or not index:  # a batch has a record
            raise Broken(Kind.SIZE, index)
        if checkpoint.root != tree.root():
            raise Broken(Kind.ROOT, index)
        if self.seen.pop(tree.size, checkpoint.root) != checkpoint.root:
            raise Broken(Kind.SEEN, index)
        return checkpoint

    def _lived(self, record: Record, index: int) -> None:
        """What the record says fits the lives of its exchange and its chain."""
        if record.ends not in ENDS[record.event]:
            raise Broken(Kind.ENDING, index)
        if (record.event is Event.CHAIN_STARTED) is not (record.seq == 0):
            raise Broken(Kind.START, index)
        if (record.event in CHAIN_EVENTS) is not (record.exchange == ""):
            raise Broken(Kind.UNOPENED, index)
        if self.closed:
            raise Broken(Kind.AFTER_END, index)
        match record.event:
            case Event.CHAIN_STARTED:
                self.names = heads(record.body, index)
            case Event.CHAIN_CLOSED:
                self._close(index)
            case Event.POLICY_ACTIVATED | Event.POLICY_REJECTED:
                pass
            case Event.REQUEST_RECEIVED:
                self._open(record, index)
            case _:
                self._continue(record, index)

    def _kept(self, record: Record, index: int) -> None:
        """The transcript that the record names is the one that lies there, if it is there."""
        try:
            named = reference_in(record.body)
        except NotAReference:
            raise Broken(Kind.REFERENCE, index) from None
        if named is None or self.lying is None:
            return
        lies = self.lying(self.name, named)
        self.transcripts += 1
        self.missing += lies is None
        if lies not in (None, named.sha256):
            raise Broken(Kind.TRANSCRIPT, index)

    def _close(self, index: int) -> None:
        if self.chain.open:
            raise Broken(Kind.LEFT_OPEN, index)
        self.closed = True

    def _open(self, record: Record, index: int) -> None:
        if record.exchange in self.chain.open or record.exchange in self.ended:
            raise Broken(Kind.REOPENED, index)
        self.chain.follow(record.exchange, record.ends, record.seq)

    def _continue(self, record: Record, index: int) -> None:
        refused_unread = record.event is Event.EXCHANGE_REFUSED and record.exchange not in self.ended
        if record.exchange not in self.chain.open and not refused_unread:
            raise Broken(Kind.UNOPENED, index)
        self.chain.follow(record.exchange, record.ends, record.seq)
        if record.ends:
            self.ended.add(record.exchange)


def batches(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """``lines`` cut after each checkpoint. The last may lack one, and so does one that is too long to be a batch."""
    batch: list[bytes] = []
    for line in lines:
        batch.append(line)
        if is_whole(batch) or len(batch) == MAX_BATCH_LINES:
            yield batch
            batch = []
    if batch:
        yield batch


def is_whole(batch: Sequence[bytes]) -> bool:
    return is_checkpoint(batch[-1]) and batch[-1].endswith(b"\n")


def heads(body: Mapping[str, Any], index: int = 0) -> tuple[Head, ...]:
    """The ends of earlier chains in the body of a ``chain.started``. Raises ``Broken`` with ``index``."""
    try:
        return tuple(Head(one["chain"], one["size"], one["root"]) for one in body["previous"])
    except (KeyError, TypeError) as error:
        raise Broken(Kind.NOT_A_RECORD, index) from error
