"""The lists of drugs and of other words that are nobody's name."""

import pytest

from extproc.detect.common import COMMON
from extproc.detect.drugs import DRUGS, THINGS
from extproc.detect.firstnames import FIRST_NAMES
from extproc.detect.lexicon import is_word_form


@pytest.mark.parametrize("words", [DRUGS, THINGS])
def test_the_lists_are_folded_words_in_lower_case(words: frozenset[str]) -> None:
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)


@pytest.mark.parametrize("words", [DRUGS, THINGS])
def test_they_repeat_neither_the_common_words_nor_what_an_ending_tells(words: frozenset[str]) -> None:
    assert not words & COMMON
    assert not any(map(is_word_form, words))


def test_no_drug_is_a_given_name_of_ours() -> None:
    assert not (DRUGS | THINGS) & FIRST_NAMES


def test_a_people_whose_name_is_a_surname_too_is_not_listed() -> None:
    assert "ashkenazi" not in THINGS
