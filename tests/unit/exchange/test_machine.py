"""The path of one exchange, told as it happens."""

import re
from dataclasses import replace

import orjson
import pytest

from extproc.adapters.otlp import ATTRIBUTES
from extproc.audit.record import Event as Kept
from extproc.detect.entities import EntityType
from extproc.detect.finding import Known
from extproc.errors import ProtocolError
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.mask.plan import Operator, Plan
from extproc.policy.decision import Effect, Obligations, Reason, Transcript, Verdict
from extproc.sealed import Sealed
from tests.support.exchanges import (
    DECISION_ID,
    EXCHANGE_ID,
    GATE,
    MASKING,
    NAME,
    REQUEST_ID,
    SSN,
    FakeDetector,
    chat,
    decided,
    decision,
    fresh,
    head,
    inspected,
    play,
)

JSON_HEAD = e.ResponseHead(200, {"content-type": "application/json", "x-provider-secret": "1"})
SSE_HEAD = e.ResponseHead(200, {"content-type": "text/event-stream"})


RELEASED = (c.SetDeadline, c.Record, e.Recorded(), c.ReleaseHead, c.ReleaseBody, c.Observe)
REFUSED = (c.SetDeadline, c.Record, e.Recorded(), c.Refuse, c.Observe)


def asked(body: bytes) -> tuple[object, ...]:
    """The request's side up to the question."""
    whole = e.RequestBody(body, end=True)
    return (head(), c.Note, c.SetDeadline, whole, c.Inspect, e.Inspected, c.AskPolicy)


def answer(text: str) -> bytes:
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return orjson.dumps({"id": "chatcmpl-1", "object": "chat.completion", "model": "gpt-test", "choices": [choice]})


def delta(text: str, finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": {"content": text} if text else {}, "finish_reason": finish}
    event = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "model": "gpt-test", "choices": [choice]}
    return b"data: " + orjson.dumps(event) + b"\n\n"


def last(commands: list[c.Command], kind: type) -> c.Command:
    return [one for one in commands if isinstance(one, kind)][-1]


def refused(commands: list[c.Command]) -> tuple[int, str]:
    refuse = last(commands, c.Refuse)
    assert isinstance(refuse, c.Refuse)
    body = orjson.loads(refuse.body)["error"]
    assert body["code"] == refuse.code
    assert body["request_id"] == REQUEST_ID
    return refuse.status, refuse.code


def test_an_allowed_request_goes_on_masked_and_only_after_its_record() -> None:
    commands = decided(fresh(), chat(f"{NAME}, SSN {SSN}, has a cough."))
    forward = commands[-1]
    assert isinstance(forward, c.Forward)
    assert orjson.loads(forward.body)["messages"][0]["content"] == "[NAME_1], SSN [SSN_1], has a cough."
    assert forward.metadata["provider"] == "cloud"
    assert forward.metadata["masked"] == 2


def test_the_provider_reads_no_header_of_the_caller_that_is_not_allowed() -> None:
    forward = decided(fresh(), chat("hello"))[-1]
    assert isinstance(forward, c.Forward)
    assert forward.remove_headers == ("x-app",)
    assert set(forward.set_headers) == {"accept", "content-type", "accept-encoding", "user-agent"}


def test_the_answer_is_restored_and_released_after_its_record() -> None:
    exchange = fresh()
    decided(exchange, chat(f"Who is {NAME}?"))
    commands = play(
        exchange,
        JSON_HEAD,
        e.ResponseBody(answer("[NAME_1] is your patient.")),
        e.ResponseBody(b"", end=True),
        c.Inspect,
        e.Inspected,
        *RELEASED,
    )
    released = last(commands, c.ReleaseBody)
    assert isinstance(released, c.ReleaseBody)
    assert released.end
    assert orjson.loads(released.data)["choices"][0]["message"]["content"] == f"{NAME} is your patient."
    record = last(commands, c.Record)
    assert isinstance(record, c.Record)
    assert record.entry.event is Kept.EXCHANGE_COMPLETED
    assert record.entry.ends
    assert exchange.over


def test_a_providers_headers_stay_unless_they_are_known() -> None:
    exchange = fresh()
    decided(exchange, chat("hello"))
    commands = play(
        exchange,
        JSON_HEAD,
        e.ResponseBody(answer("hi"), end=True),
        c.Inspect,
        e.Inspected,
        *RELEASED,
    )
    released = last(commands, c.ReleaseHead)
    assert isinstance(released, c.ReleaseHead)
    assert released.remove_headers == ("x-provider-secret",)
    assert released.set_headers == {"x-wardgate-exchange": EXCHANGE_ID}


def test_a_new_identifier_in_the_answer_is_masked() -> None:
    exchange = fresh()
    decided(exchange, chat("hello"))
    commands = play(
        exchange,
        JSON_HEAD,
        e.ResponseBody(answer(f"The SSN is {SSN}."), end=True),
        c.Inspect,
        e.Inspected,
        *RELEASED,
    )
    released = last(commands, c.ReleaseBody)
    assert isinstance(released, c.ReleaseBody)
    assert SSN.encode() not in released.data


def test_a_stream_ends_only_after_its_record() -> None:
    exchange = fresh()
    decided(exchange, chat(f"Who is {NAME}?", stream=True))
    commands = play(exchange, SSE_HEAD, c.ReleaseHead)
    text = ""
    ended_after_record = False
    chunks = [delta("[NA"), delta("ME_1] is your pat"), delta("ient."), delta("", "stop"), b"data: [DONE]\n\n"]
    pending: list[e.Event] = [*(e.ResponseBody(chunk) for chunk in chunks), e.ResponseBody(b"", end=True)]
    recorded = False
    while pending:
        for command in exchange.receive(pending.pop(0), 1):
            match command:
                case c.Inspect():
                    pending.insert(0, inspected(command))
                case c.Record(entry):
                    assert entry.event is Kept.EXCHANGE_COMPLETED
                    recorded = True
                    pending.insert(0, e.Recorded())
                case c.ReleaseBody(data, end):
                    text += data.decode()
                    assert b"[DONE]" not in data or recorded
                    ended_after_record = end and recorded
                case _:
                    pass
    assert commands
    assert ended_after_record
    contents = [orjson.loads(line[6:]) for line in text.split("\n\n") if line.startswith("data: {")]
    read = "".join(choice["delta"].get("content", "") for event in contents for choice in event["choices"])
    assert read == f"{NAME} is your patient."
    assert text.endswith("data: [DONE]\n\n")


def test_a_denied_request_is_refused_with_its_reasons_after_its_record() -> None:
    exchange = fresh()
    commands = play(
        exchange,
        *asked(chat(NAME)),
        e.Decided(decision(Verdict.DENY), "sha256:policy"),
        *REFUSED,
    )
    assert refused(commands) == (403, "policy_denied")
    refuse = last(commands, c.Refuse)
    assert isinstance(refuse, c.Refuse)
    error = orjson.loads(refuse.body)["error"]
    assert error["decision_id"] == DECISION_ID
    assert error["reasons"] == [{"id": "provider_without_baa", "text": "No BAA.", "cite": "45 CFR 164.502(e)"}]
    assert refuse.metadata["provider"] == ""
    assert not [one for one in commands if isinstance(one, c.Forward)]


NO_BAA = Reason("provider_without_baa", Effect.WARN, "No BAA.", "45 CFR 164.502(e)")


def test_a_provider_without_agreement_gets_a_request_when_policy_and_settings_both_say_so() -> None:
    gate = replace(GATE, without_baa=frozenset({"cloud"}))
    warned = e.Decided(decision(reasons=(NO_BAA,)), "sha256:policy")
    commands = play(fresh(gate), *asked(chat(NAME)), warned, c.Record, e.Recorded(), c.SetDeadline, c.Forward)
    assert commands


@pytest.mark.parametrize(
    ("answer_of_policy", "code"),
    [
        (decision(Verdict.REQUIRE_APPROVAL), "approval_required"),
        (decision(obligations=Obligations(Transcript.FULL, 2190)), "obligation_unmet"),
        (decision(provider="elsewhere"), "provider_unknown"),
        (decision(reasons=(NO_BAA,)), "baa_only_warned"),
        (decision(provider="risk"), "provider_unknown"),  # in the settings, but of another dialect
        (decision(masking=replace(MASKING, request=Plan(Operator.BLOCK))), "masking_blocked"),
    ],
)
def test_a_decision_that_cannot_be_met_is_a_recorded_refusal(answer_of_policy: object, code: str) -> None:
    commands = play(
        fresh(),
        *asked(chat(NAME)),
        e.Decided(answer_of_policy, "sha256:policy"),  # type: ignore[arg-type]
        *REFUSED,
    )
    assert refused(commands)[1] == code
    record = last(commands, c.Record)
    assert isinstance(record, c.Record)
    assert record.entry.body["outcome"] == code
    assert record.entry.ends


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        (head(claims=None), (401, "identity_missing")),
        (head(claims={"iss": "https://elsewhere", "sub": "x"}), (401, "identity_malformed")),
        (head("/v1/models", method="GET"), (404, "unknown_endpoint")),
        (head("/v1/images/generations"), (404, "unknown_endpoint")),
        (head(headers={"content-type": "application/json", "content-encoding": "gzip"}), (415, "content_encoding")),
        (head(headers={"content-type": "text/plain"}), (415, "content_type")),
        (head(headers={"content-type": "application/json", "content-length": "5000"}), (413, "body_too_large")),
        (head(end=True), (400, "malformed_body")),
    ],
)
def test_a_head_that_is_wrong_is_refused_at_once(opening: e.RequestHead, expected: tuple[int, str]) -> None:
    commands = play(fresh(), opening, c.SetDeadline, c.Record, e.Recorded(), c.Refuse, c.Observe)
    assert refused(commands) == expected


def test_a_body_past_the_limit_is_refused_while_it_is_still_being_sent() -> None:
    chunk = e.RequestBody(b"x" * 4000)
    commands = play(
        fresh(),
        head(),
        c.Note,
        c.SetDeadline,
        chunk,
        chunk,
        c.SetDeadline,
        c.Record,
        chunk,
        e.Recorded(),
        c.Refuse,
        c.Observe,
    )
    assert refused(commands) == (413, "body_too_large")


def test_a_body_that_is_not_json_is_refused_with_a_sentence_that_quotes_nothing() -> None:
    body = e.RequestBody(f"{{{NAME}".encode(), end=True)
    commands = play(
        fresh(), head(), c.Note, c.SetDeadline, body, c.SetDeadline, c.Record, e.Recorded(), c.Refuse, c.Observe
    )
    assert refused(commands) == (400, "malformed_body")
    refuse = last(commands, c.Refuse)
    assert isinstance(refuse, c.Refuse)
    assert NAME.encode() not in refuse.body


def test_an_identifier_in_the_query_string_is_refused() -> None:
    commands = play(
        fresh(),
        head("/v1/chat/completions?patient=219-09-9999"),
        c.Note,
        c.SetDeadline,
        e.RequestBody(chat("hello"), end=True),
        c.Inspect,
        e.Inspected,
        *REFUSED,
    )
    assert refused(commands) == (400, "identifier_in_url")


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        (e.PolicyFailed("policy_unavailable"), (503, "policy_unavailable")),
        (e.PolicyFailed("policy_malformed"), (503, "policy_malformed")),
        (e.DeadlinePassed(), (504, "deadline_passed")),
        (e.RecordFailed(), (503, "audit_unavailable")),
    ],
)
def test_a_failure_while_deciding_is_a_recorded_refusal(failure: e.Event, expected: tuple[int, str]) -> None:
    commands = play(
        fresh(),
        *asked(chat(NAME)),
        failure,
        *REFUSED,
    )
    assert refused(commands) == expected


def test_a_failed_detector_refuses() -> None:
    commands = play(
        fresh(),
        head(),
        c.Note,
        c.SetDeadline,
        e.RequestBody(chat(NAME), end=True),
        c.Inspect,
        e.InspectionFailed(),
        *REFUSED,
    )
    assert refused(commands) == (503, "detector_failed")


def test_a_decision_that_cannot_be_recorded_forwards_nothing() -> None:
    commands = play(
        fresh(),
        *asked(chat(NAME)),
        e.Decided(decision(), "sha256:policy"),
        c.Record,
        e.RecordFailed(),
        c.SetDeadline,
        c.Record,
        e.RecordFailed(),
        c.Refuse,
        c.Observe,
    )
    assert refused(commands) == (503, "audit_unavailable")
    assert not [one for one in commands if isinstance(one, c.Forward)]


def test_a_reply_that_envoy_gives_in_a_providers_place_is_inspected_and_recorded_as_no_answer() -> None:
    exchange = fresh()
    decided(exchange, chat(f"Who is {NAME}?"))
    commands = play(
        exchange,
        e.ResponseHead(503, {**JSON_HEAD.headers, "x-wardgate-refusal": "provider_unavailable"}),
        e.ResponseBody(b'{"error":{"message":"The model provider cannot be reached."}}', end=True),
        c.Inspect,
        e.Inspected,
        *RELEASED,
    )
    record = last(commands, c.Record)
    assert isinstance(record, c.Record)
    assert (record.entry.event, record.entry.ends) == (Kept.EXCHANGE_ABORTED, True)
    assert (record.entry.body["code"], record.entry.body["status"]) == ("gateway", 503)
    seen = last(commands, c.Observe)
    assert isinstance(seen, c.Observe)
    assert seen.attributes["wardgate.outcome"] == "gateway"


def test_an_answer_whose_end_cannot_be_recorded_is_withheld() -> None:
    exchange = fresh()
    decided(exchange, chat("hello"))
    commands = play(
        exchange,
        JSON_HEAD,
        e.ResponseBody(answer("hi"), end=True),
        c.Inspect,
        e.Inspected,
        c.SetDeadline,
        c.Record,
        e.RecordFailed(),
        c.Refuse,
        c.Observe,
    )
    assert refused(commands) == (503, "audit_unavailable")


@pytest.mark.parametrize(
    ("response", "code"),
    [
        (e.ResponseHead(200, {"content-type": "image/png"}), "answer_uninspectable"),
        (e.ResponseHead(200, {"content-type": "application/json", "content-encoding": "gzip"}), "answer_encoding"),
    ],
)
def test_an_answer_nobody_can_inspect_is_withheld(response: e.ResponseHead, code: str) -> None:
    exchange = fresh()
    decided(exchange, chat("hello"))
    commands = play(exchange, response, c.SetDeadline, c.Record, e.Recorded(), c.Refuse, c.Observe)
    assert refused(commands) == (502, code)


def test_a_stream_that_goes_wrong_ends_with_an_error_event_and_a_proper_end() -> None:
    exchange = fresh()
    decided(exchange, chat("hello", stream=True))
    commands = play(
        exchange,
        SSE_HEAD,
        c.ReleaseHead,
        e.ResponseBody(b"data: {broken\n\n"),
        c.SetDeadline,
        c.Record,
        e.Recorded(),
        c.ReleaseBody,
        c.Observe,
    )
    released = last(commands, c.ReleaseBody)
    assert isinstance(released, c.ReleaseBody)
    assert released.end
    assert b'"code":"answer_malformed"' in released.data
    assert released.data.endswith(b"data: [DONE]\n\n")


def test_bytes_after_the_first_end_of_stream_are_dropped() -> None:
    play(
        fresh(),
        head(),
        c.Note,
        c.SetDeadline,
        e.RequestBody(chat("hello"), end=True),
        c.Inspect,
        e.RequestBody(b"", end=True),
        e.RequestTrailers(),
    )


def test_trailers_end_a_body_as_a_last_chunk_does() -> None:
    play(
        fresh(),
        head(),
        c.Note,
        c.SetDeadline,
        e.RequestBody(chat("hello")),
        e.RequestTrailers(),
        c.Inspect,
        e.Inspected,
        c.AskPolicy,
    )


def test_envoys_own_refusal_passes_and_is_recorded() -> None:
    commands = play(
        fresh(),
        e.ResponseHead(401, {"content-type": "application/json"}, request_id=REQUEST_ID),
        c.Count,
        c.ReleaseHead,
        e.ResponseBody(b"{}", end=True),
        c.ReleaseBody,
    )
    released = last(commands, c.ReleaseHead)
    assert isinstance(released, c.ReleaseHead)
    assert released.set_headers == {"x-wardgate-exchange": EXCHANGE_ID}
    note = last(commands, c.Count)
    assert isinstance(note, c.Count)
    assert note.entry.event is Kept.EXCHANGE_REFUSED
    assert note.entry.exchange == EXCHANGE_ID
    assert note.entry.body["request_id"] == REQUEST_ID
    assert note.entry.body["status"] == 401


def test_a_request_envoy_gave_up_on_goes_nowhere_when_its_decision_comes_late() -> None:
    exchange = fresh()
    commands = play(
        exchange,
        *asked(chat(NAME)),
        e.ResponseHead(504, {"content-type": "application/json"}),
        c.Note,
        c.ReleaseHead,
        e.Decided(decision(), "sha256:policy"),
        e.ResponseBody(b"timeout", end=True),
        c.ReleaseBody,
    )
    assert exchange.over
    assert not [one for one in commands if isinstance(one, c.Forward)]


def test_a_caller_who_is_gone_is_recorded_as_gone() -> None:
    exchange = fresh()
    decided(exchange, chat("hello"))
    commands = play(exchange, e.Disconnected(), c.Note, c.Observe)
    note = last(commands, c.Note)
    assert isinstance(note, c.Note)
    assert note.entry.event is Kept.EXCHANGE_ABORTED
    assert note.entry.ends


def test_an_event_that_cannot_happen_is_a_protocol_error() -> None:
    with pytest.raises(ProtocolError):
        fresh().receive(e.RequestBody(b"{}"), 1)
    exchange = fresh()
    play(exchange, head(), c.Note, c.SetDeadline)
    with pytest.raises(ProtocolError):
        exchange.receive(e.Decided(decision(), "sha256:policy"), 1)


def test_records_and_queries_hold_no_text_of_the_caller() -> None:
    commands = decided(fresh(), chat(f"{NAME} {SSN}"))
    said = [repr(one) for one in commands if isinstance(one, c.Note | c.Record | c.AskPolicy)]
    assert said
    assert not any(NAME in one or SSN in one for one in said)


def test_a_model_nobody_lists_is_not_named_to_the_policy() -> None:
    exchange = fresh()
    body = b'{"model":"Maria Lopez","messages":[{"role":"user","content":"hi"}]}'
    commands = play(
        exchange, head(), c.Note, c.SetDeadline, e.RequestBody(body, end=True), c.Inspect, e.Inspected, c.AskPolicy
    )
    question = commands[-1]
    assert isinstance(question, c.AskPolicy)
    assert question.query.route.model == ""
    assert question.query.route.providers == ()


def test_the_providers_that_serve_a_model_are_shown_to_the_policy() -> None:
    commands = decided(fresh(), chat("hello"))
    question = last(commands, c.AskPolicy)
    assert isinstance(question, c.AskPolicy)
    assert question.query.route.providers == ("cloud", "onprem")


def test_findings_are_counted_by_entity_for_the_policy() -> None:
    commands = decided(fresh(), chat(f"{NAME}, {NAME}, {SSN}"))
    question = last(commands, c.AskPolicy)
    assert isinstance(question, c.AskPolicy)
    assert {entity: row.count for entity, row in question.query.phi.entities.items()} == {
        EntityType.NAME: 2,
        EntityType.SSN: 1,
    }
    assert question.query.phi.subjects == 1
    assert question.query.phi.entities[EntityType.NAME].roles == ("user",)


def test_a_gate_of_another_size_is_another_gate() -> None:
    small = replace(GATE, max_body_bytes=10)
    commands = play(
        fresh(small),
        head(),
        c.Note,
        c.SetDeadline,
        e.RequestBody(b"x" * 11),
        *REFUSED,
    )
    assert refused(commands)[0] == 413


def test_the_gates_own_id_in_an_error_of_envoys_is_not_masked(monkeypatch: pytest.MonkeyPatch) -> None:
    pattern = re.compile(rf"(?P<OTHER_ID>{REQUEST_ID}|{DECISION_ID})")
    exchange = fresh()
    decided(exchange, chat("hello"))
    monkeypatch.setattr(FakeDetector, "PATTERN", pattern)
    error = orjson.dumps({"error": {"message": "unreachable", "request_id": REQUEST_ID, "other": DECISION_ID}})
    commands = play(
        exchange,
        e.ResponseHead(503, {"content-type": "application/json"}),
        e.ResponseBody(error, end=True),
        c.Inspect,
        e.Inspected,
        *RELEASED,
    )
    released = last(commands, c.ReleaseBody)
    assert isinstance(released, c.ReleaseBody)
    body = orjson.loads(released.data)["error"]
    assert body["request_id"] == REQUEST_ID
    assert body["other"] == "[OTHER_ID_1]"


def test_telemetry_is_told_what_its_table_lets_out_and_nothing_else() -> None:
    exchange = fresh()
    decided(exchange, chat(NAME))
    commands = play(
        exchange,
        JSON_HEAD,
        e.ResponseBody(answer("[NAME_1]")[:-1] + b',"usage":{"prompt_tokens":7,"completion_tokens":3}}', end=True),
        c.Inspect,
        e.Inspected,
        *RELEASED,
    )
    seen = last(commands, c.Observe)
    assert isinstance(seen, c.Observe)
    assert set(seen.attributes) <= set(ATTRIBUTES)
    assert seen.attributes["gen_ai.usage.input_tokens"] == 7
    assert seen.attributes["wardgate.outcome"] == "completed"


@pytest.mark.parametrize(
    "piece",
    [
        {"content": "x" * 1000},  # one token that never ends
        {"tool_calls": [{"index": 0, "function": {"name": "find", "arguments": "x" * 1000}}]},
    ],
)
def test_a_stream_that_makes_the_gate_hold_more_than_a_body_is_ended(piece: dict[str, object]) -> None:
    exchange = fresh()
    decided(exchange, chat("hello", stream=True))
    exchange.receive(SSE_HEAD, 1)
    event = b"data: " + orjson.dumps({"choices": [{"index": 0, "delta": piece}]}) + b"\n\n"
    pending: list[e.Event] = [e.ResponseBody(event) for _ in range(10)]
    refusals = []
    while pending and not exchange.over:
        for command in exchange.receive(pending.pop(0), 1):
            if isinstance(command, c.Inspect):
                pending.insert(0, inspected(command))
            if isinstance(command, c.Record):
                refusals.append(command.entry.body["code"])
                pending.insert(0, e.Recorded())
    assert refusals == ["answer_too_large"]


def test_a_window_of_a_stream_is_inspected_with_what_was_found_before_it() -> None:
    exchange = fresh()
    decided(exchange, chat("hello", stream=True))
    exchange.receive(SSE_HEAD, 1)
    pending: list[e.Event] = [e.ResponseBody(delta(f"{NAME} came. " + "And so on. " * 40), end=True)]
    known: list[object] = []
    while pending:
        for command in exchange.receive(pending.pop(0), 1):
            if isinstance(command, c.Inspect):
                known.append(command.known)
                pending.insert(0, inspected(command))
    assert known[0] == ()
    assert known[-1] == (Known(EntityType.NAME, Sealed(NAME)),)


@pytest.mark.parametrize(
    ("content_type", "body", "code"),
    [
        ("application/json", b'{"a":1,"a":"\\u0032\\u0031\\u0039-09-9999"}', "answer_uninspectable"),
        ("application/json", b'{"a":NaN,"b":"Maria Lopez"}', "answer_uninspectable"),
        ("text/plain", "Maria Lopez".encode("utf-16le"), "answer_uninspectable"),
    ],
)
def test_an_answer_others_may_read_otherwise_is_withheld(content_type: str, body: bytes, code: str) -> None:
    exchange = fresh()
    decided(exchange, chat("hello"))
    head_of_answer = e.ResponseHead(200, {"content-type": content_type})
    answered = e.ResponseBody(body, end=True)
    commands = play(exchange, head_of_answer, answered, c.SetDeadline, c.Record, e.Recorded(), c.Refuse, c.Observe)
    assert refused(commands) == (502, code)


def test_an_answer_in_another_encoding_is_withheld() -> None:
    exchange = fresh()
    decided(exchange, chat("hello"))
    response = e.ResponseHead(200, {"content-type": "text/plain; charset=utf-16le"})
    commands = play(exchange, response, c.SetDeadline, c.Record, e.Recorded(), c.Refuse, c.Observe)
    assert refused(commands) == (502, "answer_uninspectable")


def test_whose_a_surname_is_does_not_depend_on_who_is_named_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FakeDetector, "PATTERN", re.compile(r"(?P<NAME>(?:Maria |Juan )?Lopez)"))
    forward = decided(fresh(), chat("Maria Lopez came. Mr. Lopez waited. Juan Lopez was told."))[-1]
    assert isinstance(forward, c.Forward)
    content = orjson.loads(forward.body)["messages"][0]["content"]
    maria, mr, juan = re.findall(r"\[NAME_[0-9_]+\]", content)
    assert len({maria, mr, juan}) == 3
    assert not mr.startswith((maria[:-1], juan[:-1]))


def test_streamed_tool_arguments_that_hide_what_they_spell_are_not_released() -> None:
    exchange = fresh()
    decided(exchange, chat("hello", stream=True))
    exchange.receive(SSE_HEAD, 1)
    hidden = '{"a":1,"a":"\\u0032\\u0031\\u0039-09-9999"}'
    call = {"index": 0, "id": "call_1", "type": "function", "function": {"name": "find", "arguments": hidden}}
    chunks = [{"delta": {"tool_calls": [call]}}, {"delta": {}, "finish_reason": "tool_calls"}]
    body = b"".join(b"data: " + orjson.dumps({"choices": [{"index": 0, **one}]}) + b"\n\n" for one in chunks)
    pending: list[e.Event] = [e.ResponseBody(body)]
    codes, out = [], b""
    while pending:
        for command in exchange.receive(pending.pop(0), 1):
            match command:
                case c.Inspect():
                    pending.insert(0, inspected(command))
                case c.Record(entry):
                    codes.append(entry.body["code"])
                    pending.insert(0, e.Recorded())
                case c.ReleaseBody(data):
                    out += data
                case _:
                    pass
    assert codes == ["answer_uninspectable"]
    assert b"0032" not in out
