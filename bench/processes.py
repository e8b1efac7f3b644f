"""The programs of the bench: started tied to us, their output in files, what they use read from the kernel."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Final, Self

TICK_US: Final = 1_000_000 / os.sysconf("SC_CLK_TCK")
GRACE_S: Final = 15


class Usage:
    """CPU time of some processes, all their threads, user and system."""

    def __init__(self, pids: Mapping[str, int]) -> None:
        self._pids = pids

    def read_us(self) -> dict[str, float]:
        return {name: cpu_us(pid) for name, pid in self._pids.items()}


def cpu_us(pid: int) -> float:
    """Since the start of the process, microseconds; the kernel's unit here is a tick of 10 ms."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * TICK_US


class Processes:
    """``with``: ends all that was started."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._started: list[subprocess.Popen[str]] = []
        self._files: list[IO[str]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._started:
            process.terminate()
        for process in self._started:
            with suppress(subprocess.TimeoutExpired):
                process.wait(GRACE_S)
            process.kill()
            process.wait()
        for file in self._files:
            file.close()

    def start(self, name: str, command: tuple[str, ...], environment: Mapping[str, str]) -> int:
        """The process id of ``command``, which ends when we do."""
        log = (self._directory / f"{name}.log").open("w", encoding="utf-8")
        self._files.append(log)
        self._started.append(_tied(command, environment, stdout=log, stderr=log))
        return self._started[-1].pid

    def start_and_ask(self, command: tuple[str, ...]) -> tuple[int, str]:
        """The process id, and the first line that the program prints."""
        process = _tied(command, {}, stdout=subprocess.PIPE, stderr=None)
        self._started.append(process)
        assert process.stdout is not None
        return process.pid, process.stdout.readline().strip()


def _tied(
    command: tuple[str, ...], environment: Mapping[str, str], *, stdout: IO[str] | int, stderr: IO[str] | None
) -> subprocess.Popen[str]:
    tied = (sys.executable, "-m", "extproc.local.tied", str(os.getpid()), *command)
    return subprocess.Popen(
        tied, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr, text=True, env={**os.environ, **environment}
    )
