"""Surrogates: what stands for an identifier in a text, and the way back.

A surrogate belongs to one exchange. ``[NAME_1]`` is numbered per entity in the order of issue and can be restored
when the *request* issued it; one that covers an identifier found in an *answer* (``cover``) never can, even if the
model writes the same surrogate itself. Numbers that the caller's own text already uses are skipped, so they are never
restored.

Not covered: a value restored is the writing seen first (``MARIA LOPEZ`` comes back as ``Maria Lopez`` if that stood
first), and a linked part of a name (``Lopez``) comes back as the whole name.
"""

import hmac
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from extproc.detect.entities import EntityType
from extproc.mask.escapes import FILL
from extproc.mask.plan import Scheme
from extproc.sealed import Sealed

_SLASH: Final = rf"(?:{FILL}?\\)?"
_JOINT: Final = rf"(?:{_SLASH}_|[ -])"
_ENTITY: Final = "|".join(entity.value.replace("_", _JOINT) for entity in EntityType)

LOOKALIKE: Final = re.compile(
    rf"\\?[\[［]({_ENTITY}){_JOINT}([1-9][0-9]{{0,8}}){_SLASH}[\]］]", re.ASCII | re.IGNORECASE
)
r"""A surrogate as models rewrite it: ``[Name 1]``, ``\[NAME\_1\]``, ``［NAME-1］``."""

_BEGUN: Final = re.compile(r"\\?[\[［][\w\\ -]{0,31}\Z", re.ASCII)  # the longest look-alike has 30 characters
_POSSESSIVE: Final = re.compile(r"(?i)(?:['’]s|(?<=s)['’])\Z")
_WORD: Final = re.compile(r"[^\s,;]+")
_LEAST_KEY_BYTES: Final = 16
_DIGITS: Final = 16  # 64 bits: a million values of one index collide with a chance of 3 in 10^8


def tag(entity: EntityType) -> str:
    return f"[{entity.value}]"


def canonical(lookalike: re.Match[str]) -> str:
    """``[NAME_1]`` for any writing that :data:`LOOKALIKE` matched."""
    words = re.findall(r"[A-Z]+", lookalike[1].upper())
    return f"[{'_'.join(words)}_{lookalike[2]}]"


def begun(text: str, end: int | None = None) -> int | None:
    """Where a look-alike starts that more text after ``text[:end]`` could finish; ``None`` if there is none."""
    end = len(text) if end is None else end
    match = _BEGUN.search(text, max(0, end - 33), end)
    return match.start() if match else None


def possessive(value: str) -> tuple[str, str]:
    """The value and its possessive ending: ``("Lopez", "'s")``; the ending is empty where there is none."""
    match = _POSSESSIVE.search(value)
    return (value[: match.start()], match[0]) if match and match.start() else (value, "")


def normalised(value: str) -> str:
    """Equal for writings of one value that differ in case, blanks, Unicode form or a possessive ending."""
    stem, _ = possessive(unicodedata.normalize("NFKC", value).strip())
    return " ".join(stem.casefold().split())


def derived(key: bytes, label: str, name: str) -> bytes:
    """32 bytes for one use of ``key`` (HKDF-SHA256); ``label`` holds no ``|``."""
    if len(key) < _LEAST_KEY_BYTES:
        raise AssertionError("a masking key has at least 16 bytes")
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"wardgate|{label}|{name}".encode()).derive(key)


class Surrogates:
    """The surrogates of one exchange. ``reserved`` are the caller's own texts; ``index`` keys the ``KEYED`` scheme."""

    def __init__(self, scheme: Scheme, key: bytes, index: str = "", reserved: Iterable[str] = ()) -> None:
        self._scheme: Final = scheme
        self._key: Final = derived(key, "surrogate", index)
        self._reserved: Final = {canonical(match) for text in reserved for match in LOOKALIKE.finditer(text)}
        self._issued: Final[dict[tuple[EntityType, str], str]] = {}
        self._original: Final[dict[str, tuple[EntityType, Sealed[str]]]] = {}
        self._count: Final[Counter[EntityType]] = Counter()
        self._names_with: Final[dict[str, set[str]]] = {}

    def __repr__(self) -> str:
        return f"<surrogates {len(self._issued)}>"

    def issue(self, entity: EntityType, value: str) -> str:
        """The surrogate of a value that the request holds: equal for equal normalised values, and restorable."""
        surrogate = self.cover(entity, value)
        if self._scheme is Scheme.NUMBERED:
            self._original.setdefault(surrogate, (entity, Sealed(possessive(value)[0])))
        return surrogate

    def cover(self, entity: EntityType, value: str) -> str:
        """The surrogate of a value that an answer holds: the request's if that issued one, else never restorable."""
        match self._scheme:
            case Scheme.TAG:
                return tag(entity)
            case Scheme.KEYED:
                return self._keyed(entity, normalised(value))
            case Scheme.NUMBERED:
                return self._numbered(entity, normalised(value))

    def original(self, surrogate: str) -> tuple[EntityType, Sealed[str]] | None:
        """What the request's numbered ``surrogate`` (canonical writing) stands for; ``None`` for any other text."""
        return self._original.get(surrogate)

    def _keyed(self, entity: EntityType, value: str) -> str:
        said = f"{entity.value}|{value}".encode("utf-8", "surrogatepass")
        return f"[{entity.value}_{hmac.digest(self._key, said, 'sha256').hex()[:_DIGITS]}]"

    def _numbered(self, entity: EntityType, value: str) -> str:
        known = self._issued.get((entity, value))
        if known is None:
            linked = self._linked(value) if entity is EntityType.NAME else None
            known = linked or self._next(entity)
            self._issued[(entity, value)] = known
            if entity is EntityType.NAME and linked is None:
                self._remember(value, known)
        return known

    def _next(self, entity: EntityType) -> str:
        while True:
            self._count[entity] += 1
            surrogate = f"[{entity.value}_{self._count[entity]}]"
            if surrogate not in self._reserved:
                return surrogate

    def _linked(self, value: str) -> str | None:
        """The one name that has all words of ``value``; none where two have, or where a word is an initial."""
        words = _WORD.findall(value)
        if not words or any(len(word.strip(".")) < 2 for word in words):
            return None
        names = set.intersection(*(self._names_with.get(word, set()) for word in words))
        return names.pop() if len(names) == 1 else None

    def _remember(self, value: str, surrogate: str) -> None:
        words = _WORD.findall(value)
        if len(words) > 1:
            for word in words:
                self._names_with.setdefault(word, set()).add(surrogate)
