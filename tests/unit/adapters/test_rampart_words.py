"""Words become spans."""

import pytest

from extproc.adapters.rampart_words import LABELS, Word, spans_of
from extproc.detect.entities import EntityType as E

NAME, CITY, STATE, PHONE = "GIVEN_NAME", "CITY", "STATE", "PHONE"


def spans(text: str, *marked: tuple[str, str]) -> list[tuple[str, E]]:
    words, at = [], 0
    for word, label in marked:
        at = text.index(word, at)
        words.append(Word(at, at + len(word), label, 700))
        at += len(word)
    return [(text[tag.start : tag.end], tag.entity) for tag in spans_of(text, words)]


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("Anna O'Neil", [("Anna", NAME), ("O", "SURNAME"), ("Neil", "SURNAME")], [("Anna O'Neil", E.NAME)]),
        ("Anna and Neil", [("Anna", NAME), ("Neil", NAME)], [("Anna", E.NAME), ("Neil", E.NAME)]),
        ("Anna, Neil", [("Anna", NAME), ("Neil", NAME)], [("Anna", E.NAME), ("Neil", E.NAME)]),
        ("Anna Boise", [("Anna", NAME), ("Boise", CITY)], [("Anna", E.NAME), ("Boise", E.GEO)]),
        ("Boise, Idaho", [("Boise", CITY), ("Idaho", STATE)], [("Boise, Idaho", E.GEO)]),
        ("in Idaho", [("Idaho", STATE)], []),
        ("(555) 555-0142", [("555", PHONE), ("555", PHONE), ("0142", PHONE)], [("555) 555-0142", E.PHONE)]),
        ("", [], []),
    ],
)
def test_neighbours_of_one_entity_are_one_span(
    text: str, marked: list[tuple[str, str]], expected: list[tuple[str, E]]
) -> None:
    assert spans(text, *marked) == expected


def test_a_span_is_as_likely_as_its_likeliest_word() -> None:
    (tag,) = spans_of("Anna Neil", [Word(0, 4, NAME, 510), Word(5, 9, "SURNAME", 990)])
    assert tag.score_permille == 990


def test_the_model_has_seventeen_labels() -> None:
    assert len(LABELS) == 17
