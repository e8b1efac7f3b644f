"""Nothing is served by a detector that misses what it must never miss."""

import asyncio
from collections.abc import Sequence
from typing import Final, Protocol

from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding, Known, Passage
from extproc.errors import DetectorFailed
from extproc.runtime.ports import Inspector

UNTESTED: Final = "self_test"


class SelfTesting(Inspector, Protocol):
    """An inspector that can be tried."""

    async def missed(self) -> tuple[EntityType, ...]:
        """Classes whose planted identifier was missed. Raises ``DetectorFailed``."""
        ...


class GuardReporter(Protocol):
    def self_test_failed(self, *, kind: str) -> None:
        """``kind``: the classes that were missed, joined by ``+``, or the type of an error."""
        ...

    def self_test_passed(self) -> None: ...


class GuardedInspector:
    """The port ``Inspector``: open while the last self-test passed. Until the first one it is closed."""

    def __init__(self, inspector: SelfTesting, reporter: GuardReporter) -> None:
        self._inspector: Final = inspector
        self._reporter: Final = reporter
        self._open = False
        self.names: Final = inspector.names

    @property
    def ready(self) -> bool:
        return self._open and self._inspector.ready

    def at_once(self, passages: Sequence[Passage]) -> bool:
        return self._inspector.at_once(passages)

    async def inspect(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> Sequence[Sequence[Finding]]:
        if not self._open:
            raise DetectorFailed(UNTESTED)
        found = await self._inspector.inspect(passages, known)
        if not self._open:  # it closed while this text was read
            raise DetectorFailed(UNTESTED)
        return found

    async def test(self) -> str:
        """What was missed, in words joined by ``+``; opens or closes accordingly, and empty when all is well."""
        try:
            wrong = "+".join(await self._inspector.missed())
        except Exception as error:  # noqa: BLE001  # a test that cannot be made has failed
            wrong = type(error).__name__
        if wrong:
            self._reporter.self_test_failed(kind=wrong)
        elif not self._open:
            self._reporter.self_test_passed()
        self._open = not wrong
        return wrong

    async def keep_testing(self, every_s: float) -> None:
        """Never returns."""
        while True:
            await asyncio.sleep(every_s)
            await self.test()

    async def close(self) -> None:
        self._open = False
        await self._inspector.close()
