"""Drives one exchange: feeds it events, carries out its commands.

The conversation's own events and the answers of commands come through one inbox, in the order in which they happened.
A command that waits runs as a task of this exchange and ends with it. Reading goes on while the exchange waits: Envoy
may give up on a request at any moment, and says so on the same stream.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any, Final, Protocol, assert_never

from extproc.audit.record import Entry
from extproc.errors import DetectorFailed, PolicyMalformed, PolicyUnavailable, TrailUnavailable
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange.ending import Commands
from extproc.exchange.machine import Exchange
from extproc.exchange.phases import Phase
from extproc.runtime.budget import Budget
from extproc.runtime.ports import Clock, Inspector, Policy, Reporter, Telemetry, Trail
from extproc.runtime.tally import Tally

LONG_BYTES: Final = 64 * 1024
"""Above it a step over a body may take more than 5 ms, and leaves the loop."""

Outbound = c.Forward | c.Refuse | c.ReleaseHead | c.ReleaseBody


class Sender(Protocol):
    """The side that writes to Envoy."""

    async def send(self, command: Outbound) -> None: ...


@dataclass(frozen=True, slots=True)
class Ports:
    """What all exchanges of a process share."""

    policy: Policy
    trail: Trail
    inspector: Inspector
    clock: Clock
    telemetry: Telemetry
    reporter: Reporter
    budget: Budget
    tally: Tally
    threads: Executor


class Driver:
    """One conversation. ``run`` returns once the exchange is over, and never before unless it raises."""

    def __init__(self, exchange: Exchange, ports: Ports, sender: Sender) -> None:
        self._exchange = exchange
        self._ports = ports
        self._sender = sender
        self._inbox: asyncio.Queue[e.Event] = asyncio.Queue()
        self._deadline: asyncio.TimerHandle | None = None
        self._start_us = ports.clock.time_us()
        self._held_bytes = 0
        self._kept_bytes = 0
        self._seen_bytes = 0
        self._records = 0
        self._waiting = 0  # texts that are read elsewhere
        self._all_read = asyncio.Event()

    async def run(self, inbound: AsyncIterator[e.Event]) -> None:
        """Raises an exception group around a ``ProtocolError`` or a bug; cancellation is Envoy's reset."""
        try:
            async with asyncio.TaskGroup() as tasks:
                started: set[asyncio.Task[None]] = set()
                _start(tasks, started, self._read(inbound))
                while not self._exchange.over:
                    event = await self._inbox.get()
                    self._waiting -= isinstance(event, e.Inspected | e.InspectionFailed)
                    await self._take(event, tasks, started)
                    (self._all_read.clear if self._waiting else self._all_read.set)()
                    self._inbox.task_done()
                for task in tuple(started):
                    task.cancel()
        finally:
            self._let_go()

    async def _read(self, inbound: AsyncIterator[e.Event]) -> None:
        """One message at a time: while one is being dealt with, Envoy's flow control slows the sender.

        Of a stream that goes for its texts too, which may be read elsewhere; before, Envoy may have more to say.
        """
        async for event in inbound:
            self._inbox.put_nowait(event)
            await self._inbox.join()
            if self._exchange.phase is Phase.STREAMING:
                await self._all_read.wait()
        self._inbox.put_nowait(e.Disconnected())

    async def _take(self, event: e.Event, tasks: asyncio.TaskGroup, started: set[asyncio.Task[None]]) -> None:
        """Deal with one event and with all that follows from it at once."""
        events = deque([self._admitted(event)])
        while events:
            commands = await self._received(events.popleft())
            events.extend(self._counted())
            for command in commands:
                match command:
                    case c.Forward() | c.Refuse() | c.ReleaseHead() | c.ReleaseBody():
                        await self._sender.send(command)
                    case c.Inspect(passages) if self._ports.inspector.at_once(passages):
                        events.append(await self._inspected(command))
                        await asyncio.sleep(0)  # one piece of a long stream asks a thousand times: let others in
                    case c.Record():
                        self._records += 1
                        _start(tasks, started, self._record(command, self._records))
                    case c.Inspect() | c.AskPolicy() | c.AskOfAnswer():
                        self._waiting += isinstance(command, c.Inspect)
                        _start(tasks, started, self._answer(command))
                    case c.Note(entry):
                        events.extend(self._noted(entry))
                    case c.Count(entry):
                        recorded = self._ports.tally.take(entry, self._ports.clock.monotonic_us())
                        events.extend(self._noted(recorded) if recorded else ())
                    case c.SetDeadline(seconds):
                        self._set_deadline(seconds)
                    case c.Observe(attributes):
                        self._ports.telemetry.exchange(attributes, self._start_us, self._ports.clock.time_us())
                    case _:
                        assert_never(command)

    def _admitted(self, event: e.Event) -> e.Event:
        """What is read whole counts against the process's budget for as long as its exchange lives."""
        if not isinstance(event, e.RequestBody | e.ResponseBody):
            return event
        if self._exchange.phase in (Phase.RECEIVING, Phase.COLLECTING):
            if not self._ports.budget.take(len(event.data)):
                return e.Overloaded()
            self._held_bytes += len(event.data)
        self._seen_bytes += len(event.data)
        return event

    def _counted(self) -> list[e.Event]:
        """What a stream's transcript holds counts against the budget like a body that is read whole."""
        more = self._exchange.kept_bytes - self._kept_bytes
        if more <= 0 or self._exchange.phase is not Phase.STREAMING:
            return []
        if not self._ports.budget.take(more):
            return [e.Overloaded()]
        self._kept_bytes += more
        self._held_bytes += more
        return []

    async def _received(self, event: e.Event) -> Commands:
        now_us = self._ports.clock.time_us()
        whole = isinstance(event, e.Inspected | e.Decided) or getattr(event, "end", False)
        if self._seen_bytes <= LONG_BYTES or not whole:
            return self._exchange.receive(event, now_us)
        step = asyncio.get_running_loop().run_in_executor(self._ports.threads, self._exchange.receive, event, now_us)
        try:
            return await asyncio.shield(step)
        except asyncio.CancelledError:
            await asyncio.wait([step])  # the thread must be done with the exchange before anyone else touches it
            raise

    async def _record(self, command: c.Record, number: int) -> None:
        """A record that was overtaken by another (its deadline passed) has nothing to say any more."""
        try:
            await self._ports.trail.append(command.entry)
            event: e.Event = e.Recorded()
        except TrailUnavailable:
            event = e.RecordFailed()
        if number == self._records:
            self._inbox.put_nowait(event)

    async def _answer(self, command: c.Inspect | c.AskPolicy | c.AskOfAnswer) -> None:
        match command:
            case c.Inspect():
                event: e.Event = await self._inspected(command)
            case c.AskPolicy() | c.AskOfAnswer():
                event = await self._decided(command)
            case _:
                assert_never(command)
        self._inbox.put_nowait(event)

    async def _decided(self, command: c.AskPolicy | c.AskOfAnswer) -> e.Event:
        policy = self._ports.policy
        try:
            match command:
                case c.AskPolicy(query):
                    decision = await policy.decide(query)
                    return e.Decided(decision, decision.revision)
                case c.AskOfAnswer(of_answer):
                    return e.AnswerDecided(await policy.decide_answer(of_answer))
                case _:
                    assert_never(command)
        except (PolicyUnavailable, PolicyMalformed) as error:
            self._ports.reporter.policy_failed(kind=error.public)
            return e.PolicyFailed(error.public)

    async def _inspected(self, command: c.Inspect) -> e.Event:
        try:
            return e.Inspected(await self._ports.inspector.inspect(command.passages, command.known))
        except DetectorFailed as error:
            self._ports.reporter.detector_failed(kind=str(error))
            return e.InspectionFailed()

    def _noted(self, entry: Entry) -> list[e.Event]:
        try:
            self._ports.trail.note(entry)
        except TrailUnavailable:
            return [e.RecordFailed()]
        return []

    def _set_deadline(self, seconds: float) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        loop = asyncio.get_running_loop()
        self._deadline = loop.call_later(seconds, self._inbox.put_nowait, e.DeadlinePassed())

    def _let_go(self) -> None:
        """However the conversation ended, its record says so and nothing of it stays behind."""
        if self._deadline is not None:
            self._deadline.cancel()
        self._ports.budget.give_back(self._held_bytes)
        if self._exchange.over:
            return
        for command in self._exchange.receive(e.Disconnected(), self._ports.clock.time_us()):
            match command:
                case c.Note(entry):
                    self._noted(entry)
                case c.Observe(attributes):
                    self._ports.telemetry.exchange(attributes, self._start_us, self._ports.clock.time_us())
                case _:
                    raise AssertionError("an exchange that is gone can only be recorded")


def _start(tasks: asyncio.TaskGroup, started: set[asyncio.Task[None]], work: Coroutine[Any, Any, None]) -> None:
    """What is done is forgotten: a long stream starts thousands."""
    task = tasks.create_task(work)
    started.add(task)
    task.add_done_callback(started.discard)
