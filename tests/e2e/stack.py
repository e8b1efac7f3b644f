"""A gate of one's own for the tests: real Envoy, real sidecars, OPA or the embedded engine, scripted providers.

``supervised`` starts it as its users do, with ``wardgate up``; ``by_hand.py`` starts each part by itself. Whatever a
gate wrote is searched for planted identifiers when it has ended.
"""

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, Final

import pytest

from extproc.config import Settings, load
from extproc.local import identity, opa
from tests.e2e import planted
from tests.e2e.provider import WAIT_S, Providers
from tests.e2e.settings import written
from tests.e2e.wire import Door

ENGINES: Final = ("opa", "embedded")
POLL_S: Final = 0.02
ROOT: Final = Path(__file__).parents[2]


def eventually(question: Callable[[], Any]) -> Any:
    """Asks until the answer is true, and returns it. For what other processes do and nobody tells us."""
    end = time.monotonic() + WAIT_S
    while not (answer := question()):
        if time.monotonic() > end:
            raise AssertionError("it did not come about in time")
        time.sleep(POLL_S)
    return answer


def needs(engine: str) -> None:
    """Skips what cannot be tested without a part that is missing."""
    if engine == "opa" and opa.binary() is None:
        pytest.skip("no opa of our version here: make opa")


@dataclass(slots=True)
class Gate:
    """A gate that serves. ``place`` holds all that its parts wrote."""

    place: Path
    settings: Settings
    door: Door
    parts: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def to(self, *, sub: str = "dr.lee", groups: Sequence[str] = ("cardiology-clinicians",), **claims: object) -> Door:
        """The same door for somebody else."""
        return replace(self.door, token=token(self.settings, sub=sub, groups=groups, **claims))

    def records(self, exchange: str = "") -> list[dict[str, Any]]:
        """The trail's records in the order of their times: all, or one exchange's, by its id or Envoy's request id."""
        lines = [line for path in sorted(self.place.glob("audit/*/*")) for line in read_lines(path)]
        found = [json.loads(line) for line in lines if b'"event"' in line]
        if exchange:
            mine = {one["exchange"] for one in found if exchange in _names(one)}
            found = [one for one in found if one["exchange"] in mine]
        return sorted(found, key=lambda one: int(one["time_us"]))

    def ending(self, exchange: str) -> dict[str, Any]:
        """The record that closed an exchange, once it is there."""
        assert exchange
        record: dict[str, Any] = eventually(lambda: next((one for one in self.records(exchange) if one["ends"]), None))
        return record

    def events(self, exchange: str) -> list[str]:
        return [str(one["event"]) for one in self.records(exchange)]

    def sidecars(self) -> dict[int, int]:
        """Which process serves each index now."""
        found = {}
        for pid, line in processes_of(self.place).items():
            if (
                said := re.search(r"extproc\.cli\.app serve .*--index (\d+)", line)
            ) and "extproc.local.tied" not in line:
                found[int(said[1])] = pid
        return found


def _names(record: Mapping[str, Any]) -> tuple[object, ...]:
    body = record["body"]
    return record["exchange"], body.get("request_id"), body.get("query", {}).get("request_id")


def read_lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines() if path.is_file() else []


def processes_of(place: Path) -> dict[int, str]:
    """Command lines of all processes that were started for ``place``."""
    found = {}
    for entry in Path("/proc").iterdir():
        try:
            line = (entry / "cmdline").read_bytes().decode().replace("\0", " ") if entry.name.isdigit() else ""
        except OSError:
            continue
        if str(place) in line:
            found[int(entry.name)] = line
    return found


def token(settings: Settings, *, sub: str, groups: Sequence[str], **claims: object) -> str:
    one = settings.identity[0]
    return identity.minted(one, subject=sub, groups=groups, claims={one.claims.type: "user", **claims})


@contextmanager
def grounds() -> Iterator[Path]:
    """A directory for one gate, searched when it has ended. Its path is short, as those of Unix sockets must be."""
    with TemporaryDirectory(prefix="wg-") as parent:
        yield Path(parent) / "g"
        leaked = planted.found_below(Path(parent))
        assert not leaked, f"planted identifiers in what the gate wrote: {leaked}"


@contextmanager
def supervised(providers: Providers, engine: str) -> Iterator[Gate]:
    """``wardgate up``, until the block ends; then it must end in order, and leave nothing."""
    needs(engine)
    with grounds() as place:
        config = written(place, providers, {"policy": {"engine": engine}})
        with started(place, "up", "extproc.cli.app", "up", "--config", str(config)) as up:
            ready = eventually(lambda: _first_line(place / "up.out", up))
            gate = gate_of(place, config, int(json.loads(ready)["url"].rpartition(":")[2]), [up])
            yield gate
        assert up.returncode == 0
        assert not processes_of(place)


@contextmanager
def started(place: Path, name: str, *command: str, module: bool = True) -> Iterator[subprocess.Popen[bytes]]:
    """A process whose lines go to ``place``; asked to end with the block, and killed if it does not."""
    argv = (sys.executable, "-m", *command) if module else command
    with _appended(place / f"{name}.out") as out, _appended(place / f"{name}.err") as err:
        process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=ROOT)
        try:
            yield process
        finally:
            process.send_signal(signal.SIGCONT)
            process.terminate()
            try:
                process.wait(WAIT_S)
            finally:
                process.kill()
                process.wait()


def _appended(path: Path) -> IO[bytes]:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("ab")


def gate_of(place: Path, config: Path, port: int, parts: list[subprocess.Popen[bytes]]) -> Gate:
    settings = load(config, {})
    shown = token(settings, sub="dr.lee", groups=["cardiology-clinicians"])
    return Gate(place, settings, Door("127.0.0.1", port, place / "certs" / "ca.pem", shown), parts)


def _first_line(path: Path, process: subprocess.Popen[bytes]) -> bytes:
    assert process.poll() is None, "wardgate up ended by itself"
    line, end, _ = path.read_bytes().partition(b"\n")
    return line if end else b""


def verified(place: Path) -> subprocess.CompletedProcess[str]:
    """``wardgate audit verify`` of a gate's trail."""
    command = (sys.executable, "-m", "extproc.cli.app", "audit", "verify", str(place / "audit"))
    key = ("--key", str(place / "secrets" / "audit.key.pub"))
    return subprocess.run((*command, *key), capture_output=True, text=True, check=False, timeout=WAIT_S)
