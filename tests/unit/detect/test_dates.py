"""Dates with a day or a month in them, and ages over 89."""

import pytest

from extproc.detect.dates import LAST_BIRTH_YEAR_OVER_89
from extproc.detect.entities import EntityType as E
from tests.support.words import found

WRITINGS = [
    "April 12, 2023",
    "April 12th, 2023",
    "Apr 12 2023",
    "12 April 2023",
    "12-Apr-2023",
    "12th of April",
    "April 2023",
    "Apr '23",
    "Feb 14th '23",
    "04/12/2023",
    "4/12/23",
    "2023-04-12",
    "2023-04-12T10:30:00Z",
    "2023/04/12",
    "12.04.2023",
    "04/2023",
    "2023-04",
    "04/12",
    "Monday, April 12",
    "May 5",
    "May 30th, 2022",
    "the fifth of May",
    "December twenty-third",
    "12 de abril de 2023",
    "12. Oktober 2020",
    "April 3-5, 2023",
]


@pytest.mark.parametrize("date", WRITINGS)
@pytest.mark.parametrize("frame", ["seen {} again", "{}", "(visit: {})", "on {}."])
def test_a_date_with_a_day_or_a_month_is_found_in_any_writing(date: str, frame: str) -> None:
    findings = found(frame.format(date))
    assert findings
    assert findings[0][0] is E.DATE
    assert date.removeprefix("the ") in findings[0][1]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("diagnosed in 2021", "a year alone may stay"),
        ("seen last Tuesday", "a weekday alone is no date"),
        ("model gpt-4o-2024-08-06", "part of a model's name"),
        ("claude-3-5-sonnet-20241022", "part of a model's name"),
        ("strength 5/5, murmur 2/6, pain 8/10, 1/2 tablet", "scores and fractions"),
        ("BP 120/80", "a pressure"),
        ("you may 2 times a day, march 3 steps", "verbs"),
        ("version 2024.1.2", "a version"),
        ("13/45/2023", "no such day"),
        ("ratio 1:30, 10-20 mg", "numbers"),
        ("hemoglobin 12.04", "a measurement"),
    ],
)
def test_what_only_looks_like_a_date_is_left(text: str, reason: str) -> None:
    assert found(text) == [], reason


def test_a_short_date_needs_a_cue_unless_its_form_is_plain() -> None:
    assert found("seen on 5/6") == [(E.DATE, "5/6")]
    assert found("seen on 3/4 and 3/11.") == [(E.DATE, "3/4 and 3/11")]
    assert found("again 5/6") == []
    assert found("again 05/06") == [(E.DATE, "05/06")]


@pytest.mark.parametrize("pair", ["5/6", "05/06"])
def test_two_numbers_behind_a_score_or_before_a_count_are_no_date(pair: str) -> None:
    assert found(f"graded {pair}") == []
    assert found(f"{pair} nodes") == []


def test_a_month_alone_needs_a_word_before_it() -> None:
    assert found("since March she") == [(E.DATE, "March")]
    assert found("March, it seems") == []
    assert found("the season usually peaks in March") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("a 93-year-old man", "93"), ("aged 90", "90"), ("101 yo F", "101"), ("94 years old", "94"), ("a 92M with", "92"),
     ("a ninety-three year old woman", "ninety-three"), ("age: 104", "104")],
)  # fmt: skip
def test_an_age_over_89_is_found(text: str, value: str) -> None:
    assert found(text) == [(E.AGE, value)]


@pytest.mark.parametrize(
    "text", ["a 89-year-old man", "aged 45", "90 mg", "SpO2 94%", "90 days old news", "a 34 year old"]
)
def test_an_age_up_to_89_and_other_numbers_are_left(text: str) -> None:
    assert found(text) == []


def test_a_birth_year_that_implies_such_an_age_is_found() -> None:
    assert found("born in 1931") == [(E.DATE, "1931")]
    assert found(f"born in {LAST_BIRTH_YEAR_OVER_89}") == [(E.DATE, str(LAST_BIRTH_YEAR_OVER_89))]
    assert found(f"born in {LAST_BIRTH_YEAR_OVER_89 + 1}") == []
    assert found("born in 1985") == []


@pytest.mark.parametrize(
    "text",
    [
        "Admitted in {} with pain.",
        "In {} she moved to rehab.",
        "Surgery in early {} went well.",
        "Pain since {}.",
        "Last {} it was worse.",
        "i'm due in {}",
    ],
)
def test_a_month_alone_is_a_date_where_it_tells_of_somebody(text: str) -> None:
    assert found(text.format("March")) == [(E.DATE, "March")]


@pytest.mark.parametrize(
    "text",
    [
        "Flu season peaks in {}.",
        "In {} we see more ticks.",
        "We expect results in {} or June.",
        "Cases rose in {}.",
        "He asked when the flu season starts in {}.",
        "She coughed. Pollen is common in {}.",
    ],
)
def test_a_month_alone_of_a_general_statement_is_none(text: str) -> None:
    assert found(text.format("August")) == []


@pytest.mark.parametrize("text", ["Titrate 5-10-15-20 mg weekly", "at 03:16 of day"])
def test_steps_of_a_dose_and_minutes_are_no_dates(text: str) -> None:
    assert found(text) == []
