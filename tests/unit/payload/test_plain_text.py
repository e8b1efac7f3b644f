"""Answers that are texts of no dialect."""

import pytest

from extproc.errors import MalformedBody
from extproc.payload.part import Role, Spot
from extproc.payload.plain_text import read_text
from extproc.sealed import Sealed


def test_a_text_is_one_part_in_which_nothing_is_restored() -> None:
    document = read_text("Zoë is not here.".encode())
    (part,) = document.parts
    assert (part.pattern, part.role, part.spot) == ("", Role.NONE, Spot.STRUCTURE)
    assert part.text == Sealed("Zoë is not here.")
    assert document.uninspected == ()
    assert document.size_bytes == len("Zoë is not here.".encode())


def test_a_text_takes_a_change_and_comes_back_as_it_was_without_one() -> None:
    document = read_text(b"\xef\xbb\xbf<html>Jane</html>\r\n")
    assert document.with_texts({}) == b"\xef\xbb\xbf<html>Jane</html>\r\n"
    assert document.with_texts({0: Sealed("Zoë")}) == "Zoë".encode()


def test_an_empty_body_has_no_parts() -> None:
    document = read_text(b"")
    assert (document.parts, document.with_texts({})) == ((), b"")


@pytest.mark.parametrize(
    "body",
    [
        b"\xff\xfeJ\x00a\x00",
        "Jane".encode("utf-16-le"),
        "Jane".encode("utf-16-be"),
        '{"a": "Jane"}'.encode("utf-16-le"),
        "Jane".encode("utf-32-be"),
        b"Ja\x00ne",
        b"Zo\xeb",
    ],
)
def test_another_encoding_is_refused_without_a_word_of_it(body: bytes) -> None:
    with pytest.raises(MalformedBody) as raised:
        read_text(body)
    assert "Jane" not in str(raised.value)
    assert raised.value.__context__ is None


@pytest.mark.parametrize(
    ("body", "out"),
    [
        (rb' {"a": "\u0041nn"}', b' {"a": "X"}'),
        (rb'["\u0041nn"]', b'["X"]'),
        (b"\xef\xbb\xbf" + rb'["\u0041nn"]', b'["X"]'),
    ],
)
def test_json_is_read_as_the_document_that_it_is(body: bytes, out: bytes) -> None:
    document = read_text(body)
    index = next(index for index, part in enumerate(document.parts) if part.text == Sealed("Ann"))
    assert document.parts[index].spot is Spot.STRUCTURE
    assert document.with_texts({index: Sealed("X")}) == out


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "Jane", "v": NaN}',
        '{"a": "Jane", "a": 1}',
        '{"a": "Jane"}\n{"b": 1}',
        "[1] see the note",
        '\u00a0{"a": "Jane"}',
        ' \ufeff{"a": "Jane"}',
        '\ufeff\ufeff{"a": "Jane"}',
    ],
)
def test_what_opens_like_json_and_is_none_is_refused(text: str) -> None:
    with pytest.raises(MalformedBody):
        read_text(text.encode())


@pytest.mark.parametrize("text", ['see {"a": 1}', '"Jane"', "12345", "(1) [2]"])
def test_what_only_holds_brackets_is_a_text(text: str) -> None:
    (part,) = read_text(text.encode()).parts
    assert part.text == Sealed(text)
