"""The policy's no to an answer, through the real Envoy: an error in the dialect, and nothing behind the event."""

import json
from collections.abc import Iterator

import pytest

from tests.e2e import planted
from tests.e2e.bodies import (
    answering,
    call,
    chat,
    chunks_of,
    completion,
    cut,
    delta,
    echo,
    event,
    streamed,
    streamed_call,
    streaming,
    text_of,
)
from tests.e2e.by_hand import ByHand, by_hand
from tests.e2e.provider import Providers
from tests.e2e.stack import ENGINES
from tests.e2e.test_policy_reload import POLL_S, all_decide, replaced
from tests.e2e.wire import Answer, ask

ENDS = {"roles": {"clinician": {"tools": ["*"], "unknown_tools": "denied", "ends": ["SSN"]}}}
BEFORE = " ".join(f"before-{number:03}" for number in range(100))
BEHIND = " ".join(f"behind-{number:03}" for number in range(100))
ANSWER = f"{BEFORE}. Social security number: {planted.FOREIGN_SSN}. {BEHIND}"


@pytest.fixture(scope="module", params=ENGINES)
def hand(request: pytest.FixtureRequest, providers: Providers) -> Iterator[ByHand]:
    """A gate whose policy ends a clinician's answer at such a number, and at a tool that it does not know."""
    engine: str = request.param
    with by_hand(providers, engine, deadline_ms=5000, poll_s=POLL_S, archive="policy/bundle.tar.gz") as running:
        providers.begin(echo)
        replaced(running, "wardgate/response/data.json", json.dumps(ENDS))
        all_decide(running, 200)
        yield running


def denied_on_record(hand: ByHand, answer: Answer, reason: str) -> None:
    """The decision stands in the trail before the exchange's end."""
    ending = hand.gate.ending(answer.exchange)
    assert (ending["event"], ending["body"]["code"], ending["body"]["status"]) == (
        "exchange.aborted",
        "answer_denied",
        403,
    )
    [decided] = [one["body"] for one in hand.gate.records(answer.exchange) if one["event"] == "response.decided"]
    assert decided["decision"]["verdict"] == "deny"
    assert [one["id"] for one in decided["decision"]["reasons"]] == [reason]
    assert hand.gate.events(answer.exchange)[-2:] == ["response.decided", "exchange.aborted"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (completion(ANSWER), "response_entity"),
        (completion(BEFORE, calls=[call("order_drug", {"note": BEHIND})]), "response_tool_unknown"),
    ],
)
def test_a_denied_answer_is_an_error_of_the_dialect_with_nothing_of_the_answer(
    hand: ByHand, providers: Providers, body: bytes, reason: str
) -> None:
    providers.begin(answering(body))
    answer = ask(hand.gate.door, chat(planted.CLEAN))
    error = answer.json["error"]
    assert (answer.status, answer.whole, error["code"]) == (403, True, "answer_denied")
    assert reason in answer.body.decode()
    assert answer.headers["content-type"] == "application/json"
    assert not planted.found(answer.body)
    assert not [word for word in (b"before-", b"behind-", b"order_drug", b"chatcmpl") if word in answer.body]
    denied_on_record(hand, answer, reason)


def test_a_denied_answer_of_another_dialect_is_an_error_of_that_one(hand: ByHand, providers: Providers) -> None:
    providers.begin(answering(json.dumps({"summary": ANSWER}).encode()))
    answer = ask(hand.gate.door, json.dumps({"text": planted.CLEAN}).encode(), "/generic/notes/summarise")
    assert (answer.status, answer.code) == (403, "answer_denied")
    assert not planted.found(answer.body)
    assert b"before-" not in answer.body
    denied_on_record(hand, answer, "response_entity")


@pytest.mark.parametrize("size", [7, 100_000])
def test_a_denied_stream_ends_with_an_error_event_and_without_a_byte_from_behind(
    hand: ByHand, providers: Providers, size: int
) -> None:
    """However it is cut: what the caller read is a beginning of what stood before the number."""
    providers.begin(streaming(*cut(streamed(ANSWER, each=11), size)))
    answer = ask(hand.gate.door, chat(planted.CLEAN, stream=True))
    assert (answer.status, answer.whole) == (200, True)
    assert answer.body.endswith(event("[DONE]"))
    *_, error = chunks_of(answer.body)
    assert error["error"]["code"] == "answer_denied"
    assert "response_entity" in json.dumps(error)
    said = text_of(answer.body)
    assert ANSWER[: ANSWER.index(planted.FOREIGN_SSN)].startswith(said)
    assert said.startswith("before-000 before-001")
    assert b"behind" not in answer.body
    assert not planted.found(answer.body)
    denied_on_record(hand, answer, "response_entity")


def test_a_denied_tool_call_of_a_stream_is_never_named(hand: ByHand, providers: Providers) -> None:
    opening = event(delta({"role": "assistant", "content": f"{BEFORE}. "}))
    providers.begin(streaming(opening, streamed_call("order_drug", json.dumps({"note": BEHIND}))))
    answer = ask(hand.gate.door, chat(planted.CLEAN, stream=True))
    assert chunks_of(answer.body)[-1]["error"]["code"] == "answer_denied"
    assert not [word for word in (b"order_drug", b"tool_calls", b"behind-") if word in answer.body]
    denied_on_record(hand, answer, "response_tool_unknown")


def test_what_the_policy_allows_of_an_answer_reaches_the_caller_whole(hand: ByHand, providers: Providers) -> None:
    """A near miss: another kind of identifier is asked about too, and goes on to a clinician."""
    text = f"{BEFORE}. {planted.FOREIGN_NAME} is well. {BEHIND}"
    providers.begin(streaming(streamed(text, each=11)))
    answer = ask(hand.gate.door, chat(planted.CLEAN, stream=True))
    assert text_of(answer.body) == text
    assert hand.gate.ending(answer.exchange)["event"] == "exchange.completed"
    [decided] = [one["body"] for one in hand.gate.records(answer.exchange) if one["event"] == "response.decided"]
    assert decided["decision"]["verdict"] == "allow"
