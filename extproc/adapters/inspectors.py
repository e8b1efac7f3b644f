"""From the settings' section ``detect`` to what the sidecar inspects with."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import Executor
from contextlib import suppress
from typing import Final, Protocol

from extproc.adapters.detect_pool import PoolReporter, WorkerPool
from extproc.adapters.detectors import detector_of, organisation_of
from extproc.config import Detect
from extproc.detect.finding import Detector
from extproc.errors import Misconfigured
from extproc.runtime.guard import GuardedInspector, GuardReporter
from extproc.runtime.inspector import Reader, SplitInspector, ThreadReader

INLINE_CHARS: Final[Mapping[str, int]] = {
    "none": 8_000,
    "compact": 3_000,
    "rampart": 0,
    "spacy": 0,
    "gliner": 0,
}
"""What each learned tier reads in about 5 ms with the rules. A costly one may need that for any line of text."""


class DetectReporter(PoolReporter, GuardReporter, Protocol):
    """What an operator is told of detection."""


async def open_inspector(
    detect: Detect, deadline_s: float, threads: Executor, reporter: DetectReporter
) -> GuardedInspector:
    """Open, once planted identifiers of all classes were found. Raises ``Misconfigured``.

    ``deadline_s`` is the longest that one text may take in a worker.
    """
    pool = asyncio.create_task(WorkerPool.start(detect, deadline_s, reporter)) if detect.workers else None
    try:
        detector = await asyncio.to_thread(detector_of, detect)  # while the workers build theirs
    except BaseException:
        await _given_up(pool)
        raise
    here = ThreadReader(detector, threads)
    inspector = GuardedInspector(split(detect, detector, here, here if pool is None else await pool), reporter)
    if missed := await inspector.test():
        await inspector.close()
        raise Misconfigured(f"detect: the self-test of mode {detect.mode!r} did not find {missed}")
    return inspector


def split(detect: Detect, detector: Detector, here: Reader, reader: Reader) -> SplitInspector:
    off = organisation_of(detect.rules).rules.off
    return SplitInspector(detector, here, reader, inline_chars=INLINE_CHARS[detect.learned], off=off)


async def _given_up(pool: asyncio.Task[WorkerPool] | None) -> None:
    if pool is None:
        return
    pool.cancel()
    with suppress(asyncio.CancelledError, Misconfigured):
        await (await pool).close()
