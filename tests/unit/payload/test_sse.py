"""Events out of bytes."""

import pytest

from extproc.errors import MalformedBody
from extproc.payload.sse import EventReader, event_bytes


def read(data: bytes, limit_bytes: int = 100) -> list[tuple[str, str | None]]:
    reader = EventReader(limit_bytes)
    return [(event.name, event.data) for event in (*reader.push(data), *reader.finish())]


@pytest.mark.parametrize(
    ("data", "events"),
    [
        (b"data: a\n\ndata: b\n\n", [("", "a"), ("", "b")]),
        (b"data: a\r\n\r\ndata: b\r\n\r\n", [("", "a"), ("", "b")]),
        (b"data: a\r\rdata: b\r\r", [("", "a"), ("", "b")]),
        (b"data: a\n\r\ndata: b\r\n\n", [("", "a"), ("", "b")]),
        (b"\xef\xbb\xbfdata: a\n\n", [("", "a")]),
        (b"data:a\n\n", [("", "a")]),
        (b"data:  a\n\n", [("", " a")]),
        (b"data\n\n", [("", "")]),
        (b"data: a\ndata: b\n\n", [("", "a\nb")]),
        (b"event: error\ndata: a\n\n", [("error", "a")]),
        (b"event: error\n\ndata: a\n\n", [("", "a")]),
        (b"id: 7\nretry: 10\nunknown: x\ndata: a\n\n", [("", "a")]),
        (b": ping\n\ndata: a\n\n", [("", None), ("", "a")]),
        (b":\n", [("", None)]),
        (b"data: a\n: between\ndata: b\n\n", [("", None), ("", "a\nb")]),
        (b"data: a\n", [("", "a")]),
        (b"data: a", [("", "a")]),
        (b"data: a\n\n\n\n", [("", "a")]),
        (b"", []),
        (b"id: 1\n\n", []),
        ("data: a\u2028b\u0085c\x0bd\n\n".encode(), [("", "a\u2028b\u0085c\x0bd")]),
    ],
)
def test_an_event_stream_is_read_as_its_standard_says(data: bytes, events: list[tuple[str, str | None]]) -> None:
    assert read(data) == events


def test_a_crlf_that_is_cut_ends_one_line() -> None:
    reader = EventReader()
    assert reader.push(b"data: a\r") == []
    assert reader.push(b"") == []
    assert reader.push(b"\n") == []
    assert [event.data for event in reader.push(b"\r\n")] == ["a"]


def test_an_event_goes_out_with_the_cr_that_ends_it() -> None:
    reader = EventReader()
    assert [event.data for event in reader.push(b"data: a\r\r")] == ["a"]
    assert reader.push(b"\n") == []
    assert reader.finish() == []


def test_a_character_that_is_cut_is_whole_again() -> None:
    reader = EventReader()
    whole = "data: 😀\n\n".encode()
    events = [event for byte in whole for event in reader.push(bytes([byte]))]
    assert [event.data for event in events] == ["😀"]


@pytest.mark.parametrize("data", [b"data: \xff\n\n", b"event: \xff\ndata: a\n\n", b"data: \xf0\x9f\x98"])
def test_what_is_not_utf_8_is_refused_without_being_quoted(data: bytes) -> None:
    with pytest.raises(MalformedBody) as raised:
        read(data)
    assert raised.value.__context__ is None


@pytest.mark.parametrize("data", [b"data: " + b"a" * 100, b"data: a\n" * 20, b":" * 101, b"x\n" * 101])
def test_an_event_past_the_limit_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedBody):
        read(data)


def test_the_limit_is_for_each_event() -> None:
    assert len(read((b"data: " + b"a" * 90 + b"\n\n") * 50)) == 50


def test_an_event_does_not_show_what_it_holds() -> None:
    assert "Jane" not in repr(EventReader().push(b"data: Jane\n\n"))


def test_data_of_several_lines_is_written_as_such() -> None:
    assert event_bytes("a\nb", "error") == b"event: error\ndata: a\ndata: b\n\n"
    assert event_bytes("é") == "data: é\n\n".encode()
