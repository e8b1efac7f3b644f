"""Every way in which the gate itself says no: code → status and a sentence that says what to do.

The sentences are fixed: nothing of a body, a header or an exception can enter them.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from extproc.payload.dialect import Refusal
from extproc.policy.answer import AnswerDecision
from extproc.policy.decision import Decision, Effect


class Row(NamedTuple):
    status: int
    message: str


TABLE: Final[Mapping[str, Row]] = {
    "malformed_body": Row(400, "The body is not a valid request of this API. Send JSON as the provider documents it."),
    "identifier_in_url": Row(400, "The path, the query string or a header holds an identifier. Put it into the body, where it can be masked."),
    "purpose_unknown": Row(400, "The header wardgate-purpose holds none of the codes. Send TREATMENT, PAYMENT, OPERATIONS, RESEARCH, EMERGENCY or PATIENT_REQUEST."),
    "identity_missing": Row(401, "No verified identity came with the request. Send a bearer token of an accepted issuer."),
    "identity_malformed": Row(401, "A claim of the token is not of its kind. Ask who issues your tokens, or map the claim in the settings."),
    "policy_denied": Row(403, "The policy denies this request; see the reasons."),
    "approval_required": Row(403, "The policy requires an approval for this request, and this gate cannot hold it for one yet; see the reasons."),
    "answer_denied": Row(403, "The policy denies this answer; see the reasons."),
    "obligation_unmet": Row(403, "The policy asks for something this gate cannot do, so the request is denied. Tell the policy's author."),
    "baa_only_warned": Row(403, "The provider has no agreement in force, and only the policy's mode lets the request pass. Ask the gate's operator to name the provider in policy.without_baa, or the policy's author to enforce the rule."),
    "masking_blocked": Row(403, "The text holds a kind of identifier that the policy lets nobody send. Remove it and try again."),
    "unknown_endpoint": Row(404, "This gate does not serve this path and method. See its documentation for the endpoints it does."),
    "body_too_large": Row(413, "The body is larger than this gate takes. Send less, or ask for a larger limit."),
    "content_encoding": Row(415, "The body is compressed. Send it without content-encoding."),
    "content_type": Row(415, "The body is not JSON. Send content-type: application/json."),
    "provider_unknown": Row(421, "The policy chose a provider that this gate's settings do not have for this endpoint. Tell its operator."),
    "overloaded": Row(429, "This gate holds as many bytes as it may. Try again in a moment."),
    "answer_encoding": Row(502, "The provider answered in an encoding that cannot be inspected, so the answer is withheld."),
    "answer_uninspectable": Row(502, "The provider answered with content that cannot be inspected, so the answer is withheld."),
    "answer_too_large": Row(502, "The provider's answer is larger than this gate takes, so it is withheld."),
    "answer_malformed": Row(502, "The provider's answer is not what its API documents, so it is withheld."),
    "policy_unavailable": Row(503, "No policy decision could be had in time, so the request is refused. Try again."),
    "policy_malformed": Row(503, "The policy's answer was not a decision, so the request is refused. Tell the policy's author."),
    "detector_failed": Row(503, "The text could not be inspected, so the request is refused. Try again."),
    "audit_unavailable": Row(503, "The audit record could not be written, so the request is refused. Try again."),
    "deadline_passed": Row(504, "The request took longer than this gate allows. Try again, with less text if it was long."),
}  # fmt: skip


def refusal(
    code: str, *, request_id: str, decision_id: str = "", decision: Decision | AnswerDecision | None = None
) -> Refusal:
    """A refusal of the table. Of a decision only the reasons that moved it to no are shown."""
    row = TABLE[code]
    return Refusal(row.status, code, row.message, request_id, decision_id, _shown(decision))


def worded(code: str, message: str, *, request_id: str) -> Refusal:
    """A refusal whose sentence says more than the table's: a ``MalformedBody``'s own, which quotes nothing."""
    return Refusal(TABLE[code].status, code, message, request_id)


def _shown(decision: Decision | AnswerDecision | None) -> tuple[tuple[str, str, str], ...]:
    if decision is None:
        return ()
    return tuple(
        (reason.id, reason.text, reason.cite)
        for reason in decision.reasons
        if reason.effect in (Effect.DENY, Effect.REQUIRE_APPROVAL)
    )
