"""Fakes of the runtime's ports. They keep what they were told; the tests look there."""

import asyncio
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from extproc.audit.record import Entry
from extproc.detect.finding import Finding, Known, Passage
from extproc.errors import DetectorFailed, ExtprocError, TrailUnavailable
from extproc.exchange import commands as c
from extproc.policy.answer import AnswerDecision, AnswerQuery
from extproc.policy.decision import Decision, Verdict
from extproc.policy.query import Query
from extproc.runtime.budget import Budget
from extproc.runtime.driver import Ports
from extproc.runtime.tally import Tally
from tests.support.exchanges import DETECTOR, decision


class FakePolicy:
    """Answers ``answer`` with the query's own decision id, or raises it, or never answers where it is ``None``."""

    revision = "sha256:fake"

    def __init__(self, answer: Decision | ExtprocError | None = None) -> None:
        self.answer = answer
        self.queries: list[Query] = []
        self.of_answer: AnswerDecision | ExtprocError = AnswerDecision("", Verdict.ALLOW, ())
        self.of_answers: list[AnswerQuery] = []
        self.asked = asyncio.Event()
        self.cancelled = False

    async def decide(self, query: Query) -> Decision:
        self.queries.append(query)
        self.asked.set()
        match self.answer:
            case Decision():
                return replace(self.answer, decision_id=query.decision_id, revision=self.revision)
            case ExtprocError():
                raise self.answer
            case None:
                try:
                    return await asyncio.get_running_loop().create_future()
                except asyncio.CancelledError:
                    self.cancelled = True
                    raise

    async def decide_answer(self, query: AnswerQuery) -> AnswerDecision:
        self.of_answers.append(query)
        if isinstance(self.of_answer, ExtprocError):
            raise self.of_answer
        return replace(self.of_answer, decision_id=query.decision_id, revision=self.revision)

    async def close(self) -> None: ...


class FakeTrail:
    """Keeps entries in order; fails from the ``fails_at``-th on."""

    def __init__(self, fails_at: int | None = None) -> None:
        self.entries: list[Entry] = []
        self._fails_at = fails_at
        self.ready = True

    async def append(self, entry: Entry) -> int:
        await asyncio.sleep(0)
        self.note(entry)
        return len(self.entries)

    def note(self, entry: Entry) -> None:
        if self._fails_at is not None and len(self.entries) >= self._fails_at:
            raise TrailUnavailable("fake")
        self.entries.append(entry)

    async def close(self) -> None: ...


class FakeInspector:
    names = ("fake",)
    ready = True

    def __init__(self, broken: bool = False) -> None:
        self._broken = broken

    def at_once(self, passages: Sequence[Passage]) -> bool:
        return sum(len(passage.text) for passage in passages) < 1000

    async def inspect(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> Sequence[Sequence[Finding]]:
        if self._broken:
            raise DetectorFailed("fake")
        return DETECTOR.find(passages, known)

    async def close(self) -> None: ...


class FakeClock:
    def time_us(self) -> int:
        return 1_700_000_000_000_000

    def monotonic_us(self) -> int:
        return 0


class FakeTelemetry:
    def __init__(self) -> None:
        self.seen: list[Mapping[str, str | int | bool]] = []

    def exchange(self, attributes: Mapping[str, str | int | bool], start_us: int, end_us: int) -> None:
        self.seen.append(attributes)


class FakeReporter:
    def __init__(self) -> None:
        self.kinds: list[str] = []

    def policy_failed(self, *, kind: str) -> None:
        self.kinds.append(kind)

    def detector_failed(self, *, kind: str) -> None:
        self.kinds.append(kind)


class FakeSender:
    """What Envoy would have been told."""

    def __init__(self) -> None:
        self.sent: list[c.Command] = []
        self.said = asyncio.Event()

    async def send(self, command: c.Forward | c.Refuse | c.ReleaseHead | c.ReleaseBody) -> None:
        self.sent.append(command)
        self.said.set()


def ports(
    policy: FakePolicy | None = None,
    trail: FakeTrail | None = None,
    inspector: FakeInspector | None = None,
    limit_bytes: int = 10**6,
) -> Ports:
    return Ports(
        policy=policy or FakePolicy(decision()),
        trail=trail or FakeTrail(),
        inspector=inspector or FakeInspector(),
        clock=FakeClock(),
        telemetry=FakeTelemetry(),
        reporter=FakeReporter(),
        budget=Budget(limit_bytes),
        tally=Tally(),
        threads=ThreadPoolExecutor(max_workers=1),
    )
