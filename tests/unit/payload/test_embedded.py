"""A whole text that is a document of its own."""

import pytest

from extproc.errors import MalformedBody
from extproc.payload.dialect import Channel
from extproc.payload.embedded import read_embedded
from extproc.payload.part import Inspectability, Role, Spot, Uninspected
from extproc.payload.strict_json import MAX_NODES
from extproc.sealed import Sealed

CHANNEL = Channel("/choices/*/delta/tool_calls/*/function/arguments", Spot.TOOL_ARGUMENT, Sealed("lookup"), whole=True)


def test_arguments_give_their_leaves_and_take_changed_ones_back() -> None:
    document = read_embedded(Sealed('{"patient": "Jane"}'), CHANNEL)
    name, value = document.parts
    assert (name.text.reveal(), name.spot) == ("patient", Spot.STRUCTURE)
    assert (value.text.reveal(), value.spot, value.role) == ("Jane", Spot.TOOL_ARGUMENT, Role.ASSISTANT)
    assert value.tool.reveal() == "lookup"
    assert value.label.reveal() == "patient"
    assert value.pattern == CHANNEL.pattern + "#"
    assert document.with_texts({1: Sealed('J"')}) == b'{"patient": "J\\""}'
    assert document.with_texts({}) == b'{"patient": "Jane"}'


def test_what_is_no_document_is_one_text() -> None:
    for text in ('{"patient": "Ja', "12345", "Zoë"):
        document = read_embedded(Sealed(text), CHANNEL)
        (part,) = document.parts
        assert (part.text.reveal(), part.pattern, part.tool.reveal()) == (text, CHANNEL.pattern, "lookup")
        assert part.spot is Spot.STRUCTURE
        assert document.size_bytes == len(text.encode())
        assert document.uninspected == ()
        assert document.with_texts({}) == text.encode()
        assert document.with_texts({0: Sealed("x")}) == b"x"


def test_escapes_in_what_is_no_document_are_counted_as_not_readable() -> None:
    text = r'{"patient": "\u0041nn'
    (one,) = read_embedded(Sealed(text), CHANNEL).uninspected
    assert one == Uninspected(CHANNEL.pattern, Inspectability.UNKNOWN_ENCODING, len(text))


def test_a_document_of_too_many_values_is_refused() -> None:
    with pytest.raises(MalformedBody):
        read_embedded(Sealed("[" + "[]," * MAX_NODES + "[]]"), CHANNEL)


def test_no_text_has_no_parts() -> None:
    document = read_embedded(Sealed(""), CHANNEL)
    assert document.parts == ()
    assert document.with_texts({}) == b""
