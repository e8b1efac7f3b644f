"""A bug in the sidecar: whatever it does, Envoy lets nothing pass, and nobody reads the exception's text.

Envoy passes on what is left of a request when its sidecar closes the stream cleanly, whatever ``failure_mode_allow``
says; so each end that is not an exchange's own has to be an abort.
"""

import threading

import pytest

from tests.e2e import planted, spoiled
from tests.e2e.bodies import chat, delta, event, streamed, streaming
from tests.e2e.by_hand import by_hand
from tests.e2e.provider import Providers
from tests.e2e.wire import ask, http1, rest


@pytest.mark.parametrize("kind", ["returning", "raising"])
def test_nothing_reaches_a_provider(providers: Providers, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setenv(spoiled.VARIABLE, kind)
    with by_hand(providers, "embedded", module=spoiled.__name__) as hand:
        answer = ask(hand.gate.door, chat(planted.PROMPT + planted.REFUSED))
        assert (answer.status, answer.code) == (503, "gate_unavailable")
        assert not planted.found(answer.body)
        assert providers.heard_bytes == 0


@pytest.mark.parametrize("kind", ["quitting", "leaving"])
def test_of_an_answer_that_had_begun_nothing_more_is_read(
    providers: Providers, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """The provider goes on once the sidecar has gone: Envoy must not take over."""
    monkeypatch.setenv(spoiled.VARIABLE, kind)
    gone = threading.Event()
    secret = streamed(f"Dr. {planted.FOREIGN_NAME}, SSN {planted.FOREIGN_SSN}, says hello. " * 9, each=50)
    providers.begin(streaming(event(delta({"content": "Hello "})), gone, secret))
    with by_hand(providers, "embedded", module=spoiled.__name__) as hand, http1(hand.gate.door) as client:
        client.ask(chat(planted.PROMPT, stream=True))
        begun = client.begun()
        gone.set()
        answer = rest(begun)
    assert answer.status == 503 or not answer.whole
    assert not planted.found(answer.body)
