"""OPA is given another bundle, and decides by it or by the old one, and by nothing else."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web

from extproc.adapters.bundle import Bundle
from extproc.adapters.opa import OpaPolicy
from extproc.adapters.opa_engine import OTHERS_LOOKS, TAKING_S, OpaEngine
from extproc.adapters.opa_program import binary
from extproc.errors import Misconfigured, PolicyMalformed, PolicyUnavailable, TrailUnavailable
from tests.support import answer_policies
from tests.support.answers import allowed
from tests.support.queries import QUERY
from tests.unit.adapters.test_opa import served

needs_opa = pytest.mark.skipif(binary() is None, reason="no opa of our version here: make opa")

DECIDES = """package gate.request
decision := object.union(data.answer, {"decision_id": input.decision_id})
"""

BOTH = {"gate/request.rego": DECIDES, "gate/response.rego": answer_policies.DECIDES}


def bundle(revision: str, modules: dict[str, str] | None = None, data: object = None) -> Bundle:
    return Bundle(
        modules or {"gate/request.rego": DECIDES}, data or {"answer": allowed()}, revision, revision, revision.encode()
    )  # type: ignore[arg-type]


OLD, NEW = bundle("sha256:old"), bundle("sha256:new")


class World:
    """An OPA that is told what it decides by; ``arrived`` counts."""

    def __init__(self, policy: OpaPolicy, archive: Path | None) -> None:
        self.policy = policy
        self.archive = archive
        self.now_s = 0.0
        self.engine = OpaEngine(policy, OLD, archive, None, lambda: self.now_s)
        self.decides_by: str | None = OLD.named
        self.arrived = 0
        self.recordable = True

    async def answer(self, request: web.Request) -> web.StreamResponse:
        if self.decides_by is None:
            return web.Response(status=500)
        question = await request.json()
        return self.by(self.decides_by, question["input"]["decision_id"])

    def by(self, revision: str, decision_id: str) -> web.Response:
        result = {**allowed(), "decision_id": decision_id}
        provenance = {"bundles": {"b": {"revision": revision}}}
        return web.Response(body=json.dumps({"result": result, "provenance": provenance}).encode())

    def on_arrival(self) -> None:
        if not self.recordable:
            raise TrailUnavailable("ENOSPC")
        self.arrived += 1

    async def offer(self, new: Bundle = NEW) -> None:
        await self.engine.offer(new, self.on_arrival)

    async def decides(self) -> str:
        return (await self.engine.decide(QUERY)).revision

    @property
    def given(self) -> bytes:
        assert self.archive is not None
        return self.archive.read_bytes()


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    (tmp_path / "policy").mkdir()
    made = World(OpaPolicy(f"unix://{tmp_path}/opa.sock", OLD.revision, 2_000), tmp_path / "policy" / "bundle.tar.gz")
    async with served(made.answer, tmp_path):
        await made.engine.begin()
        yield made
    await made.engine.close()


async def test_opa_is_given_the_new_bundle_some_looks_later_and_then_decides_by_it(world: World) -> None:
    await world.offer()
    for _ in range(OTHERS_LOOKS):
        await world.engine.step()
        assert (world.given, world.engine.busy) == (OLD.archive, False)
    await world.engine.step()
    assert (world.given, world.engine.busy, world.arrived) == (NEW.archive, True, 0)
    assert await world.decides() == OLD.revision
    world.decides_by = NEW.named
    assert await world.decides() == NEW.revision
    assert (world.arrived, world.engine.revision) == (1, NEW.revision)
    await world.engine.step()
    assert not world.engine.busy


async def test_where_nobody_asks_the_step_itself_does(world: World) -> None:
    await world.offer()
    world.decides_by = NEW.named
    await world.engine.step()
    assert (world.arrived, world.engine.revision) == (1, NEW.revision)


async def test_after_the_change_the_old_bundle_decides_nothing(world: World) -> None:
    await world.offer()
    world.decides_by = NEW.named
    await world.decides()
    world.decides_by = OLD.named
    with pytest.raises(PolicyMalformed):
        await world.decides()


async def test_what_nobody_expects_decides_nothing(world: World) -> None:
    for named in ("sha256:stranger", NEW.named):
        world.decides_by = named
        with pytest.raises(PolicyMalformed):
            await world.decides()
    assert world.engine.revision == OLD.revision


async def test_what_was_withdrawn_decides_nothing(world: World) -> None:
    await world.offer()
    world.engine.withdraw()
    world.decides_by = NEW.named
    with pytest.raises(PolicyMalformed):
        await world.decides()


async def test_what_cannot_be_recorded_does_not_decide(world: World) -> None:
    await world.offer()
    world.recordable, world.decides_by = False, NEW.named
    with pytest.raises(PolicyUnavailable):
        await world.decides()
    assert world.engine.revision == OLD.revision
    world.recordable = True
    assert await world.decides() == NEW.revision


async def test_what_opa_does_not_take_is_taken_back(world: World) -> None:
    await world.offer()
    for _ in range(OTHERS_LOOKS + 1):
        await world.engine.step()
    world.now_s = TAKING_S
    await world.engine.step()
    assert world.given == NEW.archive
    world.now_s += 0.001
    with pytest.raises(Misconfigured, match="does not take"):
        await world.engine.step()
    assert (world.given, world.engine.busy, world.arrived) == (OLD.archive, False, 0)
    assert await world.decides() == OLD.revision


async def test_an_opa_that_is_away_has_refused_nothing(world: World) -> None:
    await world.offer()
    for _ in range(OTHERS_LOOKS + 1):
        await world.engine.step()
    for world.decides_by in (None, OLD.named):  # away for a long time, and old for a moment when it is back
        world.now_s += 2 * TAKING_S
        await world.engine.step()
    world.now_s += TAKING_S
    await world.engine.step()
    assert world.given == NEW.archive
    world.decides_by = NEW.named
    await world.engine.step()
    assert world.engine.revision == NEW.revision


async def test_an_opa_that_somebody_else_feeds_is_waited_for(tmp_path: Path, world: World) -> None:
    engine = OpaEngine(world.policy, OLD, None, None, lambda: world.now_s)
    await engine.begin()
    await engine.offer(NEW, world.on_arrival)
    for _ in range(2 * OTHERS_LOOKS):
        await engine.step()
        world.now_s += 2 * TAKING_S
    assert not engine.busy
    world.decides_by = NEW.named
    await engine.step()
    assert (engine.revision, world.arrived) == (NEW.revision, 1)


async def test_two_bundles_of_one_name_cannot_be_told_apart(world: World) -> None:
    with pytest.raises(Misconfigured, match="another bundle under the revision"):
        await world.offer(replace(NEW, named=OLD.named))


@needs_opa
@pytest.mark.parametrize(
    ("modules", "data", "error"),
    [
        ({"gate/request.rego": "package gate.request ]["}, {}, Misconfigured),
        ({"gate/request.rego": "package gate.request\ndecision := unsafe_one"}, {}, Misconfigured),
        ({"gate/request.rego": "package gate.other\n"}, {}, PolicyMalformed),
        ({"gate/request.rego": DECIDES}, {"answer": {**allowed(), "verdict": "maybe"}}, PolicyMalformed),
        *(
            ({"gate/request.rego": DECIDES, "gate/response.rego": rules}, {"answer": allowed()}, PolicyMalformed)
            for rules in answer_policies.BROKEN.values()
        ),
    ],
)
async def test_what_another_opa_does_not_answer_well_is_never_offered(
    modules: dict[str, str], data: dict[str, object], error: type[Exception], world: World
) -> None:
    engine = OpaEngine(world.policy, OLD, world.archive, binary())
    with pytest.raises(error):
        await engine.offer(bundle("sha256:bad", modules, data), world.on_arrival)
    assert (world.policy.expected, world.given) == (None, OLD.archive)
    await engine.offer(NEW, world.on_arrival)
    assert world.policy.expected is not None


@needs_opa
async def test_what_decides_answers_too_is_offered(world: World) -> None:
    engine = OpaEngine(world.policy, OLD, world.archive, binary())
    await engine.offer(bundle("sha256:new", BOTH), world.on_arrival)
    assert world.policy.expected is not None
