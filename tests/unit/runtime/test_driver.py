"""The driver carries out what the exchange commands, through ports that fail in every way they may."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from extproc.audit.record import Entry
from extproc.audit.record import Event as Kept
from extproc.errors import PolicyMalformed, PolicyUnavailable
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange.machine import Exchange
from extproc.exchange.phases import Phase
from extproc.policy.answer import AnswerDecision
from extproc.policy.decision import Verdict
from extproc.runtime.driver import Driver, Ports
from tests.support.exchanges import DECISION_ID, EXCHANGE_ID, GATE, NAME, chat, decision, fresh, head
from tests.support.ports import FakeInspector, FakePolicy, FakeSender, FakeTrail, ports

JSON_HEAD = e.ResponseHead(200, {"content-type": "application/json"})
ANSWER = b'{"choices":[{"index":0,"message":{"role":"assistant","content":"[NAME_1] is well"},"finish_reason":"stop"}]}'


class Envoy:
    """Says its part of the conversation: the request at once, the answer once the request was forwarded."""

    def __init__(self, sender: FakeSender, request: list[e.Event], answer: list[e.Event], stays: bool = False) -> None:
        self._sender = sender
        self._request = request
        self._answer = answer
        self._stays = stays

    async def events(self) -> AsyncIterator[e.Event]:
        for event in self._request:
            yield event
        if self._answer:
            await self._sender.said.wait()
            for event in self._answer:
                yield event
        if self._stays:
            await asyncio.get_running_loop().create_future()


async def talk(
    shared: Ports, request: list[e.Event], answer: list[e.Event] | None = None, stays: bool = True
) -> FakeSender:
    sender = FakeSender()
    driver = Driver(fresh(), shared, sender)
    async with asyncio.timeout(10):
        await driver.run(Envoy(sender, request, answer or [], stays).events())
    return sender


REQUEST: list[e.Event] = [head(), e.RequestBody(chat(f"{NAME} coughs"), end=True)]
WHOLE_ANSWER: list[e.Event] = [JSON_HEAD, e.ResponseBody(ANSWER, end=True)]


def kinds(sender: FakeSender) -> list[type]:
    return [type(one) for one in sender.sent]


async def test_an_exchange_runs_from_head_to_end() -> None:
    trail = FakeTrail()
    sender = await talk(ports(trail=trail), REQUEST, WHOLE_ANSWER)
    assert kinds(sender) == [c.Forward, c.ReleaseHead, c.ReleaseBody]
    assert [entry.event for entry in trail.entries] == [
        Kept.REQUEST_RECEIVED,
        Kept.REQUEST_DECIDED,
        Kept.EXCHANGE_COMPLETED,
    ]
    released = sender.sent[-1]
    assert isinstance(released, c.ReleaseBody)
    assert NAME.encode() in released.data


async def test_a_long_body_is_dealt_with_in_a_thread_and_comes_out_the_same() -> None:

    sender = FakeSender()
    exchange = Exchange(replace(GATE, max_body_bytes=10**6), EXCHANGE_ID, DECISION_ID)
    body = chat(f"{NAME} coughs. " * 10_000)
    async with asyncio.timeout(20):
        request: list[e.Event] = [head(), e.RequestBody(body, end=True)]
        await Driver(exchange, ports(), sender).run(Envoy(sender, request, WHOLE_ANSWER, True).events())
    forward = sender.sent[0]
    assert isinstance(forward, c.Forward)
    assert forward.body == body.replace(NAME.encode(), b"[NAME_1]")


@pytest.mark.parametrize(
    ("shared", "status"),
    [
        (lambda: ports(policy=FakePolicy(PolicyUnavailable("x"))), 503),
        (lambda: ports(policy=FakePolicy(PolicyMalformed("x"))), 503),
        (lambda: ports(inspector=FakeInspector(broken=True)), 503),
        (lambda: ports(trail=FakeTrail(fails_at=0)), 503),
        (lambda: ports(trail=FakeTrail(fails_at=1)), 503),
        (lambda: ports(limit_bytes=10), 429),
    ],
)
async def test_whatever_fails_the_provider_receives_nothing(shared: object, status: int) -> None:
    sender = await talk(shared(), REQUEST)  # type: ignore[operator]
    assert kinds(sender) == [c.Refuse]
    refuse = sender.sent[0]
    assert isinstance(refuse, c.Refuse)
    assert refuse.status == status


async def test_an_answer_is_withheld_when_its_end_cannot_be_recorded() -> None:
    sender = await talk(ports(trail=FakeTrail(fails_at=2)), REQUEST, WHOLE_ANSWER)
    assert kinds(sender) == [c.Forward, c.Refuse]


async def test_a_caller_who_leaves_while_the_policy_thinks_ends_the_exchange() -> None:
    policy, trail = FakePolicy(None), FakeTrail()
    sender = await talk(ports(policy=policy, trail=trail), REQUEST, stays=False)
    assert sender.sent == []
    assert policy.cancelled
    assert trail.entries[-1].event is Kept.EXCHANGE_REFUSED
    assert trail.entries[-1].body["code"] == "disconnected"


async def test_a_reset_is_recorded_and_goes_its_way() -> None:
    policy, trail = FakePolicy(None), FakeTrail()
    shared = ports(policy=policy, trail=trail)
    sender = FakeSender()
    exchange = fresh()
    task = asyncio.create_task(Driver(exchange, shared, sender).run(Envoy(sender, REQUEST, [], True).events()))
    await policy.asked.wait()
    assert exchange.phase is Phase.DECIDING
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert trail.entries[-1].body["code"] == "disconnected"
    assert shared.budget.held_bytes == 0


async def test_envoys_own_answer_is_heard_while_the_policy_thinks() -> None:
    gave_up: list[e.Event] = [e.ResponseHead(504, {}), e.ResponseBody(b"timeout", end=True)]
    sender = await talk(ports(policy=FakePolicy(None)), [*REQUEST, *gave_up])
    assert kinds(sender) == [c.ReleaseHead, c.ReleaseBody]


async def test_a_deadline_refuses_what_waits() -> None:

    exchange = Exchange(replace(GATE, request_deadline_s=0.01), EXCHANGE_ID, DECISION_ID)
    sender = FakeSender()
    async with asyncio.timeout(10):
        await Driver(exchange, ports(policy=FakePolicy(None)), sender).run(Envoy(sender, REQUEST, [], True).events())
    refuse = sender.sent[0]
    assert isinstance(refuse, c.Refuse)
    assert refuse.code == "deadline_passed"


async def test_the_budget_is_given_back_when_an_exchange_ends() -> None:
    shared = ports()
    await talk(shared, REQUEST, WHOLE_ANSWER)
    assert shared.budget.held_bytes == 0


class HeldTrail(FakeTrail):
    """Makes the ``n``-th record it is asked to append durable when told."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = [asyncio.Event() for _ in range(2)]
        self.durable = [asyncio.Event() for _ in range(2)]
        self._count = 0

    async def append(self, entry: Entry) -> int:
        number = self._count
        self._count += 1
        self.asked[number].set()
        await self.durable[number].wait()
        return await super().append(entry)


async def test_a_record_that_comes_late_is_not_taken_for_the_refusals_own() -> None:
    trail, sender = HeldTrail(), FakeSender()
    exchange = Exchange(replace(GATE, request_deadline_s=0.01), EXCHANGE_ID, DECISION_ID)
    talk = asyncio.create_task(
        Driver(exchange, ports(trail=trail), sender).run(Envoy(sender, REQUEST, [], True).events())
    )
    await trail.asked[1].wait()  # the decision's record hung until the deadline; the refusal's is asked for
    trail.durable[0].set()
    for _ in range(20):
        await asyncio.sleep(0)
    assert sender.sent == []
    trail.durable[1].set()
    await talk
    assert kinds(sender) == [c.Refuse]


async def test_an_answers_bytes_count_against_the_budget_too() -> None:
    body = chat(f"{NAME} coughs")
    shared = ports(limit_bytes=len(body) + 10)
    sender = await talk(shared, [head(), e.RequestBody(body, end=True)], WHOLE_ANSWER)
    assert kinds(sender) == [c.Forward, c.Refuse]
    assert shared.budget.held_bytes == 0


@pytest.mark.parametrize(
    ("of_answer", "ending", "sent"),
    [
        (AnswerDecision("", Verdict.ALLOW, ()), Kept.EXCHANGE_COMPLETED, [c.Forward, c.ReleaseHead, c.ReleaseBody]),
        (PolicyUnavailable("away"), Kept.EXCHANGE_ABORTED, [c.Forward, c.Refuse]),
        (PolicyMalformed("garbage"), Kept.EXCHANGE_ABORTED, [c.Forward, c.Refuse]),
    ],
)
async def test_the_policy_is_asked_about_an_answer_before_it_goes_out(
    of_answer: AnswerDecision | PolicyUnavailable | PolicyMalformed, ending: Kept, sent: list[type]
) -> None:
    policy, trail, sender = FakePolicy(decision()), FakeTrail(), FakeSender()
    policy.of_answer = of_answer
    driver = Driver(fresh(replace(GATE, asks_of_answers=True)), ports(policy=policy, trail=trail), sender)
    answer = ANSWER.replace(b"is well", b"is well, 219-09-9999")
    async with asyncio.timeout(10):
        await driver.run(Envoy(sender, REQUEST, [JSON_HEAD, e.ResponseBody(answer, end=True)], stays=True).events())
    [asked] = policy.of_answers
    assert asked.decision_id == f"{DECISION_ID}.1"
    assert kinds(sender) == sent
    assert trail.entries[-1].event is ending
    assert (Kept.RESPONSE_DECIDED in [entry.event for entry in trail.entries]) is (ending is Kept.EXCHANGE_COMPLETED)
