"""What a structure says of a text: which of its values identify, and which are codes that nobody has to mask."""

from dataclasses import dataclass

from extproc.detect.recognizer import Candidate


@dataclass(frozen=True, slots=True)
class Marks:
    """Offsets are code points of the passage's text as it was given, not folded.

    ``kept`` are ranges that the structure declares to be codes of a terminology, namespaces or units: what other
    recognizers propose within one of them is dropped.
    """

    candidates: tuple[Candidate, ...] = ()
    kept: tuple[tuple[int, int], ...] = ()


NONE = Marks()
