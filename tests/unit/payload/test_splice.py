"""Replacing ranges, and JSON as it is written."""

import json

import pytest

from extproc.payload.splice import Edit, json_text, spliced


def test_edits_in_any_order_change_their_ranges_and_nothing_else() -> None:
    assert spliced("0123456789", [Edit(7, 9, "B"), Edit(0, 2, "AAA")]) == "AAA23456B9"


def test_edits_may_touch() -> None:
    assert spliced("0123", [Edit(0, 2, "a"), Edit(2, 4, "b")]) == "ab"


def test_no_edit_changes_nothing() -> None:
    assert spliced("text", []) == "text"


def test_edits_that_overlap_are_a_bug() -> None:
    with pytest.raises(AssertionError):
        spliced("0123", [Edit(0, 3, "a"), Edit(2, 4, "b")])


@pytest.mark.parametrize("text", ['"', "\\", "\n\r\t\x00\x1f", "é😀", "</script>", "\x7f\x85\u2028\u2029", ""])
def test_a_text_is_written_as_json_that_reads_back(text: str) -> None:
    assert json.loads(json_text(text)) == text


def test_letters_stay_as_they_are_and_whatever_could_end_a_line_does_not() -> None:
    assert json_text("Zoë 😀") == '"Zoë 😀"'
    assert json_text("a\n\r\x85\u2028\u2029b") == '"a\\n\\r\\u0085\\u2028\\u2029b"'


def test_objects_are_written_compactly() -> None:
    assert json_text({"a": [1, None, True]}) == '{"a":[1,null,true]}'
