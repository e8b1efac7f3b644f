from collections.abc import Callable, Sequence

import orjson
import pytest

from extproc.audit.chain import Chain, is_checkpoint
from extproc.audit.fault import Broken, Kind
from extproc.audit.reader import MAX_BATCH_LINES, Head, Reader, batches, is_whole
from extproc.audit.record import Entry, Event
from tests.support.chains import (
    CLOSED,
    KEY,
    NAME,
    OTHER_KEY,
    PUBLIC,
    STARTED,
    STORY,
    TIME_US,
    batch_of,
    completed,
    decided,
    lines_of,
    received,
    refused,
)


def read(lines: Sequence[bytes], **known: object) -> Reader:
    reader = Reader(NAME, PUBLIC, **known)  # type: ignore[arg-type]
    for batch in batches(lines):
        reader.take(batch)
    reader.check_signature()
    return reader


def fault_of(lines: Sequence[bytes]) -> tuple[Kind, int]:
    with pytest.raises(Broken) as caught:
        read(lines)
    return caught.value.kind, caught.value.index


def test_a_reader_ends_up_where_the_writer_stood() -> None:
    writer = Chain(NAME)
    lines = [line for entries in STORY[:2] for line in batch_of(writer, entries)]
    reader = read(lines)
    assert (reader.chain.last, reader.chain.size, reader.chain.open) == (writer.last, writer.size, writer.open)
    assert reader.chain.tree.root() == writer.tree.root()
    assert not reader.closed


def test_a_finished_chain_is_closed_with_nothing_open() -> None:
    reader = read(lines_of(STORY))
    assert (reader.closed, reader.chain.open, reader.ended, reader.checkpoints) == (True, {}, {"a", "b", "c"}, 4)


def test_the_ends_of_earlier_chains_are_told() -> None:
    head = Head("20261121T000000Z-00000000", 7, "ab" * 32)
    started = Entry(Event.CHAIN_STARTED, TIME_US, "", {"previous": [head.json()]})
    assert read(lines_of([[started]])).names == (head,)


def test_a_policys_records_stand_between_those_of_exchanges_and_end_none() -> None:
    rejected = Entry(Event.POLICY_REJECTED, TIME_US, "", {"content": "sha256:2", "why": "refused", "in_force": ""})
    activated = Entry(Event.POLICY_ACTIVATED, TIME_US, "", {"policy_revision": "sha256:1"})
    reader = read(lines_of([[STARTED], [received("a"), activated], [rejected, decided("a"), completed("a")]]))
    assert (reader.ended, reader.chain.open) == ({"a"}, {})


def swapped(lines: list[bytes]) -> list[bytes]:
    return [*lines[:2], lines[3], lines[2], *lines[4:]]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda lines: [*lines[:2], *lines[3:]], (Kind.SEQUENCE, 0)),
        (swapped, (Kind.SEQUENCE, 0)),
        (lambda lines: [*lines[:3], lines[2], *lines[3:]], (Kind.SEQUENCE, 1)),
        (lambda lines: [*lines[:2], lines[2].replace(b'"chat"', b'"chit"'), *lines[3:]], (Kind.LINK, 1)),
        (lambda lines: [*lines[:3], lines[3].replace(b'"chat"', b'"chit"'), *lines[4:]], (Kind.ROOT, 2)),
        (lambda lines: [*lines[:2], lines[2].replace(b"5f0c2a91", b"00000000"), *lines[3:]], (Kind.OTHER_CHAIN, 0)),
        (lambda lines: [*lines[:2], lines[2][:-9] + b"\n", *lines[3:]], (Kind.NOT_A_RECORD, 0)),
        (lambda lines: [lines[0], *lines[2:]], (Kind.LINK, 1)),  # a checkpoint taken out
        (lambda lines: [lines[0], lines[1].replace(b"5f0c2a91", b"00000000"), *lines[2:]], (Kind.NOT_A_CHECKPOINT, 1)),
        (lambda lines: [lines[0], lines[1].replace(b"\\n1\\n", b"\\n2\\n"), *lines[2:]], (Kind.SIZE, 1)),
        (lambda lines: [*lines[:2], lines[1], *lines[2:]], (Kind.SIZE, 0)),  # a checkpoint of nothing new
        (lambda lines: lines_of(STORY, key=OTHER_KEY), (Kind.SIGNATURE, -1)),
    ],
)
def test_what_was_changed_is_found(change: Callable[[list[bytes]], list[bytes]], fault: tuple[Kind, int]) -> None:
    assert fault_of(change(lines_of(STORY))) == fault


@pytest.mark.parametrize(
    ("story", "fault"),
    [
        ([[received("a")]], (Kind.START, 0)),
        ([[STARTED], [STARTED]], (Kind.START, 0)),
        ([[STARTED], [decided("a")]], (Kind.UNOPENED, 0)),
        ([[STARTED], [received("a"), completed("a")], [completed("a")]], (Kind.UNOPENED, 0)),
        ([[STARTED], [received("a"), completed("a"), refused("a")]], (Kind.UNOPENED, 2)),
        ([[STARTED], [received("a")], [received("a")]], (Kind.REOPENED, 0)),
        ([[STARTED], [received("a"), completed("a")], [received("a")]], (Kind.REOPENED, 0)),
        ([[STARTED], [received("a"), CLOSED]], (Kind.LEFT_OPEN, 1)),
        ([[STARTED], [CLOSED], [received("a")]], (Kind.AFTER_END, 0)),
        ([[STARTED], [CLOSED, received("a")]], (Kind.AFTER_END, 1)),
    ],
)
def test_a_signed_chain_whose_story_is_wrong_is_found(story: list[list[Entry]], fault: tuple[Kind, int]) -> None:
    assert fault_of(lines_of(story)) == fault


@pytest.mark.parametrize(
    ("event", "exchange", "ends", "body", "kind"),
    [
        (Event.REQUEST_RECEIVED, "a", True, {}, Kind.ENDING),
        (Event.EXCHANGE_REFUSED, "a", False, {}, Kind.ENDING),
        (Event.EXCHANGE_REFUSED, "", True, {}, Kind.UNOPENED),
        (Event.CHAIN_CLOSED, "a", False, {}, Kind.UNOPENED),
    ],
)
def test_an_event_outside_its_table_is_found(
    event: Event, exchange: str, ends: bool, body: dict[str, int], kind: Kind
) -> None:
    chain = Chain(NAME)
    lines = batch_of(chain, [STARTED])
    entry = Entry(event, TIME_US, exchange, {}, ends)
    assert fault_of([*lines, chain.record(entry, orjson.dumps(body)), chain.checkpoint(KEY)]) == (kind, 0)


def test_a_transcript_that_no_gate_would_name_so_is_found() -> None:
    chain = Chain(NAME)
    lines = batch_of(chain, [STARTED, received("a")])
    body = {"transcript": {"file": "/etc/passwd"}}
    entry = Entry(Event.EXCHANGE_COMPLETED, TIME_US, "a", body, True)
    assert fault_of([*lines, chain.record(entry, orjson.dumps(body)), chain.checkpoint(KEY)]) == (Kind.REFERENCE, 0)


def test_a_start_that_names_earlier_chains_wrongly_is_found() -> None:
    started = Entry(Event.CHAIN_STARTED, TIME_US, "", {"previous": [{"chain": "x"}]})
    assert fault_of(lines_of([[started]])) == (Kind.NOT_A_RECORD, 0)


def test_without_keys_everything_but_signatures_is_checked() -> None:
    reader = Reader(NAME, [])
    for batch in batches(lines_of(STORY, key=OTHER_KEY)):
        reader.take(batch)
    reader.check_signature()
    assert reader.closed


def test_a_root_seen_elsewhere_must_be_the_root_here() -> None:
    root = read(lines_of(STORY[:2])).chain.tree.root()
    assert read(lines_of(STORY), seen={3: root}).seen == {}
    with pytest.raises(Broken) as caught:
        read(lines_of(STORY), seen={3: bytes(32)})
    assert caught.value.kind is Kind.SEEN


def test_lines_are_cut_after_each_checkpoint() -> None:
    lines = lines_of(STORY)
    cut = list(batches(lines))
    assert [len(batch) for batch in cut] == [2, 3, 4, 3]
    assert all(is_whole(batch) for batch in cut)
    assert [line for batch in cut for line in batch] == lines


@pytest.mark.parametrize("kept", [1, 2, 3])
def test_the_last_lines_may_lack_their_checkpoint(kept: int) -> None:
    *_, last = batches(lines_of(STORY)[: 5 + kept])
    assert not is_whole(last)
    assert len(last) == kept


def test_a_checkpoint_without_its_newline_is_not_whole() -> None:
    lines = lines_of(STORY)
    assert is_checkpoint(lines[1])
    assert not is_whole([lines[0], lines[1][:-1]])


def test_a_file_without_checkpoints_is_not_held_whole() -> None:
    sizes = [len(batch) for batch in batches(b"{}\n" for _ in range(3 * MAX_BATCH_LINES + 5))]
    assert sizes == [MAX_BATCH_LINES] * 3 + [5]
