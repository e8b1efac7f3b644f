"""What every exchange of this process knows beforehand: providers, issuers, limits and keys. Frozen."""

import hmac
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from extproc.exchange.identity import Issuer
from extproc.payload.dialect import Dialect, Operation
from extproc.payload.dialects import DIALECTS
from extproc.policy.query import Local, Tools
from extproc.sealed import Sealed

OPENAI_PREFIX: Final = "/v1"
GENERIC_PREFIX: Final = "/generic/"
HOUR_US: Final = 3_600 * 1_000_000
EPOCHS_WEEKDAY: Final = 3
"""A Thursday."""


def utc(time_us: int) -> Local:
    hours = time_us // HOUR_US
    return Local(hours % 24, (hours // 24 + EPOCHS_WEEKDAY) % 7, "UTC")


@dataclass(frozen=True, slots=True)
class ProviderFacts:
    dialect: str
    models: frozenset[str]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a request wants to go: one operation of a dialect. ``provider`` is set where the path itself names it."""

    dialect: Dialect
    operation: Operation
    provider: str = ""


@dataclass(frozen=True, slots=True)
class Keys:
    """Derived from the managed key, one for each purpose, so that none can stand in for another."""

    digest: bytes = field(repr=False)
    surrogate: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Gate:
    providers: Mapping[str, ProviderFacts]
    issuers: Mapping[str, Issuer]
    keys: Keys
    detectors: tuple[str, ...]
    max_body_bytes: int = 32 * 2**20
    request_deadline_s: float = 60.0
    exchange_deadline_s: float = 3600.0
    local: Callable[[int], Local] = utc
    """From microseconds since the epoch to the time of day where the gate is."""
    known_tools: frozenset[str] = frozenset()
    """Names that the policy lists itself. Any other name is a caller's word, and is only counted."""
    without_baa: frozenset[str] = frozenset()
    """Providers to which a policy that only warns of a missing agreement may send all the same."""
    seals: bool = False
    """There is somebody to seal transcripts to."""
    asks_of_answers: bool = False
    """The policy has something to say of answers."""

    def endpoint(self, method: str, path: str) -> Endpoint | None:
        """``None`` for all that this gate does not serve."""
        if path.startswith(GENERIC_PREFIX):
            return self._generic(method, path.removeprefix(GENERIC_PREFIX))
        if not path.startswith(OPENAI_PREFIX + "/"):
            return None
        dialect = DIALECTS["openai"]
        operation = dialect.operation(method, path.removeprefix(OPENAI_PREFIX))
        return None if operation is None else Endpoint(dialect, operation)

    def _generic(self, method: str, rest: str) -> Endpoint | None:
        name, _, path = rest.partition("/")
        provider = self.providers.get(name)
        if provider is None or provider.dialect != "generic-json":
            return None
        dialect = DIALECTS["generic-json"]
        operation = dialect.operation(method, "/" + path)
        return None if operation is None else Endpoint(dialect, operation, name)

    def candidates(self, endpoint: Endpoint, model: str) -> tuple[str, ...]:
        """The providers that serve ``model`` in the endpoint's dialect, from which a decision may choose."""
        if endpoint.provider:
            return (endpoint.provider,)
        return tuple(
            name
            for name, facts in self.providers.items()
            if facts.dialect == endpoint.dialect.name and model in facts.models
        )

    def tools(self, asked: Iterable[Sealed[str]]) -> Tools:
        named = [one.reveal() for one in asked]
        known = [name for name in named if name in self.known_tools]
        return Tools(len(named), tuple(sorted(set(known))), len(named) - len(known))

    def digest(self, body: bytes) -> str:
        """Names a body in query and record. Keyed: a bare hash of nine digits is undone in an hour."""
        return "hmac-sha256:" + hmac.digest(self.keys.digest, body, "sha256").hex()
