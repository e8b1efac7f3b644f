"""Whatever is done to a finished chain, its verification is no longer complete."""

from hypothesis import assume, given
from hypothesis import strategies as st

from extproc.audit.verify import Report, verify
from tests.support.chains import NAME, PUBLIC, STORY, lines_of, segment, split

LINES = lines_of(STORY)
TEXT = b"".join(LINES)


def report_of(text: bytes) -> Report:
    return verify([(NAME, [segment(split(text))])], PUBLIC)


def test_the_chain_is_complete_as_it_was_written() -> None:
    assert report_of(TEXT).complete


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 255))
def test_no_byte_can_be_changed(at: int, change: int) -> None:
    assert not report_of(TEXT[:at] + bytes([TEXT[at] ^ change]) + TEXT[at + 1 :]).complete


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 40))
def test_no_bytes_can_be_taken_out(at: int, count: int) -> None:
    assert not report_of(TEXT[:at] + TEXT[at + count :]).complete


@given(st.integers(0, len(TEXT)), st.binary(min_size=1, max_size=8))
def test_no_bytes_can_be_put_in(at: int, more: bytes) -> None:
    assert not report_of(TEXT[:at] + more + TEXT[at:]).complete


@given(st.sets(st.integers(0, len(LINES) - 1), min_size=1))
def test_no_lines_can_be_taken_out(gone: set[int]) -> None:
    assert not report_of(b"".join(line for at, line in enumerate(LINES) if at not in gone)).complete


@given(st.permutations(LINES))
def test_lines_have_one_order(lines: list[bytes]) -> None:
    assume(lines != LINES)
    assert not report_of(b"".join(lines)).complete


@given(st.integers(0, len(LINES) - 1), st.integers(0, len(LINES)))
def test_no_line_can_be_said_twice(which: int, at: int) -> None:
    assert not report_of(b"".join([*LINES[:at], LINES[which], *LINES[at:]])).complete
