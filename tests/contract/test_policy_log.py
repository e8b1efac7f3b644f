"""OPA's own decision log, with the shipped mask: our decision's id, and nobody's name."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from extproc.adapters.bundle import write_archive
from extproc.adapters.opa import OpaPolicy
from extproc.local import opa
from tests.support.queries import QUERY

pytestmark = pytest.mark.skipif(opa.binary() is None, reason="no opa of our version here: make opa")

SHIPPED = Path(__file__).parents[2] / "opa"
ASKED = replace(
    QUERY,
    decision_id="dec-7f3a",
    digest="d16e57" * 10,
    identity=replace(QUERY.identity, subject="dr.planted", on_behalf_of="planted-delegate", session="planted-session"),
)


class World:
    def __init__(self, place: Path) -> None:
        program = opa.binary()
        assert program is not None
        (place / "policy").mkdir()
        self.revision = write_archive(SHIPPED, place / "policy" / "bundle.tar.gz")
        self.socket = place / "opa.sock"
        self.log = place / "opa.log"
        where = ("--addr", f"unix://{self.socket}", "--bundle", str(place / "policy" / "bundle.tar.gz"))
        logging = ("--set", "decision_logs.console=true", "--log-level", "error", "--skip-version-check")
        with self.log.open("wb") as log:
            self.process = subprocess.Popen((program, "run", "--server", *where, *logging), stdout=log, stderr=log)

    def logged(self, count: int) -> list[dict[str, Any]]:
        """The decisions logged so far, once there are ``count``."""
        while True:
            events = [
                json.loads(line) for line in self.log.read_bytes().splitlines(keepends=True) if line[-1:] == b"\n"
            ]
            decisions = [one for one in events if "path" in one and "labels" in one]
            if len(decisions) >= count:
                return decisions
            assert self.process.poll() is None


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    started = World(tmp_path)
    yield started
    started.process.kill()
    started.process.wait()


async def test_a_logged_decision_is_found_by_our_id_and_names_nobody(world: World) -> None:
    async with OpaPolicy(f"unix://{world.socket}", world.revision, 10_000) as policy:
        while not await policy.healthy():
            assert world.process.poll() is None
        decision = await policy.decide(ASKED)
    [event] = world.logged(1)
    assert event["input"]["decision_id"] == event["result"]["decision_id"] == decision.decision_id
    assert event["result"]["verdict"] == decision.verdict
    assert event["input"]["phi"]["total"] == ASKED.phi.total
    text = world.log.read_text(encoding="utf-8")
    for secret in ("dr.planted", "planted-delegate", "planted-session", "d16e57"):
        assert secret not in text


async def test_of_a_question_that_is_not_ours_nothing_is_logged(world: World) -> None:
    async with OpaPolicy(f"unix://{world.socket}", world.revision, 10_000) as policy:
        while not await policy.healthy():
            assert world.process.poll() is None
    connector = aiohttp.UnixConnector(str(world.socket))
    async with aiohttp.ClientSession(connector=connector) as session:
        for question in ({"note": "Zoe Testpatient 219-09-9999"}, "Zoe Testpatient 219-09-9999"):
            async with session.post("http://opa/v1/data/gate/request/decision", json={"input": question}) as answer:
                assert answer.status == 200
    for event in world.logged(2):
        assert "input" not in event
    assert "Testpatient" not in world.log.read_text(encoding="utf-8")
