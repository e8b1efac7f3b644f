"""Surrogates: what stands for an identifier in a text, and the way back.

A surrogate belongs to one exchange. ``[NAME_1]`` is numbered per entity in the order of issue and can be restored
when the *request* issued it; one that covers an identifier found in an *answer* (``cover``) never can, even if the
model writes the same surrogate itself. Numbers that the caller's own text already uses, with a form or without, are
skipped, so they are never restored.

What is restored is what was written, so each writing of a name has a surrogate of its own, and the number says who
belongs together: ``Maria Lopez`` is ``[NAME_1]``, her ``Lopez`` is the form ``[NAME_1_2]``, her ``Maria``
``[NAME_1_3]``. Full names that ``know`` was told of count from the start, so a ``Lopez`` that fits two people has a
number of its own wherever it stands (``people``).

Not covered: writings of one form that differ in case, blanks or a possessive ending share a surrogate, and come back
as the one seen first (``MARIA LOPEZ`` as ``Maria Lopez`` if that stood first).
"""

import hmac
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from extproc.detect.entities import EntityType
from extproc.mask.escapes import FILL
from extproc.mask.people import People, Person, is_full
from extproc.mask.plan import Scheme
from extproc.sealed import Sealed

_SLASH: Final = rf"(?:{FILL}?\\)?"
_JOINT: Final = rf"(?:{_SLASH}_|[ -])"
_ENTITY: Final = "|".join(entity.value.replace("_", _JOINT) for entity in EntityType)

LOOKALIKE: Final = re.compile(
    rf"\\?[\[［]({_ENTITY}){_JOINT}([1-9][0-9]{{0,8}})(?:{_JOINT}([1-9][0-9]?))?{_SLASH}[\]］]",
    re.ASCII | re.IGNORECASE,
)
r"""A surrogate as models rewrite it: ``[Name 1]``, ``\[NAME\_1\_2\]``, ``［NAME-1］``. Groups: entity, number, form."""

_LONGEST: Final = 36  # the longest look-alike has 35 characters
_BEGUN: Final = re.compile(rf"\\?[\[［][\w\\ {FILL}-]{{0,{_LONGEST}}}\Z", re.ASCII)
_POSSESSIVE: Final = re.compile(r"(?i)(?:['’]s|(?<=s)['’])\Z")
_LEAST_KEY_BYTES: Final = 16
_MOST_FORMS: Final = 99
_DIGITS: Final = 16  # 64 bits: a million values of one index collide with a chance of 3 in 10^8


def tag(entity: EntityType) -> str:
    return f"[{entity.value}]"


def canonical(lookalike: re.Match[str]) -> str:
    """``[NAME_1]`` or ``[NAME_1_2]`` for any writing that :data:`LOOKALIKE` matched."""
    _, number, form = lookalike.groups()
    return f"[{_entity(lookalike)}_{number}_{form}]" if form else f"[{_entity(lookalike)}_{number}]"


def _entity(lookalike: re.Match[str]) -> str:
    return "_".join(re.findall(r"[A-Z]+", lookalike[1].upper()))


def begun(text: str, end: int | None = None) -> int | None:
    """Where a look-alike starts that more text after ``text[:end]`` could finish; ``None`` if there is none."""
    end = len(text) if end is None else end
    match = _BEGUN.search(text, max(0, end - _LONGEST - 2), end)
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


@dataclass(slots=True)
class _Forms:
    """What one person's names are numbered with. The full name written first has no form: it is the first."""

    number: int
    count: int = 1
    has_full: bool = False

    def next(self, full: bool) -> str:
        if full and not self.has_full:
            self.has_full = True
            return f"{self.number}"
        self.count += 1
        return f"{self.number}_{self.count}"


class Surrogates:
    """The surrogates of one exchange. ``reserved`` are the caller's own texts; ``index`` keys the ``KEYED`` scheme."""

    def __init__(self, scheme: Scheme, key: bytes, index: str = "", reserved: Iterable[str] = ()) -> None:
        self._scheme: Final = scheme
        self._key: Final = derived(key, "surrogate", index)
        lookalikes = (match for text in reserved for match in LOOKALIKE.finditer(text))
        self._reserved: Final = {(_entity(match), int(match[2])) for match in lookalikes}
        self._issued: Final[dict[tuple[EntityType, str], str]] = {}
        self._original: Final[dict[str, tuple[EntityType, Sealed[str]]]] = {}
        self._count: Final[Counter[EntityType]] = Counter()
        self._people: Final = People()
        self._forms: Final[dict[Person, _Forms]] = {}

    def __repr__(self) -> str:
        return f"<surrogates {len(self._issued)}>"

    def know(self, values: Iterable[str]) -> None:
        """Full names that the request holds, all of them before the first is issued; other values change nothing.

        They are numbered when they, or parts of them, are issued.
        """
        for value in values:
            self._people.know(normalised(value))

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
        """Sixteen hex digits with a letter among them: digits alone would read as a number of the caller's."""
        said = f"{entity.value}|{value}".encode("utf-8", "surrogatepass")
        digest = hmac.digest(self._key, said, "sha256").hex()
        windows = (digest[start : start + _DIGITS] for start in range(0, len(digest), _DIGITS))
        digits = next((window for window in windows if not window.isdecimal()), "a" * _DIGITS)
        return f"[{entity.value}_{digits}]"

    def _numbered(self, entity: EntityType, value: str) -> str:
        known = self._issued.get((entity, value))
        if known is None:
            number = self._named(value) if entity is EntityType.NAME else self._next(entity)
            known = self._issued[(entity, value)] = f"[{entity.value}_{number}]"
        return known

    def _named(self, value: str) -> int | str:
        """The number and form of a new writing of a name."""
        self._people.know(value)
        person = self._people.meant(value)
        if person is None:
            return self._next(EntityType.NAME)
        forms = self._forms.get(person) or self._forms.setdefault(person, _Forms(self._next(EntityType.NAME)))
        return self._next(EntityType.NAME) if forms.count == _MOST_FORMS else forms.next(is_full(value))

    def _next(self, entity: EntityType) -> int:
        while True:
            self._count[entity] += 1
            if (entity.value, self._count[entity]) not in self._reserved:
                return self._count[entity]
