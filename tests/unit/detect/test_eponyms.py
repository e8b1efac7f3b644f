"""What says that a name is a sign, a structure or a score."""

import pytest

from extproc.detect import eponyms
from extproc.detect.tokens import Run, runs
from tests.support.marked import rules


def run(text: str) -> Run:
    return runs(text, rules().lexicon, frozenset())[0]


@pytest.mark.parametrize("text", ["Babinski sign", "Wilson's disease", "Patrick test", "Clark level", "Bruce protocol"])
def test_a_clinical_noun_behind_a_name_makes_an_eponym_of_it(text: str) -> None:
    assert eponyms.is_eponym(text, run(text)[0])


@pytest.mark.parametrize("text", ["Babinski called", "Patrick tested", "Karen disease-free", "Wilson"])
def test_other_words_behind_it_do_not(text: str) -> None:
    assert not eponyms.is_eponym(text, run(text)[0])


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("the circle of Willis", True), ("loop of Henle", True), ("care of Willis", False), ("of Willis", False)],
)
def test_a_part_of_the_body_before_a_name_makes_one_too(text: str, is_one: bool) -> None:
    assert eponyms.part_of(text, text.rindex(" ") + 1) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"), [("Noonan, Gilbert", True), ("Martha, Gilbert", False), ("Gilbert", False)]
)
def test_an_eponym_beside_an_eponym_is_one(text: str, is_one: bool) -> None:
    token = next(
        token for token in [run(text)[0], *runs(text, rules().lexicon, frozenset())[-1]] if token.key == "gilbert"
    )
    assert eponyms.among_eponyms(text, token) is is_one


@pytest.mark.parametrize(
    "text",
    [
        "Clark IV, ulcerated",
        "Wilson negative",
        "Wilson was normal.",
        "Wilson A dissection",
        "Wilson hip score",
        "Karen cannula",
    ],
)
def test_a_grade_a_result_a_score_and_an_instrument_make_one_too(text: str) -> None:
    assert eponyms.is_eponym(text, run(text)[0])


@pytest.mark.parametrize(
    "text",
    ["Wilson 4 days later", "Wilson, 4", "Wilson hip pain", "Karen IV", "Wilson 45 yo"],
)
def test_a_time_an_age_and_a_body_part_do_not(text: str) -> None:
    assert not eponyms.is_eponym(text, run(text)[0])


def test_a_disease_may_be_named_by_its_eponym_alone() -> None:
    with_disease, with_mother = "patients with Wilson's need it", "patients with Wilson's mother"
    assert eponyms.is_eponym(with_disease, runs(with_disease, rules().lexicon, frozenset())[-1][0])
    assert not eponyms.is_eponym(with_mother, runs(with_mother, rules().lexicon, frozenset())[-1][0])


def test_two_names_that_are_one_thing() -> None:
    assert eponyms.is_pair(run("Ivor Lewis"))
    assert not eponyms.is_pair(run("Ivor Novello"))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("Conn, Nelson, Sheehan", True), ("Jones, Mitchell and Williams", False), ("Conn, Nelson, a nurse", False)],
)
def test_any_name_between_two_eponyms_and_commas_is_one(text: str, is_one: bool) -> None:
    found = runs(text, rules().lexicon, frozenset())
    token = next(token for one in found for token in one if token.key in ("nelson", "mitchell"))
    assert eponyms.among_eponyms(text, token) is is_one


def test_an_eponym_that_another_follows_begins_a_list() -> None:
    assert eponyms.lists_eponyms("Norwood, Glenn and Fontan", 14)
    assert not eponyms.lists_eponyms("Norwood, Glenn and Martha", 14)
