"""Where texts are read: short ones at once, long ones elsewhere, so that the loop goes on."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import Executor
from typing import Final, Protocol

from extproc.detect.entities import EntityType
from extproc.detect.finding import Detector, Finding, Known, Passage
from extproc.detect.selftest import PASSAGES, missed_in
from extproc.errors import DetectorFailed

Found = Sequence[Sequence[Finding]]

MEDIUM_CHARS: Final = 64 * 1024
"""A text up to here does not wait behind longer ones: when every process reads a longer one, a thread takes it."""


class Reader(Protocol):
    """Reads texts off the loop."""

    @property
    def ready(self) -> bool: ...

    @property
    def width(self) -> int:
        """How many texts are read at the same time."""
        ...

    @property
    def clogged(self) -> bool:
        """All that could read are at texts of more than ``MEDIUM_CHARS``."""
        ...

    async def find(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> Found:
        """Raises ``DetectorFailed``."""
        ...

    async def close(self) -> None: ...


class ThreadReader:
    """A ``Reader`` in this process: the loop goes on, in turns of the interpreter's lock (5 ms)."""

    ready: Final = True
    width: Final = 1
    clogged: Final = False

    def __init__(self, detector: Detector, threads: Executor) -> None:
        self._detector: Final = detector
        self._threads: Final = threads

    async def find(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> Found:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._detector.find, passages, known)
        except Exception as error:  # noqa: BLE001  # whatever a detector does, the exchange is refused
            raise DetectorFailed(type(error).__name__) from None

    async def close(self) -> None:
        """Nothing is held."""


class SplitInspector:
    """Up to ``inline_chars`` a document is read at once by ``detector``, beyond by ``reader``.

    Both stand for the same settings. ``here`` reads what must not wait for ``reader``. Kinds that are ``off`` are not
    looked for, so that nobody misses them.
    """

    def __init__(
        self, detector: Detector, here: Reader, reader: Reader, inline_chars: int, off: Sequence[EntityType] = ()
    ) -> None:
        self._detector: Final = detector
        self._here: Final = here
        self._reader: Final = reader
        self._inline_chars: Final = inline_chars
        self._off: Final = frozenset(off)
        self.names: Final = detector.names

    @property
    def ready(self) -> bool:
        return self._reader.ready

    def at_once(self, passages: Sequence[Passage]) -> bool:
        return _chars(passages) <= self._inline_chars

    async def inspect(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> Found:
        if not self.at_once(passages):
            clogged = self._reader.clogged and _chars(passages) <= MEDIUM_CHARS
            return await (self._here if clogged else self._reader).find(passages, known)
        try:
            return self._detector.find(passages, known)
        except Exception as error:  # noqa: BLE001  # whatever a detector does, the exchange is refused
            raise DetectorFailed(type(error).__name__) from None

    async def missed(self) -> tuple[EntityType, ...]:
        """Classes whose planted identifier was missed by some reader of texts; all are asked, off the loop.

        Raises ``DetectorFailed``.
        """
        asked = [self._here.find(PASSAGES), *(self._reader.find(PASSAGES) for _ in range(self._reader.width))]
        missing = {entity for found in await asyncio.gather(*asked) for entity in missed_in(found)}
        return tuple(entity for entity in EntityType if entity in missing - self._off)

    async def close(self) -> None:
        await self._reader.close()
        await self._here.close()


def _chars(passages: Sequence[Passage]) -> int:
    return sum(len(passage.text) for passage in passages)
