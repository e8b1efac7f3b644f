"""What it costs to keep a transcript of a chat of 2 KB in full: `.venv/bin/python bench/transcripts.py`.

First the sealing alone, in CPU time; then an exchange's two waits for the trail, with and without texts in turn, so
that what else the machine does touches both. What it cannot show: the exchange around it (`gateway.py` does).
"""

import argparse
import asyncio
import json
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from pyrage import x25519

from extproc.adapters.age import Recipients
from extproc.adapters.audit_key import generate_key
from extproc.adapters.clock import SystemClock
from extproc.adapters.disk import UnsyncedFile
from extproc.adapters.trail import SegmentTrail
from extproc.adapters.transcript_writer import TranscriptWriter
from extproc.audit.chain import spelled
from extproc.audit.record import Entry, Event
from extproc.audit.texts import Texts, View
from extproc.sealed import Sealed

SENTENCE: Final = "The patient was seen for follow-up of hypertension and takes metoprolol twice a day. "
ASKED_BYTES: Final = 2048
ANSWERED_BYTES: Final = 512
ROUNDS: Final = 400
TURNS: Final = 12
EACH: Final = 25
FACTS: Final = {"facts": "x" * 1500}
"""As long as a record is without its transcript."""


def body(size: int) -> Sealed[bytes]:
    bare = len(json.dumps({"text": ""}))
    return Sealed(json.dumps({"text": (SENTENCE * (size // len(SENTENCE) + 1))[: size - bare]}).encode())


REQUEST: Final = Texts("full", dict.fromkeys((View.RECEIVED, View.FORWARDED), body(ASKED_BYTES)))
ANSWER: Final = Texts("full", dict.fromkeys((View.RECEIVED, View.MASKED, View.RELEASED), body(ANSWERED_BYTES)))


def exchange(name: str, *, kept: bool) -> Iterator[Entry]:
    yield Entry(Event.REQUEST_DECIDED, 1, name, FACTS, texts=REQUEST if kept else None)
    yield Entry(Event.EXCHANGE_COMPLETED, 1, name, FACTS, True, ANSWER if kept else None)


def readers(count: int) -> Recipients:
    keys = tuple(x25519.Identity.generate().to_public() for _ in range(count))
    return Recipients(tuple(map(str, keys)), keys)


def sealed(recipients: Recipients, place: Path) -> tuple[float, float]:
    """CPU in microseconds and bytes on the disk, for both transcripts of an exchange."""
    writer = TranscriptWriter(recipients, UnsyncedFile)
    batches = [[(one, spelled(writer.provisional(one)))] for one in exchange("a", kept=True)]
    times = []
    for _ in range(ROUNDS):
        began = time.thread_time_ns()
        for batch in batches:
            writer.written(batch, place, 0)
            writer.synced()
        times.append((time.thread_time_ns() - began) / 1000)
    writer.close()
    return median(times), sum(file.stat().st_size for file in place.iterdir()) / ROUNDS


async def waited(trail: SegmentTrail, turn: str, *, kept: bool) -> float:
    """Milliseconds that an exchange waits for its two records, the median of ``EACH``."""
    times = []
    for number in range(EACH):
        name = f"{turn}-{number}"
        trail.note(Entry(Event.REQUEST_RECEIVED, 1, name, {}))
        began = time.perf_counter_ns()
        for entry in exchange(name, kept=kept):
            await trail.append(entry)
        times.append((time.perf_counter_ns() - began) / 1e6)
    return median(times)


async def waits(place: Path) -> tuple[float, float]:
    """Without and with texts, the medians of ``TURNS`` in turn."""
    generate_key(place / "audit.key")
    trail = SegmentTrail.open(
        place / "audit", place / "audit.key", fsync=True, revision="bench", clock=SystemClock(), recipients=readers(1)
    )
    found: dict[bool, list[float]] = {False: [], True: []}
    for turn in range(TURNS):
        for kept in (False, True):
            found[kept].append(await waited(trail, f"{turn}-{kept}", kept=kept))
    await trail.close()
    return median(found[False]), median(found[True])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--directory", type=Path, help="on the disk that the records go to; default: the system's")
    directory = parser.parse_args().directory
    said = REQUEST.size_bytes + ANSWER.size_bytes
    print(f"an exchange of {ASKED_BYTES} bytes asked and {ANSWERED_BYTES} answered, in full: {said} bytes of text")
    for count in (1, 2):
        with TemporaryDirectory(dir=directory) as place:
            cpu_us, size = sealed(readers(count), Path(place))
            print(f"sealed to {count}: {cpu_us:.0f} us of CPU, {size:.0f} bytes")
    with TemporaryDirectory(dir=directory) as place:
        without, kept = asyncio.run(waits(Path(place)))
        print(f"two records waited for: {without:.2f} ms without texts, {kept:.2f} ms with them")


if __name__ == "__main__":
    main()
