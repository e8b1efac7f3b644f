"""The policy is asked about an answer at events, and what stands behind one waits for its word."""

import json
from dataclasses import replace

import pytest

from extproc.audit.record import Event
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange.machine import Exchange
from extproc.policy.answer import AnswerDecision
from extproc.policy.decision import Effect, Reason, Verdict
from tests.support.exchanges import DECISION_ID, GATE, NAME, SSN, chat, decided, fresh, inspected, play

ASKING = replace(GATE, asks_of_answers=True, known_tools=frozenset({"find"}))
NO = Reason("response_entity", Effect.DENY, "The answer holds what you may not be shown.", "45 CFR 164.502(b)")
JSON_HEAD = e.ResponseHead(200, {"content-type": "application/json"})
EVENTS_HEAD = e.ResponseHead(200, {"content-type": "text/event-stream"})


def said(verdict: Verdict, number: int = 1) -> e.AnswerDecided:
    reasons = (NO,) if verdict is Verdict.DENY else ()
    return e.AnswerDecided(AnswerDecision(f"{DECISION_ID}.{number}", verdict, reasons, "sha256:policy"))


def forwarded(text: str = "Hello.", *, stream: bool = False, asks: bool = True) -> Exchange:
    exchange = fresh(ASKING if asks else GATE)
    decided(exchange, chat(text, stream))
    return exchange


def answer(text: str, *tools: str) -> e.ResponseBody:
    calls = [{"id": "c", "type": "function", "function": {"name": one, "arguments": "{}"}} for one in tools]
    message = {"role": "assistant", "content": text, **({"tool_calls": calls} if calls else {})}
    choice = {"index": 0, "message": message, "finish_reason": "tool_calls" if calls else "stop"}
    return e.ResponseBody(json.dumps({"id": "1", "choices": [choice]}).encode(), end=True)


def question(commands: list[c.Command]) -> c.AskOfAnswer:
    [asked] = [one for one in commands if isinstance(one, c.AskOfAnswer)]
    return asked


COLLECTED = (JSON_HEAD,)


def test_an_answer_with_nothing_new_is_asked_about_by_nobody() -> None:
    play(forwarded(), JSON_HEAD, answer("All is well."), c.Inspect, e.Inspected, c.SetDeadline, c.Record)
    play(forwarded(f"{NAME}."), JSON_HEAD, answer(f"{NAME} is well."), c.Inspect, e.Inspected, c.SetDeadline, c.Record)


def test_where_the_policy_has_nothing_to_say_of_answers_it_is_not_asked() -> None:
    exchange = forwarded(asks=False)
    play(exchange, JSON_HEAD, answer(f"{NAME}, {SSN}", "find"), c.Inspect, e.Inspected, c.SetDeadline, c.Record)


def test_a_new_kind_of_identifier_is_asked_about_before_anything_goes_out() -> None:
    exchange = forwarded(f"{NAME}.")
    commands = play(exchange, JSON_HEAD, answer(f"{NAME}, {SSN}"), c.Inspect, e.Inspected, c.AskOfAnswer)
    query = question(commands).query
    assert query.decision_id == f"{DECISION_ID}.1"
    assert {entity.value: found.count for entity, found in query.phi.entities.items()} == {"NAME": 1, "SSN": 1}
    assert (query.phi.subjects, query.headers_sent, query.status, query.provider) == (1, False, 200, "cloud")
    commands = play(exchange, said(Verdict.ALLOW), c.Record, e.Recorded(), c.SetDeadline, c.Record)
    assert isinstance(commands[0], c.Record)
    assert (commands[0].entry.event, commands[0].entry.ends) == (Event.RESPONSE_DECIDED, False)
    assert commands[0].entry.body["policy_revision"] == "sha256:policy"
    play(exchange, e.Recorded(), c.ReleaseHead, c.ReleaseBody, c.Observe)


def test_a_tool_call_is_asked_about_and_only_listed_names_are_said() -> None:
    exchange = forwarded()
    commands = play(exchange, JSON_HEAD, answer("", "find", NAME), c.Inspect, e.Inspected, c.AskOfAnswer)
    query = question(commands).query
    assert (query.tool_calls.count, query.tool_calls.names, query.tool_calls.unknown) == (2, ("find",), 1)
    assert query.finish_reason == "tool_calls"


def test_a_denied_answer_is_refused_with_its_reasons_and_none_of_it_goes_out() -> None:
    exchange = forwarded()
    commands = play(
        exchange,
        *(JSON_HEAD, answer(f"{NAME} is well."), c.Inspect, e.Inspected, c.AskOfAnswer),
        *(said(Verdict.DENY), c.Note, c.SetDeadline, c.Record, e.Recorded(), c.Refuse, c.Observe),
    )
    refuse = commands[-2]
    assert isinstance(refuse, c.Refuse)
    assert (refuse.status, refuse.code) == (403, "answer_denied")
    assert b"response_entity" in refuse.body
    assert NAME.encode() not in refuse.body
    noted = commands[2]
    assert isinstance(noted, c.Note)
    assert noted.entry.event is Event.RESPONSE_DECIDED


@pytest.mark.parametrize("code", ["policy_unavailable", "policy_malformed"])
def test_a_policy_that_fails_withholds_the_answer(code: str) -> None:
    exchange = forwarded()
    play(exchange, JSON_HEAD, answer(f"{NAME}."), c.Inspect, e.Inspected, c.AskOfAnswer)
    commands = play(exchange, e.PolicyFailed(code), c.SetDeadline, c.Record, e.Recorded(), c.Refuse, c.Observe)
    assert isinstance(commands[-2], c.Refuse)
    assert commands[-2].code == code


def test_an_answer_whose_decision_cannot_be_recorded_is_withheld() -> None:
    exchange = forwarded()
    play(exchange, JSON_HEAD, answer(f"{NAME}."), c.Inspect, e.Inspected, c.AskOfAnswer, said(Verdict.ALLOW), c.Record)
    commands = play(exchange, e.RecordFailed(), c.SetDeadline, c.Record, e.RecordFailed(), c.Refuse, c.Observe)
    assert isinstance(commands[-2], c.Refuse)
    assert commands[-2].code == "audit_unavailable"


@pytest.mark.parametrize("recording", [False, True])
@pytest.mark.parametrize(
    ("end", "code"), [(e.DeadlinePassed(), "deadline_passed"), (e.RecordFailed(), "audit_unavailable")]
)
def test_what_goes_wrong_while_a_question_is_open_withholds_the_whole_answer(
    end: e.Event, code: str, recording: bool
) -> None:
    exchange = forwarded()
    play(exchange, JSON_HEAD, answer(f"{NAME}."), c.Inspect, e.Inspected, c.AskOfAnswer)
    if recording:
        play(exchange, said(Verdict.ALLOW), c.Record)
    commands = play(exchange, end, c.SetDeadline, c.Record, e.Recorded(), c.Refuse, c.Observe)
    [entry] = [one.entry for one in commands if isinstance(one, c.Record)]
    assert (entry.event, entry.ends, entry.body["code"]) == (Event.EXCHANGE_ABORTED, True, code)
    assert isinstance(commands[-2], c.Refuse)
    assert NAME.encode() not in commands[-2].body


@pytest.mark.parametrize("recording", [False, True])
def test_who_is_gone_while_a_question_is_open_is_recorded_as_gone(recording: bool) -> None:
    exchange = forwarded()
    play(exchange, JSON_HEAD, answer(f"{NAME}."), c.Inspect, e.Inspected, c.AskOfAnswer)
    if recording:
        play(exchange, said(Verdict.ALLOW), c.Record)
    commands = play(exchange, e.Disconnected(), c.Note, c.Observe)
    assert isinstance(commands[0], c.Note)
    assert (commands[0].entry.ends, commands[0].entry.body["code"]) == (True, "disconnected")
    play(exchange, e.Recorded())


# Streams


def piece(text: str = "", tool: str = "", finish: str = "") -> bytes:
    delta: dict[str, object] = {"content": text} if text else {}
    if tool:
        function = {"name": tool, "arguments": "{}"}
        delta["tool_calls"] = [{"index": 0, "id": "c", "type": "function", "function": function}]
    choice = {"index": 0, "delta": delta, **({"finish_reason": finish} if finish else {})}
    return f"data: {json.dumps({'choices': [choice]})}\n\n".encode()


def run(exchange: Exchange, *events: e.Event) -> list[c.Command]:
    """Tell the events; what is to inspect is inspected at once. All commands in their order."""
    found: list[c.Command] = []
    waiting = list(events)
    while waiting:
        for command in exchange.receive(waiting.pop(0), 1):
            found.append(command)
            if isinstance(command, c.Inspect):
                waiting.insert(0, inspected(command))
    return found


def released(commands: list[c.Command]) -> bytes:
    return b"".join(one.data for one in commands if isinstance(one, c.ReleaseBody))


END = b"data: [DONE]\n\n"


def test_what_stands_behind_an_event_of_a_stream_is_held_until_it_is_decided_and_recorded() -> None:
    exchange = forwarded(stream=True)
    first = run(exchange, EVENTS_HEAD, e.ResponseBody(piece(f"{'All is well. ' * 20}{NAME} says hello. " + "x " * 100)))
    assert question(first).query.headers_sent
    held = run(exchange, e.ResponseBody(piece("later", finish="stop") + END, end=True))
    assert held == []
    recording = run(exchange, said(Verdict.ALLOW))
    assert [type(one) for one in recording] == [c.Record]
    rest = run(exchange, e.Recorded())
    assert released([*first, *rest]).count(b"All is well.") >= 1
    assert [type(one) for one in rest][-2:] == [c.SetDeadline, c.Record]
    end = run(exchange, e.Recorded())
    assert b"later" in released([*rest, *end])
    assert b"[DONE]" in released(end)


def test_a_tool_call_of_a_stream_is_asked_about_before_its_name_goes_out() -> None:
    exchange = forwarded(stream=True)
    commands = run(exchange, EVENTS_HEAD, e.ResponseBody(piece(tool="find")))
    assert question(commands).query.tool_calls.names == ("find",)
    assert b"find" not in released(commands)
    run(exchange, said(Verdict.ALLOW))
    rest = run(exchange, e.Recorded(), e.ResponseBody(piece(finish="tool_calls") + END, end=True), e.Recorded())
    assert b"find" in released(rest)


def test_a_denial_after_the_head_ends_the_stream_in_its_dialect() -> None:
    exchange = forwarded(stream=True)
    commands = run(exchange, EVENTS_HEAD, e.ResponseBody(piece(tool="find")), said(Verdict.DENY), e.Recorded())
    assert [type(one) for one in commands][-2:] == [c.ReleaseBody, c.Observe]
    last = commands[-2]
    assert isinstance(last, c.ReleaseBody)
    assert last.end
    assert b"answer_denied" in last.data
    assert b"find" not in released(commands)
    assert [one.entry.event for one in commands if isinstance(one, c.Note)] == [Event.RESPONSE_DECIDED]


def test_each_event_is_asked_about_once() -> None:
    exchange = forwarded(stream=True)
    first = run(exchange, EVENTS_HEAD, e.ResponseBody(piece(tool="find")))
    assert question(first).query.decision_id.endswith(".1")
    run(exchange, said(Verdict.ALLOW), e.Recorded())
    text = f"{NAME} and {SSN} and so on. " + "x " * 200
    second = run(exchange, e.ResponseBody(piece(text)))
    assert question(second).query.decision_id.endswith(".2")
    run(exchange, said(Verdict.ALLOW, 2), e.Recorded())
    third = run(exchange, e.ResponseBody(piece(text)))
    assert not [one for one in third if isinstance(one, c.AskOfAnswer)]


@pytest.mark.parametrize("failure", [e.PolicyFailed("policy_unavailable"), e.DeadlinePassed(), e.RecordFailed()])
def test_a_question_that_fails_ends_the_stream(failure: e.Event) -> None:
    exchange = forwarded(stream=True)
    commands = run(exchange, EVENTS_HEAD, e.ResponseBody(piece(tool="find")), failure, e.Recorded())
    assert released(commands)
    assert b"find" not in released(commands)
    assert exchange.over


def test_what_was_pushed_while_a_question_was_open_comes_after_it() -> None:
    exchange = forwarded(stream=True)
    end = e.ResponseBody(piece("and later") + piece(finish="tool_calls") + END, end=True)
    held = run(exchange, EVENTS_HEAD, e.ResponseBody(piece(tool="find")), end, said(Verdict.ALLOW))
    assert released(held) == b""
    rest = released(run(exchange, e.Recorded(), e.Recorded()))
    assert 0 < rest.index(b"find") < rest.index(b"and later") < rest.index(b"[DONE]")


def beside(text: str) -> bytes:
    """A text outside the running ones: it is inspected at once, and then its event is ready."""
    return f"data: {json.dumps({'choices': [], 'note': text})}\n\n".encode()


def test_an_event_with_nothing_left_to_inspect_waits_too_and_what_was_pushed_meanwhile_has_its_turn() -> None:
    exchange = forwarded(stream=True)
    asked = run(exchange, EVENTS_HEAD, e.ResponseBody(beside("all is well") + beside(SSN)))
    assert question(asked).query.decision_id.endswith(".1")
    assert b"all is well" in released(asked)
    assert b"SSN" not in released(asked)
    later = piece(f"{'later ' * 40}{NAME}", finish="stop") + END
    assert run(exchange, e.ResponseBody(later, end=True)) == []
    assert [type(one) for one in run(exchange, said(Verdict.ALLOW))] == [c.Record]
    second = run(exchange, e.Recorded())
    assert b"[SSN_1]" in released(second)
    assert question(second).query.decision_id.endswith(".2")
    assert b"later" not in released(second)
    run(exchange, said(Verdict.ALLOW, 2))
    rest = released(run(exchange, e.Recorded(), e.Recorded()))
    assert rest.index(b"later") < rest.index(b"[NAME_1]") < rest.index(b"[DONE]")


def test_after_such_an_event_the_stream_goes_on() -> None:
    exchange = forwarded(stream=True)
    run(exchange, EVENTS_HEAD, e.ResponseBody(beside(SSN)), said(Verdict.ALLOW), e.Recorded())
    assert run(exchange, e.Recorded()) == run(exchange, said(Verdict.DENY)) == []
    end = e.ResponseBody(piece("later", finish="stop") + END, end=True)
    assert b"later" in released(run(exchange, end, e.Recorded()))
    assert exchange.over


def test_a_question_that_is_settled_is_not_settled_again() -> None:
    exchange = forwarded(stream=True)
    run(exchange, EVENTS_HEAD, e.ResponseBody(piece(tool="find")), said(Verdict.ALLOW))
    assert [type(one) for one in exchange.receive(e.Recorded(), 1)] == [c.Inspect]
    assert exchange.receive(said(Verdict.DENY), 1) == exchange.receive(e.Recorded(), 1) == ()
