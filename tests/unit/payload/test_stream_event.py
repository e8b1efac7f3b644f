"""Events that are fixed bytes, and which part is which in those that are JSON."""

import pytest

from extproc.payload.part import Part
from extproc.payload.reading import read_event
from extproc.payload.schema import Running, Text, schema
from extproc.payload.stream_event import FixedEvent, JsonEvent
from extproc.sealed import Sealed

SHAPE = schema({"/a": Text(), "/run": Running(), "/b": Text()})


def test_parts_are_counted_without_the_pieces_that_stand_between_them() -> None:
    event = JsonEvent(read_event('{"a":"1","run":"2","b":"3"}', SHAPE), "", (), bare=False, known=set(), settled={})
    assert [part.text.reveal() for part in event.parts] == ["1", "3"]
    (piece,) = event.pieces
    rendered = event.rendered({piece.channel: Sealed("two")}, {1: Sealed("three")})
    assert rendered == b'data: {"a":"1","run":"two","b":"three"}\n\n'


def test_a_bare_event_is_sent_only_with_a_text() -> None:
    document = read_event('{"run":"2"}', SHAPE)
    bare = JsonEvent(document, "", (), bare=True, known=set(), settled={})
    telling = JsonEvent(document, "", (), bare=False, known=set(), settled={})
    assert bare.rendered({}, {}) == b""
    assert telling.rendered({}, {}) == b'data: {"run":""}\n\n'


def test_a_text_that_the_event_before_had_is_no_part_again_and_goes_out_as_it_did_there() -> None:
    settled: dict[Part, Sealed[str]] = {}
    first = JsonEvent(read_event('{"a":"1","b":"2"}', SHAPE), "", (), bare=False, known=set(), settled=settled)
    again = read_event('{"a":"1","b":"3"}', SHAPE)
    second = JsonEvent(again, "", (), bare=False, known=set(first.parts), settled=settled)
    third = JsonEvent(again, "", (), bare=False, known=set(again.parts), settled=settled)
    assert [part.text.reveal() for part in second.parts] == ["3"]
    assert first.rendered({}, {0: Sealed("X")}) == b'data: {"a":"X","b":"2"}\n\n'
    assert second.rendered({}, {0: Sealed("Y")}) == b'data: {"a":"X","b":"Y"}\n\n'
    assert third.rendered({}, {}) == b'data: {"a":"X","b":"Y"}\n\n'


def test_a_repeated_text_that_was_not_settled_does_not_go_out() -> None:
    document = read_event('{"a":"1"}', SHAPE)
    event = JsonEvent(document, "", (), bare=False, known=set(document.parts), settled={})
    with pytest.raises(KeyError):
        event.rendered({}, {})


def test_a_fixed_event_is_its_bytes() -> None:
    event = FixedEvent(b":\n\n")
    assert event.rendered({}, {}) == b":\n\n"
    assert (event.pieces, event.parts, event.closes, event.uninspected, event.last) == ((), (), (), (), False)
