"""A policy of a few lines, and a trail of what it decided."""

from pathlib import Path

import pytest

from tests.support.answers import denied
from tests.support.small_policy import (
    deciding,
    query,
    trail,
    written,
)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    return written(tmp_path / "policy")


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    visitors = deciding(3, query(3, "visitors"), denied(), "policy_denied")
    return trail(tmp_path / "audit", [deciding(1, query(1)), deciding(2, query(2)), visitors])
