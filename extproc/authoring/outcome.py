"""What becomes of a request by a decision: the gate's own checks after the policy's answer, on a recorded query.

The words are those of ``request.decided``: ``forwarded``, or the code of the refusal; the same for an answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from extproc.exchange.asking import AGREEMENT_REASONS
from extproc.mask.plan import Operator
from extproc.policy.decision import Decision, Transcript, Verdict
from extproc.policy.decision_document import unmet


@dataclass(frozen=True, slots=True)
class GateSettings:
    """What the checks need of the gate's settings, which no query tells.

    ``without_baa``: providers to which a request may go though the policy only warns of a missing agreement.
    ``seals``: there is somebody to seal transcripts to.
    """

    without_baa: frozenset[str] = frozenset()
    seals: bool = True


USUAL: Final = GateSettings()


def outcome_of(decision: Decision, query: Mapping[str, Any], settings: GateSettings = USUAL) -> str:
    """In the order in which the gate checks (``exchange/asking``)."""
    match decision.verdict:
        case Verdict.DENY:
            return "policy_denied"
        case Verdict.REQUIRE_APPROVAL:
            return "approval_required"
        case Verdict.ALLOW:
            return _of_allowed(decision, query, settings)


def _of_allowed(decision: Decision, query: Mapping[str, Any], settings: GateSettings) -> str:
    if unmet(decision) or (decision.obligations.record is not Transcript.METADATA and not settings.seals):
        return "obligation_unmet"
    if decision.provider not in query["route"]["providers"]:
        return "provider_unknown"
    warned = any(reason.id in AGREEMENT_REASONS for reason in decision.reasons)
    if warned and decision.provider not in settings.without_baa:
        return "baa_only_warned"
    operators = {entity.value: operator for entity, operator in decision.masking.request.by_entity.items()}
    default = decision.masking.request.default
    if any(operators.get(entity, default) is Operator.BLOCK for entity in query["phi"]["entities"]):
        return "masking_blocked"
    return "forwarded"


def outcome_of_answer(verdict: str) -> str:
    return "forwarded" if verdict == Verdict.ALLOW else "answer_denied"


def effect_of(verdict: str, outcome: str) -> str:
    """One word for both: the verdict, unless the gate refused what the policy allowed."""
    return outcome if verdict == Verdict.ALLOW and outcome != "forwarded" else verdict
