"""The strict reader: what it refuses, and where it says that values stand."""

import pytest

from extproc.errors import MalformedBody
from extproc.payload.json_tree import JsonList, JsonNumbers, JsonObject, JsonString
from extproc.payload.strict_json import MAX_DEPTH, MAX_NODES, Nodes, read_json, read_json_text

REFUSED = {
    "nothing": b"",
    "only blanks": b" \n\t",
    "a byte order mark": b"\xef\xbb\xbf{}",
    "UTF-16 with a mark": '{"a":1}'.encode("utf-16"),
    "UTF-16 without a mark": '{"a":1}'.encode("utf-16-le"),
    "Latin-1": '{"a":"é"}'.encode("latin-1"),
    "an overlong encoding": b'{"a":"\xc0\xaf"}',
    "a surrogate in UTF-8": b'{"a":"\xed\xa0\x80"}',
    "one name twice": b'{"a":1,"a":2}',
    "one name twice, once escaped": b'{"a":1,"\\u0061":2}',
    "one name twice, deep down": b'[{"b":{"a":1,"c":2,"a":3}}]',
    "NaN": b'{"a":NaN}',
    "Infinity": b"[Infinity]",
    "minus Infinity": b"[-Infinity]",
    "the first half of a pair": b'"\\ud83d"',
    "the second half of a pair": b'"\\ude00"',
    "a pair the wrong way round": b'"\\ude00\\ud83d"',
    "half a pair in a name": b'{"\\ud83d":1}',
    "something after the value": b"{}{}",
    "a comma after the value": b"{},",
    "a comma before the end of a list": b"[1,]",
    "a comma before the end of an object": b'{"a":1,}',
    "a list closed as an object": b"[1}",
    "an object closed as a list": b'{"a":"b"]',
    "an open list": b"[1",
    "an open string": b'"a',
    "a name without a value": b'{"a"}',
    "a name that is no string": b"{1:2}",
    "a leading zero": b"01",
    "a leading zero in a list": b"[01]",
    "a plus sign": b"+1",
    "a bare point": b"1.",
    "a bare exponent": b"1e",
    "hexadecimal": b"0x10",
    "digits of another script": "[٣]".encode(),
    "a line end in a string": b'"a\nb"',
    "a null byte in a string": b'"a\x00b"',
    "an unknown escape": b'"\\x41"',
    "a short escape": b'"\\u12"',
    "a sign in an escape": b'"\\u+123"',
    "single quotes": b"{'a':1}",
    "a comment": b"{}//",
    "a word in capitals": b"True",
    "a no-break space": b"\xc2\xa0{}",
}


@pytest.mark.parametrize("body", REFUSED.values(), ids=REFUSED.keys())
def test_it_refuses(body: bytes) -> None:
    with pytest.raises(MalformedBody):
        read_json(body)


NEAR_MISSES = {
    "the same name in two objects": b'[{"a":1},{"a":2}]',
    "names that differ in case": b'{"a":1,"A":2}',
    "an escaped pair": b'"\\ud83d\\ude00"',
    "an escaped backslash before u": b'"\\\\ud83d"',
    "blanks around everything": b' \r\n{ "a" : [ 1 , 2 ] } \t',
    "empty containers with blanks": b"[ { } , [ ] ]",
    "zero, minus and exponents": b"[0,-0,1.5e-7,2E+3,0.0]",
    "a number too great for a double": b"1e999",
    "an escaped line end": b'"a\\nb"',
    "DEL, which is no control character to JSON": b'"\x7f"',
    "an empty name": b'{"":1}',
}


@pytest.mark.parametrize("body", NEAR_MISSES.values(), ids=NEAR_MISSES.keys())
def test_it_takes(body: bytes) -> None:
    assert read_json(body).text.encode() == body


@pytest.mark.parametrize("opening", [b"[", b'{"a":'])
def test_it_takes_128_levels_and_no_more(opening: bytes) -> None:
    closing = b"]" if opening == b"[" else b"}"
    assert read_json(opening * MAX_DEPTH + b'"x"' + closing * MAX_DEPTH)
    with pytest.raises(MalformedBody):
        read_json(opening * (MAX_DEPTH + 1) + b'"x"' + closing * (MAX_DEPTH + 1))
    with pytest.raises(MalformedBody):
        read_json(opening * 1_000_000)


@pytest.mark.parametrize("innermost", [b"[]", b"{}", b"[1]"])
def test_an_empty_container_is_a_level_too(innermost: bytes) -> None:
    assert read_json(b"[" * (MAX_DEPTH - 1) + innermost + b"]" * (MAX_DEPTH - 1))
    with pytest.raises(MalformedBody):
        read_json(b"[" * MAX_DEPTH + innermost + b"]" * MAX_DEPTH)


def test_ranges_are_code_points_of_the_text() -> None:
    tree = read_json('{"😀é":"Zoë","b":[true,-1.5e3]}'.encode())
    root = tree.root
    assert isinstance(root, JsonObject)
    name, value = root.members["😀é"]
    assert tree.raw(name) == '"😀é"'
    assert tree.raw(value) == '"Zoë"'
    listed = root.get("b")
    assert isinstance(listed, JsonList)
    assert [tree.raw(item) for item in listed.items] == ["true", "-1.5e3"]
    assert tree.raw(listed) == "[true,-1.5e3]"
    assert tree.raw(root) == tree.text


def test_escapes_are_decoded_and_their_range_is_that_of_the_escapes() -> None:
    tree = read_json(b'["\\u00e9\\n\\ud83d\\ude00","x"]')
    root = tree.root
    assert isinstance(root, JsonList)
    first, second = root.items
    assert isinstance(first, JsonString)
    assert isinstance(second, JsonString)
    assert (first.value, second.value) == ("é\n😀", "x")
    assert tree.raw(first) == '"\\u00e9\\n\\ud83d\\ude00"'


def test_a_list_of_numbers_is_one_node_and_a_mixed_one_is_not() -> None:
    assert isinstance(read_json(b"[ 1, -2.5 ,3e4 ]").root, JsonNumbers)
    assert isinstance(read_json(b'[1,2,"x"]').root, JsonList)
    assert isinstance(read_json(b"[]").root, JsonList)


def test_no_error_holds_or_quotes_the_body() -> None:
    for body in (b'{"name":"Jane Example", oops}', b'"Jane Example\xff"', b'"Jane Example', b'"Jane Example\\ud83d"'):
        with pytest.raises(MalformedBody) as raised:
            read_json(body)
        assert "Jane" not in str(raised.value)
        assert raised.value.__context__ is None


def test_a_byte_order_mark_inside_a_text_document_is_refused() -> None:
    with pytest.raises(MalformedBody, match="byte order mark"):
        read_json_text("\ufeff{}")


@pytest.mark.parametrize("unit", ["[]", "{}", '""', "1.5", "null", '{"a":1}', '[[""]]', '"\\u0041"'])
def test_a_document_of_very_many_values_is_refused(unit: str) -> None:
    body = ("[" + f"{unit}," * MAX_NODES + '""]').encode()
    with pytest.raises(MalformedBody, match="more than 200000 values and member names"):
        read_json(body)


def test_values_and_member_names_are_counted_and_a_list_of_numbers_is_one() -> None:
    nodes = Nodes(6)
    read_json(b'{"a":[1,2,3],"b":null}', nodes)
    assert nodes.left == 1
    with pytest.raises(MalformedBody):
        read_json(b"[[]]", nodes)
