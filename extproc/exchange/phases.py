"""Which phase may follow which, as a table that tests and diagrams can read."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

from extproc.exchange import events as e


class Phase(Enum):
    OPENING = auto()
    RECEIVING = auto()
    INSPECTING = auto()
    DECIDING = auto()
    RECORDING_DECISION = auto()
    RECORDING_REFUSAL = auto()  # a refusal is ready, its record is not yet durable
    FORWARDED = auto()
    COLLECTING = auto()  # the answer is read whole
    INSPECTING_ANSWER = auto()
    DECIDING_ANSWER = auto()  # the policy is asked about an answer that is held whole
    RECORDING_ANSWER = auto()  # the answer may go on, its decision is not yet durable
    STREAMING = auto()
    RECORDING_END = auto()  # the last of the answer waits for its record
    LOCAL_REPLY = auto()  # Envoy answers by itself; nothing was forwarded
    OVER = auto()


P = Phase
REFUSED: Final = frozenset({P.RECORDING_REFUSAL})
GONE: Final = frozenset({P.OVER})
LOCAL: Final = frozenset({P.LOCAL_REPLY, P.OVER})


def _stays(phase: Phase) -> frozenset[Phase]:
    return frozenset({phase})


_REQUEST: Final[Mapping[type[e.Event], frozenset[Phase]]] = {
    # In every phase before the request went on, Envoy may give up by itself and answer (a timeout, a reset).
    e.ResponseHead: LOCAL,
    e.Disconnected: GONE,
    e.DeadlinePassed: REFUSED,
    e.RecordFailed: REFUSED,
}

_ANSWER: Final[Mapping[type[e.Event], frozenset[Phase]]] = {
    e.Disconnected: GONE,
    e.DeadlinePassed: REFUSED,
    e.RecordFailed: REFUSED,
}


def _late(phase: Phase) -> Mapping[type[e.Event], frozenset[Phase]]:
    """Bytes that come after the end are dropped: Envoy sends a second end of stream on large bodies."""
    return {kind: _stays(phase) for kind in (e.RequestBody, e.RequestTrailers, e.ResponseBody, e.ResponseTrailers)}


def _ignored(phase: Phase) -> Mapping[type[e.Event], frozenset[Phase]]:
    """The answers of commands given before the exchange came to its end."""
    answers = (
        e.Inspected,
        e.InspectionFailed,
        e.Decided,
        e.AnswerDecided,
        e.PolicyFailed,
        e.Recorded,
        e.RecordFailed,
        e.DeadlinePassed,
        e.Overloaded,
    )
    return {kind: _stays(phase) for kind in answers}


NEXT: Final[Mapping[Phase, Mapping[type[e.Event], frozenset[Phase]]]] = {
    P.OPENING: {
        e.RequestHead: frozenset({P.RECEIVING, P.RECORDING_REFUSAL}),
        e.ResponseHead: LOCAL,
        e.Disconnected: GONE,
    },
    P.RECEIVING: {
        **_REQUEST,
        e.RequestBody: frozenset({P.RECEIVING, P.INSPECTING, P.RECORDING_REFUSAL}),
        e.RequestTrailers: frozenset({P.INSPECTING, P.RECORDING_REFUSAL}),
        e.Overloaded: REFUSED,
    },
    P.INSPECTING: {
        **_REQUEST,
        **_late(P.INSPECTING),
        e.Inspected: frozenset({P.DECIDING, P.RECORDING_REFUSAL}),
        e.InspectionFailed: REFUSED,
    },
    P.DECIDING: {
        **_REQUEST,
        **_late(P.DECIDING),
        e.Decided: frozenset({P.RECORDING_DECISION, P.RECORDING_REFUSAL}),
        e.PolicyFailed: REFUSED,
    },
    P.RECORDING_DECISION: {
        **_REQUEST,
        **_late(P.RECORDING_DECISION),
        e.Recorded: frozenset({P.FORWARDED}),
    },
    P.RECORDING_REFUSAL: {
        **_late(P.RECORDING_REFUSAL),
        **_ignored(P.RECORDING_REFUSAL),
        e.ResponseHead: frozenset({P.RECORDING_REFUSAL, P.LOCAL_REPLY, P.OVER}),
        e.Disconnected: GONE,
        e.Recorded: GONE,
        e.RecordFailed: GONE,
        e.DeadlinePassed: GONE,  # the record hangs: as good as failed
    },
    P.FORWARDED: {
        **_ANSWER,
        **_late(P.FORWARDED),
        e.ResponseHead: frozenset(
            {P.COLLECTING, P.INSPECTING_ANSWER, P.STREAMING, P.RECORDING_END, P.RECORDING_REFUSAL}
        ),
    },
    P.COLLECTING: {
        **_ANSWER,
        **_late(P.COLLECTING),
        e.ResponseBody: frozenset(
            {P.COLLECTING, P.INSPECTING_ANSWER, P.DECIDING_ANSWER, P.RECORDING_END, P.RECORDING_REFUSAL}
        ),
        e.ResponseTrailers: frozenset({P.INSPECTING_ANSWER, P.DECIDING_ANSWER, P.RECORDING_END, P.RECORDING_REFUSAL}),
        e.Overloaded: REFUSED,
    },
    P.INSPECTING_ANSWER: {
        **_ANSWER,
        **_late(P.INSPECTING_ANSWER),
        e.Inspected: frozenset({P.DECIDING_ANSWER, P.RECORDING_END, P.RECORDING_REFUSAL}),
        e.InspectionFailed: REFUSED,
    },
    P.DECIDING_ANSWER: {
        **_ANSWER,
        **_late(P.DECIDING_ANSWER),
        e.AnswerDecided: frozenset({P.RECORDING_ANSWER, P.RECORDING_REFUSAL}),
        e.PolicyFailed: REFUSED,
    },
    P.RECORDING_ANSWER: {
        **_ANSWER,
        **_late(P.RECORDING_ANSWER),
        e.Recorded: frozenset({P.RECORDING_END}),
    },
    P.STREAMING: {
        **_ANSWER,
        **_late(P.STREAMING),
        e.ResponseBody: frozenset({P.STREAMING, P.RECORDING_END, P.RECORDING_REFUSAL}),
        e.ResponseTrailers: frozenset({P.STREAMING, P.RECORDING_END, P.RECORDING_REFUSAL}),
        e.Inspected: frozenset({P.STREAMING, P.RECORDING_END, P.RECORDING_REFUSAL}),
        # A question about what comes next, and its record: more is read meanwhile, and nothing is released.
        e.AnswerDecided: frozenset({P.STREAMING, P.RECORDING_REFUSAL}),
        e.PolicyFailed: REFUSED,
        e.Recorded: frozenset({P.STREAMING, P.RECORDING_END, P.RECORDING_REFUSAL}),
        e.InspectionFailed: REFUSED,
        e.Overloaded: REFUSED,  # by what its transcript holds
    },
    P.RECORDING_END: {
        **_late(P.RECORDING_END),
        e.Recorded: GONE,
        e.RecordFailed: GONE,
        e.Disconnected: GONE,
        e.DeadlinePassed: GONE,
    },
    P.LOCAL_REPLY: {
        **_ignored(P.LOCAL_REPLY),
        **_late(P.LOCAL_REPLY),
        e.ResponseBody: LOCAL,
        e.ResponseTrailers: GONE,
        e.Disconnected: GONE,
    },
    P.OVER: {
        **_late(P.OVER),
        **_ignored(P.OVER),
        e.RequestHead: _stays(P.OVER),
        e.ResponseHead: _stays(P.OVER),
        e.Disconnected: _stays(P.OVER),
    },
}
