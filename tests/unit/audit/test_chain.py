import itertools
from hashlib import sha256

import orjson
import pytest
import rfc8785

from extproc.audit.canonical import Unrecordable
from extproc.audit.chain import (
    BEFORE_THE_FIRST,
    Chain,
    is_checkpoint,
    parse_checkpoint,
    parse_record,
    spelled,
)
from extproc.audit.fault import Broken, Kind
from extproc.audit.record import Entry, Event
from extproc.audit.texts import Texts
from tests.support.chains import CLOSED, KEY, NAME, STARTED, STORY, TIME_US, completed, lines_of, received


def record_line(entry: Entry) -> bytes:
    return Chain(NAME).record(entry, spelled(entry))[:-1]


def test_a_record_has_nine_members_in_canonical_form() -> None:
    line = record_line(STARTED)
    value = orjson.loads(line)
    assert value == {
        "v": 1,
        "chain": NAME,
        "seq": 0,
        "time_us": TIME_US,
        "event": "chain.started",
        "exchange": "",
        "ends": False,
        "prev": BEFORE_THE_FIRST,
        "body": {"previous": []},
    }
    assert rfc8785.dumps(value) == line


def test_each_record_holds_the_hash_of_the_line_before_it_be_it_a_checkpoint() -> None:
    lines = [line[:-1] for line in lines_of(STORY)]
    for before, line in itertools.pairwise(lines):
        if not is_checkpoint(line):
            assert parse_record(line).prev == sha256(before).hexdigest()


def test_records_are_numbered_and_checkpoints_are_not() -> None:
    lines = [line[:-1] for line in lines_of(STORY)]
    assert [parse_record(line).seq for line in lines if not is_checkpoint(line)] == list(range(8))
    assert [parse_checkpoint(line).size for line in lines if is_checkpoint(line)] == [1, 3, 6, 8]


def test_what_was_written_is_read() -> None:
    record = parse_record(record_line(completed("a")))
    assert (record.event, record.exchange, record.ends) == (Event.EXCHANGE_COMPLETED, "a", True)
    assert record.body == {"status": 200}


def test_an_exchange_is_open_from_its_first_record_to_its_ending() -> None:
    chain = Chain(NAME)
    for entry in (STARTED, received("a"), received("b"), completed("a")):
        chain.record(entry, spelled(entry))
    assert chain.open == {"b": 2}


def test_an_ending_orphans_what_is_open_and_closes_the_chain() -> None:
    chain = Chain(NAME)
    for entry in (STARTED, received("a"), received("b")):
        chain.record(entry, spelled(entry))
    entries = [entry for entry, _ in chain.ending(TIME_US, {"cut_bytes": 0})]
    assert [(entry.event, entry.exchange, entry.ends, entry.body) for entry in entries] == [
        (Event.EXCHANGE_ORPHANED, "a", True, {"last_seq": 1}),
        (Event.EXCHANGE_ORPHANED, "b", True, {"last_seq": 2}),
        (Event.CHAIN_CLOSED, "", False, {"cut_bytes": 0, "orphaned": 2}),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        Entry(Event.EXCHANGE_COMPLETED, TIME_US, "a", {}, ends=False),
        Entry(Event.REQUEST_RECEIVED, TIME_US, "a", {}, ends=True),
        Entry(Event.REQUEST_RECEIVED, TIME_US, "", {}),
        Entry(Event.CHAIN_CLOSED, TIME_US, "a", {}),
        Entry(Event.REQUEST_RECEIVED, TIME_US, "two words", {}),
        Entry(Event.REQUEST_RECEIVED, TIME_US, "a" * 65, {}),
        Entry(Event.REQUEST_RECEIVED, TIME_US, "\ud800", {}),
        Entry(Event.REQUEST_RECEIVED, -1, "a", {}),
        Entry(Event.REQUEST_RECEIVED, 2**53, "a", {}),
        Entry(Event.REQUEST_RECEIVED, TIME_US, "a", {"k": 0.5}),  # type: ignore[dict-item]
        Entry(Event.REQUEST_RECEIVED, TIME_US, "a", {}, texts=Texts("full", {})),  # and nothing says where they lie
        Entry(Event.REQUEST_RECEIVED, TIME_US, "a", {"transcript": {}}),
    ],
)
def test_an_entry_that_would_spoil_the_chain_is_refused(entry: Entry) -> None:
    with pytest.raises(Unrecordable):
        spelled(entry)


@pytest.mark.parametrize(
    ("change", "to"),
    [
        (b'"v":1', b'"v":2'),
        (b'"v":1', b'"v":true'),
        (b'"seq":0', b'"seq":"0"'),
        (b'"seq":0', b'"seq":0.0'),
        (b'"seq":0', b'"seq":false'),
        (b'"ends":false', b'"ends":0'),
        (b'"event":"chain.started"', b'"event":"chain.begun"'),
        (b'"body":{"previous":[]}', b'"body":[]'),
        (b'"v":1', b'"v":1,"w":1'),
        (b'"body":{"previous":[]},', b""),
        (b'"seq":0', b'"seq": 0'),
        (b"{", b"["),
    ],
)
def test_what_is_not_exactly_a_record_is_refused(change: bytes, to: bytes) -> None:
    line = record_line(STARTED)
    assert change in line
    with pytest.raises(Broken) as caught:
        parse_record(line.replace(change, to, 1), 3)
    assert (caught.value.kind, caught.value.index) == (Kind.NOT_A_RECORD, 3)


def test_a_record_is_not_a_checkpoint_nor_the_other_way_round() -> None:
    chain = Chain(NAME)
    record, checkpoint = chain.record(CLOSED, b"{}")[:-1], chain.checkpoint(KEY)[:-1]
    assert (is_checkpoint(record), is_checkpoint(checkpoint)) == (False, True)
    with pytest.raises(Broken):
        parse_checkpoint(record)
    with pytest.raises(Broken):
        parse_record(checkpoint)
