"""Which engine decides, by which policy at first, and who looks for another."""

from collections.abc import Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from extproc.adapters.bundle import Bundle
from extproc.adapters.bundle_signature import Trust
from extproc.adapters.embedded_engine import EmbeddedEngine
from extproc.adapters.opa import OpaPolicy
from extproc.adapters.opa_engine import OpaEngine
from extproc.adapters.opa_learned import OpaLearned
from extproc.adapters.opa_program import binary
from extproc.adapters.policy_engine import Changed, Engine
from extproc.adapters.policy_ledger import PolicyLedger, keep
from extproc.adapters.policy_source import PolicySource
from extproc.adapters.policy_watch import PolicyWatch
from extproc.config import Policy as Settings
from extproc.errors import Misconfigured

Taken = Literal["opa", "embedded"]


@dataclass(frozen=True, slots=True)
class Watched:
    """An engine that decides by ``bundle``, which ``source`` had as ``content``."""

    engine: Engine
    taken: Taken
    source: PolicySource
    content: str
    bundle: Bundle

    def watching(
        self, ledger: PolicyLedger, audit: Path, every_s: float, changed: Changed
    ) -> Coroutine[Any, Any, None]:
        """The policy is kept and recorded now; what is returned looks for another one, for ever.

        Raises ``OSError`` and ``TrailUnavailable``.
        """
        keep(audit, self.bundle)
        ledger.activated(self.bundle)
        changed(self.bundle.data, self.bundle.packages)
        watch = PolicyWatch(self.source, self.engine, ledger, audit, self.content, self.bundle, changed)
        return watch.keep_looking(every_s)


@dataclass(frozen=True, slots=True)
class Learned:
    """An OPA that somebody else gives its bundles."""

    engine: OpaLearned
    taken: Taken = "opa"

    def watching(
        self, ledger: PolicyLedger, audit: Path, every_s: float, changed: Changed
    ) -> Coroutine[Any, Any, None]:
        self.engine.tell(ledger, audit, changed)
        return self.engine.keep_looking(every_s)


@dataclass(frozen=True, slots=True)
class LocalOpa:
    """An OPA that runs beside us, where the settings name none: its address, and where it watches for its bundle."""

    address: str | None = None
    archive: Path | None = None


ELSEWHERE: Final = LocalOpa()


async def open_policy(settings: Settings, local: LocalOpa = ELSEWHERE) -> Watched | Learned:
    """The engine that the settings name, with the policy that they name.

    ``auto`` takes OPA where an address is given and answers in good health now, else the embedded engine; it is asked
    once, so an OPA that fails later is a failure and never a change of engine. ``opa`` takes OPA whether it answers
    yet or not: until it does, every decision fails, closed. Raises ``Misconfigured``.
    """
    address, archive = local.address or settings.address, local.archive or settings.archive
    if settings.source == "opa":
        return Learned(OpaLearned(OpaPolicy(_given(address), "", settings.deadline_ms)))
    source = PolicySource(settings.bundle, trust_of(settings))
    content, bundle = source.read()
    match settings.engine:
        case "opa":
            engine = await _opa(_policy(_given(address), bundle, settings), bundle, archive)
            return Watched(engine, "opa", source, content, bundle)
        case "auto" if address is not None:
            policy = _policy(address, bundle, settings)
            if await policy.healthy():
                engine = await _opa(policy, bundle, archive)
                return Watched(engine, "opa", source, content, bundle)
            await policy.close()
        case "auto" | "embedded":
            pass
    embedded = await EmbeddedEngine.start(bundle, settings.deadline_ms)
    return Watched(embedded, "embedded", source, content, bundle)


def trust_of(settings: Settings) -> Trust:
    """Whose signature is believed."""
    return Trust(
        settings.verification_key, settings.verification_key_id, settings.signing_algorithm, settings.require_signed
    )


def _given(address: str | None) -> str:
    if address is None:
        raise Misconfigured("policy.address: the engine opa needs one, unix:///path or http://host:port")
    return address


def _policy(address: str, bundle: Bundle, settings: Settings) -> OpaPolicy:
    return OpaPolicy(address, bundle.revision, settings.deadline_ms, named=bundle.named)


async def _opa(policy: OpaPolicy, bundle: Bundle, archive: Path | None) -> OpaEngine:
    engine = OpaEngine(policy, bundle, archive, binary())
    try:
        await engine.begin()
    except BaseException:
        await engine.close()
        raise
    return engine
