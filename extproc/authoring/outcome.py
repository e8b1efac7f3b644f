"""What becomes of a request by a decision: the gate's own checks after the policy's answer, on a recorded query.

The words are those of ``request.decided``: ``forwarded``, or the code of the refusal.
"""

from collections.abc import Mapping
from typing import Any

from extproc.mask.plan import Operator
from extproc.policy.decision import Decision, Verdict
from extproc.policy.decision_document import unmet


def outcome_of(decision: Decision, query: Mapping[str, Any]) -> str:
    """In the order in which the gate checks (``exchange/asking``)."""
    match decision.verdict:
        case Verdict.DENY:
            return "policy_denied"
        case Verdict.REQUIRE_APPROVAL:
            return "approval_required"
        case Verdict.ALLOW:
            pass
    if unmet(decision):
        return "obligation_unmet"
    if decision.provider not in query["route"]["providers"]:
        return "provider_unknown"
    operators = {entity.value: operator for entity, operator in decision.masking.request.by_entity.items()}
    default = decision.masking.request.default
    if any(operators.get(entity, default) is Operator.BLOCK for entity in query["phi"]["entities"]):
        return "masking_blocked"
    return "forwarded"


def effect_of(verdict: str, outcome: str) -> str:
    """One word for both: the verdict, unless the gate refused what the policy allowed."""
    return outcome if verdict == Verdict.ALLOW and outcome != "forwarded" else verdict
