"""Changing texts, every other byte kept."""

import json
from collections import Counter

import pytest

from extproc.payload import document as document_module
from extproc.payload.document import JsonDocument
from extproc.payload.part import Spot
from extproc.payload.reading import read_document
from extproc.payload.schema import Blanked, Text, free_form, schema
from extproc.sealed import Sealed

FREE = free_form("/**", Text())


def read(body: str) -> JsonDocument:
    return read_document(body.encode(), FREE)


def changed(document: JsonDocument, **texts: str) -> str:
    """The body with each part that reads like a key of ``texts`` reading like its value."""
    indices = {i: Sealed(texts[p.text.reveal()]) for i, p in enumerate(document.parts) if p.text.reveal() in texts}
    return document.with_texts(indices).decode()


def test_without_a_change_the_very_bytes_come_back() -> None:
    body = ' { "a" :\t"\\u00e9\\/" , "b":[1.0e+2, true]}\n'
    assert read(body).with_texts({}) == body.encode()
    assert read(body).size_bytes == len(body)


def test_a_change_to_the_same_text_changes_no_byte() -> None:
    body = '{"a":"\\u0041nna"}'
    assert changed(read(body), Anna="Anna") == body


def test_only_the_changed_string_is_written_anew() -> None:
    assert changed(read('{ "a":"\\u00e9", "b" : "Jane"}'), Jane='[NAME_1] "é"') == (
        '{ "a":"\\u00e9", "b" : "[NAME_1] \\"é\\""}'
    )


def test_a_masked_number_stays_a_number() -> None:
    assert changed(read('{"mrn": 1234567}'), **{"1234567": "[MRN_1]"}) == '{"mrn": -1}'


def test_a_document_in_a_string_stays_json_in_json() -> None:
    inner = json.dumps({"name": "Jane", "deeper": json.dumps(["Jane", 1234567])})
    body = json.dumps({"arguments": inner, "other": "kept"})
    result = changed(read(body), Jane='J"', **{"1234567": "[MRN_1]"})
    outer = json.loads(result)
    again = json.loads(outer["arguments"])
    assert again["name"] == 'J"'
    assert json.loads(again["deeper"]) == ['J"', -1]
    assert outer["other"] == "kept"


def test_blanks_inside_a_document_in_a_string_are_kept() -> None:
    assert json.loads(changed(read(json.dumps({"a": ' { "b" : "Jane" } '})), Jane="X"))["a"] == ' { "b" : "X" } '


def test_a_member_name_is_changed() -> None:
    assert changed(read('{"Jane":1}'), Jane="[NAME_1]") == '{"[NAME_1]":1}'


def test_two_member_names_that_become_equal_are_told_apart() -> None:
    result = changed(read('{"Jane":1,"John":2,"[NAME]":3,"Joan":4}'), Jane="[NAME]", John="[NAME]", Joan="Jane")
    assert result == '{"[NAME] (2)":1,"[NAME] (3)":2,"[NAME]":3,"Jane":4}'


def test_equal_names_of_different_objects_need_no_number() -> None:
    assert changed(read('[{"Jane":1},{"Jane":2}]'), Jane="X") == '[{"X":1},{"X":2}]'


def test_thousands_of_names_that_become_the_same_are_numbered_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []
    monkeypatch.setattr(document_module, "Counter", lambda: Tried(tried))
    document = read(json.dumps({f"Jane {number}": number for number in range(3000)}))
    renamed = json.loads(document.with_texts(dict.fromkeys(range(3000), Sealed("[NAME]"))))
    assert list(renamed.values()) == list(range(3000))
    assert list(renamed)[-1] == "[NAME] (3000)"
    assert len(tried) < 3001


class Tried(Counter[str]):
    """Notes each number that is tried."""

    def __init__(self, tried: list[int]) -> None:
        super().__init__()
        self._tried = tried

    def __setitem__(self, wish: str, number: int) -> None:
        self._tried.append(number)
        super().__setitem__(wish, number)


def test_what_repeats_a_text_is_blanked_always() -> None:
    shape = schema({"/a": Text(Spot.PROSE), "/logprobs": Blanked()})
    document = read_document(b'{"a":"Jane","logprobs":{"token":"Jane"}}', shape)
    assert document.with_texts({}) == b'{"a":"Jane","logprobs":null}'
    assert document.with_texts({0: Sealed("Jane")}) == document.with_texts({})
    assert document.with_texts({0: Sealed("X")}) == b'{"a":"X","logprobs":null}'
