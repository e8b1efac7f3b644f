"""What an exchange asks its surroundings to do, in the imperative.

``Inspect``, ``AskPolicy``, ``AskOfAnswer`` and ``Record`` wait: each is answered by one event. The others are done and
forgotten.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extproc.audit.record import Entry
from extproc.detect.finding import Known, Passage
from extproc.policy.answer import AnswerQuery
from extproc.policy.query import Query

Metadata = Mapping[str, str | int | bool]
"""What Envoy is told of the exchange: routes and the access log read it. Closed words, ids and counts only."""


@dataclass(frozen=True, slots=True)
class Inspect:
    """Answered by ``Inspected`` or ``InspectionFailed``. ``known`` was found in the same text before."""

    passages: Sequence[Passage]
    known: Sequence[Known] = ()


@dataclass(frozen=True, slots=True)
class AskPolicy:
    """Answered by ``Decided`` or ``PolicyFailed``."""

    query: Query


@dataclass(frozen=True, slots=True)
class AskOfAnswer:
    """Answered by ``AnswerDecided`` or ``PolicyFailed``."""

    query: AnswerQuery


@dataclass(frozen=True, slots=True)
class Record:
    """Answered by ``Recorded`` or ``RecordFailed``; what depends on the record comes after the answer."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Note:
    """A record nobody waits for. If it cannot even be queued, ``RecordFailed`` follows."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Count:
    """A note of a request that nobody known made: recorded while they are few, counted when they are many."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class SetDeadline:
    """Replaces the deadline before."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Forward:
    """Send the request on: the only command after which a provider receives bytes."""

    body: bytes = field(repr=False)
    set_headers: Mapping[str, str]
    remove_headers: tuple[str, ...] = field(repr=False)
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Refuse:
    """Answer the caller in the provider's place. Ends the exchange."""

    status: int
    code: str
    body: bytes = field(repr=False)
    headers: Mapping[str, str]
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class ReleaseHead:
    """Let the response's head go to the caller."""

    set_headers: Mapping[str, str]
    remove_headers: tuple[str, ...]
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class ReleaseBody:
    """Let these bytes go to the caller. ``end`` ends the exchange."""

    data: bytes = field(repr=False)
    end: bool = False
    metadata: Metadata = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Observe:
    """What telemetry may know of the exchange that has ended."""

    attributes: Mapping[str, str | int | bool]


Command = (
    Inspect
    | AskPolicy
    | AskOfAnswer
    | Record
    | Note
    | Count
    | SetDeadline
    | Forward
    | Refuse
    | ReleaseHead
    | ReleaseBody
    | Observe
)
