"""The second question a policy is asked, about an answer while it is read, and what it may say: allow or deny.

Asked at events only (a tool call, a kind of identifier that was not named before). How an answer is masked was decided
with its request. Documents: ``opa/schemas/response_input.json`` and ``response_decision.json``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from extproc.errors import PolicyMalformed
from extproc.policy import strict
from extproc.policy.decision import Reason, Verdict
from extproc.policy.decision_document import reason_of
from extproc.policy.query import Local, Phi, Query, Tools
from extproc.policy.query_document import local_document, phi_document, query_document, tools_document

SCHEMA: Final = "wardgate.response-decision/v1"
PACKAGE: Final = "gate.response"
"""A policy without it is asked about no answer."""
VERDICTS: Final = {one.value: one for one in (Verdict.ALLOW, Verdict.DENY)}
KEPT: Final = ("schema", "request_id", "identity", "purpose", "break_glass", "route", "labels")
"""What the question about an answer has of the one about its request."""


@dataclass(frozen=True, slots=True)
class AnswerQuery:
    """``request`` was allowed, with ``provider``. ``phi`` and ``tool_calls`` are of the answer so far.

    ``finish_reason`` is a word of the dialect, ``""`` while there is none. ``headers_sent``: the caller reads already.
    """

    request: Query
    provider: str
    decision_id: str
    time_us: int
    local: Local
    phi: Phi
    status: int
    finish_reason: str
    tool_calls: Tools
    headers_sent: bool


@dataclass(frozen=True, slots=True)
class AnswerDecision:
    """``revision`` is the digest of the policy that decided, put here by whoever asked it."""

    decision_id: str
    verdict: Verdict
    reasons: tuple[Reason, ...]
    revision: str = ""


def answer_query_document(query: AnswerQuery) -> dict[str, object]:
    """``query`` in JSON's own types."""
    asked = query_document(query.request)
    return {
        **{name: asked[name] for name in KEPT},
        "phase": "response",
        "decision_id": query.decision_id,
        "time_us": query.time_us,
        "local": local_document(query.local),
        "phi": phi_document(query.phi),
        "response": {
            "status": query.status,
            "finish_reason": query.finish_reason,
            "tool_calls": tools_document(query.tool_calls),
            "headers_sent": query.headers_sent,
        },
        "request_decision": {
            "decision_id": query.request.decision_id,
            "verdict": Verdict.ALLOW.value,
            "provider": query.provider,
        },
    }


def parse_answer_decision(document: object, decision_id: str) -> AnswerDecision:
    """The decision in ``document``, JSON already read. Raises ``PolicyMalformed``."""
    match document:
        case {"schema": schema, "decision_id": echoed, "verdict": verdict, "reasons": list(reasons), **rest} if (
            not rest and schema == SCHEMA
        ):
            if echoed != decision_id:
                raise PolicyMalformed("the answer is to another query")
            found = tuple(reason_of(one) for one in strict.few(reasons, "reasons"))
            return _agreeing(AnswerDecision(decision_id, strict.word(VERDICTS, verdict, "verdict"), found))
        case _:
            raise PolicyMalformed("the answer is not a document of the decision's schema")


def _agreeing(decision: AnswerDecision) -> AnswerDecision:
    """The verdict is the one its reasons lead to."""
    effects: Mapping[str, bool] = {reason.effect.value: True for reason in decision.reasons}
    denied = "deny" in effects
    if denied is not (decision.verdict is Verdict.DENY) or "require_approval" in effects:
        raise PolicyMalformed("the verdict is not the one of its reasons")
    return decision
