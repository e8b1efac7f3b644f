"""Every offset of a text counts in exactly one window, and the windows cover it."""

from hypothesis import given
from hypothesis import strategies as st

from extproc.adapters.reading_windows import Window, encodable, windows

SIZE, OVERLAP = 20, 6


@given(st.integers(0, 200))
def test_each_offset_counts_once_and_stands_inside_its_window(length: int) -> None:
    found = list(windows(length, SIZE, OVERLAP))
    for offset in range(length):
        (window,) = [one for one in found if one.counts(offset)]
        assert window.start <= offset < window.end
    assert all(one.end - one.start <= SIZE for one in found)


@given(st.integers(1, 200))
def test_what_counts_has_half_an_overlap_before_and_behind_it_unless_the_text_ends(length: int) -> None:
    for window in windows(length, SIZE, OVERLAP):
        assert window.first - window.start == OVERLAP // 2 or window.start == window.first == 0
        assert window.end - window.last == OVERLAP // 2 or window.end == window.last == length


@given(st.integers(2, 100), st.integers(0, 10), st.integers(0, 10))
def test_halves_count_what_the_whole_does_and_are_shorter(size: int, before: int, behind: int) -> None:
    whole = Window(0, size, min(before, size), max(min(before, size), size - behind))
    left, right = whole.halves()
    for offset in range(size):
        assert (left.counts(offset) + right.counts(offset)) == whole.counts(offset)
    assert max(left.end - left.start, right.end - right.start) < size


def test_lone_surrogates_are_replaced_one_by_one() -> None:
    assert encodable("a\ud800b\udfff\U0001f600") == "a\ufffdb\ufffd\U0001f600"
