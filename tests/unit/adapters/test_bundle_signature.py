"""A signature is believed where OPA believes it, and nowhere else."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from extproc.adapters.bundle import read_bundle, write_signed
from extproc.adapters.bundle_files import Files, read_files
from extproc.adapters.bundle_signature import SIGNATURES, Trust, digest, signed, signer_of
from extproc.errors import Misconfigured

OPA = Path(__file__).parents[3] / ".tools" / "bin" / "opa"
needs_opa = pytest.mark.skipif(not OPA.exists(), reason="no .tools/bin/opa: run `make opa`")

DATA = r'{"b":1.50,"a":"<x>\u2028\b\f\u0001\u007f/\u00e9","big":12345678901234567890123,"e":1e5,"l":[true,null],"o":{}}'
FILES: Files = {
    PurePosixPath(".manifest"): b'{"revision": "r1", "roots": [""]}',
    PurePosixPath("README.md"): b"hello\n",
    PurePosixPath("gate/request.rego"): b"package gate.request\n",
    PurePosixPath("gate/request_test.rego"): b"package gate.request_test\n",
    PurePosixPath("wardgate/access/data.json"): DATA.encode(),
}
WHERE = Path("opa")


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("keys")
    made: dict[str, Any] = {
        "RS256": rsa.generate_private_key(65537, 2048),
        "ES256": ec.generate_private_key(ec.SECP256R1()),
        "other": rsa.generate_private_key(65537, 2048),
    }
    for name, key in made.items():
        (place / name).write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        (place / f"{name}.pub").write_bytes(public)
    return place


@pytest.fixture
def trust(keys: Path) -> Trust:
    return Trust(keys / "RS256.pub", "hospital", "RS256", required=True)


@pytest.fixture
def good(keys: Path, trust: Trust) -> Files:
    return signed(FILES, (keys / "RS256").read_bytes(), trust, "policy-team")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        (tmp_path / "opa" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "opa" / name).write_bytes(content)
    return tmp_path / "opa"


def opa(*arguments: str, cwd: Path) -> None:
    done = subprocess.run((OPA, *arguments), cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@needs_opa
@pytest.mark.parametrize("algorithm", ["RS256", "ES256"])
def test_what_opa_signed_is_signed(algorithm: str, keys: Path, place: Path) -> None:
    (place.parent / "claims.json").write_text('{"iss": "policy-team"}')
    key = ("--signing-key", str(keys / algorithm), "--signing-alg", algorithm)
    opa("sign", *key, "--claims-file", str(place.parent / "claims.json"), "--bundle", ".", cwd=place)
    bundle = read_bundle(place, Trust(keys / f"{algorithm}.pub", algorithm=algorithm, required=True))
    assert bundle.signer is not None
    assert (bundle.signer.key_id, bundle.signer.issuer, bundle.named) == ("default", "policy-team", "r1")
    assert read_files(place)[SIGNATURES] in read_unpacked(bundle.archive, place.parent).values()


def read_unpacked(archive: bytes, place: Path) -> Files:
    (place / "given.tar.gz").write_bytes(archive)
    return read_files(place / "given.tar.gz")


@needs_opa
def test_what_opa_built_and_signed_is_signed(keys: Path, place: Path) -> None:
    out = place.parent / "built.tar.gz"
    (place / ".manifest").unlink()
    opa("build", "--bundle", ".", "-r", "r2", "--signing-key", str(keys / "RS256"), "-o", str(out), cwd=place)
    bundle = read_bundle(out, Trust(keys / "RS256.pub", required=True))
    assert (bundle.named, bundle.archive != b"") == ("r2", True)
    assert bundle.signer is not None


@needs_opa
@pytest.mark.parametrize("algorithm", ["RS256", "ES256"])
def test_opa_believes_what_we_sign(algorithm: str, keys: Path, place: Path) -> None:
    archive = place.parent / "signed.tar.gz"
    trust = Trust(keys / f"{algorithm}.pub", "hospital", algorithm)
    write_signed(place, archive, (keys / algorithm).read_bytes(), trust)
    verify = ("--verification-key", str(trust.key), "--verification-key-id", "hospital", "--signing-alg", algorithm)
    (place.parent / "again").mkdir()
    opa("build", "--bundle", str(archive), *verify, "-o", "again/out.tar.gz", cwd=place.parent)
    other = ("--verification-key", str(keys / "other.pub"), *verify[2:4], "--signing-alg", "RS256")
    with pytest.raises(AssertionError, match="verif"):
        opa("build", "--bundle", str(archive), *other, "-o", "again/out.tar.gz", cwd=place.parent)


def test_who_signed_is_known(good: Files, trust: Trust) -> None:
    signer = signer_of(WHERE, good, trust)
    assert signer is not None
    assert (signer.key_id, signer.issuer, len(signer.key_sha256)) == ("hospital", "policy-team", 64)


def test_digests_do_not_depend_on_how_json_is_laid_out() -> None:
    name = PurePosixPath("a/data.json")
    assert digest(name, DATA.encode()) == digest(name, DATA.replace(",", " ,\n").encode())
    assert digest(name, b"1.5") != digest(name, b"1.50")
    assert digest(PurePosixPath("a/other.json"), b"[1]") != digest(PurePosixPath("a/other.json"), b"[ 1]")


@pytest.mark.parametrize(
    "change",
    [
        lambda files: files | {PurePosixPath("gate/request.rego"): b"package gate.request\ndefault allow := true\n"},
        lambda files: files | {PurePosixPath("gate/more.rego"): b"package gate.more\n"},
        lambda files: files | {PurePosixPath("wardgate/access/data.json"): b"{}"},
        lambda files: files | {PurePosixPath(".manifest"): b'{"revision": "r2", "roots": [""]}'},
        lambda files: {name: content for name, content in files.items() if name.name != "README.md"},
        lambda files: files | {SIGNATURES: b"{}"},
        lambda files: files | {SIGNATURES: b'{"signatures": []}'},
        lambda files: files | {SIGNATURES: b'{"signatures": ["a.b.c"]}'},
        lambda files: files | {SIGNATURES: b"\xff"},
        lambda files: files | {SIGNATURES: files[SIGNATURES].replace(b'["', b'["x", "')},
    ],
)
def test_anything_else_than_what_was_signed_is_refused(
    change: Callable[[Files], Files], good: Files, trust: Trust
) -> None:
    with pytest.raises(Misconfigured):
        signer_of(WHERE, change(dict(good)), trust)


@pytest.mark.parametrize(
    "change",
    [
        {"key_id": "another"},
        {"algorithm": "RS512"},
        {"algorithm": "ES256"},
    ],
)
def test_a_signature_by_another_key_or_algorithm_is_refused(change: dict[str, str], good: Files, trust: Trust) -> None:
    with pytest.raises(Misconfigured):
        signer_of(WHERE, good, replace(trust, **change))


def test_a_signature_by_a_stranger_is_refused(keys: Path, trust: Trust) -> None:
    with pytest.raises(Misconfigured, match="does not hold"):
        signer_of(WHERE, signed(FILES, (keys / "other").read_bytes(), trust), trust)


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_a_token_does_not_choose_how_it_is_believed(algorithm: str, keys: Path, trust: Trust) -> None:
    secret = "" if algorithm == "none" else "x" * 64
    token = jwt.encode({"files": []}, secret, algorithm=algorithm)
    with pytest.raises(Misconfigured, match="does not hold"):
        signer_of(WHERE, {SIGNATURES: json.dumps({"signatures": [token]}).encode()}, trust)


def test_an_unsigned_bundle_is_refused_where_it_must_be_signed(trust: Trust) -> None:
    with pytest.raises(Misconfigured, match="not signed"):
        signer_of(WHERE, FILES, trust)
    assert signer_of(WHERE, FILES, replace(trust, required=False)) is None


def test_a_signature_that_is_there_must_hold_even_where_none_is_required(good: Files, trust: Trust) -> None:
    spoiled = {**good, PurePosixPath("README.md"): b"bye\n"}
    with pytest.raises(Misconfigured, match="not as it was signed"):
        signer_of(WHERE, spoiled, replace(trust, required=False))


@pytest.mark.parametrize("content", [None, b"no key"])
def test_a_key_that_is_none_is_named(content: bytes | None, good: Files, trust: Trust, tmp_path: Path) -> None:
    key = tmp_path / "key.pub"
    if content is not None:
        key.write_bytes(content)
    with pytest.raises(Misconfigured, match=r"policy\.verification_key"):
        signer_of(WHERE, good, replace(trust, key=key))
