"""What an exchange can be told, in the past tense.

The first group comes from Envoy, the second answers commands: each command that waits is ended by exactly one of them,
and its failure is an event too. Bodies, paths and headers do not print.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extproc.detect.finding import Finding
from extproc.policy.answer import AnswerDecision
from extproc.policy.decision import Decision


@dataclass(frozen=True, slots=True)
class RequestHead:
    """``claims`` are of the token that Envoy verified, ``None`` without one.

    Header names are in lower case, pseudo-headers left out. ``path`` has the query string.
    """

    request_id: str
    method: str
    path: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    claims: Mapping[str, object] | None = field(repr=False)
    end: bool = False


@dataclass(frozen=True, slots=True)
class RequestBody:
    data: bytes = field(repr=False)
    end: bool = False


@dataclass(frozen=True, slots=True)
class RequestTrailers:
    """End a body as a last chunk does."""


@dataclass(frozen=True, slots=True)
class ResponseHead:
    """Of the provider, or of Envoy itself where nothing was forwarded. ``request_id`` is all that is known of a request
    that Envoy refused before the sidecar saw it."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    end: bool = False
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class ResponseBody:
    data: bytes = field(repr=False)
    end: bool = False


@dataclass(frozen=True, slots=True)
class ResponseTrailers:
    pass


@dataclass(frozen=True, slots=True)
class Disconnected:
    """Envoy ended the conversation: the caller or the provider is gone."""


@dataclass(frozen=True, slots=True)
class Overloaded:
    """The bytes held by all exchanges of this process would pass the settings' bound."""


@dataclass(frozen=True, slots=True)
class DeadlinePassed:
    """The latest ``SetDeadline`` ran out."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """One row of findings for each passage of the ``Inspect``."""

    findings: Sequence[Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class InspectionFailed:
    pass


@dataclass(frozen=True, slots=True)
class Decided:
    decision: Decision
    revision: str


@dataclass(frozen=True, slots=True)
class AnswerDecided:
    decision: AnswerDecision


@dataclass(frozen=True, slots=True)
class PolicyFailed:
    """``code`` is ``policy_unavailable`` or ``policy_malformed``."""

    code: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """The record asked for is durable."""


@dataclass(frozen=True, slots=True)
class RecordFailed:
    pass


Event = (
    RequestHead
    | RequestBody
    | RequestTrailers
    | ResponseHead
    | ResponseBody
    | ResponseTrailers
    | Disconnected
    | Overloaded
    | DeadlinePassed
    | Inspected
    | InspectionFailed
    | Decided
    | AnswerDecided
    | PolicyFailed
    | Recorded
    | RecordFailed
)
