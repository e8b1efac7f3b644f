"""Load by wrk: HTTP/1.1 over TLS, kept connections, each sending its next request when it has its answer."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from notes import Request
from processes import Usage

SCRIPT: Final = Path(__file__).with_name("wrk.lua")
TIMEOUT_S: Final = 30


@dataclass(frozen=True, slots=True)
class Run:
    """One run of wrk. ``refused`` are answers of status 400 and up, ``broken`` what ended without an answer.

    ``cpu_us`` is by process what one request cost it, counting all requests.
    """

    requests_per_s: float
    p50_ms: float
    p99_ms: float
    refused: int
    broken: int
    cpu_us: dict[str, float]


class Load:
    """Requests of one kind, ready to be sent."""

    def __init__(self, token: Path, path: str, bodies: list[Path]) -> None:
        self._token = token
        self._path = path
        self._bodies = bodies

    @classmethod
    def written(cls, directory: Path, name: str, token: Path, requests: list[Request]) -> Self:
        bodies = [directory / f"{name.replace(' ', '-')}-{index}.json" for index in range(len(requests))]
        for file, one in zip(bodies, requests, strict=True):
            file.write_bytes(one.body)
        return cls(token, requests[0].path, bodies)

    def run(self, url: str, connections: int, seconds: int, usage: Usage) -> Run:
        before = usage.read_us()
        said = self._wrk(url, connections, seconds)
        after = usage.read_us()
        count = max(1, said["requests"])
        return Run(
            requests_per_s=said["requests"] / said["duration_us"] * 1e6,
            p50_ms=said["p50_us"] / 1000,
            p99_ms=said["p99_us"] / 1000,
            refused=said["refused"],
            broken=said["broken"],
            cpu_us={name: (after[name] - before[name]) / count for name in before},
        )

    def _wrk(self, url: str, connections: int, seconds: int) -> dict[str, int]:
        options = ("-t1", f"-c{connections}", f"-d{seconds}s", f"--timeout={TIMEOUT_S}s", "-s", str(SCRIPT))
        files = (str(self._token), *map(str, self._bodies))
        command = ("wrk", *options, url + self._path, "--", *files)
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"bench: wrk failed: {done.stderr.strip()}")
        result: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
        return result


def missing() -> str:
    """What to say where there is no wrk; ``""`` where there is."""
    return "" if shutil.which("wrk") else "bench: wrk is missing: apt-get install wrk"
