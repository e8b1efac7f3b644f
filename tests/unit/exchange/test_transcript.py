"""What of an exchange's texts goes with its records, as the policy's obligation says."""

import tracemalloc
from collections.abc import Callable, Mapping
from dataclasses import replace

import orjson
import pytest

from extproc.audit.record import Entry
from extproc.audit.record import Event as Kept
from extproc.audit.texts import Said, View
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange.machine import Exchange
from extproc.exchange.transcript import ROW_BYTES, VIEWS, Lines, kept
from extproc.policy.answer import AnswerDecision
from extproc.policy.decision import Decision, Effect, Obligations, Reason, Transcript, Verdict
from extproc.sealed import Sealed
from tests.support.exchanges import GATE, NAME, SSN, chat, decided, decision, fresh, head, inspected, play
from tests.support.transcripts import plain

SEALING = replace(GATE, seals=True)
JSON_HEAD = e.ResponseHead(200, {"content-type": "application/json"})
SSE_HEAD = e.ResponseHead(200, {"content-type": "text/event-stream"})
RELEASED = (c.SetDeadline, c.Record, e.Recorded(), c.ReleaseHead, c.ReleaseBody, c.Observe)
REFUSED = (c.SetDeadline, c.Record, e.Recorded(), c.Refuse, c.Observe)
NO = AnswerDecision("", Verdict.DENY, (Reason("response_entity", Effect.DENY, "No.", "45 CFR 164.502(b)"),))


def keeping(level: Transcript, **changes: object) -> Decision:
    return decision(obligations=Obligations(level, 2190), **changes)


def answer(text: str) -> bytes:
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    return orjson.dumps({"id": "chatcmpl-1", "choices": [choice]})


def delta(text: str, finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": {"content": text} if text else {}, "finish_reason": finish}
    return b"data: " + orjson.dumps({"id": "chatcmpl-1", "choices": [choice]}) + b"\n\n"


def entries(commands: list[c.Command]) -> list[Entry]:
    return [one.entry for one in commands if isinstance(one, c.Record | c.Note)]


def views(entry: Entry) -> dict[str, object]:
    return {} if entry.texts is None else {view.value: plain(said) for view, said in entry.texts.views.items()}


def begun(level: Transcript, body: bytes) -> tuple[Exchange, list[c.Command]]:
    exchange = fresh(SEALING)
    return exchange, decided(exchange, body, keeping(level))


def test_the_request_is_kept_as_it_came_and_as_it_was_forwarded() -> None:
    body = chat(f"{NAME} coughs")
    _, commands = begun(Transcript.FULL, body)
    forward = commands[-1]
    assert isinstance(forward, c.Forward)
    received, decision_ = entries(commands)
    assert (received.texts, views(decision_)) == (None, {"received": body, "forwarded": forward.body})


def test_masked_keeps_only_what_was_forwarded() -> None:
    _, commands = begun(Transcript.MASKED, chat(f"{NAME} coughs"))
    assert views(entries(commands)[-1]) == {"forwarded": chat("[NAME_1] coughs")}


def test_metadata_keeps_no_text() -> None:
    exchange, commands = begun(Transcript.METADATA, chat(f"{NAME} coughs"))
    whole = e.ResponseBody(answer("[NAME_1] is well"), end=True)
    commands += play(exchange, JSON_HEAD, whole, c.Inspect, e.Inspected, *RELEASED)
    assert all(entry.texts is None for entry in entries(commands))


@pytest.mark.parametrize("level", [Transcript.MASKED, Transcript.FULL])
def test_without_anyone_to_seal_to_the_request_is_refused(level: Transcript) -> None:
    exchange = fresh(GATE)
    asked = (head(), c.Note, c.SetDeadline, e.RequestBody(chat(NAME), end=True), c.Inspect, e.Inspected, c.AskPolicy)
    commands = play(exchange, *asked, e.Decided(keeping(level), "sha256:policy"), *REFUSED)
    record = next(one for one in commands if isinstance(one, c.Record))
    assert (record.entry.body["outcome"], record.entry.ends, record.entry.texts) == ("obligation_unmet", True, None)


def test_a_denied_request_leaves_no_text_behind() -> None:
    exchange = fresh(SEALING)
    denied = e.Decided(keeping(Transcript.FULL, verdict=Verdict.DENY), "sha256:policy")
    asked = (head(), c.Note, c.SetDeadline, e.RequestBody(chat(NAME), end=True), c.Inspect, e.Inspected, c.AskPolicy)
    commands = play(exchange, *asked, denied, *REFUSED)
    assert all(entry.texts is None for entry in entries(commands))


def test_an_answer_is_kept_as_it_came_masked_and_as_it_went_out() -> None:
    exchange, _ = begun(Transcript.FULL, chat(f"{NAME} coughs"))
    said = answer(f"[NAME_1] is well, {SSN} too")
    commands = play(exchange, JSON_HEAD, e.ResponseBody(said, end=True), c.Inspect, e.Inspected, *RELEASED)
    released = next(one for one in commands if isinstance(one, c.ReleaseBody))
    assert views(entries(commands)[-1]) == {
        "received": said,
        "masked": answer("[NAME_1] is well, [SSN_1] too"),
        "released": released.data,
    }
    assert NAME.encode() in released.data


def test_vectors_are_not_kept() -> None:
    exchange = fresh(SEALING)
    body = orjson.dumps({"model": "gpt-test", "input": f"{NAME} coughs"})
    decided(exchange, body, keeping(Transcript.FULL), path="/v1/embeddings")
    vectors = orjson.dumps({"object": "list", "data": [{"object": "embedding", "index": 0, "embedding": [0.25]}]})
    commands = play(exchange, JSON_HEAD, e.ResponseBody(vectors, end=True), *RELEASED)
    assert views(entries(commands)[-1]) == {}


def test_masked_keeps_an_answer_without_the_names_that_were_given_back() -> None:
    exchange, _ = begun(Transcript.MASKED, chat(f"{NAME} coughs"))
    body = e.ResponseBody(answer(f"[NAME_1] is well, {SSN} too"), end=True)
    commands = play(exchange, JSON_HEAD, body, c.Inspect, e.Inspected, *RELEASED)
    assert views(entries(commands)[-1]) == {"masked": answer("[NAME_1] is well, [SSN_1] too")}


def streamed(level: Transcript, *chunks: bytes) -> tuple[Exchange, list[c.Command]]:
    """The request's side, then each chunk, inspected; what waits for a record is left waiting."""
    exchange, commands = begun(level, chat(f"{NAME} coughs", stream=True))
    commands += play(exchange, SSE_HEAD, c.ReleaseHead)
    for chunk in chunks:
        step = list(exchange.receive(e.ResponseBody(chunk, end=b"[DONE]" in chunk), 1))
        while step and isinstance(step[-1], c.Inspect):
            commands += step
            step = list(exchange.receive(inspected(step[-1]), 1))
        commands += step
    return exchange, commands


STREAM = (delta("[NAME"), delta(f"_1] is well, {SSN}"), delta(" too.", "stop"), b"data: [DONE]\n\n")
AT = "/choices/*/delta/content"


def test_a_stream_is_kept_as_its_texts_put_together() -> None:
    _, commands = streamed(Transcript.FULL, *STREAM)
    assert views(entries(commands)[-1]) == {
        "received": [("/id", "chatcmpl-1"), (AT, f"[NAME_1] is well, {SSN} too.")],
        "masked": [("/id", "chatcmpl-1"), (AT, "[NAME_1] is well, [SSN_1] too.")],
        "released": [("/id", "chatcmpl-1"), (AT, f"{NAME} is well, [SSN_1] too.")],
    }


def test_a_masked_stream_keeps_no_name_that_was_given_back() -> None:
    _, commands = streamed(Transcript.MASKED, *STREAM)
    assert views(entries(commands)[-1]) == {"masked": [("/id", "chatcmpl-1"), (AT, "[NAME_1] is well, [SSN_1] too.")]}


LONG = delta("She is well. " * 20)


@pytest.mark.parametrize(
    "broken", [e.Disconnected(), e.DeadlinePassed(), e.ResponseBody(b"data: {]\n\n"), e.Overloaded()]
)
def test_what_went_out_before_a_stream_was_cut_is_kept_with_its_ending(broken: e.Event) -> None:
    exchange, commands = streamed(Transcript.FULL, LONG)
    sent = b"".join(one.data for one in commands if isinstance(one, c.ReleaseBody))
    (ending,) = entries(list(exchange.receive(broken, 1)))
    assert ending.event is Kept.EXCHANGE_ABORTED
    said = views(ending)
    assert said["received"][-1] == (AT, "She is well. " * 20)  # type: ignore[index]
    released = said["released"][-1][1]  # type: ignore[index]
    told = [orjson.loads(line[6:])["choices"] for line in sent.split(b"\n\n") if line.startswith(b"data: {")]
    assert released == "".join(choice["delta"].get("content", "") for one in told for choice in one)
    assert 0 < len(released) < len("She is well. " * 20)


def test_what_was_ready_and_did_not_go_out_is_not_said_to_have() -> None:
    _, commands = streamed(Transcript.FULL, delta("She is well.", "stop") + delta("And she goes on after her end."))
    sent = b"".join(one.data for one in commands if isinstance(one, c.ReleaseBody))
    ending = entries(commands)[-1]
    assert (sent, ending.body["code"]) == (b"", "answer_malformed")
    assert views(ending).keys() == {"received", "masked"}


def test_an_answer_that_the_policy_denies_is_kept_as_it_came() -> None:
    exchange = fresh(replace(SEALING, asks_of_answers=True))
    decided(exchange, chat("Hello"), keeping(Transcript.FULL))
    said = answer(f"{SSN} is well")
    body = e.ResponseBody(said, end=True)
    asked = play(exchange, JSON_HEAD, body, c.Inspect, e.Inspected, c.AskOfAnswer)
    commands = play(exchange, e.AnswerDecided(NO), c.Note, *REFUSED)
    assert [entry.texts is None for entry in entries([*asked, *commands])] == [True, False]
    assert views(entries(commands)[-1]) == {"received": said}


def test_a_withheld_answer_leaves_nothing_in_a_masked_transcript() -> None:
    exchange = fresh(replace(SEALING, asks_of_answers=True))
    decided(exchange, chat("Hello"), keeping(Transcript.MASKED))
    play(exchange, JSON_HEAD, e.ResponseBody(answer(f"{SSN} is well"), end=True), c.Inspect, e.Inspected, c.AskOfAnswer)
    commands = play(exchange, e.AnswerDecided(NO), c.Note, *REFUSED)
    assert all(entry.texts is None for entry in entries(commands))


@pytest.mark.parametrize("level", [Transcript.METADATA, Transcript.FULL])
def test_only_a_stream_that_is_kept_is_bounded(level: Transcript) -> None:
    piece = "She is well. " * 100
    exchange, commands = streamed(level, *[delta(piece)] * (GATE.max_body_bytes // len(piece) + 3))
    refused = [one.entry.body["code"] for one in commands if isinstance(one, c.Record) and one.entry.ends]
    assert refused == ([] if level is Transcript.METADATA else ["answer_too_large"])
    assert (exchange.kept_bytes == 0) is (level is Transcript.METADATA)


def test_a_body_that_is_read_whole_is_not_counted_twice() -> None:
    exchange, _ = begun(Transcript.FULL, chat("Hello"))
    play(exchange, JSON_HEAD, e.ResponseBody(answer("Hi"), end=True), c.Inspect)
    assert exchange.kept_bytes == 0


def test_a_transcript_does_not_print() -> None:
    _, commands = streamed(Transcript.FULL, *STREAM)
    assert NAME not in repr(commands[0])
    for entry in entries(commands):
        assert NAME not in repr(entry)
        assert SSN not in repr(entry)


def test_each_level_keeps_what_its_name_says() -> None:
    said: Mapping[View, Said] = {view: Sealed(b"text") for view in View}
    assert kept(Transcript.METADATA, said) is None
    for level in (Transcript.MASKED, Transcript.FULL):
        texts = kept(level, said)
        assert texts is not None
        assert (texts.level, set(texts.views)) == (level.value, VIEWS[level])


def test_lines_keep_the_order_in_which_texts_began_and_leave_empty_ones_out() -> None:
    lines = Lines(frozenset(View))
    first, second = lines.begun("/a"), lines.begun("/b")
    second.add(View.RELEASED, "two")
    first.add(View.RELEASED, "o")
    first.add(View.RECEIVED, "one")
    first.add(View.RELEASED, "ne")
    first.add(View.MASKED, "")
    assert {view: plain(said) for view, said in lines.said().items()} == {
        View.RECEIVED: [("/a", "one")],
        View.RELEASED: [("/a", "one"), ("/b", "two")],
    }
    assert sum(lines.size_bytes.values()) == 9 + 2 * len(View) * ROW_BYTES


def test_a_text_that_comes_in_bits_holds_no_more_than_is_counted() -> None:
    lines = Lines(frozenset(View))
    row = lines.begun("/a")

    def add() -> None:
        for place in range(20_000):
            row.add(View.RECEIVED, f"{place:05}")

    assert held_bytes(add) < 2 * lines.size_bytes[View.RECEIVED]


def test_many_short_texts_hold_no_more_than_is_counted() -> None:
    lines = Lines(VIEWS[Transcript.FULL])

    def begin() -> None:
        for place in range(5_000):
            row = lines.begun("/id")
            for view in View:
                row.add(view, f"{place:05}")

    assert held_bytes(begin) < 2 * sum(lines.size_bytes.values())


def held_bytes(work: Callable[[], None]) -> int:
    """What ``work`` leaves in memory."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()


def test_halves_of_a_character_that_come_apart_are_kept_as_they_came() -> None:
    lines = Lines(frozenset(View))
    row = lines.begun("/a")
    for half in ("\ud83d", "\ude00", "\ud800"):
        row.add(View.RECEIVED, half)
    assert row.text(View.RECEIVED) == "\ud83d\ude00\ud800"


def test_lines_of_nothing_hold_nothing() -> None:
    lines = Lines(frozenset())
    lines.begun("/a").add(View.RECEIVED, "text")
    assert (dict(lines.said()), sum(lines.size_bytes.values())) == ({}, 0)
