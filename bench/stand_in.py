"""The provider of the bench: fixed answers on a bare uvloop protocol, so that a request costs it some tens of us.

It reads just enough HTTP/1.1 for what Envoy sends it: one request at a time on a connection. A chat is answered with a
completion that names surrogates, a streamed one with ``CHUNKS`` events, each a write of its own, paced as a fast model
writes. What it cost stands in the bench's table, beside all others.
"""

import asyncio
import base64
import json
from array import array
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final, cast

import uvloop

CHUNKS: Final = 50
PACE_S: Final = 0.005
"""From one event to the next: 200 tokens/s, faster than most models."""
VECTORS: Final = 8
DIMENSIONS: Final = 1536

SAID: Final = (
    "[NAME_1] was admitted on [DATE_2] with chest pain on exertion. Troponin is to be repeated, the ejection fraction "
    "is 45 percent, and lisinopril was raised. Still open before discharge: the stress test, a review of the "
    "anticoagulation, and a call to the family of [NAME_1] at the number in the chart. Blood pressure should be "
    "checked twice a day at home, and the next appointment is in two weeks."
)
FRAME: Final = {"id": "chatcmpl-bench", "created": 1_760_000_000, "model": "demo-chat"}
USAGE: Final = {"prompt_tokens": 512, "completion_tokens": 84, "total_tokens": 596}


def _head(content_type: str, framing: str) -> bytes:
    return f"HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\n{framing}\r\n\r\n".encode()


def _whole(body: dict[str, Any]) -> bytes:
    data = json.dumps(body).encode()
    return _head("application/json", f"content-length: {len(data)}") + data


def _completion() -> bytes:
    message = {"role": "assistant", "content": SAID, "refusal": None}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    return _whole({**FRAME, "object": "chat.completion", "choices": [choice], "usage": USAGE})


def _vectors() -> bytes:
    numbers = array("f", [(index % 64 - 32) / 1024 for index in range(DIMENSIONS)])  # finite: else they are no vector
    vector = base64.b64encode(numbers.tobytes()).decode()
    data = [{"object": "embedding", "index": index, "embedding": vector} for index in range(VECTORS)]
    return _whole(
        {"object": "list", "data": data, "model": "demo-embed", "usage": {"prompt_tokens": 1, "total_tokens": 1}}
    )


def _events() -> Iterator[bytes]:
    """``CHUNKS`` HTTP chunks: the text in small pieces, the finish, the usage, the end."""
    frame = {**FRAME, "object": "chat.completion.chunk"}
    count = CHUNKS - 3
    cuts = [len(SAID) * index // count for index in range(count + 1)]
    for start, end in pairwise(cuts):
        delta = {"content": SAID[start:end]}
        yield _event(json.dumps({**frame, "choices": [{"index": 0, "delta": delta, "finish_reason": None}]}))
    yield _event(json.dumps({**frame, "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}))
    yield _event(json.dumps({**frame, "choices": [], "usage": USAGE}))
    yield _event("[DONE]")


def _event(data: str) -> bytes:
    line = f"data: {data}\n\n".encode()
    return f"{len(line):x}\r\n".encode() + line + b"\r\n"


COMPLETION: Final = _completion()
EMBEDDINGS: Final = _vectors()
STREAM_HEAD: Final = _head("text/event-stream", "transfer-encoding: chunked")
EVENTS: Final = tuple(_events())
LAST_CHUNK: Final = b"0\r\n\r\n"


class Answering(asyncio.Protocol):
    """One connection of Envoy's."""

    _transport: asyncio.Transport

    def __init__(self) -> None:
        self._seen = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own class is none of asyncio's

    def data_received(self, data: bytes) -> None:
        self._seen += data
        if not complete(self._seen):
            return
        request, self._seen = self._seen, bytearray()
        if b"/embeddings " in request[:64]:
            self._transport.write(EMBEDDINGS)
        elif b'"stream":true' in request:
            self._transport.write(STREAM_HEAD)
            self._stream(0)
        else:
            self._transport.write(COMPLETION)

    def _stream(self, index: int) -> None:
        if self._transport.is_closing():
            return
        if index == len(EVENTS):
            self._transport.write(LAST_CHUNK)
            return
        self._transport.write(EVENTS[index])
        asyncio.get_running_loop().call_later(PACE_S, self._stream, index + 1)


def complete(request: bytearray) -> bool:
    """Whether all of a request is there. A JSON body never holds a bare CR, so what looks like the last chunk is it."""
    head, found, _ = request.partition(b"\r\n\r\n")
    if not found:
        return False
    lines = head.lower().split(b"\r\n")
    if b"transfer-encoding: chunked" in lines:
        return request.endswith(b"\r\n" + LAST_CHUNK)
    length = next((int(line.partition(b":")[2]) for line in lines if line.startswith(b"content-length:")), 0)
    return len(request) >= len(head) + len(found) + length


async def _serve() -> None:
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    uvloop.run(_serve())
