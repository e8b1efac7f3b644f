"""One link or image target, reference definition or CSS ``url()``, from its opening on.

The grammar is CommonMark's, read generously: a target may hold blanks, newlines and quotes, and all between ``](``
and its ``)`` counts as target, titles too. A blank line ends it, as it ends whatever is inline in Markdown.
"""

from enum import Enum, auto
from typing import Final

OPENINGS: Final = ("](", "url(", "]:")
"""What opens a target; the last opens a definition, wherever in a line it stands."""

_BLANKS: Final = " \t\r\n"


class At(Enum):
    START = auto()
    BARE = auto()
    ANGLE = auto()  # <...>
    AFTER = auto()  # behind the target, where a title may follow
    TITLE = auto()
    OVER = auto()


class Target:
    """What began with the opening that was just read."""

    def __init__(self, opening: str) -> None:
        self._at = At.START
        self._depth = int(opening.endswith("("))  # open parentheses; 0 in a definition
        self._quote = ""
        self._escaped = False
        self._blank_line = False
        self._last = ""

    @property
    def holds(self) -> bool:
        """The next character belongs to it. Behind a definition's target that is so for a title only."""
        return self._at is not At.AFTER or self._depth > 0

    def feed(self, char: str) -> bool:
        """Whether it is still open after ``char``."""
        newline = char == "\r" or (char == "\n" and self._last != "\r")
        if newline and self._blank_line:
            return False
        self._blank_line = newline or (self._blank_line and char in _BLANKS)
        self._last = char
        if self._escaped or char == "\\":
            self._escaped = not self._escaped
            self._at = At.BARE if self._at is At.START else self._at
        else:
            self._inside(char)
        return self._at is not At.OVER

    def _inside(self, char: str) -> None:
        match self._at:
            case At.START if char not in _BLANKS:
                self._begin(char)
            case At.BARE if char in _BLANKS:
                self._at = At.AFTER
            case At.BARE:
                self._count(char)
            case At.ANGLE if char == ">":
                self._at = At.AFTER
            case At.AFTER if char not in _BLANKS:
                self._behind(char)
            case At.TITLE if char == self._quote:
                self._at = At.AFTER
            case _:
                pass

    def _begin(self, char: str) -> None:
        if char == "<":
            self._at = At.ANGLE
        elif char in "\"'":
            self._at, self._quote = At.TITLE, char
        else:
            self._at = At.BARE
            self._count(char)

    def _behind(self, char: str) -> None:
        if char in "\"'" or (char == "(" and not self._depth):
            self._at, self._quote = At.TITLE, ")" if char == "(" else char
        elif self._depth:
            self._count(char)
        else:
            self._at = At.OVER

    def _count(self, char: str) -> None:
        """Parentheses of an inline target balance; the last one ends it."""
        if self._depth and char in "()":
            self._depth += 1 if char == "(" else -1
            self._at = self._at if self._depth else At.OVER
