"""OPA, given another bundle while it decides.

A new bundle is tried by another OPA first, where there is a program for that. Then decisions by it are believed as well
as those by the old one; only some looks later, when every sidecar expects it too, it is put where OPA looks. OPA loads
it by itself and says by which bundle it decides, so the change is made when its first good decision comes back. One
that OPA still does not decide by after more looks was not taken: the last good archive is put back.

Without a place where OPA looks, somebody else gives it the bundle, and it is waited for without an end.
"""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Final

from extproc.adapters.bundle import Bundle, put
from extproc.adapters.opa import Expected, InForce, OpaPolicy
from extproc.adapters.opa_trial import tried
from extproc.adapters.policy_engine import Arrived
from extproc.errors import Misconfigured, PolicyMalformed, PolicyUnavailable
from extproc.policy.answer import AnswerDecision, AnswerQuery
from extproc.policy.canary import CANARY
from extproc.policy.decision import Decision
from extproc.policy.query import Query

OTHERS_LOOKS: Final = 2
"""From expecting a bundle to giving it to OPA: all sidecars look as often, and some are late."""
TAKING_S: Final = 10.0
"""How long OPA may go on deciding by the old bundle before the new one counts as refused; it takes one in 0.1 s."""


class OpaEngine:
    """An ``Engine``. ``archive`` is where OPA looks, ``program`` an OPA to try bundles with; both may be missing."""

    def __init__(
        self,
        policy: OpaPolicy,
        bundle: Bundle,
        archive: Path | None,
        program: Path | None,
        now_s: Callable[[], float] = monotonic,
    ) -> None:
        self._policy = policy
        self._bundle = bundle
        self._archive = archive
        self._program = program
        self._now_s = now_s
        self._offered: Bundle | None = None
        self._looks = 0
        self._given = False
        self._refused_since_s: float | None = None

    @property
    def revision(self) -> str:
        return self._policy.revision

    @property
    def busy(self) -> bool:
        return self._given

    async def decide(self, query: Query) -> Decision:
        return await self._policy.decide(query)

    async def decide_answer(self, query: AnswerQuery) -> AnswerDecision:
        return await self._policy.decide_answer(query)

    async def begin(self) -> None:
        """OPA is to decide by the first bundle, which is tried before. Raises ``Misconfigured``."""
        try:
            if self._program is not None:
                await tried(self._program, self._bundle)
        except PolicyMalformed as error:
            raise Misconfigured(f"policy.bundle: its decision is outside the schema ({error})") from error
        self._give(self._bundle)

    async def offer(self, bundle: Bundle, arrived: Arrived) -> None:
        if bundle.named == self._policy.in_force.named and bundle.revision != self._policy.in_force.revision:
            raise Misconfigured("another bundle under the revision of the one in force: OPA could not tell them apart")
        if self._program is not None:
            await tried(self._program, bundle)
        self._offered, self._looks, self._given = bundle, 0, False
        self._policy.expected = Expected(InForce(bundle.named, bundle.revision), arrived)

    def withdraw(self) -> None:
        self._offered, self._given = None, False
        self._policy.expected = None

    async def step(self) -> None:
        if self._offered is None:
            return
        if self._archive is not None and not self._given and self._looks >= OTHERS_LOOKS:
            self._given, self._refused_since_s = True, None
            self._give(self._offered)
        self._looks += 1
        answers = await self._answers()
        if self._policy.expected is None:
            self._bundle, self._offered, self._given = self._offered, None, False
        elif self._given and self._refuses(answers):
            self._give(self._bundle)
            self.withdraw()
            raise Misconfigured("OPA does not take the bundle, and says in its own log why")

    async def close(self) -> None:
        await self._policy.close()

    async def _answers(self) -> bool:
        """Whether OPA does, by whichever bundle. Asking brings one into force where nobody else asks."""
        try:
            await self._policy.decide(CANARY)
        except PolicyUnavailable:
            return False
        except PolicyMalformed:
            return True
        return True

    def _refuses(self, answers: bool) -> bool:
        """For ``TAKING_S`` it has answered, and not by what it was given. One that is away has refused nothing."""
        now_s = self._now_s()
        if not answers or self._refused_since_s is None:
            self._refused_since_s = now_s if answers else None
        return self._refused_since_s is not None and now_s - self._refused_since_s > TAKING_S

    def _give(self, bundle: Bundle) -> None:
        archive = self._archive
        if archive is not None and not (archive.is_file() and archive.read_bytes() == bundle.archive):
            put(archive, bundle.archive, by_way_of=archive.parent.parent)
