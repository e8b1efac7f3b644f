"""A part of the stack as a running process: its lines are shown under its name, and it never outlives us."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import Final, Self

from extproc.errors import Misconfigured

Show = Callable[[str, str], None]
"""Takes a part's name and one line that it wrote."""

LONGEST_LINE_BYTES: Final = 2**16
LEFTOVER_S: Final = 1.0
"""How long the lines of a part that ended are waited for: a grandchild may keep the pipe open."""


@dataclass(frozen=True, slots=True)
class Part:
    """What to run. ``grace_s`` is how long it may take to end after SIGTERM, seconds."""

    name: str
    command: tuple[str, ...]
    grace_s: float = 5.0


class Running:
    """One start of a part, in a session of its own, so that Ctrl-C reaches us alone and we choose the order."""

    def __init__(self, part: Part, process: asyncio.subprocess.Process, lines: asyncio.Task[None]) -> None:
        self.part = part
        self.expected = False
        """We asked it to end."""
        self._process = process
        self._lines = lines

    @classmethod
    async def started(cls, part: Part, show: Show) -> Self:
        """Raises ``Misconfigured`` if it cannot be started."""
        command = (sys.executable, "-m", "extproc.local.tied", str(os.getpid()), *part.command)
        reading, writing = os.pipe()  # ours: asyncio's own would make us wait for all that hold the other end
        try:
            process = await asyncio.create_subprocess_exec(
                *command, stdin=asyncio.subprocess.DEVNULL, stdout=writing, stderr=writing, start_new_session=True
            )
        except OSError as error:
            os.close(reading)
            raise Misconfigured(f"{part.name}: cannot be started ({error.strerror})") from error
        finally:
            os.close(writing)
        return cls(part, process, asyncio.create_task(_shown(reading, part.name, show)))

    @property
    def pid(self) -> int:
        return self._process.pid

    async def ended(self) -> int:
        """Waits for its end and its last lines; the exit code, negative for a signal."""
        code = await self._process.wait()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)  # what it started and left behind
        await asyncio.wait((self._lines,), timeout=LEFTOVER_S)
        self._lines.cancel()
        return code

    async def stop(self, hurry: asyncio.Event) -> None:
        """SIGTERM, then SIGKILL after the part's grace or once in a hurry."""
        self.expected = True
        self._signal(signal.SIGTERM)
        end, rush = asyncio.create_task(self._process.wait()), asyncio.create_task(hurry.wait())
        await asyncio.wait((end, rush), timeout=self.part.grace_s, return_when=asyncio.FIRST_COMPLETED)
        rush.cancel()
        if not end.done():
            self._signal(signal.SIGKILL)
        await end

    def _signal(self, number: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            self._process.send_signal(number)


async def _shown(pipe: int, name: str, show: Show) -> None:
    """Until nobody has the pipe's other end."""
    stream = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(stream)
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, os.fdopen(pipe, "rb", 0))
    with closing(transport):
        async for line in _lines(stream):
            show(name, line.decode(errors="replace"))


async def _lines(stream: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """Without their ends; the last one may have none. A very long one comes in pieces."""
    rest = b""
    while data := await stream.read(LONGEST_LINE_BYTES):
        *lines, rest = (rest + data).split(b"\n")
        if len(rest) > LONGEST_LINE_BYTES:
            lines, rest = [*lines, rest], b""
        for line in lines:
            yield line.rstrip(b"\r")
    if rest:
        yield rest
