"""Texts that look like JSON, to our reader or another."""

import pytest

from extproc.payload.opening import begun, may_hide, opens


@pytest.mark.parametrize("text", ["{", " \n[", "\ufeff{", "\u00a0[", "[1] see the note", "[NAME_1]"])
def test_a_bracket_after_any_blank_opens(text: str) -> None:
    assert opens(text)


@pytest.mark.parametrize("text", ["", "a {", '"', "1", "(", "\0{"])
def test_nothing_else_opens(text: str) -> None:
    assert not opens(text)


@pytest.mark.parametrize("text", ["{", "{x", '["', " [ {", "[[", "[1", "[-1", "[true", "[false", "[null", "\ufeff{"])
def test_what_json_may_follow_is_begun(text: str) -> None:
    assert begun(text)


@pytest.mark.parametrize("text", ["[NAME_1]", "[", "[]", "[ see", "Jane {"])
def test_a_masked_name_and_a_note_are_not_begun(text: str) -> None:
    assert not begun(text)


@pytest.mark.parametrize(("text", "hides"), [(r'{"\u0041', True), (r"[\u00E9", True), (r"\u0041 {", False)])
def test_escapes_hide_letters_where_json_may_be_opened(text: str, hides: bool) -> None:
    assert may_hide(text) is hides


@pytest.mark.parametrize("text", [r"{C:\users", r"[\n", "{u0041", r"{\u004"])
def test_other_backslashes_hide_nothing(text: str) -> None:
    assert not may_hide(text)
