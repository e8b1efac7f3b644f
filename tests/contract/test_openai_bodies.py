"""What OpenAI's API sends and takes: bodies of the shape of chat completions and embeddings as of 2026-11.

The bodies were written for these tests after the API reference; the member lists are those of the official SDK that is
installed, so a release with a new member fails here first.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

import openai.types as sdk
import pytest
from openai.types import chat
from openai.types.chat import chat_completion, chat_completion_chunk, completion_create_params

from extproc.payload.dialect import Operation
from extproc.payload.dialects import DIALECTS
from extproc.payload.openai_chat import ANSWER, REQUEST
from extproc.payload.openai_embeddings import ANSWER as VECTORS
from extproc.payload.openai_embeddings import REQUEST as EMBED
from extproc.payload.openai_stream import CHUNK
from extproc.payload.part import Facts, Inspectability, Part
from extproc.payload.schema import Shape
from extproc.sealed import Sealed

OPENAI: Final = DIALECTS["openai"]
FACTS: Final = Facts(model=Sealed("gpt-5"), stream=True)
CALL: Final = "call_aB3dE5gH7jK9mN1pQ3sT5vW7"

CHAT: Final[Mapping[str, Any]] = {
    "model": "gpt-5-mini",
    "messages": [
        {"role": "developer", "content": "Answer in one sentence."},
        {"role": "user", "name": "dr-example", "content": [{"type": "text", "text": "When was Ann Example seen?"}]},
        {
            "role": "assistant",
            "content": None,
            "refusal": None,
            "tool_calls": [
                {
                    "id": CALL,
                    "type": "function",
                    "function": {"name": "find_visits", "arguments": '{"patient":"Ann Example","mrn":1000042}'},
                }
            ],
        },
        {"role": "tool", "tool_call_id": CALL, "content": '{"visits":[{"date":"2026-03-04","seen_by":"Dr. Sample"}]}'},
    ],
    "tools": [
        {
            "type": "function",
            "function": {
                "name": "find_visits",
                "description": "Visits of one patient",
                "parameters": {
                    "type": "object",
                    "properties": {"patient": {"type": "string"}, "mrn": {"type": "integer"}},
                    "required": ["patient"],
                    "additionalProperties": False,
                },
                "strict": True,
            },
        }
    ],
    "tool_choice": "auto",
    "parallel_tool_calls": False,
    "max_completion_tokens": 400,
    "temperature": 0.2,
    "n": 2,
    "stop": ["\n\n"],
    "stream": True,
    "stream_options": {"include_usage": True},
    "response_format": {"type": "text"},
    "metadata": {"ward": "7 East"},
    "user": "u-100042",
    "store": False,
    "service_tier": "auto",
}

ANSWERED: Final[Mapping[str, Any]] = {
    "id": "chatcmpl-CV0aB3dE5gH7jK9mN1pQ3sT5vW7yZ",
    "object": "chat.completion",
    "created": 1793000000,
    "model": "gpt-5-mini-2026-08-07",
    "choices": [
        {
            "index": 0,
            "message": {
                "role": "assistant",
                "content": "Ann Example was seen on 2026-03-04.",
                "refusal": None,
                "annotations": [],
            },
            "logprobs": None,
            "finish_reason": "stop",
        }
    ],
    "usage": {
        "prompt_tokens": 92,
        "completion_tokens": 17,
        "total_tokens": 109,
        "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
        "completion_tokens_details": {
            "reasoning_tokens": 0,
            "audio_tokens": 0,
            "accepted_prediction_tokens": 0,
            "rejected_prediction_tokens": 0,
        },
    },
    "service_tier": "default",
    "system_fingerprint": "fp_44709d6fcb",
}


def chunk(choices: list[Any], **members: Any) -> bytes:
    head = {
        "id": "chatcmpl-CV0aB3dE5gH7jK9mN1pQ3sT5vW7yZ",
        "object": "chat.completion.chunk",
        "created": 1793000000,
        "model": "gpt-5-mini-2026-08-07",
        "service_tier": "default",
        "system_fingerprint": None,
    }
    return b"data: " + json.dumps({**head, "choices": choices, "usage": None, **members}).encode() + b"\n\n"


def said(finish_reason: str | None = None, **delta: Any) -> list[Any]:
    return [{"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish_reason}]


STREAMED: Final = b"".join(
    (
        chunk(said(role="assistant", content="", refusal=None), obfuscation="Kd8f"),
        chunk(said(content="Ann Ex"), obfuscation="pQ"),
        chunk(said(content="ample"), obfuscation="7hsT4"),
        chunk(
            said(
                tool_calls=[
                    {"index": 0, "id": CALL, "type": "function", "function": {"name": "find_visits", "arguments": ""}}
                ]
            )
        ),
        chunk(said(tool_calls=[{"index": 0, "function": {"arguments": '{"patient":'}}])),
        chunk(said(tool_calls=[{"index": 0, "function": {"arguments": '"Ann Example"}'}}])),
        chunk(said("tool_calls")),
        chunk([], usage=ANSWERED["usage"], obfuscation=""),
        b"data: [DONE]\n\n",
    )
)

AZURE_FIRST: Final = (
    b'data: {"choices":[],"created":0,"id":"","model":"","object":"","prompt_filter_results":[{"prompt_index":0,'
    b'"content_filter_results":{"hate":{"filtered":false,"severity":"safe"},"jailbreak":{"detected":false,'
    b'"filtered":false}}}]}\n\n'
)


def texts(parts: Iterable[Part]) -> list[str]:
    return [part.text.reveal() for part in parts]


def test_a_whole_request_is_known_and_every_text_of_it_is_read() -> None:
    document, facts = OPENAI.read_request(Operation.CHAT, json.dumps(CHAT).encode())
    assert document.uninspected == ()
    assert texts(document.parts) == [
        "Answer in one sentence.",
        "dr-example",
        "When was Ann Example seen?",
        CALL,
        "find_visits",
        "patient",
        "Ann Example",
        "mrn",
        "1000042",
        CALL,
        "visits",
        "date",
        "2026-03-04",
        "seen_by",
        "Dr. Sample",
        "find_visits",
        "Visits of one patient",
        "patient",
        "mrn",
        "patient",
        "\n\n",
        "ward",
        "7 East",
        "u-100042",
    ]
    assert (facts.stream, facts.max_tokens, len(facts.tools), len(facts.tool_calls)) == (True, 400, 1, 1)


def test_a_whole_answer_is_known() -> None:
    document, facts = OPENAI.read_answer(Operation.CHAT, json.dumps(ANSWERED).encode(), FACTS)
    assert document.uninspected == ()
    assert texts(document.parts) == [
        "chatcmpl-CV0aB3dE5gH7jK9mN1pQ3sT5vW7yZ",
        "gpt-5-mini-2026-08-07",
        "Ann Example was seen on 2026-03-04.",
        "fp_44709d6fcb",
    ]
    assert (facts.finish_reasons, facts.input_tokens, facts.output_tokens) == (("stop",), 92, 17)


def test_a_whole_stream_is_known_and_passes_as_it_came_save_for_the_padding() -> None:
    stream = OPENAI.stream(Operation.CHAT, FACTS)
    assert stream is not None
    events = (*stream.push(STREAMED), *stream.finish())
    assert all(event.uninspected == () for event in events)
    assert texts(part for event in events for part in event.parts) == [
        "chatcmpl-CV0aB3dE5gH7jK9mN1pQ3sT5vW7yZ",
        "gpt-5-mini-2026-08-07",
        CALL,
        "find_visits",
    ]
    passed = [event.rendered({piece.channel: piece.text for piece in event.pieces}, {}) for event in events]
    expected = STREAMED
    for padding in (b"Kd8f", b"pQ", b"7hsT4"):
        expected = expected.replace(b'"obfuscation": "%s"' % padding, b'"obfuscation": ""')
    assert b"".join(passed) == expected
    assert stream.facts.finish_reasons == ("tool_calls",)
    assert (stream.facts.input_tokens, stream.facts.output_tokens) == (92, 17)


def test_what_is_passed_and_carried_reads_as_chunks_to_the_sdk() -> None:
    stream = OPENAI.stream(Operation.CHAT, FACTS)
    assert stream is not None
    for event in stream.push(STREAMED):
        event.rendered({}, {})
        for piece in event.pieces:
            raw = stream.carrying(piece.channel, Sealed("X"))
            carried = chat.ChatCompletionChunk.model_validate_json(raw.removeprefix(b"data: "))
            assert (carried.id, carried.model) == ("chatcmpl-CV0aB3dE5gH7jK9mN1pQ3sT5vW7yZ", "gpt-5-mini-2026-08-07")
            assert "X" in carried.choices[0].delta.model_dump_json()


def test_azure_s_first_event_has_no_text_and_passes() -> None:
    stream = OPENAI.stream(Operation.CHAT, FACTS)
    assert stream is not None
    (event,) = stream.push(AZURE_FIRST)
    assert (event.parts, event.uninspected) == ((), ())
    assert event.rendered({}, {}) == AZURE_FIRST


@pytest.mark.parametrize(
    "body",
    [
        {"error": {"message": "Rate limit reached", "type": "tokens", "param": None, "code": "rate_limit_exceeded"}},
        {"error": {"message": "You exceeded your quota", "type": "insufficient_quota", "param": None, "code": None}},
    ],
)
def test_an_error_is_known(body: Any) -> None:
    for operation in (Operation.CHAT, Operation.EMBEDDINGS):
        document, _ = OPENAI.read_answer(operation, json.dumps(body).encode(), FACTS)
        assert document.uninspected == ()
        assert body["error"]["message"] in texts(document.parts)


def test_embeddings_are_known() -> None:
    asked = {"model": "text-embedding-3-small", "input": ["Ann Example"], "encoding_format": "float", "user": "u-1"}
    document, _ = OPENAI.read_request(Operation.EMBEDDINGS, json.dumps(asked).encode())
    assert (texts(document.parts), document.uninspected) == (["Ann Example", "u-1"], ())
    ids, _ = OPENAI.read_request(Operation.EMBEDDINGS, b'{"model":"text-embedding-3-small","input":[[40,2883]]}')
    assert [one.why for one in ids.uninspected] == [Inspectability.TOKEN_IDS]


# Members of the SDK that a table leaves out on purpose would stand here; there is none.
MEMBERS: Final[Mapping[str, tuple[Iterable[str], Shape]]] = {
    "request": (completion_create_params.CompletionCreateParamsBase.__annotations__, REQUEST),
    "answer": (chat.ChatCompletion.model_fields, ANSWER),
    "choice": (chat_completion.Choice.model_fields, ANSWER.member("choices").item),
    "message": (chat.ChatCompletionMessage.model_fields, ANSWER.member("choices").item.member("message")),
    "user message": (chat.ChatCompletionUserMessageParam.__annotations__, REQUEST.member("messages").item),
    "assistant message": (chat.ChatCompletionAssistantMessageParam.__annotations__, REQUEST.member("messages").item),
    "tool message": (chat.ChatCompletionToolMessageParam.__annotations__, REQUEST.member("messages").item),
    "chunk": (chat.ChatCompletionChunk.model_fields, CHUNK),
    "chunk choice": (chat_completion_chunk.Choice.model_fields, CHUNK.member("choices").item),
    "delta": (chat_completion_chunk.ChoiceDelta.model_fields, CHUNK.member("choices").item.member("delta")),
    "usage": (sdk.CompletionUsage.model_fields, ANSWER.member("usage")),
    "embed": (sdk.EmbeddingCreateParams.__annotations__, EMBED),
    "vectors": (sdk.CreateEmbeddingResponse.model_fields, VECTORS),
    "vector": (sdk.Embedding.model_fields, VECTORS.member("data").item),
}


@pytest.mark.parametrize(("names", "shape"), MEMBERS.values(), ids=MEMBERS.keys())
def test_a_table_has_every_member_that_the_sdk_knows(names: Iterable[str], shape: Shape) -> None:
    assert set(names) - set(shape.members) == set()
