"""A process that appends is killed at moments nobody chose; what it was told is durable is there afterwards."""

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

from extproc.adapters.audit_key import generate_key, load_key
from extproc.adapters.clock import SystemClock
from extproc.adapters.segments import chain_directories, segments
from extproc.adapters.trail import SegmentTrail
from extproc.adapters.trail_reader import latest, of_exchange
from extproc.audit.verify import verify

KILLS = 6

APPENDING = """
import asyncio, os, sys
from pathlib import Path
from extproc.adapters.clock import SystemClock
from extproc.adapters.trail import SegmentTrail
from extproc.audit.record import Entry, Event

async def main(root):
    clock = SystemClock()
    trail = SegmentTrail.open(root / "audit", root / "key", fsync=True, revision="r", clock=clock, segment_bytes=50_000)

    async def one(number):
        turn = 0
        while True:
            exchange = f"{os.getpid()}-{number}-{turn}"
            turn += 1
            trail.note(Entry(Event.REQUEST_RECEIVED, clock.time_us(), exchange, {"pad": "x" * 300}))
            seq = await trail.append(Entry(Event.REQUEST_DECIDED, clock.time_us(), exchange, {"pad": "y" * 900}))
            os.write(1, f"{trail.chain} {seq} {exchange}\\n".encode())
            await trail.append(Entry(Event.EXCHANGE_COMPLETED, clock.time_us(), exchange, {}, ends=True))

    await asyncio.gather(*map(one, range(16)))

asyncio.run(main(Path(sys.argv[1])))
"""


def killed(root: Path, after_lines: int) -> list[str]:
    """What a process acknowledged until it was killed, at some moment after that many lines."""
    process = subprocess.Popen([sys.executable, "-c", APPENDING, str(root)], stdout=subprocess.PIPE, text=True)
    guard = threading.Timer(30, process.kill)
    guard.start()
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(after_lines)]
    os.kill(process.pid, signal.SIGKILL)
    lines += process.stdout.readlines()
    guard.cancel()
    process.wait()
    return [line for line in lines if line.endswith("\n")]


async def test_no_acknowledged_record_is_lost(tmp_path: Path) -> None:
    generate_key(tmp_path / "key")
    chance = random.Random(6)
    acknowledged = [line for _ in range(KILLS) for line in killed(tmp_path, chance.randint(1, 400))]
    await SegmentTrail.open(tmp_path / "audit", tmp_path / "key", fsync=True, revision="r", clock=SystemClock()).close()

    chains = chain_directories(tmp_path / "audit")
    report = verify([(path.name, segments(path)) for path in chains], [load_key(tmp_path / "key").public_key()])
    assert report.complete
    assert len(report.chains) == KILLS + 1
    there = {(record.chain, record.seq, record.exchange) for record in latest(tmp_path / "audit", 10**7)}
    told = {(chain, int(seq), exchange) for chain, seq, exchange in map(str.split, acknowledged)}
    assert len(told) >= KILLS
    assert told <= there
    last = next(iter(told))[2]
    assert of_exchange(tmp_path / "audit", last)[-1].ends
