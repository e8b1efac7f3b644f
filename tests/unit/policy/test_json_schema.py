"""The schema check finds what a full validator finds, says where, and refuses what it does not know."""

import json
import random
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from extproc.errors import Misconfigured
from extproc.policy.json_schema import Schema
from extproc.policy.query_document import query_document
from tests.support.queries import any_query

SCHEMAS = sorted((Path(__file__).parents[3] / "opa" / "schemas").rglob("*.json"))

CASES: list[tuple[dict[str, Any], object, list[str]]] = [
    ({"type": "integer"}, 1, []),
    ({"type": "integer"}, True, ["/: is not of the type integer"]),
    ({"type": ["string", "null"]}, 1, ["/: is not of the type string or null"]),
    ({"enum": ["a", "b"]}, "c", ["/: is none of: a, b"]),
    ({"enum": [1]}, True, ["/: is none of: 1"]),
    ({"required": ["a"]}, {}, ["/: lacks the member a"]),
    ({"properties": {"a": {"type": "string"}}}, {"a": 1}, ["/a: is not of the type string"]),
    ({"properties": {"a": {}}, "additionalProperties": False}, {"b": 1}, ["/b: there is no such member"]),
    ({"additionalProperties": {"type": "string"}}, {"b": 1}, ["/b: is not of the type string"]),
    ({"patternProperties": {"^x": {}}, "additionalProperties": False}, {"xa": 1}, []),
    ({"propertyNames": {"enum": ["a"]}}, {"b": 1}, ["/b: the name is none of: a"]),
    ({"items": {"type": "string"}}, ["a", 2], ["/1: is not of the type string"]),
    ({"anyOf": [{"type": "null"}, {"required": ["a"]}]}, {}, ["/: is not of the type null"]),
    ({"oneOf": [{"type": "string"}, {"enum": ["a"]}]}, "a", ["/: fits more than one of the alternatives"]),
    ({"allOf": [{"minLength": 2}]}, "b", ["/: should have a length of at least 2"]),
    ({"pattern": "^a"}, "b", ["/: is not of the shape ^a"]),
    ({"minimum": 1, "maximum": 3}, 4, ["/: should be at most 3"]),
    ({"minItems": 1}, [], ["/: should have items: at least 1"]),
    ({"maxProperties": 0}, {"a": 1}, ["/: should have members: at most 0"]),
    ({"uniqueItems": True}, ["a", "a"], ["/: says something twice"]),
    ({"$ref": "#/definitions/a", "definitions": {"a": {"type": "string"}}}, 1, ["/: is not of the type string"]),
    ({"const": "a"}, "b", ["/: is none of: a"]),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "value", "said"), CASES)
def test_what_is_wrong_is_said_with_its_place(schema: dict[str, Any], value: object, said: list[str]) -> None:
    assert [f"{one.path}: {one.text}" for one in Schema(schema, "a").wrong(value)] == said
    assert jsonschema.Draft7Validator(schema).is_valid(value) is not bool(said)


@pytest.mark.parametrize("schema", [{"if": {}}, {"items": {"format": "date"}}, {"$ref": "#/nowhere"}, {"items": [{}]}])
def test_what_it_does_not_know_is_refused(schema: dict[str, Any]) -> None:
    with pytest.raises(Misconfigured):
        Schema(schema, "a")


@pytest.mark.parametrize("file", SCHEMAS, ids=lambda file: file.stem)
def test_it_knows_all_that_our_schemas_say(file: Path) -> None:
    Schema(json.loads(file.read_text()), file.name)


def spoil(source: random.Random, document: Any) -> Any:
    """One member somewhere gone, doubled, or of another kind."""
    if isinstance(document, dict) and document:
        name = source.choice(sorted(document))
        match source.randrange(4):
            case 0:
                return {key: value for key, value in document.items() if key != name}
            case 1:
                return {**document, "another": 1}
            case 2:
                return {**document, name: source.choice([None, 1, "x", [], {}, True])}
            case _:
                return {**document, name: spoil(source, document[name])}
    return source.choice([document, -1, "x"])


def test_it_agrees_with_a_full_validator_about_spoilt_queries() -> None:
    file = next(one for one in SCHEMAS if one.name == "input.json")
    document = json.loads(file.read_text())
    ours, theirs = Schema(document, "input"), jsonschema.Draft7Validator(document)
    source = random.Random(5)
    fitting = 0
    for _ in range(400):
        query = spoil(source, query_document(any_query(source)))
        fits = next(ours.wrong(query), None) is None
        assert fits is theirs.is_valid(query)
        fitting += fits
    assert 0 < fitting < 400
