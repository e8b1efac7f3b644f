"""Claims of a verified token → who calls."""

import pytest

from extproc.exchange.identity import (
    ClaimPaths,
    IdentityMalformed,
    Issuer,
    PurposeUnknown,
    identity_of,
    stating,
)
from extproc.policy.query import BreakGlass, Emergency, Purpose, PurposeCode, SubjectType

ISSUER = "https://idp.test"
CLAIMS: dict[str, object] = {"iss": ISSUER, "sub": "dr.lee", "groups": ["clinicians"]}


def read(paths: ClaimPaths | None = None, groups_of: dict[str, tuple[str, ...]] | None = None, **claims: object):  # type: ignore[no-untyped-def]
    return identity_of({**CLAIMS, **claims}, {ISSUER: Issuer(paths or ClaimPaths(), groups_of or {})})


def test_a_token_is_read_by_its_claims() -> None:
    identity = read(
        wardgate_type="user", tenant="east", auth_time=1_700_000_000.0, amr=["pwd", "otp"], sid="s1", acr="2"
    )
    assert identity.subject == "dr.lee"
    assert identity.type is SubjectType.USER
    assert identity.groups == ("clinicians",)
    assert identity.auth_time_us == 1_700_000_000_000_000
    assert identity.amr == ("pwd", "otp")


def test_claims_are_found_by_path() -> None:
    identity = read(ClaimPaths(groups="realm_access.roles"), realm_access={"roles": ["a", "b"]})
    assert identity.groups == ("a", "b")


def test_a_token_that_names_no_groups_says_none_rather_than_empty() -> None:
    claims = {"iss": ISSUER, "sub": "dr.lee"}
    assert identity_of(claims, {ISSUER: Issuer()}).groups is None
    assert identity_of({**claims, "groups": []}, {ISSUER: Issuer()}).groups == ()


def test_the_groups_file_answers_for_a_token_without_groups_only() -> None:
    table = {"dr.lee": ("from-file",)}
    assert read(groups_of=table, groups=None).groups == ("from-file",)
    assert read(groups_of=table).groups == ("clinicians",)


def test_without_a_claim_the_kind_is_the_one_with_the_fewest_rights() -> None:
    assert read().type is SubjectType.SERVICE


def test_who_acts_is_read_from_the_actor_claim() -> None:
    assert read(act={"sub": "app-7"}).on_behalf_of == "app-7"
    assert read(act="app-7").on_behalf_of == "app-7"


def test_a_purpose_is_a_known_code() -> None:
    assert read(purpose="TREATMENT").purpose.code is PurposeCode.TREATMENT
    assert read().purpose.source == "default"


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://elsewhere"},
        {"iss": 7},
        {"sub": ""},
        {"sub": ["dr.lee"]},
        {"groups": "clinicians", "wardgate_type": "root"},
        {"groups": [1]},
        {"groups": {"a": 1}},
        {"auth_time": True},
        {"break_glass_exp": "tomorrow"},
        {"auth_time": "yesterday"},
        {"auth_time": -1.0},
        {"purpose": "CURIOSITY"},
        {"act": 5},
        {"tenant": ["a"]},
    ],
)
def test_a_claim_of_another_kind_refuses_the_request(claims: dict[str, object]) -> None:
    with pytest.raises(IdentityMalformed):
        read(**claims)


def test_a_purpose_may_be_stated_in_a_header_where_the_token_claims_none() -> None:
    stated = {"wardgate-purpose": "RESEARCH"}
    assert stating(read(), stated).purpose == Purpose(PurposeCode.RESEARCH, "header")
    assert stating(read(purpose="TREATMENT"), stated).purpose == Purpose(PurposeCode.TREATMENT, "claim")
    assert stating(read(), {}).purpose == Purpose(PurposeCode.UNSPECIFIED, "default")


@pytest.mark.parametrize("word", ["", "CURIOSITY", "treatment", "UNSPECIFIED", "TREATMENT, RESEARCH", "TREATMENT "])
def test_a_header_that_states_no_known_purpose_refuses_the_request(word: str) -> None:
    with pytest.raises(PurposeUnknown):
        stating(read(), {"wardgate-purpose": word})


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("emergency_care", Emergency.EMERGENCY_CARE),
        ("system_outage", Emergency.SYSTEM_OUTAGE),
        ("other", Emergency.OTHER),
        ("Maria Lopez is dying", Emergency.OTHER),
        ("", Emergency.OTHER),
    ],
)
def test_emergency_access_is_asked_for_by_a_header(word: str, reason: Emergency) -> None:
    assert stating(read(), {"wardgate-break-glass": word}).break_glass == BreakGlass(reason)


def test_the_token_may_say_until_when_emergency_access_is_granted() -> None:
    granted = stating(read(break_glass_exp=1_780_000_060.0), {}).break_glass
    assert granted == BreakGlass(None, 1_780_000_060_000_000)
    paths = ClaimPaths(break_glass_exp="emergency.until")
    assert read(paths, emergency={"until": 1_780_000_060}).break_glass.expires_us == 1_780_000_060_000_000
