"""What a policy answers, schema ``wardgate.decision/v1``, typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from extproc.detect.entities import EntityType
from extproc.mask.plan import Plan, Scheme

SCHEMA = "wardgate.decision/v1"


class Verdict(StrEnum):
    ALLOW = "allow"
    DENY = "deny"
    REQUIRE_APPROVAL = "require_approval"


class Effect(StrEnum):
    """What a reason did to the verdict; ``WARN`` is recorded and changes nothing."""

    ALLOW = "allow"
    DENY = "deny"
    REQUIRE_APPROVAL = "require_approval"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Reason:
    id: str
    effect: Effect
    text: str
    cite: str


@dataclass(frozen=True, slots=True)
class Masking:
    """Plans of both directions, so that an answer's chunks need no further question.

    ``restore`` names the entities whose surrogates the caller may read as names again, ``restore_tools`` the tools
    in whose arguments too. ``index`` keys the ``KEYED`` scheme.
    """

    request: Plan
    response: Plan
    restore: frozenset[EntityType] = frozenset()
    restore_tools: frozenset[str] = frozenset()
    scheme: Scheme = Scheme.NUMBERED
    index: str = ""


class Transcript(StrEnum):
    """What of the texts is recorded beside the facts: nothing, what is masked, or all of it; always sealed."""

    METADATA = "metadata"
    MASKED = "masked"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Approval:
    groups: tuple[str, ...]
    min_approvals: int
    ttl_s: int
    self_approval: bool


@dataclass(frozen=True, slots=True)
class ReviewAfter:
    """Somebody of ``groups`` looks at the exchange within ``within_s`` of its decision."""

    groups: tuple[str, ...]
    within_s: int


@dataclass(frozen=True, slots=True)
class Obligations:
    """``limits`` and ``unknown`` are names only: this build meets none of them, and only has to say so."""

    record: Transcript
    retention_days: int
    hold_back_chars: int = 64
    notify: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    review_after: ReviewAfter | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """``provider`` is where an allowed request goes, a name of the settings. ``revision`` is the digest of the policy
    that decided, which no policy says of itself: whoever asked it puts it here."""

    decision_id: str
    verdict: Verdict
    reasons: tuple[Reason, ...]
    provider: str
    masking: Masking
    obligations: Obligations
    approval: Approval | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    revision: str = ""
