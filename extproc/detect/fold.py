"""Text as the recognizers read it: plain ASCII, one byte a character.

Accents, full-width forms, typographic quotes and digits of other scripts are folded to the ASCII character they
stand for; Cyrillic and Greek letters to one Latin letter; letters of scripts without case to ``x``; anything else
to NUL, which no recognizer matches. What has no width (joiners, combining accents, soft hyphens) is dropped. So
bytes, characters and offsets of the folded text are the same thing, and ``\\b`` means one thing for every engine.

Typed escapes are read first (:mod:`extproc.detect.escapes`), so that a finding covers whole escapes. Surrogates of the
masker, ``[NAME_1]``, become NUL as well: they are opaque, and no finding may touch them. Not covered: transliteration
by more than one letter, and words broken over lines by a hyphen.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from extproc.detect.entities import EntityType
from extproc.detect.escapes import Unescaped, unescaped
from extproc.detect.underscores import untied

_TABLE_END: Final = 0x2200  # Latin, Greek, Cyrillic, Hebrew, Arabic, Indic, general punctuation: computed once

_BY_HAND: Final = {
    **dict(zip("‐‑‒–—―−﹣－", "-" * 9, strict=True)),
    **dict(zip("‘’‚‛′´ʼ＇`", "'" * 9, strict=True)),
    **dict(zip("“”„‟″«»", '"' * 7, strict=True)),
    **dict(zip("ßæÆœŒøØłŁđĐðÐþÞıħĦŋŊ", "saAoOoOlLdDdDtTihHnN", strict=True)),
    **dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґў", "abvgdejziiklmnoprstufhccssxyxeuaeeiigu", strict=True)),
    **dict(zip("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁЄІЇҐЎ", "ABVGDEJZIIKLMNOPRSTUFHCCSSXYXEUAEEIIGU", strict=True)),
    **dict(zip("αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώ", "avgdezitiklmnxoprstyfhposaeiioyo", strict=True)),
    **dict(zip("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "AVGDEZITIKLMNXOPRSTYFHPO", strict=True)),
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "。": ".",
    "、": ",",
    "№": "#",
}

OPAQUE: Final = re.compile(
    r"\[(?:" + "|".join(EntityType) + r")(?:_(?:[0-9]{1,3}(?:_[0-9]{1,2})?|(?=[0-9]*[a-f])[0-9a-f]{16}))?\]"
)
"""A surrogate of the masker: a tag, a number (and that of a form of one name), or 16 hexadecimal digits of a key.

Closed on purpose, since what is opaque is never inspected: a caller's ``[JANE_ROE]`` and ``[MRN_00482913]`` are text
like any other, and so are 16 digits without a letter, which are a card's more likely than a key's (1 in 1,800).
"""


def _fold_one(char: str) -> str | None:
    """One ASCII character, or ``None`` for what has no width."""
    if char in _BY_HAND:
        return _BY_HAND[char]
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cf"):
        return None
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category == "Zs":
        return " "
    base = unicodedata.normalize("NFKD", char)[0]
    if base.isascii():
        return base
    if base != char and base in _BY_HAND:
        return _BY_HAND[base]
    if category in ("Lu", "Lt"):
        return "X"
    return "x" if category[0] in "LM" else "\x00"


class _Table(dict[int, str | None]):
    """For ``str.translate``; what is outside the common scripts is computed when met, and a bounded number kept."""

    def __missing__(self, code: int) -> str | None:
        return _fold_rare(code)


@lru_cache(maxsize=8192)
def _fold_rare(code: int) -> str | None:
    return _fold_one(chr(code))


_FOREIGN: Final = re.compile(r"([^\x00-\x7f]+)")
"""Only these characters are looked up: to find them takes a tenth of the time that it takes to look up all."""
_TABLE: Final = _Table({code: chr(code) if code < 0x80 else _fold_one(chr(code)) for code in range(_TABLE_END)})


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` is ASCII; a range of it leads back to the original's."""

    text: str = field(repr=False)
    meant: Unescaped
    """What was folded."""
    dropped: tuple[int, ...] = ()
    """For each dropped character, the offset in ``text`` before which it stood; ascending."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original text that ``[start, end)`` of the folded text came from, whole escapes of it."""
        if self.dropped:
            start += bisect_right(self.dropped, start)
            end += bisect_right(self.dropped, end - 1)
        return self.meant.original(start, end)

    def folded(self, start: int, end: int) -> tuple[int, int]:
        """The range of the folded text that ``[start, end)`` of the original reads as; empty when all of it was
        dropped."""
        start, end = self.meant.meant(start, end)
        if self.dropped:
            before = range(len(self.dropped))
            start -= bisect_left(before, start, key=self._stood)
            end -= bisect_left(before, end, key=self._stood)
        return start, end

    def _stood(self, index: int) -> int:
        """Where a dropped character stood in the text before it was dropped."""
        return self.dropped[index] + index


def fold(text: str) -> Folded:
    """Linear in ``text``; any ``str`` is answered."""
    meant = unescaped(text)
    if meant.text.isascii():
        return Folded(_read(meant.text), meant)
    plain = "".join([part if part.isascii() else part.translate(_TABLE) for part in _FOREIGN.split(meant.text)])
    return Folded(_read(plain), meant, () if len(plain) == len(meant.text) else _dropped(meant.text))


def _dropped(text: str) -> tuple[int, ...]:
    at = [i for i, char in enumerate(text) if char > "\x7f" and _TABLE[ord(char)] is None]
    return tuple(offset - before for before, offset in enumerate(at))


def _read(text: str) -> str:
    """Surrogates blanked, labels untied from their values; of the same length."""
    if "[" in text:
        text = OPAQUE.sub(lambda found: "\x00" * len(found[0]), text)
    return untied(text)
