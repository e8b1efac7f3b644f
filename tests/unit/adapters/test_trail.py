import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import uvloop

from extproc.adapters.audit_key import generate_key, load_key
from extproc.adapters.chain_lock import is_locked
from extproc.adapters.disk import DiskFile, OpenFile
from extproc.adapters.segments import chain_directories, segments
from extproc.adapters.trail import SegmentTrail
from extproc.audit.chain import Record, is_checkpoint, parse_record
from extproc.audit.record import Entry, Event
from extproc.audit.verify import Report, verify
from extproc.errors import Misconfigured, TrailUnavailable
from tests.support.chains import TIME_US, Disk, StillClock, completed, received


class Place:
    """An audit directory with its key."""

    def __init__(self, root: Path) -> None:
        self.audit = root / "audit"
        self.key = root / "audit.key"
        generate_key(self.key)
        self.clock = StillClock()

    def open(self, open_file: OpenFile | None = None, *, fsync: bool = True, **bounds: int) -> SegmentTrail:
        return SegmentTrail.open(
            self.audit, self.key, fsync=fsync, revision="sha256:aa", clock=self.clock, open_file=open_file, **bounds
        )

    def records(self) -> list[Record]:
        """Of all chains, each in its order."""
        lines = [line[:-1] for path in chain_directories(self.audit) for one in segments(path) for line in one.lines]
        return [parse_record(line) for line in lines if not is_checkpoint(line)]

    def report(self) -> Report:
        chains = [(path.name, segments(path)) for path in chain_directories(self.audit)]
        return verify(chains, [load_key(self.key).public_key()])


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


async def test_a_trail_that_did_nothing_is_a_complete_chain(place: Place) -> None:
    await place.open().close()
    assert [record.event for record in place.records()] == [Event.CHAIN_STARTED, Event.CHAIN_CLOSED]
    assert place.report().complete


async def test_a_chain_says_which_gate_and_policy_began_it(place: Place) -> None:
    await place.open(fsync=False).close()
    body = place.records()[0].body
    assert (body["policy_revision"], body["fsync"], body["previous"]) == ("sha256:aa", False, [])
    assert "gate" in body


async def test_an_appended_record_is_on_the_disk_when_append_returns(place: Place) -> None:
    disk = Disk()
    trail = place.open(disk.open)
    synced = disk.syncs
    assert await trail.append(received("a")) == 1
    assert disk.syncs == synced + 1
    assert place.records()[-1].exchange == "a"
    await trail.close()


async def test_a_noted_record_is_durable_before_a_later_append_returns(place: Place) -> None:
    trail = place.open()
    trail.note(received("a"))
    trail.note(received("b"))
    assert await trail.append(completed("a")) == 3
    assert [record.exchange for record in place.records()] == ["", "a", "b", "a"]
    await trail.close()


async def test_a_noted_record_shares_the_sync_of_the_next_one_that_is_waited_for(place: Place) -> None:
    disk = Disk()
    trail = place.open(disk.open, note_us=60_000_000)
    synced = disk.syncs
    trail.note(received("a"))
    for _ in range(10):
        await asyncio.to_thread(place.records)  # the writer has its turn
    await trail.append(completed("a"))
    assert disk.syncs == synced + 1
    await trail.close()


async def test_a_noted_record_does_not_wait_for_ever(place: Place) -> None:
    synced = threading.Event()

    class Telling(DiskFile):
        def sync(self) -> None:
            super().sync()
            synced.set()

    trail = place.open(Telling)
    synced.clear()
    trail.note(received("a"))
    assert await asyncio.to_thread(synced.wait, 10)
    assert place.records()[-1].exchange == "a"
    await trail.close()


async def test_what_was_noted_last_is_written_by_the_close(place: Place) -> None:
    trail = place.open()
    trail.note(received("a"))
    trail.note(completed("a"))
    await trail.close()
    assert place.report().complete
    assert len(place.records()) == 4


def test_many_writers_are_acknowledged_in_the_order_of_their_calls(place: Place) -> None:
    async def scenario() -> list[int]:
        trail = place.open(segment_bytes=200_000)
        seqs: list[int] = []

        async def one(number: int) -> None:
            for turn in range(20):
                exchange = f"{number}-{turn}"
                trail.note(received(exchange))
                seqs.append(await trail.append(completed(exchange)))

        async with asyncio.TaskGroup() as tasks:
            for number in range(100):
                tasks.create_task(one(number))
        await trail.close()
        return seqs

    seqs = uvloop.run(scenario())
    assert seqs == sorted(seqs)
    assert len(set(seqs)) == 2000
    report = place.report()
    assert report.complete
    assert (report.chains[0].head.size, report.chains[0].exchanges) == (4002, 2000)
    assert len(segments(chain_directories(place.audit)[0])) > 2


async def test_waiters_share_a_sync(place: Place) -> None:
    disk = Disk()
    trail = place.open(disk.open)
    async with asyncio.TaskGroup() as tasks:
        for number in range(500):
            tasks.create_task(trail.append(received(str(number))))
    assert disk.syncs < 250
    await trail.close()


async def test_a_cancelled_waiter_harms_nobody(place: Place) -> None:
    trail = place.open()
    gone = asyncio.ensure_future(trail.append(received("a")))
    await asyncio.sleep(0)  # it has queued its entry
    gone.cancel()
    assert await trail.append(received("b")) == 2
    await trail.close()
    assert place.report().complete


FAILURES: list[tuple[Callable[[Disk], None], str]] = [
    (lambda disk: setattr(disk, "room_bytes", 100), "ENOSPC"),
    (lambda disk: setattr(disk, "sync_fails", True), "EIO"),
]


@pytest.mark.parametrize(("fail", "reason"), FAILURES)
async def test_a_failed_write_is_the_end_of_the_trail(place: Place, fail: Callable[[Disk], None], reason: str) -> None:
    disk = Disk()
    trail = place.open(disk.open)
    await trail.append(received("a"))
    assert trail.ready
    fail(disk)
    tried = disk.syncs + disk.refusals
    with pytest.raises(TrailUnavailable, match=reason):
        await trail.append(completed("a"))
    assert (trail.ready, trail.refusal) == (False, reason)
    disk.room_bytes, disk.sync_fails = 2**40, False  # it would work again, and is not tried
    with pytest.raises(TrailUnavailable, match=reason):
        await trail.append(completed("a"))
    with pytest.raises(TrailUnavailable, match=reason):
        trail.note(completed("a"))
    await trail.close()
    assert disk.syncs + disk.refusals == tried + 1


@pytest.mark.parametrize(("fail", "reason"), FAILURES)
async def test_all_who_wait_are_refused_and_recovery_finds_what_was_acknowledged(
    place: Place, fail: Callable[[Disk], None], reason: str
) -> None:
    disk = Disk()
    trail = place.open(disk.open)
    taken = [await trail.append(received(f"ok-{number}")) for number in range(5)]
    fail(disk)
    waiting = [trail.append(received(f"late-{number}")) for number in range(1500)]  # more than one batch
    outcomes = await asyncio.gather(*waiting, return_exceptions=True)
    assert all(isinstance(outcome, TrailUnavailable) for outcome in outcomes)
    await trail.close()
    await place.open().close()
    assert place.report().complete
    kept = {record.exchange for record in place.records() if record.event is Event.REQUEST_RECEIVED}
    assert {f"ok-{number}" for number in range(len(taken))} <= kept
    assert {r.exchange for r in place.records() if r.event is Event.EXCHANGE_ORPHANED} == kept


async def test_a_disk_without_room_starts_no_trail(place: Place) -> None:
    with pytest.raises(TrailUnavailable):
        place.open(Disk(room_bytes=50).open)
    assert list(place.audit.iterdir()) == []


async def test_a_directory_that_cannot_be_made_starts_no_trail(place: Place) -> None:
    place.audit.touch()
    with pytest.raises(TrailUnavailable):
        place.open()


async def test_a_trail_without_its_key_does_not_start(place: Place) -> None:
    place.key.unlink()
    with pytest.raises(Misconfigured):
        place.open()


async def test_a_full_queue_refuses_and_the_trail_goes_on(place: Place) -> None:
    trail = place.open(queue_bytes=2000)
    for number in range(3):
        trail.note(received(str(number)))
    with pytest.raises(TrailUnavailable, match="full"):
        trail.note(received("3"))
    assert trail.ready
    await trail.close()
    assert place.report().complete


async def test_a_queue_has_room_again_once_it_is_written(place: Place) -> None:
    trail = place.open(queue_bytes=700)
    for number in range(20):
        await trail.append(received(str(number)))
    await trail.close()


async def test_an_unrecordable_entry_is_refused_alone(place: Place) -> None:
    trail = place.open()
    with pytest.raises(TrailUnavailable):
        await trail.append(Entry(Event.REQUEST_RECEIVED, TIME_US, "a", {"score": 0.5}))  # type: ignore[dict-item]
    assert await trail.append(received("b")) == 1
    await trail.close()
    assert place.report().complete


async def test_a_closed_trail_takes_nothing_and_closes_once(place: Place) -> None:
    trail = place.open()
    await trail.append(received("a"))
    await trail.close()
    await trail.close()
    assert not trail.ready
    with pytest.raises(TrailUnavailable, match="closed"):
        await trail.append(received("b"))
    assert [record.event for record in place.records()][-2:] == [Event.EXCHANGE_ORPHANED, Event.CHAIN_CLOSED]
    assert place.report().complete


async def test_a_chain_is_locked_while_its_trail_is_open(place: Place) -> None:
    trail = place.open()
    (chain,) = chain_directories(place.audit)
    assert chain.name == trail.chain
    assert is_locked(chain)
    await trail.close()
    assert not is_locked(chain)


async def test_two_trails_share_a_directory_and_leave_each_other_alone(place: Place) -> None:
    first, second = place.open(), place.open()
    await first.append(received("a"))
    await second.append(received("b"))
    await second.close()
    await first.append(completed("a"))
    await first.close()
    report = place.report()
    assert report.complete
    assert [chain.head.size for chain in report.chains] == [4, 4]


async def test_a_defect_in_the_writer_refuses_like_a_full_disk(place: Place) -> None:
    class Broken(Disk):
        def open(self, path: Path):  # type: ignore[no-untyped-def]
            file = super().open(path)
            file.sync = self.check  # type: ignore[method-assign]
            return file

        def check(self) -> None:
            if self.sync_fails:
                raise ZeroDivisionError

    disk = Broken()
    trail = place.open(disk.open)
    disk.sync_fails = True
    with pytest.raises(TrailUnavailable, match="ZeroDivisionError"):
        await trail.append(received("a"))
    assert not trail.ready
    await trail.close()
