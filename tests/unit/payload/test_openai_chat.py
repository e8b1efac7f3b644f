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


@pytest.mark.parametrize("model", ["gpt-5", "meta-llama/Llama-3.1-8B@main", "Maria.Lopez:SSN:219-09-9999", "for Jane"])
def test_a_model_that_the_settings_must_list_is_no_part_and_is_sealed_in_the_facts(model: str) -> None:
    document, facts = request(model=model)
    assert document.parts == ()
    assert facts.model == Sealed(model)


def test_any_other_model_is_a_text() -> None:
    name = "Maria.Lopez:SSN:219-09-9999"
    assert seen(request(moderation={"model": name})[0]) == [("/moderation/model", name)]
    assert seen(answer(model=name)[0]) == [("/model", name)]
    assert seen(request(moderation={"model": "omni-moderation-latest"})[0]) == []


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
        seed=1234,
        max_tokens=128000,
        max_completion_tokens=32000,
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


@pytest.mark.parametrize(
    "call", ["call_aB3dE5gH7jK9mN1pQ3sT5vW7", "call_MariaLopez19700412", "call_mrn0012345678", "call_SSN219099999x"]
)
def test_an_id_is_a_text_in_which_nothing_is_restored(call: str) -> None:
    document, _ = request(
        messages=[{"role": "assistant", "tool_calls": [{"id": call}]}, {"role": "tool", "tool_call_id": call}]
    )
    assert seen(document) == [("/messages/*/tool_calls/*/id", call), ("/messages/*/tool_call_id", call)]
    assert {part.spot for part in document.parts} == {Spot.STRUCTURE}


@pytest.mark.parametrize("name", ["seed", "n", "top_logprobs", "temperature", "presence_penalty"])
@pytest.mark.parametrize("raw", ["219099999", "219099999.0", "2.19099999e8"])
def test_a_number_that_could_be_an_identifier_is_a_text_wherever_it_stands(name: str, raw: str) -> None:
    document, _ = read_request(f'{{"model":"gpt-5","{name}":{raw}}}'.encode())
    assert seen(document) == [(f"/{name}", "219099999")]


@pytest.mark.parametrize("name", ["max_tokens", "max_completion_tokens"])
@pytest.mark.parametrize("raw", ["10000001", "-219099999", "219099999.0", "2.19099999e8", "9" * 5000])
def test_a_limit_of_tokens_that_could_be_an_identifier_is_refused(name: str, raw: str) -> None:
    with pytest.raises(MalformedBody, match=f"The member {name} is above 10000000") as raised:
        read_request(f'{{"model":"gpt-5","{name}":{raw}}}'.encode())
    assert raw not in str(raised.value)


def test_the_greatest_limit_of_tokens_is_a_fact() -> None:
    document, facts = request(max_tokens=10_000_000)
    assert (document.parts, facts.max_tokens) == ((), 10_000_000)


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


def test_counts_of_tokens_that_could_be_identifiers_are_no_facts() -> None:
    document, facts = answer(usage={"prompt_tokens": 219099999, "completion_tokens": -5, "total_tokens": 128000})
    assert facts == AnswerFacts()
    assert seen(document) == [("/usage/prompt_tokens", "219099999")]


def test_the_time_of_an_answer_is_no_text() -> None:
    assert answer(created=1793000000)[0].parts == ()


def test_an_empty_reason_to_end_is_none() -> None:
    assert answer(choices=[{"finish_reason": "", "message": {}}])[1].finish_reasons == ()


def test_arguments_that_are_no_json_are_not_restored() -> None:
    calls = [{"function": {"name": "f", "arguments": text}} for text in ('{"a": "Jane"}', '{"a": "Jane", cut', "Jane")]
    document, _ = answer(choices=[{"message": {"tool_calls": calls}}])
    spots = [
        part.spot for part in document.parts if part.pattern.startswith("/choices/*/message/tool_calls/*/function/a")
    ]
    assert spots == [Spot.STRUCTURE, Spot.TOOL_ARGUMENT, Spot.STRUCTURE, Spot.STRUCTURE]


def test_logprobs_never_pass() -> None:
    logprobs = {"content": [{"token": "Jane", "logprob": -0.1, "bytes": [74, 97], "top_logprobs": []}]}
    choices = [{"index": 0, "logprobs": logprobs, "message": {"role": "assistant", "content": "Jane"}}]
    document, _ = answer(choices=choices)
    assert seen(document) == [("/choices/*/message/content", "Jane")]
    assert document.uninspected == ()
    for changed, expected in (({}, "Jane"), ({0: Sealed("X")}, "X")):
        (choice,) = json.loads(document.with_texts(changed))["choices"]
        assert choice == {"index": 0, "logprobs": None, "message": {"role": "assistant", "content": expected}}


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


@pytest.mark.parametrize(
    "message",
    [
        {"tool_calls": [{"function": {"arguments": "{}"}}]},
        {"tool_calls": [{"type": "custom", "custom": {"input": "x"}}]},
        {"tool_calls": [{}]},
        {"function_call": {"arguments": "{}"}},
    ],
)
def test_a_call_that_names_no_tool_is_a_call(message: dict[str, Any]) -> None:
    _, facts = answer(choices=[{"message": message}])
    assert facts.tool_calls == (Sealed(""),)
