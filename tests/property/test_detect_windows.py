"""Windows over any text: in order, apart, within it, and around all that is open."""

from hypothesis import given
from hypothesis import strategies as st

from extproc.detect.lexicon import build
from extproc.detect.windows import LONGEST_WORD, SIDE_CHARS, open_windows
from tests.support.words import GAZETTEER

LEXICON = build(GAZETTEER)
WORDS = st.sampled_from(
    ("Oluwaseun", "asano", "nijito", "the", "cough", "Dr.", "14", "75011", "is", "better.", "hi,", "\n", "\n\n", "A'B")
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(st.characters(max_codepoint=127), max_size=200)


@given(TEXTS, st.data())
def test_windows_are_ordered_apart_and_touch_something_that_was_not_found(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    found = [tuple(sorted(pair)) for pair in data.draw(st.lists(st.tuples(ends, ends), max_size=5))]
    covered = {i for start, end in found for i in range(start, end)}
    last = -1
    for start, end in open_windows(text, found, LEXICON):
        assert last < start < end <= len(text)
        assert not covered.issuperset(range(start, end))
        last = end


@given(TEXTS)
def test_a_name_nobody_knows_is_in_a_window_with_what_stands_around_it(text: str) -> None:
    before = f"{text} "
    whole = f"{before}Oluwaseun {text}"
    at = len(before)
    (window,) = [(s, e) for s, e in open_windows(whole, (), LEXICON) if s <= at and at + 9 <= e]
    assert window[0] >= 0
    assert window[1] - window[0] >= len("Oluwaseun")


@given(st.integers(0, 400), st.integers(0, 400))
def test_a_single_open_word_makes_a_window_of_bounded_length(before: int, behind: int) -> None:
    text = "cough and " * before + "Oluwaseun" + " and cough" * behind
    ((start, end),) = open_windows(text, (), LEXICON)
    assert end - start <= len("Oluwaseun") + 2 * (SIDE_CHARS + LONGEST_WORD)
    assert "Oluwaseun" in text[start:end]
