"""One value through one operator.

``hash``, ``mask`` and ``redact`` are presidio-anonymizer's operators, applied to single values: its whole-text engine
is slow and salts anew per entity. The others are ours, with one fallback: what cannot be generalised or shifted gets
its surrogate.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, assert_never

from presidio_anonymizer.operators import Hash, Mask, Redact

from extproc.detect.entities import EntityType
from extproc.mask.dates import OLDEST_AGE, shifted, year_of
from extproc.mask.plan import Operator
from extproc.mask.surrogates import derived, normalised, possessive, tag

Issue = Callable[[EntityType, str], str]
"""Gives the surrogate of a value."""

CROWDLESS_ZIPS: Final = frozenset(
    "036 059 063 102 203 556 692 790 821 823 830 831 878 879 884 890 893".split()  # noqa: SIM905
)
"""First digits of ZIP areas of at most 20,000 people, which 45 CFR 164.514(b)(2)(i)(B) wants as 000."""

_ZIP: Final = re.compile(r"(\d{3})\d{2}(?:-\d{4})?", re.ASCII)
_NUMBER: Final = re.compile(r"\d+", re.ASCII)
_SMALL_UNIT: Final = re.compile(r"(?i)\b(?:months?|mos?|weeks?|wks?|days?|hours?)\b")
_HIGHEST_AGE: Final = 130
_MOST_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class Terms:
    """What the operators of one exchange share. ``salt`` and ``shift_days`` are secrets."""

    salt: bytes = field(repr=False)
    shift_days: int = field(repr=False)
    this_year: int

    @classmethod
    def of(cls, key: bytes, exchange: str, this_year: int) -> "Terms":
        """Dates move 30 to 394 days back: none into the future, none stays within its month."""
        number = int.from_bytes(derived(key, "shift", exchange))
        return cls(derived(key, "salt", exchange), -30 - number % 365, this_year)


def applied(operator: Operator, entity: EntityType, value: str, issue: Issue, terms: Terms) -> str:
    """What is written in the place of ``value``."""
    match operator:
        case Operator.KEEP:
            return value
        case Operator.GENERALIZE:
            return _generalized(entity, value.strip(), terms) or _surrogate(entity, value, issue)
        case Operator.SHIFT:
            moved = shifted(value, terms.shift_days) if entity is EntityType.DATE else None
            return moved or _surrogate(entity, value, issue)
        case Operator.SURROGATE:
            return _surrogate(entity, value, issue)
        case Operator.HASH:
            plain = normalised(value).encode("utf-8", "backslashreplace").decode()  # lone surrogates do not encode
            return str(Hash().operate(plain, {"salt": terms.salt}))
        case Operator.MASK:
            how = {"masking_char": "*", "chars_to_mask": len(value), "from_end": False}
            return str(Mask().operate(value, how))
        case Operator.REDACT:
            return str(Redact().operate(value, {}))
        case Operator.BLOCK:
            raise AssertionError("an exchange with a blocked finding is refused, not masked")
    assert_never(operator)


def _surrogate(entity: EntityType, value: str, issue: Issue) -> str:
    """A possessive ending is no identifier and stays, so that the sentence can be read."""
    return issue(entity, value) + possessive(value)[1]


def _generalized(entity: EntityType, value: str, terms: Terms) -> str | None:
    if entity is EntityType.DATE:
        year = year_of(value, terms.this_year)
        return tag(entity) if year is None else str(year)
    if entity is EntityType.AGE:
        return _generalized_age(value)
    zip_code = _ZIP.fullmatch(value) if entity is EntityType.GEO else None
    if zip_code:
        return "000" if zip_code[1] in CROWDLESS_ZIPS else zip_code[1]
    return None


def _generalized_age(value: str) -> str | None:
    """Ages to 89 stay, ``92 years old`` becomes ``90+ years old``; ``None`` for words, and for 95 of a smaller unit."""
    written = _NUMBER.findall(value)
    numbers = [int(number) for number in written if len(number) <= _MOST_DIGITS]
    if not numbers or len(numbers) < len(written) or max(numbers) > _HIGHEST_AGE:
        return None
    if max(numbers) <= OLDEST_AGE:
        return value
    if len(numbers) > 1 or _SMALL_UNIT.search(value):
        return None
    return _NUMBER.sub("90+", value)
