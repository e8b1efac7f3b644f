"""From settings to what one sidecar process works with."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from extproc import config
from extproc.adapters.age import recipients_of
from extproc.adapters.audit_key import derived, load_key
from extproc.adapters.clock import local_of
from extproc.errors import Misconfigured
from extproc.exchange.gate import Gate, Keys, ProviderFacts
from extproc.exchange.identity import ClaimPaths, Issuer

DIGEST_PURPOSE: Final = "digest"
SURROGATE_PURPOSE: Final = "surrogate"


def gate_of(settings: config.Settings, detectors: tuple[str, ...], data: Mapping[str, object]) -> Gate:
    """``data`` is the policy's whole data document. Raises ``Misconfigured``."""
    key = load_key(settings.audit.key_file)
    return Gate(
        providers={
            name: ProviderFacts(provider.dialect, frozenset(provider.models))
            for name, provider in settings.providers.items()
        },
        issuers={one.issuer: issuer_of(one) for one in settings.identity},
        keys=Keys(digest=derived(key, DIGEST_PURPOSE), surrogate=derived(key, SURROGATE_PURPOSE)),
        detectors=detectors,
        max_body_bytes=settings.sidecar.max_body_bytes,
        request_deadline_s=settings.sidecar.request_deadline_s,
        exchange_deadline_s=settings.sidecar.exchange_deadline_s,
        local=local_of(settings.policy.timezone),
        known_tools=known_tools(data),
        without_baa=frozenset(settings.policy.without_baa),
        seals=recipients_of(settings.transcripts) is not None,
    )


def known_tools(data: Mapping[str, object]) -> frozenset[str]:
    """The names of tools that the policy's own data lists; none where it lists none."""
    match data:
        case {"wardgate": {"tools": {"known": list(names)}}}:
            return frozenset(name for name in names if isinstance(name, str))
        case _:
            return frozenset()


def asked_transcripts(data: Mapping[str, object]) -> str:
    """What the policy's own data asks to keep of texts, ``""`` for nothing. A rule may ask for more or less."""
    match data:
        case {"wardgate": {"obligations": {"record": "masked" | "full" as record}}}:
            return str(record)
        case _:
            return ""


def issuer_of(identity: config.IdentityProvider) -> Issuer:
    return Issuer(
        paths=ClaimPaths(**identity.claims.model_dump()),
        groups_of={} if identity.groups_file is None else read_groups(identity.groups_file),
    )


def read_groups(path: Path) -> dict[str, tuple[str, ...]]:
    """A JSON object: subject to list of groups. Raises ``Misconfigured``."""
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Misconfigured(f"{path}: cannot be read as JSON") from error
    match table:
        case dict() if all(
            isinstance(groups, list) and all(isinstance(g, str) for g in groups) for groups in table.values()
        ):
            return {subject: tuple(groups) for subject, groups in table.items()}
        case _:
            raise Misconfigured(f"{path}: should be an object of subjects, each with a list of groups")
