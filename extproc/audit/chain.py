"""How entries become lines, and lines records again.

A chain is a sequence of lines, each canonical JSON ended by one newline. Lines come in batches: one or more records,
then one checkpoint, which is what makes the batch count. The members of a record:

============ =======================================================================================================
``v``        1
``chain``    the chain's name
``seq``      0, 1, 2, ... without a gap; checkpoints are not counted
``time_us``  wall clock, microseconds since the epoch
``event``    one of :class:`~extproc.audit.record.Event`
``exchange`` the exchange's id, or ``""`` for the chain's own records
``ends``     this is the exchange's ending
``prev``     SHA-256, in hexadecimal, of the line before, a record or a checkpoint, without its newline; zeros at first
``body``     what the event says
============ =======================================================================================================

A checkpoint is ``{"checkpoint": NOTE}``, its tree's leaves being the record lines without their newlines.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

import orjson
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from extproc.audit.canonical import LARGEST_INTEGER, OPTIONS, Unrecordable, canonical, is_canonical
from extproc.audit.checkpoint import Checkpoint, NotACheckpoint, parse, sign
from extproc.audit.fault import Broken, Kind
from extproc.audit.merkle import Tree
from extproc.audit.record import Entry, Event, Json
from extproc.audit.reference import MEMBER

VERSION: Final = 1
ENDS: Final[Mapping[Event, frozenset[bool]]] = {
    Event.REQUEST_RECEIVED: frozenset({False}),
    Event.REQUEST_DECIDED: frozenset({False, True}),
    Event.RESPONSE_DECIDED: frozenset({False}),
    Event.REVIEW_DUE: frozenset({False}),
    Event.EXCHANGE_REFUSED: frozenset({True}),
    Event.EXCHANGE_COMPLETED: frozenset({True}),
    Event.EXCHANGE_ABORTED: frozenset({True}),
    Event.EXCHANGE_ORPHANED: frozenset({True}),
    Event.POLICY_ACTIVATED: frozenset({False}),
    Event.POLICY_REJECTED: frozenset({False}),
    Event.CHAIN_STARTED: frozenset({False}),
    Event.CHAIN_CLOSED: frozenset({False}),
}
"""Which values ``ends`` may have for each event."""

CHAIN_EVENTS: Final = frozenset(
    {Event.CHAIN_STARTED, Event.CHAIN_CLOSED, Event.POLICY_ACTIVATED, Event.POLICY_REJECTED}
)
"""Of the process and not of an exchange."""
EXCHANGE_ID: Final = re.compile(r"[0-9A-Za-z-]{0,64}")
"""A UUID, in practice: no room for a sentence."""
BEFORE_THE_FIRST: Final = "0" * 64
CHECKPOINT_OPENING: Final = b'{"checkpoint":'


@dataclass(frozen=True, slots=True)
class Record:
    """An entry with its place in a chain."""

    chain: str
    seq: int
    time_us: int
    event: Event
    exchange: str
    ends: bool
    prev: str
    body: Mapping[str, Json]


class Chain:
    """Where the writer of a chain stands: how many records, the last line's hash, the tree, the open exchanges.

    ``open`` maps each exchange without an ending to the number of its latest record.
    """

    __slots__ = ("last", "name", "open", "tree")

    def __init__(self, name: str) -> None:
        self.name = name
        self.last = BEFORE_THE_FIRST
        self.tree = Tree()
        self.open: dict[str, int] = {}

    @property
    def size(self) -> int:
        return self.tree.size

    def record(self, entry: Entry, body: bytes) -> bytes:
        """The next line, newline included. ``body`` is the canonical form of ``entry.body``."""
        line = orjson.dumps(
            {
                "v": VERSION,
                "chain": self.name,
                "seq": self.size,
                "time_us": entry.time_us,
                "event": entry.event.value,
                "exchange": entry.exchange,
                "ends": entry.ends,
                "prev": self.last,
                "body": orjson.Fragment(body),
            },
            option=OPTIONS,
        )
        self.follow(entry.exchange, entry.ends, self.size)
        self.tree.add(line)
        self.last = digest(line)
        return line + b"\n"

    def checkpoint(self, key: Ed25519PrivateKey) -> bytes:
        """The line, newline included, that makes all records so far count."""
        note = sign(self.name, self.size, self.tree.root(), key).note
        line = orjson.dumps({"checkpoint": note}, option=OPTIONS)
        self.last = digest(line)
        return line + b"\n"

    def follow(self, exchange: str, ends: bool, seq: int) -> None:
        """Keep ``open`` true: record ``seq`` is about ``exchange``."""
        if ends:
            self.open.pop(exchange, None)
        elif exchange:
            self.open[exchange] = seq

    def ending(self, time_us: int, body: Mapping[str, Json]) -> list[tuple[Entry, bytes]]:
        """Entries, with their bodies spelled, that end every open exchange and then the chain."""
        orphans = [
            Entry(Event.EXCHANGE_ORPHANED, time_us, exchange, {"last_seq": seq}, ends=True)
            for exchange, seq in self.open.items()
        ]
        closed = Entry(Event.CHAIN_CLOSED, time_us, "", {**body, "orphaned": len(orphans)})
        return [(entry, spelled(entry)) for entry in (*orphans, closed)]


def spelled(entry: Entry) -> bytes:
    """The canonical form of the body of an entry that can become a record. Raises ``Unrecordable``."""
    if entry.ends not in ENDS[entry.event]:
        raise Unrecordable("an event that says wrongly whether it ends its exchange")
    if (entry.event in CHAIN_EVENTS) is not (entry.exchange == ""):
        raise Unrecordable("an exchange's event without an exchange, or a chain's with one")
    if not EXCHANGE_ID.fullmatch(entry.exchange) or not 0 <= entry.time_us <= LARGEST_INTEGER:
        raise Unrecordable("an exchange's id or a time that no gate gives")
    if (entry.texts is None) is (MEMBER in entry.body):
        raise Unrecordable("texts that the record does not name, or a name for none")
    return canonical(entry.body)


def digest(line: bytes) -> str:
    return sha256(line).hexdigest()


def is_checkpoint(line: bytes) -> bool:
    return line.startswith(CHECKPOINT_OPENING)


def parse_record(line: bytes, index: int = 0) -> Record:
    """The record of a line without its newline. Raises ``Broken`` with ``index``."""
    match _members(line):
        case {
            "v": 1 as version,
            "chain": str(chain),
            "seq": int(seq),
            "time_us": int(time_us),
            "event": str(event),
            "exchange": str(exchange),
            "ends": bool(ends),
            "prev": str(prev),
            "body": dict(body),
            **rest,
        } if not rest and bool not in (type(version), type(seq), type(time_us)) and event in _EVENTS:
            return Record(chain, seq, time_us, Event(event), exchange, ends, prev, body)
        case _:
            raise Broken(Kind.NOT_A_RECORD, index)


def parse_checkpoint(line: bytes, index: int = 0) -> Checkpoint:
    """The checkpoint of a line without its newline. Raises ``Broken`` with ``index``."""
    match _members(line):
        case {"checkpoint": str(note), **rest} if not rest:
            try:
                return parse(note)
            except NotACheckpoint as error:
                raise Broken(Kind.NOT_A_CHECKPOINT, index) from error
        case _:
            raise Broken(Kind.NOT_A_CHECKPOINT, index)


_EVENTS: Final = frozenset(event.value for event in Event)


def _members(line: bytes) -> object:
    """The value that ``line`` spells canonically, or ``None``."""
    try:
        value: object = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None
    return value if is_canonical(line, value) else None
