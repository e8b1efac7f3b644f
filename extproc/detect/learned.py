"""What the rules need of a learned tagger, and when they ask it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from extproc.detect.entities import EntityType


class Mode(StrEnum):
    """How much a detector spends on a text."""

    FAST = "fast"
    """Rules and structures only."""
    BALANCED = "balanced"
    """The learned tagger too: a costly one reads only windows that the rules leave unresolved."""
    STRICT = "strict"
    """The learned tagger reads everything, and is believed sooner."""


class Tagged(NamedTuple):
    """A span that a tagger proposes, in code points of the text it was given."""

    start: int
    end: int
    entity: EntityType
    score_permille: int


class Tagger(Protocol):
    """A learned model. Pure and total as a detector is: any ``str`` is answered, nothing is kept of it."""

    @property
    def name(self) -> str:
        """Stands in query and record beside ``rules``, and as the recognizer of its findings."""
        ...

    @property
    def costly(self) -> bool:
        """Whether ``BALANCED`` spares it the windows that the rules have resolved."""
        ...

    def tag(self, texts: Sequence[str], mode: Mode) -> Sequence[Sequence[Tagged]]:
        """Per text, ordered and not overlapping. ``mode`` sets how sure it has to be; it is never ``FAST``."""
        ...
