"""Drives one exchange: feeds it events, carries out its commands.

The conversation's own events and the answers of commands come through one inbox, in the order in which they happened.
A command that waits runs as a task of this exchange and ends with it. Reading goes on while the exchange waits: Envoy
may give up on a request at any moment, and says so on the same stream.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Final, Protocol, assert_never

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
"""Above it a step over a body, or a scan of it, may take more than 5 ms, and leaves the loop."""

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
        self._seen_bytes = 0
        self._records = 0

    async def run(self, inbound: AsyncIterator[e.Event]) -> None:
        """Raises an exception group around a ``ProtocolError`` or a bug; cancellation is Envoy's reset."""
        try:
            async with asyncio.TaskGroup() as tasks:
                started = [tasks.create_task(self._read(inbound))]
                while not self._exchange.over:
                    await self._take(await self._inbox.get(), tasks, started)
                    self._inbox.task_done()
                for task in started:
                    task.cancel()
        finally:
            self._let_go()

    async def _read(self, inbound: AsyncIterator[e.Event]) -> None:
        """One message at a time: while one is being dealt with, Envoy's flow control slows the sender."""
        async for event in inbound:
            self._inbox.put_nowait(event)
            await self._inbox.join()
        self._inbox.put_nowait(e.Disconnected())

    async def _take(self, event: e.Event, tasks: asyncio.TaskGroup, started: list[asyncio.Task[None]]) -> None:
        """Deal with one event and with all that follows from it at once."""
        events = deque([self._admitted(event)])
        while events:
            for command in await self._received(events.popleft()):
                match command:
                    case c.Forward() | c.Refuse() | c.ReleaseHead() | c.ReleaseBody():
                        await self._sender.send(command)
                    case c.Inspect() if _size_chars(command) <= LONG_BYTES:
                        events.append(await self._inspected(command))
                        await asyncio.sleep(0)  # one piece of a long stream asks a thousand times: let others in
                    case c.Record():
                        self._records += 1
                        started.append(tasks.create_task(self._record(command, self._records)))
                    case c.Inspect() | c.AskPolicy():
                        started.append(tasks.create_task(self._answer(command)))
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

    async def _answer(self, command: c.Inspect | c.AskPolicy) -> None:
        match command:
            case c.Inspect():
                event: e.Event = await self._inspected(command)
            case c.AskPolicy(query):
                try:
                    event = e.Decided(await self._ports.policy.decide(query), self._ports.policy.revision)
                except (PolicyUnavailable, PolicyMalformed) as error:
                    self._ports.reporter.policy_failed(kind=error.public)
                    event = e.PolicyFailed(error.public)
            case _:
                assert_never(command)
        self._inbox.put_nowait(event)

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


def _size_chars(command: c.Inspect) -> int:
    return sum(len(passage.text) for passage in command.passages)
