"""From settings to an open gate, with the rules alone and with a tagger of the test's."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from extproc.adapters import detect_pool, inspectors
from extproc.adapters.inspectors import INLINE_CHARS, open_inspector
from extproc.adapters.logs import Log
from extproc.config import Detect
from extproc.detect.engine import Engine
from extproc.detect.entities import EntityType
from extproc.detect.finding import Passage
from extproc.errors import Misconfigured
from extproc.sealed import Sealed
from tests.support.detect_worker import COMMAND
from tests.support.words import small_engine

TEXT = "The patient, Martha Collins, was seen. "


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as threads:
        yield threads


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspectors, "detector_of", lambda _: small_engine())


def fast(workers: int) -> Detect:
    return Detect(mode="fast", learned="none", workers=workers)


@pytest.mark.usefixtures("small")
async def test_without_workers_long_and_short_texts_are_read_here(threads: ThreadPoolExecutor) -> None:
    inspector = await open_inspector(fast(0), 30.0, threads, Log())
    assert inspector.ready
    assert inspector.names == ("rules",)
    for text in (TEXT, TEXT * 1000):
        (findings,) = await inspector.inspect([Passage(Sealed(text))])
        assert (findings[0].entity, findings[0].span.start) == (EntityType.NAME, 13)
    await inspector.close()


async def test_a_worker_reads_as_the_sidecar_does(threads: ThreadPoolExecutor) -> None:
    async with asyncio.timeout(120):
        inspector = await open_inspector(fast(1), 60.0, threads, Log())
        short, long = [Passage(Sealed(TEXT))], [Passage(Sealed(TEXT)), Passage(Sealed("A cough. " * 2000))]
        assert inspector.at_once(short)
        assert not inspector.at_once(long)
        assert list((await inspector.inspect(short))[0]) == list((await inspector.inspect(long))[0]) != []
        await inspector.close()


@pytest.mark.parametrize("workers", [0, 1])
@pytest.mark.usefixtures("small")
async def test_a_detector_that_misses_what_is_planted_does_not_open(
    threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], workers: int
) -> None:
    if workers:  # the sidecar's own detector is good; that of the worker finds hardly anything
        monkeypatch.setattr(detect_pool, "WORKER", COMMAND)
        monkeypatch.setattr(detect_pool.WorkerPool.start.__func__, "__defaults__", (COMMAND,))
    else:
        monkeypatch.setattr(Engine, "find", lambda self, passages, known=(): ((),) * len(passages))
    with pytest.raises(Misconfigured, match=r"did not find NAME\+GEO"):
        await open_inspector(fast(workers), 30.0, threads, Log())
    assert '"self_test_failed", "kind": "NAME+GEO' in capsys.readouterr().err


@pytest.mark.parametrize("workers", [0, 1])
async def test_a_tier_that_cannot_load_does_not_open(
    threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    def away(_: Detect) -> Engine:
        raise Misconfigured("the tier is away")

    monkeypatch.setattr(inspectors, "detector_of", away)
    monkeypatch.setattr(detect_pool.WorkerPool.start.__func__, "__defaults__", (COMMAND,))
    with pytest.raises(Misconfigured, match="the tier is away"):
        await open_inspector(fast(workers), 30.0, threads, Log())


def test_every_learned_tier_has_its_bound() -> None:
    assert set(INLINE_CHARS) == set(Detect.model_fields["learned"].annotation.__args__)  # type: ignore[union-attr]
