"""The answer's phases while none of it has gone out: forwarded, collecting and inspecting, deciding."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from extproc.audit.record import Event
from extproc.detect.finding import Finding
from extproc.errors import MalformedBody
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange import records
from extproc.exchange.account import Account
from extproc.exchange.answer import Answer, Kind, dropped_headers, kind_of
from extproc.exchange.completing import denied, recording_end
from extproc.exchange.ending import Step, otherwise, refuse
from extproc.exchange.phases import Phase
from extproc.exchange.questions import Questions
from extproc.exchange.request import Asked
from extproc.exchange.restoring import Restoring
from extproc.exchange.streamed import Streamed
from extproc.exchange.streaming import Streaming
from extproc.policy.answer import AnswerQuery
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
                account.answering = answer = Answer(self._asked, self._restoring, kind)
                collecting = Collecting(account, answer, release)
                return collecting.on(e.ResponseBody(b"", True)) if head.end else (collecting, ())

    def _streaming(self, release: c.ReleaseHead) -> Step:
        endpoint = self._asked.endpoint
        stream = endpoint.dialect.stream(endpoint.operation, self._asked.facts)
        if stream is None:
            return refuse(self._account, self.phase, "answer_uninspectable")
        self._account.answering = streamed = Streamed(stream, self._restoring, self._hold_chars)
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
        return recording_end(account, record, (self.release, c.ReleaseBody(body, True)), None)


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
                return denied(account, self.phase, self._query, decision, None)
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
