"""A model provider that does as each test says, and keeps every byte that it received.

It reads HTTP/1.1 by itself, since a library would keep only what it understood. All providers of a run share one
thread with a loop of its own, so that synchronous tests can talk to them. What waits, waits for an event.
"""

import asyncio
import socket
import struct
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

WAIT_S: Final = 60.0
"""No test waits longer for anything: enough for a machine that has much else to do. It measures nothing."""


@dataclass(frozen=True, slots=True)
class Received:
    """One request as it came over the wire: names as they were written, values, bytes."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    trailers: tuple[tuple[str, str], ...] = ()

    def header(self, name: str) -> str:
        return ", ".join(value for key, value in self.headers if key.lower() == name)

    @property
    def names(self) -> set[str]:
        return {name.lower() for name, _ in self.headers}


@dataclass(frozen=True, slots=True)
class Reset:
    """A piece of an answer: the connection is reset here."""


Piece = bytes | threading.Event | Reset
"""Bytes are sent at once, each piece as a chunk of its own; an event is waited for."""


@dataclass(frozen=True, slots=True)
class Said:
    """One answer. ``sized``: with content-length instead of chunks. ``headed``: with a head at all."""

    pieces: Sequence[Piece]
    content_type: str = "application/json"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    sized: bool = False
    headed: bool = True
    trailers: tuple[tuple[str, str], ...] = ()

    def head(self) -> bytes:
        framing = ("transfer-encoding", "chunked")
        if self.sized:
            framing = ("content-length", str(sum(len(piece) for piece in self.pieces if isinstance(piece, bytes))))
        rows = (("content-type", self.content_type), framing, *self.headers)
        lines = [f"HTTP/1.1 {self.status} Said", *(f"{name}: {value}" for name, value in rows)]
        return "\r\n".join([*lines, "", ""]).encode()


Script = Callable[[Received], Said]


@dataclass(slots=True)
class Connection:
    raw: bytearray = field(default_factory=bytearray)


class Lost(Exception):
    """The connection ended where more was expected."""


class Wire:
    """Reads one connection, keeping every byte before anything is understood."""

    def __init__(self, reader: asyncio.StreamReader, keep: Callable[[bytes], None]) -> None:
        self._reader = reader
        self._keep = keep
        self._held = bytearray()

    async def until(self, mark: bytes) -> bytes:
        while (end := self._held.find(mark)) < 0:
            await self._more()
        return self._taken(end + len(mark))[: -len(mark)]

    async def exactly(self, size: int) -> bytes:
        while len(self._held) < size:
            await self._more()
        return self._taken(size)

    async def _more(self) -> None:
        data = await self._reader.read(2**16)
        if not data:
            raise Lost
        self._keep(data)
        self._held += data

    def _taken(self, size: int) -> bytes:
        data = bytes(self._held[:size])
        del self._held[:size]
        return data


async def request(wire: Wire) -> Received:
    """The next request of a connection. Raises ``Lost`` at its end."""
    first, *lines = (await wire.until(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ")
    headers = fields(lines)
    values = {name.lower(): value for name, value in headers}
    if values.get("transfer-encoding") == "chunked":
        return Received(method, target, headers, *await chunked(wire))
    return Received(method, target, headers, await wire.exactly(int(values.get("content-length", "0"))))


async def chunked(wire: Wire) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    body = bytearray()
    while size := int(await wire.until(b"\r\n"), 16):
        body += await wire.exactly(size)
        await wire.exactly(2)
    trailers = []
    while line := (await wire.until(b"\r\n")).decode("latin-1"):
        trailers.append(line)
    return bytes(body), fields(trailers)


def fields(lines: Sequence[str]) -> tuple[tuple[str, str], ...]:
    split = (line.partition(":") for line in lines)
    return tuple((name, value.strip()) for name, _, value in split)


class Provider:
    """One provider at ``url``. Made by ``Providers``; its recordings may be read from any thread."""

    def __init__(self) -> None:
        self.port = 0
        self.script: Script = silent
        self.connections: list[Connection] = []
        self.requests: list[Received] = []
        self.cancelled = threading.Event()
        """An answer could not be said to its end, since the other side was gone."""
        self.began = threading.Event()
        """A request has come whole."""
        self._bytes_before = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def heard_bytes(self) -> int:
        """Since the last ``begin``: of all connections, with what was never understood."""
        return self._total - self._bytes_before

    @property
    def everything(self) -> bytes:
        """All that was ever received."""
        return b"\n".join(bytes(one.raw) for one in self.connections)

    def begin(self, script: Script) -> None:
        """A new test begins."""
        self.script = script
        self.requests = []
        self.cancelled.clear()
        self.began.clear()
        self._bytes_before = self._total

    @property
    def _total(self) -> int:
        return sum(len(one.raw) for one in self.connections)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = Connection()
        self.connections.append(connection)
        connected: socket.socket = writer.get_extra_info("socket")
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        wire = Wire(reader, connection.raw.extend)
        try:
            while True:
                received = await request(wire)
                self.requests.append(received)
                self.began.set()
                await self._say(self.script(received), writer, reader)
        except (Lost, ConnectionError):
            pass
        finally:
            writer.close()

    async def _say(self, said: Said, writer: asyncio.StreamWriter, reader: asyncio.StreamReader) -> None:
        writer.write(said.head() if said.headed else b"")
        for piece in said.pieces:
            await writer.drain()
            match piece:
                case bytes():
                    writer.write(piece if said.sized else b"%x\r\n%b\r\n" % (len(piece), piece))
                case threading.Event():
                    await self._patient(piece, reader)
                case Reset():
                    writer.get_extra_info("socket").setsockopt(
                        socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
                    )
                    raise Lost
        if not said.sized:
            trailers = b"".join(f"{name}: {value}\r\n".encode() for name, value in said.trailers)
            writer.write(b"0\r\n" + trailers + b"\r\n")
        await writer.drain()

    async def _patient(self, event: threading.Event, reader: asyncio.StreamReader) -> None:
        """Waits for the event, or for the other side to go."""
        set_ = asyncio.ensure_future(asyncio.to_thread(event.wait, WAIT_S))
        gone = asyncio.ensure_future(reader.read(1))
        await asyncio.wait((set_, gone), return_when=asyncio.FIRST_COMPLETED)
        if gone.done():
            self.cancelled.set()
            event.set()  # lets the thread go
            raise Lost
        gone.cancel()
        await asyncio.wait((gone,))  # else it would still be reading when the next request is


class Providers:
    """The providers of a run, by the names that the settings give them. ``with`` starts and stops them."""

    def __init__(self, names: Sequence[str]) -> None:
        self._all = {name: Provider() for name in names}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="providers", daemon=True)

    def __getitem__(self, name: str) -> Provider:
        return self._all[name]

    def __enter__(self) -> "Providers":
        self._thread.start()
        for one in self._all.values():
            asyncio.run_coroutine_threadsafe(self._listen(one), self._loop).result(WAIT_S)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(WAIT_S)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(WAIT_S)
        self._loop.close()

    def begin(self, script: Script) -> None:
        for one in self._all.values():
            one.begin(script)

    @property
    def heard_bytes(self) -> int:
        return sum(one.heard_bytes for one in self._all.values())

    @property
    def requests(self) -> list[Received]:
        """Of this test, whoever got them."""
        return [received for one in self._all.values() for received in one.requests]

    @property
    def everything(self) -> bytes:
        return b"\n".join(one.everything for one in self._all.values())

    async def _listen(self, one: Provider) -> None:
        server = await asyncio.start_server(one.serve, "127.0.0.1", 0, limit=2**20)
        one.port = server.sockets[0].getsockname()[1]

    async def _stop(self) -> None:
        mine = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in mine:
            task.cancel()
        await asyncio.gather(*mine, return_exceptions=True)


def silent(_: Received) -> Said:
    """Nobody should have asked."""
    return Said((b"{}",), status=500)
