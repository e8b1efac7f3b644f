"""What was tried with ``wardgate policy eval``, as text and as one object."""

from collections.abc import Mapping, Sequence
from typing import Any

from extproc.authoring.question import Question, Tried
from extproc.cli.policy_options import flat, heading, print_table, say
from extproc.detect.entities import EntityType
from extproc.exchange.records import decision_body, reason_rows
from extproc.policy.answer import AnswerDecision
from extproc.policy.decision import Decision, Reason

READERS = {"forwarded": "the provider"}
"""Of the body, by the outcome; else it is the caller."""


def show(found: Tried) -> None:
    say(f"outcome   {found.outcome}", "green" if found.outcome in ("forwarded", "answered") else "red")
    if not found.asked:
        say("verdict   none")
    for index, one in enumerate(found.asked):
        if index:
            heading(f"asked about the answer, {one.query['decision_id']}")
        _show_question(one)
    if found.body:
        heading(f"{READERS.get(found.outcome, 'the caller')} would read")
        say(found.body.decode(errors="replace"))


def _show_question(one: Question) -> None:
    decision = one.decision
    say(f"verdict   {decision.verdict.value if decision else 'none'}")
    match decision:
        case Decision():
            say(f"provider  {decision.provider or '(none)'}")
            _show_reasons(decision.reasons)
            if decision.provider:
                heading("masking")
                print_table(("entity", "found", "request", "response", "restored"), _plan(decision, one.query))
        case AnswerDecision():
            _show_reasons(decision.reasons)
        case None:
            pass
    heading("query")
    print_table(("member", "value"), [(name, flat(value)) for name, value in one.query.items()])


def _show_reasons(reasons: Sequence[Reason]) -> None:
    heading("reasons")
    rows = [(one.effect.value, one.id, one.text, one.cite) for one in reasons]
    print_table(("effect", "id", "text", "citation"), rows)


def _plan(decision: Decision, query: Mapping[str, Any]) -> list[tuple[object, ...]]:
    """A row for each entity that was found or that the plan names."""
    masking = decision.masking
    counts = {name: one["count"] for name, one in query.get("phi", {}).get("entities", {}).items()}
    named = {entity.value for plan in (masking.request, masking.response) for entity in plan.by_entity}
    rows: list[tuple[object, ...]] = [
        (
            entity.value,
            counts.get(entity.value, 0),
            masking.request.operator(entity).value,
            masking.response.operator(entity).value,
            "yes" if entity in masking.restore else "",
        )
        for entity in EntityType
        if entity.value in named | counts.keys()
    ]
    return [*rows, ("(others)", 0, masking.request.default.value, masking.response.default.value, "")]


def document(found: Tried) -> dict[str, object]:
    """``query`` and ``decision`` are the first that was asked; ``answers`` those about the answer."""
    first, *others = [_question(one) for one in found.asked] or [{"query": None, "decision": None}]
    return {"outcome": found.outcome, **first, "answers": others, "body": found.body.decode(errors="replace")}


def _question(one: Question) -> dict[str, object]:
    return {"query": one.query, "decision": _body(one.decision)}


def _body(decision: Decision | AnswerDecision | None) -> object:
    match decision:
        case Decision():
            return decision_body(decision)
        case AnswerDecision():
            reasons = reason_rows(decision.reasons)
            return {"decision_id": decision.decision_id, "verdict": decision.verdict.value, "reasons": reasons}
        case None:
            return None
