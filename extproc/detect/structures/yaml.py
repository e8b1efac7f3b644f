"""YAML as people paste it: maps and lists by indentation, and in brackets on one line.

A block is lines right below one another whose keys are words of programs (small first letter, no blanks), of which
some key has its value below it, or which a fence or ``---`` calls YAML. So the headings of a note are none. It is noted
where values stand without quotes, since a bracket means something else there.

Not covered: brackets over several lines, anchors, tags, and text in blocks (``|``, ``>``), which is prose to everybody.
"""

import re
from collections.abc import Iterator
from typing import Final

from extproc.detect.structures.nodes import Leaf, Listed, Node, Object
from extproc.detect.structures.view import View

_WORD: Final = r"(?:[a-z_][\w./-]{0,60}+|\"[^\"\r\n]{1,60}\"|'[^'\r\n]{1,60}')"
_EVIDENCE: Final = re.compile(
    rf"\n(?:(?: {{0,40}}+(?:- +)*+{_WORD}:[ \t]*+\r?\n {{0,40}}+(?:- +\S|{_WORD}:(?=[ \r\n])))"
    rf"|---[ \t]*\r?\n {{0,40}}+{_WORD}:(?=[ \r\n])|```ya?ml\b"
    rf"| {{0,40}}+- +{_WORD}: [^\r\n]*+\r?\n +{_WORD}:(?=[ \r\n])"
    rf"| {{0,40}}+{_WORD}: +[{{\[][^\"\r\n]*+(?<=[}}\]]))"
)
_LINE: Final = re.compile(
    rf"( *+)((?:- +)*+)(?:({_WORD}):(?:[ \t]++([^\r\n]*+))?(?=[\r\n]|\Z)|([^\r\n]*+))(?:\r?\n|\r|\Z)"
)
_SIGNS: Final = (":\n", ":\r\n", ": \n", "\n  ", "```y", ": {", ": [")
_LONGEST: Final = 1000
_SKIPPED: Final = re.compile(r" *+(?:#[^\r\n]*+|---[^\r\n]*+|```ya?ml[^\r\n]*+)?[\r\n]")
_FLOW: Final = re.compile(
    r"\s*+(?:([{}\[\],])|\"((?:[^\"\\\r\n]|\\.)*+)\"|'((?:[^'\r\n]|'')*+)'|([^{}\[\],\"'\s:][^{}\[\],:\r\n]*+(?::(?!\s)[^{}\[\],:\r\n]*+)*+))"
    r"\s*+(:(?=\s))?"
)
_QUOTED: Final = re.compile(r"\"((?:[^\"\\\r\n]|\\.)*+)\"|'((?:[^'\r\n]|'')*+)'")
_NUMERAL: Final = re.compile(r"-?\d+(?:\.\d+)?(?=[ \t]*(?:#|\Z))")
_REMARK: Final = re.compile(r"(?<![ \t])[ \t]++(?:#[^\r\n]*+)?\Z")
_MOST_LEVELS: Final = 40


def documents(view: View) -> Iterator[tuple[int, int, Node]]:
    """Each block: where it begins and ends, and its root. Linear."""
    text, at = view.text, 0
    if not any(sign in text for sign in _SIGNS):
        return
    while (found := _evidence(text, at)) is not None:
        block = _Block(view)
        start = _begin(text, found[0], at)
        at = block.read(start)
        if block.keys > 1 or block.items > 1:
            yield start, at, block.root
        at = max(at, found[1])


def _evidence(text: str, at: int) -> tuple[int, int] | None:
    """Where a line of YAML begins, and how far it is one for sure."""
    first = _EVIDENCE.match(f"\n{text[:_LONGEST]}") if at == 0 else None
    if first is not None:
        return 0, max(1, first.end() - 1)
    found = _EVIDENCE.search(text, max(0, at - 1))
    return None if found is None else (found.start() + 1, found.end())


def _begin(text: str, at: int, least: int) -> int:
    """Where the lines of a block begin of which one stands at ``at``."""
    while at > least:
        before = text.rfind("\n", 0, at - 1) + 1
        line = _LINE.match(text, before, at)
        if before < least or line is None or not (line[3] and line[4]):
            break
        at = before
    return at


class _Level:
    """An open map or list, and from which column on its members stand."""

    __slots__ = ("column", "name", "node")

    def __init__(self, column: int, node: Object | Listed) -> None:
        self.column = column
        self.node = node
        self.name = ""

    def add(self, node: Node) -> None:
        if type(self.node) is Object:
            self.node.add(self.name, node)
        elif type(self.node) is Listed:
            self.node.items.append(node)


class _Block:
    """One block, as far as its lines go."""

    def __init__(self, view: View) -> None:
        self.root: Object | Listed = Listed()
        self.keys = 0
        self.items = 0
        self._view = view
        self._levels = [_Level(-1, self.root)]

    def read(self, at: int) -> int:
        """Where the block that begins at ``at`` ends."""
        text = self._view.text
        while at < len(text):
            line = _SKIPPED.match(text, at) or _LINE.match(text, at)
            if line is None or (line.re is _LINE and not self._goes_on(line)):
                break
            at = line.end()
        return at

    def _goes_on(self, line: re.Match[str]) -> bool:
        """Takes a line, unless the block is over before it."""
        column = len(line[1])
        if line[3] is None and not line[2]:
            return column > self._levels[-1].column >= 0 and bool(line[5])  # a text that goes on
        if len(self._levels) > _MOST_LEVELS:
            return False
        if line[2].count("-") > _MOST_LEVELS:
            return False
        for dash in re.finditer(r"- +", line[2]):
            self._open(column, Listed)
            self.items += 1
            column += len(dash[0])
        if line[3] is None:
            self._scalar(*line.span(5))
            return True
        level = self._open(column, Object)
        level.name = line[3].strip("\"'")
        self.keys += 1
        self._view.keep(*line.span(3))
        if line[4]:
            self._scalar(*line.span(4))
        return True

    def _open(self, column: int, kind: type[Object] | type[Listed]) -> _Level:
        """The level of that kind at ``column``, opened where it is not."""
        levels = self._levels
        while levels[-1].column > column or (
            levels[-1].column == column and type(levels[-1].node) is Listed is not kind
        ):
            levels.pop()
        if levels[-1].column != column or type(levels[-1].node) is not kind:
            level = _Level(column, kind())
            levels[-1].add(level.node)
            levels.append(level)
        return levels[-1]

    def _scalar(self, start: int, end: int) -> None:
        text = self._view.text
        remark = _REMARK.search(text, start, end)
        end = remark.start() if remark else end
        if start >= end or text[start] in "|>&*!":
            return
        if text[start] in "{[":
            self._levels[-1].add(self._flow(start, end))
        else:
            self._levels[-1].add(self._leaf(start, end))

    def _leaf(self, start: int, end: int) -> Leaf:
        view = self._view
        quoted = _QUOTED.fullmatch(view.text, start, end)
        if quoted is not None:
            return Leaf(view, *quoted.span(quoted.lastindex or 0))
        bare = _NUMERAL.fullmatch(view.text, start, end) is not None
        if bare:
            view.number(start, end)
        else:
            view.plain(start, end)
        return Leaf(view, start, end, bare)

    def _flow(self, at: int, end: int) -> Node:
        """What stands in brackets, as far as it can be read."""
        text = self._view.text
        top = _Level(0, Listed())
        opened = [top]
        while at < end and (found := _FLOW.match(text, at, end)) is not None:
            at = found.end()
            mark = found[1]
            if len(opened) > _MOST_LEVELS:
                break
            if mark in ("{", "["):
                level = _Level(0, Object() if mark == "{" else Listed())
                opened[-1].add(level.node)
                opened.append(level)
            elif mark in ("}", "]") and len(opened) > 1:
                opened.pop()
            elif mark is None:
                group = found.lastindex if found.lastindex != 5 else next(g for g in (2, 3, 4) if found[g] is not None)
                if found[5] and type(opened[-1].node) is Object:
                    self.keys += 1
                    opened[-1].name = found[group or 0].strip()
                else:
                    opened[-1].add(self._flow_leaf(found, group or 0))
        items = top.node.items if type(top.node) is Listed else []
        return items[0] if items else top.node

    def _flow_leaf(self, found: re.Match[str], group: int) -> Leaf:
        start, end = found.span(group)
        if group != 4:
            return Leaf(self._view, start, end)
        while end > start and self._view.text[end - 1].isspace():
            end -= 1
        return self._leaf(start, end)
