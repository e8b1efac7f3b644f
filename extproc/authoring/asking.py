"""Which engine is asked, and its answer read as the gate reads it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from extproc.adapters.bundle import read_bundle
from extproc.authoring.about import About
from extproc.authoring.embedded import embedded
from extproc.authoring.opa_server import serving
from extproc.policy.answer import PACKAGE


class Engine(StrEnum):
    OPA = "opa"
    EMBEDDED = "embedded"


class Asked(Protocol):
    """An engine with a bundle."""

    async def ask(self, about: About, queries: Sequence[bytes]) -> list[object]:
        """An answer for each of ``queries`` (JSON texts), in their order; ``None`` where the policy has none."""
        ...


@asynccontextmanager
async def asking(engine: Engine, bundle: Path) -> AsyncIterator[Asked]:
    """Raises ``Misconfigured`` for a bundle that the engine does not take."""
    match engine:
        case Engine.OPA:
            async with serving(bundle) as server:
                yield server
        case Engine.EMBEDDED:
            async with embedded(bundle) as worker:
                yield worker


def asked_about(bundle: Path) -> frozenset[About]:
    """What the gate asks this policy about: answers only where it has a package for them."""
    both = PACKAGE in read_bundle(bundle).packages
    return frozenset(About) if both else frozenset({About.REQUEST})
