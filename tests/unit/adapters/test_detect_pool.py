"""Real worker processes, with a detector that dies, hangs and raises as it is told."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from extproc.adapters.detect_pool import WorkerPool
from extproc.config import Detect
from extproc.detect.finding import Finding, Passage
from extproc.errors import DetectorFailed, Misconfigured
from extproc.runtime.inspector import MEDIUM_CHARS
from extproc.sealed import Sealed
from tests.support.detect_worker import COMMAND, NAME

LONG = f"{NAME} coughs. " * (MEDIUM_CHARS // 10)


class Told:
    def __init__(self) -> None:
        self.words: list[str] = []
        self.lost = asyncio.Event()
        self.restarted = asyncio.Event()

    def worker_hung(self) -> None:
        self.words.append("hung")

    def worker_lost(self, *, kind: str) -> None:
        self.words.append(f"lost:{kind}")
        self.lost.set()

    def worker_started(self) -> None:
        self.words.append("started")
        self.restarted.set()


def settings(workers: int = 1) -> Detect:
    return Detect(mode="fast", learned="none", workers=workers)


@asynccontextmanager
async def pool(told: Told, workers: int = 1, deadline_s: float = 30.0) -> AsyncIterator[WorkerPool]:
    started = await WorkerPool.start(settings(workers), deadline_s, told, COMMAND)
    async with AsyncExitStack() as held, asyncio.timeout(60):
        held.push_async_callback(started.close)
        yield started


async def found(workers: WorkerPool, *texts: str) -> list[list[str]]:
    answer = await workers.find([Passage(Sealed(text)) for text in texts])
    return [[texts[at][f.span.start : f.span.end] for f in of_one] for at, of_one in enumerate(answer)]


class Flag:
    """A named pipe into which a worker writes its pid before it hangs; whoever reads it waits for that."""

    def __init__(self, directory: Path) -> None:
        self.path = directory / "hangs"
        os.mkfifo(self.path)

    async def pid(self) -> int:
        return int(await asyncio.to_thread(self.path.read_text))


@pytest.fixture
def flag(tmp_path: Path) -> Flag:
    return Flag(tmp_path)


def living(pids: Iterable[int]) -> list[int]:
    return [pid for pid in pids if Path(f"/proc/{pid}").exists()]


async def test_texts_go_out_and_findings_come_back_for_each_passage() -> None:
    async with pool(Told()) as workers:
        assert await found(workers, f"{NAME} and {NAME}", "", f"\ud800 {NAME}\x00") == [[NAME, NAME], [], [NAME]]


async def test_an_answer_of_many_frames_is_whole() -> None:
    async with pool(Told()) as workers:
        ((answer),) = await workers.find([Passage(Sealed(LONG))])
        assert len(answer) == LONG.count(NAME)
        assert all(isinstance(one, Finding) for one in answer)
        assert not workers.clogged


async def test_a_detector_that_raises_fails_its_question_and_says_no_more_than_the_type() -> None:
    told = Told()
    async with pool(told) as workers:
        with pytest.raises(DetectorFailed) as failed:
            await found(workers, "raise the chart of a patient")
        assert str(failed.value) == "ValueError"
        assert await found(workers, NAME) == [[NAME]]
    assert told.words == []


async def test_what_a_library_prints_is_neither_an_answer_nor_seen(capfd: pytest.CaptureFixture[str]) -> None:
    async with pool(Told()) as workers:
        assert await found(workers, f"print {NAME}") == [[NAME]]
    captured = capfd.readouterr()
    assert captured.out + captured.err == ""


async def test_a_worker_has_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "x")
    async with pool(Told()) as workers:
        assert await found(workers, f"secrets {NAME}") == [[NAME]]


async def test_a_worker_that_dies_fails_its_question_and_is_replaced() -> None:
    told = Told()
    async with pool(told) as workers:
        before = workers.pids
        with pytest.raises(DetectorFailed, match="worker_ended"):
            await found(workers, "die now")
        assert await found(workers, NAME) == [[NAME]]  # waits for the new one
        assert workers.pids.isdisjoint(before)
    assert told.words == ["lost:ended", "started"]


async def test_a_worker_killed_in_the_middle_of_a_text_fails_that_text_alone(flag: Flag) -> None:
    told = Told()
    async with pool(told, workers=2) as workers:
        asking = asyncio.create_task(found(workers, f"hang {flag.path}"))
        pid = await flag.pid()
        assert pid in workers.pids
        assert await found(workers, NAME) == [[NAME]]  # the other one reads on
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(DetectorFailed, match="worker_ended"):
            await asking
        await told.restarted.wait()
        assert len(workers.pids) == 2
        assert pid not in workers.pids


async def test_while_there_is_no_worker_the_pool_is_not_ready_and_questions_wait() -> None:
    told = Told()
    async with pool(told) as workers:
        assert workers.ready
        (pid,) = workers.pids
        os.kill(pid, signal.SIGKILL)
        await told.lost.wait()
        assert not workers.ready
        assert workers.clogged
        assert await found(workers, NAME) == [[NAME]]
        assert workers.ready
        assert not workers.clogged


async def test_a_worker_past_the_deadline_is_killed_and_replaced(flag: Flag) -> None:
    told = Told()
    async with pool(told, deadline_s=1.0) as workers:
        asking = asyncio.create_task(found(workers, f"hang {flag.path}"))
        pid = await flag.pid()
        with pytest.raises(DetectorFailed, match="worker_hung"):
            await asking
        assert await found(workers, NAME) == [[NAME]]
        assert pid not in workers.pids
    assert told.words == ["hung", "lost:ended", "started"]


async def test_an_asker_who_leaves_does_not_disturb_the_next_one(flag: Flag) -> None:
    async with pool(Told(), workers=1, deadline_s=1.0) as workers:
        asking = asyncio.create_task(found(workers, f"hang {flag.path}"))
        await flag.pid()
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        assert await found(workers, f"{NAME} {NAME}") == [[NAME, NAME]]


async def test_a_worker_whose_asker_has_left_is_not_killed_and_its_answer_goes_to_nobody() -> None:
    told = Told()
    async with pool(told) as workers:
        asking = asyncio.create_task(found(workers, LONG))
        for _ in range(10):
            await asyncio.sleep(0)
        assert workers.clogged  # it is at work
        asking.cancel()
        assert await found(workers, NAME) == [[NAME]]
    assert told.words == []


@pytest.mark.parametrize(("padding", "clogs"), [(0, False), (MEDIUM_CHARS, True)])
async def test_a_worker_clogs_the_pool_at_a_very_long_text_only(flag: Flag, padding: int, clogs: bool) -> None:
    async with pool(Told()) as workers:
        asking = asyncio.create_task(found(workers, f"hang {flag.path}" + " " * padding))
        pid = await flag.pid()
        assert workers.clogged is clogs
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(DetectorFailed):
            await asking


async def test_a_tier_that_cannot_load_in_a_worker_stops_the_start_with_its_sentence() -> None:
    spacy = Detect(mode="strict", learned="spacy", model="x", workers=2)
    with pytest.raises(Misconfigured, match="spacy is away"):
        await WorkerPool.start(spacy, 30.0, Told(), COMMAND)


@pytest.mark.parametrize("program", ["import sys", "import sys; sys.stdout.write('x' * 100)"])
async def test_a_program_that_is_no_worker_stops_the_start(program: str) -> None:
    with pytest.raises(Misconfigured, match="did not start"):
        await WorkerPool.start(settings(), 30.0, Told(), (COMMAND[0], "-c", program))


async def test_when_it_is_closed_no_process_is_left_and_what_was_asked_fails(flag: Flag) -> None:
    workers = await WorkerPool.start(settings(2), 30.0, Told(), COMMAND)
    pids = workers.pids
    asking = asyncio.create_task(found(workers, f"hang {flag.path}"))
    await flag.pid()
    await workers.close()
    with pytest.raises(DetectorFailed):
        await asking
    assert living(pids) == []
