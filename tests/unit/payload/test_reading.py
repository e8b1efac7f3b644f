"""Which texts a document has, by a small table that has every rule."""

import json
from array import array
from base64 import b64encode
from typing import Any

import pytest

from extproc.errors import MalformedBody
from extproc.payload.document import JsonDocument
from extproc.payload.part import Inspectability, Role, Spot, Uninspected
from extproc.payload.reading import read_document, read_event
from extproc.payload.schema import (
    Blanked,
    Listed,
    Media,
    Number,
    Ordinal,
    Running,
    Shape,
    Speaker,
    Text,
    TokenIds,
    Vector,
    free_form,
    schema,
    words,
)
from extproc.payload.strict_json import MAX_NODES
from extproc.sealed import Sealed

SHAPE = schema(
    {
        "/prose": Text(),
        "/prose/*": Text(),
        "/kind": words("one", "two"),
        "/id": Text(Spot.STRUCTURE),
        "/chosen": Listed(),
        "/count": Number(),
        "/vector": Vector(),
        "/vector/*": Vector(),
        "/messages/*/role": Speaker({"user": Role.USER, "tool": Role.TOOL}),
        "/messages/*/content": Text(),
        "/messages/*/content/*/text": Text(),
        "/call/name": Text(Spot.STRUCTURE),
        "/call/arguments": Text(Spot.TOOL_ARGUMENT, tool="name"),
        "/image": Media(),
        "/audio/data": Media(format="format"),
        "/audio/format": words("wav"),
        "/input": Text(),
        "/input/*": TokenIds(),
        "/input/*/*": TokenIds(),
        "/json": Text(Spot.JSON_PROSE),
        "/free/**": Text(Spot.PROSE, words=frozenset({"type"})),
        "/bits/*/index": Ordinal(),
        "/bits/*/text": Running(),
        "/bits/*/?": Running(Spot.STRUCTURE),
        "/repeats": Blanked(),
    }
)


def read(value: Any, shape: Shape = SHAPE) -> JsonDocument:
    return read_document(json.dumps(value).encode(), shape)


def seen(document: JsonDocument) -> list[tuple[str, str]]:
    return [(part.pattern, part.text.reveal()) for part in document.parts]


def unseen(document: JsonDocument) -> list[tuple[str, Inspectability]]:
    return [(one.pattern, one.why) for one in document.uninspected]


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ({"prose": "a"}, [("/prose", "a")]),
        ({"prose": ["a", "b"]}, [("/prose/*", "a"), ("/prose/*", "b")]),
        ({"prose": ""}, []),
        ({"kind": "one"}, []),
        ({"kind": "Jane"}, [("/kind", "Jane")]),
        ({"id": "call_219099999"}, [("/id", "call_219099999")]),
        ({"chosen": "Jane"}, []),
        ({"count": 219}, []),
        ({"count": 219099999}, [("/count", "219099999")]),
        ({"count": 2.19099999e8}, [("/count", "219099999")]),
        ({"bits": [{"index": 219099999.0}]}, [("/bits/*/index", "219099999")]),
        ({"count": "219-09-9999"}, [("/count", "219-09-9999")]),
        ({"count": True, "prose": None}, []),
        ({"vector": [0.123456, 2]}, []),
        ({"vector": [0.123456, None]}, []),
        ({"vector": [219099999, None]}, [("/vector/*", "219099999")]),
        ({"vector": b64encode(array("f", [0.25] * 16)).decode()}, []),
        ({"vector": "Jane"}, [("/vector", "Jane")]),
        ({"vector": [0.123456, "Jane"]}, [("/vector/*", "Jane")]),
        ({"prose": 219099999}, [("/prose", "219099999")]),
        ({"prose": [1234, 12345]}, [("/prose/*", "12345")]),
        ({"messages": [{"role": "Jane"}]}, [("/messages/*/role", "Jane")]),
    ],
)
def test_every_string_but_a_places_own_words_is_a_part(value: Any, parts: list[tuple[str, str]]) -> None:
    document = read(value)
    assert seen(document) == parts
    assert document.uninspected == ()


def test_the_role_is_the_sibling_of_the_message_and_holds_for_all_in_it() -> None:
    document = read(
        {
            "messages": [
                {"content": "a", "role": "user"},
                {"role": "tool", "content": [{"text": "b"}]},
                {"role": "wizard", "content": "c"},
                {"content": "d"},
            ]
        }
    )
    assert [(p.role, p.text.reveal()) for p in document.parts] == [
        (Role.USER, "a"),
        (Role.TOOL, "b"),
        (Role.NONE, "wizard"),
        (Role.NONE, "c"),
        (Role.NONE, "d"),
    ]


def test_an_unknown_member_is_read_and_counted_once_and_its_name_stays_out_of_patterns() -> None:
    document = read({"messages": [{"Jane": {"x": ["a", {"y": "b"}], "n": 54321}}]})
    assert seen(document) == [("/messages/*/?", text) for text in ("Jane", "x", "a", "y", "b", "n", "54321")]
    assert [part.label.reveal() for part in document.parts] == ["", "", "x", "", "y", "", "n"]
    assert document.uninspected == (Uninspected("/messages/*/?", Inspectability.UNKNOWN_FIELD, 36),)


@pytest.mark.parametrize(
    ("value", "pattern"),
    [
        ({"x": None}, "/?"),
        ({"kind": ["one"]}, "/kind/?"),
        ({"kind": [1, 2]}, "/kind/?"),
        ({"kind": {"a": 1}}, "/kind/?"),
        (["a"], "/?"),
        ([1], "/?"),
        ({"messages": {"0": {"role": "user"}}}, "/messages/?"),
    ],
)
def test_a_value_of_an_unexpected_shape_is_an_unknown_field(value: Any, pattern: str) -> None:
    assert unseen(read(value)) == [(pattern, Inspectability.UNKNOWN_FIELD)]


def test_names_and_numbers_of_a_free_form_place_are_parts_and_label_what_they_hold() -> None:
    document = read({"free": {"mrn": 1234567, "type": "type", "age": 47, "list": [[10001], "Jane"]}})
    assert [(p.spot, p.label.reveal(), p.text.reveal()) for p in document.parts] == [
        (Spot.STRUCTURE, "", "mrn"),
        (Spot.PROSE, "mrn", "1234567"),
        (Spot.STRUCTURE, "", "age"),
        (Spot.STRUCTURE, "", "list"),
        (Spot.PROSE, "list", "10001"),
        (Spot.PROSE, "list", "Jane"),
    ]
    assert {part.pattern for part in document.parts} == {"/free/**"}
    assert document.uninspected == ()


@pytest.mark.parametrize(
    ("raw", "spelled"),
    [
        ("12345", "12345"),
        ("-12345", "-12345"),
        ("1.2345", "1.2345"),
        ("1234.5e1", "12345"),
        ("219099999.0", "219099999"),
        ("2.19099999e8", "219099999"),
        ("219099999000E-3", "219099999"),
        ("-2.190999995e8", "-219099999.5"),
        ("12345e9999", "12345e9999"),
        ("12345e-9999", "12345e-9999"),
        ("0.00000", "0"),
        ("1" * 65 + ".0", "1" * 65 + ".0"),
    ],
)
def test_a_number_of_five_digits_is_a_part_and_reads_as_plain_digits(raw: str, spelled: str) -> None:
    document = read_document(raw.encode(), free_form("/**", Text()))
    assert seen(document) == [("/**", spelled)]
    assert document.with_texts({}) == raw.encode()
    assert document.with_texts({0: Sealed("[MRN_2]")}) == b"-2"


@pytest.mark.parametrize("raw", ["1234", "-1.234", "1e999", "0.00"])
def test_a_number_of_fewer_digits_is_none(raw: str) -> None:
    assert seen(read_document(raw.encode(), free_form("/**", Text()))) == []


def test_tool_arguments_are_read_as_the_document_that_they_are() -> None:
    document = read({"call": {"arguments": '{"patient": "Jane", "mrn": 1234567}', "name": "lookup"}})
    leaves = document.parts[:-1]
    assert [(p.spot, p.label.reveal(), p.text.reveal()) for p in leaves] == [
        (Spot.STRUCTURE, "", "patient"),
        (Spot.TOOL_ARGUMENT, "patient", "Jane"),
        (Spot.STRUCTURE, "", "mrn"),
        (Spot.TOOL_ARGUMENT, "mrn", "1234567"),
    ]
    assert {part.pattern for part in leaves} == {"/call/arguments#"}
    assert leaves[1].tool.reveal() == "lookup"


def test_arguments_that_are_no_json_are_one_text_in_which_nothing_may_be_restored() -> None:
    document = read({"call": {"name": "lookup", "arguments": '{"patient": "Jane'}})
    part = document.parts[1]
    assert (part.pattern, part.text.reveal(), part.spot) == ("/call/arguments", '{"patient": "Jane', Spot.STRUCTURE)


@pytest.mark.parametrize("text", ["[1] see note", "{name}", '{"a":1,"a":2}', "12345", '"Jane"', "null"])
def test_prose_that_only_looks_like_json_stays_prose(text: str) -> None:
    assert seen(read({"prose": text})) == [("/prose", text)]


@pytest.mark.parametrize("text", [' \n{"a": "Jane"}', '["Jane"]', '[{"b": "Jane"}] '])
def test_prose_that_is_json_is_read_as_a_document(text: str) -> None:
    assert ("/prose#", "Jane") in seen(read({"prose": text}))


def test_a_leaf_of_json_prose_is_prose() -> None:
    assert [part.spot for part in read({"json": '["a"]'}).parts] == [Spot.PROSE]
    assert [part.spot for part in read({"json": '["a"'}).parts] == [Spot.JSON_PROSE]


def test_documents_in_strings_are_opened_three_deep() -> None:
    text = "Jane"
    for _ in range(4):
        text = json.dumps([text])
    assert seen(read({"prose": text})) == [("/prose###", '["Jane"]')]


def test_media_are_counted_with_their_type_and_an_address_is_a_text_too() -> None:
    document = read({"image": "https://example.org/jane.png", "audio": {"data": "UklG" * 100, "format": "wav"}})
    assert document.uninspected == (
        Uninspected("/image", Inspectability.MEDIA, 28),
        Uninspected("/audio/data", Inspectability.MEDIA, 400, "audio/wav"),
    )
    assert seen(document) == [("/image", "https://example.org/jane.png")]


@pytest.mark.parametrize(
    ("value", "patterns"),
    [
        ([1, 2, 3], ["/input/*"]),
        ([[1, 2], [3]], ["/input/*/*", "/input/*/*"]),
        ([1, "Jane"], ["/input/*"]),
        (["Jane", [1]], ["/input/*/*"]),
    ],
)
def test_token_ids_are_counted_and_strings_among_them_read(value: Any, patterns: list[str]) -> None:
    document = read({"input": value})
    assert unseen(document) == [(pattern, Inspectability.TOKEN_IDS) for pattern in patterns]
    assert ("Jane" in str(value)) == (seen(document) == [("/input/*", "Jane")])


def test_a_bit_of_a_running_text_is_keyed_by_the_number_that_its_object_bears() -> None:
    texts = ('{"bits":[{"text":"a","index":7},{"text":"b"}]}', '{"bits":[{"index":7,"text":"c"}]}')
    first, second = (read_event(text, SHAPE) for text in texts)
    (seven, other), (again,) = first.running.values(), second.running.values()
    assert seven == again != other
    assert "bits" not in repr(seven)


def test_a_running_text_is_never_opened_and_unknown_ones_are_told_apart_by_name() -> None:
    document = read_event('{"bits":[{"text":"[1]","a":"x","b":["y","z"]}]}', SHAPE)
    assert len(set(document.running.values())) == 4
    assert [document.parts[index].text.reveal() for index in document.running] == ["[1]", "x", "y", "z"]


def test_what_is_blanked_is_neither_read_nor_passed() -> None:
    document = read({"repeats": {"token": "Jane"}})
    assert (document.parts, document.uninspected) == ((), ())
    assert document.with_texts({}) == b'{"repeats": null}'


@pytest.mark.parametrize("text", ["[NAME_1]", "[NAME_1] and [NAME_2]", "see {", ""])
def test_an_argument_that_is_a_masked_name_may_be_restored(text: str) -> None:
    (_, value) = read({"call": {"arguments": json.dumps({"name": text + " "})}}).parts
    assert value.spot is Spot.TOOL_ARGUMENT


@pytest.mark.parametrize("text", ['{"b": "[NAME_1]', '[{"b": "[NAME_1]', '["[NAME_1]"', " [ 1, [NAME_1]"])
def test_an_argument_that_looks_like_a_broken_document_is_not_restored_either(text: str) -> None:
    (_, broken, _, sound) = read({"call": {"arguments": json.dumps({"a": text, "c": "Jane"})}}).parts
    assert (broken.spot, sound.spot) == (Spot.STRUCTURE, Spot.TOOL_ARGUMENT)


@pytest.mark.parametrize(
    "text",
    [
        r'{"a": "\u0041nn", "v": NaN}',
        r'{"a": "\u0041nn", "a": 1}',
        r' {"a": "\u0041nn"} {"b": 1}',
        '\ufeff{"a": "\\u0041nn"}',
    ],
)
@pytest.mark.parametrize(("outer", "pattern"), [("prose", "/prose"), ("call", "/call/arguments")])
def test_escapes_in_what_opens_like_json_and_is_none_are_counted_as_not_readable(
    text: str, outer: str, pattern: str
) -> None:
    document = read({outer: text if outer == "prose" else {"arguments": text}})
    assert seen(document) == [(pattern, text)]
    assert unseen(document) == [(pattern, Inspectability.UNKNOWN_ENCODING)]


@pytest.mark.parametrize("text", ['{"a": "Ann", "v": NaN}', r'{"a": "\u0041nn"}', r"typed \u0041nn", r'{"a\n": NaN}'])
def test_what_has_no_such_escape_or_is_opened_is_readable(text: str) -> None:
    assert unseen(read({"prose": text})) == []


def test_escapes_in_a_document_too_deep_to_be_opened_are_counted() -> None:
    text = r'{"a": "\u0041nn"}'
    for _ in range(3):
        text = json.dumps([text])
    assert unseen(read({"prose": text})) == [("/prose###", Inspectability.UNKNOWN_ENCODING)]


@pytest.mark.parametrize("index", [-1, 10000, 219099999])
def test_an_index_that_could_be_an_identifier_is_refused(index: int) -> None:
    with pytest.raises(MalformedBody):
        read({"bits": [{"index": index}]})


def test_an_index_borne_once_is_the_same_item_as_the_position_later() -> None:
    borne, bare = (read_event(text, SHAPE) for text in ('{"bits":[{"index":0,"text":"a"}]}', '{"bits":[{"text":"b"}]}'))
    assert list(borne.running.values()) == list(bare.running.values())


def test_a_string_in_the_place_of_a_number_runs_where_unknown_strings_do() -> None:
    document = read_event('{"bits":[{"index":"219-"}]}', SHAPE)
    assert len(document.running) == 1


def test_a_document_inside_a_string_counts_for_the_one_outside() -> None:
    inner = json.dumps([""] * (MAX_NODES // 2))
    assert read([inner]).parts == ()
    with pytest.raises(MalformedBody, match="values and member names"):
        read([inner, inner])


def test_numbers_that_are_read_one_by_one_are_counted_and_vectors_are_not() -> None:
    numbers = [1] * (MAX_NODES + 1)
    assert read({"vector": numbers, "input": numbers}).parts == ()
    with pytest.raises(MalformedBody, match="values and member names"):
        read({"free": numbers})


def test_a_document_of_128_levels_in_a_document_of_128_levels_is_read() -> None:
    inner = "[" * 128 + '"Jane"' + "]" * 128
    body = "[" * 128 + json.dumps(inner) + "]" * 128
    assert seen(read_document(body.encode(), free_form("/**", Text()))) == [("/**#", "Jane")]
