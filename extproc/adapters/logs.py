"""The sidecar's log: one JSON object a line on standard error, from a closed table of events and fields.

There is no way to log a sentence: each event is a method, and its fields go through :data:`FIELDS`. What is not of its
field's form is replaced by ``"?"``. Errors are named by type and by the place in our code, never by their text, which
may quote a patient. :meth:`Log.install` does the same to whatever else would write to standard error: other libraries'
loggers, warnings, uncaught exceptions.

What this does not cover: what C libraries print by themselves (gRPC's own, set by ``GRPC_VERBOSITY``).
"""

import asyncio
import json
import logging
import re
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final, TextIO

PACKAGE: Final = Path(__file__).resolve().parents[1]
NOT_SAID: Final = "?"

_WORD: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,127}")
_PLACE: Final = re.compile(r"[A-Za-z0-9_./-]{1,200}:\d{1,7}")

FIELDS: Final[Mapping[str, re.Pattern[str] | type[int]]] = {
    "chain": _WORD,
    "content": _WORD,
    "count": int,
    "detectors": _WORD,
    "engine": _WORD,
    "index": int,
    "kind": _WORD,
    "logger": _WORD,
    "place": _PLACE,
    "raised_at": _PLACE,
    "reason": _WORD,
    "revision": _WORD,
}
"""All fields there are, with the form of their values."""


class Log:
    """Never raises: a log that cannot be written is no reason to fail an exchange, or to let one pass."""

    def __init__(
        self, stream: TextIO | None = None, time_us: Callable[[], int] = lambda: time.time_ns() // 1000
    ) -> None:
        """``stream`` is standard error by default, as it is when a line is written."""
        self._stream = stream
        self._time_us = time_us

    def serving(self, *, index: int, engine: str, revision: str) -> None:
        self._write("info", "serving", index=index, engine=engine, revision=revision)

    def draining(self) -> None:
        self._write("info", "draining")

    def stopped(self) -> None:
        self._write("info", "stopped")

    def chain_started(self, *, chain: str) -> None:
        self._write("info", "chain_started", chain=chain)

    def trail_dead(self, *, reason: str) -> None:
        """Nothing can be recorded, so nothing is served; ``reason`` is the trail's refusal."""
        self._write("error", "trail_dead", reason=reason)

    def policy_activated(self, *, revision: str) -> None:
        """Decisions are made by it from now on."""
        self._write("info", "policy_activated", revision=revision)

    def transcripts_unmet(self, *, kind: str) -> None:
        """The policy asks for transcripts, the settings say to nobody's key: ``obligation_unmet`` is every answer."""
        self._write("error", "transcripts_unmet", kind=kind)

    def policy_rejected(self, *, kind: str, content: str) -> None:
        """A changed policy that was not taken, by the digest of its content; what was in force stays in force."""
        self._write("error", "policy_rejected", kind=kind, content=content)

    def policy_failed(self, *, kind: str) -> None:
        self._write("error", "policy_failed", kind=kind)

    def detecting(self, *, names: Sequence[str]) -> None:
        """What looks, as records name it; ``rules-AGE``, of which a kind is switched off, is a warning."""
        self._write("info" if "rules" in names else "warning", "detecting", detectors="+".join(names))

    def detector_failed(self, *, kind: str) -> None:
        self._write("error", "detector_failed", kind=kind)

    def self_test_failed(self, *, kind: str) -> None:
        """Nothing is served until it passes; ``kind`` is what was missed, as ``NAME+DATE``."""
        self._write("error", "self_test_failed", kind=kind)

    def self_test_passed(self) -> None:
        self._write("info", "self_test_passed")

    def worker_hung(self) -> None:
        self._write("error", "worker_hung")

    def worker_lost(self, *, kind: str) -> None:
        self._write("error", "worker_lost", kind=kind)

    def worker_started(self) -> None:
        self._write("info", "worker_started")

    def exchange_failed(self, *, kind: str) -> None:
        self._write("error", "exchange_failed", kind=kind)

    def telemetry_dropped(self, *, count: int) -> None:
        self._write("warning", "telemetry_dropped", count=count)

    def unexpected(self, error: BaseException) -> None:
        """An exception nobody foresaw, by its type and two places: the last of our code, and where it was raised."""
        ours, raised_at = places(error.__traceback__)
        self._write("error", "unexpected", kind=type(error).__qualname__, place=ours, raised_at=raised_at)

    def install(self) -> None:
        """Take over what this process would write to standard error without us."""
        logging.captureWarnings(True)
        logging.basicConfig(handlers=[_Foreign(self)], level=logging.WARNING, force=True)
        sys.excepthook = lambda kind, error, tb: self.unexpected(error)
        threading.excepthook = lambda what: self.unexpected(what.exc_value) if what.exc_value else None
        sys.unraisablehook = lambda what: self.unexpected(what.exc_value) if what.exc_value else None

    def loop_failed(self, loop: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
        """For ``loop.set_exception_handler``."""
        error = context.get("exception")
        if isinstance(error, BaseException):
            self.unexpected(error)
        else:
            self._write("error", "loop_failed")

    def foreign(self, *, logger: str, level: str, place: str) -> None:
        """Another library logged something; what it said stays unsaid."""
        self._write(level, "foreign", logger=logger, place=place)

    def _write(self, level: str, event: str, **fields: str | int) -> None:
        said = {name: value if _fits(name, value) else NOT_SAID for name, value in fields.items()}
        line = json.dumps({"time_us": self._time_us(), "level": level, "event": event, **said})
        stream = self._stream or sys.stderr
        try:
            stream.write(line + "\n")
            stream.flush()
        except (OSError, ValueError):  # closed, or a pipe whose reader is gone
            pass


def places(tb: TracebackType | None) -> tuple[str, str]:
    """The last place of our own code in a traceback, and the last place at all, as ``file:line``.

    Files outside the package are named without their directories.
    """
    ours = last = NOT_SAID
    for frame in traceback.walk_tb(tb):
        path, line = Path(frame[0].f_code.co_filename), frame[1]
        last = f"{path.name}:{line}"
        if path.is_relative_to(PACKAGE):
            ours = last = f"{path.relative_to(PACKAGE.parent)}:{line}"
    return ours, last


class _Foreign(logging.Handler):
    """Tells who logged and where, and nothing of what."""

    def __init__(self, log: Log) -> None:
        super().__init__()
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        place = f"{Path(record.pathname).name}:{record.lineno}"
        self._log.foreign(logger=record.name, level=_level(record.levelno), place=place)


def _level(number: int) -> str:
    return "error" if number >= logging.ERROR else "warning" if number >= logging.WARNING else "info"


def _fits(name: str, value: str | int) -> bool:
    match FIELDS.get(name):
        case re.Pattern() as pattern:
            return isinstance(value, str) and pattern.fullmatch(value) is not None
        case None:
            return False
        case _:
            return isinstance(value, int) and not isinstance(value, bool)
