"""Detection workers: so many processes, each with a detector of its own, kept alive.

A worker that dies, or is killed because it was at one text past the deadline, fails the exchange it worked for and
nothing else; another one is started in its place. While there is none, the pool is not ready and questions wait. A
question whose asker has gone is worked on all the same: a worker cannot be interrupted, only killed.
"""

import asyncio
import sys
from collections.abc import Sequence
from typing import Final, Protocol, Self

from extproc.adapters.detect_process import Worker
from extproc.config import Detect
from extproc.detect.finding import Finding, Known, Passage
from extproc.errors import DetectorFailed, Misconfigured
from extproc.runtime.inspector import MEDIUM_CHARS

WORKER: Final = (sys.executable, "-I", "-m", "extproc.adapters.detect_worker")
AGAIN_S: Final = (0.0, 1.0, 5.0, 30.0)
"""Waits before a worker is started again, and again; the last one repeats."""

Found = Sequence[Sequence[Finding]]


class PoolReporter(Protocol):
    def worker_hung(self) -> None:
        """It was at one text past the deadline, and is killed."""
        ...

    def worker_lost(self, *, kind: str) -> None:
        """``kind``: ``ended``, or ``not_started`` where it could not be started again, which is tried again."""
        ...

    def worker_started(self) -> None: ...


class WorkerPool:
    """A :class:`~extproc.runtime.inspector.Reader`; made by :meth:`start`."""

    def __init__(
        self, command: Sequence[str], settings: bytes, workers: Sequence[Worker], deadline_s: float, log: PoolReporter
    ) -> None:
        self._command: Final = command
        self._settings: Final = settings
        self._deadline_s: Final = deadline_s
        self._log: Final = log
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        self._alive: set[Worker] = set(workers)
        self._at_long = 0
        self._asking: set[asyncio.Task[Found]] = set()
        self._keeping: Final = [asyncio.create_task(self._keep(worker)) for worker in workers]
        self.width: Final = len(workers)

    @classmethod
    async def start(cls, detect: Detect, deadline_s: float, log: PoolReporter, command: Sequence[str] = WORKER) -> Self:
        """All ``detect.workers`` of them. ``deadline_s`` is for one text. Raises ``Misconfigured``."""
        settings = detect.model_dump_json().encode()
        starting = [asyncio.create_task(Worker.start(command, settings)) for _ in range(detect.workers)]
        try:
            workers = await asyncio.gather(*starting)
        except BaseException:
            for one in starting:
                one.cancel()
            for started in await asyncio.gather(*starting, return_exceptions=True):
                if isinstance(started, Worker):
                    await started.close()
            raise
        return cls(command, settings, workers, deadline_s, log)

    @property
    def ready(self) -> bool:
        return bool(self._alive)

    @property
    def clogged(self) -> bool:
        return self._at_long >= len(self._alive)

    @property
    def pids(self) -> frozenset[int]:
        return frozenset(worker.pid for worker in self._alive)

    async def find(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> Found:
        worker = await self._idle.get()
        while not worker.alive:
            worker = await self._idle.get()
        task = asyncio.create_task(self._ask(worker, passages, known))
        self._asking.add(task)
        task.add_done_callback(self._asked)
        return await asyncio.shield(task)

    async def close(self) -> None:
        """Ends all workers; what they were asked fails."""
        for task in self._keeping:
            task.cancel()
        await asyncio.gather(*self._keeping, return_exceptions=True)
        for worker in self._alive:
            worker.kill()
        await asyncio.gather(*self._asking, return_exceptions=True)
        await asyncio.gather(*(worker.close() for worker in self._alive))
        self._alive.clear()

    async def _ask(self, worker: Worker, passages: Sequence[Passage], known: Sequence[Known]) -> Found:
        long = sum(len(passage.text) for passage in passages) > MEDIUM_CHARS
        self._at_long += long
        try:
            async with asyncio.timeout(self._deadline_s):
                return await worker.ask(passages, known)
        except TimeoutError:
            self._log.worker_hung()
            raise DetectorFailed("worker_hung") from None
        finally:
            self._at_long -= long
            self._idle.put_nowait(worker)  # a dead one is passed over

    def _asked(self, task: asyncio.Task[Found]) -> None:
        self._asking.discard(task)
        if not task.cancelled():
            task.exception()  # seen, also where nobody waits any more

    async def _keep(self, worker: Worker) -> None:
        """One place in the pool: when its process has ended, another one is started. Never returns."""
        while True:
            self._idle.put_nowait(worker)
            await worker.ended()
            self._alive.discard(worker)
            self._log.worker_lost(kind="ended")
            worker = await self._started()
            self._alive.add(worker)
            self._log.worker_started()

    async def _started(self) -> Worker:
        tries = 0
        while True:
            await asyncio.sleep(AGAIN_S[min(tries, len(AGAIN_S) - 1)])
            tries += 1
            try:
                return await Worker.start(self._command, self._settings)
            except (Misconfigured, OSError):
                self._log.worker_lost(kind="not_started")
