"""Tokens cover a text, and are what a reader would call words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extproc.detect.compact.tokenise import tokens


def cut(text: str) -> list[str]:
    return [token for piece in tokens(text) for token in piece]


@given(st.text())
def test_the_tokens_together_are_the_text(text: str) -> None:
    assert "".join(cut(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna's dog", ["Anna", "'s", " dog"]),
        ("I don't", ["I", " don", "'t"]),
        ("O'Brien-Kaya", ["O", "'", "Brien", "-", "Kaya"]),
        ("12B, 5th", ["12", "B", ",", " 5", "th"]),
        ("one\r\n  two", ["one", "\r\n", "  two"]),
        ("snake_case", ["snake", "_", "case"]),
        ("Zoe\u0301 and Sa\u00adra", ["Zoe\u0301", " and", " Sa\u00adra"]),
        ("प्रिया शर्मा", ["प्रिया", " शर्मा"]),
        ("山田さん", ["山", "田", "さん"]),
        ("김민준 씨", ["김민준", " 씨"]),
        ("a\x00b \ud800", ["a", "\x00", "b", " \ud800"]),
        ("end  ", ["end", "  "]),
        ("", []),
    ],
)
def test_words_keep_their_marks_and_their_space_before(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_where_a_long_text_is_cut_into_pieces_no_word_is_cut() -> None:
    text = "word " * 30_000
    pieces = list(tokens(text))
    assert len(pieces) > 1
    assert {token.strip() for piece in pieces for token in piece} == {"word", ""}


def test_a_piece_is_bounded_even_when_the_text_is_one_word() -> None:
    assert max(len(token) for token in cut("x" * 200_000)) < 40_000
