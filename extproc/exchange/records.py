"""What each record of an exchange says: ids, closed words, counts and digests. No text of any body, path or header."""

from collections.abc import Mapping, Sequence
from typing import cast

from extproc.audit.record import Json
from extproc.detect.entities import SAFE_HARBOR_CLASS
from extproc.exchange.request import Counts
from extproc.mask.plan import Plan
from extproc.payload.part import AnswerFacts
from extproc.policy.answer import AnswerDecision, AnswerQuery, answer_query_document
from extproc.policy.decision import Decision, Reason, ReviewAfter
from extproc.policy.query import Coverage, Identity, Query
from extproc.policy.query_document import query_document


def actor(identity: Identity | None) -> Json:
    if identity is None:
        return None
    return {
        "subject": identity.subject,
        "issuer": identity.issuer,
        "type": identity.type.value,
        "on_behalf_of": identity.on_behalf_of,
        "tenant": identity.tenant,
        "groups": None if identity.groups is None else list(identity.groups),
        "session": identity.session,
        "acr": identity.acr,
        "amr": list(identity.amr),
    }


def decided(
    query: Query, decision: Decision, revision: str, counts: Counts, forwarded_digest: str, code: str
) -> dict[str, Json]:
    """``code`` is why a decided request was refused after all, ``""`` for one that goes on."""
    return {
        "query": cast(Json, query_document(query)),
        "decision": decision_body(decision),
        "policy_revision": revision,
        "outcome": code or "forwarded",
        "masked": masked_rows(counts),
        "digest_forwarded": forwarded_digest,
    }


def decision_body(decision: Decision) -> dict[str, Json]:
    return {
        "decision_id": decision.decision_id,
        "verdict": decision.verdict.value,
        "reasons": reason_rows(decision.reasons),
        "provider": decision.provider,
        "masking": {
            "request": plan_body(decision.masking.request),
            "response": plan_body(decision.masking.response),
            "restore": sorted(decision.masking.restore),
            "restore_tools": sorted(decision.masking.restore_tools),
            "scheme": decision.masking.scheme.value,
            "index": decision.masking.index,
        },
        "obligations": {
            "record": decision.obligations.record.value,
            "retention_days": decision.obligations.retention_days,
            "hold_back_chars": decision.obligations.hold_back_chars,
            "review_after": _review(decision.obligations.review_after),
        },
    }


def answer_decided(query: AnswerQuery, decision: AnswerDecision) -> dict[str, Json]:
    return {
        "query": cast(Json, answer_query_document(query)),
        "decision": {
            "decision_id": decision.decision_id,
            "verdict": decision.verdict.value,
            "reasons": reason_rows(decision.reasons),
        },
        "policy_revision": decision.revision,
    }


def reason_rows(reasons: Sequence[Reason]) -> list[Json]:
    return [{"id": r.id, "effect": r.effect.value, "text": r.text, "cite": r.cite} for r in reasons]


def review_due(decision_id: str, reasons: Sequence[Reason], review: ReviewAfter, now_us: int) -> dict[str, Json]:
    """Who must look at the exchange until when, and for which reasons; ids only."""
    return {
        "decision_id": decision_id,
        "reasons": [reason.id for reason in reasons],
        "groups": list(review.groups),
        "due_us": now_us + review.within_s * 1_000_000,
    }


def _review(review: ReviewAfter | None) -> Json:
    return None if review is None else {"groups": list(review.groups), "within_s": review.within_s}


def plan_body(plan: Plan) -> dict[str, Json]:
    return {"default": plan.default.value, **{entity.value: op.value for entity, op in plan.by_entity.items()}}


def masked_rows(counts: Counts) -> list[Json]:
    return [
        {"entity": entity.value, "class": SAFE_HARBOR_CLASS[entity], "operator": operator, "count": count}
        for (entity, operator), count in sorted(counts.items())
    ]


def coverage_rows(coverage: Coverage) -> dict[str, Json]:
    return {
        "inspected": {pattern: list(row) for pattern, row in coverage.inspected.items()},
        "uninspected": {pattern: list(row) for pattern, row in coverage.uninspected.items()},
    }


def answered(
    status: int, facts: AnswerFacts, coverage: Coverage, masked: Counts, restored: int, released_bytes: int
) -> dict[str, Json]:
    return {
        "status": status,
        "finish_reasons": list(facts.finish_reasons),
        "input_tokens": facts.input_tokens,
        "output_tokens": facts.output_tokens,
        "tool_calls": len(facts.tool_calls),
        "coverage": coverage_rows(coverage),
        "masked": masked_rows(masked),
        "restored": restored,
        "released_bytes": released_bytes,
    }


def summed(totals: dict[str, tuple[int, int]], more: Mapping[str, tuple[int, int]]) -> None:
    """Add ``more`` to ``totals``, pattern by pattern."""
    for pattern, (count, size) in more.items():
        have = totals.get(pattern, (0, 0))
        totals[pattern] = (have[0] + count, have[1] + size)
