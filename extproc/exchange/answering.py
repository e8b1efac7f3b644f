"""The answer's phases: forwarded, collecting and inspecting or streaming, recording the end."""

from collections.abc import Sequence
from typing import ClassVar, Final

from extproc.audit.record import Event, Json
from extproc.detect.finding import Finding
from extproc.errors import MalformedBody, UnsupportedBody
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange import records
from extproc.exchange.account import Account
from extproc.exchange.answer import Answer, Kind, Restoring, dropped_headers, kind_of
from extproc.exchange.ending import RECORD_DEADLINE_S, Commands, Over, RecordingRefusal, Step, otherwise, refuse
from extproc.exchange.phases import Phase
from extproc.exchange.request import Asked
from extproc.exchange.streamed import Streamed
from extproc.payload.dialect import Stream

ENVOYS_OWN: Final = "x-wardgate-refusal"
"""Borne by the replies that Envoy gives in a provider's place; it takes it off what a provider says. It changes what is
recorded, and nothing else: such a reply is inspected like any other."""


class Forwarded:
    """The provider has the request; its answer's head decides how the answer is read."""

    phase: ClassVar[Phase] = Phase.FORWARDED

    def __init__(self, account: Account, asked: Asked, restoring: Restoring, hold_chars: int) -> None:
        self._account = account
        self._asked = asked
        self._restoring = restoring
        self._hold_chars = hold_chars

    def on(self, event: e.Event) -> Step:
        match event:
            case e.ResponseHead():
                return self._answering(event)
            case _:
                return otherwise(self._account, self, event)

    def _answering(self, head: e.ResponseHead) -> Step:
        account = self._account
        account.status = head.status
        account.provider_failed = ENVOYS_OWN in head.headers
        if head.headers.get("content-encoding", "identity").strip().lower() != "identity":
            return refuse(account, self.phase, "answer_encoding")
        set_headers = {"x-wardgate-exchange": account.exchange_id}
        release = c.ReleaseHead(set_headers, dropped_headers(head.headers), account.metadata("answered"))
        kind = kind_of(head.headers, head.end)
        match kind:
            case Kind.OTHER:
                return refuse(account, self.phase, "answer_uninspectable")
            case Kind.EVENTS:
                return self._streaming(release)
            case Kind.JSON | Kind.TEXT | Kind.EMPTY:
                collecting = Collecting(account, Answer(self._asked, self._restoring, kind), release)
                return collecting.on(e.ResponseBody(b"", True)) if head.end else (collecting, ())

    def _streaming(self, release: c.ReleaseHead) -> Step:
        endpoint = self._asked.endpoint
        stream = endpoint.dialect.stream(endpoint.operation, self._asked.facts)
        if stream is None:
            return refuse(self._account, self.phase, "answer_uninspectable")
        streamed = Streamed(stream, self._restoring, self._hold_chars)
        return Streaming(self._account, streamed, stream), (release,)


class Collecting:
    """The answer is read whole, its head held: what is wrong with it can still be said properly."""

    phase: ClassVar[Phase] = Phase.COLLECTING

    def __init__(self, account: Account, answer: Answer, release: c.ReleaseHead) -> None:
        self._account = account
        self._answer = answer
        self._release = release

    def on(self, event: e.Event) -> Step:
        match event:
            case e.ResponseBody(data, end):
                return self._collected(data, end)
            case e.ResponseTrailers():
                return self._collected(b"", True)
            case e.Overloaded():
                return refuse(self._account, self.phase, "overloaded")
            case _:
                return otherwise(self._account, self, event)

    def _collected(self, data: bytes, end: bool) -> Step:
        account, answer = self._account, self._answer
        answer.push(data)
        if answer.size_bytes > account.gate.max_body_bytes:
            return refuse(account, self.phase, "answer_too_large")
        if not end:
            return self, ()
        try:
            passages = answer.passages()
        except MalformedBody:
            return refuse(account, self.phase, "answer_uninspectable")
        if answer.unreadable:
            return refuse(account, self.phase, "answer_uninspectable")
        inspecting = InspectingAnswer(account, answer, self._release)
        return (inspecting, (c.Inspect(passages),)) if passages else inspecting.on(e.Inspected(()))


class InspectingAnswer:
    phase: ClassVar[Phase] = Phase.INSPECTING_ANSWER

    def __init__(self, account: Account, answer: Answer, release: c.ReleaseHead) -> None:
        self._account = account
        self._answer = answer
        self._release = release

    def on(self, event: e.Event) -> Step:
        match event:
            case e.Inspected(findings):
                return self._inspected(findings)
            case _:
                return otherwise(self._account, self, event)

    def _inspected(self, findings: Sequence[Sequence[Finding]]) -> Step:
        account, answer = self._account, self._answer
        if answer.blocked(findings):
            return refuse(account, self.phase, "masking_blocked")
        body = answer.released(findings)
        account.answer = answer.facts
        record = records.answered(
            account.status, answer.facts, answer.coverage, answer.counts, answer.restored, len(body)
        )
        return _recording_end(account, record, (self._release, c.ReleaseBody(body, True)), None)


class Streaming:
    """The answer goes out as it comes, behind its hold-back windows."""

    phase: ClassVar[Phase] = Phase.STREAMING

    def __init__(self, account: Account, streamed: Streamed, stream: Stream) -> None:
        self._account = account
        self._streamed = streamed
        self._stream = stream
        self._ended = False
        self._waiting = False
        self._backlog_bytes = 0

    def on(self, event: e.Event) -> Step:
        match event:
            case e.ResponseBody() | e.ResponseTrailers() if self._ended:
                return self, ()
            case e.ResponseBody(data, end):
                return self._pushed(data, end)
            case e.ResponseTrailers():
                return self._pushed(b"", True)
            case e.Inspected(findings):
                return self._inspected(findings)
            case _:
                return otherwise(self._account, self, event, self._stream)

    def _pushed(self, data: bytes, end: bool) -> Step:
        self._backlog_bytes += len(data)
        if self._backlog_bytes > self._account.gate.max_body_bytes:
            return self._refused("answer_too_large")
        try:
            self._streamed.push(data)
            if end:
                self._ended = True
                self._streamed.finish()
        except MalformedBody:
            return self._refused("answer_malformed")
        return (self, ()) if self._waiting else self._advance()

    def _inspected(self, findings: Sequence[Sequence[Finding]]) -> Step:
        self._waiting = False
        try:
            self._streamed.inspected(findings)
        except UnsupportedBody:
            return self._refused("masking_blocked")
        return self._advance()

    def _advance(self) -> Step:
        """Go on until something must be inspected, the pushed bytes are used up, or the stream is at its end."""
        streamed = self._streamed
        try:
            passages = streamed.due()
        except MalformedBody:
            return self._refused("answer_malformed")
        except UnsupportedBody:
            return self._refused("answer_uninspectable")
        data = streamed.take()
        released: Commands = (c.ReleaseBody(data),) if data else ()
        if passages:
            self._waiting = True
            return self, (*released, c.Inspect(passages, streamed.known))
        self._backlog_bytes = 0
        if streamed.held > self._account.gate.max_body_bytes:
            return self._refused("answer_too_large")
        if not self._ended:
            return self, released
        last = streamed.take_all()
        account = self._account
        account.answer = streamed.facts
        record = records.answered(
            account.status,
            streamed.facts,
            streamed.coverage,
            streamed.counts,
            streamed.restored,
            streamed.released_bytes,
        )
        state, commands = _recording_end(account, record, (c.ReleaseBody(last, True),), self._stream)
        return state, (*released, *commands)

    def _refused(self, code: str) -> Step:
        return refuse(self._account, self.phase, code, self._stream)


class RecordingEnd:
    """The rest of the answer is ready; it is released once the exchange's record is durable."""

    phase: ClassVar[Phase] = Phase.RECORDING_END

    def __init__(self, account: Account, rest: Commands, stream: Stream | None) -> None:
        self._account = account
        self._rest = rest
        self._stream = stream

    def on(self, event: e.Event) -> Step:
        account = self._account
        match event:
            case e.Recorded():
                outcome = "gateway" if account.provider_failed else "completed"
                return Over(), (*self._rest, account.observed(outcome, account.status))
            case e.RecordFailed() | e.DeadlinePassed():
                refusing = RecordingRefusal(account, account.refusal("audit_unavailable"), self._stream)
                return refusing.on(event)
            case e.Disconnected():
                return Over(), ()
            case _:
                return self, ()


def _recording_end(account: Account, body: dict[str, Json], rest: Commands, stream: Stream | None) -> Step:
    if account.provider_failed:
        entry = account.ended_early("gateway", account.status, Phase.FORWARDED.name.lower())
    else:
        entry = account.entry(Event.EXCHANGE_COMPLETED, {**body, "duration_us": account.duration_us}, ends=True)
    return RecordingEnd(account, rest, stream), (c.SetDeadline(RECORD_DEADLINE_S), c.Record(entry))
