"""Careless writing: case, typos, lost accents, misread scans, odd spaces and look-alike characters.

A page holds one string for each character of the text: what that character became. So every mark moves by what stands
before it, whatever a change does. Not covered: words left out or replaced, and digits in other scripts than full-width.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Final

from bench.corpora.lists import draw
from bench.corpora.row import Mark, Row

_OCR: Final[Mapping[str, str]] = {
    "0": "O", "O": "0", "1": "l", "l": "1", "I": "l", "5": "S", "S": "5", "8": "B", "B": "8", "6": "b", "2": "Z",
    "e": "c", "c": "e", "m": "rn", "i": "í", "g": "q", "h": "b", "u": "ii",
}  # fmt: skip
_UMLAUTS: Final[Mapping[str, str]] = {
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae", "ł": "l", "ı": "i",
    "đ": "d", "ñ": "n", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa", "Ł": "L", "Đ": "D", "þ": "th", "Þ": "Th",
    "ð": "d", "œ": "oe",
}  # fmt: skip
_LOOKALIKES: Final = dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ", strict=True))
_WIDE: Final = {chr(code): chr(code + 0xFEE0) for code in range(0x30, 0x7B) if chr(code).isalnum()}
_INVISIBLE: Final = ("\u200b", "\u200c", "\u00ad", "\u2060")
_SPACES: Final = ("  ", "\n", "\t", "   ", "\u00a0", " \n")
_TYPOGRAPHY: Final = {"'": "\u2019", "-": "\u2011", " ": "\u00a0", '"': "\u201c"}
_STOP: Final = re.compile(r"(?<=\w)[.,?!;](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Page:
    """What each character of a text became, and where marks begin and end: nothing is moved over such an edge."""

    chars: list[str]
    edges: frozenset[int]

    def inside_words(self, rng: Random, share: float) -> list[int]:
        """Some places with a letter before them and two behind them, all of one word; no two of them touch."""
        chosen: list[int] = []
        at = 1
        while at < len(self.chars) - 2:
            if rng.random() < share and at + 1 not in self.edges and all(map(str.isalpha, self.chars[at - 1 : at + 3])):
                chosen.append(at)
                at += 2
            at += 1
        return chosen

    def replace(self, table: Mapping[str, str], rng: Random, share: float) -> None:
        """Each character that ``table`` has becomes what stands there, with probability ``share``."""
        chars = self.chars
        chars[:] = [table[char] if char in table and rng.random() < share else char for char in chars]


Change = Callable[[Page, Random], None]
"""Rewrites, in place, what the characters became."""


def lower(page: Page, _: Random | None = None) -> None:
    page.chars[:] = [char.lower() for char in page.chars]


def upper(page: Page, _: Random) -> None:
    page.chars[:] = [char.upper() for char in page.chars]


def title(page: Page, _: Random) -> None:
    """Every word with a capital and the rest small."""
    before = " "
    for at, char in enumerate(page.chars):
        page.chars[at] = char.lower() if before.isalpha() or before == "'" else char.upper()
        before = char


def spoken(page: Page, rng: Random) -> None:
    """A transcript: small letters, and a space before each stop."""
    for match in _STOP.finditer("".join(page.chars)):
        page.chars[match.start()] = f" {match[0]}"
    lower(page, rng)


def typos(page: Page, rng: Random) -> None:
    """Neighbours swapped, letters dropped or doubled, inside words of four letters and more."""
    chars = page.chars
    for at in page.inside_words(rng, 0.015):
        kind = rng.random()
        if kind < 0.4:
            chars[at], chars[at + 1] = chars[at + 1], chars[at]
        elif kind < 0.7:
            chars[at] = ""
        else:
            chars[at] *= 2


def unaccented(page: Page, rng: Random) -> None:
    """Accents lost, or German and Nordic letters spelled with two."""
    spelled: Mapping[str, str] = _UMLAUTS if rng.random() < 0.5 else {}
    page.chars[:] = [char if char.isascii() else spelled.get(char) or _base(char) for char in page.chars]


def misread(page: Page, rng: Random) -> None:
    """What a scanner makes of a page: look-alikes, ``m`` for ``rn``, words broken by a space."""
    page.replace(_OCR, rng, 0.03)
    chars = page.chars
    for at in page.inside_words(rng, 0.01):
        if chars[at : at + 2] == ["r", "n"]:
            chars[at : at + 2] = ["m", ""]
        else:
            chars[at] += " "


def spaced(page: Page, rng: Random) -> None:
    """Spaces doubled, turned into tabs, or into line breaks."""
    page.chars[:] = [draw(rng, _SPACES) if char == " " and rng.random() < 0.12 else char for char in page.chars]


def invisible(page: Page, rng: Random) -> None:
    """Characters of no width inside words."""
    for at in page.inside_words(rng, 0.03):
        page.chars[at] += draw(rng, _INVISIBLE)


def wide(page: Page, rng: Random) -> None:
    """Full-width letters and digits."""
    page.replace(_WIDE, rng, 1.0)


def lookalike(page: Page, rng: Random) -> None:
    """Some Latin letters replaced by Cyrillic ones that look the same."""
    page.replace(_LOOKALIKES, rng, 0.2)


def typographic(page: Page, rng: Random) -> None:
    """Curly quotes, hyphens and spaces that do not break."""
    page.replace(_TYPOGRAPHY, rng, 0.5)


_USUAL: Final[tuple[tuple[int, Change], ...]] = (
    (30, lower), (14, upper), (6, title), (16, typos), (12, unaccented), (6, misread), (8, spaced), (3, typographic),
    (2, invisible), (1, wide), (2, lookalike),
)  # fmt: skip
_SPOKEN: Final[tuple[tuple[int, Change], ...]] = ((50, spoken), (40, lower), (4, typos), (4, unaccented), (2, spaced))

WRITTEN: Final = tuple(change for count, change in _USUAL for _ in range(count))
"""Changes of what people type and scan, each as often as it is drawn."""
SPOKEN: Final = tuple(change for count, change in _SPOKEN for _ in range(count))
"""Changes of transcribed speech."""
CHANGES: Final = (
    lower,
    upper,
    title,
    spoken,
    typos,
    unaccented,
    misread,
    spaced,
    invisible,
    wide,
    lookalike,
    typographic,
)
_TWICE: Final = 0.15


def noised(row: Row, changes: tuple[Change, ...], rng: Random) -> Row:
    """``row`` written carelessly: one of ``changes``, and now and then typos besides."""
    page = page_of(row)
    draw(rng, changes)(page, rng)
    if rng.random() < _TWICE:
        typos(page, rng)
    return rewritten(row, page)


def in_small_letters(row: Row) -> Row:
    page = page_of(row)
    lower(page)
    return rewritten(row, page)


def page_of(row: Row) -> Page:
    edges = {edge for start, end, _ in row.marks for edge in (start, end)}
    return Page(list(row.text), frozenset(edges.union(*row.neutral)))


def rewritten(row: Row, page: Page) -> Row:
    """The row whose character ``i`` became ``page.chars[i]``."""
    ends = [0, *accumulate(map(len, page.chars))]
    return Row(
        row.id,
        "".join(page.chars),
        tuple(Mark(ends[start], ends[end], entity) for start, end, entity in row.marks),
        tuple((ends[start], ends[end]) for start, end in row.neutral),
    )


def _base(char: str) -> str:
    """A Latin letter without its accent; any other character as it is."""
    base = unicodedata.normalize("NFKD", char)[0]
    return base if base.isascii() else char
