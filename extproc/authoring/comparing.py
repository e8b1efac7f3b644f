"""A recorded decision held against what a policy answers now, which is read as strictly as the gate reads it."""

from typing import Final, assert_never

from extproc.authoring.about import About
from extproc.authoring.difference import Difference, Kind, difference, difference_of_answers
from extproc.authoring.outcome import GateSettings, effect_of, outcome_of
from extproc.authoring.recorded import Recorded
from extproc.errors import PolicyMalformed
from extproc.exchange.asking import AGREEMENT_REASONS
from extproc.exchange.records import decision_body, reason_rows
from extproc.policy.answer import parse_answer_decision
from extproc.policy.decision import Transcript, Verdict
from extproc.policy.decision_document import parse_decision

NO_DECISION: Final = "policy_malformed"


def against(one: Recorded, answer: object) -> Difference | None:
    """``answer`` is a decision that nobody has checked yet; ``None`` where it is the one that was recorded."""
    try:
        match one.about:
            case About.REQUEST:
                return _of_request(one, answer)
            case About.ANSWER:
                return _of_answer(one, answer)
            case _:
                assert_never(one.about)
    except PolicyMalformed:
        gone = tuple(sorted(reason["id"] for reason in one.decision["reasons"]))
        effect = effect_of(one.decision["verdict"], one.outcome if one.about is About.REQUEST else "forwarded")
        return Difference(frozenset({Kind.VERDICT}), effect, NO_DECISION, (one.provider, ""), (), (), gone)


def goes_on(one: Recorded, found: Difference | None) -> bool:
    """Whether, with the difference ``found``, the request is sent or the answer goes on to its caller."""
    return one.outcome == "forwarded" if found is None else found.after == Verdict.ALLOW


def _of_request(one: Recorded, answer: object) -> Difference | None:
    decision = parse_decision(answer, one.query["decision_id"])
    outcomes = (one.outcome, outcome_of(decision, one.query, _settings(one)))
    return difference(one.decision, decision_body(decision), outcomes)


def _of_answer(one: Recorded, answer: object) -> Difference | None:
    decision = parse_answer_decision(answer, one.query["decision_id"])
    body = {"verdict": decision.verdict.value, "reasons": reason_rows(decision.reasons)}
    return difference_of_answers(one.decision, body, one.provider)


def _settings(one: Recorded) -> GateSettings:
    """What the record tells of the settings: a request that went on in spite of a warning went to a provider that they
    name, and one whose transcript was an obligation unmet met a gate that seals to nobody."""
    warned = any(reason["id"] in AGREEMENT_REASONS for reason in one.decision["reasons"])
    sealed = one.decision["obligations"]["record"] != Transcript.METADATA
    return GateSettings(
        without_baa=frozenset({one.provider} if warned and one.outcome == "forwarded" else ()),
        seals=not (sealed and one.outcome == "obligation_unmet"),
    )
