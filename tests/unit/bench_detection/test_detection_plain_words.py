"""Spans that count as plain words, and those that may be rightly masked."""

import re

import pytest

from bench.detection.plain_words import Words, known_words

WORDS = Words(
    plain=frozenset({"nail", "polish", "will", "mark", "the", "chest", "pain"}),
    names=frozenset({"will", "mark", "foley", "reading"}),
    eponyms=re.compile(r"\b(?:Foley catheter)\b", re.IGNORECASE),
)


def counts(text: str, span: str) -> bool:
    start = text.index(span)
    return WORDS.are_all(text, start, start + len(span))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("her nail polish", "nail polish"),
        ("CHEST PAIN: none", "CHEST PAIN"),
        ("Chest's pain", "Chest's"),
        ("a Foley catheter was placed", "Foley"),
        ("a foley catheter was placed", "foley catheter"),
        ("a Foley catheter was placed", "catheter"),
        ("it will pass", "will"),
    ],
)
def test_plain_words_count(text: str, span: str) -> None:
    assert counts(text, span)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("seen by Will the nurse", "Will"),
        ("the chest of Mark", "chest of Mark"),
        ("Mr. Foley came", "Foley"),
        ("Foley catheter, then Dr. Foley", "Dr. Foley"),
        ("the pain 2019", "pain 2019"),
        ("the 4th", "4th"),
        ("... ---", "..."),
        ("the pain of Zwicky", "pain of Zwicky"),
    ],
)
def test_names_numbers_and_unknown_words_do_not(text: str, span: str) -> None:
    assert not counts(text, span)


def test_the_vocabulary_has_words_and_drugs_and_no_months_numbers_or_names() -> None:
    known = known_words([])
    assert {"patient", "metformin", "breath"} <= known.plain
    assert not {"may", "april", "ninety", "x", "john", "joseph"} & known.plain
    assert {"smith", "martha"} <= known.names
    assert known.eponyms.search("has Parkinson's disease")


def test_a_word_that_several_texts_write_small_is_plain_unless_it_is_a_name() -> None:
    texts = ["a gizmoscope, martha", "my Gizmoscope gizmoscope widgetry", "the gizmoscope, martha", "martha: widgetry"]
    known = known_words(texts)
    assert "gizmoscope" in known.plain
    assert not {"widgetry", "martha"} & known.plain
