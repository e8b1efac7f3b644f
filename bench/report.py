"""What was measured, as tables for people and as JSON for machines."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from load import Run
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of request at one number of connections: pairs of runs, Envoy alone and with the gate, one after the
    other. What is reported is the median over the pairs."""

    name: str
    connections: int
    alone: Sequence[Run]
    gate: Sequence[Run]

    @property
    def added_p50_ms(self) -> float:
        return statistics.median(b.p50_ms - a.p50_ms for a, b in zip(self.alone, self.gate, strict=True))

    @property
    def throughput(self) -> float:
        """With the gate, as a share of Envoy alone."""
        return statistics.median(
            b.requests_per_s / a.requests_per_s for a, b in zip(self.alone, self.gate, strict=True)
        )

    @property
    def failed(self) -> int:
        return sum(run.refused + run.broken for run in (*self.alone, *self.gate))

    def document(self) -> dict[str, Any]:
        return {
            "request": self.name,
            "connections": self.connections,
            "alone": summary(self.alone),
            "gate": summary(self.gate),
            "added_p50_ms": round(self.added_p50_ms, 3),
            "throughput_ratio": round(self.throughput, 4),
            "runs": {"alone": [asdict(run) for run in self.alone], "gate": [asdict(run) for run in self.gate]},
        }


def median(runs: Sequence[Run], of: Callable[[Run], float]) -> float:
    return statistics.median(of(run) for run in runs)


def summary(runs: Sequence[Run]) -> dict[str, Any]:
    return {
        "requests_per_s": round(median(runs, lambda run: run.requests_per_s), 1),
        "p50_ms": round(median(runs, lambda run: run.p50_ms), 3),
        "p99_ms": round(median(runs, lambda run: run.p99_ms), 3),
        "failed": sum(run.refused + run.broken for run in runs),
        "cpu_us": {name: round(statistics.median(run.cpu_us[name] for run in runs)) for name in runs[0].cpu_us},
    }


def shown(rows: Sequence[Row], console: Console) -> None:
    console.print(_speed(rows))
    console.print(_cpu(rows))


def _speed(rows: Sequence[Row]) -> Table:
    heads = ("conn.", "A req/s", "G req/s", "G/A", "A p50", "G p50", "added", "A p99", "G p99", "failed")
    table = _table("Envoy alone (A) and Envoy with the gate (G); latencies in ms", heads)
    for row in rows:
        a, g = summary(row.alone), summary(row.gate)
        table.add_row(
            row.name,
            str(row.connections),
            f"{a['requests_per_s']:.0f}",
            f"{g['requests_per_s']:.0f}",
            f"{row.throughput:.3f}",
            f"{a['p50_ms']:.2f}",
            f"{g['p50_ms']:.2f}",
            f"{row.added_p50_ms:.2f}",
            f"{a['p99_ms']:.1f}",
            f"{g['p99_ms']:.1f}",
            str(row.failed),
        )
    return table


def _cpu(rows: Sequence[Row]) -> Table:
    names = list(rows[0].gate[0].cpu_us)
    heads = ("conn.", "A envoy", "A provider", *(f"G {name}" for name in names), "G sidecars, sum")
    table = _table("CPU per request, ms: each process's CPU time over all requests of the run", heads)
    for row in rows:
        a, g = summary(row.alone)["cpu_us"], summary(row.gate)["cpu_us"]
        together = sum(value for name, value in g.items() if name.startswith("sidecar-"))
        numbers = (a["envoy"], a["provider"], *(g[name] for name in names), together)
        table.add_row(row.name, str(row.connections), *(f"{value / 1000:.2f}" for value in numbers))
    return table


def _table(title: str, heads: Sequence[str]) -> Table:
    table = Table(title=title, box=SIMPLE, pad_edge=False)
    table.add_column("request", no_wrap=True)
    for head in heads:
        table.add_column(head, justify="right")
    return table
