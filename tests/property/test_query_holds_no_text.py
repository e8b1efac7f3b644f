"""Identifiers planted everywhere in a request: the question to the policy, and the records, hold none of them."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from hypothesis import given, settings
from hypothesis import strategies as st

from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.policy.query_document import query_document
from tests.support.exchanges import CLAIMS, HEADERS, NAME, SSN, fresh, head, inspected

PLANTED = (NAME, SSN, "zoe.planted@example.org", "+1 212 555 0142", "MRN-00412345", "planted_zoe", "Ploe\u00f1a")
"""Names, numbers, an address; one that is a word as tools, models and users have; one beyond ASCII."""

words = st.sampled_from(PLANTED) | st.sampled_from(PLANTED).map(lambda one: f"gpt-{one}-x") | st.just("plain")
scalars = words | st.integers(-9, 9) | st.booleans() | st.none()
trees = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
arguments = trees.map(json.dumps) | words
calls = st.fixed_dictionaries(
    {
        "id": words,
        "type": st.just("function"),
        "function": st.fixed_dictionaries({"name": words, "arguments": arguments}),
    }
)
parts = st.fixed_dictionaries({"type": st.just("text"), "text": words}) | st.fixed_dictionaries(
    {"type": st.just("image_url"), "image_url": st.fixed_dictionaries({"url": words})}
)
messages = st.fixed_dictionaries(
    {"role": st.sampled_from(("system", "user", "assistant", "tool", NAME)), "content": words | st.lists(parts)},
    optional={"name": words, "tool_call_id": words, "tool_calls": st.lists(calls, max_size=2), "refusal": words},
)
tools = st.fixed_dictionaries(
    {
        "type": st.just("function"),
        "function": st.fixed_dictionaries(
            {"name": words}, optional={"description": words, "parameters": trees, "strict": st.booleans()}
        ),
    }
)
chats = st.fixed_dictionaries(
    {"model": words | st.just("gpt-test"), "messages": st.lists(messages, max_size=3)},
    optional={
        "user": words,
        "metadata": st.dictionaries(words, words, max_size=2),
        "tools": st.lists(tools, max_size=2),
        "tool_choice": words | trees,
        "stop": words | st.lists(words, max_size=2),
        "response_format": trees,
        "safety_identifier": words,
        "prompt_cache_key": words,
        "reasoning_effort": words,
        NAME: trees,
        "planted_zoe": trees,
    },
)
embeddings = st.fixed_dictionaries(
    {"model": words, "input": words | st.lists(words, max_size=3)}, optional={"user": words}
)
headers = st.dictionaries(
    st.sampled_from(("user-agent", "x-app", "cookie", "openai-organization", "wardgate-break-glass", "referer")),
    words,
)
requests = (
    st.tuples(st.just("/v1/chat/completions"), chats)
    | st.tuples(st.just("/v1/embeddings"), embeddings)
    | st.tuples(st.just("/generic/risk/notes"), trees)
)


def all_of(path: str, body: object, more: Mapping[str, str], query: str) -> list[c.Command]:
    """Every command up to the question, or to the refusal."""
    exchange = fresh()
    opened = head(path + query, headers={**HEADERS, **more}, claims=CLAIMS)
    waiting: list[e.Event] = [e.RequestBody(json.dumps(body).encode(), end=True), opened]
    found: list[c.Command] = []
    while waiting:
        for command in exchange.receive(waiting.pop(), 1_700_000_000_000_000):
            found.append(command)
            match command:
                case c.Inspect():
                    waiting.append(inspected(command))
                case c.AskPolicy() | c.Refuse() | c.Record():
                    waiting.clear()
                case _:
                    pass
    return found


def documents(commands: list[c.Command]) -> list[Any]:
    """All that leaves for the policy, the trail and telemetry."""
    out: list[Any] = []
    for command in commands:
        match command:
            case c.AskPolicy(query):
                out.append(query_document(query))
            case c.Record(entry) | c.Note(entry) | c.Count(entry):
                out.append(entry.body)
            case c.Observe(attributes):
                out.append(attributes)
            case _:
                pass
    return out


@given(requests, headers, st.sampled_from(("", *(f"?q={quote(one)}" for one in PLANTED))))
@settings(max_examples=300)
def test_no_word_of_a_request_stands_in_its_question_or_its_records(
    request: tuple[str, object], more: Mapping[str, str], query: str
) -> None:
    said = json.dumps(documents(all_of(*request, more, query)), ensure_ascii=False)
    assert [one for one in PLANTED if one in said] == []


def test_a_request_that_is_understood_does_reach_the_policy() -> None:
    """Else the property above would hold of nothing."""
    plain = {"model": "gpt-test", "messages": [{"role": "user", "content": f"{NAME} {SSN}"}], "user": NAME}
    [question] = [one for one in all_of("/v1/chat/completions", plain, {}, "") if isinstance(one, c.AskPolicy)]
    assert question.query.phi.total >= 2
