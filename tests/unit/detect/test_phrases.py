"""Many phrases in one pass."""

import pytest

from extproc.detect.phrases import Phrases, words_of


def found(text: str, *phrases: str, exact: bool = False) -> list[str]:
    return [text[start:end] for start, end, _ in Phrases([(one, None) for one in phrases], exact=exact).find(text)]


@pytest.mark.parametrize(
    ("phrase", "text", "hits"),
    [
        ("Sunrise Ward", "on sunrise ward today", ["sunrise ward"]),
        ("Sunrise Ward", "SUNRISE  -WARD", ["SUNRISE  -WARD"]),
        ("Sunrise Ward", "sunrise ... . ward", []),
        ("Sunrise Ward", "sunrise wards", []),
        ("Sunrise Ward", "sunrise\nward, sunrise, ward", ["sunrise\nward", "sunrise, ward"]),
        ("St. Mary's", "at ST MARY'S", ["ST MARY'S"]),
        ("555-555-0100", "(555) 555 0100", ["555) 555 0100"]),
        ("555-555-0100", "555-555-01005", []),
        ("a b", "a a b", ["a b"]),
        ("a b", "a\x00b", []),
    ],
)
def test_a_phrase_is_its_words_with_little_between_them(phrase: str, text: str, hits: list[str]) -> None:
    assert found(text, phrase) == hits


def test_an_exact_phrase_keeps_its_case_but_not_its_punctuation() -> None:
    assert found("Recovery-Unit and recovery unit", "Recovery Unit", exact=True) == ["Recovery-Unit"]


def test_a_longer_phrase_and_its_beginning_are_both_found_with_what_they_mean() -> None:
    phrases = Phrases([("north wing", "wing"), ("north wing annex", "annex"), ("north", "side")])
    assert list(phrases.find("north wing annex")) == [(0, 5, "side"), (0, 10, "wing"), (0, 16, "annex")]


def test_a_phrase_twice_means_both() -> None:
    assert [meaning for _, _, meaning in Phrases([("ward", 1), ("WARD", 2)]).find("ward")] == [1, 2]


def test_a_phrase_without_a_word_is_none() -> None:
    assert not Phrases([("--", None), ("", None)])
    assert words_of("--") == ()


def test_thousands_of_phrases_with_one_beginning_are_told_apart() -> None:
    phrases = Phrases([(f"alpha {n} gamma", n) for n in range(5_000)])
    assert [meaning for _, _, meaning in phrases.find("alpha 7 gamma, alpha 4999 gamma, alpha 5000 gamma")] == [7, 4999]
