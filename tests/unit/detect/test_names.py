"""Names of persons: by gazetteer, form and cue; and what vetoes them."""

import pytest

from extproc.detect.entities import EntityType as E
from tests.support.words import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a patient like Anna S., previously", "Anna S."),
        ("seen by Dr. Kumar today", "Kumar"),
        ("Dr. Long agreed", "Long"),
        ("Mr. Hudyncia left", "Hudyncia"),
        ("seen by dr. kumar today", "kumar"),
        ("hello mrs . walker , sit", "walker"),
        ("my name is xanthe", "xanthe"),
        ("My name is Xanthe Qorbani", "Xanthe Qorbani"),
        ("Name: Ubul", "Ubul"),
        ('{"name": "Ubul Qorbani"}', "Ubul Qorbani"),
        ("Patient: JOHN SMITH", "JOHN SMITH"),
        ("pt Kowalczyk reports", "Kowalczyk"),
        ("SMITH, JOHN", "SMITH, JOHN"),
        ("Smith, John", "Smith, John"),
        ("J. R. Smith signed", "J. R. Smith"),
        ("Smith J., visited", "Smith J."),
        ("Mary Young was", "Mary Young"),
        ("Mary Ann O'Brien was", "Mary Ann O'Brien"),
        ("Jean-Luc de la Tour", "Jean-Luc de la Tour"),
        ("Krisztián Szöllősy said", "Krisztián Szöllősy"),
        ("Faina D. Yefremova wrote", "Faina D. Yefremova"),
        ("Иван Петров пришел", "Иван Петров"),
        ("hi , martha . how", "martha"),
        ("eugene came back", "eugene"),
        ("Signed,\nRobert Jones MD", "Robert Jones"),
        ("Will Smith came", "Will Smith"),
        ("Mason Ward came", "Mason Ward"),
        ("her husband, Tunde, called", "Tunde"),
    ],
)
def test_a_name_is_found_whole(text: str, value: str) -> None:
    assert found(text) == [(E.NAME, value)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Parkinson's disease and Foley catheter", "eponyms"),
        ("advanced Parkinson's", "an eponym alone"),
        ("a positive Babinski sign", "an eponym"),
        ("Wilson's disease", "a given name in an eponym"),
        ("von Willebrand factor", "an eponym with a particle"),
        ("Dr. Pepper", "a drink"),
        ("May she? Will he?", "verbs"),
        ("Grace period, Mark this", "words"),
        ("Started Lisinopril and Atorvastatin", "drugs"),
        ("Patient COPD, patient MRI", "abbreviations"),
        ("Hello World", "a greeting to nobody"),
        ("I'm German", "a nation"),
        ("ELISA was positive", "a test that spells a name"),
        ("History Of Present Illness", "a heading"),
        ("Dear Colleague", "a common word"),
        ("in Virginia", "a state"),
        ("Influenza A and Hepatitis B", "letters that are no initials"),
        ("I am Claude", "an assistant"),
        ("def f(name: str, given: int)", "code"),
        ("hey, i'm fine", "a contraction"),
    ],
)
def test_what_is_no_name_is_left(text: str, reason: str) -> None:
    assert found(text) == [], reason


def test_an_eponym_behind_a_title_is_a_physician() -> None:
    assert found("Dr. Parkinson called") == [(E.NAME, "Parkinson")]
