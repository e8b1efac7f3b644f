"""One detection worker, as its parent sees it."""

import asyncio
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from typing import Final, Self

from extproc.adapters import detect_wire as wire
from extproc.detect.finding import Finding, Known, Passage
from extproc.errors import DetectorFailed, Misconfigured

ENVIRONMENT: Final = {
    "LANG": "C.UTF-8",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
"""And nothing else: a worker has no use for the gate's."""
START_S: Final = 60.0
"""Two seconds on an idle machine."""


class WorkerLost(DetectorFailed):
    """The process is gone, or does not speak."""


class Worker:
    """Takes one question at a time; made by :meth:`start`."""

    def __init__(self, process: Process) -> None:
        assert process.stdin is not None  # noqa: S101 (piped; for the type checker)
        assert process.stdout is not None  # noqa: S101
        self._process: Final = process
        self._stdin: Final = process.stdin
        self._stdout: Final = process.stdout
        self._killed = False

    @classmethod
    async def start(cls, command: Sequence[str], settings: bytes) -> Self:
        """Returns once the detector is built. Raises ``Misconfigured`` with why, where it cannot be."""
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            env=ENVIRONMENT,
            start_new_session=True,  # a terminal's Ctrl-C is the gate's to handle; the worker ends with its input
        )
        worker = cls(process)
        try:
            async with asyncio.timeout(START_S):
                said = await worker._opened(settings)
        except (TimeoutError, WorkerLost):
            said = b"detect: a detection worker did not start"
        except asyncio.CancelledError:
            await worker.close()
            raise
        if said != wire.READY:
            await worker.close()
            raise Misconfigured(said.decode())
        return worker

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.returncode is None and not self._killed

    async def ask(self, passages: Sequence[Passage], known: Sequence[Known]) -> Sequence[Sequence[Finding]]:
        """Raises ``WorkerLost``, or ``DetectorFailed`` where only this question failed.

        Left early, for whatever reason, it kills the process: what that would say next answers nothing we ask.
        """
        answer = wire.Answer(len(passages))
        try:
            await self._say(wire.question(passages, known))
            while not answer.take(await self._heard()):
                pass
        except BaseException:
            self.kill()
            raise
        if answer.failure:
            raise DetectorFailed(answer.failure)
        return answer.found

    async def ended(self) -> None:
        await self._process.wait()

    def kill(self) -> None:
        self._killed = True
        with suppress(ProcessLookupError):
            self._process.kill()

    async def close(self) -> None:
        """Not while a question is being answered."""
        self.kill()
        self._stdin.close()
        await self._process.wait()
        with suppress(OSError):
            await self._stdout.read()  # to its end: then nothing of it outlives the loop

    async def _opened(self, settings: bytes) -> bytes:
        await self._say(settings)
        return await self._heard()

    async def _say(self, content: bytes) -> None:
        try:
            self._stdin.write(wire.framed(content))
            await self._stdin.drain()
        except (OSError, RuntimeError):  # RuntimeError: uvloop's, of a closed pipe
            raise WorkerLost("worker_ended") from None

    async def _heard(self) -> bytes:
        try:
            (length,) = wire.LENGTH.unpack(await self._stdout.readexactly(wire.LENGTH.size))
            return await self._stdout.readexactly(length)
        except (asyncio.IncompleteReadError, OSError):
            raise WorkerLost("worker_ended") from None
