"""Looks at the policy's source again and again, and has the engine take what changed.

What was seen twice alike is read, validated, kept, and offered to the engine. What does not stand that is rejected:
once for each content, loudly, and what is in force goes on deciding. The change itself is the engine's, between two
decisions; nobody waits for it.
"""

import asyncio
from functools import partial
from pathlib import Path

from extproc.adapters.bundle import Bundle
from extproc.adapters.policy_engine import Changed, Engine
from extproc.adapters.policy_ledger import PolicyLedger, keep
from extproc.adapters.policy_source import NotTaken, PolicySource, Seen, Why
from extproc.errors import Misconfigured, PolicyMalformed, PolicyUnavailable, TrailUnavailable


class PolicyWatch:
    """Begins with the ``bundle`` of ``content``, which the engine decides by already."""

    def __init__(
        self,
        source: PolicySource,
        engine: Engine,
        ledger: PolicyLedger,
        audit: Path,
        content: str,
        bundle: Bundle,
        changed: Changed,
    ) -> None:
        self._source = source
        self._engine = engine
        self._ledger = ledger
        self._audit = audit
        self._changed = changed
        self._taken = {content}  # contents that are what is in force
        self._in_force = bundle
        self._last = content
        self._offered = ""
        self._rejected: set[str] = set()

    async def keep_looking(self, every_s: float) -> None:
        """Never returns."""
        while True:
            await asyncio.sleep(every_s)
            try:
                await self.look()
            except Exception as error:  # noqa: BLE001  # a defect: what is in force stays, and the next look comes
                self._ledger.reporter.unexpected(error)

    async def look(self) -> None:
        try:
            await self._engine.step()
        except Misconfigured:
            self._reject(self._offered, Why.NOT_TAKEN)
        if self._engine.busy:
            return
        seen = await asyncio.to_thread(self._source.look)
        settled, self._last = seen.content == self._last, seen.content
        if settled and seen.content not in self._rejected:
            await self._settled(seen)

    async def _settled(self, seen: Seen) -> None:
        if seen.content == self._offered:
            return
        if seen.content in self._taken:
            self._withdraw()
            return
        try:
            await self._offer(seen)
        except NotTaken as error:
            self._reject(seen.content, error.why)
        except (PolicyUnavailable, TrailUnavailable, OSError):
            return  # nothing was found out about the policy itself: the next look tries again

    async def _offer(self, seen: Seen) -> None:
        """Raises ``NotTaken``, and what says nothing about the policy."""
        bundle = await asyncio.to_thread(self._source.bundle, seen)
        if (bundle.revision, bundle.archive) == (self._in_force.revision, self._in_force.archive):
            self._taken.add(seen.content)
            return
        await asyncio.to_thread(keep, self._audit, bundle)
        self._withdraw()
        try:
            await self._engine.offer(bundle, partial(self._arrived, seen.content, bundle))
        except Misconfigured as error:
            raise NotTaken(Why.REFUSED, str(error)) from error
        except PolicyMalformed as error:
            raise NotTaken(Why.OUTSIDE_SCHEMA, str(error)) from error
        self._offered = "" if bundle is self._in_force else seen.content

    def _arrived(self, content: str, bundle: Bundle) -> None:
        """Raises ``TrailUnavailable``."""
        self._ledger.activated(bundle)
        self._taken, self._in_force, self._offered = {content}, bundle, ""
        self._changed(bundle.data, bundle.packages)

    def _withdraw(self) -> None:
        if self._offered:
            self._engine.withdraw()
            self._offered = ""

    def _reject(self, content: str, why: Why) -> None:
        self._withdraw()
        self._rejected.add(content)
        self._ledger.rejected(content, why)
