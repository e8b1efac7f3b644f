"""What a token looks like does not depend on how long it is or where it was learned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extproc.detect.compact.features import MOST, features, folded

ROWS = 1 << 16


@given(st.text(max_size=60))
def test_any_token_has_some_features_and_never_more_than_the_most(token: str) -> None:
    found = features(token, ROWS)
    assert 0 < len(found) <= MOST
    assert all(0 <= row < ROWS for row in found)


def test_a_word_of_a_megabyte_has_no_more_features_than_another() -> None:
    assert len(features("x" * 1_000_000, ROWS)) <= MOST


def test_a_very_long_word_is_known_by_its_ends() -> None:
    assert features("a" * 20 + "b" * 99 + "c" * 20, ROWS) == features("a" * 20 + "d" * 50 + "c" * 20, ROWS)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Zoë", "zoe"), ("ＡＮＮＡ", "anna"), ("Ḥasan", "hasan"), ("Łódź", "łodz"), ("Жанна", "жанна")],
)
def test_case_accents_and_width_do_not_change_a_word(left: str, right: str) -> None:
    assert folded(left) == right


@pytest.mark.parametrize(
    ("left", "right"),
    [("Will", "will"), ("WILL", "Will"), (" will", "will"), ("\twill", " will"), ("1987", "98765"), (",", ".")],
)
def test_case_space_and_length_are_seen(left: str, right: str) -> None:
    assert features(left, ROWS) != features(right, ROWS)


@pytest.mark.parametrize("written", ["Sa\u00adra", "S\u200bara", "Ｓａｒａ", "Sаrа", "Ѕara", "Sαra"])
def test_letters_that_only_look_so_are_read_as_meant(written: str) -> None:
    assert set(features(f" {written}", ROWS)) - set(features(" Ѕ", ROWS)) >= set(features(" Sara", ROWS)[2:])


def test_a_word_of_another_script_stays_one() -> None:
    assert features(" Сара", ROWS)[2:] != features(" Capa", ROWS)[2:]


def test_two_forms_of_a_word_share_most_of_what_they_look_like() -> None:
    shared = set(features(" Kowalczyk", ROWS)) & set(features(" kowalczyk", ROWS))
    assert len(shared) > len(features(" kowalczyk", ROWS)) / 2
