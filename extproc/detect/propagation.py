"""A name or number found once is found everywhere in the document.

Of a name its parts count too, also possessive, in lower case and in capitals; a part that is an everyday word or
shorter than three letters counts only with the capital or right behind another part, and a function word never. Of
a number the whole token counts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.lexicon import ALWAYS, CITY, COMMON, FIRST, LAST, REGION, UNSURE
from extproc.detect.name_grammar import FOLLOWING
from extproc.detect.recognizer import Candidate, Tier
from extproc.detect.words import CLINICAL_NOUNS, EPONYMS, NEVER_SURNAME

_WORD: Final = re.compile(r"[A-Za-z]+(?:'[A-Za-z]{2,})*")
_CODE: Final = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]+(?:[-_./][A-Za-z0-9]+)*")
_UNNUMBERED: Final = frozenset({E.NAME, E.GEO, E.DATE, E.AGE, E.EMAIL, E.URL, E.IP, E.PHOTO})
"""What is not one token that could stand elsewhere without its cue."""
_LEAST_CODE: Final = 5


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for again: folded, names in lower case."""

    names: frozenset[str]
    """Parts that count in any case."""
    capitalised: frozenset[str]
    """Parts that count only as ``Long`` or ``LONG``."""
    codes: Mapping[str, E]

    def __bool__(self) -> bool:
        return bool(self.names or self.capitalised or self.codes)


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
            if match is not None:
                codes.setdefault(match[0], entity)
    return Sought(frozenset(names), frozenset(capitalised), codes)


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
    if looked_for.names or looked_for.capitalised:
        yield from _names(text, looked_for)
    if looked_for.codes and not looked_for.codes.keys().isdisjoint(_CODE.findall(text)):
        for match in _CODE.finditer(text):
            entity = looked_for.codes.get(match[0])
            if entity is not None:
                yield Candidate(match.start(), match.end(), entity, Tier.CUED, "known_code")


def _names(text: str, looked_for: Sought) -> Iterator[Candidate]:
    either = looked_for.names | looked_for.capitalised
    if either.isdisjoint(_WORD.findall(text.lower())):
        return
    last_end = -1
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if word in looked_for.names or (
            word in looked_for.capitalised and (match[0][0].isupper() or match.start() == last_end + 1)
        ):
            if word in EPONYMS and _before_noun(text, match.end()):
                continue
            last_end = match.end()
            yield Candidate(match.start(), match.end(), E.NAME, Tier.LISTED, "known_name")


def _before_noun(text: str, end: int) -> bool:
    """``Wilson's disease`` in a note about Mr. Wilson."""
    following = FOLLOWING.match(text, end)
    return following is not None and following[1].lower() in CLINICAL_NOUNS
