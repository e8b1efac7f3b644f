"""Keeps the parts of a stack running together, and ends them together.

All parts live or none does: one that ends by itself takes the stack down, because half a gate is not a gate. They are
stopped in the reverse of the order in which they were started, equals (of one start) at the same time.
"""

import asyncio
import signal
import sys
from collections.abc import Coroutine, Sequence
from contextlib import AsyncExitStack, suppress
from typing import Any, Self, TypeVar

from extproc.local.part import Part, Running, Show

T = TypeVar("T")
SIGNALS = (signal.SIGINT, signal.SIGTERM)
OWN_NAME = "wardgate"


class Over(Exception):
    """The stack is to end. ``reason`` is a line for people; ``code`` our exit code, 0 when somebody asked for it."""

    def __init__(self, reason: str, code: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


def on_stderr(name: str, line: str) -> None:
    with suppress(OSError):  # nobody reads: no reason to fall
        sys.stderr.write(f"{name:<11} | {line}\n")
        sys.stderr.flush()


class Supervisor:
    """``async with``: listens to SIGINT and SIGTERM (the second one hurries), and leaves nothing running behind."""

    def __init__(self, show: Show = on_stderr) -> None:
        self._show = show
        self._started: list[list[Running]] = []
        self._watches: set[asyncio.Task[None]] = set()
        self._hurry = asyncio.Event()
        self._over: asyncio.Future[Over] = asyncio.get_running_loop().create_future()
        self.held = AsyncExitStack()
        """What lives in this process itself, and ends after all parts."""

    async def __aenter__(self) -> Self:
        for number in SIGNALS:
            asyncio.get_running_loop().add_signal_handler(number, self._asked, number)
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.shield(self.stop())
        await self.held.aclose()
        for number in SIGNALS:
            asyncio.get_running_loop().remove_signal_handler(number)

    def say(self, line: str) -> None:
        self._show(OWN_NAME, line)

    @property
    def hurry(self) -> asyncio.Event:
        """Set once somebody asked twice."""
        return self._hurry

    async def start(self, parts: Sequence[Part]) -> list[Running]:
        """Start equals. Raises ``Misconfigured`` if one of them cannot even be started."""
        group: list[Running] = []
        self._started.append(group)
        for part in parts:
            group.append(await self._begun(part))
        return group

    async def restart(self, running: Running) -> Running:
        """End one part and start it again in its place; the stack stays up."""
        group = next(group for group in self._started if running in group)
        await running.stop(self._hurry)
        fresh = await self._begun(running.part)
        group[group.index(running)] = fresh
        return fresh

    async def until(self, work: Coroutine[Any, Any, T]) -> T:
        """The work's result. Raises ``Over`` if the end came first; the work is cancelled then."""
        task = asyncio.create_task(work)
        await asyncio.wait((task, self._over), return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return await task
        task.cancel()
        await asyncio.wait((task,))
        raise await self._over

    async def over(self) -> Over:
        return await asyncio.shield(self._over)

    async def stop(self) -> None:
        """End all parts, the last started first."""
        while self._started:
            await asyncio.gather(*(running.stop(self._hurry) for running in self._started[-1]))
            self._started.pop()
        await asyncio.gather(*self._watches)

    async def _begun(self, part: Part) -> Running:
        running = await Running.started(part, self._show)
        watch = asyncio.create_task(self._watch(running))
        self._watches.add(watch)
        watch.add_done_callback(self._watches.discard)
        return running

    async def _watch(self, running: Running) -> None:
        code = await running.ended()
        if not running.expected:
            self._end(Over(f"{running.part.name} ended by itself ({_ending(code)}); stopping everything", 1))

    def _asked(self, number: signal.Signals) -> None:
        if self._over.done():
            self._hurry.set()
        self._end(Over(f"{number.name}: draining and stopping (again: at once)", 0))

    def _end(self, over: Over) -> None:
        if not self._over.done():
            self._over.set_result(over)


def _ending(code: int) -> str:
    return f"exit code {code}" if code >= 0 else f"killed by {signal.Signals(-code).name}"
