"""Envoy alone and Envoy with the gate, measured in one run: `make bench`.

Real Envoy, real OPA on its Unix socket, every record synced to the disk, tokens verified, identifiers looked for. The
load is wrk's; the provider is ``stand_in.py``. Each kind of request is measured in pairs, alone and with the gate in
turn, so that what else the machine does touches both. What it cannot show: TLS to a provider, a network, HTTP/2.
"""

import argparse
import json
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from ssl import CERT_NONE, create_default_context
from tempfile import TemporaryDirectory
from typing import Any, Final

import notes
from load import Load, Run, missing
from machine import described
from processes import Processes
from report import Row, shown
from rich.console import Console
from rich.progress import Progress
from setups import Setup, Setups, started
from stand_in import CHUNKS

KILOBYTE: Final = 1024
VARIANTS: Final = 16
"""Different bodies of a kind, sent in turn, so that no cache makes the work of one do for all."""
CONNECTIONS: Final = (1, 32)
WIDTH: Final = 120


@dataclass(frozen=True, slots=True)
class Kind:
    """Requests of one kind; runs of a slow kind are ``patience`` times as long."""

    name: str
    requests: list[notes.Request]
    patience: int = 1


@dataclass(frozen=True, slots=True)
class Effort:
    """``pairs`` of runs for each row, ``run_s`` seconds each, after ``warm_s`` seconds that do not count."""

    pairs: int
    run_s: int
    warm_s: int


USUAL: Final = Effort(pairs=3, run_s=5, warm_s=2)
QUICK: Final = Effort(pairs=1, run_s=3, warm_s=1)


def kinds() -> list[Kind]:
    seeds = range(VARIANTS)
    return [
        *(Kind(f"chat {size} KB", [notes.chat(seed, size * KILOBYTE) for seed in seeds]) for size in (1, 2, 16)),
        Kind("chat 256 KB", [notes.chat(seed, 256 * KILOBYTE) for seed in seeds], patience=3),
        Kind("embeddings 8 x 256 B", [notes.embeddings(seed, 8, 256) for seed in seeds]),
        Kind(f"stream of {CHUNKS} events", [notes.chat(seed, 2 * KILOBYTE, stream=True) for seed in seeds]),
    ]


def measured(setups: Setups, directory: Path, effort: Effort, progress: Progress) -> Iterator[Row]:
    token = directory / "token"
    token.write_text(setups.token, "utf-8")
    all_kinds = list(kinds())
    task = progress.add_task("measuring", total=len(all_kinds) * len(CONNECTIONS))
    for kind in all_kinds:
        load = Load.written(directory, kind.name, token, kind.requests)
        for setup in (setups.alone, setups.gate):
            answers(setup, kind.requests[0], setups.token)
            load.run(setup.url, 2, effort.warm_s, setup.usage)
        for connections in CONNECTIONS:
            progress.update(task, description=f"{kind.name}, connections: {connections}")
            run_s = effort.run_s * kind.patience
            pairs = [_pair(load, setups, connections, run_s) for _ in range(effort.pairs)]
            alone, gate = zip(*pairs, strict=True)
            yield Row(kind.name, connections, alone, gate)
            progress.advance(task)


def _pair(load: Load, setups: Setups, connections: int, run_s: int) -> tuple[Run, Run]:
    alone, gate = (load.run(one.url, connections, run_s, one.usage) for one in (setups.alone, setups.gate))
    return alone, gate


def answers(setup: Setup, request: notes.Request, token: str) -> None:
    """Raises ``HTTPError`` unless the request is served: a bench of refusals would be a fast one."""
    context = create_default_context()
    context.check_hostname, context.verify_mode = False, CERT_NONE
    headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
    asked = urllib.request.Request(setup.url + request.path, request.body, headers)
    with urllib.request.urlopen(asked, context=context, timeout=60) as answer:
        answer.read()


def document(rows: list[Row], effort: Effort, setups: Setups, where: dict[str, Any]) -> dict[str, object]:
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": where,
        "sidecars": setups.processes,
        "pairs": effort.pairs,
        "run_s": effort.run_s,
        "rows": [row.document() for row in rows],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="two minutes instead of nine")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write everything there")
    parser.add_argument(
        "--directory", type=Path, help="a short path on the disk that the records go to; default: the system's"
    )
    arguments = parser.parse_args()
    if said := missing():
        sys.exit(said)
    effort = QUICK if arguments.quick else USUAL
    errors = Console(stderr=True)
    with TemporaryDirectory(prefix="wg-", dir=arguments.directory) as place:
        directory = Path(place)
        where = described(directory)
        errors.print("bench: starting Envoy twice, the sidecars and OPA")
        with Processes(directory) as processes, Progress(console=errors, transient=True) as progress:
            setups = started(directory, processes)
            rows = list(measured(setups, directory, effort, progress))
        result = document(rows, effort, setups, where)
    shown(rows, Console(width=WIDTH))
    slower = where["slower_after_a_pause"]
    errors.print(f"bench: on this machine the same work costs {slower} times the CPU after a pause of 5 ms")
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    failed = sum(row.failed for row in rows)
    if failed:
        errors.print(f"bench: {failed} requests were refused or broken, so these figures are not of served requests")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
