"""The answer's phases: forwarded, collecting and inspecting or streaming, recording the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from extproc.audit.record import Event, Json
from extproc.detect.finding import Finding, Passage
from extproc.errors import MalformedBody, UnsupportedBody
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange import records
from extproc.exchange.account import Account
from extproc.exchange.answer import Answer, Kind, Restoring, dropped_headers, kind_of
from extproc.exchange.ending import (
    RECORD_DEADLINE_S,
    Commands,
    Over,
    RecordingRefusal,
    Step,
    otherwise,
    refuse,
    refuse_with,
)
from extproc.exchange.phases import Phase
from extproc.exchange.questions import Questions
from extproc.exchange.request import Asked
from extproc.exchange.streamed import Streamed
from extproc.payload.dialect import Stream
from extproc.policy.answer import AnswerDecision, AnswerQuery
from extproc.policy.decision import Verdict

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
        ready = Ready(account, answer, self._release, findings)
        query = Questions(account).due(answer.seen(findings), answer.facts, headers_sent=False)
        if query is None:
            return ready.recording()
        return DecidingAnswer(account, ready, query), (c.AskOfAnswer(query),)


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer that was inspected whole, and may go out once it is recorded."""

    account: Account
    answer: Answer
    release: c.ReleaseHead
    findings: Sequence[Sequence[Finding]]

    def recording(self) -> Step:
        account, answer = self.account, self.answer
        body = answer.released(self.findings)
        account.answer = answer.facts
        record = records.answered(
            account.status, answer.facts, answer.coverage, answer.counts, answer.restored, len(body)
        )
        return _recording_end(account, record, (self.release, c.ReleaseBody(body, True)), None)


class DecidingAnswer:
    """The policy is asked about an answer; none of it has gone out."""

    phase: ClassVar[Phase] = Phase.DECIDING_ANSWER

    def __init__(self, account: Account, ready: Ready, query: AnswerQuery) -> None:
        self._account = account
        self._ready = ready
        self._query = query

    def on(self, event: e.Event) -> Step:
        account = self._account
        match event:
            case e.AnswerDecided(decision) if decision.verdict is Verdict.ALLOW:
                entry = account.entry(Event.RESPONSE_DECIDED, records.answer_decided(self._query, decision))
                return RecordingAnswer(account, self._ready), (c.Record(entry),)
            case e.AnswerDecided(decision):
                return _denied(account, self.phase, self._query, decision, None)
            case e.PolicyFailed(code):
                return refuse(account, self.phase, code)
            case _:
                return otherwise(account, self, event)


class RecordingAnswer:
    """The decision that lets an answer go on is written."""

    phase: ClassVar[Phase] = Phase.RECORDING_ANSWER

    def __init__(self, account: Account, ready: Ready) -> None:
        self._account = account
        self._ready = ready

    def on(self, event: e.Event) -> Step:
        match event:
            case e.Recorded():
                return self._ready.recording()
            case _:
                return otherwise(self._account, self, event)


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
        self._questions = Questions(account)
        self._query: AnswerQuery | None = None  # asked, and neither answered no nor recorded
        self._passages: tuple[Passage, ...] = ()  # to inspect once that is

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
            case e.AnswerDecided(decision):
                return self._decided(decision)
            case e.PolicyFailed(code):
                return self._refused(code)
            case e.Recorded():
                return self._recorded()
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
        self._query = self._questions.due(streamed.seen, streamed.facts, headers_sent=True)
        if self._query is None:
            return self._released(passages)
        self._waiting, self._passages = True, passages
        return self, (c.AskOfAnswer(self._query),)

    def _decided(self, decision: AnswerDecision) -> Step:
        account = self._account
        if self._query is None:
            return self, ()
        if decision.verdict is not Verdict.ALLOW:
            return _denied(account, self.phase, self._query, decision, self._stream)
        record = records.answer_decided(self._query, decision)
        return self, (c.Record(account.entry(Event.RESPONSE_DECIDED, record)),)

    def _recorded(self) -> Step:
        """What waited for the question goes out; what was pushed meanwhile has its turn after it."""
        if self._query is None:
            return self, ()
        self._waiting, self._query = False, None
        return self._released(self._passages) if self._passages else self._advance()

    def _released(self, passages: tuple[Passage, ...]) -> Step:
        streamed = self._streamed
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


def _denied(
    account: Account, phase: Phase, query: AnswerQuery, decision: AnswerDecision, stream: Stream | None
) -> Step:
    """The policy's no to an answer is noted before the exchange's ending, so that both are durable."""
    entry = account.entry(Event.RESPONSE_DECIDED, records.answer_decided(query, decision))
    state, commands = refuse_with(account, phase, account.answer_refusal(decision), stream)
    return state, (c.Note(entry), *commands)


def _recording_end(account: Account, body: dict[str, Json], rest: Commands, stream: Stream | None) -> Step:
    if account.provider_failed:
        entry = account.ended_early("gateway", account.status, Phase.FORWARDED.name.lower())
    else:
        entry = account.entry(Event.EXCHANGE_COMPLETED, {**body, "duration_us": account.duration_us}, ends=True)
    return RecordingEnd(account, rest, stream), (c.SetDeadline(RECORD_DEADLINE_S), c.Record(entry))
