"""What another policy would have decided: recorded queries are asked again, and answer is held against answer.

Every recorded decision of the period ends in one of three places: asked again (and the same, or changed), not asked
with the reason, or unread. A query that today's schema refuses (an older gate wrote it, and it lacks a member) is not
asked, since an answer to half a question would look like a change of policy. What differs is what a record holds of a
decision: the text of a reason, the terms of an approval and headers are not compared. Not covered: answers, which have
no recorded query of their own; requests that were refused before a policy was asked.
"""

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

import orjson

from extproc.authoring.asking import Asked
from extproc.authoring.difference import Difference, Kind, difference
from extproc.authoring.json_schema import Schema
from extproc.authoring.outcome import effect_of, outcome_of
from extproc.authoring.recorded import Recorded, Unread
from extproc.errors import PolicyMalformed
from extproc.exchange.records import decision_body
from extproc.policy.decision_document import parse_decision

BATCH: Final = 50
"""Queries in one question to the engine: from here on what HTTP costs is small beside deciding."""
WORKERS: Final = 4
"""Questions under way: enough that two cores decide while one of them is compared."""
NO_DECISION: Final = "policy_malformed"
NO_GROUP: Final = "(no group)"


@dataclass(frozen=True, slots=True)
class Changed:
    """An exchange that would have been decided otherwise."""

    exchange: str
    decision_id: str
    time_us: int
    groups: tuple[str, ...]
    difference: Difference

    @property
    def change(self) -> str:
        """``allow → deny``; where both say the same, what else differs: ``allow, other masking, provider``."""
        one = self.difference
        others = ", ".join(sorted(one.kinds))
        return f"{one.before} → {one.after}" if one.before != one.after else f"{one.after}, other {others}"


@dataclass(slots=True)
class Replay:
    """What came of it. ``not_asked`` counts queries by why."""

    asked: int = 0
    changed: list[Changed] = field(default_factory=list)
    not_asked: Counter[str] = field(default_factory=Counter)
    unread: list[Unread] = field(default_factory=list)

    @property
    def unchanged(self) -> int:
        return self.asked - len(self.changed)

    @property
    def whole(self) -> bool:
        """Whether every recorded decision of the period was asked again."""
        return not self.not_asked and not self.unread

    def by_change(self) -> Counter[str]:
        return Counter(one.change for one in self.changed)

    def by_group(self) -> Counter[str]:
        """An exchange counts for each group of its caller."""
        return Counter(group for one in self.changed for group in one.groups or (NO_GROUP,))

    def by_rule(self) -> Counter[str]:
        """Reasons that a changed decision has now (``+``) or has no more (``-``)."""
        signed = ((f"+{one}" for one in c.difference.gained) for c in self.changed)
        lost = ((f"-{one}" for one in c.difference.lost) for c in self.changed)
        return Counter(name for names in (*signed, *lost) for name in names)

    def by_provider(self) -> Counter[str]:
        moved = (one.difference.providers for one in self.changed)
        return Counter(f"{old or '(none)'} → {new or '(none)'}" for old, new in moved if old != new)

    def failing(self, kinds: frozenset[Kind]) -> bool:
        return any(one.difference.kinds & kinds for one in self.changed)


async def replayed(engine: Asked, found: Iterable[Recorded | Unread], schema: Schema) -> Replay:
    """Asks ``engine`` about all of ``found``, fifty at a time. Raises ``Misconfigured`` if the engine goes."""
    replay = Replay()
    askable = _askable(found, schema, replay)

    async def work() -> None:
        while batch := list(islice(askable, BATCH)):
            answers = await engine.ask([orjson.dumps(one.query) for one in batch])
            for one, answer in zip(batch, answers, strict=True):
                _note(one, answer, replay)

    async with asyncio.TaskGroup() as group:
        for _ in range(WORKERS):
            group.create_task(work())
    replay.changed.sort(key=lambda one: one.time_us)
    return replay


def _askable(found: Iterable[Recorded | Unread], schema: Schema, replay: Replay) -> Iterator[Recorded]:
    for one in found:
        match one:
            case Unread():
                replay.unread.append(one)
            case Recorded():
                wrong = next(schema.wrong(one.query), None)
                if wrong is None:
                    yield one
                else:
                    replay.not_asked[f"{wrong.path}: {wrong.text}"] += 1


def _note(one: Recorded, answer: object, replay: Replay) -> None:
    replay.asked += 1
    found = against(one, answer)
    if found is not None:
        groups = tuple(one.query["identity"]["groups"] or ())
        replay.changed.append(Changed(one.exchange, one.query["decision_id"], one.time_us, groups, found))


def against(one: Recorded, answer: object) -> Difference | None:
    """The recorded decision against ``answer``, a decision that nobody has checked yet; ``None`` where they agree."""
    try:
        decision = parse_decision(answer, one.query["decision_id"])
    except PolicyMalformed:
        was = one.decision
        effect = effect_of(was["verdict"], one.outcome)
        gone = tuple(sorted(reason["id"] for reason in was["reasons"]))
        return Difference(frozenset({Kind.VERDICT}), effect, NO_DECISION, (was["provider"], ""), (), (), gone)
    return difference(one.decision, decision_body(decision), (one.outcome, outcome_of(decision, one.query)))
