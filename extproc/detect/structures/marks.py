"""What a structure says of a text: which of its values identify, and which are codes that nobody has to mask."""

from dataclasses import dataclass
from typing import NamedTuple

from extproc.detect.finding import Form
from extproc.detect.recognizer import Candidate
from extproc.sealed import Sealed


class Numeral(NamedTuple):
    """A value without quotes, and the ``form`` of what masks it. A number is masked whole, a text in part."""

    start: int
    end: int
    form: Form = Form.NUMBER


class Fence(NamedTuple):
    """Within ``[start, end)`` the characters ``chars`` delimit fields: no finding covers one."""

    start: int
    end: int
    chars: str


class Blob(NamedTuple):
    """Content in base64 at ``[start, end)``. ``media_type`` may be any word of the caller's; ``text`` is what a reader
    of it sees, ``None`` where it is no text and nobody reads it."""

    start: int
    end: int
    media_type: str
    text: Sealed[str] | None


@dataclass(frozen=True, slots=True)
class Marks:
    """Offsets are code points of the passage's text as it was given, not folded; ``kept`` and ``numerals`` ascend.

    ``kept`` are ranges that the structure declares to be codes of a terminology, namespaces, names of elements or
    units: no finding covers any of them.
    """

    candidates: tuple[Candidate, ...] = ()
    kept: tuple[tuple[int, int], ...] = ()
    numerals: tuple[Numeral, ...] = ()
    fences: tuple[Fence, ...] = ()
    formal: tuple[tuple[int, int], ...] = ()
    """What is no prose (markup, member names, strings of one word): no learned tagger is believed there."""
    blobs: tuple[Blob, ...] = ()
    joined: tuple[Sealed[str], ...] = ()
    """Texts that tags cut into pieces, as a reader of the page sees them."""


NONE = Marks()
