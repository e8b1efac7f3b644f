"""What Envoy is told of this process's health, and what it follows from.

A process whose trail is dead is not healthy, for good: it cannot record. One that failed its self-test, or has nobody
to read a long text, is not healthy until it has. Envoy sends its requests to another process meanwhile.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, Protocol

from grpc_health.v1 import health_pb2

from extproc.runtime.ports import Inspector

SERVING: Final = health_pb2.HealthCheckResponse.SERVING
NOT_SERVING: Final = health_pb2.HealthCheckResponse.NOT_SERVING

LOOK_S: Final = 0.25
"""How often health is looked at; Envoy asks twice a second."""

Tell = Callable[[int], Awaitable[None]]


class Recording(Protocol):
    @property
    def ready(self) -> bool: ...

    @property
    def refusal(self) -> str: ...


class TrailReporter(Protocol):
    def trail_dead(self, *, reason: str) -> None: ...


class Health:
    """``SERVING`` while both ports are ready. ``tell`` is given what changed, and nothing else."""

    def __init__(self, trail: Recording, inspector: Inspector, log: TrailReporter, tell: Tell) -> None:
        self._trail: Final = trail
        self._inspector: Final = inspector
        self._log: Final = log
        self._tell: Final = tell
        self._told = NOT_SERVING
        self._dead = False

    async def look(self) -> None:
        if not self._trail.ready and not self._dead:
            self._dead = True
            self._log.trail_dead(reason=self._trail.refusal)
        now = SERVING if self._trail.ready and self._inspector.ready else NOT_SERVING
        if now != self._told:
            await self._tell(now)
            self._told = now

    async def keep_looking(self) -> None:
        """Never returns."""
        while True:
            await asyncio.sleep(LOOK_S)
            await self.look()
