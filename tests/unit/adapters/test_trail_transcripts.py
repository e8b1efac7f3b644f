"""A trail that seals texts: durable before the record that names them, or nothing was recorded."""

import asyncio
import threading
from pathlib import Path

import pytest

from extproc.adapters.segments import chain_directories
from extproc.adapters.trail import SegmentTrail
from extproc.audit.canonical import MAX_BODY_BYTES
from extproc.audit.fault import Kind
from extproc.audit.record import Entry, Event
from extproc.audit.texts import Row, Texts, View
from extproc.errors import TrailUnavailable
from extproc.sealed import Sealed
from tests.support.chains import TIME_US, Disk, LimitedFile, received
from tests.support.transcripts import ANSWERED, ASKED, Sealing, answered, asked, flat


@pytest.fixture
def place(tmp_path: Path) -> Sealing:
    return Sealing(tmp_path)


async def exchanged(trail: SegmentTrail, exchange: str) -> None:
    trail.note(received(exchange))
    await trail.append(asked(exchange))
    await trail.append(answered(exchange))


async def test_what_was_said_is_sealed_beside_the_chain_and_opens(place: Sealing) -> None:
    trail = place.open()
    await exchanged(trail, "a")
    await trail.close()
    assert flat(place.said("a")) == flat([ASKED, ANSWERED])
    (chain,) = place.report().chains
    assert (chain.fault, chain.transcripts, chain.missing) == (None, 2, 0)


async def test_no_text_stands_in_clear_in_any_file(place: Sealing) -> None:
    trail = place.open()
    await exchanged(trail, "a")
    await trail.close()
    written = b"".join(path.read_bytes() for path in place.audit.rglob("*") if path.is_file())
    for text in (b"Maria", b"Lopez", b"coughs", b"is well"):
        assert text not in written


class Ordered(Disk):
    """Notes what was done to which file, in which order."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.recorded = threading.Event()

    def open(self, path: Path) -> LimitedFile:
        disk, name = self, path.name.partition("-")[0]

        class Noting(LimitedFile):
            def write(self, data: bytes) -> None:
                disk.done.append(f"write {name}")
                super().write(data)

            def sync(self) -> None:
                super().sync()
                disk.done.append(f"sync {name}")
                if name == "seg":
                    disk.recorded.set()

        return Noting(path, self)


async def test_a_transcript_is_written_before_its_record_and_both_are_durable_before_anyone_is_told(
    place: Sealing,
) -> None:
    disk = Ordered()
    trail = place.open(disk.open)
    trail.note(received("a"))
    disk.done.clear()
    await trail.append(asked("a"))
    done = disk.done.copy()
    assert [one for one in done if one.startswith("write")] == ["write sealed", "write seg"]
    assert {"sync sealed", "sync seg"} <= set(done)
    await trail.close()


async def test_a_record_on_the_disk_is_not_told_while_its_transcript_is_not(place: Sealing) -> None:
    stuck = threading.Event()

    class Stuck(Ordered):
        def open(self, path: Path) -> LimitedFile:
            file = super().open(path)
            if path.name.startswith("sealed"):
                sync = file.sync
                file.sync = lambda: (stuck.wait(10), sync())[1]  # type: ignore[method-assign, func-returns-value]
            return file

    disk = Stuck()
    trail = place.open(disk.open)
    await trail.append(received("a"))
    before = disk.done.count("sync seg")
    disk.recorded.clear()
    waiting = asyncio.ensure_future(trail.append(asked("a")))
    await asyncio.to_thread(disk.recorded.wait, 10)
    assert disk.done.count("sync seg") == before + 1
    assert not waiting.done()
    stuck.set()
    await waiting
    await trail.close()


async def test_a_record_whose_transcript_a_power_failure_took_was_told_to_nobody_and_is_set_aside(
    place: Sealing,
) -> None:
    trail = place.open()
    await exchanged(trail, "a")
    await trail.append(received("b"))
    await trail.append(asked("b"))
    await trail.close()
    chain = chain_directories(place.audit)[0]
    (segment,) = chain.glob("seg-*")
    (sealed,) = place.sealed_files()
    lines = segment.read_bytes().splitlines(keepends=True)
    ends = next(n for n, line in enumerate(lines) if b"exchange.orphaned" in line)
    segment.write_bytes(b"".join(lines[:ends]))  # as it stood before the chain got its end
    sealed.write_bytes(sealed.read_bytes()[:-40])
    assert place.report().fault is not None
    await place.open().close()
    report = place.report()
    assert report.complete
    assert (report.chains[0].transcripts, report.chains[0].missing) == (2, 0)
    assert place.said("b") == []
    assert b'"request.decided"' in next(chain.glob("torn-*")).read_bytes()


async def test_an_exchange_whose_ending_is_set_aside_is_open_again_and_gets_another(place: Sealing) -> None:
    trail = place.open()
    trail.note(received("a"))
    await trail.append(asked("a"))
    trail.note(received("b"))
    await trail.append(answered("a"))  # the last batch: it opens one exchange and ends another
    await trail.close()
    (segment,) = chain_directories(place.audit)[0].glob("seg-*")
    (sealed,) = place.sealed_files()
    lines = segment.read_bytes().splitlines(keepends=True)
    ends = next(n for n, line in enumerate(lines) if b"exchange.orphaned" in line)
    segment.write_bytes(b"".join(lines[:ends]))
    sealed.write_bytes(sealed.read_bytes()[:-40])
    await place.open().close()
    assert place.report().complete
    assert flat(place.said("a")) == flat([ASKED])
    assert b'"exchange":"a"' in next(line for line in segment.read_bytes().splitlines() if b"exchange.orphaned" in line)


async def test_a_transcript_changed_before_the_last_batch_is_not_taken_for_a_crash(place: Sealing) -> None:
    trail = place.open()
    await exchanged(trail, "a")
    await exchanged(trail, "b")
    await trail.close()
    (segment,) = chain_directories(place.audit)[0].glob("seg-*")
    (sealed,) = place.sealed_files()
    lines = segment.read_bytes().splitlines(keepends=True)
    segment.write_bytes(b"".join(lines[:-2]))  # without the chain's end
    data = sealed.read_bytes()
    sealed.write_bytes(data[:50] + bytes([data[50] ^ 1]) + data[51:])
    await place.open().close()
    report = place.report()
    assert report.fault is not None
    assert report.fault.kind is Kind.TRANSCRIPT
    assert b"chain.closed" in segment.read_bytes()  # its records are whole, and end as after any crash
    assert len(place.said("b")) == 2


async def test_many_transcripts_share_two_syncs(place: Sealing) -> None:
    disk = Disk()
    trail = place.open(disk.open, note_us=60_000_000)
    for number in range(200):
        trail.note(received(str(number)))
    async with asyncio.TaskGroup() as tasks:
        for number in range(200):
            tasks.create_task(trail.append(asked(str(number))))
    assert disk.syncs < 100
    await trail.close()
    assert place.report().chains[0].transcripts == 200


@pytest.mark.parametrize(("room", "fails", "reason"), [(300, False, "ENOSPC"), (2**40, True, "EIO")])
async def test_a_transcript_that_cannot_be_written_is_a_record_that_failed(
    place: Sealing, room: int, fails: bool, reason: str
) -> None:
    disk = Disk()
    trail = place.open(disk.open)
    await trail.append(received("a"))
    disk.room_bytes, disk.sync_fails = room, fails
    with pytest.raises(TrailUnavailable, match=reason):
        await trail.append(asked("a"))
    assert not trail.ready
    await trail.close()
    await place.open().close()
    assert place.report().complete  # a sync that failed may have left all of it, which was told to nobody
    assert fails or place.said("a") == []


async def test_a_trail_without_readers_takes_no_texts(place: Sealing) -> None:
    trail = place.open(recipients=None)
    await trail.append(received("a"))
    with pytest.raises(TrailUnavailable):
        await trail.append(asked("a"))
    await trail.append(asked("a", None))
    await trail.close()
    assert place.report().complete
    assert place.sealed_files() == []


async def test_texts_that_find_no_room_in_the_queue_are_refused_alone(place: Sealing) -> None:
    trail = place.open(queue_bytes=10_000)
    await trail.append(received("a"))
    with pytest.raises(TrailUnavailable, match="full"):
        await trail.append(asked("a", Texts("full", {View.RECEIVED: Sealed(b"x" * 10_000)})))
    for _ in range(5):
        await trail.append(Entry(Event.RESPONSE_DECIDED, TIME_US, "a", {}))
    await trail.append(asked("a"))
    await trail.close()
    assert len(place.said("a")) == 1


async def test_a_record_that_would_be_too_large_with_its_reference_is_refused_alone(place: Sealing) -> None:
    trail = place.open()
    await trail.append(received("a"))
    wide = Entry(Event.REQUEST_DECIDED, TIME_US, "a", {"pad": "x" * (MAX_BODY_BYTES - 100)}, texts=ASKED)
    with pytest.raises(TrailUnavailable, match="large"):
        await trail.append(wide)
    assert trail.ready
    await trail.close()
    assert place.report().complete


async def test_texts_that_nobody_waits_for_are_sealed_too(place: Sealing) -> None:
    trail = place.open()
    await trail.append(received("a"))
    trail.note(Entry(Event.EXCHANGE_ABORTED, TIME_US, "a", {}, ends=True, texts=ANSWERED))
    await trail.close()
    assert flat(place.said("a")) == flat([ANSWERED])


async def test_a_defect_in_sealing_refuses_like_a_full_disk(place: Sealing) -> None:
    trail = place.open()
    await trail.append(received("a"))
    broken = Texts("full", {View.RECEIVED: (Row(7, Sealed("text")), Row(object(), Sealed("text")))})  # type: ignore[arg-type]
    with pytest.raises(TrailUnavailable, match="Error"):
        await trail.append(asked("a", broken))
    assert not trail.ready
    await trail.close()


async def test_what_a_crash_left_of_a_transcript_is_left_alone(place: Sealing) -> None:
    trail = place.open()
    await exchanged(trail, "a")
    await trail.close()
    chain = chain_directories(place.audit)[0]
    (segment,) = chain.glob("seg-*")
    (sealed,) = place.sealed_files()
    lines = segment.read_bytes().splitlines(keepends=True)
    ends = next(n for n, line in enumerate(lines) if b"exchange.completed" in line)
    segment.write_bytes(b"".join(lines[:ends]))  # the crash came after the transcript and before its record
    torn = sealed.read_bytes()[:-40]
    sealed.write_bytes(torn)
    await place.open().close()
    report = place.report()
    assert report.complete
    assert report.chains[0].transcripts == 1
    assert flat(place.said("a")) == flat([ASKED])
    assert sealed.read_bytes() == torn


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda data: data[:100] + bytes([data[100] ^ 1]) + data[101:], Kind.TRANSCRIPT),
        (lambda data: data[:-1], Kind.TRANSCRIPT),
        (lambda data: b"", Kind.TRANSCRIPT),
    ],
)
async def test_a_changed_or_cut_transcript_is_a_fault_with_its_place(place: Sealing, change, kind: Kind) -> None:  # type: ignore[no-untyped-def]
    trail = place.open()
    await exchanged(trail, "a")
    await trail.close()
    (sealed,) = place.sealed_files()
    sealed.write_bytes(change(sealed.read_bytes()))
    fault = place.report().fault
    assert fault is not None
    assert fault.kind is kind
    assert fault.seq in (2, 3)
    assert fault.file.endswith("seg-000000000000.jsonl")


async def test_a_removed_file_is_missing_and_no_fault(place: Sealing) -> None:
    trail = place.open()
    await exchanged(trail, "a")
    await trail.close()
    (sealed,) = place.sealed_files()
    sealed.unlink()
    report = place.report()
    assert report.complete
    assert (report.chains[0].transcripts, report.chains[0].missing) == (2, 2)
