"""The official OpenAI SDK, unmodified: only its base URL, its key and whom it trusts are set."""

import json
import ssl
from collections.abc import Iterator

import openai
import pytest
from openai.types.chat import ChatCompletionMessageFunctionToolCall

from tests.e2e import planted
from tests.e2e.bodies import answering, asked, call, completion, cut, embedded, failure, streamed, streaming
from tests.e2e.provider import Providers
from tests.e2e.stack import Gate
from tests.e2e.wire import Door


def sdk(door: Door) -> openai.OpenAI:
    context = ssl.create_default_context(cafile=str(door.ca))
    return openai.OpenAI(
        base_url=f"https://{door.host}:{door.port}/v1",
        api_key=door.token,
        http_client=openai.DefaultHttpxClient(verify=context),
        max_retries=0,
        timeout=30,
    )


@pytest.fixture
def client(gate: Gate) -> Iterator[openai.OpenAI]:
    with sdk(gate.door) as client:
        yield client


def said(client: openai.OpenAI, text: str = planted.PROMPT, model: str = "demo-chat") -> str | None:
    answer = client.chat.completions.create(model=model, messages=[{"role": "user", "content": text}])
    return answer.choices[0].message.content


def test_a_chat(client: openai.OpenAI, providers: Providers) -> None:
    assert said(client) == planted.RESTORED
    assert [asked(one) for one in providers.requests] == [planted.MASKED]


def test_a_stream(client: openai.OpenAI, providers: Providers) -> None:
    providers.begin(streaming(*cut(streamed("[NAME_1], MRN [MRN_1], is well."), 11)))
    chunks = client.chat.completions.create(
        model="demo-chat", messages=[{"role": "user", "content": planted.PROMPT}], stream=True
    )
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
    assert text == f"{planted.NAME}, MRN {planted.MRN}, is well."


def test_a_stream_with_the_sdks_own_helper(client: openai.OpenAI, providers: Providers) -> None:
    providers.begin(streaming(streamed("Hello [NAME_1].")))
    with client.chat.completions.stream(
        model="demo-chat", messages=[{"role": "user", "content": planted.PROMPT}]
    ) as stream:
        final = stream.get_final_completion()
    assert final.choices[0].message.content == f"Hello {planted.NAME}."


def test_a_tool_call(client: openai.OpenAI, providers: Providers) -> None:
    providers.begin(answering(completion(None, calls=[call("send_letter", {"to": "[NAME_1]"})])))
    answer = client.chat.completions.create(
        model="demo-chat",
        messages=[{"role": "user", "content": planted.PROMPT}],
        tools=[{"type": "function", "function": {"name": "send_letter", "parameters": {"type": "object"}}}],
    )
    calls = answer.choices[0].message.tool_calls
    called = calls[0] if calls else None
    assert isinstance(called, ChatCompletionMessageFunctionToolCall)
    assert json.loads(called.function.arguments) == {"to": "[NAME_1]"}


def test_embeddings(client: openai.OpenAI, providers: Providers) -> None:
    providers.begin(answering(embedded(2)))
    texts = [f"Seen: {planted.NAME}.", "Nothing to see."]
    answer = client.embeddings.with_raw_response.create(model="demo-embed", input=texts, encoding_format="float")
    assert [row.embedding for row in answer.parse().data] == [[0.125, -0.5], [0.125, -0.5]]
    assert answer.headers["x-wardgate-exchange"]
    assert json.loads(providers.requests[0].body)["input"] == ["Seen: [NAME].", "Nothing to see."]


def test_a_bad_token_is_an_authentication_error(gate: Gate, providers: Providers) -> None:
    with sdk(gate.door) as client, pytest.raises(openai.AuthenticationError) as raised:
        said(client.with_options(api_key="not-a-token"), planted.REFUSED)
    assert (raised.value.code, raised.value.type) == ("unauthenticated", "authentication_error")
    assert providers.heard_bytes == 0


def test_a_denial_is_a_permission_error_with_its_reasons(client: openai.OpenAI, providers: Providers) -> None:
    with pytest.raises(openai.PermissionDeniedError) as raised:
        said(client, planted.REFUSED, model="nobaa-chat")
    assert (raised.value.code, raised.value.type) == ("policy_denied", "permission_error")
    body = raised.value.body
    assert isinstance(body, dict)
    assert [reason["id"] for reason in body["reasons"]] == ["provider_without_baa"]
    assert body["decision_id"]
    assert providers.heard_bytes == 0


def test_what_is_not_served_is_a_not_found_error(client: openai.OpenAI, providers: Providers) -> None:
    with pytest.raises(openai.NotFoundError) as raised:
        client.responses.create(model="demo-chat", input=planted.REFUSED)
    assert raised.value.code == "unknown_endpoint"
    assert providers.heard_bytes == 0


def test_a_query_string_with_an_identifier_is_a_bad_request_error(client: openai.OpenAI, providers: Providers) -> None:
    with pytest.raises(openai.BadRequestError) as raised:
        said(client.with_options(default_query={"ssn": planted.SSN}), planted.REFUSED)
    assert raised.value.code == "identifier_in_url"
    assert providers.heard_bytes == 0


def test_a_providers_rate_limit_is_a_rate_limit_error(client: openai.OpenAI, providers: Providers) -> None:
    providers.begin(answering(failure("Slow down.", "requests"), status=429, headers=(("retry-after", "7"),)))
    with pytest.raises(openai.RateLimitError) as raised:
        said(client)
    assert raised.value.response.headers["retry-after"] == "7"


def test_an_answer_that_is_withheld_is_a_status_error(client: openai.OpenAI, providers: Providers) -> None:
    providers.begin(answering(b"\x89PNG", content_type="image/png"))
    with pytest.raises(openai.APIStatusError) as raised:
        said(client)
    assert (raised.value.status_code, raised.value.code) == (502, "answer_uninspectable")


def test_an_error_in_a_stream_is_raised_by_the_sdk(client: openai.OpenAI, providers: Providers) -> None:
    providers.begin(streaming(streamed("Hello.")[:200] + b"\n\n", b"data: {broken\n\n"))
    with pytest.raises(openai.APIError) as raised:
        for _ in client.chat.completions.create(
            model="demo-chat", messages=[{"role": "user", "content": planted.PROMPT}], stream=True
        ):
            pass
    assert raised.value.code == "answer_malformed"
