"""Noise of generated texts, on any text and marks."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bench.corpora.noise import CHANGES, Change, page_of, rewritten
from bench.corpora.row import Mark, Row
from extproc.detect.entities import EntityType


@st.composite
def marked(draw: st.DrawFn) -> Row:
    text = draw(st.text(st.one_of(st.sampled_from("abcß"), st.characters()), min_size=1, max_size=60))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    marks = tuple(Mark(start, end, EntityType.NAME) for start, end in zip(edges[::2], edges[1::2], strict=False))
    return Row("row", text, marks, ())


@given(marked(), st.sampled_from(CHANGES), st.integers(0, 1000))
def test_what_stands_between_the_marks_comes_from_between_them(row: Row, change: Change, seed: int) -> None:
    """Each stretch of the new text is what the characters of the old stretch became, and marks keep their order."""
    page = page_of(row)
    change(page, Random(seed))
    after = rewritten(row, page)
    assert [after.text[start:end] for start, end, _ in after.marks] == [
        "".join(page.chars[start:end]) for start, end, _ in row.marks
    ]
    assert len(page.chars) == len(row.text)


@given(marked(), st.integers(0, 1000))
def test_a_place_where_letters_may_move_never_reaches_over_an_edge(row: Row, seed: int) -> None:
    page = page_of(row)
    edges = {edge for start, end, _ in row.marks for edge in (start, end)}
    places = page.inside_words(Random(seed), 0.9)
    assert not {at + 1 for at in places} & edges
    assert all(row.text[at - 1 : at + 3].isalpha() for at in places)
