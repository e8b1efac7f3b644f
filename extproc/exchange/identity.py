"""Who calls, read from the claims of a verified token.

Where each claim stands is the settings' business (``ClaimPaths``); what a claim may be is decided here, closed: a claim
of another kind than expected refuses the request rather than being left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from extproc.errors import PeerError
from extproc.policy.query import Identity, Purpose, PurposeCode, SubjectType


class IdentityMalformed(PeerError):
    public = "identity_malformed"


@dataclass(frozen=True, slots=True)
class ClaimPaths:
    """Member names joined by dots, for example ``realm_access.roles``."""

    subject: str = "sub"
    type: str = "wardgate_type"
    groups: str = "groups"
    tenant: str = "tenant"
    purpose: str = "purpose"
    act: str = "act"
    acr: str = "acr"
    amr: str = "amr"
    auth_time: str = "auth_time"
    sid: str = "sid"


@dataclass(frozen=True, slots=True)
class Issuer:
    """How one issuer's tokens are read. ``groups_of`` answers for subjects whose token names no groups."""

    paths: ClaimPaths = ClaimPaths()
    groups_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def identity_of(claims: Mapping[str, object], issuers: Mapping[str, Issuer]) -> Identity:
    """Raises ``IdentityMalformed`` for an unknown issuer, no subject, or a claim of another kind than its name says."""
    issuer = _text(claims, "iss")
    known = issuers.get(issuer)
    if known is None:
        raise IdentityMalformed("the token's issuer is not in the settings")
    paths = known.paths
    subject = _text(claims, paths.subject)
    if not subject:
        raise IdentityMalformed("the token names no subject")
    groups = _texts(claims, paths.groups)
    return Identity(
        subject=subject,
        issuer=issuer,
        type=_word(SubjectType, _text(claims, paths.type), SubjectType.SERVICE),
        groups=known.groups_of.get(subject) if groups is None else groups,
        on_behalf_of=_actor(claims, paths.act),
        tenant=_text(claims, paths.tenant),
        session=_text(claims, paths.sid),
        auth_time_us=_time_us(claims, paths.auth_time),
        acr=_text(claims, paths.acr),
        amr=_texts(claims, paths.amr) or (),
        purpose=_purpose(_text(claims, paths.purpose)),
    )


def _at(claims: Mapping[str, object], path: str) -> object:
    place: object = claims
    for name in path.split("."):
        if not isinstance(place, Mapping):
            return None
        place = place.get(name)
    return place


def _text(claims: Mapping[str, object], path: str) -> str:
    match _at(claims, path):
        case None:
            return ""
        case str(text):
            return text
        case _:
            raise IdentityMalformed("a claim that should be a string is not")


def _texts(claims: Mapping[str, object], path: str) -> tuple[str, ...] | None:
    match _at(claims, path):
        case None:
            return None
        case str(text):
            return (text,)
        case list(members) if all(isinstance(member, str) for member in members):
            return tuple(members)
        case _:
            raise IdentityMalformed("a claim that should be a list of strings is not")


def _time_us(claims: Mapping[str, object], path: str) -> int | None:
    match _at(claims, path):
        case None:
            return None
        case bool():
            raise IdentityMalformed("a claim that should be a time is not")
        case int(seconds) | float(seconds) if 0 <= seconds < 2**33:
            return int(seconds * 1_000_000)
        case _:
            raise IdentityMalformed("a claim that should be a time is not")


def _actor(claims: Mapping[str, object], path: str) -> str:
    """RFC 8693: ``act`` is an object whose ``sub`` is who acts; a plain string is taken too."""
    match _at(claims, path):
        case {"sub": str(subject)}:
            return subject
        case None:
            return ""
        case str(subject):
            return subject
        case _:
            raise IdentityMalformed("the claim of who acts is neither a string nor an object with a subject")


def _word(words: type[SubjectType], text: str, default: SubjectType) -> SubjectType:
    """No claim at all means the kind with the fewest rights: names are not restored for a service."""
    if not text:
        return default
    try:
        return words(text)
    except ValueError as error:
        raise IdentityMalformed("the kind of subject is not one of user, service, agent") from error


def _purpose(text: str) -> Purpose:
    if not text:
        return Purpose(PurposeCode.UNSPECIFIED, "default")
    try:
        return Purpose(PurposeCode(text), "claim")
    except ValueError as error:
        raise IdentityMalformed("the purpose of use is not one of the known codes") from error
