"""A model provider for one machine: it speaks OpenAI's HTTP API, follows a script, and keeps all that it received.

For demos and tests, which show from its records what left the gate. It knows nothing and answers at once. What it
says is chosen by a word in the last message (``script:link``), else it repeats the surrogates it saw.
Not covered: the rest of the API, authentication, HTTP/2.
"""

import argparse
import asyncio
import json
import signal
import ssl
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final

from aiohttp import web

from extproc.local import scripts

LARGEST_BODY: Final = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Received:
    """One request, as it came: header names and values in their order, the body's bytes."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(repr=False)
    time_us: int = 0

    def line(self) -> str:
        """JSON; bytes that are not UTF-8 are shown as escapes."""
        return json.dumps(
            {
                "time_us": self.time_us,
                "method": self.method,
                "target": self.target,
                "headers": self.headers,
                "body": self.body.decode("utf-8", "backslashreplace"),
            },
            ensure_ascii=False,
        )


class Provider:
    """The stand-in. ``received`` grows by one for each request, before it is answered."""

    def __init__(self, record: IO[str] | None = None) -> None:
        self.received: list[Received] = []
        self.headers: dict[str, str] = {}
        """Sent with every answer."""
        self.held = asyncio.Event()
        """Answers wait for it; set unless somebody puts another in its place."""
        self.held.set()
        self._record = record
        self._runner: web.AppRunner | None = None

    async def start(self, host: str = "127.0.0.1", port: int = 0, tls: ssl.SSLContext | None = None) -> str:
        """Listens; the base URL, without a version path."""
        app = web.Application(client_max_size=LARGEST_BODY)
        app.router.add_route("*", "/{tail:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port, ssl_context=tls).start()
        host, port = self._runner.addresses[0][:2]
        return f"{'https' if tls else 'http'}://{host}:{port}"

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        body = await self._kept(request)
        await self.held.wait()
        try:
            asked = json.loads(body)
        except ValueError:
            asked = None
        if not isinstance(asked, dict):
            return self._json(scripts.error(400, "The body is not a JSON object."), 400)
        match request.method, request.path.rsplit("/", 2)[-2:]:
            case "POST", ["chat", "completions"]:
                return await self._chat(request, asked)
            case "POST", [_, "embeddings"]:
                return self._json(scripts.embeddings(asked))
            case _:
                return self._json(scripts.generic(asked))

    def _json(self, body: Mapping[str, Any], status: int = 200) -> web.Response:
        return web.json_response(body, status=status, headers=self.headers)

    async def _kept(self, request: web.Request) -> bytes:
        body = await request.read()
        headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in request.raw_headers)
        received = Received(request.method, request.raw_path, headers, body, time.time_ns() // 1000)
        self.received.append(received)
        if self._record is not None:
            self._record.write(received.line() + "\n")
            self._record.flush()
        return body

    async def _chat(self, request: web.Request, asked: Mapping[str, Any]) -> web.StreamResponse:
        said = scripts.said(asked)
        if said.status != 200:
            return self._json(scripts.error(said.status, said.text), said.status)
        if asked.get("stream") is not True:
            return self._json(scripts.completion(asked, said))
        response = web.StreamResponse(headers={"content-type": "text/event-stream; charset=utf-8", **self.headers})
        await response.prepare(request)
        for event in scripts.chunks(asked, said):
            await response.write(f"data: {json.dumps(event)}\n\n".encode())
        if said.cut and request.transport is not None:
            request.transport.abort()
            return response
        await response.write(b"data: [DONE]\n\n")
        return response


async def run(name: str, host: str, port: int, record: IO[str]) -> None:
    """Until SIGTERM."""
    over = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, over.set)
    provider = Provider(record)
    url = await provider.start(host, port)
    sys.stderr.write(f"{name} stands in at {url}\n")
    await over.wait()
    await provider.stop()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m extproc.local.provider", description=__doc__)
    parser.add_argument("--name", default="provider")
    parser.add_argument("--address", default="127.0.0.1:0")
    parser.add_argument("--record", type=Path, required=True)
    arguments = parser.parse_args()
    host, _, port = arguments.address.rpartition(":")
    arguments.record.touch(mode=0o600)  # bodies: for their owner alone
    with arguments.record.open("a", encoding="utf-8") as record:
        try:
            asyncio.run(run(arguments.name, host.strip("[]"), int(port), record))
        except OSError as error:
            sys.exit(f"cannot listen at {arguments.address} ({error.strerror}); set another base_url")


if __name__ == "__main__":
    main()
