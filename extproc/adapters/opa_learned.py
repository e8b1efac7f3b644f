"""An OPA whose bundles come from elsewhere (its bundle service): it says by which one it decides, and is believed.

Each new one is recorded before the first decision by it goes on, and what OPA holds then is kept: its modules and the
data below ``data.wardgate``. OPA is asked at each look too, so that a change is recorded where nobody else asks.

Not covered: signatures, which OPA verifies where its own configuration says so; data elsewhere than below ``wardgate``,
and whether data is inside its schemas: OPA has taken it already, and does not hold the schemas that the bundle brought.
"""

import asyncio
from pathlib import Path

from extproc.adapters.bundle import packages_of
from extproc.adapters.opa import OpaPolicy
from extproc.adapters.policy_engine import Changed
from extproc.adapters.policy_ledger import PolicyLedger, keep_held
from extproc.errors import PolicyMalformed, PolicyUnavailable
from extproc.policy.answer import AnswerDecision, AnswerQuery
from extproc.policy.canary import CANARY
from extproc.policy.decision import Decision
from extproc.policy.query import Query


class OpaLearned:
    """The port ``Policy``; until :meth:`tell` every decision fails, closed."""

    def __init__(self, policy: OpaPolicy) -> None:
        self._policy = policy
        self._ledger: PolicyLedger | None = None
        self._audit = Path()
        self._changed: Changed | None = None
        self._kept = ""

    def tell(self, ledger: PolicyLedger, audit: Path, changed: Changed) -> None:
        """From now on, what OPA decides by is recorded, and kept below ``audit``."""
        self._policy.learned = ledger.learned
        self._ledger, self._audit, self._changed = ledger, audit, changed

    @property
    def revision(self) -> str:
        return self._policy.revision

    async def decide(self, query: Query) -> Decision:
        return await self._policy.decide(query)

    async def decide_answer(self, query: AnswerQuery) -> AnswerDecision:
        return await self._policy.decide_answer(query)

    async def keep_looking(self, every_s: float) -> None:
        """Never returns."""
        while True:
            await asyncio.sleep(every_s)
            try:
                await self.look()
            except Exception as error:  # noqa: BLE001  # a defect: OPA goes on deciding, and the next look comes
                if self._ledger is not None:
                    self._ledger.reporter.unexpected(error)

    async def look(self) -> None:
        try:
            revision = (await self._policy.decide(CANARY)).revision
            if revision != self._kept:
                held = await self._policy.held()
                if held.revision == revision:
                    await asyncio.to_thread(keep_held, self._audit, held)
                    self._kept = revision
                    if self._changed is not None:
                        self._changed({"wardgate": held.data}, packages_of(held.modules))
        except (PolicyUnavailable, PolicyMalformed, OSError):
            return  # every decision says so; nothing was learned

    async def close(self) -> None:
        await self._policy.close()
