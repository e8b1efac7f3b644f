"""A process that seals is killed at moments nobody chose; each acknowledged record has its transcript afterwards."""

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

from extproc.adapters.age import generate_identity, load_identities
from extproc.adapters.transcript_reader import opened, transcripts_of
from tests.support.transcripts import Sealing

KILLS = 4

SEALING = """
import asyncio, os, sys
from pathlib import Path
from extproc.adapters.age import recipients_of
from extproc.adapters.clock import SystemClock
from extproc.adapters.trail import SegmentTrail
from extproc.audit.record import Entry, Event
from extproc.audit.texts import Texts, View
from extproc.config import Transcripts
from extproc.sealed import Sealed

async def main(root, public):
    clock = SystemClock()
    recipients = recipients_of(Transcripts(recipients=(public,)))
    trail = SegmentTrail.open(root / "audit", root / "audit.key", fsync=True, revision="r", clock=clock,
                              recipients=recipients, segment_bytes=50_000)

    async def one(number):
        turn = 0
        while True:
            exchange = f"{os.getpid()}-{number}-{turn}"
            turn += 1
            texts = Texts("full", {View.RECEIVED: Sealed(exchange.encode() * 200)})
            trail.note(Entry(Event.REQUEST_RECEIVED, clock.time_us(), exchange, {}))
            await trail.append(Entry(Event.REQUEST_DECIDED, clock.time_us(), exchange, {}, texts=texts))
            os.write(1, f"{exchange}\\n".encode())
            await trail.append(Entry(Event.EXCHANGE_COMPLETED, clock.time_us(), exchange, {}, True, texts))

    await asyncio.gather(*map(one, range(16)))

asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
"""


def killed(root: Path, public: str, after_lines: int) -> list[str]:
    """Whose request was acknowledged until the process was killed, at some moment after that many lines."""
    process = subprocess.Popen([sys.executable, "-c", SEALING, str(root), public], stdout=subprocess.PIPE, text=True)
    guard = threading.Timer(30, process.kill)
    guard.start()
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(after_lines)]
    os.kill(process.pid, signal.SIGKILL)
    lines += process.stdout.readlines()
    guard.cancel()
    process.wait()
    return [line.strip() for line in lines if line.endswith("\n")]


async def test_no_acknowledged_transcript_is_lost(tmp_path: Path) -> None:
    place = Sealing(tmp_path)
    public = generate_identity(tmp_path / "reader.key")
    chance = random.Random(11)
    acknowledged = [line for _ in range(KILLS) for line in killed(tmp_path, public, chance.randint(1, 200))]
    await place.open().close()
    report = place.report()
    assert report.complete
    assert sum(chain.missing for chain in report.chains) == 0
    assert sum(chain.transcripts for chain in report.chains) >= len(acknowledged) >= KILLS
    reader = load_identities(tmp_path / "reader.key")
    for exchange in (acknowledged[0], acknowledged[-1]):
        record, named = next(iter(transcripts_of(place.audit, exchange)))
        assert exchange.encode() in opened(place.audit, record, named, reader).plain.reveal()
