import json

import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Form
from extproc.detect.recognizer import Tier
from extproc.detect.structures.view import MAX_DEPTH, Notes, View, unescaped_json


def test_a_range_of_an_inner_text_is_the_range_that_it_was_written_in() -> None:
    inner = json.dumps({"name": 'José "B"'})
    text = "x " + json.dumps({"args": json.dumps(inner)})
    notes = Notes()
    view = View(text, notes)
    for _ in range(2):
        start, end = view.text.index('"', 10 if view.depth == 0 else 0) + 1, view.text.rindex('"')
        below = view.within(start, end)
        assert below is not None
        view = below
    at = view.text.index("Jos")
    view.mark(at, at + len("Jos\\u00e9"), E.NAME, "x")
    ((start, end, *_),) = notes.candidates
    assert text[start:end].startswith("Jos")
    assert text[start:end].endswith("u00e9")


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        (r"a\nb", "a\nb"),
        (r"\"x\"", '"x"'),
        (r"a\\nb", r"a\nb"),
        (r"\u00e9\ud83d\ude00", "é😀"),
        (r"\ud83d", "\ud83d"),
        (r"\/", "/"),
        ("plain", "plain"),
        ("\\", "\\"),
        (r"\q", "q"),
    ],
)
def test_one_level_of_escapes_is_undone(raw: str, meant: str) -> None:
    read = unescaped_json(raw)
    assert read.text == meant
    assert read.original(0, len(meant)) == (0, len(raw))


def test_a_mark_has_no_blanks_around_it_and_an_empty_one_is_none() -> None:
    notes = Notes()
    view = View("  Quill \n", notes)
    view.mark(0, 9, E.NAME, "x")
    view.mark(0, 2, E.NAME, "x")
    assert [one[:2] for one in notes.candidates] == [(2, 7)]


@pytest.mark.parametrize(
    ("text", "tier"), [("19600302", Tier.VALIDATED), ("1960-03-02", Tier.VALIDATED), ("3/2/60", Tier.STRUCTURED)]
)
def test_a_date_in_a_writing_of_structures_is_sure(text: str, tier: Tier) -> None:
    notes = Notes()
    View(text, notes).mark(0, len(text), E.DATE, "x")
    assert notes.candidates[0].tier is tier


def test_a_number_is_one_in_a_document_inside_a_string_too_and_a_text_without_quotes() -> None:
    notes = Notes()
    view = View('"12345"', notes)
    view.number(1, 6)
    below = view.within(1, 6)
    assert below is not None
    below.number(0, 5)
    below.number(0, 5, zeroed=True)
    view.plain(1, 6)
    below.plain(0, 5)
    assert [one.form for one in notes.numerals] == [Form.NUMBER, Form.NUMBER, Form.ZERO, Form.PLAIN, Form.PLAIN]


def test_views_end_at_a_depth() -> None:
    view = View("x", Notes())
    for _ in range(MAX_DEPTH):
        below = view.within(0, 1)
        assert below is not None
        view = below
    assert view.within(0, 1) is None


def test_what_was_read_is_blank_to_others_and_nothing_moves() -> None:
    view = View("ab{cd}ef[gh]", Notes())
    assert view.without([(2, 6), (4, 6), (8, 12)]).text == "ab    ef    "
    assert view.without([]) is view
