"""CPU limits, read from made-up cgroup trees."""

import os
from pathlib import Path

import pytest

from extproc.adapters.cpus import available


@pytest.fixture(autouse=True)
def sixteen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(16)))


def tree(root: Path, files: dict[str, str], own: str) -> int:
    for name, text in files.items():
        path = root / "cgroup" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (root / "own").write_text(own)
    return available(root / "cgroup", root / "own")


@pytest.mark.parametrize(
    ("files", "own", "cpus"),
    [
        ({}, "", 16),
        ({"cpu.max": "max 100000\n"}, "0::/\n", 16),
        ({"cpu.max": "400000 100000\n"}, "0::/\n", 4),
        ({"cpu.max": "150000 100000\n"}, "0::/\n", 2),
        ({"cpu.max": "5000 100000\n"}, "0::/\n", 1),
        ({"cpu.max": "6400000 100000\n"}, "0::/\n", 16),
        ({"a/b/cpu.max": "max 100000\n", "a/cpu.max": "300000 100000\n"}, "0::/a/b\n", 3),
        ({"a/cpu.max": "300000 100000\n"}, "0::/other\n", 16),
        ({"cpu/cpu.cfs_quota_us": "-1\n", "cpu/cpu.cfs_period_us": "100000\n"}, "4:cpu,cpuacct:/\n", 16),
        ({"cpu/a/cpu.cfs_quota_us": "200000\n", "cpu/a/cpu.cfs_period_us": "100000\n"}, "4:cpu,cpuacct:/a\n", 2),
        ({"cpu.max": "nonsense"}, "0::/\n", 16),
        ({"cpu.max": "400000 100000\n"}, "0::/../../..\n", 16),
    ],
)
def test_the_smallest_limit_on_the_way_up_counts(tmp_path: Path, files: dict[str, str], own: str, cpus: int) -> None:
    assert tree(tmp_path, files, own) == cpus


def test_without_cgroups_the_scheduler_says(tmp_path: Path) -> None:
    assert available(tmp_path / "none", tmp_path / "none") == 16
