"""Noise changes how a text is written, never what of it is marked."""

import re
import unicodedata
from random import Random

import pytest

from bench.corpora import noise
from bench.corpora.generate import Kind, Split, rows
from bench.corpora.noise import Change, Page, page_of, rewritten
from bench.corpora.row import Mark, Row
from extproc.detect.entities import EntityType as E

TEXT = "Seen by Dr. Łucja Müller-Øberg on 12 March 2021, MRN 00482913."
MARKED = ("Łucja Müller-Øberg", "12 March 2021", "00482913")
ROW = Row(
    "row",
    TEXT,
    tuple(
        Mark(TEXT.index(value), TEXT.index(value) + len(value), entity)
        for value, entity in zip(MARKED, (E.NAME, E.DATE, E.MRN), strict=True)
    ),
    ((TEXT.index("MRN"), TEXT.index("MRN") + 3),),
)


def changed(change: Change, row: Row = ROW, seed: int = 1) -> Row:
    page = page_of(row)
    change(page, Random(seed))
    return rewritten(row, page)


def values(row: Row) -> tuple[str, ...]:
    return tuple(row.text[start:end] for start, end, _ in row.marks)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (noise.lower, ("łucja müller-øberg", "12 march 2021", "00482913")),
        (noise.upper, ("ŁUCJA MÜLLER-ØBERG", "12 MARCH 2021", "00482913")),
        (noise.title, ("Łucja Müller-Øberg", "12 March 2021", "00482913")),
        (noise.spoken, ("łucja müller-øberg", "12 march 2021", "00482913")),
        (noise.wide, ("Łｕｃｊａ Ｍüｌｌｅｒ-Øｂｅｒｇ", "１２ Ｍａｒｃｈ ２０２１", "００４８２９１３")),
    ],
)
def test_marks_follow_a_change_of_the_whole_text(change: Change, expected: tuple[str, ...]) -> None:
    assert values(changed(change)) == expected


def test_letters_that_grow_move_the_marks_behind_them() -> None:
    row = Row("row", "Straße 5: Anna", (Mark(10, 14, E.NAME),), ())
    assert values(changed(noise.upper, row)) == ("ANNA",)


def test_speech_has_a_space_before_each_stop() -> None:
    assert changed(noise.spoken, Row("row", "Hi, Ana. Well?", (Mark(4, 7, E.NAME),), ())).text == "hi , ana . well ?"


def test_lost_accents_leave_letters_or_two_for_one() -> None:
    found = {values(changed(noise.unaccented, seed=seed))[0] for seed in range(20)}
    assert found == {"Łucja Muller-Øberg", "Lucja Mueller-Oeberg"}


@pytest.mark.parametrize("change", noise.CHANGES, ids=lambda change: change.__name__)
def test_the_marked_letters_stay_inside_and_the_others_outside(change: Change) -> None:
    """Undoing what noise does to letters gives nearly the same values, and no blank at the edge of a mark."""
    for seed, row in enumerate(rows(Kind.NOTES, Split.TRAIN, 4, 60, 0.0)):
        after = changed(change, row, seed)
        for before, value in zip(values(row), values(after), strict=True):
            assert abs(len(bare(before)) - len(bare(value))) <= 2 + len(before) // 3
            assert value.strip() == value or change is noise.misread


@pytest.mark.parametrize("change", noise.CHANGES, ids=lambda change: change.__name__)
def test_every_change_changes_something(change: Change) -> None:
    plain = rows(Kind.QUERIES, Split.TRAIN, 4, 80, 0.0)
    assert any(changed(change, row, seed).text != row.text for seed, row in enumerate(plain))


def test_letters_are_never_swapped_over_the_edge_of_a_mark() -> None:
    row = Row("row", "xxxxxxxxYYYYYYYYzzzzzzzz", (Mark(8, 16, E.NAME),), ())
    for seed in range(300):
        page, rng = page_of(row), Random(seed)
        for _ in range(20):
            noise.typos(page, rng)
        assert set(values(rewritten(row, page))[0]) == {"Y"}


def test_places_inside_words_have_letters_around_them() -> None:
    page = Page(list("a bc def 1234 ghij"), frozenset())
    assert {at for seed in range(50) for at in page.inside_words(Random(seed), 0.5)} == {15}


def test_noise_is_as_frequent_as_asked() -> None:
    plain = list(rows(Kind.SENTENCES, Split.TRAIN, 9, 400, 0.0))
    assert not any("\u200b" in row.text or "\t" in row.text for row in plain)
    small = sum(row.text.islower() for row in rows(Kind.DIALOGUE, Split.TRAIN, 9, 400, 1.0))
    assert small > 300


def bare(text: str) -> str:
    """Letters and digits of a text, accents and look-alikes undone."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKD", text))
