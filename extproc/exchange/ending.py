"""The ways an exchange ends early, and the states in which it waits to."""

from typing import ClassVar, Final, Protocol

from extproc.errors import ProtocolError
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange.account import Account
from extproc.exchange.phases import Phase
from extproc.payload.dialect import Refusal, Stream

RECORD_DEADLINE_S: Final = 10.0
"""How long the last record may take before the caller is told that the audit is unavailable."""

Commands = tuple[c.Command, ...]


class State(Protocol):
    """An exchange in one phase, with exactly what that phase may rely on."""

    phase: ClassVar[Phase]

    def on(self, event: e.Event) -> "Step": ...


Step = tuple[State, Commands]


class Over:
    """All is said. What still arrives is dropped."""

    phase: ClassVar[Phase] = Phase.OVER

    def on(self, event: e.Event) -> Step:
        return self, ()


class LocalReply:
    """Envoy answers by itself: it refused the request before we saw it, or gave up on it. Nothing was forwarded."""

    phase: ClassVar[Phase] = Phase.LOCAL_REPLY

    def on(self, event: e.Event) -> Step:
        match event:
            case e.ResponseBody(data, end):
                return (Over() if end else self), (c.ReleaseBody(data, end),)
            case e.ResponseTrailers():
                return Over(), (c.ReleaseBody(b"", True),)
            case e.Disconnected():
                return Over(), ()
            case _:
                return self, ()


class RecordingRefusal:
    """A refusal is ready; it is said once its record is durable. ``stream`` is set where an answer has begun."""

    phase: ClassVar[Phase] = Phase.RECORDING_REFUSAL

    def __init__(self, account: Account, refusal: Refusal, stream: Stream | None) -> None:
        self._account = account
        self._refusal = refusal
        self._stream = stream

    def on(self, event: e.Event) -> Step:
        match event:
            case e.Recorded():
                return Over(), self._said(self._refusal)
            case e.RecordFailed() | e.DeadlinePassed():
                return Over(), self._said(self._account.refusal("audit_unavailable"))
            case e.ResponseHead() if not self._account.forwarded:
                return local_reply(self._account, event, noted=True)
            case e.Disconnected():
                return Over(), ()
            case _:
                return self, ()

    def _said(self, refusal: Refusal) -> Commands:
        account = self._account
        seen = account.observed(refusal.code, refusal.status)
        if self._stream is not None:
            return (c.ReleaseBody(self._stream.ending(refusal), True, account.metadata(refusal.code)), seen)
        headers = {"content-type": "application/json", "x-wardgate-exchange": account.exchange_id}
        metadata = {**account.metadata(refusal.code), "provider": "", "refused": True}
        return (c.Refuse(refusal.status, refusal.code, account.dialect.error(refusal), headers, metadata), seen)


def refuse(account: Account, phase: Phase, code: str, stream: Stream | None = None) -> Step:
    """The gate itself says no: for a reason of ``refusals.TABLE``."""
    return refuse_with(account, phase, account.refusal(code), stream)


def refuse_with(account: Account, phase: Phase, refusal: Refusal, stream: Stream | None = None) -> Step:
    entry = account.ended_early(refusal.code, refusal.status, phase.name.lower())
    return RecordingRefusal(account, refusal, stream), (c.SetDeadline(RECORD_DEADLINE_S), c.Record(entry))


def local_reply(account: Account, head: e.ResponseHead, *, noted: bool) -> Step:
    """``noted``: the exchange's ending is recorded already."""
    account.request_id = account.request_id or head.request_id
    named = {"x-wardgate-exchange": account.exchange_id}
    release = c.ReleaseHead(named, (), account.metadata("gateway"))
    entry = account.ended_early("gateway", head.status, "local_reply")
    state = Over() if head.end else LocalReply()
    if noted:
        return state, (release,)
    return state, (c.Note(entry) if account.identity else c.Count(entry), release)


def otherwise(account: Account, state: State, event: e.Event, stream: Stream | None = None) -> Step:
    """What happens in any phase: failures refuse, late bytes are dropped, and who is gone is recorded as gone."""
    match event:
        case e.DeadlinePassed():
            return refuse(account, state.phase, "deadline_passed", stream)
        case e.InspectionFailed():
            return refuse(account, state.phase, "detector_failed", stream)
        case e.RecordFailed():
            return refuse(account, state.phase, "audit_unavailable", stream)
        case e.ResponseHead():
            return local_reply(account, event, noted=False)
        case e.Disconnected():
            entry = account.ended_early("disconnected", 0, state.phase.name.lower())
            return Over(), (c.Note(entry), account.observed("disconnected", 0))
        case e.RequestBody() | e.RequestTrailers() | e.ResponseBody() | e.ResponseTrailers():
            return state, ()
        case _:
            raise ProtocolError("an event that cannot happen in this phase")
