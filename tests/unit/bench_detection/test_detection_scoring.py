"""Rows made by hand, whose figures can be counted."""

import pytest

from bench.corpora.row import Mark, Row
from bench.detection.scoring import LOWER, Found, Score, Share, judged
from extproc.detect.entities import EntityType as E

TEXT = "Ann Lee, Acme Inc, 555-0142"
NAME = Mark(0, 7, E.NAME)
PHONE = Mark(19, 27, E.PHONE)
ROW = Row("a", TEXT, (NAME, PHONE), ((9, 17),))
CLEAN = Row("b", "Acme Inc sells gauze", (), ((0, 8),))


def score(row: Row, *found: Found) -> Score:
    made = Score()
    made.add(row, found)
    return made


def test_an_identifier_whose_letters_and_digits_are_all_masked_is_whole() -> None:
    made = score(ROW, Found(0, 7, "NAME"), Found(19, 27, "PHONE"))
    assert (made.recall(), made.left(), made.labelled()) == (Share(2, 2), Share(0, 13), Share(2, 2))


def test_parts_masked_by_several_findings_are_whole_though_the_space_between_is_not() -> None:
    assert score(ROW, Found(0, 3, "NAME"), Found(4, 7, "NAME")).recall("NAME") == Share(1, 1)


def test_a_partly_masked_identifier_is_not_whole_and_leaves_its_other_letters() -> None:
    made = score(ROW, Found(0, 3, "NAME"))
    assert (made.recall("NAME"), made.left("NAME")) == (Share(0, 1), Share(3, 6))
    assert made.missed == {"NAME 'Ann Lee'": 1, "PHONE '555-0142'": 1}


def test_what_is_masked_beyond_an_identifier_takes_nothing_from_it() -> None:
    made = score(ROW, Found(0, 27, "NAME"))
    assert (made.recall(), made.left(), made.precision) == (Share(2, 2), Share(0, 13), Share(1, 1))


def test_a_wrong_label_still_masks() -> None:
    made = score(ROW, Found(19, 27, "MRN"))
    assert (made.recall("PHONE"), made.labelled("PHONE"), made.precision) == (Share(1, 1), Share(0, 1), Share(1, 1))


def test_the_label_is_that_of_the_finding_that_covers_most() -> None:
    assert score(ROW, Found(19, 22, "ACCOUNT"), Found(22, 27, "PHONE")).labelled("PHONE") == Share(1, 1)
    assert score(ROW, Found(19, 25, "ACCOUNT"), Found(25, 27, "PHONE")).labelled("PHONE") == Share(0, 1)


@pytest.mark.parametrize(
    ("label", "type_", "right"),
    [
        ("PERSON", E.NAME, True),
        ("PHONE_NUMBER", E.FAX, True),
        ("PHONE", E.FAX, False),
        ("AGE", E.DATE, True),
        ("DATE_TIME", E.AGE, True),
        ("LOCATION", E.NAME, False),
        ("NRP", E.NAME, False),
    ],
)
def test_a_label_is_right_when_it_may_stand_for_the_class(label: str, type_: E, right: bool) -> None:
    assert judged("1234567", Mark(0, 7, type_), [Found(0, 7, label)]).labelled == right


def test_only_whole_identifiers_have_a_label_to_judge() -> None:
    assert score(ROW, Found(0, 3, "NAME")).labelled("NAME") == Share(0, 0)


def test_a_finding_that_touches_neutral_text_is_neither_wrong_nor_required() -> None:
    assert score(ROW, Found(9, 13, "NAME")).precision == Share(1, 1)
    assert score(ROW).recall() == Share(0, 2)


def test_a_finding_beside_marks_and_neutral_text_is_wrong() -> None:
    made = score(ROW, Found(7, 9, "NAME"), Found(0, 7, "NAME"))
    assert (made.precision, made.wrong) == (Share(1, 2), {"NAME ', '": 1})
    assert made.wrong_per_kb == pytest.approx(1000 / 27)


def test_a_clean_row_is_touched_once_however_much_is_masked_in_it() -> None:
    assert score(CLEAN, Found(9, 14, "NAME"), Found(15, 20, "NAME")).clean_touched == Share(1, 1)


def test_a_clean_row_is_not_touched_by_what_is_neutral_or_by_nothing() -> None:
    assert score(CLEAN, Found(0, 4, "NAME")).clean_touched == Share(0, 1)
    assert score(CLEAN).clean_touched == Share(0, 1)
    assert score(ROW, Found(7, 9, "NAME")).clean_touched == Share(0, 0)


def test_names_in_small_letters_are_counted_beside_and_once_in_all() -> None:
    made = score(Row("c", "ann saw Lee", (Mark(0, 3, E.NAME), Mark(8, 11, E.NAME)), ()), Found(8, 11, "NAME"))
    assert (made.recall("NAME"), made.recall(LOWER), made.recall()) == (Share(1, 2), Share(0, 1), Share(1, 2))


def test_sums_of_rows_are_sums() -> None:
    made = Score()
    made.add(ROW, [Found(0, 7, "NAME")])
    made.add(CLEAN, [])
    assert (made.rows, made.length, made.recall(), made.clean_touched) == (2, 47, Share(1, 2), Share(0, 1))


def test_classes_of_several_scores_add_up() -> None:
    together = Score()
    for _ in range(3):
        together.add_classes(score(ROW, Found(0, 7, "NAME")))
    assert (together.recall("NAME"), together.recall(), together.left()) == (Share(3, 3), Share(3, 6), Share(21, 39))


@pytest.mark.parametrize(
    ("share", "low", "high"),
    [
        (Share(0, 10), 0.0, 0.2775),
        (Share(10, 10), 0.7225, 1.0),
        (Share(81, 100), 0.7222, 0.8749),
        (Share(0, 0), 0.0, 1.0),
    ],
)
def test_the_interval_is_wilsons(share: Share, low: float, high: float) -> None:
    assert share.interval == pytest.approx((low, high), abs=5e-4)
