"""Capitalised words in runs."""

from extproc.detect.lexicon import COMMON, FIRST
from extproc.detect.tokens import runs

WORDS = {"anna": FIRST, "lena": FIRST, "obrien": 2, "follow": COMMON, "up": COMMON}


def texts(text: str, breaks: frozenset[int] = frozenset()) -> list[list[str]]:
    return [[token.text for token in run] for run in runs(text, WORDS, breaks)]


def test_a_run_is_words_with_a_space_or_a_particle_between() -> None:
    assert texts("Anna van der Berg and Ola, Per") == [["Anna", "Berg"], ["Ola"], ["Per"]]


def test_a_run_begins_anew_at_a_cue() -> None:
    assert texts("Doctor Anna Lee", frozenset({7})) == [["Doctor"], ["Anna", "Lee"]]


def test_a_possessive_and_a_full_stop_are_no_part_of_a_word_but_an_initials_is() -> None:
    assert texts("Anna's Lee. Anna S. Lee") == [["Anna"], ["Lee"], ["Anna", "S.", "Lee"]]


def test_a_word_glued_to_digits_or_underscores_is_no_word() -> None:
    assert texts("Abc123 Get_weather A1 xAnna") == []


def test_an_apostrophe_is_looked_through_and_a_hyphenated_word_is_what_all_parts_are() -> None:
    flags = [
        token.flags for run in runs("O'Brien Anna-Lena Follow-Up Anna-Up I'm", WORDS, frozenset()) for token in run
    ]
    assert flags == [2, FIRST, COMMON, 0, COMMON]
