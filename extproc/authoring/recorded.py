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
from extproc.authoring.about import About
from extproc.authoring.outcome import outcome_of_answer

EVENTS: Final = {Event.REQUEST_DECIDED: About.REQUEST, Event.RESPONSE_DECIDED: About.ANSWER}
MARKS: Final = tuple(b'"event":"%s"' % event.value.encode() for event in EVENTS)
OPENING, CLOSING = b'{"body":{', b',"v":1}\n'
"""How every record begins and ends in its one spelling."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One decision as it was recorded. ``outcome`` is ``forwarded`` or the code of the refusal.

    That on an answer (``about``) has no provider, masking or obligations: these were decided with the request.
    """

    about: About
    exchange: str
    time_us: int
    query: Mapping[str, Any]
    decision: Mapping[str, Any]
    revision: str
    outcome: str

    @property
    def provider(self) -> str:
        """Where the request went, or whose answer it is; ``""`` for a request that went nowhere."""
        decided = self.decision if self.about is About.REQUEST else self.query["request_decision"]
        return str(decided["provider"])


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
    match record.event, record.body:
        case (
            Event.REQUEST_DECIDED,
            {
                "query": dict(query),
                "decision": dict(decision),
                "policy_revision": str(revision),
                "outcome": str(outcome),
            },
        ) if _decided(query, decision) and _names_provider(decision) and _holds_terms(decision):
            about = About.REQUEST
        case (
            Event.RESPONSE_DECIDED,
            {"query": dict(query), "decision": dict(decision), "policy_revision": str(revision)},
        ) if _decided(query, decision) and _names_provider(query.get("request_decision")):
            about = About.ANSWER
            outcome = outcome_of_answer(str(decision["verdict"]))
        case _:
            return None
    return Recorded(about, record.exchange, record.time_us, query, decision, revision, outcome)


def _decided(query: Mapping[str, Any], decision: Mapping[str, Any]) -> bool:
    match query, decision:
        case {"decision_id": str()}, {"verdict": str(), "reasons": list(reasons)}:
            return all(_is_reason(one) for one in reasons)
        case _:
            return False


def _is_reason(document: object) -> bool:
    match document:
        case {"id": str(), "effect": str(), "text": str(), "cite": str()}:
            return True
        case _:
            return False


def _holds_terms(decision: Mapping[str, Any]) -> bool:
    """All that is compared of a request's decision is there."""
    match decision:
        case {
            "masking": {
                "request": {"default": str(), **asked},
                "response": {"default": str(), **answered},
                "restore": list(restore),
                "restore_tools": list(tools),
                "scheme": str(),
                "index": str(),
            },
            "obligations": {"record": str()},
        }:
            return all(isinstance(one, str) for one in (*asked.values(), *answered.values(), *restore, *tools))
        case _:
            return False


def _names_provider(document: object) -> bool:
    return isinstance(document, dict) and isinstance(document.get("provider"), str)


def _decision(line: bytes) -> Recorded | bool | None:
    """The decision of a line, whether it is a line of another kind, or ``None`` for what is no line of a trail."""
    if is_checkpoint(line):
        return line.endswith(b"}\n") or None
    if not (line.startswith(OPENING) and line.endswith(CLOSING)):
        return None
    if not any(mark in line for mark in MARKS):
        return True
    try:
        record = parse_record(line[:-1])
    except Broken:
        return None
    return recorded(record) if record.event in EVENTS else True
