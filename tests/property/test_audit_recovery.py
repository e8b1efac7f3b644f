"""Wherever a crash tears a chain, what counted stays and the chain can be ended."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from extproc.audit.reader import batches
from extproc.audit.recover import examine
from extproc.audit.verify import verify
from tests.support.chains import KEY, NAME, PUBLIC, STORY, TIME_US, lines_of, segment, split

OPEN = lines_of(STORY[:3])
TEXT = b"".join(OPEN)
BATCH_ENDS = list(accumulate(sum(map(len, batch)) for batch in batches(OPEN)))
"""Where each batch ends: what was acknowledged by then must be kept."""


def ended(text: bytes) -> tuple[bytes, bytes]:
    """What recovery keeps of ``text``, and what it adds."""
    remains = examine(NAME, [segment(split(text))], PUBLIC)
    entries = remains.chain.ending(TIME_US, {"recovered_by": NAME, "cut_bytes": 0})
    lines = [remains.chain.record(entry, body) for entry, body in entries]
    return text[: remains.keep_bytes], b"".join([*lines, remains.chain.checkpoint(KEY)])


@given(st.integers(BATCH_ENDS[0], len(TEXT)))
def test_any_torn_tail_is_cut_to_the_last_batch_and_the_ended_chain_is_complete(torn_at: int) -> None:
    kept, added = ended(TEXT[:torn_at])
    assert len(kept) == max(end for end in BATCH_ENDS if end <= torn_at)
    assert verify([(NAME, [segment(split(kept + added))])], PUBLIC).complete


@given(st.integers(BATCH_ENDS[-2], len(TEXT) - 1), st.integers(1, 4096), st.booleans())
def test_a_hole_in_the_last_batch_is_a_torn_tail_too(start: int, length: int, whole_tail: bool) -> None:
    end = len(TEXT) if whole_tail else min(start + length, len(TEXT))
    kept, added = ended(TEXT[:start] + bytes(end - start) + TEXT[end:])
    assert len(kept) == BATCH_ENDS[-2]
    assert verify([(NAME, [segment(split(kept + added))])], PUBLIC).complete


@given(st.data())
def test_a_crash_during_recovery_is_recovered_the_same_way(data: st.DataObject) -> None:
    kept, added = ended(TEXT[: data.draw(st.integers(BATCH_ENDS[0], len(TEXT)))])
    again, more = ended(kept + added[: data.draw(st.integers(0, len(added) - 1))])
    assert (again, verify([(NAME, [segment(split(again + more))])], PUBLIC).complete) == (kept, True)
