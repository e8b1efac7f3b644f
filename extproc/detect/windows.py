"""Which parts of a text a costly tagger should read: the lines and sentences around what the rules leave open.

Open is, outside of all that was found: a capitalised word that no list explains; a number that could be a part of an
address or a phone; a word in lower case that nobody knows, where a name would stand or beside another such word. All
else is settled: a tagger would find little there. Not covered: names that are everyday words, where these stand too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from extproc.detect.lexicon import ALWAYS, CITY, COMMON, EPONYM, FIRST, LAST, REGION, is_word_form

Range = tuple[int, int]

SIDE_CHARS: Final = 120
"""How far a window reaches to each side of what is open, where no line or sentence ends before."""

LONGEST_WORD: Final = 40

_CAPITALISED: Final = re.compile(r"(?<![A-Za-z0-9_])[A-Z][A-Za-z]{0,40}(?:['-][A-Za-z]{1,40}){0,3}(?![A-Za-z0-9_])")
_PLACED: Final = re.compile(
    r"(?<![\w.,:/-])\d{1,5}[A-Za-z]?,? (?:[A-Z]|rue |via |calle |avenida |rua )"  # 14 Oak, 14 rue de
    r"|(?<![A-Za-z])[A-Za-z]{4,40},? \d{1,4}[a-z]?(?![\w.:/%-])"  # Hauptstrasse 12
    r"(?! ?(?:mg|ml|mcg|kg|g|cm|mm|years?|days?|weeks?|months?|hours?|times|percent)\b)"
    r"|(?<![\w.,:/-])\d{4,6}(?![\w.:/%-])"  # postal codes
    r"|(?<![\w-])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?!\w)"
    r"|(?<!\w)\+?\(?\d{1,4}\)?(?:[ .-]\d{2,4}){2,4}(?!\w)"
)
_LOWER_CUE: Final = re.compile(
    r"(?i)(?<![A-Za-z])(?:name(?:'s| is|:)?|named|called|call me|i am|i'm|this is|mr|mrs|ms|miss|dr|doctor|hi|hey|hello"
    r"|dear|live[sd]? (?:in|at|on)|address(?: is|:)?|moved to|born in)[ .,]{1,2}(?=([a-z]{3,20}))"
)
_LOWER: Final = re.compile(r"(?<![A-Za-z0-9_@./'-])[a-z]{3,20}(?![A-Za-z0-9_@/'-])")
_END: Final = re.compile(r"[a-z]{3}[.!?]['\")]?\s(?=[A-Z\"'])|\n\s?\n")


def open_windows(text: str, found: Iterable[Range], lexicon: Mapping[str, int]) -> list[Range]:
    """Ranges of one folded text, ordered, neither overlapping nor empty. ``found`` may overlap. Linear in the text."""
    covered = bytearray(len(text))
    for start, end in found:
        covered[start:end] = b"\x01" * (end - start)
    windows: list[Range] = []
    for start, end in sorted(_open(text, lexicon)):
        if 0 in covered[start:end] and not (windows and end <= windows[-1][1]):
            begin, stop = _around(text, start, end)
            if windows and begin <= windows[-1][1]:
                windows[-1] = (windows[-1][0], max(stop, windows[-1][1]))
            else:
                windows.append((begin, stop))
    return windows


def _open(text: str, lexicon: Mapping[str, int]) -> Iterator[Range]:
    for match in _CAPITALISED.finditer(text):
        if _unexplained(match[0], lexicon):
            yield match.span()
    for match in _PLACED.finditer(text):
        yield match.span()
    for match in _LOWER_CUE.finditer(text):
        if _unknown(match[1], lexicon):
            yield match.span(1)
    before = -9
    for match in _LOWER.finditer(text):
        if _unknown(match[0], lexicon):
            if match.start() - before <= 3:
                yield match.span()
            before = match.end()


def _unexplained(word: str, lexicon: Mapping[str, int]) -> bool:
    """Not a word of a list that says it is something else; capitals of up to five letters abbreviate."""
    key = word.lower().removesuffix("'s")
    flags = lexicon.get(key) or lexicon.get(key.replace("'", ""), 0)
    if len(key) < 2 or flags & (COMMON | REGION | EPONYM | ALWAYS):
        return False
    if flags & (FIRST | LAST | CITY):
        return not (word.isupper() and len(word) < 4)
    return not is_word_form(key) and not (word.isupper() and len(word) < 6)


def _unknown(word: str, lexicon: Mapping[str, int]) -> bool:
    return not lexicon.get(word, 0) & (COMMON | REGION) and not is_word_form(word)


def _around(text: str, start: int, end: int) -> Range:
    """To the ends of the sentence or line, at most :data:`SIDE_CHARS` away."""
    begin = max(0, start - SIDE_CHARS)
    ends = [match.end() for match in _END.finditer(text, begin, start)]
    stop = min(len(text), end + SIDE_CHARS)
    after = _END.search(text, end, stop)
    return ends[-1] if ends else _word_start(text, begin), after.end() if after else _word_end(text, stop)


def _word_start(text: str, at: int) -> int:
    """Not inside a word, unless it is one that hardly ends."""
    for start in range(at, max(0, at - LONGEST_WORD), -1):
        if not text[start - 1].isalnum():
            return start
    return max(0, at - LONGEST_WORD)


def _word_end(text: str, at: int) -> int:
    for end in range(at, min(len(text), at + LONGEST_WORD)):
        if not text[end].isalnum():
            return end
    return min(len(text), at + LONGEST_WORD)
