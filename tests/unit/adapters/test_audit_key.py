import stat
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
)

from extproc.adapters.audit_key import derived, generate_key, load_key, load_public_key, public_path
from extproc.errors import Misconfigured
from tests.support.chains import KEY, OTHER_KEY


def pem(key: Ed25519PrivateKey | rsa.RSAPrivateKey, lock: KeySerializationEncryption | None = None) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock or NoEncryption())


def test_a_generated_key_is_its_owners_alone_and_its_public_half_everyones(tmp_path: Path) -> None:
    path = tmp_path / "secrets" / "audit.key"
    generate_key(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert load_public_key(public_path(path)) == load_key(path).public_key()


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "audit.key"
    generate_key(path)
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        generate_key(path)
    assert path.read_bytes() == before


def test_a_raw_seed_is_a_key(tmp_path: Path) -> None:
    (tmp_path / "seed").write_bytes(bytes(32))
    assert load_key(tmp_path / "seed").public_key() == KEY.public_key()


@pytest.mark.parametrize(
    "text",
    [
        b"",
        bytes(31),
        bytes(33),
        b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        pem(KEY, BestAvailableEncryption(b"secret")),
        pem(rsa.generate_private_key(65537, 2048)),
    ],
)
def test_what_is_not_such_a_key_is_named_by_its_file(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "audit.key"
    path.write_bytes(text)
    with pytest.raises(Misconfigured, match=r"audit\.key"):
        load_key(path)
    with pytest.raises(Misconfigured, match=r"audit\.key"):
        load_public_key(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"absent\.key"):
        load_key(tmp_path / "absent.key")


def test_derived_keys_differ_by_purpose_and_by_key() -> None:
    keys = {derived(KEY, "digest"), derived(KEY, "surrogate"), derived(OTHER_KEY, "digest")}
    assert len(keys) == 3
    assert all(len(key) == 32 for key in keys)
    assert derived(KEY, "digest") in keys  # and are the same each time


def test_openssl_reads_the_public_key(tmp_path: Path) -> None:
    generate_key(tmp_path / "k")
    command = ["openssl", "pkey", "-pubin", "-in", str(public_path(tmp_path / "k")), "-noout", "-text"]
    try:
        answer = subprocess.run(command, capture_output=True, check=True)
    except FileNotFoundError:
        pytest.skip("openssl is not installed")
    assert b"ED25519" in answer.stdout
