"""The gate is closed while the self-test fails, and opens again when it passes."""

import asyncio
from collections.abc import Sequence

import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Finding, Known, Passage
from extproc.errors import DetectorFailed
from extproc.exchange import commands as c
from extproc.runtime.driver import Driver
from extproc.runtime.guard import GuardedInspector
from extproc.sealed import Sealed
from tests.support.exchanges import fresh
from tests.support.ports import FakeInspector, FakeSender, ports
from tests.unit.runtime.test_driver import REQUEST, Envoy

TEXT = [Passage(Sealed("a cough"))]


class Trying(FakeInspector):
    """``wrong`` is what the next self-test says: what was missed, or an error."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: tuple[E, ...] | Exception = ()
        self.closed = False

    async def missed(self) -> tuple[E, ...]:
        if isinstance(self.wrong, Exception):
            raise self.wrong
        return self.wrong

    async def close(self) -> None:
        self.closed = True


class Told:
    def __init__(self) -> None:
        self.words: list[str] = []

    def self_test_failed(self, *, kind: str) -> None:
        self.words.append(kind)

    def self_test_passed(self) -> None:
        self.words.append("passed")


async def is_open(guard: GuardedInspector) -> bool:
    try:
        await guard.inspect(TEXT)
    except DetectorFailed as error:
        return guard.ready or str(error) != "self_test"
    return guard.ready


async def test_it_is_closed_until_the_first_test_has_passed() -> None:
    guard = GuardedInspector(Trying(), Told())
    assert not await is_open(guard)
    assert await guard.test() == ""
    assert await is_open(guard)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ((E.NAME, E.DATE), "NAME+DATE"),
        (DetectorFailed("worker_ended"), "DetectorFailed"),
        (ValueError("the chart of a patient"), "ValueError"),
    ],
)
async def test_a_test_that_fails_closes_it_and_one_that_passes_opens_it_again(
    wrong: tuple[E, ...] | Exception, said: str
) -> None:
    inspector, told = Trying(), Told()
    guard = GuardedInspector(inspector, told)
    await guard.test()
    inspector.wrong = wrong
    assert await guard.test() == said
    assert not await is_open(guard)
    inspector.wrong = ()
    await guard.test()
    await guard.test()
    assert await is_open(guard)
    assert told.words == ["passed", said, "passed"]


async def test_what_was_read_while_it_closed_is_not_believed() -> None:
    started, go_on = asyncio.Event(), asyncio.Event()

    class Slow(Trying):
        async def inspect(
            self, passages: Sequence[Passage], known: Sequence[Known] = ()
        ) -> Sequence[Sequence[Finding]]:
            started.set()
            await go_on.wait()
            return await super().inspect(passages, known)

    inspector = Slow()
    guard = GuardedInspector(inspector, Told())
    await guard.test()
    asking = asyncio.create_task(guard.inspect(TEXT))
    await started.wait()
    inspector.wrong = (E.NAME,)
    await guard.test()
    go_on.set()
    with pytest.raises(DetectorFailed, match="self_test"):
        await asking


async def test_it_is_tested_again_and_again() -> None:
    tested = asyncio.Semaphore(0)

    class Counted(Trying):
        async def missed(self) -> tuple[E, ...]:
            tested.release()
            return ()

    testing = asyncio.create_task(GuardedInspector(Counted(), Told()).keep_testing(0))
    async with asyncio.timeout(10):
        for _ in range(3):
            await tested.acquire()
    testing.cancel()


async def test_an_inspector_without_workers_is_not_ready_and_still_open() -> None:
    inspector = Trying()
    guard = GuardedInspector(inspector, Told())
    await guard.test()
    inspector.ready = False
    assert not guard.ready
    assert await guard.inspect(TEXT) == ((),)


async def test_once_closed_for_good_it_serves_nobody() -> None:
    inspector = Trying()
    guard = GuardedInspector(inspector, Told())
    await guard.test()
    await guard.close()
    assert inspector.closed
    assert not await is_open(guard)


async def test_a_caller_is_refused_with_503_in_the_words_of_the_api() -> None:
    inspector = Trying()
    guard = GuardedInspector(inspector, Told())
    inspector.wrong = (E.SSN,)
    await guard.test()
    shared = ports(inspector=guard)
    sender = FakeSender()
    async with asyncio.timeout(10):
        await Driver(fresh(), shared, sender).run(Envoy(sender, REQUEST, [], stays=True).events())
    (refuse,) = sender.sent
    assert isinstance(refuse, c.Refuse)
    assert (refuse.status, refuse.code) == (503, "detector_failed")
    assert b'"detector_failed"' in refuse.body
