"""HTTP as clients speak it: versions, framing, sizes, trailers, and headers in both directions."""

import json
import time

import pytest

from tests.e2e import planted
from tests.e2e.bodies import answering, asked, chat, completion, said_text, streamed, streaming, text_of
from tests.e2e.provider import Providers, Received, Said
from tests.e2e.settings import KEYS
from tests.e2e.stack import Gate, eventually
from tests.e2e.wire import CHAT, ask, ask_http2, head, http1

SPOOFED = {
    "x-request-id": "00000000-0000-4000-8000-000000000219",
    "x-wardgate-exchange": planted.MRN,
    "x-wardgate-provider": "demo-nobaa",
    "x-forwarded-for": "192.0.2.17",
    "x-forwarded-user": planted.NAME,
    "x-real-ip": "192.0.2.17",
    "x-envoy-original-path": f"/{planted.NAME}",
    "forwarded": "for=192.0.2.17",
    "via": "1.1 ward-7",
    "cookie": f"patient={planted.MRN}",
    "user-agent": f"Chart of {planted.NAME}",
    "referer": f"https://ehr.example.org/{planted.MRN}",
    "traceparent": "00-00000000000000000000000000000219-0000000000000219-01",
    "openai-organization": "org-219",
    "x-api-key": "sk-219",
    "x-anything": planted.SSN,
}
RECEIVED = {"host", "content-type", "accept-encoding", "user-agent", "transfer-encoding"}
"""All that a provider reads in its head, but for its credential and what the caller accepts."""


def test_a_provider_receives_exactly_these_headers(gate: Gate, providers: Providers) -> None:
    ask(gate.door, chat(planted.PROMPT), accept="application/json", **SPOOFED)
    (received,) = providers["demo-onprem"].requests
    assert received.names == RECEIVED | {"accept"}
    assert received.header("user-agent") == "wardgate"
    assert received.header("accept-encoding") == "identity"
    assert received.header("content-type") == "application/json"
    assert received.header("host") == f"127.0.0.1:{providers['demo-onprem'].port}"
    assert received.target == CHAT


def test_a_provider_with_a_key_receives_one_header_more(gate: Gate, providers: Providers) -> None:
    ask(gate.door, chat(planted.CLEAN), **SPOOFED)
    (received,) = providers["demo-cloud"].requests
    assert received.names == RECEIVED | {"authorization"}
    assert received.header("authorization") == f"Bearer {KEYS['demo-cloud']}"


def test_what_a_caller_spoofs_is_believed_by_nobody(gate: Gate, providers: Providers) -> None:
    answer = ask(gate.door, chat(planted.CLEAN), **SPOOFED)
    assert answer.status == 200
    assert answer.exchange
    assert answer.exchange not in SPOOFED.values()
    assert not gate.records(SPOOFED["x-request-id"])


@pytest.mark.parametrize(
    "header", [{"accept": f'application/json; for="{planted.NAME}"'}, {"openai_beta": f"ssn={planted.SSN}"}]
)
def test_a_header_of_the_callers_that_is_not_of_its_grammar_stays_here(
    gate: Gate, providers: Providers, header: dict[str, str]
) -> None:
    ask(gate.door, chat(planted.CLEAN), **header)
    assert providers["demo-cloud"].requests[0].names == RECEIVED | {"authorization"}


def test_of_a_providers_headers_only_the_listed_ones_are_read(gate: Gate, providers: Providers) -> None:
    theirs = (
        ("set-cookie", f"patient={planted.FOREIGN_SSN}"),
        ("x-note", planted.FOREIGN_NAME),
        ("x-wardgate-exchange", "somebody-else"),
        ("x-wardgate-refusal", "unauthenticated"),
        ("openai-organization", "org-1"),
        ("retry-after", planted.FOREIGN_NAME),
        ("x-ratelimit-remaining-requests", "41"),
    )
    providers.begin(answering(completion("Hello."), headers=theirs))
    answer = ask(gate.door, chat(planted.CLEAN))
    usual = {"content-type", "date", "server", "transfer-encoding", "x-wardgate-exchange"}
    assert set(answer.headers) == usual | {"x-ratelimit-remaining-requests"}
    assert answer.exchange != "somebody-else"


def test_a_providers_trailers_stay_here(gate: Gate, providers: Providers) -> None:
    def trailing(_: Received) -> Said:
        return Said((completion("Hello."),), trailers=(("x-note", planted.FOREIGN_NAME),))

    providers.begin(trailing)
    (answer,) = ask_http2(gate.door, [chat(planted.CLEAN)])
    assert said_text(answer.body) == "Hello."
    assert answer.whole


def test_a_rotated_key_is_used_without_a_restart(gate: Gate, providers: Providers) -> None:
    fresh = f"key-of-{time.monotonic_ns()}"
    directory = gate.place / "keys" / "demo-cloud"
    (directory / "next").write_text(fresh + "\n", encoding="utf-8")
    (directory / "next").rename(directory / "key")

    def used() -> bool:
        assert ask(gate.door, chat(planted.CLEAN)).status == 200
        return providers["demo-cloud"].requests[-1].header("authorization") == f"Bearer {fresh}"

    eventually(used)
    (directory / "next").write_text(KEYS["demo-cloud"] + "\n", encoding="utf-8")
    (directory / "next").rename(directory / "key")
    eventually(lambda: ask(gate.door, chat(planted.CLEAN)) and _last_key(providers) == f"Bearer {KEYS['demo-cloud']}")


def _last_key(providers: Providers) -> str:
    return providers["demo-cloud"].requests[-1].header("authorization")


@pytest.mark.parametrize("size", [1, 64 * 2**10, 2**20, 10 * 2**20])
def test_a_body_of_any_size_passes_whole(gate: Gate, providers: Providers, size: int) -> None:
    """From 1 MB on Envoy says twice that a body has ended."""
    words = ("the pain is less now " * (size // 21 + 1))[:size]
    providers.begin(answering(completion(f"{size} read for [NAME_1].")))
    answer = ask(gate.door, chat(f"{planted.PROMPT} {words}"))
    assert said_text(answer.body) == f"{size} read for {planted.NAME}."
    assert asked(providers["demo-onprem"].requests[0]) == f"{planted.MASKED} {words}"


def test_a_large_body_in_chunks_passes_whole(gate: Gate, providers: Providers) -> None:
    body = chat(planted.PROMPT + " less pain now" * 120_000)
    with http1(gate.door) as client:
        client.send(head("POST", CHAT, gate.door.headers({"transfer-encoding": "chunked"})))
        for start in range(0, len(body), 50_000):
            piece = body[start : start + 50_000]
            client.send(b"%x\r\n%b\r\n" % (len(piece), piece))
        client.send(b"0\r\n\r\n")
        answer = client.answer()
    assert answer.status == 200
    assert asked(providers.requests[0]) == planted.MASKED + " less pain now" * 120_000


def test_a_large_answer_is_read_whole(gate: Gate, providers: Providers) -> None:
    text = "lorem ipsum " * 170_000 + "[NAME_1]"
    providers.begin(answering(completion(text)))
    answer = ask(gate.door, chat(planted.PROMPT))
    assert said_text(answer.body) == text.replace("[NAME_1]", planted.NAME)


def test_a_body_that_comes_byte_by_byte_is_read_as_one(gate: Gate, providers: Providers) -> None:
    body = chat(f"Patient {planted.NAME} is here.")
    with http1(gate.door) as client:
        client.send(head("POST", CHAT, gate.door.headers({"content-length": str(len(body))})))
        for byte in body:
            client.send(bytes((byte,)))
        assert said_text(client.answer().body) == f"Patient {planted.NAME} is here."
    assert asked(providers.requests[0]) == "Patient [NAME_1] is here."


def test_over_http2_many_requests_share_a_connection(gate: Gate, providers: Providers) -> None:
    texts = [f"Patient {planted.NAME} in room {number}." for number in range(1, 9)]
    answers = ask_http2(gate.door, [chat(text) for text in texts])
    assert [said_text(answer.body) for answer in answers] == texts
    assert not planted.found(b"".join(one.body for one in providers.requests))
    assert len({answer.exchange for answer in answers}) == len(texts)


def test_over_http2_a_stream_is_read_whole(gate: Gate, providers: Providers) -> None:
    providers.begin(streaming(streamed("Hello [NAME_1].")))
    (answer,) = ask_http2(gate.door, [chat(planted.PROMPT, stream=True)])
    assert (text_of(answer.body), answer.whole) == (f"Hello {planted.NAME}.", True)


def test_trailers_of_a_request_end_its_body_and_go_nowhere(gate: Gate, providers: Providers) -> None:
    trailers = [("x-patient", planted.NAME), ("x-checksum", "219")]
    (answer,) = ask_http2(gate.door, [chat(planted.PROMPT)], trailers=trailers)
    assert said_text(answer.body) == planted.RESTORED
    (received,) = providers.requests
    assert (asked(received), received.trailers) == (planted.MASKED, ())


def test_who_waits_for_100_continue_is_told_to_go_on(gate: Gate, providers: Providers) -> None:
    body = chat(planted.PROMPT)
    with http1(gate.door) as client:
        headers = gate.door.headers({"content-length": str(len(body)), "expect": "100-continue"})
        client.send(head("POST", CHAT, headers))
        assert client.interim().startswith(b"HTTP/1.1 100 ")
        assert providers.heard_bytes == 0
        client.send(body)
        assert said_text(client.answer().body) == planted.RESTORED
    assert "expect" not in providers.requests[0].names


def test_pipelined_requests_are_answered_in_their_order(gate: Gate, providers: Providers) -> None:
    texts = [f"Patient {planted.NAME} in room {number}." for number in (1, 2)]
    with http1(gate.door) as client:
        for text in texts:
            client.ask(chat(text))
        assert [said_text(client.answer().body) for _ in texts] == texts
    assert not planted.found(b"".join(one.body for one in providers.requests))


def test_a_refused_request_does_not_take_its_connection_along(gate: Gate, providers: Providers) -> None:
    with http1(gate.door) as client:
        client.ask(chat(planted.REFUSED, model="nobaa-chat"))
        assert client.answer().status == 403
        client.ask(chat(planted.PROMPT))
        assert said_text(client.answer().body) == planted.RESTORED


def test_a_body_with_two_lengths_reaches_nobody(gate: Gate, providers: Providers) -> None:
    """A body with two lengths is refused by Envoy, which closes the connection without another word."""
    body = chat(planted.PROMPT + planted.REFUSED)
    with http1(gate.door) as client:
        headers = gate.door.headers({"content-length": "4", "transfer-encoding": "chunked"})
        client.send(head("POST", CHAT, headers) + b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body))
        assert client.socket.recv(1) == b""
    assert providers.heard_bytes == 0


def test_an_answer_without_a_body_is_passed_on(gate: Gate, providers: Providers) -> None:
    providers.begin(answering(b"", status=503, sized=True))
    answer = ask(gate.door, chat(planted.CLEAN))
    assert (answer.status, answer.body) == (503, b"")
    assert gate.ending(answer.exchange)["body"]["status"] == 503


def test_the_body_a_provider_reads_is_the_one_whose_digest_is_recorded(gate: Gate, providers: Providers) -> None:
    one, other = (ask(gate.door, chat(planted.PROMPT)) for _ in range(2))
    digests = [gate.records(answer.exchange)[1]["body"]["digest_forwarded"] for answer in (one, other)]
    assert digests[0] == digests[1]
    assert json.loads(providers.requests[0].body) == json.loads(providers.requests[1].body)
