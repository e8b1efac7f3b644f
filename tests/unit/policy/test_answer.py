"""The question about an answer and its decision are documents of their schemas, and nothing else is taken."""

import json
from pathlib import Path

import jsonschema
import pytest

from extproc.errors import PolicyMalformed
from extproc.policy.answer import answer_query_document, parse_answer_decision
from extproc.policy.decision import Effect, Verdict
from tests.support.queries import of_answer

SCHEMAS = Path(__file__).parents[3] / "opa" / "schemas"
NO = {"id": "response_entity", "effect": "deny", "text": "No.", "cite": "45 CFR 164.502(b)"}
WARN = {**NO, "effect": "warn"}


def said(**changes: object) -> dict[str, object]:
    decision = {"schema": "wardgate.response-decision/v1", "decision_id": "dec-1.1", "verdict": "allow", "reasons": []}
    return {**decision, **changes}


def schema(name: str) -> dict[str, object]:
    document: dict[str, object] = json.loads((SCHEMAS / name).read_text())
    return document


def test_the_question_is_a_document_of_its_schema() -> None:
    document = answer_query_document(of_answer(tools=("find",)))
    jsonschema.validate(document, schema("response_input.json"))
    assert document["request_decision"] == {"decision_id": "dec-1", "verdict": "allow", "provider": "demo-cloud"}
    assert not {"request", "coverage"} & document.keys()


@pytest.mark.parametrize("good", [said(), said(reasons=[WARN]), said(verdict="deny", reasons=[NO, WARN])])
def test_a_decision_of_the_schema_is_read(good: dict[str, object]) -> None:
    jsonschema.validate(good, schema("response_decision.json"))
    decision = parse_answer_decision(good, "dec-1.1")
    assert decision.verdict is Verdict(str(good["verdict"]))
    assert {reason.effect for reason in decision.reasons} <= {Effect.DENY, Effect.WARN}


@pytest.mark.parametrize(
    "bad",
    [
        None,
        {},
        said(schema="wardgate.decision/v1"),
        said(decision_id="dec-1"),
        said(verdict="require_approval"),
        said(verdict="maybe"),
        said(verdict=None),
        said(reasons=None),
        said(reasons=[{}]),
        said(reasons=[NO]),
        said(verdict="deny"),
        said(verdict="deny", reasons=[WARN]),
        said(reasons=[{**NO, "effect": "require_approval"}]),
        said(provider="demo-cloud"),
        said(reasons=[WARN] * 65),
    ],
)
def test_anything_else_is_malformed(bad: object) -> None:
    with pytest.raises(PolicyMalformed):
        parse_answer_decision(bad, "dec-1.1")
