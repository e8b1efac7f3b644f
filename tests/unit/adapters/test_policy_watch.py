"""A policy that changed is taken or rejected, and each is said once."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from extproc.adapters.bundle import Bundle, read_bundle
from extproc.adapters.bundle_signature import Trust
from extproc.adapters.policy_engine import Arrived
from extproc.adapters.policy_ledger import PolicyLedger
from extproc.adapters.policy_source import PolicySource
from extproc.adapters.policy_watch import PolicyWatch
from extproc.audit.record import Event
from extproc.errors import ExtprocError, Misconfigured, PolicyMalformed, PolicyUnavailable
from extproc.policy.answer import AnswerDecision, AnswerQuery
from extproc.policy.decision import Decision
from extproc.policy.query import Query
from tests.support.policies import FakeCounts, FakePolicyReporter
from tests.support.ports import FakeTrail

REGO = "package gate.request\n"


class FakeEngine:
    """Takes what it is offered at once, or at a ``step`` where it is ``slow``; refuses with ``refuses``."""

    revision = ""

    def __init__(self) -> None:
        self.refuses: ExtprocError | None = None
        self.slow = False
        self.busy = False
        self.offered: list[Bundle] = []
        self._waiting: Arrived | None = None
        self.not_taken = False

    async def decide(self, query: Query) -> Decision:
        raise AssertionError("nobody asks")

    async def decide_answer(self, query: AnswerQuery) -> AnswerDecision:
        raise AssertionError("nobody asks")

    async def offer(self, bundle: Bundle, arrived: Arrived) -> None:
        self.offered.append(bundle)
        if self.refuses is not None:
            raise self.refuses
        if self.slow:
            self._waiting = arrived
        else:
            arrived()

    def withdraw(self) -> None:
        self._waiting = None

    async def step(self) -> None:
        if self.not_taken:
            self.not_taken = False
            raise Misconfigured("not taken")

    def arrives(self) -> None:
        if self._waiting is not None:
            self._waiting()
            self._waiting = None

    async def close(self) -> None: ...


class World:
    def __init__(self, place: Path) -> None:
        self.policy = place / "opa"
        self.audit = place / "audit"
        self.put("gate/request.rego", REGO)
        self.put("wardgate/access/data.json", "{}")
        self.engine = FakeEngine()
        self.trail = FakeTrail()
        self.reporter = FakePolicyReporter()
        self.counts = FakeCounts()
        ledger = PolicyLedger(self.trail, self.reporter, self.counts, lambda: 1, "opa")
        source = PolicySource(self.policy, Trust())
        content, self.first = source.read()
        self.told: list[object] = []
        ledger.activated(self.first)
        self.watch = PolicyWatch(source, self.engine, ledger, self.audit, content, self.first, self.hear)

    def hear(self, data: object, packages: Sequence[str]) -> None:
        self.told.append((data, packages))

    def put(self, name: str, text: str) -> None:
        (self.policy / name).parent.mkdir(parents=True, exist_ok=True)
        (self.policy / name).write_text(text)

    async def looks(self, count: int = 2) -> None:
        for _ in range(count):
            await self.watch.look()

    @property
    def said(self) -> list[tuple[str, str]]:
        """Events of the chain, each with its revision or with why."""
        return [
            (entry.event.value, str(entry.body.get("policy_revision") or entry.body.get("why")))
            for entry in self.trail.entries
        ]

    @property
    def begun(self) -> tuple[str, str]:
        return (Event.POLICY_ACTIVATED.value, self.first.revision)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


async def test_a_changed_policy_is_kept_taken_and_recorded_once(world: World) -> None:
    world.put("wardgate/access/data.json", '{"groups": {}}')
    await world.looks(5)
    changed = read_bundle(world.policy)
    assert [one.revision for one in world.engine.offered] == [changed.revision]
    assert world.said == [world.begun, ("policy.activated", changed.revision)]
    assert world.trail.entries[1].body["before"] == world.first.revision
    kept = world.audit / "policies" / f"{changed.revision.removeprefix('sha256:')}.tar.gz"
    assert kept.read_bytes() == changed.archive
    assert world.counts.names == ["wardgate.policy.activated"] * 2
    assert world.told == [(changed.data, ("gate.request",))]


async def test_what_is_seen_once_only_is_not_taken(world: World) -> None:
    for count in range(4):
        world.put("wardgate/access/data.json", json.dumps({"n": count}))
        await world.looks(1)
    assert world.engine.offered == []


async def test_nothing_is_offered_while_nothing_changes(world: World) -> None:
    await world.looks(3)
    world.put("gate/request_test.rego", "package gate.request_test\n")
    world.put("README.md", "changed")
    await world.looks(3)
    assert (world.engine.offered, world.said) == ([], [world.begun])


@pytest.mark.parametrize(
    ("breaks", "why"),
    [
        (lambda world: world.put("wardgate/access/data.json", "{"), "malformed"),
        (lambda world: world.put("wardgate/access/data.yaml", "a: off"), "malformed"),
        (lambda world: world.policy.rename(world.policy.with_name("gone")), "malformed"),
        (lambda world: (world.policy / "gate" / "request.rego").unlink(), "malformed"),
        (lambda world: refusing(world, Misconfigured("no")), "refused"),
        (lambda world: refusing(world, PolicyMalformed("no")), "outside_schema"),
    ],
)
async def test_a_broken_policy_is_rejected_once_and_the_last_good_one_stays(
    breaks: Callable[[World], object], why: str, world: World
) -> None:
    breaks(world)
    await world.looks(5)
    assert world.said == [world.begun, ("policy.rejected", why)]
    assert world.trail.entries[1].body["in_force"] == world.first.revision
    assert [kind for kind, _ in world.reporter.rejected] == [why]
    assert world.counts.names[1:] == ["wardgate.policy.rejected"]


def refusing(world: World, error: ExtprocError) -> None:
    world.engine.refuses = error
    world.put("wardgate/access/data.json", '{"changed": true}')


async def test_a_content_is_rejected_once_even_when_it_comes_back(world: World) -> None:
    for _ in range(2):
        world.put("wardgate/access/data.json", "{")
        await world.looks(3)
        world.put("wardgate/access/data.json", "{}")
        await world.looks(3)
    assert world.said == [world.begun, ("policy.rejected", "malformed")]
    world.put("wardgate/access/data.json", "[")
    await world.looks(3)
    assert len(world.said) == 3


async def test_a_rejected_policy_that_is_mended_is_taken(world: World) -> None:
    world.put("wardgate/access/data.json", "{")
    await world.looks()
    world.put("wardgate/access/data.json", '{"mended": true}')
    await world.looks()
    assert [event for event, _ in world.said] == ["policy.activated", "policy.rejected", "policy.activated"]


async def test_an_engine_that_could_not_say_is_asked_again(world: World) -> None:
    refusing(world, PolicyUnavailable("away"))
    await world.looks(3)
    world.engine.refuses = None
    await world.looks(1)
    assert world.said == [world.begun, ("policy.activated", read_bundle(world.policy).revision)]


async def test_what_is_not_in_force_yet_is_withdrawn_with_the_change(world: World) -> None:
    world.engine.slow = True
    world.put("wardgate/access/data.json", '{"changed": true}')
    await world.looks(4)
    assert len(world.engine.offered) == 1
    world.put("wardgate/access/data.json", "{}")
    await world.looks()
    world.engine.arrives()
    assert world.said == [world.begun]


async def test_what_arrives_late_is_recorded_when_it_arrives(world: World) -> None:
    world.engine.slow = True
    world.put("wardgate/access/data.json", '{"changed": true}')
    await world.looks()
    assert world.said == [world.begun]
    world.engine.arrives()
    await world.looks(3)
    assert world.said == [world.begun, ("policy.activated", read_bundle(world.policy).revision)]


async def test_what_opa_does_not_take_is_rejected_by_its_content(world: World) -> None:
    world.engine.slow = True
    world.put("wardgate/access/data.json", '{"changed": true}')
    await world.looks()
    world.engine.not_taken = True
    await world.looks(4)
    assert world.said == [world.begun, ("policy.rejected", "not_taken")]
    assert len(world.engine.offered) == 1


async def test_an_engine_that_is_busy_is_left_alone(world: World) -> None:
    world.engine.busy = True
    world.put("wardgate/access/data.json", '{"changed": true}')
    await world.looks(4)
    assert world.engine.offered == []


async def test_a_policy_that_cannot_be_recorded_is_not_in_force(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.trail._fails_at = 1
    world.put("wardgate/access/data.json", '{"changed": true}')
    await world.looks(3)
    assert world.said == [world.begun]
    world.trail._fails_at = None
    await world.looks(1)
    assert len(world.said) == 2


async def test_a_policy_that_cannot_be_kept_is_not_taken(world: World) -> None:
    world.audit.write_text("a file where the directory should be")
    world.put("wardgate/access/data.json", '{"changed": true}')
    await world.looks(3)
    assert (world.engine.offered, world.said) == ([], [world.begun])
