"""Events that are fixed bytes, and which part is which in those that are JSON."""

from extproc.payload.reading import read_event
from extproc.payload.schema import Running, Text, schema
from extproc.payload.stream_event import FixedEvent, JsonEvent
from extproc.sealed import Sealed

SHAPE = schema({"/a": Text(), "/run": Running(), "/b": Text()})


def test_parts_are_counted_without_the_pieces_that_stand_between_them() -> None:
    event = JsonEvent(read_event('{"a":"1","run":"2","b":"3"}', SHAPE), "", (), bare=False, clean=set())
    assert [part.text.reveal() for part in event.parts] == ["1", "3"]
    (piece,) = event.pieces
    rendered = event.rendered({piece.channel: Sealed("two")}, {1: Sealed("three")})
    assert rendered == b'data: {"a":"1","run":"two","b":"three"}\n\n'


def test_a_bare_event_is_sent_only_with_a_text() -> None:
    bare = JsonEvent(read_event('{"a":"1","run":"2"}', SHAPE), "", (), bare=True, clean=set())
    telling = JsonEvent(read_event('{"a":"1","run":"2"}', SHAPE), "", (), bare=False, clean=set())
    assert bare.rendered({}, {}) == b""
    assert telling.rendered({}, {}) == b'data: {"a":"1","run":""}\n\n'


def test_a_fixed_event_is_its_bytes() -> None:
    event = FixedEvent(b":\n\n")
    assert event.rendered({}, {}) == b":\n\n"
    assert (event.pieces, event.parts, event.closes, event.uninspected, event.last) == ((), (), (), (), False)
