import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from extproc.authoring.json_lines import JsonLines

TEXT = """{
  "a": 1,
  "b": {
    "c": [
      "x",
      { "d": null }
    ], "e": {}
  }
}
"""


def test_each_value_has_the_line_of_its_name_or_its_own() -> None:
    lines = JsonLines(TEXT)
    found = {
        place: lines.line(place)
        for place in [("a",), ("b",), ("b", "c"), ("b", "c", 0), ("b", "c", 1, "d"), ("b", "e")]
    }
    assert found == {
        ("a",): 2, ("b",): 3, ("b", "c"): 4, ("b", "c", 0): 5, ("b", "c", 1, "d"): 6, ("b", "e"): 7,
    }  # fmt: skip


def test_what_is_not_there_has_the_line_of_what_is_around_it() -> None:
    assert JsonLines(TEXT).line(("b", "c", 1, "nothing")) == 6
    assert JsonLines(TEXT).line(("z",)) == 1


documents = st.recursive(
    st.none() | st.integers() | st.text() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@given(documents)
def test_every_member_stands_on_the_line_where_it_is_written(document: Any) -> None:
    text = json.dumps(document, indent=1)
    lines, rows = JsonLines(text), text.split("\n")
    for place in members(document):
        assert rows[lines.line(place) - 1].lstrip().startswith(json.dumps(place[-1]) + ":")


def members(document: Any, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(document, dict):
        return [one for name, value in document.items() for one in ((*place, name), *members(value, (*place, name)))]
    if isinstance(document, list):
        return [one for index, value in enumerate(document) for one in members(value, (*place, index))]
    return []
