"""How the bytes of a stream are cut never changes what is read of it."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from extproc.errors import MalformedBody
from extproc.payload.dialect import ChannelKey
from extproc.payload.openai_stream import ChatStream
from extproc.payload.part import AnswerFacts, Facts
from extproc.payload.sse import EventReader
from extproc.sealed import Sealed

SNOW = "\u2603"
FACTS = Facts(model=Sealed("m"), stream=True)

line_ends = st.sampled_from(["\n", "\r", "\r\n"])
lines = st.sampled_from(
    ["data: é😀", "data:x", "data", ": comment", "event: error", "id: 1", "", "", "other", "data: a: b"]
)
deltas = st.fixed_dictionaries(
    {},
    optional={
        "content": st.text(st.characters(codec="utf-8"), max_size=4),
        "refusal": st.text(SNOW, max_size=3),
        "tool_calls": st.lists(
            st.builds(
                lambda i, a: {"index": i, "function": {"arguments": a}}, st.integers(0, 1), st.text('{"a', max_size=4)
            ),
            max_size=2,
        ),
        "other": st.text(SNOW, max_size=2),
    },
)
choices = st.fixed_dictionaries(
    {"delta": deltas, "finish_reason": st.sampled_from([None, None, "", "stop"])},
    optional={
        "index": st.sampled_from([None, 0, 1]),
        "text": st.text(SNOW, max_size=2),
        "message": st.fixed_dictionaries({"content": st.text(SNOW, max_size=2)}),
    },
)


def cut(data: st.DataObject, whole: bytes) -> list[bytes]:
    ends = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=12)))
    return [whole[start:end] for start, end in zip([0, *ends], [*ends, len(whole)], strict=True)]


def events(chunks: list[bytes]) -> Any:
    reader = EventReader(64)
    try:
        read = [event for chunk in chunks for event in reader.push(chunk)] + reader.finish()
    except MalformedBody:
        return "refused"
    return [(event.name, event.data) for event in read]


@given(st.lists(st.tuples(lines, line_ends)), st.booleans(), st.data())
def test_events_are_the_same_however_the_bytes_are_cut(
    written: list[tuple[str, str]], marked: bool, data: st.DataObject
) -> None:
    whole = (("\ufeff" if marked else "") + "".join(map("".join, written))).encode()
    assert events(cut(data, whole)) == events([whole])


@given(st.binary(max_size=200), st.data())
def test_any_bytes_give_the_same_events_or_the_same_refusal_however_cut(whole: bytes, data: st.DataObject) -> None:
    assert events(cut(data, whole)) == events([whole])


@st.composite
def streams(draw: st.DrawFn) -> bytes:
    """The bytes of a chat stream, in one of the ways to end lines."""
    end = draw(line_ends)
    pieces = []
    for listed in draw(st.lists(st.lists(choices, max_size=2), max_size=6)):
        ascii_only = draw(st.booleans())
        pieces.append(f"data: {json.dumps({'id': 'x', 'choices': listed}, ensure_ascii=ascii_only)}{end}{end}")
    if draw(st.booleans()):
        pieces.append(f"data: [DONE]{end}{end}")
    return "".join(pieces).encode()


def played(chunks: list[bytes]) -> tuple[Any, bytes, AnswerFacts]:
    """What is read of each event, the bytes that pass, the facts, and what each channel carried."""
    stream = ChatStream(FACTS)
    read = [event for chunk in chunks for event in stream.push(chunk)]
    read += stream.finish()
    seen = [(event.pieces, event.closes, event.parts, event.uninspected, event.last) for event in read]
    passed = b"".join(event.rendered({piece.channel: piece.text for piece in event.pieces}, {}) for event in read)
    return seen, passed, stream.facts


@given(streams(), st.data())
def test_a_chat_stream_is_the_same_however_its_bytes_are_cut(whole: bytes, data: st.DataObject) -> None:
    assert played(cut(data, whole)) == played([whole])


@given(streams())
def test_every_channel_that_began_is_closed_after_its_last_piece(whole: bytes) -> None:
    stream = ChatStream(FACTS)
    still_open: set[ChannelKey] = set()
    for event in (*stream.push(whole), *stream.finish()):
        still_open.update(piece.channel for piece in event.pieces)
        assert still_open.issuperset(event.closes)
        still_open.difference_update(event.closes)
    assert still_open == set()


@given(streams())
def test_an_event_that_is_rendered_without_its_pieces_holds_nothing_of_them(whole: bytes) -> None:
    stream = ChatStream(FACTS)
    for event in stream.push(whole):
        rendered = event.rendered({}, {})
        assert SNOW.encode() not in rendered
        assert b"\\u2603" not in rendered
