"""What another policy would have decided: recorded queries are asked again, and answer is held against answer.

Every recorded decision of the period ends in one of four places: asked again (and the same, or changed), not asked
with the reason, not arising, or unread. A query that the new policy's schema refuses (an older gate wrote it, and it
lacks a member) is not asked, since an answer to half a question would look like a change of policy. A question about an
answer does not arise where the new policy stops its request, or ended the answer at an earlier question: it is asked
all the same, since both are under way at once, and then counted as what it is. A policy without a package for answers
is asked about none; they go on.

What differs is what a record holds of a decision: the text of a reason, the terms of an approval and headers are not
compared. Not covered, since nobody can know it: the answer to a request that was stopped then and would go on now;
what followed an answer that was ended then; answers that a policy would only now be asked about.
"""

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

import orjson

from extproc.authoring.about import About
from extproc.authoring.asking import Asked
from extproc.authoring.changes import Changed, Changes
from extproc.authoring.comparing import against, goes_on
from extproc.authoring.difference import Kind
from extproc.authoring.query_shape import QueryShape
from extproc.authoring.recorded import Recorded, Unread
from extproc.policy.answer import SCHEMA as ANSWER_SCHEMA

BATCH: Final = 50
"""Queries in one question to the engine: from here on what HTTP costs is small beside deciding."""
WORKERS: Final = 4
"""Questions under way: enough that two cores decide while one of them is compared."""


@dataclass(slots=True)
class Replay:
    """What came of it. ``asks``: what the policy is asked about at all."""

    asks: frozenset[About]
    requests: Changes = field(default_factory=Changes)
    answers: Changes = field(default_factory=Changes)
    unread: list[Unread] = field(default_factory=list)

    @property
    def asked(self) -> int:
        return self.requests.asked + self.answers.asked

    @property
    def changed(self) -> list[Changed]:
        """Requests, then answers, each in the order of time."""
        return [*self.requests.changed, *self.answers.changed]

    @property
    def whole(self) -> bool:
        """Whether every recorded decision of the period was asked again, or would not have been asked."""
        return not (self.requests.not_asked or self.answers.not_asked or self.unread)

    def of(self, about: About) -> Changes:
        return self.requests if about is About.REQUEST else self.answers

    def failing(self, kinds: frozenset[Kind]) -> bool:
        return self.requests.failing(kinds) or self.answers.failing(kinds)


Numbered = tuple[int, Recorded]
"""A decision with its place in the trail: answers come back in any order."""


async def replayed(
    engine: Asked, asks: frozenset[About], found: Iterable[Recorded | Unread], shapes: Mapping[About, QueryShape]
) -> Replay:
    """Asks ``engine`` about all of ``found``, fifty at a time. Raises ``Misconfigured`` if the engine goes."""
    replay = Replay(asks)
    settling = _Settling(replay)
    askable = _askable(found, shapes, replay)

    async def work() -> None:
        while batch := list(islice(askable, BATCH)):
            for about in About:
                some = [one for one in batch if one[1].about is about]
                answers = await _answers(engine, about if about in asks else None, some)
                for (number, one), answer in zip(some, answers, strict=True):
                    settling.note(number, one, answer)

    async with asyncio.TaskGroup() as group:
        for _ in range(WORKERS):
            group.create_task(work())
    settling.settle()
    return replay


async def _answers(engine: Asked, about: About | None, batch: list[Numbered]) -> list[object]:
    """``about`` is ``None`` where nobody is asked: what is there goes on."""
    if about is None:
        return [
            {"schema": ANSWER_SCHEMA, "decision_id": one.query["decision_id"], "verdict": "allow", "reasons": []}
            for _, one in batch
        ]
    return await engine.ask(about, [orjson.dumps(one.query) for _, one in batch]) if batch else []


def _askable(
    found: Iterable[Recorded | Unread], shapes: Mapping[About, QueryShape], replay: Replay
) -> Iterator[Numbered]:
    for number, one in enumerate(found):
        match one:
            case Unread():
                replay.unread.append(one)
            case Recorded():
                if wrong := shapes[one.about].wrong(one.query):
                    replay.of(one.about).not_asked[wrong] += 1
                else:
                    yield number, one


class _Settling:
    """Takes answers in any order; which questions about answers arise is seen when all are there."""

    def __init__(self, replay: Replay) -> None:
        self._replay = replay
        self._stopped: set[str] = set()
        self._of_answers: dict[str, list[tuple[int, bool, Changed | None]]] = {}

    def note(self, number: int, one: Recorded, answer: object) -> None:
        found = against(one, answer)
        groups = tuple(one.query["identity"]["groups"] or ())
        changed = None
        if found is not None:
            changed = Changed(one.about, one.exchange, one.query["decision_id"], one.time_us, groups, found)
        if one.about is About.ANSWER:
            self._of_answers.setdefault(one.exchange, []).append((number, goes_on(one, found), changed))
            return
        self._count(self._replay.requests, changed)
        if not goes_on(one, found):
            self._stopped.add(one.exchange)

    def settle(self) -> None:
        answers = self._replay.answers
        for exchange, noted in self._of_answers.items():
            arises = exchange not in self._stopped
            for _, went_on, changed in sorted(noted, key=lambda one: one[0]):
                if arises:
                    self._count(answers, changed)
                else:
                    answers.not_arising += 1
                arises = arises and went_on
        for changes in (self._replay.requests, answers):
            changes.changed.sort(key=lambda one: one.time_us)

    def _count(self, changes: Changes, changed: Changed | None) -> None:
        changes.asked += 1
        if changed is not None:
            changes.changed.append(changed)
