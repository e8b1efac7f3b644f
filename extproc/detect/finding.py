"""What detection is given and what it answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from extproc.detect.entities import EntityType
from extproc.sealed import NOTHING, Sealed


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of one text.

    Unit: Unicode code points, as ``str`` indexes them; never bytes, never UTF-16 units.
    An empty span is not a span.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise AssertionError("a span has a start of at least 0 and an end after it")


class Form(StrEnum):
    """How what is written in place of a finding has to look, so that the structure around it can still be read."""

    TEXT = "text"
    NUMBER = "number"
    """A number that is read as one, as JSON's without quotes are: whatever masks it is a number too."""
    ZERO = "zero"
    """A measure that has a meaning, such as a coordinate: whatever masks it, it becomes 0."""
    PLAIN = "plain"
    """In a text without quotes, as YAML has them, where a bracket would begin a list: it is written full-width."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A span of a passage that names an identifier.

    ``score_permille`` is an integer from 0 to 1000, since queries and records hold no floats.
    """

    span: Span
    entity: EntityType
    score_permille: int
    recognizer: str
    form: Form = Form.TEXT


@dataclass(frozen=True, slots=True)
class Passage:
    """One text to inspect, with the member name it stands under (``"mrn"``), which is a cue; may be empty.

    ``path`` leads to it from the root of its body: member names and positions, through documents in strings. Passages
    that are leaves of one document are read together by it. It holds the caller's own words.
    """

    text: Sealed[str]
    label: Sealed[str] = NOTHING
    path: tuple[str | int, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Known:
    """An identifier found elsewhere in the same document, as it was written there: in an earlier window of a stream."""

    entity: EntityType
    text: Sealed[str]


class Detector(Protocol):
    """Finds identifiers in the passages of one document, taken together: a name found in one is found in all.

    Pure and total: any ``str`` is answered (lone surrogates, nulls, megabytes), nothing is kept.
    """

    names: tuple[str, ...]
    """What stands in query and record as the detectors that looked, for example ``("rules",)``."""

    def find(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> tuple[tuple[Finding, ...], ...]:
        """Findings per passage, ordered, not overlapping, in the code points of its ``text``.

        What is ``known`` is looked for as if it had been found in one of the passages.
        """
        ...
