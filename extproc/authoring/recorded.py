"""The decisions that an audit trail holds: what was asked, what was answered, and what became of it.

Nothing is verified here; a line that is no record is told with its place and passed over. Read are the records of
decisions alone, which a search of bytes finds before anything is parsed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from extproc.adapters.segments import OnLine, chain_directories, lines, segment_files
from extproc.audit.chain import Record, is_checkpoint, parse_record
from extproc.audit.fault import Broken
from extproc.audit.record import Event

MARK: Final = b'"event":"%s"' % Event.REQUEST_DECIDED.value.encode()
OPENING, CLOSING = b'{"body":{', b',"v":1}\n'
"""How every record begins and ends in its one spelling."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One decision as it was recorded. ``outcome`` is ``forwarded`` or the code of the refusal."""

    exchange: str
    time_us: int
    query: Mapping[str, Any]
    decision: Mapping[str, Any]
    revision: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that should be a record and is none."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: not a record; `wardgate audit verify` says more"


@dataclass(frozen=True, slots=True)
class Period:
    """Half-open, microseconds since the epoch; ``None`` has no end."""

    since_us: int | None = None
    until_us: int | None = None

    def holds(self, time_us: int) -> bool:
        after = self.since_us is None or time_us >= self.since_us
        return after and (self.until_us is None or time_us < self.until_us)


def decisions(root: Path, period: Period, on_line: OnLine = len) -> Iterator[Recorded | Unread]:
    """Chain after chain, in each in the order of writing. Raises ``OSError``."""
    for chain in chain_directories(root):
        for file in segment_files(chain):
            name = f"{chain.name}/{file.name}"
            for number, line in enumerate(lines(file, on_line), 1):
                found = _decision(line)
                if found is None:
                    yield Unread(name, number)
                elif isinstance(found, Recorded) and period.holds(found.time_us):
                    yield found


def recorded(record: Record) -> Recorded | None:
    """The decision of a record; ``None`` for one that holds none."""
    match record.body:
        case {
            "query": dict(query),
            "decision": dict(decision),
            "policy_revision": str(revision),
            "outcome": str(outcome),
        } if record.event is Event.REQUEST_DECIDED and isinstance(query.get("decision_id"), str):
            return Recorded(record.exchange, record.time_us, query, decision, revision, outcome)
        case _:
            return None


def _decision(line: bytes) -> Recorded | bool | None:
    """The decision of a line, whether it is a line of another kind, or ``None`` for what is no line of a trail."""
    if is_checkpoint(line):
        return line.endswith(b"}\n") or None
    if not (line.startswith(OPENING) and line.endswith(CLOSING)):
        return None
    if MARK not in line:
        return True
    try:
        record = parse_record(line[:-1])
    except Broken:
        return None
    return recorded(record) if record.event is Event.REQUEST_DECIDED else True
