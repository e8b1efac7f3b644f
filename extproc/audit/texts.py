"""The texts that travel with a record to be sealed. They are in no record themselves, and on no disk in clear."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from extproc.sealed import Sealed


class View(StrEnum):
    """One side of a request or an answer."""

    RECEIVED = "received"  # as it came: from the caller, from the provider
    FORWARDED = "forwarded"  # a request as the provider got it: masked
    MASKED = "masked"  # an answer masked by its plan, before any name was given back
    RELEASED = "released"  # an answer as the caller got it


@dataclass(frozen=True, slots=True)
class Row:
    """One whole text of a stream, a running one put together. ``at`` is its pattern, such as
    ``/choices/*/delta/content``."""

    at: str
    text: Sealed[str]


Said = Sealed[bytes] | tuple[Row, ...]
"""A body as it travelled, or the texts of a stream in the order in which they began."""


@dataclass(frozen=True, slots=True)
class Texts:
    """``level`` is the policy's word for how much is kept: ``masked`` or ``full``. Bodies are UTF-8."""

    level: str
    views: Mapping[View, Said] = field(repr=False)

    @property
    def size_bytes(self) -> int:
        """What they hold of memory, about."""
        return sum(map(_size, self.views.values()))


def _size(said: Said) -> int:
    return len(said) if isinstance(said, Sealed) else sum(len(row.text) for row in said)
