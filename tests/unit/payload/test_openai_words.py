"""Closed lists: near misses beside hits, and no grammar that makes a word the API's own."""

import pytest

from extproc.payload.openai_words import COUNT, FINISH_REASONS, ID, JSON_SCHEMA, TIME


@pytest.mark.parametrize("words", [FINISH_REASONS, JSON_SCHEMA.words])
def test_the_words_of_a_list_are_its_own_only(words: frozenset[str]) -> None:
    assert words
    assert "patient" not in words
    assert "" not in words


def test_no_id_is_a_word_of_the_api() -> None:
    assert ID.words == frozenset()


@pytest.mark.parametrize(("raw", "own"), [("10000000", True), ("10000001", False), ("-10000001", False)])
def test_a_count_of_tokens_has_a_limit(raw: str, own: bool) -> None:
    assert COUNT.own(raw) is own


@pytest.mark.parametrize(("raw", "own"), [("1793000000", True), ("4102444801", False), ("9995550187", False)])
def test_a_time_is_in_this_century(raw: str, own: bool) -> None:
    assert TIME.own(raw) is own
