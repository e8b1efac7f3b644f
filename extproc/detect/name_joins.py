"""Names of which the parts do not stand side by side: over markup, ``**Dwayne** **Okoro**``, and around a nickname,
``Robert "Bob" Tremaine``.

Each part is a candidate of its own, so that markup and quotes stay as they are. Not covered: markup in the middle of a
word, and nicknames in lower case.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extproc.detect.lexicon import ALWAYS, COMMON, FIRST, LAST, REGION, UNSURE, is_word_form
from extproc.detect.name_grammar import listed_length
from extproc.detect.tokens import Run, Token

Range = tuple[int, int]

_TAG: Final = r"</?[a-z]{1,6}(?: [^<>]{0,40})?>"
_MARKUP: Final = re.compile(rf"[*_`]{{1,3}} [*_`]{{0,3}}| [*_`]{{1,3}}|{_TAG}\s?(?:{_TAG})?|\s{_TAG}")
_MARKS: Final = ("*", "_", "`", "<")
"""Markup has one of them, and most texts none."""
_OPENS: Final = re.compile(r",? (?:\(\"?|\"|')")
_CLOSES: Final = re.compile(r"(?:\"?\)|\"|') ?")
_LONGEST_GAP: Final = 60
_LONGEST_OPENING: Final = 5


def apart(text: str, runs: Sequence[Run]) -> Iterator[Range]:
    """The parts of such names in the runs of a folded text. Linear in their number."""
    marked = any(mark in text for mark in _MARKS)
    for run, inner, following in zip(runs, runs[1:], [*runs[2:], []], strict=False):
        gap = inner[0].start - run[-1].end
        if not 1 < gap < _LONGEST_GAP:
            continue
        if marked and _MARKUP.fullmatch(text, run[-1].end, inner[0].start):
            yield from _over_markup(text, run, inner)
        elif gap < _LONGEST_OPENING and _OPENS.fullmatch(text, run[-1].end, inner[0].start):
            yield from _nicknamed(text, run, inner, following)


def _over_markup(text: str, run: Run, inner: Run) -> Iterator[Range]:
    """The words of both runs read as one; what is a name on both sides of the markup."""
    whole = [*run, *inner]
    for at in range(max(0, len(run) - 3), len(run)):
        stop = at + listed_length(text, whole, at)
        if stop > len(run):
            yield run[at].start, run[-1].end
            yield inner[0].start, whole[stop - 1].end
            return


def _nicknamed(text: str, run: Run, inner: Run, following: Run) -> Iterator[Range]:
    given, nick = run[-1], inner[-1]
    closed = _CLOSES.match(text, nick.end)
    if closed is None or len(inner) > 2 or not _is_given(given):
        return
    quoted = '"' in text[given.end : inner[0].start]
    surnamed = bool(following) and closed.end() == following[0].start and _may_be_surname(following[0])
    if not (nick.flags & FIRST or (quoted and surnamed)) or nick.text.isupper():
        return
    yield inner[0].start, nick.end
    yield given.start, given.end
    if surnamed and text[closed.end() - 1] == " ":
        yield following[0].start, following[0].end


def _is_given(token: Token) -> bool:
    """A given name or a surname that is no everyday word."""
    return bool(token.flags & (FIRST | LAST)) and not token.flags & (COMMON | REGION)


def _may_be_surname(token: Token) -> bool:
    if token.flags & (ALWAYS | REGION | COMMON) or (token.text.isupper() and len(token.text) < 5):
        return False
    return bool(token.flags & LAST) or not (token.flags & ~UNSURE or is_word_form(token.key))
