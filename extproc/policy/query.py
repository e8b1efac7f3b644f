"""The query a policy is asked, schema ``wardgate.input/v1``: facts about an exchange, never a value of PHI.

Strings come from the verified token, from the settings, or from closed lists; what the caller writes in a body
enters as counts. Integers only: times in microseconds, scores in thousandths.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from extproc.detect.entities import EntityType
from extproc.payload.part import Inspectability

SCHEMA = "wardgate.input/v1"


class SubjectType(StrEnum):
    USER = "user"
    SERVICE = "service"
    AGENT = "agent"


class Scan(StrEnum):
    COMPLETE = "complete"
    PARTIAL = "partial"
    FAILED = "failed"


class PurposeCode(StrEnum):
    TREATMENT = "TREATMENT"
    PAYMENT = "PAYMENT"
    OPERATIONS = "OPERATIONS"
    RESEARCH = "RESEARCH"
    EMERGENCY = "EMERGENCY"
    PATIENT_REQUEST = "PATIENT_REQUEST"
    UNSPECIFIED = "UNSPECIFIED"


@dataclass(frozen=True, slots=True)
class Purpose:
    code: PurposeCode
    source: str  # "claim" | "header" | "default"


class Emergency(StrEnum):
    """Justifications for emergency access; any other word of a caller's is ``OTHER``."""

    EMERGENCY_CARE = "emergency_care"
    PATIENT_SAFETY = "patient_safety"
    PUBLIC_HEALTH = "public_health"
    SYSTEM_OUTAGE = "system_outage"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class BreakGlass:
    """Whether the caller asks for emergency access: ``reason`` is set where it does. ``expires_us`` is until when the
    token would grant it, ``None`` where it does not say."""

    reason: Emergency | None = None
    expires_us: int | None = None


@dataclass(frozen=True, slots=True)
class Local:
    """The time of day where the gate is. ``weekday``: Monday is 0. ``tz`` is an IANA name."""

    hour: int
    weekday: int
    tz: str


@dataclass(frozen=True, slots=True)
class Tools:
    """``names`` are those that the policy knows, sorted, each once; ``unknown`` counts the others, ``count`` all."""

    count: int = 0
    names: tuple[str, ...] = ()
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Identity:
    """Who calls, from the verified token alone; save the purpose and the asking for emergency access, which a caller
    may state beside it. ``groups`` is ``None`` where the token names none at all."""

    subject: str
    issuer: str
    type: SubjectType
    groups: tuple[str, ...] | None
    on_behalf_of: str = ""
    tenant: str = ""
    session: str = ""
    auth_time_us: int | None = None
    acr: str = ""
    amr: tuple[str, ...] = ()
    purpose: Purpose = Purpose(PurposeCode.UNSPECIFIED, "default")
    break_glass: BreakGlass = BreakGlass()


@dataclass(frozen=True, slots=True)
class Route:
    """``model`` is a name that the settings list for some provider, or ``""`` when the caller asked for another.
    ``providers`` are the settings' providers that serve it in this dialect, which a decision may choose from."""

    dialect: str
    operation: str
    model: str
    stream: bool
    providers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was looked at, by pointer pattern: pattern → (parts, bytes)."""

    inspected: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    uninspected: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attachment:
    media_type: str
    size_bytes: int
    inspected: bool


@dataclass(frozen=True, slots=True)
class EntityCount:
    count: int
    max_score_permille: int
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phi:
    scan: Scan
    detectors: tuple[str, ...]
    entities: Mapping[EntityType, EntityCount]
    subjects: int
    """Distinct names found: an upper bound of the patients spoken of."""
    uninspected_parts: int
    uninspected: Mapping[Inspectability, int] = field(default_factory=dict)
    """Why parts could not be inspected, and how many of each: a policy may tolerate one reason and not another. Where
    the counts do not add up to ``uninspected_parts`` nothing is tolerated."""

    @property
    def total(self) -> int:
        return sum(one.count for one in self.entities.values())


@dataclass(frozen=True, slots=True)
class Query:
    """One question in the request phase. ``digest`` is a keyed HMAC of the body."""

    request_id: str
    decision_id: str
    time_us: int
    identity: Identity
    route: Route
    phi: Phi
    coverage: Coverage
    size_bytes: int
    digest: str
    roles: Mapping[str, int]
    max_tokens: int | None = None
    tools: Tools = Tools()
    tool_calls: Tools = Tools()
    attachments: tuple[Attachment, ...] = ()
    labels: tuple[str, ...] = ()
    """What the content says of its own confidentiality: words of :class:`~extproc.detect.labels.Label`, sorted."""
    local: Local = Local(hour=0, weekday=3, tz="UTC")
    """Of ``time_us``; the default is the epoch's own."""
