"""Single members, and what is nearly one."""

import re
from collections.abc import Callable

import pytest

from extproc.errors import PolicyMalformed
from extproc.policy import strict

LETTERS = re.compile("[a-z]+")


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda value: strict.word({"a": 1}, value, "m"), "A"),
        (lambda value: strict.word({"a": 1}, value, "m"), ["a"]),
        (lambda value: strict.shaped(LETTERS, value, "m"), "abc\n"),
        (lambda value: strict.shaped(LETTERS, value, "m"), b"abc"),
        (lambda value: strict.text(value, 3, "m"), "abcd"),
        (lambda value: strict.text(value, 3, "m"), "a\n"),
        (lambda value: strict.text(value, 3, "m"), "\ud800"),
        (lambda value: strict.text(value, 3, "m"), None),
        (lambda value: strict.integer(value, 1, 3, "m"), 0),
        (lambda value: strict.integer(value, 1, 3, "m"), 4),
        (lambda value: strict.integer(value, 1, 3, "m"), True),
        (lambda value: strict.integer(value, 1, 3, "m"), 2.0),
        (lambda value: strict.integer(value, 1, 3, "m"), "2"),
        (lambda value: strict.few(value, "m"), [0] * 65),
        (lambda value: strict.names(value, "m"), ["a", ""]),
        (lambda value: strict.names(value, "m"), ["a"] * 65),
    ],
)
def test_a_near_miss_is_malformed_by_its_member(read: Callable[[object], object], value: object) -> None:
    with pytest.raises(PolicyMalformed, match=r"^m: "):
        read(value)


def test_a_hit_is_returned_as_it_is() -> None:
    assert strict.word({"a": 1}, "a", "m") == 1
    assert strict.shaped(LETTERS, "abc", "m") == "abc"
    assert strict.text("é b", 3, "m") == "é b"
    assert strict.text("", 3, "m") == ""
    assert strict.integer(3, 1, 3, "m") == 3
    assert strict.few([0] * 64, "m") == [0] * 64
    assert strict.names(["a", "b c"], "m") == ("a", "b c")
