"""The fast yes or no agrees with the check that has the words, on queries and on what is left of them."""

import json
import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from extproc.authoring.about import About
from extproc.authoring.query_shape import FILES, QueryShape, shapes_of
from extproc.detect.entities import EntityType
from extproc.policy.answer import answer_query_document
from extproc.policy.json_schema import Schema
from extproc.policy.query_document import query_document
from tests.support.queries import any_query, of_answer
from tests.support.small_policy import SHIPPED

SHAPES = shapes_of(SHIPPED)
STRANGERS: Any = (None, True, 1, -1, 2.5, "", "NAME", [], [1], ["a"], {}, {"a": 1})


def schema(about: About) -> Schema:
    return Schema(json.loads((SHIPPED / FILES[about]).read_bytes()), "")


def places(document: Any) -> list[tuple[Any, Any]]:
    """Each container with each of its keys or indexes."""
    if isinstance(document, dict):
        return [(document, key) for key in document] + [one for value in document.values() for one in places(value)]
    if isinstance(document, list):
        return [(document, i) for i in range(len(document))] + [one for value in document for one in places(value)]
    return []


def spoiled(document: Any, source: random.Random) -> Any:
    """One place is taken away, replaced, or joined by something that nobody knows."""
    document = deepcopy(document)
    container, key = source.choice(places(document))
    match source.randrange(3):
        case 0:
            del container[key]
        case 1:
            container[key] = deepcopy(source.choice(STRANGERS))
        case _ if isinstance(container, dict):
            container[source.choice(("stranger", "NAME", ""))] = deepcopy(source.choice(STRANGERS))
        case _:
            container.append(deepcopy(source.choice(STRANGERS)))
    return document


def question(about: About, source: random.Random) -> Any:
    asked = any_query(source)
    if about is About.REQUEST:
        return query_document(asked)
    return answer_query_document(of_answer(tools=("find",), entities=(EntityType.SSN,), query=asked))


@pytest.mark.parametrize("about", About)
def test_both_checks_agree_on_good_and_on_spoiled_queries(about: About) -> None:
    source, check, refused = random.Random(20_261_122), schema(about), 0
    for _ in range(300):
        good = question(about, source)
        assert SHAPES[about].wrong(good) == ""
        bad = spoiled(good, source)
        said = next(check.wrong(bad), None)
        assert SHAPES[about].wrong(bad) == (f"{said.path}: {said.text}" if said else "")
        assert SHAPES[about]._fits(bad) is (said is None), bad
        refused += said is not None
    assert 100 < refused < 300


@pytest.mark.parametrize(
    ("document", "good", "bad"),
    [
        ({"pattern": "^a$"}, "a", "b"),
        ({"patternProperties": {"^x": {"type": "string"}}, "additionalProperties": False}, {"xa": "1"}, {"xa": 1}),
        ({"enum": [1, 2]}, 1, 3),
        ({"items": {"minLength": 2}}, ["ab"], ["a"]),
    ],
)
def test_a_keyword_that_is_not_known_here_is_left_to_the_other_check(document: Any, good: object, bad: object) -> None:
    shape = QueryShape(document, "")
    assert (shape.wrong(good), bool(shape.wrong(bad))) == ("", True)


def test_a_schema_may_refer_to_itself() -> None:
    shape = QueryShape({"definitions": {"a": {"items": {"$ref": "#/definitions/a"}, "type": "array"}}, "$ref": "#/definitions/a"}, "")  # noqa: E501  # fmt: skip
    assert shape.wrong([[], [[]]]) == ""
    assert shape.wrong([[], [1]]) == "/1/0: is not of the type array"


def test_a_bundle_without_schemas_is_held_against_those_that_came_with_the_gate(tmp_path: Path) -> None:
    assert shapes_of(tmp_path)[About.ANSWER].wrong({}) == "/: lacks the member schema"
