"""Chat completions, streamed."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from extproc.errors import MalformedBody
from extproc.payload.dialect import Channel, Piece, Refusal, StreamEvent
from extproc.payload.openai_stream import ChatStream
from extproc.payload.part import AnswerFacts, Facts, Inspectability, Spot
from extproc.sealed import Sealed

ID = "chatcmpl-aB3dE5gH7jK9mN1pQ3sT"
HEAD = {"id": ID, "object": "chat.completion.chunk", "created": 1790000000, "model": "gpt-5"}
DONE = b"data: [DONE]\n\n"


def stream(*, json_answer: bool = False) -> ChatStream:
    return ChatStream(Facts(model=Sealed("m"), stream=True, json_answer=json_answer))


def wire(*choices: Any, **members: Any) -> bytes:
    return b"data: " + json.dumps({**HEAD, "choices": choices, **members}).encode() + b"\n\n"


def delta(index: int = 0, finish_reason: str | None = None, **fields: Any) -> dict[str, Any]:
    return {"index": index, "delta": fields, "finish_reason": finish_reason}


def call(index: int, arguments: str, **members: Any) -> dict[str, Any]:
    return {"index": index, "function": {"arguments": arguments, **members}}


def one(reader: ChatStream, data: bytes) -> StreamEvent:
    (event,) = reader.push(data)
    return event


def others(event: StreamEvent) -> list[str]:
    """Its whole texts but those of the head."""
    return [part.text.reveal() for part in event.parts if part.pattern not in ("/id", "/model", "/system_fingerprint")]


def said(pieces: Sequence[Piece]) -> list[str]:
    return [piece.text.reveal() for piece in pieces]


def data_of(raw: bytes) -> Any:
    return json.loads(raw.removeprefix(b"data: "))


def test_content_is_a_piece_and_is_written_where_it_stood() -> None:
    event = one(stream(), wire(delta(content="Jane")))
    (piece,) = event.pieces
    assert said(event.pieces) == ["Jane"]
    assert (event.closes, others(event), event.uninspected, event.last) == ((), [], (), False)
    assert event.rendered({piece.channel: piece.text}, {}) == wire(delta(content="Jane"))
    assert event.rendered({piece.channel: Sealed('"X\n')}, {}) == wire(delta(content='"X\n'))


def test_an_event_that_has_nothing_left_to_say_is_not_sent() -> None:
    first, second = stream().push(2 * wire(delta(content="Jane")))
    assert data_of(first.rendered({}, {})) == {**HEAD, "choices": [delta(content="")]}
    assert second.rendered({}, {}) == b""


def test_an_id_that_every_event_repeats_is_inspected_once_and_goes_out_the_same_each_time() -> None:
    first, second, third = stream().push(
        2 * wire(delta(content="a"), id="call_mrn0012345678") + wire(delta(content="b"), id="another")
    )
    assert [
        part.text.reveal() for event in (first, second, third) for part in event.parts if part.pattern == "/id"
    ] == [
        "call_mrn0012345678",
        "another",
    ]
    texts = {first.pieces[0].channel: Sealed("x")}
    masked = {0: Sealed("[MRN_1]")}
    assert [data_of(event.rendered(texts, changed))["id"] for event, changed in ((first, masked), (second, {}))] == [
        "[MRN_1]",
        "[MRN_1]",
    ]
    assert data_of(third.rendered(texts, {}))["id"] == "another"


def test_an_event_of_our_own_repeats_an_id_that_went_out_as_it_came_and_no_other() -> None:
    raw = b"data: " + json.dumps({"id": "x-1", "choices": [delta(content="Jane")]}).encode() + b"\n\n"
    for changed, expected in (({}, "x-1"), ({0: Sealed("[NAME_1]")}, None)):
        reader = stream()
        event = one(reader, raw)
        event.rendered({}, changed)
        carried = data_of(reader.carrying(event.pieces[0].channel, Sealed("more")))
        assert carried.get("id") == expected


@pytest.mark.parametrize(
    "raw",
    [
        wire(delta(role="assistant", content="Jane")),
        wire(delta(content="Jane", finish_reason="stop")),
        wire(delta(content="Jane"), usage={"prompt_tokens": 1}),
        wire(delta(content="Jane"), **{"": 1}),
        wire(delta(tool_calls=[call(0, "{", name="f")])),
        wire(delta(tool_calls=[{"id": "call_aB3dE5gH7jK9mN1pQ3sT", **call(0, "{")}])),
    ],
)
def test_an_event_that_says_more_than_its_pieces_is_sent_without_them(raw: bytes) -> None:
    event = one(stream(), raw)
    rendered = event.rendered({}, {})
    assert rendered
    assert b"Jane" not in rendered
    assert len(data_of(rendered)["choices"]) == 1


@pytest.mark.parametrize("raw", [wire(), wire(delta()), wire(usage={"prompt_tokens": 7})])
def test_an_event_without_pieces_is_sent_as_it_is(raw: bytes) -> None:
    assert one(stream(), raw).rendered({}, {}) == raw


def test_choices_fields_and_tool_calls_are_channels_of_their_own() -> None:
    reader = stream()
    event = one(
        reader,
        wire(
            delta(1, content="a", refusal="b", reasoning_content="c", reasoning="d"),
            delta(0, content="e", audio={"transcript": "f"}, function_call={"arguments": "g"}),
            delta(0, tool_calls=[call(1, "h"), call(0, "i")]),
        ),
    )
    assert said(event.pieces) == list("abcdefghi")
    assert len({piece.channel for piece in event.pieces}) == 9
    again = one(reader, wire(delta(0, tool_calls=[call(0, "j")]), delta(1, reasoning="k")))
    assert [piece.channel for piece in again.pieces] == [event.pieces[8].channel, event.pieces[3].channel]


def test_the_first_of_two_pieces_of_a_channel_in_one_event_gets_all() -> None:
    event = one(stream(), wire(delta(content="a"), delta(content="b")))
    first, second = event.pieces
    assert first.channel == second.channel
    assert event.rendered({first.channel: Sealed("ab")}, {}) == wire(delta(content="ab"), delta(content=""))


def test_a_channel_says_what_it_carries() -> None:
    reader = stream()
    event = one(reader, wire(delta(content="a", tool_calls=[call(0, "", name="lookup")])))
    content, arguments = (reader.channel(piece.channel) for piece in event.pieces)
    assert content == Channel("/choices/*/delta/content", Spot.PROSE)
    assert arguments == Channel(
        "/choices/*/delta/tool_calls/*/function/arguments", Spot.TOOL_ARGUMENT, Sealed("lookup"), whole=True
    )


def test_a_tool_is_remembered_from_the_event_that_named_it() -> None:
    reader = stream()
    one(reader, wire(delta(tool_calls=[call(0, "", name="lookup"), call(1, "", name="other")])))
    later = one(reader, wire(delta(tool_calls=[call(1, '{"a'), call(0, '{"b')])))
    assert [reader.channel(piece.channel).tool.reveal() for piece in later.pieces] == ["other", "lookup"]
    assert reader.facts.tool_calls == (Sealed("lookup"), Sealed("other"))


def test_a_custom_tool_s_call_is_a_call_and_its_input_goes_whole() -> None:
    reader = stream()
    begun = {"index": 0, "id": "c1", "type": "custom", "custom": {"name": "wire", "input": "to "}}
    event = one(reader, wire(delta(tool_calls=[begun])))
    one(reader, wire(delta(tool_calls=[{"index": 0, "custom": {"input": "Jane"}}])))
    assert reader.facts.tool_calls == (Sealed("wire"),)
    assert reader.channel(event.pieces[0].channel) == Channel(
        "/choices/*/delta/tool_calls/*/custom/input", Spot.TOOL_ARGUMENT, Sealed("wire"), whole=True
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"tool_calls": [{"index": 0, "function": {"arguments": "{}"}}]},
        {"tool_calls": [{"index": 0, "function": {"name": "", "arguments": "{}"}}]},
        {"tool_calls": [{"index": 0, "id": "c1", "type": "function"}]},
        {"tool_calls": [{"index": 0, "custom": {"input": "x"}}]},
        {"function_call": {"arguments": "{}"}},
    ],
)
def test_a_call_that_names_no_tool_is_a_call_and_once(fields: dict[str, Any]) -> None:
    reader = stream()
    for _ in range(2):
        one(reader, wire(delta(**fields)))
    assert reader.facts.tool_calls == (Sealed(""),)


def test_a_call_that_is_named_later_is_told_again() -> None:
    reader = stream()
    one(reader, wire(delta(tool_calls=[call(0, "{")])))
    one(reader, wire(delta(tool_calls=[call(0, "}", name="wire")])))
    assert reader.facts.tool_calls == (Sealed("wire"), Sealed(""))


def test_a_tool_s_name_is_a_part() -> None:
    event = one(stream(), wire(delta(tool_calls=[call(0, "", name="Jane")])))
    assert others(event) == ["Jane"]
    assert b"Jane" not in event.rendered({}, {len(event.parts) - 1: Sealed("X")})


def test_the_content_of_a_json_answer_is_json_prose() -> None:
    reader = stream(json_answer=True)
    (piece,) = one(reader, wire(delta(content='{"'))).pieces
    assert reader.channel(piece.channel).spot is Spot.JSON_PROSE


def test_an_unknown_field_of_a_delta_runs_too_and_is_counted() -> None:
    reader = stream()
    event = one(reader, wire(delta(thinking="Ja", details=[{"text": "ne", "index": 3}])))
    assert said(event.pieces) == ["Ja", "ne"]
    assert others(event) == ["thinking", "details", "text", "index"]
    assert {one.pattern for one in event.uninspected} == {"/choices/*/delta/?"}
    assert reader.channel(event.pieces[0].channel) == Channel("/choices/*/delta/?", Spot.STRUCTURE)
    carried = data_of(reader.carrying(event.pieces[1].channel, Sealed("X")))
    assert carried["choices"][0]["delta"] == {"details": [{"text": "X"}]}


def test_a_choice_closes_at_its_finish_reason_and_the_rest_at_done() -> None:
    reader = stream()
    begun = one(reader, wire(delta(0, content="a", refusal="b"), delta(1, content="c")))
    first, refusal, second = (piece.channel for piece in begun.pieces)
    assert one(reader, wire(delta(0, finish_reason="stop"))).closes == (first, refusal)
    end = one(reader, DONE)
    assert (end.closes, end.last, end.rendered({}, {})) == ((second,), True, DONE)
    assert reader.finish() == ()


def test_a_choice_that_comes_alone_closes_by_its_index_and_not_by_its_position() -> None:
    reader = stream()
    begun = one(reader, wire(delta(0, content="a"), delta(1, content="b")))
    assert one(reader, wire(delta(1, finish_reason="stop"))).closes == (begun.pieces[1].channel,)


def test_a_text_that_goes_on_after_its_close_is_closed_again() -> None:
    reader = stream()
    first = one(reader, wire(delta(content="a", finish_reason="stop")))
    again = one(reader, wire(delta(content="b")))
    assert again.pieces[0].channel == first.pieces[0].channel
    assert one(reader, DONE).closes == first.closes


@pytest.mark.parametrize(("first", "second"), [({"index": 0}, {}), ({}, {"index": 0}), ({"index": None}, {"index": 0})])
def test_an_index_that_only_some_events_bear_makes_no_second_channel(first: Any, second: Any) -> None:
    reader = stream()
    begun = one(reader, wire({**first, "delta": {"content": "SSN 219-", "tool_calls": [{**first, **bits("{")}]}}))
    again = one(reader, wire({**second, "delta": {"content": "09-9999", "tool_calls": [{**second, **bits("}")}]}}))
    assert [piece.channel for piece in begun.pieces] == [piece.channel for piece in again.pieces]
    closed = one(reader, wire({"index": 0, "delta": {}, "finish_reason": "stop"})).closes
    assert closed == tuple(piece.channel for piece in begun.pieces)


def bits(arguments: str) -> dict[str, Any]:
    return {"function": {"arguments": arguments}}


@pytest.mark.parametrize(
    "choices",
    [
        lambda text: [{"index": 0, "text": text}],
        lambda text: [{"index": 0, "message": {"role": "assistant", "content": text}}],
        lambda text: [{"index": 0, "message": text}],
        lambda text: [{"index": 0, "delta": text}],
        lambda text: [{"index": text, "delta": {}}],
        lambda text: [{"index": 0, "delta": {"role": text}}],
        lambda text: [{"index": 0, "other": [{"deep": text}]}],
        lambda text: [{"index": 0, "stop_reason": text}],
        lambda text: [{"index": 0, "content_filter_results": {"hate": {"severity": "safe", "details": text}}}],
        lambda text: [text],
        lambda text: {"0": {"delta": {"content": text}}},
        lambda text: text,
    ],
)
def test_any_string_below_choices_runs(choices: Any) -> None:
    reader = stream()
    first, second = (
        one(reader, b"data: " + json.dumps({"choices": choices(text)}).encode() + b"\n\n")
        for text in ("SSN 219-", "09-9999")
    )
    assert said((*first.pieces, *second.pieces)) == ["SSN 219-", "09-9999"]
    assert first.pieces[0].channel == second.pieces[0].channel
    assert b"219" not in first.rendered({}, {})
    assert b"09" not in second.rendered({}, {})
    carried = reader.carrying(first.pieces[0].channel, Sealed("X"))
    assert b'"X"' in carried
    assert b"219" not in carried
    assert one(reader, DONE).closes == (first.pieces[0].channel,)


def test_words_of_a_content_filter_neither_run_nor_are_parts() -> None:
    event = one(
        stream(), wire({**delta(), "content_filter_results": {"hate": {"filtered": False, "severity": "safe"}}})
    )
    assert (event.pieces, others(event)) == ((), [])


@pytest.mark.parametrize("later", [{"name": "other"}, {"name": "lookup_and_mail"}, {"name": "lookup "}])
def test_a_call_that_gets_a_second_name_is_refused(later: dict[str, str]) -> None:
    reader = stream()
    one(reader, wire(delta(tool_calls=[call(0, '{"a', name="lookup")])))
    with pytest.raises(MalformedBody) as raised:
        one(reader, wire(delta(tool_calls=[call(0, '":1}', **later)])))
    assert "lookup" not in str(raised.value)


def test_a_call_that_gets_a_second_id_is_refused() -> None:
    reader = stream()
    one(reader, wire(delta(tool_calls=[{"index": 0, "id": "call_219-"}])))
    with pytest.raises(MalformedBody):
        one(reader, wire(delta(tool_calls=[{"index": 0, "id": "09-9999"}])))


def test_a_function_call_of_the_old_kind_that_gets_a_second_name_is_refused() -> None:
    reader = stream()
    one(reader, wire(delta(function_call={"name": "lookup"})))
    with pytest.raises(MalformedBody):
        one(reader, wire(delta(function_call={"name": "_and_mail", "arguments": "{}"})))


def test_a_call_may_be_named_before_or_after_its_arguments_begin_and_again() -> None:
    reader = stream()
    event = one(
        reader, wire(delta(tool_calls=[call(0, '{"a', name="")]), delta(1, tool_calls=[call(0, "{", name="g")]))
    )
    one(reader, wire(delta(tool_calls=[{"index": 0, "function": {"name": "lookup"}}])))
    one(reader, wire(delta(tool_calls=[call(0, '":1}', name="lookup")])))
    assert [reader.channel(piece.channel).tool.reveal() for piece in event.pieces] == ["lookup", "g"]


def test_an_empty_reason_to_end_closes_nothing() -> None:
    reader = stream()
    first = one(reader, wire(delta(content="a", finish_reason="")))
    assert first.closes == ()
    assert reader.facts.finish_reasons == ()
    assert one(reader, wire(delta(finish_reason="stop"))).closes == (first.pieces[0].channel,)


def test_an_index_that_could_be_an_identifier_is_refused() -> None:
    with pytest.raises(MalformedBody):
        one(stream(), wire(delta(219099999, content="a")))


def test_a_choice_that_bears_no_index_closes_by_its_position() -> None:
    reader = stream()
    begun = one(reader, wire({"delta": {"content": "a"}}, {"delta": {"content": "b"}}))
    closed = one(reader, wire({"delta": {}}, {"delta": {}, "finish_reason": "stop"}))
    assert closed.closes == (begun.pieces[1].channel,)


def test_a_last_piece_in_the_closing_event_comes_before_the_close() -> None:
    event = one(stream(), wire(delta(content="a", finish_reason="stop")))
    assert [piece.channel for piece in event.pieces] == list(event.closes)


def test_the_end_of_the_bytes_closes_what_is_open_and_says_nothing() -> None:
    reader = stream()
    (piece,) = one(reader, wire(delta(content="a"))).pieces
    (end,) = reader.finish()
    assert (end.closes, end.last, end.rendered({}, {})) == ((piece.channel,), True, b"")


def test_an_event_without_a_final_blank_line_is_read_at_the_end() -> None:
    reader = stream()
    assert reader.push(wire(delta(content="a")).rstrip()) == ()
    event, end = reader.finish()
    assert said(event.pieces) == ["a"]
    assert end.closes == (event.pieces[0].channel,)


def test_done_without_a_blank_line_is_the_end() -> None:
    reader = stream()
    assert reader.push(b"data: [DONE]") == ()
    (end,) = reader.finish()
    assert end.last


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (wire(delta(1, content="a")), {"index": 1, "delta": {"content": "X"}, "finish_reason": None}),
        (wire(delta(content="a", finish_reason="stop"), usage={}), {**delta(content="X")}),
        (
            wire(delta(tool_calls=[{"id": "x", "type": "function", **call(2, "{", name="f")}])),
            delta(tool_calls=[{"index": 2, "function": {"arguments": "X"}}]),
        ),
        (wire(delta(function_call={"name": "f", "arguments": "{"})), delta(function_call={"arguments": "X"})),
        (wire({"delta": {"content": "a"}}), {"delta": {"content": "X"}, "finish_reason": None}),
        (wire({}, {"delta": {"content": "a"}}), {"index": 1, "delta": {"content": "X"}, "finish_reason": None}),
        (wire({"index": 0, "text": "a"}), {"index": 0, "text": "X", "finish_reason": None}),
        (wire({"message": {"content": "a"}}), {"message": {"content": "X"}, "finish_reason": None}),
    ],
)
def test_an_event_that_carries_a_text_has_the_shape_of_the_channel_and_nothing_else(raw: bytes, expected: Any) -> None:
    reader = stream()
    event = one(reader, raw)
    event.rendered({}, {})
    assert data_of(reader.carrying(event.pieces[-1].channel, Sealed("X"))) == {**HEAD, "choices": [expected]}


def test_a_carrying_event_repeats_no_text_of_the_provider_s_head() -> None:
    reader = stream()
    event = one(reader, wire(delta(content="a"), id="Jane", model="for Jane", system_fingerprint="fp_44709d6fcb"))
    assert b"gpt" not in reader.carrying(event.pieces[0].channel, Sealed("X"))
    event.rendered({}, {0: Sealed("Y"), 1: Sealed("for Y")})
    carried = reader.carrying(event.pieces[0].channel, Sealed("X"))
    assert b"Jane" not in carried
    assert data_of(carried)["system_fingerprint"] == "fp_44709d6fcb"


def test_padding_and_logprobs_never_pass() -> None:
    event = one(
        stream(), wire({**delta(content="a"), "logprobs": {"content": [{"token": "Jane"}]}}, obfuscation="Jane")
    )
    rendered = event.rendered({event.pieces[0].channel: Sealed("a")}, {})
    assert b"Jane" not in rendered
    assert data_of(rendered)["obfuscation"] == ""
    assert data_of(rendered)["choices"][0]["logprobs"] is None
    assert others(event) == []


def test_an_error_in_mid_stream_is_read_as_parts() -> None:
    event = one(stream(), b'event: error\ndata: {"error":{"message":"no Jane","type":"server_error","code":null}}\n\n')
    assert [part.pattern for part in event.parts] == ["/error/message"]
    rendered = event.rendered({}, {0: Sealed("no X")})
    assert rendered == b'event: error\ndata: {"error":{"message":"no X","type":"server_error","code":null}}\n\n'


def test_an_event_s_name_is_kept_only_from_the_list() -> None:
    assert one(stream(), b"event: Jane\n" + wire()).rendered({}, {}) == wire()


def test_a_comment_passes_without_its_text() -> None:
    event = one(stream(), b": Jane\n")
    assert event.rendered({}, {}) == b":\n\n"
    assert not event.last


def test_audio_is_uninspected_and_its_transcript_runs() -> None:
    event = one(stream(), wire(delta(audio={"data": "AAAA" * 100, "transcript": "Jane"})))
    assert [(one.why, one.size_bytes) for one in event.uninspected] == [(Inspectability.MEDIA, 400)]
    assert said(event.pieces) == ["Jane"]


def test_data_over_several_lines_is_one_event_and_stays_one() -> None:
    raw = b'data: {"choices":\ndata: [{"index":0,"delta":{"content":"a"}}]}\n\n'
    event = one(stream(), raw)
    assert event.rendered({event.pieces[0].channel: Sealed("a")}, {}) == raw


@pytest.mark.parametrize(
    "raw",
    [
        b"data: Jane\n\n",
        b'data: ["Jane"]\n\n',
        b"data: {\n\n",
        b'data: {"a":1,"a":2}\n\n',
        DONE + wire(delta(content="a")),
        DONE + DONE,
    ],
)
def test_what_is_no_chat_stream_is_refused(raw: bytes) -> None:
    with pytest.raises(MalformedBody) as raised:
        stream().push(raw)
    assert "Jane" not in str(raised.value)


def test_facts_are_gathered_over_the_stream() -> None:
    reader = stream()
    reader.push(wire(delta(content="a")) + wire(delta(finish_reason="stop"), delta(1, finish_reason="length")))
    reader.push(wire(usage={"prompt_tokens": 12, "completion_tokens": 34}) + wire(usage=None))
    assert reader.facts == AnswerFacts(("stop", "length"), 12, 34)


def test_a_refusal_ends_the_stream_as_openai_does() -> None:
    error, done, rest = stream().ending(Refusal(503, "audit_unavailable", "Try again later.", "r1")).split(b"\n\n")
    assert data_of(error)["error"]["code"] == "audit_unavailable"
    assert data_of(error)["error"]["type"] == "server_error"
    assert (done, rest) == (b"data: [DONE]", b"")


def test_another_stream_s_channel_is_a_bug() -> None:
    with pytest.raises(AssertionError):
        stream().carrying("content", Sealed(""))
