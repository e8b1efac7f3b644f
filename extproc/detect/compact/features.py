"""What a token looks like, as rows of a table that its features are hashed to.

Word, beginnings, endings and letter triples say what it may be in any language, without a dictionary; the shape says
how it is written. A token has at most ``MOST`` features, however long it is.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final
from zlib import crc32

MOST: Final = 30
_HEAD, _TAIL = 10, 6
"""Letters of a long word whose triples count."""
_LATIN_LETTER: Final = re.compile("[A-Za-z]")
_LOOKALIKES: Final = str.maketrans(
    "аеорсухіјѕԁһԛԝАВЕКМНОРСТУХІЈЅαικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijsdhqwABEKMHOPCTYXIJSaiknoptuxABEZHIKMNOPTYX"
)
_JOINED, _SPACED, _APART = "0", "1", "2"


def features(token: str, rows: int) -> list[int]:
    """Rows of a table of ``rows`` rows (a power of two); the same on every machine. Any ``str`` is answered."""
    word = token.lstrip()
    gap = len(token) - len(word)
    space = _JOINED if not gap else _SPACED if gap == 1 and token[0] == " " else _APART
    names = _number(word) if word.isdigit() else _word(word) if word[:1].isalpha() else _mark(word)
    mask = rows - 1
    return [
        crc32(name.encode("utf-8", "surrogatepass")) & mask for name in (f"g{space}", f"g{space}{word[:1]}", *names)
    ]


def folded(word: str) -> str:
    """Lower case, without accents."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in parts if unicodedata.category(char) != "Mn")


def _meant(word: str) -> str:
    """Without characters of no width; letters that only look Latin are Latin where others of the word are."""
    word = "".join(char for char in unicodedata.normalize("NFKC", word) if unicodedata.category(char) != "Cf")
    return word.translate(_LOOKALIKES) if _LATIN_LETTER.search(word) else word


def _mark(word: str) -> Iterator[str]:
    yield f"m{word[:4]}"
    yield f"t{unicodedata.category(word[0]) if word else 'end'}"


def _number(word: str) -> Iterator[str]:
    yield f"d{min(len(word), 12)}"
    yield f"n{word[:4]}" if len(word) <= 4 else f"D{word[:1]}"
    yield f"z{word[:2]}{min(len(word), 12)}"


def _word(word: str) -> Iterator[str]:
    """A word longer than 40 letters is known by its ends."""
    if len(word) > 40:
        word = word[:20] + word[-20:]
    if not word.isascii():
        word = _meant(word)
    low = folded(word)
    shape = _shape(word)
    size = min(len(low), 12)
    yield f"w{low}"
    yield f"W{shape}{low}"
    yield f"s{shape}{size}"
    yield f"S{shape}"
    yield f"c{_script(word)}"
    for width in (2, 3, 4):
        if size > width:
            yield f"p{low[:width]}"
            yield f"e{low[-width:]}"
    edged = f"<{low}>" if size < 12 else f"<{low[:_HEAD]}{low[-_TAIL:]}>"
    for at in range(len(edged) - 2):
        yield f"3{edged[at : at + 3]}"


def _shape(word: str) -> str:
    """Lower, upper, title or mixed case; one letter alone; no case at all."""
    if word.islower():
        return "l" if len(word) > 1 else "i"
    if word.isupper():
        return "U" if len(word) > 1 else "I"
    if word.istitle():
        return "T"
    return "M" if word.lower() != word else "N"


def _script(word: str) -> str:
    """By the first letter of another script than plain Latin, if any."""
    if word.isascii():
        return "a"
    code = max(map(ord, word))
    return "b" if code < 0x250 else f"{min(code, 0x3400) >> 7:x}"
