"""Documents of any shape: read as ``json`` reads them, and changed in one place only."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from extproc.payload.document import JsonDocument
from extproc.payload.json_tree import JsonList, JsonNode, JsonNumber, JsonNumbers, JsonObject, JsonTree
from extproc.payload.reading import read_document
from extproc.payload.schema import Text, free_form
from extproc.payload.strict_json import read_json
from extproc.sealed import Sealed

FREE = free_form("/**", Text())
MARK = "-98765432109876543210"
"""A numeral, which may stand for a string and for a number."""

texts = st.text(st.characters(codec="utf-8"), max_size=12)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=20
)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Any, bytes]:
    """A value and one of the ways to write it; now and then with a document inside a string."""
    value = draw(values)
    if draw(st.booleans()):
        value = {"inner": json.dumps(value, ensure_ascii=draw(st.booleans())), "beside": draw(texts)}
    written = json.dumps(value, ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from([None, 1])))
    blanks = draw(st.text(" \t\r\n", max_size=3))
    return value, (blanks + written + blanks).encode()


def plain(tree: JsonTree, node: JsonNode) -> Any:
    """What ``json.loads`` would have made of it."""
    match node:
        case JsonObject(members=members):
            return {name: plain(tree, value) for name, (_, value) in members.items()}
        case JsonList(items=items):
            return [plain(tree, item) for item in items]
        case JsonNumber() | JsonNumbers():
            return json.loads(tree.raw(node))
        case _:
            return node.value


def ranges(tree: JsonTree, node: JsonNode) -> None:
    """Each node's range is that of its own text."""
    assert json.loads(tree.raw(node)) == plain(tree, node)
    match node:
        case JsonObject(members=members):
            for name, value in members.values():
                assert json.loads(tree.raw(name)) == name.value
                ranges(tree, value)
        case JsonList(items=items):
            for item in items:
                ranges(tree, item)
        case _:
            pass


@given(bodies())
def test_a_document_is_read_as_json_reads_it_and_every_range_is_right(written: tuple[Any, bytes]) -> None:
    value, body = written
    tree = read_json(body)
    assert plain(tree, tree.root) == value
    ranges(tree, tree.root)


@given(bodies())
def test_no_change_gives_the_very_bytes(written: tuple[Any, bytes]) -> None:
    assert read_document(written[1], FREE).with_texts({}) == written[1]


def strings(value: Any) -> list[str]:
    """All strings of a value, those of documents in strings included, in their order; numbers as they are written."""
    if isinstance(value, dict):
        return [text for name, inner in value.items() for text in (name, *strings(inner))]
    if isinstance(value, list):
        return [text for inner in value for text in strings(inner)]
    if isinstance(value, str):
        opened = opened_or_none(value)
        return [value] if opened is None else strings(opened)
    return []


def opened_or_none(text: str) -> Any:
    if not text.lstrip(" \t\r\n").startswith(("{", "[")):
        return None
    try:
        return json.loads(text)
    except ValueError:
        return None


@given(bodies())
def test_every_string_is_a_part(written: tuple[Any, bytes]) -> None:
    value, body = written
    seen = [part.text.reveal() for part in read_document(body, FREE).parts]
    without_numbers = [text for text in seen if not is_number(text)]
    assert without_numbers == [text for text in strings(value) if text and not is_number(text)]


def is_number(text: str) -> bool:
    try:
        return isinstance(json.loads(text), int | float)
    except ValueError:
        return False


def edited(document: JsonDocument, index: int, text: str) -> list[str]:
    return [part.text.reveal() for part in read_document(document.with_texts({index: Sealed(text)}), FREE).parts]


@given(bodies(), st.data())
def test_a_change_of_one_part_changes_that_part_and_no_other(written: tuple[Any, bytes], data: st.DataObject) -> None:
    document = read_document(written[1], FREE)
    before = [part.text.reveal() for part in document.parts]
    if not before:
        return
    index = data.draw(st.integers(0, len(before) - 1))
    new = MARK if is_number(before[index]) else "\u2028" + data.draw(texts)  # no document, so it is one part again
    assert edited(document, index, new) == [*before[:index], new, *before[index + 1 :]]


@given(values, st.booleans(), st.sampled_from([None, 1]), st.data())
def test_outside_the_changed_string_every_byte_is_kept(
    value: Any, ascii_only: bool, indent: int | None, data: st.DataObject
) -> None:
    """Of a document in a string the outer string is written anew, so there is none here."""
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    document = read_document(text.encode(), FREE)
    if not document.parts:
        return
    index = data.draw(st.integers(0, len(document.parts) - 1))
    changed = document.with_texts({index: Sealed(MARK)}).decode()
    quoted = f'"{MARK}"' if f'"{MARK}"' in changed else MARK
    head, found, tail = changed.partition(quoted)
    assert found
    assert text.startswith(head)
    assert text.endswith(tail)
    replaced = json.loads(text[len(head) : len(text) - len(tail)])
    read = document.parts[index].text.reveal()
    assert isinstance(replaced, str) is (quoted != MARK)  # a number stays one
    assert read == replaced if isinstance(replaced, str) else float(read) == float(replaced)
