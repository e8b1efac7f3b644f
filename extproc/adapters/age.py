"""Sealing to public keys in the age format (https://age-encryption.org/v1), and opening with a private one.

Public keys are ``age1...`` (X25519), identity files what ``age-keygen`` writes. The gate seals and never opens.
Not covered: keys in hardware, which age reaches by plugins; identity files under a passphrase (``age -d`` them first).
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pyrage
from pyrage import x25519

from extproc.config import Transcripts
from extproc.errors import Misconfigured

SECRET: Final = "AGE-SECRET-KEY-"  # noqa: S105  how a private key begins
MOST: Final = 16
"""Each costs 50 us a transcript and 62 bytes a record."""
CHUNK_BYTES: Final = 64 * 1024


class NotOpened(Exception):
    """Sealed to other keys, or changed since."""


@dataclass(frozen=True, slots=True)
class Recipients:
    """At least one public key, as text and as what seals; each once."""

    names: tuple[str, ...]
    keys: tuple[x25519.Recipient, ...]

    def seal(self, pieces: Iterable[bytes]) -> bytes:
        """One age file of all ``pieces``."""
        sealed = _Sealed()
        pyrage.encrypt_io(_Pieces(pieces), sealed, self.keys)
        return bytes(sealed.data)


def recipients_of(settings: Transcripts) -> Recipients | None:
    """``None`` where the settings name nobody. Raises ``Misconfigured``, which quotes no key."""
    named = [(f"transcripts.recipients[{index}]", text) for index, text in enumerate(settings.recipients)]
    if settings.recipients_file is not None:
        named += _lines(settings.recipients_file)
    found = [_recipient(where, text) for where, text in named]
    keys = {str(key): key for key in found}  # a key has two spellings, and records bear one
    if len(keys) > MOST:
        raise Misconfigured(f"transcripts: at most {MOST} recipients")
    return Recipients(tuple(keys), tuple(keys.values())) if keys else None


def generate_identity(path: Path) -> str:
    """Write a new private key to ``path`` (mode 0600), as ``age-keygen`` does; returns its public key.

    Raises ``FileExistsError`` if there is a file already.
    """
    identity = x25519.Identity.generate()
    public = str(identity.to_public())
    text = f"# created: {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\n# public key: {public}\n{identity}\n"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600), "wb") as file:
        file.write(text.encode())
    return public


def load_identities(path: Path) -> tuple[x25519.Identity, ...]:
    """The private keys of a file. Raises ``Misconfigured``, which quotes none."""
    found = tuple(_identity(where, text) for where, text in _lines(path))
    if not found:
        raise Misconfigured(f"{path}: holds no private key ({SECRET}...)")
    return found


def opened(sealed: bytes, identities: Sequence[x25519.Identity]) -> bytes:
    """Raises ``NotOpened``."""
    try:
        return bytes(pyrage.decrypt(sealed, identities))
    except pyrage.DecryptError:
        raise NotOpened from None


def _recipient(where: str, text: str) -> x25519.Recipient:
    if text.upper().startswith(SECRET):
        raise Misconfigured(f"{where}: is a private key, which must not be where the gate is; name its public key")
    try:
        return x25519.Recipient.from_str(text)
    except (pyrage.RecipientError, UnicodeEncodeError):
        raise Misconfigured(f"{where}: is not a public key of age (age1...)") from None


def _identity(where: str, text: str) -> x25519.Identity:
    try:
        return x25519.Identity.from_str(text)
    except pyrage.IdentityError:
        raise Misconfigured(f"{where}: is not a private key of age ({SECRET}1...)") from None


def _lines(path: Path) -> list[tuple[str, str]]:
    """The lines that hold keys, each with its place. Raises ``Misconfigured``."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{path}: cannot be read ({getattr(error, 'strerror', None) or 'not UTF-8'})") from None
    lines = ((number, line.strip()) for number, line in enumerate(text.split("\n"), 1))
    return [(f"{path}:{number}", line) for number, line in lines if line and not line.startswith("#")]


class _Pieces:
    """A readable file of pieces. It is Python that is asked for each chunk, so other threads have their turn between
    two: pyrage itself keeps the interpreter's lock, for 130 ms on 64 MB."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces: Iterator[bytes] = iter(pieces)
        self._held = bytearray()

    def read(self, size: int = -1) -> bytes:
        wanted = min(size, CHUNK_BYTES) if size >= 0 else CHUNK_BYTES
        while len(self._held) < wanted and (piece := next(self._pieces, None)) is not None:
            self._held += piece
        chunk = bytes(self._held[:wanted])
        del self._held[:wanted]
        return chunk


class _Sealed:
    """A writable file in memory."""

    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, data: bytes) -> int:
        self.data += data
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""
