"""The embedded engine, its worker replaced when the policy changes and when it died."""

from contextlib import suppress

from extproc.adapters.bundle import Bundle
from extproc.adapters.policy_engine import Arrived
from extproc.adapters.rego import EmbeddedPolicy
from extproc.errors import Misconfigured, PolicyMalformed, PolicyUnavailable
from extproc.policy.answer import PACKAGE, AnswerDecision, AnswerQuery
from extproc.policy.canary import CANARY, OF_ANSWER
from extproc.policy.decision import Decision
from extproc.policy.query import Query


class EmbeddedEngine:
    """An ``Engine``; made by :meth:`start`."""

    busy = False

    def __init__(self, policy: EmbeddedPolicy, bundle: Bundle, deadline_ms: int) -> None:
        self._policy = policy
        self._bundle = bundle
        self._deadline_ms = deadline_ms

    @classmethod
    async def start(cls, bundle: Bundle, deadline_ms: int) -> "EmbeddedEngine":
        """Raises ``Misconfigured`` with why, for a policy that this engine must not run."""
        policy = await EmbeddedPolicy.start(bundle, deadline_ms)
        try:
            await _tried(policy, bundle)
        except PolicyMalformed as error:
            await policy.close()
            raise Misconfigured(f"the policy gives no decision that the gate can read: {error}") from error
        except PolicyUnavailable:
            pass  # slow at its start: nothing was found out about the policy
        return cls(policy, bundle, deadline_ms)

    @property
    def revision(self) -> str:
        return self._policy.revision

    async def decide(self, query: Query) -> Decision:
        return await self._policy.decide(query)

    async def decide_answer(self, query: AnswerQuery) -> AnswerDecision:
        return await self._policy.decide_answer(query)

    async def offer(self, bundle: Bundle, arrived: Arrived) -> None:
        fresh = await EmbeddedPolicy.start(bundle, self._deadline_ms)
        try:
            await _tried(fresh, bundle)
            arrived()
        except BaseException:
            await fresh.close()
            raise
        before, self._policy, self._bundle = self._policy, fresh, bundle
        await before.retire()

    def withdraw(self) -> None:
        """Nothing is ever on its way."""

    async def step(self) -> None:
        """A worker that died is replaced; where that fails, the next step tries again."""
        if self._policy.gone:
            with suppress(Misconfigured):
                self._policy = await EmbeddedPolicy.start(self._bundle, self._deadline_ms)

    async def close(self) -> None:
        await self._policy.close()


async def _tried(policy: EmbeddedPolicy, bundle: Bundle) -> None:
    """Asks it what any policy can answer. Raises ``PolicyMalformed`` for one that cannot, ``PolicyUnavailable``."""
    await policy.decide(CANARY)
    if PACKAGE in bundle.packages:
        await policy.decide_answer(OF_ANSWER)
