"""A signed statement of how far a chain is: ``size`` records with the Merkle root ``root``.

Text form: a checkpoint of C2SP (https://c2sp.org/tlog-checkpoint), a signed note with one Ed25519 signature::

    wardgate/20261122T061148Z-5f0c2a91
    128
    CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

    — wardgate/20261122T061148Z-5f0c2a91 Az3grlgt...

The origin is also the key's name, so a signature of one chain says nothing in another. What this does not cover: who
the key belongs to; the verifier is given the public key by other means than the log.
"""

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ORIGIN_PREFIX: Final = "wardgate/"
ED25519: Final = b"\x01"  # the signature type of C2SP signed-note


class NotACheckpoint(ValueError):
    """The text is not in the one form that a checkpoint is written in."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """``root`` is 32 bytes. The signature is as it was read: believed only once :func:`signed_by_one_of` says so."""

    origin: str
    size: int
    root: bytes
    key_id: bytes
    signature: bytes

    @property
    def note(self) -> str:
        sealed = base64.b64encode(self.key_id + self.signature).decode()
        return f"{note_text(self.origin, self.size, self.root)}\n— {self.origin} {sealed}\n"

    def signed_by_one_of(self, keys: Iterable[Ed25519PublicKey]) -> bool:
        text = note_text(self.origin, self.size, self.root).encode()
        return any(key_id(self.origin, key) == self.key_id and _verifies(key, self.signature, text) for key in keys)


def sign(chain: str, size: int, root: bytes, key: Ed25519PrivateKey) -> Checkpoint:
    origin = ORIGIN_PREFIX + chain
    signature = key.sign(note_text(origin, size, root).encode())
    return Checkpoint(origin, size, root, key_id(origin, key.public_key()), signature)


def parse(note: str) -> Checkpoint:
    """Raises ``NotACheckpoint``: also for another spelling of the same checkpoint, and for a second signature."""
    match note.split("\n"):
        case [origin, size, root, "", seal, ""] if seal.startswith(f"— {origin} ") and _is_decimal(size):
            sealed = _unbase64(seal.removeprefix(f"— {origin} "), 4 + 64)
            return Checkpoint(origin, int(size), _unbase64(root, 32), sealed[:4], sealed[4:])
        case _:
            raise NotACheckpoint


def note_text(origin: str, size: int, root: bytes) -> str:
    """What is signed."""
    return f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n"


def key_id(name: str, key: Ed25519PublicKey) -> bytes:
    """Four bytes that tell keys apart; not a proof of anything."""
    return sha256(name.encode() + b"\n" + ED25519 + key.public_bytes_raw()).digest()[:4]


def _verifies(key: Ed25519PublicKey, signature: bytes, text: bytes) -> bool:
    try:
        key.verify(signature, text)
    except InvalidSignature:
        return False
    return True


def _is_decimal(size: str) -> bool:
    return size.isascii() and size.isdigit() and len(size) <= 16 and (size == "0" or size[0] != "0")


def _unbase64(text: str, length: int) -> bytes:
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NotACheckpoint from error
    if len(raw) != length or base64.b64encode(raw).decode() != text:  # other paddings of the same bytes are refused
        raise NotACheckpoint
    return raw
