"""Who signed a bundle: ``.signatures.json`` as OPA writes and reads it, checked here too.

The file holds one JSON Web Token whose claim ``files`` names every other file of the bundle with its SHA-256. Of JSON
that OPA parses (``data.json``, ``.manifest``) the digest is taken over its value with sorted members, numbers as they
were spelled; of any other file over its bytes. The token is believed by one key and one algorithm, both from the
settings, and never by what it says of itself.

Not covered: keyed digests (HS256), whose readers could sign; bundles signed by several; keys by an address.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

import jwt
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from extproc.adapters.bundle_files import Files
from extproc.errors import Misconfigured

SIGNATURES: Final = PurePosixPath(".signatures.json")
PARSED: Final = frozenset({"data.json", ".manifest"})
DIGEST: Final = "SHA-256"
OPAS_OWN: Final = {"plugin": "_default"}
"""How ``opa build`` says that it was no plugin that signed."""
LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class Trust:
    """Whose signature is believed. ``key`` is a PEM file; without one nothing is verified."""

    key: Path | None = None
    key_id: str = "default"
    algorithm: str = "RS256"
    required: bool = False


ANYBODY: Final = Trust()


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed: ``key_sha256`` is the digest of the public key (DER), ``issuer`` the token's ``iss`` or ``""``."""

    key_id: str
    issuer: str
    key_sha256: str


def signer_of(path: Path, files: Files, trust: Trust) -> Signer | None:
    """``None`` where the bundle is unsigned and may be, or where no key is there to verify by.

    Raises ``Misconfigured`` for a signature that does not hold, and for a missing one that is required.
    """
    if trust.key is None:
        if trust.required:
            raise Misconfigured("policy.require_signed: needs policy.verification_key")
        return None
    if SIGNATURES not in files:
        if trust.required:
            raise Misconfigured(f"{path}: is not signed, and policy.require_signed asks for it")
        return None
    key, key_sha256 = _public_key(trust.key)
    header, claims = _believed(path, files[SIGNATURES], key, trust.algorithm)
    signer = Signer(str(header.get("kid") or claims.get("keyid") or trust.key_id), issuer_of(path, claims), key_sha256)
    if signer.key_id != trust.key_id:
        raise Misconfigured(f"{path}: signed by a key of another name than policy.verification_key_id")
    _same(path, claims.get("files"), {str(name): digest(name, files[name]) for name in files if name != SIGNATURES})
    return signer


def signed(files: Files, key_pem: bytes, trust: Trust, issuer: str = "") -> Files:
    """``files`` with a signature over all of them, made with the private key ``key_pem``. Raises ``Misconfigured``."""
    rest = {name: content for name, content in files.items() if name != SIGNATURES}
    rows = [{"name": str(name), "hash": digest(name, rest[name]), "algorithm": DIGEST} for name in rest]
    claims = {"files": rows, **({"iss": issuer} if issuer else {})}
    try:
        key: Any = load_pem_private_key(key_pem, password=None)
        token = jwt.encode(claims, key, algorithm=trust.algorithm, headers={"kid": trust.key_id})
    except (jwt.PyJWTError, ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise Misconfigured(f"the signing key is not a private key for {trust.algorithm}") from error
    return {SIGNATURES: json.dumps({"signatures": [token]}).encode(), **rest}


def digest(name: PurePosixPath, content: bytes) -> str:
    """As OPA takes it. Raises ``Misconfigured`` for JSON that is none."""
    if name.name not in PARSED:
        return hashlib.sha256(content).hexdigest()
    try:
        value = json.loads(content, parse_int=_Spelled, parse_float=_Spelled)
        return hashlib.sha256("".join(_walked(value)).encode()).hexdigest()
    except (ValueError, RecursionError) as error:  # UnicodeError among them: half of a character
        raise Misconfigured(f"{name}: not JSON that can be signed") from error


def issuer_of(path: Path, claims: Mapping[str, Any]) -> str:
    issuer = claims.get("iss", "")
    if not isinstance(issuer, str) or len(issuer) > LONGEST_NAME:
        raise Misconfigured(f"{path}: the signature's issuer is not a name")
    return issuer


class _Spelled(str):
    """A number as the file spells it: 1.50 is signed as 1.50."""

    __slots__ = ()


def _walked(value: object) -> Iterator[str]:
    match value:
        case dict():
            for index, name in enumerate(sorted(value, key=lambda one: one.encode())):
                yield "," if index else "{"
                yield f"{_quoted(name)}:"
                yield from _walked(value[name])
            yield "}" if value else "{}"
        case list():
            for index, one in enumerate(value):
                yield "," if index else "["
                yield from _walked(one)
            yield "]" if value else "[]"
        case _Spelled():
            yield value
        case _:
            yield _quoted(value)


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _public_key(path: Path) -> tuple[Any, str]:
    try:
        key = load_pem_public_key(path.read_bytes())
    except OSError as error:
        raise Misconfigured(f"policy.verification_key: {path}: cannot be read ({error.strerror})") from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise Misconfigured(f"policy.verification_key: {path}: not a PEM public key") from error
    der = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return key, hashlib.sha256(der).hexdigest()


def _believed(path: Path, document: bytes, key: Any, algorithm: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Header and claims of the one token."""
    try:
        match json.loads(document):
            case {"signatures": [str(token)], **rest} if rest in ({}, OPAS_OWN):
                whole = jwt.decode_complete(token, key, algorithms=[algorithm], options={"verify_aud": False})
                return whole["header"], whole["payload"]
    except (ValueError, RecursionError, jwt.PyJWTError, TypeError) as error:
        raise Misconfigured(f"{path}: the signature does not hold for policy.verification_key") from error
    raise Misconfigured(f"{path}: {SIGNATURES} does not hold one signature")


def _same(path: Path, claimed: object, found: Mapping[str, str]) -> None:
    """Every file is signed as it is, and every signed one is there."""
    rows: Sequence[object] = claimed if isinstance(claimed, list) else ()
    said: dict[str, str] = {}
    for row in rows:
        match row:
            case {"name": str(name), "hash": str(value), "algorithm": str(kind)} if kind == DIGEST:
                said[name.lstrip("/")] = value
            case _:
                raise Misconfigured(f"{path}: the signature names a file by another digest than {DIGEST}")
    if said != dict(found):
        wrong = sorted(name for name in said.keys() | found.keys() if said.get(name) != found.get(name))
        raise Misconfigured(f"{path}: not as it was signed: {', '.join(wrong[:5])}")
