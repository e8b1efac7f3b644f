from pathlib import Path

import pytest

from extproc.adapters.segment_writer import BATCH_RECORDS, SegmentWriter, Spelled
from extproc.adapters.segments import segments
from extproc.audit.chain import Chain, spelled
from extproc.audit.record import Entry
from extproc.audit.verify import verify_chain
from tests.support.chains import KEY, NAME, PUBLIC, STARTED, STORY, Disk, received


def writer_in(directory: Path, disk: Disk, segment_bytes: int = 2**20) -> SegmentWriter:
    return SegmentWriter(directory, Chain(NAME), KEY, disk.open, segment_bytes)


def batch(*entries: Entry) -> list[Spelled]:
    return [(entry, spelled(entry)) for entry in entries]


def test_a_batch_is_one_write_and_one_sync(tmp_path: Path) -> None:
    disk = Disk()
    writer = writer_in(tmp_path, disk)
    firsts = [writer.commit(batch(*entries)) for entries in STORY]
    assert (firsts, disk.syncs) == ([0, 1, 3, 6], len(STORY))
    report = verify_chain(NAME, segments(tmp_path), PUBLIC, {})
    assert (report.fault, report.closed) == (None, True)


def test_a_full_segment_is_followed_by_one_named_after_its_first_record(tmp_path: Path) -> None:
    writer = writer_in(tmp_path, Disk(), segment_bytes=1)
    for entries in STORY:
        writer.commit(batch(*entries))
    assert [one.first_seq for one in segments(tmp_path)] == [0, 1, 3, 6]
    assert verify_chain(NAME, segments(tmp_path), PUBLIC, {}).closed


def test_an_end_of_many_entries_is_several_batches(tmp_path: Path) -> None:
    disk = Disk()
    writer = writer_in(tmp_path, disk)
    writer.end(batch(STARTED, *(received(str(number)) for number in range(BATCH_RECORDS))))
    assert (disk.syncs, writer.chain.size) == (2, BATCH_RECORDS + 1)


@pytest.mark.parametrize("disk", [Disk(room_bytes=100), Disk(sync_fails=True)])
def test_a_disk_that_fails_is_told(tmp_path: Path, disk: Disk) -> None:
    with pytest.raises(OSError, match=r"No space|Input/output"):
        writer_in(tmp_path, disk).commit(batch(STARTED))
