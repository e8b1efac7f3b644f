"""The documents that we send and take obey the schemas that policy authors read, and the reader knows both."""

import json
import random
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from extproc.detect.entities import EntityType
from extproc.errors import PolicyMalformed
from extproc.mask.plan import Operator, Scheme
from extproc.payload.part import Inspectability
from extproc.policy.decision import Effect, Transcript, Verdict
from extproc.policy.decision_document import parse_decision
from extproc.policy.query import PurposeCode, Scan, SubjectType
from extproc.policy.query_document import query_document
from tests.support.answers import Answer, allowed, asked, denied, spoiled, without
from tests.support.queries import QUERY, any_query, asking, with_images
from tests.unit.policy.test_decision_document import MEMBERS, SPOILT

SCHEMAS = Path(__file__).parents[2] / "opa" / "schemas"


def schema(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((SCHEMAS / f"{name}.json").read_text())
    return document


INPUT = jsonschema.Draft7Validator(schema("input"))
DECISION = jsonschema.Draft7Validator(schema("decision"))


@pytest.mark.parametrize("name", ["input", "decision"])
def test_a_schema_is_one(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(schema(name))


def test_every_query_obeys_its_schema() -> None:
    source = random.Random(3)
    for query in (QUERY, asking(groups=None), with_images(2), *(any_query(source) for _ in range(200))):
        INPUT.validate(query_document(query))


def test_a_query_with_another_member_does_not() -> None:
    assert not INPUT.is_valid({**query_document(QUERY), "text": "Jane Roe"})


@pytest.mark.parametrize("answer", [allowed(), denied(), asked(), spoiled(allowed(), "obligations.watermark", 1)])
def test_a_decision_that_is_read_obeys_its_schema(answer: Answer) -> None:
    parse_decision(answer, "dec-1")
    DECISION.validate(answer)


@pytest.mark.parametrize("path", MEMBERS)
def test_a_missing_member_is_refused_by_both(path: str) -> None:
    assert not DECISION.is_valid(without(allowed(), path))


def test_what_the_schema_refuses_the_reader_refuses() -> None:
    refused = [answer for path, value in SPOILT if not DECISION.is_valid(answer := spoiled(allowed(), path, value))]
    assert len(refused) > len(SPOILT) * 0.7  # the rest is what a schema cannot say
    for answer in refused:
        with pytest.raises(PolicyMalformed):
            parse_decision(answer, "dec-1")


def words(document: dict[str, Any], *path: str) -> set[str]:
    for step in path:
        document = document[step]
    found: list[str] = document["enum"]  # type: ignore[assignment]
    return set(found)


def test_the_closed_lists_are_ours() -> None:
    query, decision = schema("input")["properties"], schema("decision")
    phi = query["phi"]["properties"]
    assert words(query, "identity", "properties", "type") == set(SubjectType)
    assert words(query, "purpose", "properties", "code") == set(PurposeCode)
    assert words(phi, "scan") == set(Scan)
    assert words(phi, "entities", "propertyNames") == set(EntityType)
    assert words(phi, "uninspected", "propertyNames") == set(Inspectability)
    assert words(decision, "definitions", "operator") == set(Operator)
    assert words(decision, "definitions", "entity") == set(EntityType)
    assert words(decision, "properties", "verdict") == set(Verdict)
    assert words(decision, "properties", "reasons", "items", "properties", "effect") == set(Effect)
    assert words(decision, "properties", "masking", "properties", "scheme") == set(Scheme)
    assert words(decision, "properties", "obligations", "properties", "record") == set(Transcript)
