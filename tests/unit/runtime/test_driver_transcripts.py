"""What a stream's transcript holds counts against the process's budget, and is given back."""

import asyncio
from dataclasses import replace

import orjson

from extproc.audit.record import Event as Kept
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange.machine import Exchange
from extproc.policy.decision import Obligations, Transcript
from extproc.runtime.driver import Driver, Ports
from tests.support.exchanges import DECISION_ID, EXCHANGE_ID, GATE, chat, decision, head
from tests.support.ports import FakePolicy, FakeSender, FakeTrail, ports
from tests.unit.runtime.test_driver import Envoy

SEALING = replace(GATE, seals=True)
REQUEST: list[e.Event] = [head(), e.RequestBody(chat("Hello", stream=True), end=True)]
WORDS = "She is well. " * 50
DELTA = b"data: " + orjson.dumps({"choices": [{"index": 0, "delta": {"content": WORDS}}]}) + b"\n\n"
STREAM: list[e.Event] = [
    e.ResponseHead(200, {"content-type": "text/event-stream"}),
    *[e.ResponseBody(DELTA)] * 3,
    e.ResponseBody(b"data: [DONE]\n\n", end=True),
]


async def talk(level: Transcript, limit_bytes: int) -> tuple[Ports, FakeTrail, FakeSender]:
    trail, sender = FakeTrail(), FakeSender()
    policy = FakePolicy(decision(obligations=Obligations(level, 2190)))
    shared = ports(policy=policy, trail=trail, limit_bytes=limit_bytes)
    driver = Driver(Exchange(SEALING, EXCHANGE_ID, DECISION_ID), shared, sender)
    async with asyncio.timeout(10):
        await driver.run(Envoy(sender, REQUEST, STREAM, stays=True).events())
    return shared, trail, sender


def released(sender: FakeSender) -> bytes:
    return b"".join(one.data for one in sender.sent if isinstance(one, c.ReleaseBody))


async def test_a_stream_that_is_kept_takes_of_the_budget_and_gives_it_back() -> None:
    shared, trail, sender = await talk(Transcript.FULL, 100_000)
    assert shared.budget.held_bytes == 0
    assert trail.entries[-1].event is Kept.EXCHANGE_COMPLETED
    assert trail.entries[-1].texts is not None
    assert released(sender).endswith(b"data: [DONE]\n\n")


async def test_a_stream_that_would_hold_too_much_ends_and_says_so() -> None:
    shared, trail, sender = await talk(Transcript.FULL, 2_500)
    assert shared.budget.held_bytes == 0
    assert (trail.entries[-1].event, trail.entries[-1].body["code"]) == (Kept.EXCHANGE_ABORTED, "overloaded")
    assert trail.entries[-1].texts is not None
    assert b'"code":"overloaded"' in released(sender)
    assert isinstance(sender.sent[-1], c.ReleaseBody)
    assert sender.sent[-1].end


async def test_a_stream_of_which_nothing_is_kept_takes_nothing() -> None:
    _, trail, sender = await talk(Transcript.METADATA, 2_500)
    assert trail.entries[-1].event is Kept.EXCHANGE_COMPLETED
    assert released(sender).endswith(b"data: [DONE]\n\n")
