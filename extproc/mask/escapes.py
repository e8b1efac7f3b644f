r"""JSON's escapes, seen through: the text behind ``\u003c`` decides what is markup, while the escape itself is kept.

A *shadow* has the length of its raw text, character for character: of an escape the last character is what it stands
for and the others are ``FILL``, so that a place in one is the same place in the other.
"""

import re
from typing import Final

FILL: Final = "\ue001"
"""Stands for nothing. Raw text that holds it, or ``HOLE``, is shown as ``STRANGE``."""

STRANGE: Final = "\ue002"

_ESCAPE: Final = re.compile(r'\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))')
_PARTIAL: Final = re.compile(r"\\(?:u[0-9a-fA-F]{0,3})?")
_SHORT: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_OURS: Final = str.maketrans({"\ue000": STRANGE, FILL: STRANGE})


def plain_shadow(raw: str) -> str:
    return raw.translate(_OURS) if "\ue000" in raw or FILL in raw else raw


def json_shadow(raw: str) -> str:
    """The shadow of ``raw`` up to an escape that more text could finish."""
    out, at = [], 0
    while (found := raw.find("\\", at)) >= 0:
        out.append(plain_shadow(raw[at:found]))
        escape = _ESCAPE.match(raw, found)
        if escape is None and _PARTIAL.fullmatch(raw, found):
            return "".join(out)
        shown = _shown(escape) if escape else "\\"
        out.append(shown)
        at = found + len(shown)
    out.append(plain_shadow(raw[at:]))
    return "".join(out)


def _shown(escape: re.Match[str]) -> str:
    char = chr(int(escape[1], 16)) if escape[1] else _SHORT.get(escape[2], escape[2])
    return plain_shadow(char).rjust(len(escape[0]), FILL)
