"""The last record of an answer: of all that went out, or of the policy's no to it."""

from typing import ClassVar

from extproc.audit.record import Event, Json
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange import records
from extproc.exchange.account import Account
from extproc.exchange.ending import RECORD_DEADLINE_S, Commands, Over, RecordingRefusal, Step, refuse_with
from extproc.exchange.phases import Phase
from extproc.payload.dialect import Stream
from extproc.policy.answer import AnswerDecision, AnswerQuery


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


def recording_end(account: Account, body: dict[str, Json], rest: Commands, stream: Stream | None) -> Step:
    if account.provider_failed:
        entry = account.ended_early("gateway", account.status, Phase.FORWARDED.name.lower())
    else:
        entry = account.ending(Event.EXCHANGE_COMPLETED, {**body, "duration_us": account.duration_us})
    return RecordingEnd(account, rest, stream), (c.SetDeadline(RECORD_DEADLINE_S), c.Record(entry))


def denied(account: Account, phase: Phase, query: AnswerQuery, decision: AnswerDecision, stream: Stream | None) -> Step:
    """The policy's no to an answer is noted before the exchange's ending, so that both are durable."""
    entry = account.entry(Event.RESPONSE_DECIDED, records.answer_decided(query, decision))
    state, commands = refuse_with(account, phase, account.answer_refusal(decision), stream)
    return state, (c.Note(entry), *commands)
