"""Runs a detector: at once when the text is short, in a thread when it is long, so that the loop goes on."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import Executor
from typing import Final

from extproc.detect.finding import Detector, Finding, Known, Passage
from extproc.errors import DetectorFailed

INLINE_CHARS: Final = 16 * 1024
"""About 10 ms of a detector that reads 1.5 MB/s; longer texts are rare and can wait for a thread."""


class ThreadedInspector:
    """Implements the port ``Inspector`` with one detector."""

    def __init__(self, detector: Detector, threads: Executor) -> None:
        self._detector = detector
        self._threads = threads
        self.names = detector.names

    async def inspect(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> Sequence[Sequence[Finding]]:
        try:
            if sum(len(passage.text) for passage in passages) <= INLINE_CHARS:
                return self._detector.find(passages, known)
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._detector.find, passages, known)
        except Exception as error:  # noqa: BLE001  # whatever a detector does, the exchange is refused
            raise DetectorFailed(type(error).__name__) from None

    async def close(self) -> None:
        """Nothing is held."""
