import json

import pytest

from extproc.detect.entities import EntityType as E
from tests.support.structures import leaves, marked, marked_leaves, masked_text

ROWS = [["quill ozymandel", 88213001, "E11.9", 7.4], ["arlo vexley", 88213002, "I10", 6.1]]
HEADS = ["patient_name", "mrn", "icd10", "a1c"]
FOUND = {
    (E.NAME, "quill ozymandel"), (E.NAME, "arlo vexley"), (E.MRN, "88213001"), (E.MRN, "88213002"),
}  # fmt: skip


@pytest.mark.parametrize(
    "document",
    [
        {"columns": HEADS, "index": [0, 1], "data": ROWS},
        {"headers": HEADS, "rows": ROWS},
        {"columns": [{"name": name, "type": "x"} for name in HEADS], "rows": ROWS},
        {
            "schema": {"fields": [{"name": name} for name in HEADS]},
            "rows": [{"f": [{"v": v} for v in r]} for r in ROWS],
        },
        [HEADS, *ROWS],
        {"Records": [[{"x": v} for v in row] for row in ROWS], "columnMetadata": [{"name": name} for name in HEADS]},
        {"Rows": [{"Data": [{"x": str(v)} for v in row]} for row in (HEADS, *ROWS)]},
        {name: [row[place] for row in ROWS] for place, name in enumerate(HEADS)},
        {name: {str(n): row[place] for n, row in enumerate(ROWS)} for place, name in enumerate(HEADS)},
    ],
)
def test_cells_are_named_by_their_columns_and_keep_their_type(document: object) -> None:
    text = json.dumps(document)
    assert marked(f"Here: {text}") == FOUND
    masked = json.loads(masked_text(text))
    assert shape(masked) == shape(document)
    assert "E11.9" in json.dumps(masked)


def shape(node: object) -> object:
    match node:
        case dict():
            return {name: shape(below) for name, below in node.items()}
        case list():
            return [shape(below) for below in node]
        case _:
            return type(node)


@pytest.mark.parametrize(
    "document",
    [
        {"columns": ["drug", "dose"], "data": [["quill", 88213001]]},
        {"columns": ["name", "dose"], "data": [["aspirin", 81]]},
        {"columns": 3, "data": [["quill ozymandel", 1]]},
        {"columns": ["mrn", {"a": 1, "b": 2}], "data": [["A12"]]},
        {"headers": ["mrn"], "data": "A12"},
        [["a", "b"], ["quill", "x"]],
        [["mrn"]],
        [[], ["A12"]],
    ],
)
def test_other_lists_are_no_tables(document: object) -> None:
    assert marked(json.dumps(document)) == set()


def test_a_column_that_speaks_of_people_alone_names_them() -> None:
    assert marked('{"headers": ["Patient", "Room"], "values": [["quill ozymandel", "4B"]]}') == {
        (E.NAME, "quill ozymandel")
    }


def test_cells_of_an_opened_document_keep_their_places_where_short_numbers_are_left_out() -> None:
    passages = leaves(
        *(("columns.0", "age"), ("columns.1", "surname"), ("columns.2", "mrn")),
        *(("data.0.1", "ozymandel"), ("data.0.2", "A12"), ("data.1.1", "vexley")),
    )
    assert marked_leaves(passages)[3:] == [{(E.NAME, "ozymandel")}, {(E.MRN, "A12")}, {(E.NAME, "vexley")}]


def test_pairs_of_a_name_and_a_value_are_read_as_members() -> None:
    assert marked('[["surname", "ozymandel"], ["mrn", 88213001], ["a1c", 7.4]]') == {
        (E.NAME, "ozymandel"),
        (E.MRN, "88213001"),
    }
    assert marked('[["drug", "quill"], ["dose", 88213001]]') == set()
