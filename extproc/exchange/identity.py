"""Who calls, read from the claims of a verified token; and what a caller states of the request in two headers.

Where each claim stands is the settings' business (``ClaimPaths``); what a claim may be is decided here, closed: a claim
of another kind than expected refuses the request rather than being left out. A header is a caller's own word: whether
it counts is the policy's business.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from extproc.errors import PeerError
from extproc.policy.query import BreakGlass, Emergency, Identity, Purpose, PurposeCode, SubjectType

PURPOSE_HEADER: Final = "wardgate-purpose"
BREAK_GLASS_HEADER: Final = "wardgate-break-glass"

STATED: Final = {code.value: code for code in PurposeCode if code is not PurposeCode.UNSPECIFIED}
EMERGENCIES: Final = {reason.value: reason for reason in Emergency}


class IdentityMalformed(PeerError):
    public = "identity_malformed"


class PurposeUnknown(PeerError):
    """A header states a purpose that is none of the codes."""

    public = "purpose_unknown"


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
    break_glass_exp: str = "break_glass_exp"


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
        break_glass=BreakGlass(expires_us=_time_us(claims, paths.break_glass_exp)),
    )


def stating(identity: Identity, headers: Mapping[str, str]) -> Identity:
    """``identity`` with what the caller states beside the token. Raises ``PurposeUnknown``.

    A purpose counts only where the token claims none, and says that it came from a header.
    """
    return replace(
        identity,
        purpose=_stated(identity.purpose, headers.get(PURPOSE_HEADER)),
        break_glass=replace(identity.break_glass, reason=_emergency(headers.get(BREAK_GLASS_HEADER))),
    )


def _stated(claimed: Purpose, word: str | None) -> Purpose:
    if word is None:
        return claimed
    if word not in STATED:
        raise PurposeUnknown("the purpose in the header is not one of the codes")
    return Purpose(STATED[word], "header") if claimed.source == "default" else claimed


def _emergency(word: str | None) -> Emergency | None:
    return None if word is None else EMERGENCIES.get(word, Emergency.OTHER)


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
