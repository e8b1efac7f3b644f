import pytest

from extproc.detect.structures.xml_scan import Element, Text, pieces


def read(text: str) -> list[str]:
    said = []
    for piece in pieces(text):
        if isinstance(piece, Element):
            attributes = "".join(f" {name}={value}" for name, (value, _) in piece.attributes.items())
            said.append(f"<{piece.name}{attributes}>")
        else:
            said.append(f"{piece.inside.name}: {text[piece.start : piece.end].strip()}")
    return said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a><b>x</b>y</a>", ["<a>", "<b>", "b: x", "a: y"]),
        ('<a x="1" y=\'2\'/>z', ["<a x=1 y=2>", ": z"]),
        ("<v:a v:x='1'>t</v:a>", ["<a x=1>", "a: t"]),
        ("<a><!-- <b>no</b> -->x</a>", ["<a>", "a: x"]),
        ("<a><![CDATA[x < y]]></a>", ["<a>", "a: x < y"]),
        ("<?xml version='1.0'?><!DOCTYPE a><a/>", ["<a>"]),
        ("<a><b>x</c></b>y</a>", ["<a>", "<b>", "b: x", "a: y"]),
        ("<a>x<b", ["<a>", "a: x<b"]),
        ("<a><!-- never closed", ["<a>"]),
        ("1 < 2 and 3 > 2", [": 1 < 2 and 3 > 2"]),
        ('<a x="1>t</a>', [': <a x="1>t']),
    ],
)  # fmt: skip
def test_tags_and_texts_in_their_order(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_an_element_knows_what_it_stands_in_and_where_its_values_are() -> None:
    text = '<a><b><c><d x="Quill"/></c></b></a>'
    element = [one for one in pieces(text) if isinstance(one, Element)][-1]
    assert element.above == ("c", "b", "a")
    value, (start, end) = element.attributes["x"]
    assert text[start:end] == value == "Quill"
    assert element.text("y") == ""


def test_blank_texts_are_none() -> None:
    assert not [one for one in pieces("<a> \n </a>") if isinstance(one, Text)]
