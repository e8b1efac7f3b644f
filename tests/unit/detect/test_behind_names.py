"""Numbers that a name before them makes somebody's."""

import pytest

from extproc.detect.behind_names import behind_names
from extproc.detect.entities import EntityType as E
from extproc.detect.recognizer import Candidate, Tier


def behind(text: str, name: str = "Otis Reed", date: str = "") -> list[tuple[E, str]]:
    given = [(name, E.NAME), *([(date, E.DATE)] if date else [])]
    candidates = [
        Candidate(text.index(one), text.index(one) + len(one), entity, Tier.LEARNED, "x") for one, entity in given
    ]
    return [(one.entity, text[one.start : one.end]) for one in behind_names(text, candidates)]


@pytest.mark.parametrize(
    "text",
    [
        "Otis Reed, 6480324, seen",
        "Otis Reed 6480324: O neg",
        "Otis Reed (6480324) referred",
        "Otis Reed #6480324",
        "Otis Reed | 6480324",
        "Otis Reed: 6480324",
    ],
)
def test_a_code_behind_a_name_is_a_record_of_somebody(text: str) -> None:
    assert behind(text) == [(E.MRN, "6480324")]


@pytest.mark.parametrize("code", ["490 693 571", "M11309-55", "66-7775"])
def test_a_code_may_be_in_groups(code: str) -> None:
    assert behind(f"Otis Reed ({code}) referred") == [(E.MRN, code)]


def test_one_of_five_digits_needs_a_sign_before_it() -> None:
    assert behind("Otis Reed #88123") == [(E.MRN, "88123")]
    assert behind("Otis Reed 88123") == []


@pytest.mark.parametrize(
    "text", ["Otis Reed, 3/4/1980, HN-081010", "Otis Reed</td><td>3/4/1980</td><td>HN-081010</td>"]
)
def test_so_is_one_behind_the_birth_date_of_a_name(text: str) -> None:
    assert behind(text, date="3/4/1980") == [(E.MRN, "HN-081010")]


@pytest.mark.parametrize(
    "text",
    [
        "Otis Reed 4502",
        "Otis Reed, 650000 units",
        "Otis Reed, 1000000",
        "Otis Reed took 6480324",
        "Otis Reed6480324",
        "Otis Reed, 120/80",
        "Otis Reed",
    ],
)
def test_other_numbers_behind_a_name_are_none(text: str) -> None:
    assert behind(text) == []


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Otis Reed, 93, with dementia", "93"),
        ("Otis Reed is 104.", "104"),
        ("Otis Reed was 90 and well", "90"),
        ("Otis Reed (97), widower", "97"),
        ("Otis Reed, ninety-six, from home", "ninety-six"),
        ("Otis Reed is now 91", "91"),
    ],
)
def test_an_age_over_89_behind_a_name_is_found(text: str, age: str) -> None:
    assert behind(text) == [(E.AGE, age)]


@pytest.mark.parametrize(
    "text", ["Otis Reed, 89, with", "Otis Reed is 93 % saturated", "Otis Reed 93", "Otis Reed, 93, 84 and 70"]
)
def test_other_small_numbers_are_no_ages(text: str) -> None:
    assert behind(text) == []
