import os
from pathlib import Path

import pytest

from extproc.adapters.chain_lock import lock
from extproc.adapters.recovery import Found, Recovery, set_aside
from extproc.adapters.segments import chain_directories, segment_name, segments
from extproc.audit.reader import heads
from extproc.audit.record import Event
from extproc.audit.verify import Report, verify
from tests.support.chains import KEY, NAME, OTHER_KEY, PUBLIC, STORY, Disk, StillClock, lines_of

BY = "20261123T000000Z-00000001"


def put(root: Path, lines: list[bytes], name: str = NAME) -> Path:
    (root / name).mkdir()
    path = root / name / segment_name(0)
    path.write_bytes(b"".join(lines))
    return path


def recover(root: Path, disk: Disk | None = None) -> Found:
    return Recovery(BY, KEY, (disk or Disk()).open, StillClock().time_us).all_of(root)


def report(root: Path) -> Report:
    return verify([(path.name, segments(path)) for path in chain_directories(root)], PUBLIC)


def torn(root: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(root.rglob("torn-*"))]


def test_a_torn_chain_is_cut_kept_aside_and_ended(tmp_path: Path) -> None:
    lines = lines_of(STORY)
    put(tmp_path, [*lines[:7], lines[7][:20]])
    found = recover(tmp_path)
    assert torn(tmp_path) == [b"".join([*lines[5:7], lines[7][:20]])]
    assert report(tmp_path).complete
    assert found.recovered == [NAME]
    assert found.ends == {NAME: report(tmp_path).chains[0].head}


def test_the_end_says_who_wrote_it_and_how_much_was_cut(tmp_path: Path) -> None:
    path = put(tmp_path, [*lines_of(STORY[:2]), b"0123456789"])
    recover(tmp_path)
    text = path.read_bytes()
    assert text.count(Event.EXCHANGE_ORPHANED.value.encode()) == 2
    assert b'{"cut_bytes":10,"orphaned":2,"recovered_by":"%s"}' % BY.encode() in text


def test_a_finished_chain_is_not_touched(tmp_path: Path) -> None:
    path = put(tmp_path, lines_of(STORY))
    before = path.stat().st_mtime_ns
    found = recover(tmp_path)
    assert (found.recovered, list(found.ends), path.stat().st_mtime_ns) == ([], [NAME], before)


def test_a_chain_that_was_ended_while_we_came_is_not_ended_twice(tmp_path: Path) -> None:
    path = put(tmp_path, lines_of(STORY))
    before, found = path.read_bytes(), Found()
    end = Recovery(BY, KEY, Disk().open, StillClock().time_us)._one(path.parent, found)
    assert (end, found.recovered, path.read_bytes()) == (report(tmp_path).chains[0].head, [], before)


def test_recovery_happens_once(tmp_path: Path) -> None:
    path = put(tmp_path, lines_of(STORY[:2]))
    recover(tmp_path)
    before = path.read_bytes()
    assert recover(tmp_path).recovered == []
    assert path.read_bytes() == before


def test_a_chain_that_a_process_writes_is_left_to_it(tmp_path: Path) -> None:
    path = put(tmp_path, lines_of(STORY[:2]))
    held = lock(path.parent)
    assert held is not None
    before = path.read_bytes()
    found = recover(tmp_path)
    os.close(held)
    assert (found.ends, found.recovered, found.damaged, path.read_bytes()) == ({}, [], [], before)


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (lines_of(STORY[:2], key=OTHER_KEY), "signature"),
        ([], "start"),
        ([*lines_of(STORY[:3])[:5], *lines_of(STORY[:3])[6:]], "sequence"),
    ],
)
def test_a_damaged_chain_is_named_and_left_as_it_is(tmp_path: Path, lines: list[bytes], fault: str) -> None:
    path = put(tmp_path, lines)
    found = recover(tmp_path)
    assert (found.damaged, found.ends, found.recovered) == ([(NAME, fault)], {}, [])
    assert path.read_bytes() == b"".join(lines)
    assert found.body()["damaged"] == [{"chain": NAME, "fault": fault}]


def test_a_chain_is_named_by_one_later_chain_only(tmp_path: Path) -> None:
    put(tmp_path, lines_of(STORY))
    found = recover(tmp_path)
    assert [head.chain for head in heads(found.body())] == [NAME]
    found.named.add(NAME)
    assert heads(found.body()) == ()


def test_a_disk_that_is_still_full_is_told_and_the_chain_is_recovered_later(tmp_path: Path) -> None:
    put(tmp_path, lines_of(STORY[:2]))
    with pytest.raises(OSError, match="No space"):
        recover(tmp_path, Disk(room_bytes=300))
    assert recover(tmp_path).recovered == [NAME]
    assert report(tmp_path).complete


def test_only_what_is_torn_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "seg"
    path.write_bytes(b"kepttorn")
    assert set_aside(path, 4, 9) == 4
    assert set_aside(path, 4, 9) == 0
    assert (path.read_bytes(), torn(tmp_path)) == (b"kept", [b"torn"])
