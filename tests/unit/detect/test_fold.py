"""One ASCII character for one of the text, and the way back."""

import pytest

from extproc.detect.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Szöllősy", "Szollosy"),
        ("４５６", "456"),
        ("٣٤", "34"),
        ("“Anna’s”", '"Anna\'s"'),
        ("2–3", "2-3"),
        ("Иван", "Ivan"),
        ("ΛΕΥΚΩΣΙΑ", "LEYKOSIA"),
        ("张伟", "xx"),
        ("a\u00a0b", "a b"),
        ("\ud800\U0001f600", "\x00\x00"),
        ("a\u0301b", "ab"),
        ("1\u200b2", "12"),
    ],
)
def test_a_character_is_folded_to_what_it_stands_for(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_offsets_lead_back_over_dropped_characters() -> None:
    text = "\u200bM\u200bR\u200bN\u200b: 7"
    folded = fold(text)
    start = folded.text.index("MRN")
    assert text[slice(*folded.original(start, start + 3))] == "M\u200bR\u200bN"
    assert text[slice(*folded.original(folded.text.index("7"), len(folded.text)))] == "7"


def test_a_typed_escape_is_folded_like_its_character_and_covered_whole() -> None:
    text = r"by Jos\u00e9\u200b Garc\u0069\u0301a\n"
    folded = fold(text)
    assert folded.text == "by Jose Garcia\n"
    start = folded.text.index("Jose")
    assert text[slice(*folded.original(start, start + 4))] == r"Jos\u00e9"
    assert text[slice(*folded.original(start, start + 11))] == r"Jos\u00e9\u200b Garc\u0069\u0301a"


@pytest.mark.parametrize(
    "surrogate",
    ["[NAME_1]", "[DATE]", "[SSN_12]", "[NAME_123]", "[NAME_1_2]", "[NAME_12_34]", "[HEALTH_PLAN_0123456789abcdef]"],
)
def test_a_surrogate_is_opaque(surrogate: str) -> None:
    assert fold(f"Dr. {surrogate} Smith").text == "Dr. " + "\x00" * len(surrogate) + " Smith"


@pytest.mark.parametrize("text", ["[JANE_ROE]", "[NAME_johnsmith]", "[SMITH]", "[NAME", "NAME_1]", "[name_1]"])
def test_a_callers_own_brackets_are_not(text: str) -> None:
    assert fold(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "[NAME_1234]",
        "[NAME_1_234]",
        "[NAME_1_2_3]",
        "[NAME_7f3ac91e]",
        "[NAME_0123456789abcde]",
        "[NAME_0123456789abcdef0]",
        "[ACCOUNT_4111111111111111]",
        "[NAME_0123456789ABCDEF]",
    ],
)
def test_what_only_looks_like_a_surrogate_is_not_opaque(text: str) -> None:
    assert "\x00" not in fold(text).text


@pytest.mark.parametrize(
    "text", ["Jos\\u00e9 Ruiz", "a\u200bb\u00adc", "\\n\\\\né\u0301x\u200b", "plain", "\\u00e9\u200b\\u00e9"]
)
def test_ranges_of_the_original_are_found_in_the_folded_text_and_back(text: str) -> None:
    folded = fold(text)
    for start in range(len(folded.text)):
        for end in range(start + 1, len(folded.text) + 1):
            assert folded.folded(*folded.original(start, end)) == (start, end)


def test_a_part_of_an_escape_is_the_whole_of_what_it_means() -> None:
    folded = fold("Jos\\u00e9 Ruiz")
    assert folded.folded(4, 6) == (3, 4)
    assert folded.folded(0, 5) == (0, 4)


def test_a_range_of_which_all_was_dropped_is_empty() -> None:
    start, end = fold("a\u200bb").folded(1, 2)
    assert start == end
