"""The policy engine dies, comes back, hangs: no request passes undecided, and the gate opens again by itself."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e import planted
from tests.e2e.bodies import chat, said_text
from tests.e2e.by_hand import ByHand, by_hand
from tests.e2e.provider import Providers
from tests.e2e.settings import PROCESSES
from tests.e2e.stack import eventually
from tests.e2e.wire import Answer, ask

DEADLINE_MS = 1000


@pytest.fixture(scope="module")
def with_opa(providers: Providers) -> Iterator[ByHand]:
    with by_hand(providers, "opa", deadline_ms=DEADLINE_MS) as hand:
        yield hand


@pytest.fixture(scope="module")
def embedded(providers: Providers) -> Iterator[ByHand]:
    with by_hand(providers, "embedded", deadline_ms=DEADLINE_MS) as hand:
        yield hand


def asking(hand: ByHand, more: str = "") -> Answer:
    return ask(hand.gate.door, chat(planted.PROMPT + more))


def served(hand: ByHand) -> bool:
    answer = asking(hand)
    return answer.status == 200 and said_text(answer.body) == planted.RESTORED


def refused(hand: ByHand, providers: Providers) -> None:
    before = providers.heard_bytes
    answer = asking(hand, planted.REFUSED)
    assert (answer.status, answer.code) == (503, "policy_unavailable")
    assert providers.heard_bytes == before
    record = hand.gate.ending(answer.exchange)
    assert (record["event"], record["body"]["code"]) == ("exchange.refused", "policy_unavailable")


def test_an_opa_that_died_refuses_all_until_it_is_back(with_opa: ByHand, providers: Providers) -> None:
    assert served(with_opa)
    with_opa.kill("opa")
    for _ in range(4):
        refused(with_opa, providers)
    with_opa.start_opa()
    eventually(lambda: served(with_opa))


def test_an_opa_that_hangs_refuses_all_until_it_goes_on(with_opa: ByHand, providers: Providers) -> None:
    eventually(lambda: served(with_opa))
    with_opa.parts["opa"].send_signal(signal.SIGSTOP)
    refused(with_opa, providers)
    refused(with_opa, providers)
    with_opa.parts["opa"].send_signal(signal.SIGCONT)
    eventually(lambda: served(with_opa))


def test_an_embedded_engine_that_hangs_refuses_all_until_it_goes_on(embedded: ByHand, providers: Providers) -> None:
    assert served(embedded)
    for worker in workers(embedded):
        os.kill(worker, signal.SIGSTOP)
    refused(embedded, providers)
    for worker in workers(embedded):
        os.kill(worker, signal.SIGCONT)
    eventually(lambda: served(embedded))


def test_an_embedded_engine_that_died_refuses_until_another_took_its_place(
    embedded: ByHand, providers: Providers
) -> None:
    eventually(lambda: served(embedded))
    before = workers(embedded)
    for worker in before:
        os.kill(worker, signal.SIGKILL)
    refused(embedded, providers)
    eventually(lambda: len(fresh := workers(embedded)) == PROCESSES and not {*fresh} & {*before})
    for _ in range(2 * PROCESSES):
        eventually(lambda: served(embedded))


def workers(hand: ByHand) -> list[int]:
    """The processes in which the embedded engines run."""
    found = []
    for name in hand.sidecars():
        tasks = Path(f"/proc/{hand.parts[name].pid}/task").glob("*/children")
        found += [int(pid) for children in tasks for pid in children.read_text(encoding="ascii").split()]
    return [pid for pid in found if b"rego_worker" in Path(f"/proc/{pid}/cmdline").read_bytes()]
