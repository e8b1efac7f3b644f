"""When the policy is asked about an answer: at events, each of them once.

An event is a tool call, or a kind of identifier that neither the request nor an earlier question of this answer named.
What stands behind an event is held until the question is answered.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding
from extproc.exchange.account import Account
from extproc.payload.part import AnswerFacts, Inspectability
from extproc.policy.answer import AnswerQuery
from extproc.policy.query import EntityCount, Phi, Query, Scan
from extproc.sealed import Sealed

ROLES = ("assistant",)


@dataclass(slots=True)
class Seen:
    """What was found in an answer so far, as its texts and windows were inspected: counts, and names to tell apart."""

    counts: Counter[EntityType] = field(default_factory=Counter)
    scores: dict[EntityType, int] = field(default_factory=dict)
    names: set[Sealed[str]] = field(default_factory=set)
    uninspected: Counter[Inspectability] = field(default_factory=Counter)

    def add(self, text: Sealed[str], found: Sequence[Finding]) -> None:
        for one in found:
            self.counts[one.entity] += 1
            self.scores[one.entity] = max(self.scores.get(one.entity, 0), one.score_permille)
            if one.entity is EntityType.NAME:
                self.names.add(Sealed(text.reveal()[one.span.start : one.span.end]))


class Questions:
    """Of one answer. Asks nothing where the policy has nothing to say of answers."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._named = set(account.query.phi.entities) if account.query else set[EntityType]()
        self._calls = 0
        self._asked = 0

    def due(self, seen: Seen, facts: AnswerFacts, *, headers_sent: bool) -> AnswerQuery | None:
        """The question that must be answered before more goes out; ``None`` where nothing happened."""
        account = self._account
        if not account.gate.asks_of_answers or account.query is None or account.decision is None:
            return None
        if len(facts.tool_calls) <= self._calls and seen.counts.keys() <= self._named:
            return None
        self._calls = len(facts.tool_calls)
        self._named |= seen.counts.keys()
        self._asked += 1
        return AnswerQuery(
            request=account.query,
            provider=account.decision.provider,
            decision_id=f"{account.decision_id}.{self._asked}",
            time_us=account.now_us,
            local=account.gate.local(account.now_us),
            phi=self._phi(seen, account.query),
            status=account.status,
            finish_reason=next((one for one in reversed(facts.finish_reasons) if one), ""),
            tool_calls=account.gate.tools(facts.tool_calls),
            headers_sent=headers_sent,
        )

    def _phi(self, seen: Seen, query: Query) -> Phi:
        entities: Mapping[EntityType, EntityCount] = {
            entity: EntityCount(count, seen.scores[entity], ROLES) for entity, count in sorted(seen.counts.items())
        }
        unseen = seen.uninspected.total()
        scan = Scan.PARTIAL if unseen else Scan.COMPLETE
        return Phi(scan, query.phi.detectors, entities, len(seen.names), unseen, dict(seen.uninspected))
