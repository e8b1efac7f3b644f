"""The trail's Ed25519 key: made, read, and derived from.

A key file holds a PKCS #8 PEM, as ``openssl genpkey -algorithm ed25519`` writes it, or the raw 32-byte seed. The public
key stands beside it in ``<name>.pub`` (SubjectPublicKeyInfo PEM, what ``openssl pkey -pubin`` reads): that is what an
auditor is given. What this does not cover: keys in a KMS or an HSM; rotation, which is a new file and a clean restart.
"""

import os
from pathlib import Path
from typing import Final

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from extproc.errors import Misconfigured

SEED_BYTES: Final = 32
DERIVED_BYTES: Final = 32


def generate_key(path: Path) -> None:
    """Write a new key to ``path`` (mode 0600) and its public half to ``path`` + ``.pub``.

    Raises ``FileExistsError`` if there is a key already: one that was overwritten cannot sign its chains' ends.
    """
    key = Ed25519PrivateKey.generate()
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), 0o600)
    _write(public_path(path), public_pem(key.public_key()), 0o644)


def public_path(path: Path) -> Path:
    return path.with_name(path.name + ".pub")


def public_pem(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def load_key(path: Path) -> Ed25519PrivateKey:
    """Raises ``Misconfigured``, naming the file."""
    text = _read(path)
    if len(text) == SEED_BYTES:
        return Ed25519PrivateKey.from_private_bytes(text)
    try:
        key = load_pem_private_key(text, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise Misconfigured(f"{path}: neither an unencrypted PEM private key nor a {SEED_BYTES}-byte seed") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise Misconfigured(f"{path}: not an Ed25519 key")
    return key


def load_public_key(path: Path) -> Ed25519PublicKey:
    """Raises ``Misconfigured``, naming the file."""
    try:
        key = load_pem_public_key(_read(path))
    except (ValueError, UnsupportedAlgorithm) as error:
        raise Misconfigured(f"{path}: not a PEM public key") from error
    if not isinstance(key, Ed25519PublicKey):
        raise Misconfigured(f"{path}: not an Ed25519 public key")
    return key


def derived(key: Ed25519PrivateKey, purpose: str) -> bytes:
    """A 32-byte key for one ``purpose`` (HKDF-SHA256 of the seed): the same in each process that holds the key file."""
    info = b"wardgate/v1/" + purpose.encode()
    return HKDF(algorithm=SHA256(), length=DERIVED_BYTES, salt=None, info=info).derive(key.private_bytes_raw())


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Misconfigured(f"{path}: cannot be read ({error.strerror})") from error


def _write(path: Path, text: bytes, mode: int) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode), "wb") as file:
        file.write(text)
