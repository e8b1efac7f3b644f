"""How many steps a backtracking matcher takes with a pattern of the standard library, which counts none itself.

A plain reading of the parsed pattern: greedy repeats give back one character at a time, possessive ones nothing. What
the real matcher does better (skipping ahead to a first letter) saves a constant share. Flags other than
``IGNORECASE``, back-references and conditions are not read.
"""

import re
from collections.abc import Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Final

_CATEGORIES: Final = {
    op.CATEGORY_DIGIT: str.isdigit,
    op.CATEGORY_NOT_DIGIT: lambda char: not char.isdigit(),
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    op.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    op.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
}
_ONE: Final = (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN)
_REPEATS: Final = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)

Node = tuple[Any, Any]


def parsed(pattern: re.Pattern[str]) -> list[Node]:
    return list(_parser.parse(pattern.pattern, pattern.flags))


def inner(node: Node) -> list[list[Node]]:
    """The sequences within a node."""
    kind, value = node
    if kind in _REPEATS:
        return [list(value[2])]
    if kind is op.SUBPATTERN:
        return [list(value[3])]
    if kind is op.BRANCH:
        return [list(branch) for branch in value[1]]
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [list(value[1])]
    return [list(value)] if kind is op.ATOMIC_GROUP else []


def nodes(sequence: list[Node]) -> Iterator[Node]:
    for node in sequence:
        yield node
        for further in inner(node):
            yield from nodes(further)


def endless(sequence: list[Node]) -> list[Node]:
    """The repeats without a bound."""
    return [node for node in nodes(sequence) if node[0] in _REPEATS and node[1][1] is op.MAXREPEAT]


def is_one(node: Node) -> bool:
    """Whether it matches exactly one character."""
    return node[0] in _ONE


def takes(node: Node, char: str, flags: int = 0) -> bool:
    """Whether a node of one character matches ``char``."""
    kind, value = node
    if flags & re.IGNORECASE and char.swapcase() != char:
        return takes(node, char.lower()) or takes(node, char.upper())
    if kind is op.ANY:
        return char != "\n"
    if kind is not op.IN:
        return (char == chr(value)) is (kind is op.LITERAL)
    negated = value[0][0] is op.NEGATE
    return any(_in(item, char) for item in value) is not negated


def _in(item: Node, char: str) -> bool:
    kind, value = item
    if kind is op.LITERAL:
        return char == chr(value)
    if kind is op.RANGE:
        return value[0] <= ord(char) <= value[1]
    return kind is op.CATEGORY and _CATEGORIES[value](char)


class TooManySteps(AssertionError):
    """More than anybody waits for: the pattern is worse than quadratic."""


class Counted:
    """One text; ``steps`` grows with every character looked at and every position given back."""

    def __init__(self, pattern: re.Pattern[str], text: str, most: int = 100_000) -> None:
        self._most = most
        self._tree = parsed(pattern)
        self._flags = pattern.flags
        self._text = text
        self.steps = 0

    def match(self, start: int = 0) -> int | None:
        """Where the match at ``start`` ends."""
        return next(self._sequence(self._tree, 0, start), None)

    def find_all(self) -> list[tuple[int, int]]:
        """As ``finditer`` has them."""
        found, start = [], 0
        while start <= len(self._text):
            end = self.match(start)
            if end is not None:
                found.append((start, end))
            start = max(start + 1, end or 0)
        return found

    def _sequence(self, sequence: list[Node], at: int, i: int) -> Iterator[int]:
        if at == len(sequence):
            yield i
            return
        for end in self._node(sequence[at], i):
            yield from self._sequence(sequence, at + 1, end)

    def _node(self, node: Node, i: int) -> Iterator[int]:
        kind, value = node
        self.steps += 1
        if self.steps > self._most:
            raise TooManySteps
        if is_one(node):
            if i < len(self._text) and takes(node, self._text[i], self._flags):
                yield i + 1
        elif kind in _REPEATS:
            yield from self._repeat(kind, *value, i)
        elif kind is op.ASSERT or kind is op.ASSERT_NOT:
            if self._looks(value, i) is (kind is op.ASSERT):
                yield i
        elif kind is op.AT:
            if self._stands(value, i):
                yield i
        elif kind is op.ATOMIC_GROUP:
            yield from self._first(self._sequence(list(value), 0, i))
        else:
            for branch in inner(node):
                yield from self._sequence(branch, 0, i)

    def _repeat(self, kind: Any, least: int, most: int, body: Any, i: int) -> Iterator[int]:
        found = self._several(list(body), least, most, i)
        if kind is op.POSSESSIVE_REPEAT:
            yield from self._first(found)
        elif kind is op.MIN_REPEAT:
            yield from reversed(list(found))
        else:
            yield from found

    def _several(self, body: list[Node], least: int, most: int, i: int) -> Iterator[int]:
        """Longest first."""
        if len(body) == 1 and is_one(body[0]):
            end = i
            while end - i < most and any(True for _ in self._node(body[0], end)):
                end += 1
            for back in range(end, i + least - 1, -1):
                self.steps += 1
                yield back
            return
        for end in self._sequence(body, 0, i) if most > 0 else ():
            if end > i:
                yield from self._several(body, max(0, least - 1), most - 1 if most is not op.MAXREPEAT else most, end)
        if least <= 0:
            yield i

    def _looks(self, value: Any, i: int) -> bool:
        direction, body = value
        widths = [0] if direction > 0 else range(1, 8)
        return any(
            end == i or direction > 0
            for width in widths
            if width <= i
            for end in self._first(self._sequence(list(body), 0, i - width))
        )

    def _stands(self, kind: Any, i: int) -> bool:
        before = self._text[i - 1 : i]
        after = self._text[i : i + 1]
        word = (before.isalnum() or before == "_") is not (after.isalnum() or after == "_")
        return {
            op.AT_BEGINNING: i == 0 or (bool(self._flags & re.MULTILINE) and before == "\n"),
            op.AT_BEGINNING_STRING: i == 0,
            op.AT_END: self._text[i:] in ("", "\n") or (bool(self._flags & re.MULTILINE) and after == "\n"),
            op.AT_END_STRING: i == len(self._text),
            op.AT_BOUNDARY: word,
            op.AT_NON_BOUNDARY: not word,
        }[kind]

    @staticmethod
    def _first(found: Iterator[int]) -> Iterator[int]:
        for end in found:
            yield end
            return
