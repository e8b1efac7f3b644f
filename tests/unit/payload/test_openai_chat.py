"""Chat completions, not streamed."""

import json
from typing import Any

import pytest

from extproc.errors import MalformedBody
from extproc.payload.document import JsonDocument
from extproc.payload.openai_chat import read_answer, read_request
from extproc.payload.part import AnswerFacts, Facts, Inspectability, Role, Spot
from extproc.sealed import Sealed

PLAIN = Facts(model=Sealed("m"), stream=False)


def request(**members: Any) -> tuple[JsonDocument, Facts]:
    return read_request(json.dumps({"model": "gpt-5", **members}).encode())


def answer(*, facts: Facts = PLAIN, **members: Any) -> tuple[JsonDocument, AnswerFacts]:
    return read_answer(json.dumps(members).encode(), facts)


def seen(document: JsonDocument) -> list[tuple[str, str]]:
    return [(part.pattern, part.text.reveal()) for part in document.parts]


@pytest.mark.parametrize("model", ["gpt-5", "meta-llama/Llama-3.1-8B@main", "ft:gpt-4o:org::abc"])
def test_a_model_name_is_no_part_and_is_sealed_in_the_facts(model: str) -> None:
    document, facts = request(model=model)
    assert document.parts == ()
    assert facts.model == Sealed(model)


def test_a_model_that_is_a_sentence_is_a_text() -> None:
    document, _ = request(model="for Jane Example")
    assert seen(document) == [("/model", "for Jane Example")]


@pytest.mark.parametrize(
    ("members", "stream"),
    [({}, False), ({"stream": None}, False), ({"stream": False}, False), ({"stream": True}, True)],
)
def test_only_true_streams(members: dict[str, Any], stream: bool) -> None:
    assert request(**members)[1].stream is stream


@pytest.mark.parametrize("stream", ["true", 1, [], {}])
def test_a_stream_that_a_provider_might_take_for_true_is_refused(stream: Any) -> None:
    with pytest.raises(MalformedBody):
        request(stream=stream)


@pytest.mark.parametrize("body", [b"[]", b'"x"', b"[1]", b"null"])
def test_a_request_is_an_object(body: bytes) -> None:
    with pytest.raises(MalformedBody):
        read_request(body)


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({}, None),
        ({"max_tokens": 10}, 10),
        ({"max_tokens": 10, "max_completion_tokens": 0}, 0),
        ({"max_tokens": 1.5}, None),
        ({"max_tokens": "10"}, None),
    ],
)
def test_the_newer_limit_of_tokens_wins(members: dict[str, Any], expected: int | None) -> None:
    assert request(**members)[1].max_tokens == expected


def test_facts_count_roles_and_name_tools_sealed() -> None:
    _, facts = request(
        messages=[
            {"role": "system", "content": "a"},
            {"role": "user", "content": "b"},
            {"role": "user", "content": "c"},
            {"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "f", "arguments": "{}"}}]},
            {"role": "assistant", "function_call": {"name": "old", "arguments": ""}},
            {"role": "function", "name": "old", "content": "d"},
            {"role": "Jane"},
        ],
        tools=[{"type": "function", "function": {"name": "f"}}, {"type": "custom", "custom": {"name": "g"}}, {}],
        functions=[{"name": "h"}],
        response_format={"type": "json_object"},
    )
    assert facts.roles == {Role.SYSTEM: 1, Role.USER: 2, Role.ASSISTANT: 2, Role.TOOL: 1, Role.NONE: 1}
    assert facts.tools == (Sealed("f"), Sealed("g"), Sealed("h"))
    assert facts.tool_calls == (Sealed("f"), Sealed("old"))
    assert facts.json_answer


@pytest.mark.parametrize("kind", ["text", "json", ""])
def test_other_formats_are_no_json_answer(kind: str) -> None:
    assert not request(response_format={"type": kind})[1].json_answer


def test_a_schema_s_own_words_are_no_parts_and_the_caller_s_are() -> None:
    parameters = {"type": "object", "properties": {"mrn": {"type": "string", "description": "of Jane"}}}
    document, _ = request(tools=[{"type": "function", "function": {"name": "f", "parameters": parameters}}])
    at = "/tools/*/function/parameters/**"
    assert seen(document) == [("/tools/*/function/name", "f"), (at, "mrn"), (at, "of Jane")]


def test_settings_of_the_api_leave_nothing_to_inspect() -> None:
    document, _ = request(
        temperature=0.25,
        seed=123456789,
        n=2,
        tool_choice="auto",
        parallel_tool_calls=True,
        logprobs=True,
        top_logprobs=3,
        stream_options={"include_usage": True, "include_obfuscation": False},
        modalities=["text", "audio"],
        audio={"voice": "ash", "format": "wav"},
        reasoning_effort="low",
        verbosity="high",
        service_tier="auto",
        store=False,
        prompt_cache_retention="24h",
        response_format={"type": "json_schema", "json_schema": {"strict": True, "schema": {"type": "object"}}},
        web_search_options={"search_context_size": "low"},
    )
    assert document.parts == ()
    assert document.uninspected == ()


def test_ids_of_calls_are_exempt_only_in_their_own_grammar() -> None:
    def with_id(call: str) -> list[tuple[str, str]]:
        return seen(request(messages=[{"role": "tool", "tool_call_id": call}])[0])

    assert with_id("call_aB3dE5gH7jK9mN1pQ3sT5vW7") == []
    assert with_id("chatcmpl-tool-0123456789abcdef0123456789abcdef") == []
    for call in ("call_219-09-9999", "call_219099999", "call_000219099999", "Jane Example", "call_Jane Example"):
        assert with_id(call) == [("/messages/*/tool_call_id", call)]


def test_media_are_uninspected() -> None:
    content = [
        {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA", "detail": "low"}},
        {"type": "input_audio", "input_audio": {"data": "AAAA" * 100, "format": "wav"}},
        {"type": "file", "file": {"file_data": "data:application/pdf;base64,AAAA", "filename": "jane.pdf"}},
        {"type": "file", "file": {"file_id": "file-jane"}},
    ]
    document, _ = request(messages=[{"role": "user", "content": content}])
    assert [(one.why, one.media_type) for one in document.uninspected] == [
        (Inspectability.MEDIA, "image/png"),
        (Inspectability.MEDIA, "audio/wav"),
        (Inspectability.MEDIA, "application/pdf"),
        (Inspectability.MEDIA, ""),
    ]
    at = "/messages/*/content/*/file/"
    assert seen(document) == [(at + "filename", "jane.pdf"), (at + "file_id", "file-jane")]


def test_an_answer_says_how_it_ended_and_what_it_cost() -> None:
    document, facts = answer(
        choices=[
            {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "hello"}},
            {
                "index": 1,
                "finish_reason": "Jane",
                "message": {"role": "assistant", "tool_calls": [{"function": {"name": "f", "arguments": '{"a":"b"}'}}]},
            },
            {"index": 2, "finish_reason": None, "message": {}},
        ],
        usage={"prompt_tokens": 12, "completion_tokens": 34, "total_tokens": 46},
    )
    assert facts == AnswerFacts(("stop", ""), 12, 34, (Sealed("f"),))
    assert document.parts[0].role is Role.ASSISTANT
    assert ("/choices/*/finish_reason", "Jane") in seen(document)


def test_the_content_of_a_json_answer_is_json_prose_where_it_is_cut() -> None:
    facts = Facts(model=Sealed("m"), stream=False, json_answer=True)
    cut, _ = answer(facts=facts, choices=[{"message": {"content": '{"a": "Ja'}}])
    whole, _ = answer(facts=facts, choices=[{"message": {"content": '{"a": "Jane"}'}}])
    assert [part.spot for part in cut.parts] == [Spot.JSON_PROSE]
    assert [part.spot for part in whole.parts] == [Spot.STRUCTURE, Spot.PROSE]


def test_logprobs_go_when_a_text_is_changed_and_are_counted() -> None:
    logprobs = {"content": [{"token": "Jane", "logprob": -0.1, "bytes": [74, 97], "top_logprobs": []}]}
    choices = [{"index": 0, "logprobs": logprobs, "message": {"role": "assistant", "content": "Jane"}}]
    document, _ = answer(choices=choices)
    assert seen(document) == [("/choices/*/message/content", "Jane")]
    assert [(one.pattern, one.why) for one in document.uninspected] == [
        ("/choices/*/logprobs", Inspectability.UNKNOWN_FIELD)
    ]
    assert b"Jane" not in document.with_texts({0: Sealed("X")})
    assert json.loads(document.with_texts({}))["choices"] == choices


def test_an_error_body_is_read_too() -> None:
    document, facts = answer(
        error={"message": "no Jane", "type": "invalid_request_error", "param": None, "code": "jane_x"}
    )
    assert seen(document) == [("/error/message", "no Jane"), ("/error/code", "jane_x")]
    assert facts == AnswerFacts()


def test_a_known_code_of_an_error_is_no_text() -> None:
    document, _ = answer(error={"message": "", "type": "requests", "code": "rate_limit_exceeded"})
    assert document.parts == ()


def test_an_answer_outside_the_schema_is_unknown_and_one_that_is_no_json_is_refused() -> None:
    document, facts = read_answer(b'["Jane"]', PLAIN)
    assert seen(document) == [("/?", "Jane")]
    assert [one.why for one in document.uninspected] == [Inspectability.UNKNOWN_FIELD]
    assert facts == AnswerFacts()
    with pytest.raises(MalformedBody):
        read_answer(b"<html>", PLAIN)
