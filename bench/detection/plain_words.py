# ruff: noqa: SIM905 - a list of literals would be a line a word
"""Which masked spans of a text without marks are words that identify nobody.

A span counts when all its words stand in the vocabulary, it has no digit, no month and no number in words, and no word
with a capital is a name or a city as well (``May``, ``Mark``, ``Reading``); or when it lies in an eponym (``Foley
catheter``). The vocabulary is what the templates of the generated texts write small between their slots, their lists
of drugs, conditions and tests, and what several of the texts without marks write small and is no name. Single letters
are no words, since initials are made of them. None of it comes from the detector's own word lists.

So the count is too low by words that are not in the vocabulary, and too high by names in small letters that are also
words (``walker``). What it counted can be read with ``--show``.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final, NamedTuple

from bench.corpora.generate import Kind, Split, templates
from bench.corpora.lists import names_of, read
from bench.corpora.row import Piece
from extproc.adapters.gazetteers import load_gazetteer

_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_NUMBERED: Final = frozenset(
    """
    january february march april may june july august september october november december one two three four five six
    seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
    fifty sixty seventy eighty ninety hundred thousand
    """.split()
)
"""Of these dates and ages are made."""
_SEVERAL: Final = 3
_NEAR: Final = 60
"""Characters on each side in which an eponym may begin or end."""


class Words(NamedTuple):
    """``plain`` and ``names`` are in small letters; ``eponyms`` finds phrases."""

    plain: frozenset[str]
    names: frozenset[str]
    eponyms: re.Pattern[str]

    def are_all(self, text: str, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` is a span that counts."""
        span = text[start:end]
        words = _WORD.findall(span)
        if not words or any(map(str.isdigit, span)):
            return False
        if all(self._is_plain(word) for word in words):
            return True
        around = self.eponyms.finditer(text, max(0, start - _NEAR), end + _NEAR)
        return any(phrase.start() <= start and end <= phrase.end() for phrase in around)

    def _is_plain(self, word: str) -> bool:
        key = _base(word)
        return key in self.plain and (word.islower() or key not in self.names)


def known_words(texts: Iterable[str]) -> Words:
    """``texts`` are those without marks."""
    clinical = read("words", "clinical")
    listed = (phrase for heading in ("drug", "condition", "lab") for phrase in clinical[heading])
    names = _names()
    plain = _written_small() | {_base(word) for phrase in listed for word in _WORD.findall(phrase)}
    plain |= _repeated(texts) - names
    eponyms = "|".join(re.escape(phrase) for phrase in sorted(clinical["eponym"], key=len, reverse=True))
    named = re.compile(rf"\b(?:{eponyms})\b", re.IGNORECASE)
    return Words(frozenset(word for word in plain - _NUMBERED if len(word) > 1), names, named)


def _repeated(texts: Iterable[str]) -> set[str]:
    """Words that so many texts write small."""
    said = Counter(word for text in texts for word in {_base(word) for word in _WORD.findall(text) if word.islower()})
    return {word for word, times in said.items() if times >= _SEVERAL}


def _written_small() -> set[str]:
    return {_base(word) for part in _literals() for word in _WORD.findall(part.text) if word.islower()}


def _literals() -> Iterator[Piece]:
    """Not of templates without capitals, where a small letter says nothing."""
    for kind, split in product(Kind, Split):
        for template in templates(kind, split):
            if not template.in_small_letters:
                yield from (part for part in template.parts if isinstance(part, Piece))


def _names() -> frozenset[str]:
    listed = load_gazetteer()
    ours = (entry for name in names_of("names") for entries in read("names", name).values() for entry in entries)
    return listed.first_names | listed.surnames | listed.cities | frozenset(map(str.lower, ours))


def _base(word: str) -> str:
    return word.lower().replace("\u2019", "'").removesuffix("'s")
