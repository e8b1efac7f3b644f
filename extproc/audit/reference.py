"""How a record names its transcript: the member ``transcript`` of its body.

It says where the sealed bytes lie, what they are (SHA-256 of the ciphertext, which tells nothing of the text), to what
the gate committed, and who can open them. No hash of a text stands anywhere but under a key.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from extproc.audit.canonical import LARGEST_INTEGER
from extproc.audit.record import Json

MEMBER: Final = "transcript"
ALGORITHM: Final = "age-x25519"
LEVELS: Final = frozenset({"masked", "full"})
FILE: Final = re.compile(r"sealed-\d{12,19}\.bin")
SHA256: Final = re.compile(r"[0-9a-f]{64}")
COMMITMENT: Final = re.compile(r"hmac-sha256:[0-9a-f]{64}")
RECIPIENT: Final = re.compile(r"age1[02-9ac-hj-np-z]{58}")


class NotAReference(ValueError):
    """A member ``transcript`` that no gate writes."""


@dataclass(frozen=True, slots=True)
class Reference:
    """``offset`` and ``size`` are in bytes of ``file``, which stands in the chain's directory."""

    level: str
    file: str
    offset: int
    size: int
    sha256: str
    commitment: str
    recipients: tuple[str, ...]

    def json(self) -> Mapping[str, Json]:
        return {
            "level": self.level,
            "algorithm": ALGORITHM,
            "recipients": list(self.recipients),
            "file": self.file,
            "offset": self.offset,
            "bytes": self.size,
            "sha256": self.sha256,
            "commitment": self.commitment,
        }


def reference_in(body: Mapping[str, Json]) -> Reference | None:
    """``None`` where the record has no transcript. Raises ``NotAReference``."""
    match body.get(MEMBER):
        case None if MEMBER not in body:
            return None
        case {
            "level": str(level),
            "algorithm": "age-x25519",
            "recipients": list(recipients),
            "file": str(file),
            "offset": int(offset),
            "bytes": int(size),
            "sha256": str(sha256),
            "commitment": str(commitment),
            **rest,
        } if not rest and bool not in (type(offset), type(size)):
            found = Reference(level, file, offset, size, sha256, commitment, _recipients(recipients))
            if _well_formed(found):
                return found
    raise NotAReference


def _well_formed(one: Reference) -> bool:
    shaped = FILE.fullmatch(one.file) and SHA256.fullmatch(one.sha256) and COMMITMENT.fullmatch(one.commitment)
    within = one.offset >= 0 and one.size > 0 and one.offset + one.size <= LARGEST_INTEGER
    return one.level in LEVELS and bool(shaped) and within


def _recipients(values: list[object]) -> tuple[str, ...]:
    named = [value for value in values if isinstance(value, str) and RECIPIENT.fullmatch(value)]
    if not values or len(named) != len(values):
        raise NotAReference
    return tuple(named)
