"""An OPA that somebody else feeds says by which bundle it decides; each is recorded first, and kept."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from extproc.adapters.opa import OpaPolicy
from extproc.adapters.opa_learned import OpaLearned
from extproc.adapters.policy_ledger import PolicyLedger
from extproc.errors import PolicyMalformed, PolicyUnavailable
from tests.support.answers import allowed
from tests.support.policies import FakeCounts, FakePolicyReporter
from tests.support.ports import FakeTrail
from tests.support.queries import QUERY
from tests.unit.adapters.test_opa import served


class World:
    def __init__(self, policy: OpaPolicy, place: Path) -> None:
        self.trail = FakeTrail()
        self.audit = place / "audit"
        self.opa = OpaLearned(policy)
        self.revision: object = "git-1"
        self.ledger = PolicyLedger(self.trail, FakePolicyReporter(), FakeCounts(), lambda: 1, "opa")
        self.changes = False
        self.told: list[object] = []

    async def answer(self, request: web.Request) -> web.StreamResponse:
        provenance = {"bundles": {"gate": {"revision": self.revision}}}
        if request.path == "/v1/policies":
            modules = [{"id": "gate/gate/request.rego", "raw": "package gate.request\n", "ast": {}}]
            if self.changes:
                self.revision = "git-9"
            return web.json_response({"result": modules})
        if request.path == "/v1/data/wardgate":
            return web.json_response(
                {"result": {"access": {}}, "provenance": provenance, "decision_id": str(id(request))}
            )
        question = await request.json()
        result = {**allowed(), "decision_id": question["input"]["decision_id"]}
        return web.json_response({"result": result, "provenance": provenance})

    @property
    def recorded(self) -> list[object]:
        return [entry.body["policy_revision"] for entry in self.trail.entries]

    @property
    def kept(self) -> list[dict[str, object]]:
        return [json.loads(path.read_bytes()) for path in sorted(self.audit.glob("policies/opa-*.json"))]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    made = World(OpaPolicy(f"unix://{tmp_path}/opa.sock", "", 2_000), tmp_path)
    async with served(made.answer, tmp_path):
        made.opa.tell(made.ledger, made.audit, lambda *told: made.told.append(told))
        yield made
    await made.opa.close()


async def test_the_first_decision_by_another_bundle_waits_for_its_record(world: World) -> None:
    for revision in ("git-1", "git-1", "git-2"):
        world.revision = revision
        assert (await world.opa.decide(QUERY)).revision == world.opa.revision == revision
    assert world.recorded == ["git-1", "git-2"]
    assert [entry.body["before"] for entry in world.trail.entries] == ["", "git-1"]


async def test_a_look_records_and_keeps_what_nobody_asked_by_yet(world: World) -> None:
    for revision in ("git-1", "git-1", "git-2"):
        world.revision = revision
        await world.opa.look()
    assert world.recorded == ["git-1", "git-2"]
    modules = {"gate/gate/request.rego": "package gate.request\n"}
    kept = [{"revision": one, "modules": modules, "data": {"access": {}}} for one in ("git-1", "git-2")]
    assert sorted(world.kept, key=str) == sorted(kept, key=str)
    assert world.told == [({"wardgate": {"access": {}}}, ("gate.request",))] * 2


async def test_what_changed_while_it_was_read_is_kept_at_the_next_look(world: World) -> None:
    world.changes = True
    await world.opa.look()
    assert world.kept == []
    await world.opa.look()
    assert [one["revision"] for one in world.kept] == ["git-9"]


@pytest.mark.parametrize("revision", ["", None, 7, "two words", "x" * 200])
async def test_a_bundle_without_a_revision_decides_nothing(revision: object, world: World) -> None:
    world.revision = revision
    with pytest.raises(PolicyMalformed):
        await world.opa.decide(QUERY)
    assert world.recorded == []


async def test_what_cannot_be_recorded_does_not_decide(world: World) -> None:
    world.trail._fails_at = 0
    with pytest.raises(PolicyUnavailable):
        await world.opa.decide(QUERY)
    assert world.opa.revision == ""


async def test_until_there_is_a_trail_nothing_is_decided(world: World, tmp_path: Path) -> None:
    async with OpaPolicy(f"unix://{tmp_path}/opa.sock", "", 2_000) as policy:
        with pytest.raises(PolicyMalformed):
            await OpaLearned(policy).decide(QUERY)
