"""Tools: their arguments stay JSON, masked on the way out, and restored only for the tools that the policy names."""

import json

import pytest

from tests.e2e import planted
from tests.e2e.bodies import answering, arguments_of, call, chat, completion, cut, streamed_call, streaming
from tests.e2e.provider import Providers
from tests.e2e.settings import NAMED_TOOL
from tests.e2e.stack import Gate
from tests.e2e.wire import ask

TOOLS = [
    {
        "type": "function",
        "function": {
            "name": name,
            "description": "Does something for a patient.",
            "parameters": {"type": "object", "properties": {"to": {"type": "string"}, "note": {"type": "string"}}},
        },
    }
    for name in ("send_letter", NAMED_TOOL)
]
SAID = {"to": "[NAME_1]", "note": 'He said "hello" to [NAME_1] \\ [MRN_1]'}
NAMED = {"to": planted.NAME, "note": f'He said "hello" to {planted.NAME} \\ {planted.MRN}'}


def test_arguments_in_the_history_reach_the_provider_masked_and_as_json(gate: Gate, providers: Providers) -> None:
    history = [
        {"role": "user", "content": "Write to the patient."},
        {"role": "assistant", "content": None, "tool_calls": [call("send_letter", {"to": f"Ms. {planted.NAME}"})]},
        {"role": "tool", "tool_call_id": "call_1", "content": json.dumps({"sent_to": planted.EMAIL})},
    ]
    body = json.dumps({"model": "demo-chat", "messages": history, "tools": TOOLS}).encode()
    assert ask(gate.door, body).status == 200
    _, assistant, tool = json.loads(providers.requests[0].body)["messages"]
    assert json.loads(assistant["tool_calls"][0]["function"]["arguments"]) == {"to": "Ms. [NAME_1]"}
    assert json.loads(tool["content"]) == {"sent_to": "[EMAIL_1]"}


@pytest.mark.parametrize(("tool", "read"), [("send_letter", SAID), (NAMED_TOOL, NAMED)])
def test_arguments_are_restored_for_the_tools_that_the_policy_names_and_no_others(
    gate: Gate, providers: Providers, tool: str, read: dict[str, str]
) -> None:
    providers.begin(answering(completion(None, calls=[call(tool, SAID)])))
    answer = ask(gate.door, chat(planted.PROMPT, tools=TOOLS))
    function = answer.json["choices"][0]["message"]["tool_calls"][0]["function"]
    assert (function["name"], json.loads(function["arguments"])) == (tool, read)


@pytest.mark.parametrize("size", [1, 5, 64, 10_000])
@pytest.mark.parametrize(("tool", "read"), [("send_letter", SAID), (NAMED_TOOL, NAMED)])
def test_streamed_arguments_are_treated_the_same_however_they_are_cut(
    gate: Gate, providers: Providers, tool: str, read: dict[str, str], size: int
) -> None:
    providers.begin(streaming(*cut(streamed_call(tool, json.dumps(SAID)), size)))
    answer = ask(gate.door, chat(planted.PROMPT, tools=TOOLS, stream=True))
    assert json.loads(arguments_of(answer.body)) == read


def test_an_identifier_that_the_model_puts_into_arguments_is_masked_by_the_answers_plan(
    gate: Gate, providers: Providers
) -> None:
    providers.begin(answering(completion(None, calls=[call("send_letter", {"note": f"SSN {planted.FOREIGN_SSN}"})])))
    answer = ask(gate.door, chat(planted.CLEAN, tools=TOOLS))
    function = answer.json["choices"][0]["message"]["tool_calls"][0]["function"]
    assert json.loads(function["arguments"]) == {"note": "SSN "}
