"""Who is meant by a name: the people of one exchange, known by their full names.

A full name has two or more words. The same words in another order are the same person; any other difference, were it
one middle initial, makes another. A single word is part of a full name if that name alone has it.

Not covered: two people of one name, and one person under two full names: these are taken for one and for two.
"""

import re
from typing import Final

Person = tuple[str, ...]
"""The words of a full name, sorted."""

_WORD: Final = re.compile(r"[^\s,;]+")


class People:
    """Names are given normalised, so that equal writings are equal."""

    def __init__(self) -> None:
        self._with: Final[dict[str, set[Person]]] = {}

    def know(self, name: str) -> None:
        """From now on parts of ``name`` may mean it; what is no full name is ignored."""
        words = _words(name)
        if len(words) > 1:
            for word in words:
                self._with.setdefault(word, set()).add(words)

    def meant(self, name: str) -> Person | None:
        """The one person that ``name`` fits; ``None`` for a part that fits nobody or two, and for an initial."""
        words = _words(name)
        if len(words) > 1:
            return words
        if not words or len(words[0].strip(".")) < 2:
            return None
        fitting = self._with.get(words[0], set())
        return next(iter(fitting)) if len(fitting) == 1 else None


def is_full(name: str) -> bool:
    return len(_words(name)) > 1


def _words(name: str) -> Person:
    return tuple(sorted(_WORD.findall(name)))
