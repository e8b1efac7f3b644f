"""Replaces ranges of a text, and writes JSON. Every character outside the ranges is kept."""

import re
from collections.abc import Iterable
from json import JSONEncoder
from typing import Final, NamedTuple

_encode: Final = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_LINE_ENDS: Final = re.compile("[\x7f-\x9f\u2028\u2029]")
"""Allowed in JSON as they are, but some clients end a line of an event stream at NEL, LS or PS."""


class Edit(NamedTuple):
    """``[start, end)`` of a text, in code points, is to read ``raw``."""

    start: int
    end: int
    raw: str


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with every edit made. Edits may come in any order and do not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits):
        if edit.start < at:
            raise AssertionError("two edits overlap")
        pieces += (text[at : edit.start], edit.raw)
        at = edit.end
    pieces.append(text[at:])
    return "".join(pieces)


def json_text(value: object) -> str:
    """``value`` as compact JSON on one line; letters beyond ASCII stay as they are."""
    return _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", _encode(value))
