"""The one spelling of a record's body.

The domain is JSON with ASCII member names, integers of magnitude below 2**53, and no floats. On it the spelling is
RFC 8785's, so an auditor needs no code of ours: members sorted, no spaces, UTF-8. What a caller can influence is
repaired, so that nobody can make their own exchange unrecordable: a lone surrogate becomes U+FFFD. What only a defect
of the gate can produce is refused.
"""

from collections.abc import Mapping
from typing import Final

import orjson

from extproc.audit.record import Json

OPTIONS: Final = orjson.OPT_SORT_KEYS | orjson.OPT_STRICT_INTEGER
LARGEST_INTEGER: Final = 2**53 - 1
DEEPEST: Final = 32
MAX_BODY_BYTES: Final = 256 * 1024 - 1024  # a whole record stays under the 256 KiB that Loki takes in one line


class Unrecordable(ValueError):
    """A body outside the domain. The message names the kind of fault and quotes nothing."""


def canonical(body: Mapping[str, Json]) -> bytes:
    """The canonical form of ``body``. Raises ``Unrecordable``."""
    spelled = orjson.dumps(_plain(body, DEEPEST), option=OPTIONS)
    if len(spelled) > MAX_BODY_BYTES:
        raise Unrecordable("too large")
    return spelled


def is_canonical(line: bytes, value: object) -> bool:
    """``line``, which was read as ``value``, is the spelling a writer would have chosen."""
    try:
        return orjson.dumps(value, option=OPTIONS) == line
    except orjson.JSONEncodeError:  # integers past 2**53
        return False


def repaired(text: str) -> str:
    """``text`` as valid Unicode: surrogates in pairs joined, lone ones replaced by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _plain(value: object, depth: int) -> object:
    """``value`` in the types that orjson spells as RFC 8785 does; ``depth`` levels may follow."""
    if depth == 0:
        raise Unrecordable("nested too deeply")
    match value:
        case str():
            return str(value) if value.isascii() else repaired(str(value))
        case None | bool():
            return value
        case int():
            if abs(value) > LARGEST_INTEGER:
                raise Unrecordable("integer out of range")
            return int(value)
        case list() | tuple():
            return [_plain(one, depth - 1) for one in value]
        case dict() | Mapping():  # a dict is told faster than a mapping
            return {_name(name): _plain(one, depth - 1) for name, one in value.items()}
        case _:
            raise Unrecordable("a value that is not of the domain")


def _name(name: object) -> str:
    if not isinstance(name, str) or not name.isascii():
        raise Unrecordable("a member name that is not ASCII")
    return str(name)
