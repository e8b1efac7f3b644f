"""When Envoy is told that this process serves."""

from extproc.adapters.envoy.health import NOT_SERVING, SERVING, Health
from tests.support.ports import FakeInspector


class Trail:
    ready = True
    refusal = ""


class Told:
    def __init__(self) -> None:
        self.health: list[int] = []
        self.words: list[str] = []

    async def tell(self, status: int) -> None:
        self.health.append(status)

    def trail_dead(self, *, reason: str) -> None:
        self.words.append(reason)


async def test_it_serves_while_trail_and_inspector_are_ready_and_says_what_changed_once() -> None:
    trail, inspector, told = Trail(), FakeInspector(), Told()
    health = Health(trail, inspector, told, told.tell)
    for ready in (True, True, False, False, True):
        inspector.ready = ready
        await health.look()
    assert told.health == [SERVING, NOT_SERVING, SERVING]
    assert told.words == []


async def test_an_inspector_that_was_never_ready_is_never_told_to_serve() -> None:
    inspector, told = FakeInspector(), Told()
    inspector.ready = False
    await Health(Trail(), inspector, told, told.tell).look()
    assert told.health == []


async def test_a_dead_trail_is_said_once_with_its_reason() -> None:
    trail, told = Trail(), Told()
    health = Health(trail, FakeInspector(), told, told.tell)
    await health.look()
    trail.ready, trail.refusal = False, "ENOSPC"
    await health.look()
    await health.look()
    assert told.health == [SERVING, NOT_SERVING]
    assert told.words == ["ENOSPC"]
