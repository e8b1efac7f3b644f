"""``wardgate policy push`` and ``status``, on a real OPA."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from extproc.adapters.bundle import write_archive
from extproc.authoring.managing import status_of
from extproc.errors import Misconfigured
from extproc.local.init import initialised
from tests.contract.policy_commands.running import OPA, needs_opa, run
from tests.support.small_policy import (
    put,
)

pytestmark = needs_opa


class Server:
    def __init__(self, place: Path, *arguments: str) -> None:
        self.address = f"unix://{place}/opa.sock"
        quiet = ("--log-level", "error", "--skip-version-check")
        command = (str(OPA), "run", "--server", "--addr", self.address, *quiet, *arguments)
        self.process = subprocess.Popen(command, stderr=subprocess.DEVNULL)

    def ready(self) -> str:
        while True:
            assert self.process.poll() is None
            try:
                if status_of(self.address).healthy:
                    return self.address
            except Misconfigured:
                continue


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[str]:
    server = Server(tmp_path)
    yield server.ready()
    server.process.kill()
    server.process.wait()


@pytest.fixture
def bundled(policy: Path, tmp_path: Path) -> Iterator[str]:
    write_archive(policy, tmp_path / "bundle.tar.gz")
    server = Server(tmp_path, "--bundle", f"{tmp_path}/bundle.tar.gz")
    yield server.ready()
    server.process.kill()
    server.process.wait()


def test_a_policy_is_pushed_to_an_opa_without_bundles(empty: str, policy: Path) -> None:
    result = run("push", policy, "--address", empty)
    assert (result.exit_code, result.stdout) == (0, f"{empty}: has 1 modules and the data of {policy}\n")
    shown = run("status", "--address", empty)
    assert (shown.exit_code, "bundle      none, so a gate accepts no decision of it" in shown.stdout) == (0, True)
    assert "modules     1" in shown.stdout


def test_an_opa_that_runs_on_bundles_takes_no_push(bundled: str, policy: Path) -> None:
    with pytest.raises(Misconfigured, match="runs on bundles") as refused:
        run("push", policy, "--address", bundled)
    assert "wardgate bundle --output" in str(refused.value)


def test_a_policy_of_before_version_1_is_refused_and_not_rewritten(empty: str, tmp_path: Path) -> None:
    old = tmp_path / "old"
    put(old / "a.rego", "package a\n\nx { input.y }\n")
    with pytest.raises(Misconfigured, match="OPA does not take it"):
        run("push", old, "--address", empty)
    assert status_of(empty).policies == ()


def test_the_status_says_whether_opa_decides_by_the_settings_policy(
    bundled: str, policy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = initialised(tmp_path / "gate")
    monkeypatch.setenv("WARDGATE_POLICY__ADDRESS", bundled)
    other = run("status", "--config", settings)
    assert (other.exit_code, "agrees      no" in other.stdout) == (1, True)
    shutil.rmtree(tmp_path / "gate" / "opa")
    shutil.copytree(policy, tmp_path / "gate" / "opa")
    same = run("status", "--config", settings)
    assert (same.exit_code, "agrees      yes" in same.stdout) == (0, True)


def test_an_opa_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="no OPA answers there"):
        run("status", "--address", f"unix://{tmp_path}/nothing.sock")
