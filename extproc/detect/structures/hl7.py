r"""HL7 version 2 messages in a text, whole or in parts, one or many.

A message begins with ``MSH``, which names its delimiters, or with ``FHS`` or ``BHS`` of a batch; segments end at CR,
LF, both, or at ``\r`` that was typed out. Without such a head, two segments of HL7's own behind one another, or one of
a patient, are read with the usual delimiters.

Not covered: the XML encoding of version 2, and a segment that is broken over several lines.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from extproc.detect.structures.hl7_table import FIELDS, KNOWN
from extproc.detect.structures.hl7_types import TYPES, Signs, Value, observed, split, unlisted
from extproc.detect.structures.view import View

Range = tuple[int, int]

_HEADS: Final = ("MSH", "FHS", "BHS")
_HEAD: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:MSH|FHS|BHS)([^\w\s\\\"'(){}\[\].,;:<>-])([^\w\s]{2})(\\\\|[^\w\s])?([^\w\s])?(?=\1)"
)
_LONE: Final = frozenset(("PID", "NK1", "GT1", "IN1", "MRG"))
_LEAST_FIELDS: Final = 5
_USUAL: Final = Signs()
_PROSE: Final = (TYPES["FT"], unlisted)
"""Readers of fields that may hold prose."""


@lru_cache(maxsize=64)
def _segments(field: str) -> re.Pattern[str]:
    """A segment's name where a word begins, or behind a typed line end."""
    return re.compile(rf"(?:(?<![^\s\x0b\x1c:>\"'(\[])|(?<=\\r)|(?<=\\n))([A-Z][A-Z0-9]{{2}})(?={re.escape(field)})")


_FREQUENT: Final = "PID|PD1|PV1|PV2|NK1|IN1|IN2|GT1|OBR|OBX|ORC|EVN|DG1|AL1|NTE|TXA|SCH|MRG|ROL|PR1|RXE|RXA"
_END: Final = re.compile(
    rf"[\r\n\x1c]|(?<!\\)\\++[rn](?=\s|\\|\"|$|[A-Z][A-Z0-9]{{2}}[^\w\s])|[ \t](?=(?:{_FREQUENT})[^\w\s])"
)
"""A line's end, also one that was typed out, and the next segment where line ends were lost."""


class Segment(NamedTuple):
    text: str
    name: str
    start: int
    end: int
    signs: Signs

    @property
    def fields(self) -> dict[int, Range]:
        """By HL7's number; of a head the first is the delimiter itself, and left out."""
        first = 2 if self.name in _HEADS else 1
        found = split(self.text, self.start, self.end, self.signs.field)[1:]
        return dict(enumerate(found, start=first))

    def code(self, number: int) -> str:
        """The first component of a field; ``""`` where there is none."""
        start, end = self.fields.get(number, (0, 0))
        return self.text[start:end].partition(self.signs.component)[0]


def segments(text: str) -> list[Segment]:
    """All segments of all messages, in their order."""
    if "|" not in text and "MSH" not in text:
        return []
    heads = [(found.start(), _signs(found)) for found in _HEAD.finditer(text)]
    headed = {signs.field for _, signs in heads}
    read = []
    for field in sorted(headed | {"|"}):
        found = list(_found(text, field))
        for index, (name, start, end) in enumerate(found):
            signs = _signs_at(heads, start, field)
            if signs is not None and (field in headed or _convincing(text, found, index)):
                read.append(Segment(text, name, start, end, signs))
    return sorted(read, key=lambda segment: segment.start)


def read_hl7(view: View) -> list[Range]:
    """Notes what messages in ``view`` say; the ranges of their segments."""
    found = segments(view.text)
    for segment in found:
        _read(view, segment)
        view.fence(segment.start, segment.end, segment.signs.all + "\r\n")
        view.formal(segment.start, segment.end)
    return [(segment.start, segment.end) for segment in found]


def _signs(head: re.Match[str]) -> Signs:
    return Signs(head[1], head[2][0], head[2][1], "\\", head[4] or "&")


def _signs_at(heads: list[tuple[int, Signs]], start: int, field: str) -> Signs | None:
    """Those of the last head before ``start``, if they are of this ``field`` sign."""
    low, high = 0, len(heads)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if heads[middle][0] <= start else (low, middle)
    if low == 0:
        return _USUAL if field == "|" else None
    signs = heads[low - 1][1]
    return signs if signs.field == field else None


def _found(text: str, field: str) -> Iterator[tuple[str, int, int]]:
    """Each segment: its name, and where it begins and ends."""
    at = 0
    pattern = _segments(field)
    while (found := pattern.search(text, at)) is not None:
        name, start = found[1], found.start(1)
        if name not in KNOWN and name[0] != "Z":
            at = found.end()
            continue
        end = _END.search(text, found.end())
        at = end.start() if end else len(text)
        yield name, start, at


def _convincing(text: str, segments: list[tuple[str, int, int]], index: int) -> bool:
    """Without a head: a neighbour that is a segment too, or enough fields of one that speaks of a person."""
    name, start, end = segments[index]
    before = index > 0 and start - segments[index - 1][2] <= 8
    after = index + 1 < len(segments) and segments[index + 1][1] - end <= 8
    return before or after or (name in _LONE and text.count("|", start, end) >= _LEAST_FIELDS)


def _read(view: View, segment: Segment) -> None:
    table, signs = FIELDS.get(segment.name, {}), segment.signs
    fields = segment.fields
    if segment.name in _HEADS:
        del fields[min(fields)]  # the other delimiters
    value_type = view.text[slice(*fields.get(2, (0, 0)))]
    for number, (start, end) in fields.items():
        kind = table.get(number)
        reader = observed(value_type) if kind == "*" else TYPES[kind] if kind else unlisted
        for repeated in split(view.text, start, end, signs.repetition):
            if repeated[0] < repeated[1]:
                reader(Value(view, *repeated, signs))
                if reader in _PROSE:
                    _say_how_it_reads(view, *repeated, signs)


def _say_how_it_reads(view: View, start: int, end: int, signs: Signs) -> None:
    """A component of several words is prose; one word is a code, as in other structures."""
    for component in split(view.text, start, end, signs.component):
        if " " in view.text[slice(*component)].strip():
            view.prose(*component)
