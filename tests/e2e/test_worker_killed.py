"""``kill -9`` of a detection worker while it has a text to read."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.e2e import planted
from tests.e2e.bodies import answering, asked, chat, completion
from tests.e2e.by_hand import ByHand, by_hand
from tests.e2e.provider import Providers
from tests.e2e.stack import eventually
from tests.e2e.wire import ask, http1

SENTENCE = " The lungs are clear and the cough is better."
LONG = planted.PROMPT + SENTENCE * 400
SLOW = planted.PROMPT + SENTENCE * 80_000
"""Seconds of work."""
MODULE = b"extproc.adapters.detect_worker"


@pytest.fixture(scope="module")
def hand(providers: Providers) -> Iterator[ByHand]:
    with by_hand(providers, "embedded") as hand:
        yield hand


def workers(hand: ByHand) -> list[int]:
    """The detection workers of all sidecars."""
    return [pid for name in hand.sidecars() for pid in children(hand.parts[name].pid) if MODULE in command(pid)]


def children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def command(pid: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def worked(pid: int) -> int:
    """Hundredths of a second that a process has computed."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11])


def test_its_exchange_is_refused_nothing_is_forwarded_and_the_next_one_is_masked(
    hand: ByHand, providers: Providers
) -> None:
    before = workers(hand)
    assert len(before) == len(hand.sidecars())
    idle = {pid: worked(pid) for pid in before}
    with http1(hand.gate.door) as client:
        client.ask(chat(SLOW))
        busy = eventually(lambda: next((pid for pid in before if worked(pid) > idle[pid] + 10), 0))
        os.kill(busy, signal.SIGKILL)
        answer = client.answer()
    assert (answer.status, answer.code) == (503, "detector_failed")
    assert providers.heard_bytes == 0
    assert hand.gate.ending(answer.exchange)["event"] == "exchange.refused"
    eventually(lambda: busy not in workers(hand) and len(workers(hand)) == len(before))
    hand.all_serve()
    providers.begin(answering(completion("Fine.")))
    assert ask(hand.gate.door, chat(LONG)).status == 200
    assert [asked(one).startswith(planted.MASKED) for one in providers.requests] == [True]
