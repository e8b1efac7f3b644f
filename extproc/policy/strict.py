"""Single members of an answer, read strictly.

Each function returns the value as what it was asked to be, or raises ``PolicyMalformed`` with the member's name, which
is ours, and nothing of the value, which is not.
"""

import re
from collections.abc import Mapping
from typing import Final, TypeVar

from extproc.errors import PolicyMalformed

T = TypeVar("T")

MAX_ITEMS: Final = 64
MAX_NAME: Final = 128


def word(words: Mapping[str, T], value: object, member: str) -> T:
    if isinstance(value, str) and value in words:
        return words[value]
    raise PolicyMalformed(f"{member}: not a word of its closed list")


def shaped(shape: re.Pattern[str], value: object, member: str) -> str:
    if isinstance(value, str) and shape.fullmatch(value):
        return value
    raise PolicyMalformed(f"{member}: not of its shape")


def text(value: object, limit: int, member: str) -> str:
    """Printable: no control character, and no lone surrogate, which no UTF-8 writer could write into a record."""
    if isinstance(value, str) and len(value) <= limit and value.isprintable():
        return value
    raise PolicyMalformed(f"{member}: not a printable text of at most {limit} characters")


def integer(value: object, low: int, high: int, member: str) -> int:
    if type(value) is int and low <= value <= high:  # a bool is an int to isinstance, and not to JSON
        return value
    raise PolicyMalformed(f"{member}: not an integer from {low} to {high}")


def few(items: list[T], member: str) -> list[T]:
    if len(items) > MAX_ITEMS:
        raise PolicyMalformed(f"{member}: more than {MAX_ITEMS}")
    return items


def names(items: list[object], member: str) -> tuple[str, ...]:
    found = tuple(text(one, MAX_NAME, member) for one in few(items, member))
    if not all(found):
        raise PolicyMalformed(f"{member}: an empty name")
    return found
