"""Many texts of one or more words, looked for in a folded text in one pass.

A phrase is its words: between two of them stand one to three characters that are neither letter nor digit, whichever
they are, so ``555-555-0100`` also finds ``555 555 0100``, and ``St. Mary's`` also ``ST MARY'S``. A phrase matches
whole words only. Time is linear in the text, times the longest phrase; it does not grow with how many there are.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, Generic, TypeVar

Meaning = TypeVar("Meaning")

WORD: Final = re.compile(r"[A-Za-z0-9]+")
MOST_WORDS: Final = 12
_SEPARATOR: Final = re.compile(r"[^A-Za-z0-9\x00]{1,3}")


def words_of(folded: str) -> tuple[str, ...]:
    return tuple(WORD.findall(folded))


class _Node(Generic[Meaning]):
    __slots__ = ("means", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node[Meaning]] = {}
        self.means: tuple[Meaning, ...] = ()


class Phrases(Generic[Meaning]):
    """Phrases with what each means; ``exact`` ones match in their own case only. Those without a word are left out."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]], *, exact: bool = False) -> None:
        self._exact: Final = exact
        self._root: Final[_Node[Meaning]] = _Node()
        for folded, meaning in phrases:
            self._add(words_of(folded if exact else folded.lower()), meaning)

    def __bool__(self) -> bool:
        return bool(self._root.next)

    def _add(self, words: tuple[str, ...], meaning: Meaning) -> None:
        node = self._root
        for word in words:
            node = node.next.setdefault(word, _Node())
        if words:
            node.means += (meaning,)

    def find(self, text: str) -> Iterator[tuple[int, int, Meaning]]:
        """Start, end and meaning of each phrase in a folded text, ordered by start; they may overlap."""
        read = text if self._exact else text.lower()
        if not self._root.next or self._root.next.keys().isdisjoint(WORD.findall(read)):
            return
        for first in WORD.finditer(read):
            if first[0] in self._root.next:
                yield from self._from(first, read)

    def _from(self, first: re.Match[str], read: str) -> Iterator[tuple[int, int, Meaning]]:
        """The phrases that begin with one word."""
        word: re.Match[str] | None = first
        node: _Node[Meaning] | None = self._root
        while word is not None and node is not None:
            node = node.next.get(word[0])
            if node is not None:
                for meaning in node.means:
                    yield first.start(), word.end(), meaning
                separator = _SEPARATOR.match(read, word.end())
                word = WORD.match(read, separator.end()) if separator is not None and node.next else None
