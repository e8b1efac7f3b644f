"""The phase of an answer that goes out as it comes."""

from collections.abc import Sequence
from typing import ClassVar

from extproc.audit.record import Event
from extproc.detect.finding import Finding, Passage
from extproc.errors import MalformedBody, UnsupportedBody
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange import records
from extproc.exchange.account import Account
from extproc.exchange.completing import denied, recording_end
from extproc.exchange.ending import Commands, Step, otherwise, refuse
from extproc.exchange.phases import Phase
from extproc.exchange.questions import Questions
from extproc.exchange.streamed import Streamed
from extproc.payload.dialect import Stream
from extproc.policy.answer import AnswerDecision, AnswerQuery
from extproc.policy.decision import Verdict


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
            case e.Overloaded():
                return self._refused("overloaded")
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
            return denied(account, self.phase, self._query, decision, self._stream)
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
        if max(streamed.held, streamed.longest_view_bytes) > self._account.gate.max_body_bytes:
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
        state, commands = recording_end(account, record, (c.ReleaseBody(last, True),), self._stream)
        return state, (*released, *commands)

    def _refused(self, code: str) -> Step:
        return refuse(self._account, self.phase, code, self._stream)
