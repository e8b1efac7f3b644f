import os
from pathlib import Path

import pytest

from extproc.adapters.segments import segment_name
from extproc.adapters.trail_reader import Follower, latest, of_exchange, seen_checkpoints
from extproc.audit.chain import is_checkpoint, parse_checkpoint
from extproc.audit.record import Entry, Event
from extproc.errors import Misconfigured
from tests.support.chains import NAME, OTHER_KEY, PUBLIC, STARTED, STORY, TIME_US, completed, lines_of, received

LATER = "20261123T000000Z-00000001"


def put(root: Path, lines: list[bytes], name: str = NAME, first_seq: int = 0) -> Path:
    (root / name).mkdir(exist_ok=True)
    path = root / name / segment_name(first_seq)
    path.write_bytes(b"".join(lines))
    return path


def at(second: int, exchange: str) -> Entry:
    return Entry(Event.REQUEST_RECEIVED, TIME_US + second * 1_000_000, exchange, {})


def test_the_latest_records_of_all_chains_are_in_the_order_of_their_times(tmp_path: Path) -> None:
    put(tmp_path, lines_of([[at(1, "a"), at(3, "c"), at(5, "e")]]))
    put(tmp_path, lines_of([[at(2, "b"), at(4, "d")]], LATER), LATER)
    assert [record.exchange for record in latest(tmp_path, 3)] == ["c", "d", "e"]
    assert [record.exchange for record in latest(tmp_path, 99)] == ["a", "b", "c", "d", "e"]
    assert latest(tmp_path, 0) == []


def test_chains_that_ended_before_are_not_read(tmp_path: Path) -> None:
    old = put(tmp_path, lines_of([[at(99, "would-be-last-if-it-were-read")]]))
    os.utime(old, (1, 1))
    put(tmp_path, lines_of([[at(2, "b"), at(4, "d")]], LATER), LATER)
    assert [record.exchange for record in latest(tmp_path, 2)] == ["b", "d"]


def test_earlier_segments_are_read_where_the_last_has_too_few(tmp_path: Path) -> None:
    lines = lines_of(STORY)
    put(tmp_path, lines[:5])
    put(tmp_path, lines[5:], first_seq=3)
    assert [record.seq for record in latest(tmp_path, 6)] == [2, 3, 4, 5, 6, 7]


def test_all_records_of_an_exchange_are_found_by_its_id_or_its_decisions(tmp_path: Path) -> None:
    put(tmp_path, lines_of(STORY))
    expected = [Event.REQUEST_RECEIVED, Event.REQUEST_DECIDED, Event.EXCHANGE_COMPLETED]
    assert [record.event for record in of_exchange(tmp_path, "a")] == expected
    assert [record.event for record in of_exchange(tmp_path, "d-a")] == expected


def test_all_records_of_an_exchange_are_found_by_the_id_its_caller_was_told(tmp_path: Path) -> None:
    refused = Entry(Event.EXCHANGE_REFUSED, 1, "b", {"request_id": "r-b"}, ends=True)
    put(tmp_path, lines_of([[STARTED], [refused]]))
    assert [record.exchange for record in of_exchange(tmp_path, "r-b")] == ["b"]


@pytest.mark.parametrize("name", ["", "d", "nobody", NAME, "chat"])
def test_what_is_no_id_finds_nothing(tmp_path: Path, name: str) -> None:
    put(tmp_path, lines_of(STORY))
    assert of_exchange(tmp_path, name) == []


def test_a_follower_gives_what_was_added_in_old_and_new_files_and_only_whole_lines(tmp_path: Path) -> None:
    lines = lines_of([[STARTED], [received("a"), completed("a")]])
    path = put(tmp_path, lines[:2])
    follower = Follower(tmp_path)
    assert follower.added() == []
    path.write_bytes(b"".join([*lines[:3], lines[3][:20]]))
    assert [record.exchange for record in follower.added()] == ["a"]
    path.write_bytes(b"".join(lines))
    put(tmp_path, lines_of([[at(9, "z")]], LATER), LATER)
    assert [record.exchange for record in follower.added()] == ["a", "z"]
    assert follower.added() == []


def test_checkpoints_kept_elsewhere_are_believed_by_their_signature(tmp_path: Path) -> None:
    kept = [line for line in lines_of(STORY) if is_checkpoint(line)]
    (tmp_path / "kept").write_bytes(b"".join(kept))
    seen = seen_checkpoints(tmp_path / "kept", PUBLIC)
    assert seen == {NAME: {one.size: one.root for one in (parse_checkpoint(line[:-1]) for line in kept)}}
    with pytest.raises(Misconfigured, match="kept:1: not signed"):
        seen_checkpoints(tmp_path / "kept", [OTHER_KEY.public_key()])


def test_a_file_of_something_else_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"".join(lines_of(STORY)[1::-1]))
    with pytest.raises(Misconfigured, match="kept:2: not a checkpoint"):
        seen_checkpoints(tmp_path / "kept", PUBLIC)
    with pytest.raises(Misconfigured, match="absent"):
        seen_checkpoints(tmp_path / "absent", PUBLIC)
