"""Closed lists and narrow grammars: near misses beside hits."""

import pytest

from extproc.payload.openai_words import FINGERPRINT, ID, JSON_SCHEMA, MODEL


@pytest.mark.parametrize(
    "value",
    [
        "chatcmpl-CV0aB3dE5gH7jK9mN1pQ3sT5vW7yZ",
        "call_aB3dE5gH7jK9mN1pQ3sT5vW7",
        "chatcmpl-tool-9f86d081884c7d659a2feaa0c55ad015",
        "chatcmpl-123e4567-e89b-12d3-a456-426614174000",
    ],
)
def test_minted_ids_are_exempt(value: str) -> None:
    assert ID.exempt(value)


@pytest.mark.parametrize(
    "value",
    [
        "call_JaneExampleOfExampleville",
        "call_short",
        "call_219099999012",
        "jane_aB3dE5gH7jK9mN1p",
        "call_aB3dE5gH7 jK9mN1p",
        "",
    ],
)
def test_other_ids_are_texts(value: str) -> None:
    assert not ID.exempt(value)


def test_a_model_s_name_has_no_blanks_and_an_end() -> None:
    assert MODEL.exempt("gpt-5-2026-08-07")
    assert not MODEL.exempt("Jane Example")
    assert not MODEL.exempt("a" * 129)
    assert not MODEL.exempt("josé")


def test_the_words_of_a_list_are_its_own_only() -> None:
    assert JSON_SCHEMA.exempt("properties")
    assert not JSON_SCHEMA.exempt("patient")
    assert FINGERPRINT.exempt("fp_44709d6fcb")
    assert not FINGERPRINT.exempt("fp_Jane")
