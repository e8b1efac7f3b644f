"""How people write: all in lower case or in capitals, without accents, with slips of the finger, spaced as transcribed.

Every change keeps track of the marks. Not covered: letters that a scanner misreads beyond a few pairs.
"""

import re
import unicodedata
from random import Random
from typing import Final

from bench.tagger.write import Change, Example, changed

_SLIPPED, _UNACCENTED, _WRAPPED = 0.12, 0.10, 0.05
_PUNCTUATION: Final = re.compile(r"(?:(?<=\w)|^)([,.?!])(?=\s|$)")
"""At the beginning of a piece it follows a name."""
_STOPS: Final = re.compile(r"(?:(?<=\w)|^)[,.?!]+(?=\s|$)|(?<=\s)[,.]+ ")
_MISREAD: Final = {"o": "0", "O": "0", "l": "1", "i": "l", "m": "rn", "e": "c", "5": "S", "1": "l", "0": "O", "B": "8"}


def noisy(example: Example, rng: Random) -> Example:
    """With one or several changes, or none."""
    return _drawn(_WRITINGS, slipped(example, rng), rng)


def transcribed(example: Example, rng: Random) -> Example:
    """As speech is written down: mostly in small letters, often without stops."""
    return _drawn(_TRANSCRIPTS, slipped(example, rng), rng)


def slipped(example: Example, rng: Random) -> Example:
    """Now and then with a slip in each name, without accents, or with other line breaks."""
    if rng.random() < _SLIPPED:
        example = changed(example, lambda text, marked: _slip(text, rng) if marked else text)
    if rng.random() < _UNACCENTED:
        example = changed(example, lambda text, _: _unaccented(text))
    if rng.random() < _WRAPPED:
        example = changed(example, lambda text, marked: text if marked else text.replace(" ", "\n", 1))
    return example


def _drawn(writings: tuple[tuple[float, Change], ...], example: Example, rng: Random) -> Example:
    draw = rng.random()
    for share, change in writings:
        if draw < share:
            return changed(example, change)
        draw -= share
    return example


def _spaced(text: str) -> str:
    return _PUNCTUATION.sub(r" \1", text)


def _unstopped(text: str) -> str:
    return _STOPS.sub("", text)


_WRITINGS: Final[tuple[tuple[float, Change], ...]] = (
    (0.12, lambda text, _: text.lower()),
    (0.08, lambda text, _: _spaced(text).lower()),
    (0.08, lambda text, _: _spaced(text)),
    (0.09, lambda text, _: text.upper()),
    (0.02, lambda text, _: text.title()),
    (0.09, lambda text, marked: text.upper() if marked else text),
    (0.06, lambda text, marked: text.lower() if marked else text),
)
"""How often, and how. What is left is written as it stands."""
_TRANSCRIPTS: Final[tuple[tuple[float, Change], ...]] = (
    (0.50, lambda text, _: _spaced(text).lower()),
    (0.25, lambda text, _: _unstopped(text).lower()),
    (0.15, lambda text, _: text.lower()),
    (0.03, lambda text, marked: text if marked else _spaced(text).lower()),
    (0.03, lambda text, marked: text if marked else _unstopped(text).lower()),
)


def _unaccented(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def _slip(text: str, rng: Random) -> str:
    """One letter dropped, doubled, changed, misread, or swapped with the next."""
    places = [at for at, char in enumerate(text) if char.isalpha()]
    if len(places) < 4:
        return text
    at = rng.choice(places)
    match rng.randrange(5):
        case 0:
            return text[:at] + text[at + 1 :]
        case 1:
            return text[:at] + text[at] + text[at:]
        case 2:
            return text[:at] + rng.choice("abcdefghijklmnopqrstuvwxyz") + text[at + 1 :]
        case 3:
            return text[:at] + _MISREAD.get(text[at], text[at]) + text[at + 1 :]
        case _:
            return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]
