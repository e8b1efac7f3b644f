"""What is known of a word."""

import pytest

from extproc.detect import lexicon as lex
from extproc.detect.common import COMMON
from extproc.detect.firstnames import FIRST_NAMES
from tests.support.words import GAZETTEER

FLAGS = lex.build(GAZETTEER)


@pytest.mark.parametrize(
    ("word", "flags"),
    [
        ("martha", lex.FIRST),
        ("johnson", lex.LAST),
        ("boise", lex.CITY),
        ("idaho", lex.REGION),
        ("babinski", lex.EPONYM | lex.ALWAYS),
        ("xyzzy", 0),
    ],
)
def test_a_word_has_the_flags_of_the_lists_it_is_on(word: str, flags: int) -> None:
    assert FLAGS.get(word, 0) == flags


def test_a_word_that_is_never_a_given_name_is_none_whatever_the_census_says() -> None:
    assert "in" in GAZETTEER.first_names
    assert not FLAGS["in"] & lex.FIRST
    assert FLAGS["may"] & lex.FIRST


def test_a_name_of_pinyin_is_no_gerund() -> None:
    assert lex.is_word_form("bruising")
    assert not lex.is_word_form("xiuying")


@pytest.mark.parametrize("word", ["atorvastatin", "cardiomyopathy", "bleeding"])
def test_words_and_drugs_are_told_by_their_ends(word: str) -> None:
    assert lex.is_word_form(word)
    assert not lex.is_surname_form(word)


@pytest.mark.parametrize("word", ["gelencserova", "kudryashovic", "papadopoulos", "yamashita"])
def test_surnames_are_told_by_their_ends(word: str) -> None:
    assert lex.is_surname_form(word)


@pytest.mark.parametrize("words", [COMMON, FIRST_NAMES])
def test_lists_are_folded_and_lower_case(words: frozenset[str]) -> None:
    assert [word for word in words if not word.isascii() or word != word.lower()] == []
