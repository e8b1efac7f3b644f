"""Which engine decides."""

from pathlib import Path
from typing import Literal

from extproc.adapters.bundle import bundle_revision, read_bundle
from extproc.adapters.opa import OpaPolicy
from extproc.adapters.rego import EmbeddedPolicy
from extproc.errors import Misconfigured
from extproc.runtime.ports import Policy

Engine = Literal["opa", "embedded", "auto"]
Taken = Literal["opa", "embedded"]


async def open_policy(engine: Engine, address: str | None, bundle: Path, deadline_ms: int) -> tuple[Policy, Taken]:
    """The policy, and which engine was taken.

    ``auto`` takes OPA where an address is given and answers in good health now, else the embedded engine; it is asked
    once, so an OPA that fails later is a failure and never a change of engine. ``opa`` takes OPA whether it answers
    yet or not: until it does, every decision fails, closed. Raises ``Misconfigured``.
    """
    match engine:
        case "embedded":
            return await EmbeddedPolicy.start(read_bundle(bundle), deadline_ms), "embedded"
        case "opa":
            if address is None:
                raise Misconfigured("policy.address: the engine opa needs one, unix:///path or http://host:port")
            return OpaPolicy(address, bundle_revision(bundle), deadline_ms), "opa"
        case "auto":
            if address is not None:
                policy = OpaPolicy(address, bundle_revision(bundle), deadline_ms)
                if await policy.healthy():
                    return policy, "opa"
                await policy.close()
            return await EmbeddedPolicy.start(read_bundle(bundle), deadline_ms), "embedded"
