"""A client that sees what a client can see: HTTP/1.1 and HTTP/2 over TLS, byte by byte where a test wants it."""

import http.client
import json
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path
from typing import Any, Final

import h2.config
import h2.connection
import h2.events

from tests.e2e.provider import WAIT_S

CHAT: Final = "/v1/chat/completions"
EMBEDDINGS: Final = "/v1/embeddings"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the client read. ``whole`` is false where the connection or the stream broke before its end."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    whole: bool = True

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def code(self) -> str:
        """Of an error in OpenAI's shape."""
        return str(self.json["error"]["code"])

    @property
    def exchange(self) -> str:
        return self.headers.get("x-wardgate-exchange", "")


@dataclass(frozen=True, slots=True)
class Door:
    """Where a gate is, whom to trust, and a token to show."""

    host: str
    port: int
    ca: Path
    token: str = field(repr=False)

    def headers(self, more: Mapping[str, str | None]) -> dict[str, str]:
        """What a client sends with a JSON body, changed by ``more``; ``None`` leaves one out."""
        usual = {
            "host": f"{self.host}:{self.port}",
            "authorization": f"Bearer {self.token}",
            "content-type": "application/json",
            **{name.lower(): value for name, value in more.items()},
        }
        return {name: value for name, value in usual.items() if value is not None}

    def connected(self, protocol: str) -> ssl.SSLSocket:
        context = ssl.create_default_context(cafile=str(self.ca))
        context.set_alpn_protocols([protocol])
        plain = socket.create_connection((self.host, self.port), timeout=WAIT_S)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        secure = context.wrap_socket(plain, server_hostname=self.host)
        assert secure.selected_alpn_protocol() == protocol
        return secure


class Http1:
    """One HTTP/1.1 connection: raw bytes out, answers in."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self.socket = door.connected("http/1.1")
        self._reader: BufferedReader = self.socket.makefile("rb")
        self._answer: http.client.HTTPResponse | None = None

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def ask(self, body: bytes, path: str = CHAT, method: str = "POST", **headers: str | None) -> None:
        """Send one request whose length is known."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.send(head(method, path, self._door.headers({"content-length": str(len(body)), **named})) + body)

    def begun(self) -> http.client.HTTPResponse:
        """The next answer, its head read."""
        answer = http.client.HTTPResponse(_Shared(self._reader), method="POST")  # type: ignore[arg-type]
        answer.begin()
        self._answer = answer
        return answer

    def answer(self) -> Answer:
        """The next answer, read to its end."""
        return rest(self.begun())

    def interim(self) -> bytes:
        """One interim answer's lines, such as ``100 Continue``."""
        lines = b""
        while not lines.endswith(b"\r\n\r\n"):
            lines += self._reader.readline()
        return lines

    def drop(self) -> None:
        """Go away in the middle, as a killed client does."""
        self.socket.shutdown(socket.SHUT_RDWR)
        self.close()

    def close(self) -> None:
        self._reader.close()
        self.socket.close()


class _Shared:
    """Lets several answers be read from one buffered reader: pipelined ones arrive together."""

    def __init__(self, reader: BufferedReader) -> None:
        self._reader = reader

    def makefile(self, *_: object) -> Any:
        reader = self._reader

        class Open:
            def __getattr__(self, name: str) -> Any:
                return getattr(reader, name)

            def close(self) -> None:
                """The connection stays."""

        return Open()


def head(method: str, path: str, headers: Mapping[str, str]) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def rest(begun: http.client.HTTPResponse) -> Answer:
    headers = {name.lower(): value for name, value in begun.getheaders()}
    try:
        return Answer(begun.status, headers, begun.read())
    except http.client.IncompleteRead as broken:
        return Answer(begun.status, headers, broken.partial, whole=False)
    except (ConnectionError, ssl.SSLError):
        return Answer(begun.status, headers, b"", whole=False)


def read_until(begun: http.client.HTTPResponse, seen: Callable[[bytes], bool]) -> bytes:
    """Reads on until ``seen`` is content with what was read."""
    data = b""
    while not seen(data):
        more = begun.read1(2**16)
        if not more:
            raise AssertionError("the answer ended before what was waited for")
        data += more
    return data


@contextmanager
def http1(door: Door) -> Iterator[Http1]:
    connection = Http1(door)
    try:
        yield connection
    finally:
        connection.close()


def ask(door: Door, body: bytes, path: str = CHAT, method: str = "POST", **headers: str | None) -> Answer:
    """One request on a connection of its own."""
    with http1(door) as connection:
        connection.ask(body, path, method, **headers)
        return connection.answer()


def ask_http2(
    door: Door,
    bodies: Sequence[bytes],
    path: str = CHAT,
    trailers: Sequence[tuple[str, str]] = (),
    **headers: str | None,
) -> list[Answer]:
    """All bodies at once, each in a stream of one HTTP/2 connection."""
    with door.connected("h2") as connected:
        return _Http2(connected).asked(door, bodies, path, trailers, headers)


class _Http2:
    def __init__(self, connected: ssl.SSLSocket) -> None:
        self._socket = connected
        self._h2 = h2.connection.H2Connection(h2.config.H2Configuration(client_side=True, header_encoding="utf-8"))
        self._h2.initiate_connection()
        self._unsent: dict[int, bytes] = {}
        self._trailers: Sequence[tuple[str, str]] = ()
        self._heads: dict[int, dict[str, str]] = {}
        self._bodies: dict[int, bytes] = {}
        self._over: dict[int, bool] = {}

    def asked(
        self,
        door: Door,
        bodies: Sequence[bytes],
        path: str,
        trailers: Sequence[tuple[str, str]],
        more: Mapping[str, str | None],
    ) -> list[Answer]:
        named = door.headers({name.replace("_", "-"): value for name, value in more.items()})
        pseudo = {":method": "POST", ":scheme": "https", ":authority": named.pop("host"), ":path": path}
        self._trailers = trailers
        for body in bodies:
            number = self._h2.get_next_available_stream_id()
            self._h2.send_headers(number, [*pseudo.items(), *named.items()])
            self._unsent[number], self._bodies[number] = body, b""
        while len(self._over) < len(bodies):
            self._flush()
            self._socket.sendall(self._h2.data_to_send())
            data = self._socket.recv(2**16)
            if not data:
                break
            for happened in self._h2.receive_data(data):
                self._take(happened)
        return [self._answer(number) for number in self._bodies]

    def _flush(self) -> None:
        """As much of the bodies as the windows take, one DATA frame after the other."""
        for number, body in list(self._unsent.items()):
            room = min(self._h2.local_flow_control_window(number), self._h2.max_outbound_frame_size)
            piece, left = body[:room], body[room:]
            ends = not left and not self._trailers
            self._h2.send_data(number, piece, end_stream=ends)
            self._unsent[number] = left
            if not left:
                del self._unsent[number]
                if self._trailers:
                    self._h2.send_headers(number, self._trailers, end_stream=True)

    def _take(self, happened: h2.events.Event) -> None:
        match happened:
            case h2.events.ResponseReceived():
                self._heads[happened.stream_id] = {str(name): str(value) for name, value in happened.headers}
            case h2.events.DataReceived():
                self._bodies[happened.stream_id] += happened.data
                self._h2.acknowledge_received_data(happened.flow_controlled_length, happened.stream_id)
            case h2.events.StreamEnded():
                self._over[happened.stream_id] = True
            case h2.events.StreamReset():
                self._over.setdefault(happened.stream_id, False)
                self._unsent.pop(happened.stream_id, None)
            case _:
                pass

    def _answer(self, number: int) -> Answer:
        headers = self._heads.get(number, {})
        whole = self._over.get(number, False)
        return Answer(int(headers.get(":status", "0")), headers, self._bodies[number], whole)
