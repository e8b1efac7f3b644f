"""On what, when and with which versions."""

import os
import platform
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from bench.detection.measure import Outcome


def described(all_of: Sequence[Outcome]) -> dict[str, str]:
    """``busy`` is how many processes wanted a core: above 1, times are too long."""
    versions: dict[str, str] = {}
    for one in all_of:
        versions |= one.cost.versions
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "busy": f"{os.getloadavg()[1]:.1f}",
        "python": platform.python_version(),
        **dict(sorted(versions.items())),
    }


def said(machine: Mapping[str, str]) -> str:
    versions = ", ".join(
        f"{name} {value}" for name, value in machine.items() if name not in ("date", "processor", "busy")
    )
    return (
        f"Measured on {machine['date']}: {machine['processor']}, of which each engine had one and one thread. Some "
        f"{machine['busy']} processes wanted a core meanwhile. {versions}."
    )


def _processor() -> str:
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        return next((line.partition(":")[2].strip() for line in file if line.startswith("model name")), "unknown")
