"""What providers answer instead of an answer: errors, other encodings, other types. All of it is searched."""

import gzip

import pytest

from tests.e2e import planted
from tests.e2e.bodies import answering, asked, chat, completion, failure
from tests.e2e.provider import Providers, Received, Said, Script
from tests.e2e.stack import Gate
from tests.e2e.wire import Door, ask

FOREIGN = f"Dr. {planted.FOREIGN_NAME}, SSN {planted.FOREIGN_SSN}"


def service(gate: Gate) -> Door:
    return gate.to(sub="batch-1", groups=["ops-services"], wardgate_type="service")


def complaining(status: int) -> Script:
    def complain(received: Received) -> Said:
        return Said((failure(f"Cannot serve: {asked(received)} {FOREIGN}"),), status=status)

    return complain


@pytest.mark.parametrize("status", [400, 404, 429, 500, 503])
def test_an_error_keeps_its_status_and_is_masked_and_restored(gate: Gate, providers: Providers, status: int) -> None:
    providers.begin(complaining(status))
    answer = ask(gate.door, chat(planted.PROMPT))
    assert answer.status == status
    kept = FOREIGN.replace(planted.FOREIGN_SSN, "")
    assert answer.json["error"]["message"] == f"Cannot serve: {planted.RESTORED} {kept}"
    assert gate.ending(answer.exchange)["body"]["status"] == status


def test_a_service_reads_an_error_with_every_name_masked(gate: Gate, providers: Providers) -> None:
    providers.begin(complaining(500))
    answer = ask(service(gate), chat(planted.PROMPT))
    assert not planted.found(answer.body)


def test_an_error_page_that_is_no_json_is_masked_too(gate: Gate, providers: Providers) -> None:
    page = f"<html><body>Bad gateway while reading {FOREIGN}</body></html>".encode()
    providers.begin(answering(page, content_type="text/html", status=502))
    answer = ask(service(gate), chat(planted.PROMPT))
    assert answer.status == 502
    assert not planted.found(answer.body)
    assert answer.body.startswith(b"<html><body>Bad gateway while reading Dr. ")


def test_a_json_answer_of_another_shape_is_searched_through(gate: Gate, providers: Providers) -> None:
    providers.begin(answering(b'{"result": {"note": ["%s"]}, "ok": true}' % FOREIGN.encode()))
    answer = ask(service(gate), chat(planted.CLEAN))
    assert answer.json["ok"] is True
    assert not planted.found(answer.body)


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_a_compressed_answer_is_withheld(gate: Gate, providers: Providers, coding: str) -> None:
    body = gzip.compress(completion(FOREIGN))
    providers.begin(answering(body, headers=(("content-encoding", coding),)))
    answer = ask(gate.door, chat(planted.CLEAN))
    assert (answer.status, answer.code) == (502, "answer_encoding")
    assert gate.ending(answer.exchange)["event"] == "exchange.aborted"


@pytest.mark.parametrize("kind", ["image/png", "application/octet-stream", "audio/mpeg", "application/pdf"])
def test_an_answer_of_a_type_nobody_reads_is_withheld(gate: Gate, providers: Providers, kind: str) -> None:
    providers.begin(answering(completion(FOREIGN), content_type=kind))
    answer = ask(gate.door, chat(planted.CLEAN))
    assert (answer.status, answer.code) == (502, "answer_uninspectable")
    assert planted.FOREIGN_SSN.encode() not in answer.body


def test_bytes_that_are_no_text_are_withheld_whatever_their_type_says(gate: Gate, providers: Providers) -> None:
    providers.begin(answering(gzip.compress(completion(FOREIGN)), content_type="text/plain"))
    answer = ask(gate.door, chat(planted.CLEAN))
    assert (answer.status, answer.code) == (502, "answer_uninspectable")


def test_a_stream_where_none_can_be_is_withheld(gate: Gate, providers: Providers) -> None:
    providers.begin(answering(b'data: {"a": "b"}\n\n', content_type="text/event-stream"))
    answer = ask(gate.door, b'{"text": "hello"}', "/generic/notes")
    assert (answer.status, answer.code) == (502, "answer_uninspectable")


def test_a_sound_in_an_answer_is_withheld(gate: Gate, providers: Providers) -> None:
    sound = b'{"choices":[{"index":0,"message":{"role":"assistant","content":null,"audio":{"id":"a","data":"AAAA"}}}]}'
    providers.begin(answering(sound))
    answer = ask(gate.door, chat(planted.CLEAN))
    assert (answer.status, answer.code) == (502, "answer_uninspectable")


def test_an_answer_larger_than_the_gate_takes_is_withheld(gate: Gate, providers: Providers) -> None:
    providers.begin(answering(completion("lorem ipsum " * (13 * 2**20 // 12))))
    answer = ask(gate.door, chat(planted.CLEAN))
    assert (answer.status, answer.code) == (502, "answer_too_large")
