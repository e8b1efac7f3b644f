"""Reads server-sent events from bytes that come in any pieces.

Lines end with CR, LF or CRLF and nothing else. Kept of an event: its data and its name. A comment is an event of its
own without its text; ``id``, ``retry`` and unknown fields are dropped, since nobody inspects them and no client of a
streamed answer needs them. An event that the end of the bytes cuts short is given out as it is.
"""

import re
from dataclasses import dataclass
from typing import Final

from extproc.errors import MalformedBody

MAX_EVENT_BYTES: Final = 1 << 20
"""A token's event has hundreds of bytes, one of audio tens of thousands; a whole answer in one event fits too."""

_LINE_END: Final = re.compile(rb"\r\n|\n|\r")
_BOM: Final = b"\xef\xbb\xbf"

COMMENT: Final = b":\n\n"


@dataclass(frozen=True, slots=True, repr=False)
class ServerEvent:
    """``data`` is ``None`` for a comment. Several data lines are joined by LF."""

    data: str | None
    name: str = ""


class EventReader:
    """``push`` and ``finish`` give the same events however the bytes were cut."""

    def __init__(self, limit_bytes: int = MAX_EVENT_BYTES) -> None:
        self._limit_bytes = limit_bytes
        self._line: list[bytes] = []
        self._data: list[bytes] = []
        self._name = b""
        self._size_bytes = 0  # of the event so far
        self._began = False
        self._after_cr = False
        self._events: list[ServerEvent] = []

    def push(self, data: bytes) -> list[ServerEvent]:
        """Raises ``MalformedBody``."""
        if not data:
            return []
        if self._after_cr and data.startswith(b"\n"):
            data = data[1:]  # the rest of a CRLF that was cut
        self._after_cr = data.endswith(b"\r")
        at = 0
        for end in _LINE_END.finditer(data):
            self._take(data[at : end.start()])
            self._end_line()
            at = end.end()
        self._take(data[at:])
        return self._given()

    def finish(self) -> list[ServerEvent]:
        """Raises ``MalformedBody``."""
        self._end_line()
        self._end_event()
        return self._given()

    def _given(self) -> list[ServerEvent]:
        events, self._events = self._events, []
        return events

    def _take(self, piece: bytes) -> None:
        self._size_bytes += len(piece)
        if self._size_bytes > self._limit_bytes:
            raise MalformedBody(f"An event of the stream is longer than {self._limit_bytes} bytes.")
        if piece:
            self._line.append(piece)

    def _end_line(self) -> None:
        line = b"".join(self._line)
        self._line.clear()
        if not self._began:
            self._began = True
            line = line.removeprefix(_BOM)
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if not line:
            self._end_event()
        elif not name:
            self._events.append(ServerEvent(None))
        elif name == b"data":
            self._data.append(value)
        elif name == b"event":
            self._name = value

    def _end_event(self) -> None:
        if self._data:
            self._events.append(ServerEvent(_decoded(b"\n".join(self._data)), _decoded(self._name)))
        self._data.clear()
        self._name = b""
        self._size_bytes = 0


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        pass
    raise MalformedBody("The stream is not UTF-8.")  # outside the handler: the decoder's error holds the text


def event_bytes(data: str, name: str = "") -> bytes:
    """An event on the wire."""
    head = f"event: {name}\n" if name else ""
    lines = data.replace("\n", "\ndata: ")
    return f"{head}data: {lines}\n\n".encode()
