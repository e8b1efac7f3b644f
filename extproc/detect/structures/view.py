"""A text that a structure is read from, and the way back from it to the passage that holds it.

The passage is its own first view. A structure inside a string of another one (JSON in a tool's argument that was pasted
into a prompt) is read from a view of that string as it reads once its escapes are undone, and so on inwards. What is
noted in any view lands in the passage's :class:`Notes`, in the passage's own code points.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from extproc.detect.entities import EntityType
from extproc.detect.escapes import Unescaped, paired, undone
from extproc.detect.finding import Form
from extproc.detect.recognizer import Candidate, Tier
from extproc.detect.structures.marks import Blob, Fence, Marks, Numeral
from extproc.detect.structures.reach import Reach, formal
from extproc.detect.structures.written_dates import is_hl7, is_iso
from extproc.sealed import Sealed

MAX_DEPTH: Final = 4
"""Structures in strings of one another; deeper ones stay text of the innermost."""

_JSON_ESCAPE: Final = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", re.DOTALL
)
_SHORT: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


@dataclass(slots=True, repr=False, eq=False)
class Notes:
    """What was noted of one passage so far."""

    candidates: list[Candidate] = field(default_factory=list)
    kept: list[tuple[int, int]] = field(default_factory=list)
    numerals: list[Numeral] = field(default_factory=list)
    fences: list[Fence] = field(default_factory=list)
    reach: list[Reach] = field(default_factory=list)
    blobs: list[Blob] = field(default_factory=list)
    joined: list[Sealed[str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(
            self.candidates or self.kept or self.numerals or self.fences or self.reach or self.blobs
        )  # what is joined is in a reach

    def marks(self) -> Marks:
        return Marks(
            tuple(self.candidates),
            tuple(sorted(self.kept)),
            tuple(sorted(self.numerals)),
            tuple(self.fences),
            tuple(formal(self.reach)),
            tuple(self.blobs),
            tuple(self.joined),
        )


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class View:
    """``text`` is read; ``outer`` holds it from ``base`` on, written with the escapes of ``meant``."""

    text: str
    notes: Notes
    outer: "View | None" = None
    base: int = 0
    meant: Unescaped | None = None
    depth: int = 0

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A range of ``text`` as one of the passage; whole escapes of it."""
        view: View | None = self
        while view is not None:
            if view.meant is not None:
                start, end = view.meant.original(start, end)
            start, end, view = start + view.base, end + view.base, view.outer
        return start, end

    def mark(self, start: int, end: int, entity: EntityType, recognizer: str) -> None:
        """Note an identifier, without the blanks around it. A date in a structure's own writing is sure to be one."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            sure = entity is EntityType.DATE and (is_hl7(text[start:end]) or is_iso(text[start:end]))
            tier = Tier.VALIDATED if sure else Tier.STRUCTURED
            self.notes.candidates.append(Candidate(*self.place(start, end), entity, tier, recognizer))

    def keep(self, start: int, end: int) -> None:
        if start < end:
            self.notes.kept.append(self.place(start, end))

    def number(self, start: int, end: int, *, zeroed: bool = False) -> None:
        """Note a number that stands without quotes."""
        self.notes.numerals.append(Numeral(*self.place(start, end), Form.ZERO if zeroed else Form.NUMBER))

    def plain(self, start: int, end: int) -> None:
        """Note a text without quotes, in which brackets would be taken for those of a list."""
        self.notes.numerals.append(Numeral(*self.place(start, end), Form.PLAIN))

    def fence(self, start: int, end: int, chars: str) -> None:
        if start < end:
            self.notes.fences.append(Fence(*self.place(start, end), chars))

    def formal(self, start: int, end: int) -> None:
        """Note that a tagger of prose has nothing to say here."""
        self._reach(start, end, formal=True)

    def prose(self, start: int, end: int) -> None:
        """Note that within a formal range this is prose."""
        self._reach(start, end, formal=False)

    def _reach(self, start: int, end: int, *, formal: bool) -> None:
        if start < end:
            self.notes.reach.append(Reach(*self.place(start, end), formal))

    def without(self, ranges: Sequence[tuple[int, int]]) -> "View":
        """The same text with ``ranges`` blank; they are ordered."""
        if not ranges:
            return self
        parts: list[str] = []
        at = 0
        for start, end in ranges:
            if at < end:
                parts += self.text[at : max(at, start)], " " * (end - max(at, start))
                at = end
        parts.append(self.text[at:])
        return replace(self, text="".join(parts))

    def within(self, start: int, end: int) -> "View | None":
        """The text of a string that stands at ``[start, end)`` without its quotes; ``None`` at the deepest level."""
        if self.depth >= MAX_DEPTH:
            return None
        meant = unescaped_json(self.text[start:end])
        return View(meant.text, self.notes, self, start, meant if meant.at else None, self.depth + 1)


def unescaped_json(text: str) -> Unescaped:
    """One level of JSON's escapes undone. Linear; an escape that JSON does not know stands for its letter."""
    return undone(text, _JSON_ESCAPE, _meant)


def _meant(escape: re.Match[str]) -> str:
    high, low, unit, short = escape.groups()
    if high is not None:
        return paired(high, low)
    return chr(int(unit, 16)) if unit is not None else _SHORT.get(short, short)
