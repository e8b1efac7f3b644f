"""One row of the recognizers' table, what it proposes, and how sure each kind of evidence is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final, NamedTuple

from extproc.detect.entities import EntityType


class Tier(IntEnum):
    """The evidence behind a candidate; the value is its score in thousandths. A higher tier wins an overlap."""

    LEARNED = 550
    """A learned tagger says so; its own score stands beside."""
    LISTED = 600
    """A gazetteer knows the word."""
    SHAPED = 700
    """The form alone says it: a full date, a street address."""
    CUED = 850
    """A word beside it says it: ``MRN``, ``Dr.``, ``lives in``."""
    STRUCTURED = 900
    """Its place in a known structure says it: ``Patient.name.family``, ``PID-5``, a column headed ``DOB``."""
    VALIDATED = 950
    """A check digit or a grammar without other readings says it."""


class Candidate(NamedTuple):
    """A proposed finding, in offsets of the folded text."""

    start: int
    end: int
    entity: EntityType
    tier: Tier
    recognizer: str
    score: int = 0
    """A learned tagger's or an own rule's, in thousandths; 0 where the tier says it all."""


GLUE: Final = "-./_@\\"
"""Between two word characters these make one token of them: ``gpt-4o-2024-08-06``, ``10.1.2.3``."""


@dataclass(frozen=True, slots=True)
class Recognizer:
    """``pattern`` is RE2's syntax over ASCII bytes. Its group 1, if any, is the identifier, else the whole match."""

    name: str
    entity: EntityType
    tier: Tier
    pattern: str
    check: Callable[[str], bool] | None = field(default=None, repr=False)
    glue: str = ""
    """The identifier is refused when one of these ties it to a further word character on either side."""
    score: int = 0
    """In thousandths; 0 where the tier says it all."""
    beside: Callable[[str, int, int], bool] | None = field(default=None, repr=False)
    """Whether what stands around the identifier, in a text from a start to an end, permits it."""

    narrow: Callable[[str, int, int], tuple[int, int] | None] | None = field(default=None, repr=False)
    """The part of what matched that is the identifier, if any."""
    listed: bool = False
    """Further identifiers that look alike may follow the first: ``MRNs: 123456 and 234567``."""

    def stands_alone(self, text: str, start: int, end: int) -> bool:
        if start > 1 and text[start - 1] in self.glue and _is_word(text[start - 2]):
            return False
        return not (end + 1 < len(text) and text[end] in self.glue and _is_word(text[end + 1]))


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
