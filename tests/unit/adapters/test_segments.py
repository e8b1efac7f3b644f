from pathlib import Path

import pytest

from extproc.adapters.segments import (
    CHAIN_NAME,
    MAX_LINE_BYTES,
    chain_directories,
    closed_head,
    heads_named_by,
    lines,
    new_chain_name,
    segment_files,
    segment_name,
    segments,
)
from extproc.audit.record import Entry, Event
from tests.support.chains import NAME, STORY, TIME_US, lines_of


def put(root: Path, text: bytes, name: str = NAME, first_seq: int = 0) -> Path:
    chain = root / name
    chain.mkdir(exist_ok=True)
    (chain / segment_name(first_seq)).write_bytes(text)
    return chain


def test_a_chain_is_named_by_its_time_and_by_chance() -> None:
    name = new_chain_name(TIME_US)
    assert CHAIN_NAME.fullmatch(name)
    assert name.startswith("20261122T063148Z-")
    assert new_chain_name(TIME_US) != name


def test_only_chains_are_chains(tmp_path: Path) -> None:
    for name in ("20261122T061148Z-5f0c2a91", "20251122T061148Z-5f0c2a91", ".20261122T061148Z-00000000", "lost+found"):
        (tmp_path / name).mkdir()
    (tmp_path / "20261122T061148Z-00000001").touch()
    assert [path.name for path in chain_directories(tmp_path)] == [
        "20251122T061148Z-5f0c2a91",
        "20261122T061148Z-5f0c2a91",
    ]


def test_segments_are_in_the_order_of_their_records(tmp_path: Path) -> None:
    for first_seq in (10**12, 0, 999_999_999_999, 5):
        put(tmp_path, b"", first_seq=first_seq)
    (tmp_path / NAME / "torn-000000000005-abcd").touch()
    (tmp_path / NAME / "lock").touch()
    assert [one.first_seq for one in segments(tmp_path / NAME)] == [0, 5, 999_999_999_999, 10**12]
    assert segments(tmp_path / NAME)[1].file == f"{NAME}/seg-000000000005.jsonl"


def test_lines_have_their_newlines_and_are_told_of(tmp_path: Path) -> None:
    path = segment_files(put(tmp_path, b"one\ntwo\r\n\nthree"))[0]
    told: list[bytes] = []
    assert list(lines(path, told.append)) == [b"one\n", b"two\r\n", b"\n", b"three"] == told


def test_a_line_without_end_comes_in_pieces(tmp_path: Path) -> None:
    path = segment_files(put(tmp_path, bytes(MAX_LINE_BYTES * 2 + 1)))[0]
    assert [len(line) for line in lines(path)] == [MAX_LINE_BYTES, MAX_LINE_BYTES, 1]


def test_the_end_of_a_closed_chain_is_found_in_its_last_lines(tmp_path: Path) -> None:
    head = closed_head(put(tmp_path, b"".join(lines_of(STORY))))
    assert head is not None
    assert (head.chain, head.size) == (NAME, 8)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\n\n",
        b"".join(lines_of(STORY)[:-3]),
        b"".join(lines_of(STORY)[:-1]),
        b"".join(lines_of(STORY))[:-1],
        b"".join(lines_of(STORY)) + b"more",
        b"".join(lines_of(STORY)) + b"more\n",
    ],
)
def test_a_chain_without_its_end_has_none(tmp_path: Path, text: bytes) -> None:
    assert closed_head(put(tmp_path, text)) is None


def test_a_chain_of_no_file_has_no_end_and_names_none(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    assert closed_head(tmp_path / NAME) is None
    assert heads_named_by(tmp_path / NAME) == ()


def test_the_first_record_names_earlier_chains(tmp_path: Path) -> None:
    started = Entry(Event.CHAIN_STARTED, TIME_US, "", {"previous": [{"chain": "x", "size": 3, "root": "ab"}]})
    (head,) = heads_named_by(put(tmp_path, b"".join(lines_of([[started]]))))
    assert (head.chain, head.size, head.root) == ("x", 3, "ab")


@pytest.mark.parametrize("text", [b"", b"no record\n", b"".join(lines_of(STORY[1:]))])
def test_a_first_line_that_is_no_start_names_none(tmp_path: Path, text: bytes) -> None:
    assert heads_named_by(put(tmp_path, text)) == ()
