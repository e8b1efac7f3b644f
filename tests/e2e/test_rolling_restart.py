"""The sidecars are restarted one after the other while clients go on: none of them notices."""

import signal
import threading
from collections import Counter

from tests.e2e import planted
from tests.e2e.bodies import chat, echo, event, said_text, stream, streamed, text_of
from tests.e2e.provider import Providers, Received, Said
from tests.e2e.stack import Gate, eventually
from tests.e2e.wire import ask, http1, read_until, rest

CLIENTS = 4


def test_no_request_fails_and_a_stream_in_flight_is_finished(gate: Gate, providers: Providers) -> None:
    restarting, over = threading.Event(), threading.Event()
    long = streamed("Hello [NAME_1]. " * 30)

    def script(received: Received) -> Said:
        if b'"stream": true' in received.body:
            return stream(long.removesuffix(event("[DONE]")), restarting, event("[DONE]"))
        return echo(received)

    providers.begin(script)
    seen: Counter[object] = Counter()
    clients = [threading.Thread(target=going_on, args=(gate, over, seen)) for _ in range(CLIENTS)]
    before = gate.sidecars()
    with http1(gate.door) as client:
        client.ask(chat(planted.PROMPT, stream=True))
        begun = client.begun()
        read = read_until(begun, lambda data: planted.NAME.encode() in data)
        for one in clients:
            one.start()
        gate.parts[0].send_signal(signal.SIGHUP)
        eventually(lambda: "draining" in (gate.place / "up.err").read_text(encoding="utf-8"))
        restarting.set()
        answer = rest(begun)
    eventually(lambda: not set(before.values()) & set(gate.sidecars().values()) and len(gate.sidecars()) == 2)
    eventually(lambda: "all sidecars were restarted" in (gate.place / "up.err").read_text(encoding="utf-8"))
    over.set()
    for one in clients:
        one.join()
    assert answer.whole
    assert text_of(read + answer.body) == f"Hello {planted.NAME}. " * 30
    assert set(seen) == {(200, planted.RESTORED)}
    assert seen.total() > CLIENTS


def going_on(gate: Gate, over: threading.Event, seen: "Counter[object]") -> None:
    while not over.is_set():
        try:
            answer = ask(gate.door, chat(planted.PROMPT))
            seen[answer.status, said_text(answer.body) if answer.status == 200 else answer.body] += 1
        except OSError as error:
            seen[type(error).__name__] += 1
