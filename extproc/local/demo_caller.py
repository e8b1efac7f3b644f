"""The demo's caller, as any program that speaks OpenAI's HTTP API, and what the stand-ins say they received.

It keeps the ids of its exchanges, by which their records are found later.
"""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import aiohttp

EXCHANGE: Final = "x-wardgate-exchange"
EVENT: Final = "data: "


@dataclass(frozen=True, slots=True)
class Answer:
    """``body`` is the JSON of a plain answer; ``pieces`` are the texts of a stream's events, empty ones too."""

    status: int
    exchange: str
    body: Any = None
    pieces: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What the model says to its reader; ``""`` where the answer is something else."""
        return "".join(self.pieces) or _text(self.body, "message")

    @property
    def error(self) -> Mapping[str, Any]:
        match self.body:
            case {"error": dict(error)}:
                return error
            case _:
                return {}


@dataclass(slots=True)
class Caller:
    """``url`` is the gate's; ``token`` is sent unless a call says otherwise. Calls raise ``aiohttp.ClientError``."""

    session: aiohttp.ClientSession
    url: str
    token: str = field(repr=False)
    exchanges: list[str] = field(default_factory=list)

    async def chat(self, model: str, text: str) -> Answer:
        return await self._ask("/v1/chat/completions", _chat(model, text), self._bearer)

    async def chat_without_token(self, model: str, text: str) -> Answer:
        return await self._ask("/v1/chat/completions", _chat(model, text), {})

    async def streamed(self, model: str, text: str) -> Answer:
        body = {**_chat(model, text), "stream": True}
        return await self._ask("/v1/chat/completions", body, self._bearer)

    async def embeddings(self, model: str, texts: Sequence[str]) -> Answer:
        body = {"model": model, "input": list(texts)}
        return await self._ask("/v1/embeddings", body, self._bearer)

    @property
    def _bearer(self) -> Mapping[str, str]:
        return {"authorization": f"Bearer {self.token}"}

    async def _ask(self, path: str, body: Mapping[str, Any], headers: Mapping[str, str]) -> Answer:
        async with self.session.post(self.url + path, json=body, headers=headers) as response:
            exchange = response.headers.get(EXCHANGE, "")
            if exchange:
                self.exchanges.append(exchange)
            if response.content_type == "text/event-stream":
                pieces = tuple([piece async for piece in _pieces(response.content)])
                return Answer(response.status, exchange, pieces=pieces)
            return Answer(response.status, exchange, _json(await response.text()))


@dataclass(frozen=True, slots=True)
class Arrived:
    """A request as a stand-in received it."""

    provider: str
    headers: tuple[str, ...]
    body: str


class Received:
    """Reads the records of the stand-ins: a file for each provider's name."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files
        self._read = dict.fromkeys(files, 0)

    def size_bytes(self, provider: str) -> int:
        """Of all that the provider ever received, as it was recorded."""
        return self._files[provider].stat().st_size

    def new(self) -> list[Arrived]:
        """What arrived since this was last asked."""
        return [arrived for provider in self._files for arrived in self._new_of(provider)]

    def _new_of(self, provider: str) -> list[Arrived]:
        lines = self._files[provider].read_text(encoding="utf-8").splitlines()
        fresh = lines[self._read[provider] :]
        self._read[provider] = len(lines)
        return [_arrived(provider, json.loads(line)) for line in fresh]


def _arrived(provider: str, line: Mapping[str, Any]) -> Arrived:
    return Arrived(provider, tuple(name for name, _ in line["headers"]), line["body"])


def _chat(model: str, text: str) -> dict[str, Any]:
    return {"model": model, "messages": [{"role": "user", "content": text}]}


async def _pieces(content: aiohttp.StreamReader) -> AsyncIterator[str]:
    """The text of each event but the last, ``[DONE]``."""
    async for line in content:
        event = line.decode().strip()
        if event.startswith(EVENT) and not event.endswith("[DONE]"):
            yield _text(_json(event.removeprefix(EVENT)), "delta")


def _text(body: object, member: str) -> str:
    match body:
        case {"choices": [dict(choice), *_]}:
            message = choice.get(member)
            return str(message.get("content") or "") if isinstance(message, dict) else ""
        case _:
            return ""


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None
