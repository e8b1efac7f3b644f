"""What is wrong with a pattern, in words that help."""

import pytest

from extproc.detect.own.regex_faults import (
    has_foreign_range,
    is_endless,
    matches_anything,
    matches_nothing,
    uncompilable,
)


@pytest.mark.parametrize(
    ("regex", "says"),
    [
        (r"(?=a)b", "lookaround"),
        (r"(?!a)b", "lookaround"),
        (r"(?<=MRN )[0-9]+", "lookaround"),
        (r"(?<!a)b", "lookaround"),
        (r"(a)\1", "backreferences"),
        (r"a++", "possessive"),
        (r"(?>a)", "possessive"),
        (r"a\Z", r"no \Z"),
        (r"a{2000}", "1000"),
        (r"(?:(?:a{1,900}){1,900}){9}", "1000"),
        (r"(a", "missing )"),
        (r"a)(b", "unexpected )"),
        (r"[z-a]", "z-a"),
    ],
)
def test_what_re2_does_not_take_is_explained(regex: str, says: str) -> None:
    fault = uncompilable(regex)
    assert fault is not None
    assert says in fault.why
    assert fault.advice


@pytest.mark.parametrize("regex", [r"\bE-[0-9]{6}\b", r"(?P<id>[0-9]+)", "Zürich-[0-9]+", r"(?i)a"])
def test_what_re2_takes_is_no_fault(regex: str) -> None:
    assert uncompilable(regex) is None


@pytest.mark.parametrize(
    ("regex", "nothing"),
    [("[0-9]*", True), ("a?", True), ("^", True), (r"\b", True), ("(?:x|)", True), ("a+", False), ("a[0-9]*", False)],
)
def test_a_pattern_that_matches_no_character_is_known(regex: str, nothing: bool) -> None:
    assert matches_nothing(regex) is nothing


@pytest.mark.parametrize(
    ("regex", "anything"),
    [(".*", True), (".+", True), (r"[^\n]+", True), (r"\S+", True), (r"[0-9-]+", False), (r"555-01\d\d", False)],
)
def test_a_pattern_that_matches_any_text_is_known(regex: str, anything: bool) -> None:
    assert matches_anything(regex) is anything


@pytest.mark.parametrize(
    ("regex", "endless"),
    [
        ("[0-9]+", True),
        ("ab*c", True),
        ("a{3,}", True),
        (r"a(?:[^z]*z)?", True),
        (r"\\+", True),
        (r"[]]+", True),
        ("[0-9]{1,9}", False),
        (r"\+1?[0-9]{7}", False),
        (r"[*+]{1,3}x", False),
        (r"[]*+][^]*]x", False),
        (r"[[:alpha:]*]{2}", False),
        (r"\Qa*+\Eb", False),
    ],
)
def test_a_repetition_without_an_end_is_known(regex: str, endless: bool) -> None:
    assert is_endless(regex) is endless


@pytest.mark.parametrize(
    ("regex", "foreign"),
    [
        ("[а-я]", True),
        ("[a-zß-ÿ]", True),
        ("[äöü-]", False),
        ("Zürich-[0-9]", False),
        ("ä-ö", False),
        ("[a-zäöü]", False),
    ],
)
def test_a_range_of_letters_beyond_ascii_is_known(regex: str, foreign: bool) -> None:
    assert has_foreign_range(regex) is foreign
