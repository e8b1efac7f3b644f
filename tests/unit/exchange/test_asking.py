"""What a caller states beside its token, on the way from the head to the question."""

import json
from dataclasses import replace

import pytest

from extproc.audit.record import Event
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange.gate import Gate
from extproc.policy.decision import ReviewAfter, Verdict
from extproc.policy.query import BreakGlass, Emergency, Local, Purpose, PurposeCode, Query, Tools
from extproc.policy.query_document import query_document
from tests.support.exchanges import DECISION_ID, EXCHANGE_ID, GATE, HEADERS, NAME, chat, decision, fresh, head, play

TOOLS = {"type": "function", "function": {"name": "find", "parameters": {"type": "object"}}}


def asked(headers: dict[str, str], body: bytes = chat("Hello."), gate: Gate = GATE) -> Query:
    """The question that a request leads to."""
    exchange = fresh(gate)
    opened = (head(headers={**HEADERS, **headers}), c.Note, c.SetDeadline)
    commands = play(exchange, *opened, e.RequestBody(body, end=True), c.Inspect, e.Inspected, c.AskPolicy)
    assert isinstance(commands[-1], c.AskPolicy)
    return commands[-1].query


def test_without_headers_nothing_is_stated() -> None:
    identity = asked({}).identity
    assert identity.purpose == Purpose(PurposeCode.UNSPECIFIED, "default")
    assert identity.break_glass == BreakGlass()


def test_a_purpose_and_an_emergency_reach_the_policy() -> None:
    identity = asked({"wardgate-purpose": "EMERGENCY", "wardgate-break-glass": "emergency_care"}).identity
    assert identity.purpose == Purpose(PurposeCode.EMERGENCY, "header")
    assert identity.break_glass == BreakGlass(Emergency.EMERGENCY_CARE)


def test_a_callers_own_words_do_not_reach_the_policy() -> None:
    query = asked({"wardgate-break-glass": NAME})
    assert NAME not in json.dumps(query_document(query))
    assert query.identity.break_glass.reason is Emergency.OTHER


def test_an_unknown_purpose_is_refused_before_anything_is_read() -> None:
    commands = play(fresh(), head(headers={**HEADERS, "wardgate-purpose": NAME}), c.SetDeadline, c.Record)
    assert isinstance(commands[-1], c.Record)
    assert commands[-1].entry.body["code"] == "purpose_unknown"
    assert NAME not in repr(commands[-1].entry)


def test_neither_header_goes_to_the_provider() -> None:
    exchange = fresh()
    stated = {"wardgate-purpose": "TREATMENT", "wardgate-break-glass": "other"}
    commands = play(
        exchange,
        head(headers={**HEADERS, **stated}),
        c.Note,
        c.SetDeadline,
        e.RequestBody(chat("Hello."), end=True),
        c.Inspect,
        e.Inspected,
        c.AskPolicy,
        e.Decided(decision(), "sha256:policy"),
        c.Record,
        e.Recorded(),
        c.SetDeadline,
        c.Forward,
    )
    forward = commands[-1]
    assert isinstance(forward, c.Forward)
    assert set(stated) <= set(forward.remove_headers)
    assert not set(stated) & set(forward.set_headers)


@pytest.mark.parametrize(
    ("known", "tools"), [(frozenset({"find"}), Tools(1, ("find",), 0)), (frozenset(), Tools(1, (), 1))]
)
def test_tools_are_named_where_the_policy_names_them(known: frozenset[str], tools: Tools) -> None:
    body = json.dumps({"model": "gpt-test", "messages": [{"role": "user", "content": "Hi."}], "tools": [TOOLS]})
    assert asked({}, body.encode(), replace(GATE, known_tools=known)).tools == tools


def test_the_hour_is_that_of_the_gates_place() -> None:
    there = Local(9, 1, "America/New_York")
    assert asked({}, gate=replace(GATE, local=lambda _: there)).local == there


def test_a_review_that_is_due_is_noted_before_the_decision_is_recorded() -> None:
    owed = replace(decision().obligations, review_after=ReviewAfter(("privacy-office",), 86_400))
    exchange = fresh()
    opened = (head(), c.Note, c.SetDeadline, e.RequestBody(chat("Hello."), end=True), c.Inspect, e.Inspected)
    answer = e.Decided(decision(obligations=owed), "sha256:policy")
    *_, note, record = play(exchange, *opened, c.AskPolicy, answer, c.Note, c.Record)
    assert isinstance(note, c.Note)
    assert isinstance(record, c.Record)
    assert (note.entry.event, note.entry.exchange, note.entry.ends) == (Event.REVIEW_DUE, EXCHANGE_ID, False)
    assert note.entry.body == {
        "decision_id": DECISION_ID,
        "reasons": ["role_may_treat"],
        "groups": ["privacy-office"],
        "due_us": note.entry.time_us + 86_400_000_000,
    }


def test_a_denial_owes_no_review() -> None:
    owed = replace(decision().obligations, review_after=ReviewAfter(("privacy-office",), 86_400))
    opened = (head(), c.Note, c.SetDeadline, e.RequestBody(chat("Hello."), end=True), c.Inspect, e.Inspected)
    answer = e.Decided(decision(Verdict.DENY, obligations=owed), "sha256:policy")
    play(fresh(), *opened, c.AskPolicy, answer, c.SetDeadline, c.Record)
