"""What a stream costs grows with its length and no faster, whatever it is made of, whether a transcript is kept."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import orjson
import pytest

from extproc.audit.record import Entry
from extproc.audit.record import Event as Kept
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange.machine import Exchange
from extproc.exchange.streamed import MOST_TEXTS
from extproc.policy.decision import Obligations, Transcript
from tests.support.exchanges import GATE, chat, decided, decision, fresh, inspected
from tests.support.steps import lines_run

SEALING = replace(GATE, seals=True, max_body_bytes=2**24)
HEAD = e.ResponseHead(200, {"content-type": "text/event-stream"})
EVENTS_A_CHUNK = 20


def words(place: int) -> Any:
    return {"index": 0, "delta": {"content": "so it "}}


def choices(place: int) -> Any:
    return {"index": place, "delta": {"content": "so it "}}


def calls(place: int) -> Any:
    call = {"index": place, "id": f"c{place}", "type": "function", "function": {"name": "f", "arguments": "{}"}}
    return {"index": 0, "delta": {"tool_calls": [call]}}


def lines_for(count: int, choice: Callable[[int], Any], level: Transcript) -> int:
    exchange = fresh(SEALING)
    decided(exchange, chat("Hello", stream=True), decision(obligations=Obligations(level, 2190)))
    exchange.receive(HEAD, 1)
    chunks = [*chunks_of(count, choice), b"data: [DONE]\n\n"]
    ended: list[Entry] = []
    lines = lines_run(lambda: ended.extend(records(exchange, chunks)), "extproc")
    assert [entry.event for entry in ended] == [Kept.EXCHANGE_COMPLETED]
    return lines


def chunks_of(count: int, choice: Callable[[int], Any]) -> list[bytes]:
    told = [b"data: %b\n\n" % orjson.dumps({"choices": [choice(place)]}) for place in range(count)]
    return [b"".join(told[at : at + EVENTS_A_CHUNK]) for at in range(0, count, EVENTS_A_CHUNK)]


def records(exchange: Exchange, chunks: list[bytes]) -> Iterator[Entry]:
    """What is recorded of an answer that comes so; each window is inspected at once."""
    for number, chunk in enumerate(chunks, 1):
        step = exchange.receive(e.ResponseBody(chunk, end=number == len(chunks)), 1)
        while step and isinstance(step[-1], c.Inspect):
            step = exchange.receive(inspected(step[-1]), 1)
        yield from (one.entry for one in step if isinstance(one, c.Record))


@pytest.mark.parametrize("level", [Transcript.METADATA, Transcript.FULL])
@pytest.mark.parametrize("choice", [words, choices, calls])
def test_twice_the_events_cost_twice_the_steps(choice: Callable[[int], Any], level: Transcript) -> None:
    assert lines_for(400, choice, level) < 2.2 * lines_for(200, choice, level)


@pytest.mark.parametrize(("count", "code"), [(MOST_TEXTS, None), (MOST_TEXTS + 1, "answer_malformed")])
def test_a_stream_has_so_many_texts_and_no_more(count: int, code: str | None) -> None:
    exchange = fresh(SEALING)
    decided(exchange, chat("Hello", stream=True), decision(obligations=Obligations(Transcript.METADATA, 2190)))
    exchange.receive(HEAD, 1)
    (ending, *_) = records(exchange, [*chunks_of(count, choices), b"data: [DONE]\n\n"])
    assert ending.body.get("code") == code
