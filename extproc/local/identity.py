"""An issuer of tokens for one machine: an RSA key, its JWKS, and tokens signed with it (RS256).

For demos and tests. It authenticates nobody: who holds the key is whoever they say.
"""

import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from extproc.config import IdentityProvider
from extproc.errors import Misconfigured

KEY_BITS: Final = 2048
TOKEN_LIFE_S: Final = 3600


@dataclass(frozen=True, slots=True)
class Issuing:
    """A new key (PEM) and the JWKS (JSON) that verifies what it signs."""

    key: bytes
    jwks: str


def made() -> Issuing:
    key = rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS)
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    public = jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key(), as_dict=True)
    numbers = {member: public[member] for member in ("kty", "n", "e")}
    return Issuing(
        pem, json.dumps({"keys": [{**numbers, "use": "sig", "alg": "RS256", "kid": _key_id(key)}]}, indent=2)
    )


def stand_in(providers: Sequence[IdentityProvider]) -> IdentityProvider:
    """The first local issuer of the settings. Raises ``Misconfigured`` when there is none."""
    for one in providers:
        if one.stand_in:
            return one
    raise Misconfigured(
        "identity: no issuer has stand_in = true, so no token can be minted here; ask your issuer for one"
    )


def minted(
    one: IdentityProvider,
    *,
    subject: str,
    groups: Sequence[str],
    claims: Mapping[str, object],
    life_s: int = TOKEN_LIFE_S,
) -> str:
    """A token of the local issuer, each fact where its ``claims`` paths say. Raises ``Misconfigured`` without a key."""
    now = int(time.time())
    payload: dict[str, object] = {"iss": one.issuer, "aud": one.audiences[0], "iat": now, "exp": now + life_s}
    facts: dict[str, object] = {one.claims.subject: subject, one.claims.groups: list(groups)}
    for path, value in {**facts, **claims}.items():
        _put(payload, path, value)
    key = _read(one.stand_in_key)
    return jwt.encode(payload, key, algorithm="RS256", headers={"kid": _key_id(key)})


def _put(tree: dict[str, object], path: str, value: object) -> None:
    *branches, leaf = path.split(".")
    for branch in branches:
        inner = tree.setdefault(branch, {})
        if not isinstance(inner, dict):
            raise Misconfigured(f"claim {path}: {branch} is already a value, not an object")
        tree = inner
    tree[leaf] = value


def _read(path: Path | None) -> rsa.RSAPrivateKey:
    if path is None:
        raise Misconfigured("identity.stand_in_key: a stand-in needs the key that it signs with")
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError) as error:
        raise Misconfigured(f"identity.stand_in_key: {path} cannot be read as a private key") from error
    if not isinstance(key, rsa.RSAPrivateKey):
        raise Misconfigured(f"identity.stand_in_key: {path} is not an RSA key")
    return key


def _key_id(key: rsa.RSAPrivateKey) -> str:
    public = key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(public).hexdigest()[:16]
