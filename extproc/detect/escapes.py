r"""Escapes that stand in a text as typed characters, as in JSON pasted into a sentence, and the way back to them.

``Jos\u00e9`` is read as ``José``, ``\n`` as a line end, ``\"`` as a quote, two backslashes as one. JSON within JSON
doubles the backslashes, so however many stand before the letter, they and it are one escape. Nothing tells whether a
writer meant an escape: the path ``C:\new`` becomes two words.

Not covered: percent escapes, entities of HTML, octal escapes, names of characters; and names in lower case behind the
single backslash of a path, when they begin with a letter of an escape (``C:\robert``).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

_HEX: Final = "[0-9a-fA-F]"
_ESCAPE: Final = re.compile(
    rf"\\++(?:u([dD][89abAB]{_HEX}{{2}})\\++u([dD][c-fC-F]{_HEX}{{2}})|u({_HEX}{{4}})|x({_HEX}{{2}})|([nrtbf\"'/]?))"
)
"""Takes each run of backslashes whole and never gives one back, so that looking for escapes is linear."""

_SHORT: Final = {"": "\\", "n": "\n", "r": "\r", "t": "\t", "b": " ", "f": "\n"}


@dataclass(frozen=True, slots=True)
class Unescaped:
    """A text with one character for each escape, and for each escape where it stands in ``text``; ascending."""

    text: str = field(repr=False)
    at: tuple[int, ...] = ()
    longer: tuple[int, ...] = (0,)
    """How many more characters than ``text`` the original had before escape 0, 1, ..., and after the last."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range that ``[start, end)`` of ``text`` came from. It begins and ends between escapes, never in one."""
        if not self.at:
            return start, end
        return start + self.longer[bisect_left(self.at, start)], end + self.longer[bisect_left(self.at, end)]

    def meant(self, start: int, end: int) -> tuple[int, int]:
        """The range of ``text`` that ``[start, end)`` of the original reads as: the inverse of :meth:`original`."""
        if not self.at:
            return start, end
        return self._meant(start, bisect_right(self._all, start, key=self._begin), 0), self._meant(
            end, bisect_left(self._all, end, key=self._begin), 1
        )

    def _meant(self, offset: int, begun: int, width: int) -> int:
        """``begun`` escapes begin before ``offset``; the last of them may not have ended yet."""
        if begun and offset < self._begin(begun - 1) + 1 + self.longer[begun] - self.longer[begun - 1]:
            return self.at[begun - 1] + width
        return offset - self.longer[begun]

    @property
    def _all(self) -> range:
        return range(len(self.at))

    def _begin(self, index: int) -> int:
        """Where escape ``index`` begins in the original."""
        return self.at[index] + self.longer[index]


def unescaped(text: str) -> Unescaped:
    """Linear in ``text``; any ``str`` is answered."""
    return undone(text, _ESCAPE, _meant)


def undone(text: str, escapes: re.Pattern[str], meant: Callable[[re.Match[str]], str]) -> Unescaped:
    """``text`` with each match of ``escapes``, which begin with a backslash, as the one character that it means."""
    if "\\" not in text:
        return Unescaped(text)
    parts: list[str] = []
    at: list[int] = []
    extra: list[int] = []
    last = length = 0
    for escape in escapes.finditer(text):
        start, end = escape.span()
        length += start - last
        parts += text[last:start], meant(escape)
        at.append(length)
        extra.append(end - start - 1)
        length += 1
        last = end
    parts.append(text[last:])
    return Unescaped("".join(parts), tuple(at), tuple(accumulate(extra, initial=0)))


def paired(high: str, low: str) -> str:
    """The character of a surrogate pair in hexadecimal."""
    return chr(0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF))


def _meant(escape: re.Match[str]) -> str:
    """The one character that an escape stands for."""
    high, low, unit, byte, short = escape.groups()
    if high is not None:
        return paired(high, low)
    if short is not None:
        return _SHORT.get(short, short)
    return chr(int(unit or byte, 16))
