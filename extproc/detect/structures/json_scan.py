r"""JSON as people paste it: found in prose, several documents, cut at either end, with the slips a human makes.

One pass from left to right, every token read once, so it is linear whatever the text is. Where a document breaks off
in a mistake, what was read of it stays, and the search for the next one goes on behind the mistake; ``"name":`` without
a brace before it opens one too, so that the rest of a broken document is read as well. Strings in single quotes, names
without quotes, ``None`` and ``True``, comments, trailing commas, and documents with their quotes escaped are taken.

Not covered: YAML; and behind a string whose closing quote is missing, the next document is read from the next line.
"""

import re
from collections.abc import Iterator
from typing import Final

from extproc.detect.structures.nodes import Leaf, Listed, Node, Object
from extproc.detect.structures.view import View, unescaped_json

MAX_LEVELS: Final = 200
"""Deeper than any record; what lies deeper is read as a document of its own."""

_NAME: Final = r"[A-Za-z_$@][\w$@. -]{0,60}+"
_START: Final = re.compile(
    rf"(?P<escaped>[{{\[](?:\s|(?<!\\)\\++[nrt])*+(?<!\\)\\++\"|(?<!\\)\\++\"(?={_NAME}\\++\"\s*+:))"
    rf"|[{{\[](?=\s*+(?:[\"'{{\[]|[A-Za-z_$][\w$]{{0,60}}+\s*+:\s*+[\"'{{\[0-9-]))"
    rf"|(?<![\w\\])\"(?={_NAME}\"\s*+:)"
    rf"|(?<![\w\\])'(?={_NAME}'\s*+:)"
)
_OPENS: Final = re.compile(r"[{\[](?=\s*+(?:[\"'{\[\\]|[A-Za-z_$][\w$]{0,60}+\s*+:))")
_NAMES: Final = re.compile(r"[\"']\s*+:")
"""A document begins with what one of both finds, in a fraction of the time that ``_START`` takes."""
_ESCAPED_RUN: Final = re.compile(r"(?:[^\"\\]++|\\++.)*+", re.DOTALL)
_BLANK: Final = r"(?:[\s\ufeff]++|//[^\n\"]{0,200}+)*+"
_QUICK: Final = re.compile(
    r"[ \t\r\n]*+\"([^\"\\]*+)\"[ \t\r\n]*+:[ \t\r\n]*+"
    r"(?:\"([^\"\\]*+)\"|(-?[0-9][0-9.eE+-]*+)|(\{)|(\[)|(true|false|null))"
    r"[ \t\r\n]*+,?"
)
_TEXT, _NUMBER, _OBJECT, _LIST = 2, 3, 4, 5
_TOKEN: Final = re.compile(
    rf"{_BLANK}(?:\"(?P<dq>(?:[^\"\\]++|\\.)*+)(?P<dq_end>\"?)|'(?P<sq>(?:[^'\\]++|\\.)*+)(?P<sq_end>'?)"
    r"|(?P<number>[-+]?[0-9][0-9.eE+-]*+)|(?P<word>[A-Za-z_$][\w$.-]*+)|(?P<mark>[{}\[\],:]))",
    re.DOTALL,
)
_COLON: Final = re.compile(rf"{_BLANK}:")
_LINE: Final = re.compile(r"[^\r\n]*+")
_WORDS: Final = frozenset(("true", "false", "null", "None", "True", "False", "NaN", "Infinity", "undefined"))


def may_hold(text: str) -> bool:
    """Whether a document may begin in it."""
    return (("{" in text or "[" in text) and _OPENS.search(text) is not None) or _NAMES.search(text) is not None


def roots(view: View) -> Iterator[tuple[int, int, Node]]:
    """Each document of the text: where it begins and ends, and its root."""
    text, at = view.text, 0
    while (start := _START.search(text, at)) is not None:
        at = start.start()
        if start["escaped"] is None:
            root, end = _Reading(view).read(at)
            yield at, end, root
        else:
            end = _end(_ESCAPED_RUN, text, at)
            inner = view.within(at, end)
            if inner is not None:
                yield from ((at, end, root) for _, _, root in roots(inner))
        at = max(end, at + 1)


def value_at(view: View, at: int) -> tuple[Node, int]:
    """The value that begins at ``at``, and where reading of it stopped."""
    if view.text[at] in "{[":
        return _Reading(view).read(at)
    found = _TOKEN.match(view.text, at)
    kind = found.lastgroup if found else None
    if found is None or kind is None or kind == "mark":
        return Listed(), at
    return Leaf(view, *found.span(kind.removesuffix("_end"))), found.end()


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return at if found is None else found.end()


class _Reading:
    """One document, as far as it can be read."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._text = view.text
        self._open: list[Object | Listed] = []
        self._name: str | None = None
        """Of the member whose value is awaited."""

    def read(self, at: int) -> tuple[Node, int]:
        """The root that begins at ``at``, and where reading stopped: behind it, or at a mistake."""
        mark = self._text[at]
        root: Object | Listed = Listed() if mark == "[" else Object()
        self._open.append(root)
        at += mark in "[{"
        while self._open:
            following = self._quick(at) if self._name is None else -1
            if following < 0:
                following = self._token(at)
            if following < 0:
                break
            at = following
        return root, at

    def _quick(self, at: int) -> int:
        """A whole member at once, as machines write them; -1 where it is none."""
        owner = self._open[-1]
        found = _QUICK.match(self._text, at) if type(owner) is Object else None
        if found is None:
            return -1
        kind = found.lastindex
        self._name = found[1]
        if kind in (_TEXT, _NUMBER):
            self._add(self._leaf(*found.span(kind), bare=kind == _NUMBER))
        elif kind in (_OBJECT, _LIST):
            return found.end(kind) if self._opened(Object() if kind == _OBJECT else Listed()) else -1
        self._name = None
        return found.end()

    def _token(self, at: int) -> int:
        """One token, the slow way; where the next begins, or -1 for a mistake."""
        found = _TOKEN.match(self._text, at)
        if found is None:
            return -1
        kind = found.lastgroup
        if kind == "mark":
            return found.end() if self._mark(found["mark"]) else -1
        if kind == "dq_end" or kind == "sq_end":
            return self._string(found, kind[:2])
        group = "number" if kind == "number" else "word"
        start, end = found.span(group)
        if self._naming:
            return self._named(start, end)
        if group == "number":
            self._add(self._leaf(start, end, bare=True))
        elif found["word"] not in _WORDS:
            return -1
        self._name = None
        return end

    @property
    def _naming(self) -> bool:
        return self._name is None and type(self._open[-1]) is Object

    def _string(self, found: re.Match[str], kind: str) -> int:
        start, end = found.span(kind)
        if self._naming:
            return self._named(start, end, found.end())
        if not found[f"{kind}_end"]:
            end = _end(_LINE, self._text, start)
        self._add(self._leaf(start, end))
        return found.end() if found[f"{kind}_end"] else end

    def _named(self, start: int, end: int, after: int | None = None) -> int:
        colon = _COLON.match(self._text, end if after is None else after)
        if colon is None:
            return -1
        self._name = unescaped_json(self._text[start:end]).text
        return colon.end()

    def _mark(self, mark: str) -> bool:
        if mark in "{[":
            return not self._naming and self._opened(Object() if mark == "{" else Listed())
        if mark in "}]":
            self._open.pop()
        if mark != ":":
            self._name = None
        return mark != ":"

    def _opened(self, container: Object | Listed) -> bool:
        if len(self._open) >= MAX_LEVELS:
            return False
        self._add(container)
        self._open.append(container)
        return True

    def _leaf(self, start: int, end: int, *, bare: bool = False) -> Leaf:
        if bare:
            self._view.number(start, end)
        return Leaf(self._view, start, end, bare)

    def _add(self, node: Node) -> None:
        owner = self._open[-1]
        if type(owner) is Object:
            owner.add(self._name or "", node)
            self._name = None
        elif type(owner) is Listed:
            owner.items.append(node)
