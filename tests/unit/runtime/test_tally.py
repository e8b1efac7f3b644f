"""A stranger cannot fill the disk with records of refusals."""

from extproc.audit.record import Entry, Event
from extproc.runtime.tally import BURST, US, Tally

ENTRY = Entry(Event.EXCHANGE_REFUSED, 1, "x", {"code": "gateway"}, ends=True)


def test_a_burst_is_recorded_and_what_follows_at_once_is_counted() -> None:
    tally = Tally()
    taken = [tally.take(ENTRY, 0) for _ in range(BURST + 5)]
    assert all(taken[:BURST])
    assert taken[BURST:] == [None] * 5


def test_the_next_record_says_how_many_were_only_counted() -> None:
    tally = Tally()
    for _ in range(BURST + 5):
        tally.take(ENTRY, 0)
    assert tally.take(ENTRY, US - 1) is None
    entry = tally.take(ENTRY, US)
    assert entry is not None
    assert entry.body == {"code": "gateway", "unrecorded_before": 6}
    assert tally.take(ENTRY, US) is None


def test_a_long_silence_earns_no_more_than_a_burst() -> None:
    tally = Tally()
    tally.take(ENTRY, 0)
    taken = [tally.take(ENTRY, 10**12) for _ in range(BURST + 1)]
    assert taken[-1] is None
    assert all(taken[:-1])
