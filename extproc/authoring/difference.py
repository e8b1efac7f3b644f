"""Two decisions about the same query, compared as they are recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from extproc.authoring.outcome import effect_of
from extproc.detect.entities import EntityType


class Kind(StrEnum):
    """What a change of policy can change of a decision."""

    VERDICT = "verdict"
    PROVIDER = "provider"
    MASKING = "masking"
    RESTORE = "restore"
    OBLIGATIONS = "obligations"
    REASONS = "reasons"


@dataclass(frozen=True, slots=True)
class Difference:
    """``before`` and ``after`` are effects: a verdict, or what the gate made of one (``obligation_unmet``).

    ``masking`` has a line for each direction and entity: ``request NAME: surrogate → redact``.
    """

    kinds: frozenset[Kind]
    before: str
    after: str
    providers: tuple[str, str]
    masking: tuple[str, ...]
    gained: tuple[str, ...]
    """Ids of reasons that are new, and ``lost`` of those that are no more."""
    lost: tuple[str, ...]


Document = Mapping[str, Any]


def difference(before: Document, after: Document, outcomes: tuple[str, str]) -> Difference | None:
    """``None`` for decisions that say the same; ``before`` and ``after`` are decisions as records spell them.

    The masking of a request that does not go on is not compared: nothing is masked by it.
    """
    if before == after and outcomes[0] == outcomes[1]:
        return None
    effects = (effect_of(before["verdict"], outcomes[0]), effect_of(after["verdict"], outcomes[1]))
    masking = _masked_otherwise(before["masking"], after["masking"]) if set(effects) == {"allow"} else ()
    told = {
        Kind.PROVIDER: before["provider"] != after["provider"],
        Kind.MASKING: bool(masking),
        Kind.RESTORE: set(effects) == {"allow"} and _restored(before) != _restored(after),
        Kind.OBLIGATIONS: before["obligations"] != after["obligations"],
    }
    return _found(before, after, effects, (before["provider"], after["provider"]), told, masking)


def difference_of_answers(before: Document, after: Document, provider: str) -> Difference | None:
    """As :func:`difference`, of decisions about an answer of ``provider``: they have verdict and reasons only."""
    return _found(before, after, (before["verdict"], after["verdict"]), (provider, provider), {}, ())


def _found(
    before: Document,
    after: Document,
    effects: tuple[str, str],
    providers: tuple[str, str],
    told: Mapping[Kind, bool],
    masking: tuple[str, ...],
) -> Difference | None:
    old, new = _reasons(before), _reasons(after)
    all_told = {Kind.VERDICT: effects[0] != effects[1], **told, Kind.REASONS: old != new}
    kinds = frozenset(kind for kind, differs in all_told.items() if differs)
    if not kinds:
        return None
    return Difference(
        kinds,
        *effects,
        providers,
        masking,
        gained=tuple(sorted({one for one, _ in new - old})),
        lost=tuple(sorted({one for one, _ in old - new})),
    )


def _reasons(decision: Document) -> set[tuple[str, str]]:
    return {(reason["id"], reason["effect"]) for reason in decision["reasons"]}


def _restored(decision: Document) -> object:
    masking = decision["masking"]
    return sorted(masking["restore"]), sorted(masking["restore_tools"])


def _masked_otherwise(before: Document, after: Document) -> tuple[str, ...]:
    found = [
        f"{direction} {entity}: {old} → {new}"
        for direction in ("request", "response")
        for entity in EntityType
        if (old := _operator(before[direction], entity)) != (new := _operator(after[direction], entity))
    ]
    found += [f"{what}: {before[what]} → {after[what]}" for what in ("scheme", "index") if before[what] != after[what]]
    return tuple(found)


def _operator(plan: Document, entity: EntityType) -> str:
    operator: str = plan.get(entity.value, plan["default"])
    return operator
