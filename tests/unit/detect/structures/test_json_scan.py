import json
from typing import Any

import pytest

from extproc.detect.structures.json_scan import MAX_LEVELS, roots, value_at
from extproc.detect.structures.nodes import Leaf, Listed, Node, Object
from extproc.detect.structures.view import Notes, View


def plain(node: Node) -> Any:
    match node:
        case Leaf():
            return node.text
        case Listed():
            return [plain(item) for item in node.items]
        case Object():
            return {name: plain(value) for name, value in node.items()}


def documents(text: str) -> list[Any]:
    return [plain(root) for _, _, root in roots(View(text, Notes()))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": "x", "b": ["y", {"c": "z"}]}', [{"a": "x", "b": ["y", {"c": "z"}]}]),
        ('see {"a": "x"} and {"b": "y"}.', [{"a": "x"}, {"b": "y"}]),
        ('```json\n[{"a": "x"}]\n```', [[{"a": "x"}]]),
        ('{"a": "x"}\n{"a": "y"}\n', [{"a": "x"}, {"a": "y"}]),
        ('{"a": 12, "b": -4.5e3}', [{"a": "12", "b": "-4.5e3"}]),
        ('{"a": "Jos\\u00e9 \\"B\\" x"}', [{"a": 'José "B" x'}]),
        ("{'a': 'x', 'n': None, b: 02139}", [{"a": "x", "b": "02139"}]),
        ('{"a": "x",}', [{"a": "x"}]),
        ('{"a": {}, "b": [], "c": true, "d": "x"}', [{"a": {}, "b": [], "d": "x"}]),
        ('{"a": "x", // why\n "b": "y"}', [{"a": "x", "b": "y"}]),
        ('{"a": "x", "a": "y"}', [{"a": "y"}]),
    ],
)
def test_documents_are_found_wherever_they_stand(text: str, expected: list[Any]) -> None:
    assert documents(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": "x", "b": {"c": "y', [{"a": "x", "b": {"c": "y"}}]),
        ('{"a": "x", "b": [', [{"a": "x", "b": []}]),
        ('lost", "a": "x", "b": 3}', [{"a": "x", "b": "3"}]),
        ('{"a": nobody, "b": "x"}', [{}, {"b": "x"}]),
        ('{"a": "x" "b": "y"}', [{"a": "x", "b": "y"}]),
        ('{"a": "open\n{"b": "x"}', [{"a": "open\n{"}]),
    ],
)
def test_a_document_that_was_cut_or_broken_is_read_as_far_as_it_goes(text: str, expected: list[Any]) -> None:
    assert documents(text) == expected


@pytest.mark.parametrize(
    "text", ["[1] see the note", "{x | x > 2}", "a: b", 'he said "no": never', "f(){return}", "[[["]
)
def test_prose_and_programs_are_no_documents(text: str) -> None:
    assert not [one for one in documents(text) if one and one != [[[]]]]


@pytest.mark.parametrize("times", [1, 2, 3])
def test_quotes_escaped_over_and_over_are_read(times: int) -> None:
    text = '{"name": {"first": "Jos\\u00e9"}}'
    for _ in range(times):
        text = json.dumps(text)[1:-1]
    assert documents(f"call {text} now") == [{"name": {"first": "José"}}]


def test_each_leaf_stands_where_it_says() -> None:
    text = 'x {"a": "first", "b": [12, "second"]}'
    ((_, end, root),) = roots(View(text, Notes()))
    assert end == len(text)
    assert isinstance(root, Object)
    first = root.leaf("a")
    assert first is not None
    assert text[first.start : first.end] == "first"


def test_numbers_are_noted_and_strings_of_digits_are_not() -> None:
    notes = Notes()
    text = '{"a": 12345, "b": "67890"}'
    list(roots(View(text, notes)))
    assert [text[one.start : one.end] for one in notes.numerals] == ["12345"]


def test_what_nests_too_deep_is_read_as_another_document() -> None:
    text = '{"a":' * (MAX_LEVELS + 10) + '"x"' + "}" * (MAX_LEVELS + 10)
    assert len(documents(text)) == 2


@pytest.mark.parametrize(
    ("text", "expected"), [('"x" y', "x"), ("[1]", ["1"]), ("true", "true"), ("]", []), ('{"a": 1', {"a": "1"})]
)
def test_a_value_is_read_where_it_begins(text: str, expected: Any) -> None:
    assert plain(value_at(View(text, Notes()), 0)[0]) == expected
