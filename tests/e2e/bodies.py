"""OpenAI's bodies, as clients send them and as providers answer, for scripts and assertions."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from tests.e2e.provider import Piece, Received, Said, Script

Json = Mapping[str, Any]
EVENTS = "text/event-stream"


def chat(*texts: str, model: str = "demo-chat", **members: object) -> bytes:
    """A chat request whose messages are all the user's."""
    messages = [{"role": "user", "content": text} for text in texts]
    return json.dumps({"model": model, "messages": messages, **members}).encode()


def asked(received: Received) -> str:
    """The last message of a chat request, as the provider read it."""
    return str(json.loads(received.body)["messages"][-1]["content"])


def completion(text: str | None, *, calls: Sequence[Json] = ()) -> bytes:
    message: dict[str, object] = {"role": "assistant", "content": text, "refusal": None}
    if calls:
        message["tool_calls"] = list(calls)
    finish = "tool_calls" if calls else "stop"
    return _json(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1_760_000_000,
            "model": "demo-chat",
            "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": finish}],
            "usage": {"prompt_tokens": 9, "completion_tokens": 7, "total_tokens": 16},
        }
    )


def call(name: str, arguments: Json, *, call_id: str = "call_1") -> Json:
    return {"id": call_id, "type": "function", "function": {"name": name, "arguments": json.dumps(arguments)}}


def said_text(body: bytes) -> str:
    """What a completion says."""
    return str(json.loads(body)["choices"][0]["message"]["content"])


def event(data: Json | str) -> bytes:
    return b"data: " + (data.encode() if isinstance(data, str) else _json(data)) + b"\n\n"


def delta(members: Json, *, index: int = 0, finish: str | None = None) -> Json:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1_760_000_000,
        "model": "demo-chat",
        "choices": [{"index": index, "delta": dict(members), "finish_reason": finish}],
    }


def streamed(text: str, *, each: int = 3) -> bytes:
    """A whole stream that says ``text``, ``each`` characters an event."""
    pieces = [text[start : start + each] for start in range(0, len(text), each)]
    events = [event(delta({"role": "assistant", "content": ""})), *(event(delta({"content": one})) for one in pieces)]
    return b"".join([*events, event(delta({}, finish="stop")), event("[DONE]")])


def streamed_call(name: str, arguments: str, *, each: int = 3) -> bytes:
    """A whole stream that calls a tool."""
    head = {"index": 0, "id": "call_1", "type": "function", "function": {"name": name, "arguments": ""}}
    pieces = [arguments[start : start + each] for start in range(0, len(arguments), each)]
    rest = (event(delta({"tool_calls": [{"index": 0, "function": {"arguments": one}}]})) for one in pieces)
    return b"".join(
        [event(delta({"tool_calls": [head]})), *rest, event(delta({}, finish="tool_calls")), event("[DONE]")]
    )


def cut(data: bytes, size: int) -> tuple[bytes, ...]:
    return tuple(data[start : start + size] for start in range(0, len(data), size))


def chunks_of(stream: bytes) -> list[Json]:
    """The JSON of each event of a stream as the client read it, ``[DONE]`` left out."""
    lines = stream.decode().replace("\r\n", "\n").split("\n")
    data = [line.removeprefix("data:").strip() for line in lines if line.startswith("data:")]
    return [json.loads(one) for one in data if one != "[DONE]"]


def text_of(stream: bytes, index: int = 0) -> str:
    """What a choice of a stream says in all."""
    return "".join(
        choice["delta"].get("content") or ""
        for chunk in chunks_of(stream)
        for choice in chunk.get("choices", ())
        if choice["index"] == index
    )


def arguments_of(stream: bytes) -> str:
    """What the first tool call of a stream is given in all."""
    return "".join(
        one["function"].get("arguments") or ""
        for chunk in chunks_of(stream)
        for choice in chunk.get("choices", ())
        for one in choice["delta"].get("tool_calls", ())
    )


# Scripts


def echo(received: Received) -> Said:
    """Says back what was asked, streamed where that was asked for."""
    if json.loads(received.body).get("stream"):
        return stream(streamed(asked(received)))
    return Said((completion(asked(received)),))


def answering(body: bytes, **members: Any) -> Script:
    return lambda _: Said((body,), **members)


def streaming(*pieces: Piece) -> Script:
    return lambda _: stream(*pieces)


def stream(*pieces: Piece) -> Said:
    return Said(pieces, EVENTS)


def embedded(count: int) -> bytes:
    rows = [{"object": "embedding", "index": index, "embedding": [0.125, -0.5]} for index in range(count)]
    usage = {"prompt_tokens": 3, "total_tokens": 3}
    return _json({"object": "list", "data": rows, "model": "demo-embed", "usage": usage})


def failure(message: str, kind: str = "invalid_request_error") -> bytes:
    return _json({"error": {"message": message, "type": kind, "param": None, "code": None}})


def _json(document: Json) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()
