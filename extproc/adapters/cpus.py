"""How many processors this process may use: one sidecar process is started for each.

The cgroup's quota counts (v2 ``cpu.max``, v1 ``cpu.cfs_quota_us``), the smallest on the way up to the root, rounded up;
and never more than the processors that the scheduler lets us on. What this does not see: CPU shares and weights.
"""

import math
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

Quota = float
"""Processors; 1.5 is one and a half."""


def available(root: Path = Path("/sys/fs/cgroup"), own: Path = Path("/proc/self/cgroup")) -> int:
    """At least 1."""
    allowed = float(len(os.sched_getaffinity(0)))
    return max(1, math.ceil(min((allowed, *_quotas(root, _groups(own))))))


def _groups(own: Path) -> dict[str, str]:
    """Controllers (``""`` in v2) → our group's path, from lines such as ``0::/user.slice`` and ``4:cpu,cpuacct:/a``."""
    try:
        lines = own.read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    fields = (line.split(":", 2) for line in lines if line.count(":") >= 2)
    return {controller: path for _, controllers, path in fields for controller in controllers.split(",")}


def _quotas(root: Path, groups: dict[str, str]) -> Iterator[Quota]:
    for place in _upwards(root, groups.get("", "/")):
        with suppress(OSError, ValueError):  # absent or "max": no limit here
            quota, period = (place / "cpu.max").read_text(encoding="utf-8").split()
            yield int(quota) / int(period)
    for place in _upwards(root / "cpu", groups.get("cpu", "/")):
        with suppress(OSError, ValueError):
            quota_us = int((place / "cpu.cfs_quota_us").read_text(encoding="utf-8"))
            if quota_us > 0:  # -1: no limit
                yield quota_us / int((place / "cpu.cfs_period_us").read_text(encoding="utf-8"))


def _upwards(root: Path, group: str) -> Iterator[Path]:
    place = Path(os.path.normpath(f"{root}/{group}"))
    while place.is_relative_to(root):
        yield place
        place = place.parent
