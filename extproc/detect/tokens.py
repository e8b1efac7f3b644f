"""Capitalised words of a text, in runs that stand beside each other."""

import re
from collections.abc import Mapping, Set
from typing import Final, NamedTuple

from extproc.detect.lexicon import COMMON

_WORD: Final = re.compile(r"[A-Z](?<![A-Za-z0-9_].)[A-Za-z]*+(?:['-][A-Za-z]++(?![A-Za-z0-9_]))*+(?![A-Za-z0-9_])\.?")
"""Gives nothing back, so that looking for words is linear and keeps no track of the parts of a long one. It looks
behind its capital and not before it, so that a search may leap from capital to capital."""
_PARTICLE: Final = re.compile(
    r" (?:(?:de|van|von|der|den|del|della|di|da|das|do|dos|du|la|le|las|los|el|al|bin|ibn|ben|bint|ter|ten|zu|zum|af|av"
    r"|y|e|san|st\.?|dal|van 't) ){1,3}"
)
CONTRACTED: Final = ("'m", "'ll", "'ve", "'d", "'re", "n't")
_ABBREVIATIONS: Final = frozenset(("st", "ft", "mt", "jr", "sr"))


class Token(NamedTuple):
    """A capitalised word without a possessive ending; ``key`` is how the lexicon spells it."""

    start: int
    end: int
    text: str
    key: str
    flags: int

    @property
    def initial(self) -> bool:
        """``S.`` or ``S``."""
        return len(self.key) == 1

    @property
    def dotted(self) -> bool:
        return self.text[-1] == "."


Run = list[Token]
_new: Final = tuple.__new__
"""Makes a token in a third of the time that its class takes: there is one for each capitalised word."""


def runs(text: str, lexicon: Mapping[str, int], breaks: Set[int]) -> list[Run]:
    """Runs of capitalised words with a space or a particle (``van der``) between; ``breaks`` begin new runs.

    Linear: the gap between two words is looked at only when it is at most fourteen characters long.
    """
    found: list[Run] = []
    last_end = -99
    run: Run = []
    for match in _WORD.finditer(text):
        start = match.start()
        word = match[0]
        key = word.lower()
        flags = lexicon.get(key)
        if flags is None or key[-1] == "." or "'" in key:
            token = _token(start, word, lexicon)
        else:  # as most are
            token = _new(Token, (start, start + len(word), word, key, flags))
        gap = start - last_end
        if start not in breaks and (
            (gap == 1 and text[last_end] == " ")
            or (3 < gap <= 14 and _PARTICLE.fullmatch(text, last_end, start) is not None)
        ):
            run.append(token)
        else:
            run = [token]
            found.append(run)
        last_end = token.end
    return found


def _token(start: int, text: str, lexicon: Mapping[str, int]) -> Token:
    if text[-1] == "." and len(text) > 2 and text[:-1].lower() not in _ABBREVIATIONS:
        text = text[:-1]
    if text.endswith(("'s", "'S")):
        text = text[:-2]
    key = text.lower().rstrip(".")
    if key.endswith(CONTRACTED):
        return Token(start, start + len(text), text, key, COMMON)
    flags = lexicon.get(key)
    if flags is None:
        key = key.replace("'", "")
        flags = lexicon.get(key)
        if flags is None:
            flags = _parts(key, lexicon) if "-" in key else 0
    return Token(start, start + len(text), text, key, flags)


def _parts(key: str, lexicon: Mapping[str, int]) -> int:
    """A hyphenated word is what all its parts are; ``Anna-Lena`` a given name, ``Follow-up`` a common word."""
    flags = -1
    for part in key.split("-"):
        flags &= lexicon.get(part, 0)
    return flags if flags > 0 else 0
