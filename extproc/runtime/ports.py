"""What the runtime needs of the outside, each with a fake of the same contract in the tests."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from extproc.audit.record import Entry
from extproc.detect.finding import Finding, Known, Passage
from extproc.policy.answer import AnswerDecision, AnswerQuery
from extproc.policy.decision import Decision
from extproc.policy.query import Query


class Policy(Protocol):
    """The authority that decides."""

    @property
    def revision(self) -> str:
        """Digest of the policy and data in force, ``sha256:...``."""
        ...

    async def decide(self, query: Query) -> Decision:
        """Raises ``PolicyUnavailable`` (also after the settings' deadline; never retried) or ``PolicyMalformed``
        (outside the schema, another decision's id, undefined)."""
        ...

    async def decide_answer(self, query: AnswerQuery) -> AnswerDecision:
        """The same of an answer, where the policy has something to say of answers."""
        ...

    async def close(self) -> None: ...


class Trail(Protocol):
    """The audit trail of this process: one chain, one writer."""

    async def append(self, entry: Entry) -> int:
        """Returns the record's sequence number once it is durable.

        Raises ``TrailUnavailable``: the record may or may not be on disk, and nothing that depends on it may go on.
        """
        ...

    def note(self, entry: Entry) -> None:
        """Queue without waiting; it is durable before any later ``append`` returns. Raises ``TrailUnavailable``."""
        ...

    @property
    def ready(self) -> bool: ...

    async def close(self) -> None: ...


class Inspector(Protocol):
    """Runs the detector, off the loop when the text is long."""

    @property
    def names(self) -> tuple[str, ...]: ...

    @property
    def ready(self) -> bool:
        """False: texts are refused, or nobody is there to read a long one."""
        ...

    def at_once(self, passages: Sequence[Passage]) -> bool:
        """Whether ``inspect`` reads these without leaving the loop, within 5 ms or so."""
        ...

    async def inspect(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> Sequence[Sequence[Finding]]:
        """Raises ``DetectorFailed``."""
        ...

    async def close(self) -> None: ...


class Clock(Protocol):
    def time_us(self) -> int:
        """Wall clock, microseconds since the epoch, for records."""
        ...

    def monotonic_us(self) -> int: ...


class Reporter(Protocol):
    """Tells the operator which part failed, in a fixed word."""

    def policy_failed(self, *, kind: str) -> None: ...

    def detector_failed(self, *, kind: str) -> None: ...


class Telemetry(Protocol):
    """May drop; never waits."""

    def exchange(self, attributes: Mapping[str, str | int | bool], start_us: int, end_us: int) -> None: ...
