"""``kill -9`` of a sidecar, in the middle of a stream and between requests."""

import signal
import threading
from collections.abc import Iterator

import pytest

from tests.e2e import planted
from tests.e2e.bodies import chat, delta, event, said_text, streamed, streaming
from tests.e2e.by_hand import ByHand, by_hand
from tests.e2e.provider import Providers, silent
from tests.e2e.stack import verified
from tests.e2e.wire import ask, http1, read_until, rest


@pytest.fixture(scope="module")
def hand(providers: Providers) -> Iterator[ByHand]:
    with by_hand(providers, "embedded") as hand:
        yield hand


def test_a_stream_breaks_unmasked_for_nobody_and_its_exchange_is_recorded_as_orphaned(
    hand: ByHand, providers: Providers
) -> None:
    killed = threading.Event()
    secret = "".join(event(delta({"content": f"SSN {planted.FOREIGN_SSN}. "})).decode() for _ in range(40)).encode()
    begun_with = streamed("Hello [NAME_1], how are you? " * 12).removesuffix(event("[DONE]"))
    providers.begin(streaming(begun_with, killed, secret, event("[DONE]")))
    with http1(hand.gate.door) as client:
        client.ask(chat(planted.PROMPT, stream=True))
        begun = client.begun()
        exchange = begun.getheader("x-wardgate-exchange") or ""
        seen = read_until(begun, lambda data: planted.NAME.encode() in data)
        name = serving(hand, exchange)
        hand.kill(name)
        killed.set()
        answer = rest(begun)
    assert not answer.whole
    assert planted.FOREIGN_SSN.encode() not in seen + answer.body
    assert b"[DONE]" not in seen + answer.body
    assert hand.gate.events(exchange) == ["request.received", "request.decided"]
    hand.start_sidecars([int(name[-1])])
    assert hand.gate.ending(exchange)["event"] == "exchange.orphaned"
    assert verified(hand.place).returncode == 0
    hand.all_serve()


def serving(hand: ByHand, exchange: str) -> str:
    """The sidecar in whose chain an exchange is recorded."""
    chain = hand.gate.records(exchange)[0]["chain"]
    return next(name for name in hand.sidecars() if hand.chain_of(name).name == chain)


def test_the_other_sidecar_goes_on_alone(hand: ByHand, providers: Providers) -> None:
    hand.kill("sidecar-0")
    answers = [ask(hand.gate.door, chat(planted.PROMPT)) for _ in range(8)]
    assert [said_text(answer.body) for answer in answers] == [planted.RESTORED] * 8
    hand.start_sidecars([0])
    hand.all_serve()


def test_without_any_sidecar_nothing_passes_and_the_gate_opens_again_by_itself(
    hand: ByHand, providers: Providers
) -> None:
    for name in ("sidecar-0", "sidecar-1"):
        hand.kill(name)
    for _ in range(3):
        answer = ask(hand.gate.door, chat(planted.PROMPT + planted.REFUSED))
        assert (answer.status, answer.code) == (503, "gate_unavailable")
    assert providers.heard_bytes == 0
    hand.start_sidecars((0, 1))
    hand.all_serve()


def test_a_sidecar_that_hangs_answers_late_and_leaks_nothing(hand: ByHand, providers: Providers) -> None:
    """Stopped, not dead: connections stay, and nobody answers. What waits is held, not passed."""
    hand.all_serve()
    providers.begin(silent)
    sidecars = [hand.parts[name] for name in hand.sidecars()]
    for part in sidecars:
        part.send_signal(signal.SIGSTOP)
    with http1(hand.gate.door) as client:
        client.ask(chat(planted.PROMPT + planted.REFUSED, model="nobaa-chat"))
        hand.all_out_of_service()
        assert providers.heard_bytes == 0
        for part in sidecars:
            part.send_signal(signal.SIGCONT)
        assert client.answer().status in (403, 503)
    assert providers.heard_bytes == 0
