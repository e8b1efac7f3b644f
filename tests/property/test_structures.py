"""Whatever the text: structures are read without an error, their ranges lie in it, and work grows with it alone."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extproc.detect.finding import Passage
from extproc.detect.structures import assigned, json_scan, mail, reading, sql, tables, xml_scan, yaml
from extproc.detect.structures.blobs import blobs, opaque
from extproc.detect.structures.labelled import labels
from extproc.detect.structures.marks import NONE
from extproc.detect.structures.view import Notes, View
from extproc.sealed import Sealed
from tests.support.structures import marks, masked_text
from tests.unit.detect.structures.test_fhir import PATIENT
from tests.unit.detect.structures.test_hl7 import ADT
from tests.unit.detect.structures.test_tables import CSV
from tests.unit.detect.structures.test_xml import CCDA

SAMPLES = [json.dumps(PATIENT), json.dumps(PATIENT, indent=1), json.dumps(json.dumps(PATIENT)), ADT, CCDA, CSV]
MESS = st.text(st.sampled_from("{}[]\",:\\|^~&<>/'\n\r\t -=0159abcPIDMSH|data;é\ud800\x00٣"), max_size=120)


@given(st.sampled_from(SAMPLES), st.data())
@settings(max_examples=150, deadline=None)
def test_any_cut_of_any_structure_is_read_and_its_ranges_lie_within(sample: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(sample)))
    end = data.draw(st.integers(start, len(sample)))
    check(sample[start:end] + data.draw(MESS))


@given(MESS, MESS, st.sampled_from(SAMPLES))
@settings(max_examples=150, deadline=None)
def test_any_text_around_a_structure_is_read(before: str, behind: str, sample: str) -> None:
    check(before + sample + behind)


def check(text: str) -> None:
    found = marks(text)
    ranges: list[tuple[int, int]] = [*found.kept]
    for noted in (found.candidates, found.numerals, found.fences, found.blobs):
        ranges += ((one.start, one.end) for one in noted)
    assert all(0 <= start <= end <= len(text) for start, end in ranges)
    assert all(start < end for start, end, *_ in found.candidates)
    labels([Passage(Sealed(text))])
    assert all(index == 0 for index, _ in opaque([Passage(Sealed(text))]))


SIGNS = "{[<|:=\t\r\n^"


@given(st.sampled_from(SAMPLES), st.sampled_from(["", *SIGNS]), MESS)
@settings(max_examples=150, deadline=None)
def test_a_text_passed_over_at_a_glance_says_nothing_when_it_is_read(sample: str, left: str, mess: str) -> None:
    text = "".join(char for char in sample + mess if char == left or char not in SIGNS)
    view = View(text, Notes())
    reading.read_view(view)
    view.notes.blobs += blobs(text)
    assert reading.read([Passage(Sealed(text))]) == (view.notes.marks() if view.notes else NONE,)


PATHS = st.lists(st.sampled_from(["name", "patient", "resourceType", "code", 0, 1, "data"]), max_size=5).map(tuple)


@given(st.lists(st.tuples(MESS, PATHS), max_size=8))
@settings(max_examples=100, deadline=None)
def test_leaves_of_any_paths_are_read(leaves: list[tuple[str, Any]]) -> None:
    passages = [Passage(Sealed(text), Sealed(""), path) for text, path in leaves]
    assert len(reading.read(passages)) == len(passages)
    labels(passages)
    list(opaque(passages))


@given(st.sampled_from([8, 3, 1]), st.text(st.sampled_from("x {}|\n"), max_size=20))
@settings(max_examples=20, deadline=None)
def test_a_masked_document_parses_wherever_it_stands(indent: int, prose: str) -> None:
    text = json.dumps(PATIENT, indent=indent)
    masked = masked_text(f"{prose}\n```json\n{text}\n```\n{prose}")
    assert json.loads(masked.split("```json\n")[1].split("\n```")[0])["resourceType"] == "Patient"


@pytest.mark.parametrize("times", [0, 1, 2])
def test_however_often_it_is_escaped_a_document_parses_and_gives_the_same_names(times: int) -> None:
    text = json.dumps(PATIENT)
    for _ in range(times):
        text = json.dumps({"args": text})
    masked: Any = json.loads(masked_text(text))
    for _ in range(times):
        masked = json.loads(masked["args"])
    assert masked["resourceType"] == "Patient"
    assert not re.search("Ozymandel|Quill|Zorbury|Plover|88213|98052|47.684", json.dumps(masked))


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "mrn": st.integers(10_000, 10**12) | st.from_regex(r"[A-Z]{2}\d{6}", fullmatch=True),
    "last_name": st.sampled_from(["Ozymandel", "quill", "O'Vexley", "Müller-Quill"]),
    "dob": st.sampled_from(["1960-03-02", "3/2/1960", None]),
    "phone": st.integers(5_550_100_000, 5_550_199_999) | st.just("555-010-0142"),
    "a1c": st.floats(4, 15).map(lambda value: round(value, 1)),
    "active": st.booleans(),
}
RECORDS = st.lists(st.fixed_dictionaries(VALUES), min_size=1, max_size=4)
SHAPES: list[Callable[[list[dict[str, Any]]], Any]] = [
    lambda rows: rows,
    lambda rows: {name: [row[name] for row in rows] for name in VALUES},
    lambda rows: {"columns": list(VALUES), "data": [[row[name] for name in VALUES] for row in rows]},
    lambda rows: [list(VALUES), *([row[name] for name in VALUES] for row in rows)],
    lambda rows: {"query": json.dumps({"patients": rows})},
]


@given(RECORDS, st.sampled_from(SHAPES), st.sampled_from([None, 1]))
@settings(max_examples=100, deadline=None)
def test_whatever_the_layout_a_masked_document_has_the_types_it_had(
    records: list[dict[str, Any]], shape: Callable[[list[dict[str, Any]]], Any], indent: int | None
) -> None:
    document = shape(records)
    masked = masked_text(json.dumps(document, indent=indent))
    assert types(json.loads(masked)) == types(document)
    assert not any(str(row[name]) in masked for row in records for name in ("mrn", "last_name", "phone"))


def types(node: Any) -> Any:
    match node:
        case dict():
            return {name: types(below) for name, below in node.items()}
        case list():
            return [types(below) for below in node]
        case str() if node.startswith("{"):
            return types(json.loads(node))
        case _:
            return type(node)


HOSTILE = [
    '{"a":', '{"a":[', "[", "{", '"a":', "'a':", '{\\"', '\\"a\\":', "\\", "<a ", "<!--", '<a b="', "</a>",
    "&amp;", "PID|", "MSH|^~\\&|", "PID|1|\\r", "^", "a,b\n", "| a | b |\n", "|", "name,dob\n", "a: b ", "dob:",
    "=", '{"data":"', '"security":[', "<security>", "data:a/b;base64,", '{"a"://', '{"a":"{\\"b\\":\\"', "name, ",
    " ", '"', "'", "\n", "INSERT INTO a (b) VALUES (", "where a = 'b' and ", "a in (1, ", "BEGIN:VCARD\nN:;\n",
    "- a:\n", "a: {b: ", "  a:\n", "a=b&", "a='b', ", "From: a\nTo: b\n", "a <a@b> ", "<tr><td>a</td>", "<b>a</b> ",
    "name,a,b\n",
    "fields: name,mrn\n", '{"columns":["mrn"],"data":[', '[["mrn","name"],',
]  # fmt: skip


class Counted:
    """Stands for a compiled pattern and counts the characters that its matches took."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.taken = 0
        self.asked = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def match(self, *args: Any) -> "re.Match[str] | None":
        return self._counted(self._pattern.match(*args))

    def search(self, *args: Any) -> "re.Match[str] | None":
        return self._counted(self._pattern.search(*args))

    def _counted(self, found: "re.Match[str] | None") -> "re.Match[str] | None":
        self.asked += 1
        self.taken += 0 if found is None else found.end() - found.start()
        return found


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_steps_of_scanning_grow_with_the_text_alone(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    places = [
        (json_scan, "_TOKEN"),
        (json_scan, "_QUICK"),
        (json_scan, "_START"),
        (xml_scan, "_TAG"),
        (tables, "_HEADERS"),
        (assigned, "_FIELD"),
        (mail, "_BEFORE"),
        (sql, "_LITERAL"),
        (yaml, "_LINE"),
        (yaml, "_FLOW"),
    ]
    counters = []
    for module, name in places:
        counters.append(Counted(getattr(module, name)))
        monkeypatch.setattr(module, name, counters[-1])
    text = piece * (20_000 // len(piece))
    marks(text)
    assert sum(one.asked for one in counters) <= 4 * len(text) + 100
    assert sum(one.taken for one in counters) <= 12 * len(text) + 100
