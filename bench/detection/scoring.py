"""What findings are worth on marked rows.

An identifier is *whole* when all its letters and digits are masked, whatever the label. What is *left* is the share of
the letters and digits of all identifiers that is not masked. A finding is *right* when it touches a marked or a neutral
range. A clean row (no marks) is *touched* by a finding that touches no neutral range. A whole identifier is *labelled*
when the finding that covers most of it is of its Safe Harbor class.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Final, NamedTuple

from bench.corpora.row import Mark, Row
from extproc.detect.entities import SAFE_HARBOR_CLASS, EntityType

LOWER: Final = "NAME, lower case"
"""A class of its own beside ``NAME``, which counts it too."""

CLASSES: Final[Mapping[str, str]] = {
    **{entity.value: letter for entity, letter in SAFE_HARBOR_CLASS.items()},
    "PERSON": "A",
    "LOCATION": "B",
    "DATE_TIME": "C",
    "AGE": "C",
    "PHONE_NUMBER": "DE",
    "EMAIL_ADDRESS": "F",
    "US_SSN": "G",
    "US_ITIN": "GR",
    "UK_NHS": "HI",
    "US_BANK_NUMBER": "J",
    "IBAN_CODE": "J",
    "CREDIT_CARD": "J",
    "CRYPTO": "J",
    "US_DRIVER_LICENSE": "K",
    "MEDICAL_LICENSE": "K",
    "US_PASSPORT": "KR",
    "MAC_ADDRESS": "MO",
    "UUID": "R",
    "IP_ADDRESS": "O",
    "ID": "HIJKMR",
}
"""The classes that a label may stand for, ours and Presidio's; any other label stands for none."""


class Found(NamedTuple):
    """A finding: the half-open range ``[start, end)`` and the label it was given."""

    start: int
    end: int
    label: str

    def touches(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


class Share(NamedTuple):
    """``part`` of ``whole``; of nothing, everything."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        return self.part / self.whole if self.whole else 1.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval."""
        if not self.whole:
            return 0.0, 1.0
        z, n, p = 1.96, self.whole, self.value
        middle, half = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return max(0.0, (middle - half) / (1 + z * z / n)), min(1.0, (middle + half) / (1 + z * z / n))


@dataclass(slots=True)
class Class:
    """Sums over the identifiers of one class."""

    total: int = 0
    whole: int = 0
    labelled: int = 0
    chars: int = 0
    left: int = 0

    def __iadd__(self, other: "Class") -> "Class":
        self.total += other.total
        self.whole += other.whole
        self.labelled += other.labelled
        self.chars += other.chars
        self.left += other.left
        return self


@dataclass(slots=True)
class Score:
    """Sums over rows. ``missed`` and ``wrong`` hold stretches of text for reading."""

    classes: dict[str, Class] = field(default_factory=dict)
    length: int = 0
    rows: int = 0
    found: int = 0
    right: int = 0
    clean: int = 0
    touched: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def add(self, row: Row, found: Sequence[Found]) -> None:
        self.rows += 1
        self.length += len(row.text)
        for mark in row.marks:
            self._mark(row, mark, found)
        allowed = [*((mark.start, mark.end) for mark in row.marks), *row.neutral]
        wrong = [one for one in found if not any(one.touches(*place) for place in allowed)]
        self.found += len(found)
        self.right += len(found) - len(wrong)
        self.wrong.update(f"{one.label} {row.text[one.start : one.end]!r}" for one in wrong)
        if not row.marks:
            self.clean += 1
            self.touched += bool(wrong)

    def _mark(self, row: Row, mark: Mark, found: Sequence[Found]) -> None:
        one = judged(row.text, mark, found)
        for name in classes_of(row.text, mark):
            self.classes.setdefault(name, Class()).__iadd__(one)
        if not one.whole:
            self.missed[f"{mark.type} {row.text[mark.start : mark.end]!r}"] += 1

    def add_classes(self, other: "Score") -> None:
        for name, one in other.classes.items():
            self.classes.setdefault(name, Class()).__iadd__(one)

    @property
    def all(self) -> Class:
        together = Class()
        for name, one in self.classes.items():
            if name != LOWER:
                together += one
        return together

    def recall(self, name: str | None = None) -> Share:
        """Whole identifiers, of one class or of all."""
        one = self._of(name)
        return Share(one.whole, one.total)

    def left(self, name: str | None = None) -> Share:
        """Letters and digits that are not masked."""
        one = self._of(name)
        return Share(one.left, one.chars)

    def labelled(self, name: str | None = None) -> Share:
        """Whole identifiers that were given their class."""
        one = self._of(name)
        return Share(one.labelled, one.whole)

    def _of(self, name: str | None) -> Class:
        return self.all if name is None else self.classes.get(name, Class())

    @property
    def precision(self) -> Share:
        return Share(self.right, self.found)

    @property
    def clean_touched(self) -> Share:
        return Share(self.touched, self.clean)

    @property
    def wrong_per_kb(self) -> float:
        """Findings that touch nothing marked or neutral, per 1000 characters."""
        return (self.found - self.right) / self.length * 1000 if self.length else 0.0


def classes_of(text: str, mark: Mark) -> tuple[str, ...]:
    lower = mark.type is EntityType.NAME and text[mark.start : mark.end].islower()
    return (mark.type, LOWER) if lower else (mark.type,)


def judged(text: str, mark: Mark, found: Sequence[Found]) -> Class:
    """One identifier. It has letters or digits; one of signs alone would always be whole."""
    letters = {at for at in range(mark.start, mark.end) if text[at].isalnum()}
    touching = [one for one in found if one.touches(mark.start, mark.end)]
    left = len(letters.difference(*(range(one.start, one.end) for one in touching)))
    whole = not left
    return Class(1, whole, whole and _rightly_labelled(mark, touching), len(letters), left)


def _rightly_labelled(mark: Mark, touching: Sequence[Found]) -> bool:
    def covered(one: Found) -> int:
        return min(one.end, mark.end) - max(one.start, mark.start)

    most = max(touching, key=covered, default=None)
    return most is not None and SAFE_HARBOR_CLASS[mark.type] in CLASSES.get(most.label, "")
