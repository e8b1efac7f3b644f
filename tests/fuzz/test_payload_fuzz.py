"""Any bytes: a document or a refusal, and nothing else."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from extproc.errors import MalformedBody
from extproc.payload.dialect import Channel, Operation
from extproc.payload.dialects import DIALECTS
from extproc.payload.embedded import read_embedded
from extproc.payload.part import Document, Facts, Spot
from extproc.sealed import Sealed

FACTS = Facts(model=Sealed("m"), stream=True)
SERVED = [("openai", Operation.CHAT), ("openai", Operation.EMBEDDINGS), ("generic-json", Operation.GENERIC)]

NAMES = (
    *("model", "messages", "role", "content", "text", "type", "image_url", "url", "input_audio", "data", "format"),
    *("file", "tool_calls", "function", "name", "arguments", "id", "index", "choices", "delta", "message", "error"),
    *("finish_reason", "logprobs", "usage", "stop", "user", "metadata", "input", "embedding", "stream", "x"),
)
WORDS = (
    "user",
    "assistant",
    "text",
    "function",
    "stop",
    "{",
    '{"a":"b"}',
    "[12345]",
    "data:image/png;base64,AA",
    "call_x",
)

texts = st.sampled_from(WORDS) | st.text(max_size=6)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | texts
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(st.integers(), min_size=1, max_size=3)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=3), inner, max_size=5)
    ),
    max_leaves=25,
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A JSON text with a few bytes replaced, taken out or doubled."""
    raw = bytearray(json.dumps(draw(values), ensure_ascii=draw(st.booleans())).encode(errors="surrogatepass"))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, max(0, len(raw) - 1)))
        raw[at : at + draw(st.integers(0, 2))] = draw(
            st.binary(max_size=2) | st.sampled_from([b'"', b"\\u", b"]", b"{"])
        )
    return bytes(raw)


bodies = st.binary(max_size=60) | mutated()


def exercised(document: Document) -> None:
    """It takes any change, and what comes out is text again."""
    everything = {index: Sealed("[X]") for index in range(len(document.parts))}
    json.loads(document.with_texts(everything))


@given(st.sampled_from(SERVED), bodies)
def test_a_body_is_a_document_or_malformed(served: tuple[str, Operation], body: bytes) -> None:
    name, operation = served
    dialect = DIALECTS[name]
    for read in (
        lambda: dialect.read_request(operation, body),
        lambda: dialect.read_answer(operation, body, FACTS),
    ):
        try:
            document, _ = read()
        except MalformedBody:
            continue
        exercised(document)
        assert document.size_bytes == len(body)
        assert document.with_texts({}) == body or b"logprobs" in body


@given(
    st.lists(mutated() | st.binary(max_size=20), max_size=5), st.sampled_from([b"\n\n", b"\r\n\r\n", b"\r\r", b"\n"])
)
def test_a_stream_is_events_or_malformed(datas: list[bytes], end: bytes) -> None:
    stream = DIALECTS["openai"].stream(Operation.CHAT, FACTS)
    assert stream is not None
    try:
        events: list[Any] = [event for data in datas for event in stream.push(b"data: " + data + end)]
        events += stream.finish()
    except MalformedBody:
        return
    for event in events:
        raw = event.rendered(
            {piece.channel: Sealed("[X]") for piece in event.pieces},
            {index: Sealed("[Y]") for index in range(len(event.parts))},
        )
        assert raw == b"" or raw.endswith(b"\n\n")
        for piece in event.pieces:
            stream.carrying(piece.channel, Sealed("[X]"))
            stream.channel(piece.channel)


@given(st.text(st.characters(codec="utf-8"), max_size=40) | mutated().map(lambda raw: raw.decode(errors="ignore")))
def test_a_tool_s_arguments_are_always_a_document(text: str) -> None:
    document = read_embedded(Sealed(text), Channel("/a", Spot.TOOL_ARGUMENT, whole=True))
    assert document.with_texts({}) == text.encode()
    document.with_texts({index: Sealed("[X]") for index in range(len(document.parts))}).decode()
