"""The local issuer's tokens, as whoever verifies them sees them."""

import json
from pathlib import Path

import jwt
import pytest

from extproc.config import Claims, IdentityProvider
from extproc.errors import Misconfigured
from extproc.local import identity


@pytest.fixture
def issuer(tmp_path: Path) -> IdentityProvider:
    made = identity.made()
    (tmp_path / "key").write_bytes(made.key)
    (tmp_path / "jwks.json").write_text(made.jwks)
    return IdentityProvider(
        issuer="https://idp.invalid",
        audiences=("wardgate", "other"),
        jwks=str(tmp_path / "jwks.json"),
        stand_in=True,
        stand_in_key=tmp_path / "key",
        claims=Claims(groups="realm_access.roles"),
    )


def verified(issuer: IdentityProvider, token: str) -> dict[str, object]:
    keys = jwt.PyJWKSet.from_dict(json.loads(Path(issuer.jwks).read_text()))
    key = keys[jwt.get_unverified_header(token)["kid"]]
    return jwt.decode(token, key, algorithms=["RS256"], audience="wardgate", issuer=issuer.issuer)


def test_a_token_verifies_against_the_jwks_and_says_each_fact_where_the_settings_look(issuer: IdentityProvider) -> None:
    token = identity.minted(
        issuer, subject="dr.lee", groups=["cardiology"], claims={"purpose": "TREATMENT", "act.sub": "bot"}
    )
    claims = verified(issuer, token)
    assert (claims["sub"], claims["realm_access"]) == ("dr.lee", {"roles": ["cardiology"]})
    assert (claims["purpose"], claims["act"]) == ("TREATMENT", {"sub": "bot"})
    assert claims["exp"] - claims["iat"] == identity.TOKEN_LIFE_S


def test_the_jwks_has_the_public_half_only(issuer: IdentityProvider) -> None:
    (key,) = json.loads(Path(issuer.jwks).read_text())["keys"]
    assert set(key) == {"kty", "n", "e", "use", "alg", "kid"}


def test_a_key_is_of_its_own_making_each_time() -> None:
    assert identity.made().key != identity.made().key


def test_a_claim_that_runs_through_a_value_is_refused(issuer: IdentityProvider) -> None:
    with pytest.raises(Misconfigured, match=r"claim sub\.name"):
        identity.minted(issuer, subject="dr.lee", groups=[], claims={"sub.name": "x"})


def test_without_a_stand_in_no_token_is_minted(issuer: IdentityProvider) -> None:
    assert identity.stand_in([issuer]) is issuer
    with pytest.raises(Misconfigured, match="stand_in"):
        identity.stand_in([issuer.model_copy(update={"stand_in": False})])


@pytest.mark.parametrize("content", [None, b"", b"-----BEGIN PRIVATE KEY-----\n"])
def test_a_key_that_cannot_be_read_is_named(issuer: IdentityProvider, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "broken"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Misconfigured, match=r"stand_in_key: .*broken"):
        identity.minted(issuer.model_copy(update={"stand_in_key": path}), subject="a", groups=[], claims={})
