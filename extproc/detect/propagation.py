"""A name or number found once is found everywhere in the document.

Of a name its parts count too, also possessive, in lower case and in capitals; a part that is an everyday word or
shorter than three letters counts only with the capital or right behind another part, and a function word never. Of
a number the whole token counts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.eponyms import before_noun
from extproc.detect.lexicon import ALWAYS, CITY, COMMON, FIRST, LAST, REGION, UNSURE
from extproc.detect.recognizer import Candidate, Tier
from extproc.detect.words import EPONYMS, NEVER_SURNAME

_WORD: Final = re.compile(r"(?<![A-Za-z])(?:(?<![A-Za-z]')|(?=[A-Za-z](?![A-Za-z])))[A-Za-z]++(?:'[A-Za-z]{2,}+)*+")
_CODE: Final = re.compile(r"(?<![A-Za-z0-9])(?<![A-Za-z0-9][-_./])[A-Za-z0-9]++(?:[-_./][A-Za-z0-9]++)*+")
"""Both match only where a token begins, also when a match is tried in the middle of a text."""
_HEADS: Final = {_WORD: re.compile(r"[A-Za-z]+"), _CODE: re.compile(r"[A-Za-z0-9]+")}
"""What a token begins with; a whole run of these begins where a token does or within one."""
_UNNUMBERED: Final = frozenset({E.NAME, E.GEO, E.DATE, E.AGE, E.EMAIL, E.URL, E.IP, E.PHOTO})
"""What is not one token that could stand elsewhere without its cue."""
_LEAST_CODE: Final = 5
_FEW: Final = 32
_RARE: Final = 16
"""So few words, that stand at most once in so many characters of the text, also within its words, are looked for one
after the other, which is then faster than looking at each word of the text."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for again: folded, names in lower case."""

    names: frozenset[str]
    """Parts that count in any case; others count only as ``Long`` or ``LONG``, or behind another part."""
    either: frozenset[str]
    """All parts of names."""
    codes: Mapping[str, E]

    def __bool__(self) -> bool:
        return bool(self.either or self.codes)


def sought(found: Iterable[tuple[E, str]], lexicon: Mapping[str, int]) -> Sought:
    """What to look for again, of the texts found in all passages."""
    names: set[str] = set()
    capitalised: set[str] = set()
    codes: dict[str, E] = {}
    for entity, text in found:
        if entity is E.NAME:
            for part in _WORD.findall(text):
                _sort(part.lower(), lexicon, names, capitalised)
        elif entity not in _UNNUMBERED and len(text) >= _LEAST_CODE:
            match = _CODE.fullmatch(text.lstrip("#"))
            if match is not None and any(map(str.isdigit, match[0])):
                codes.setdefault(match[0], entity)
    return Sought(frozenset(names), frozenset(names | capitalised), codes)


def _sort(part: str, lexicon: Mapping[str, int], names: set[str], capitalised: set[str]) -> None:
    flags = lexicon.get(part, 0)
    if len(part) < 2 or part in NEVER_SURNAME or (flags & COMMON and not flags & (FIRST | LAST)) or flags & ALWAYS:
        return
    if len(part) < 3 or flags & (COMMON | REGION | CITY | UNSURE):
        capitalised.add(part)
    else:
        names.add(part)


def again(text: str, looked_for: Sought) -> Iterator[Candidate]:
    """Further mentions in one folded text. Linear in it, however much is looked for."""
    if looked_for.either:
        yield from _names(text, looked_for)
    for start, end, code in _whole(_CODE, text, looked_for.codes.keys()):
        yield Candidate(start, end, looked_for.codes[code], Tier.CUED, "known_code")


def _names(text: str, looked_for: Sought) -> Iterator[Candidate]:
    last_end = -1
    for start, end, word in _whole(_WORD, text.lower(), looked_for.either):
        if word in looked_for.names or text[start].isupper() or start == last_end + 1:
            if word in EPONYMS and before_noun(text, end):
                continue
            last_end = end
            yield Candidate(start, end, E.NAME, Tier.LISTED, "known_name")


def _whole(token: re.Pattern[str], text: str, words: Set[str]) -> Iterable[tuple[int, int, str]]:
    """Where ``words`` stand as whole tokens of ``text``, in order, each with its end and itself."""
    if len(words) <= _FEW and sum(map(text.count, words)) <= len(text) // _RARE + 1:
        return sorted(found for word in words if word in text for found in _mentions(token, text, word))
    return _of_many(token, text, words)


def _mentions(token: re.Pattern[str], text: str, word: str) -> Iterator[tuple[int, int, str]]:
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        match = token.match(text, start)
        if match is not None and match.end() == end:
            yield start, end, word
        start = text.find(word, end)


def _of_many(token: re.Pattern[str], text: str, words: Set[str]) -> Iterator[tuple[int, int, str]]:
    """Tells a token from its neighbours only where it begins like one of ``words``: that takes the most of the time."""
    head = _HEADS[token]
    heads = {found[0] for word in words if (found := head.match(word)) is not None}
    for begun in head.finditer(text):
        if begun[0] in heads:
            match = token.match(text, begun.start())
            if match is not None and match[0] in words:
                yield *match.span(), match[0]
