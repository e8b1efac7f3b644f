"""No cut of a stream changes its transcript; no identifier stands in a masked one; no text is on a disk in clear."""

import asyncio
import itertools
import json
import tempfile
from dataclasses import replace
from pathlib import Path

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from extproc.audit.record import Entry
from extproc.audit.texts import View
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.mask.plan import Operator, Plan
from extproc.policy.decision import Decision, Obligations, Transcript
from tests.support.exchanges import GATE, MASKING, NAME, SSN, decided, decision, fresh, inspected
from tests.support.transcripts import Sealing, flat, plain

SEALING = replace(GATE, seals=True, max_body_bytes=10**6)
BITS = st.sampled_from(
    [NAME, SSN, "[NAME_1]", "[", "]", " ", "a", "Maria", " Lopez", "219-09", "-9999", "é", "😀", "\n"]
)
TEXTS = st.lists(BITS, max_size=20).map("".join)
PLACES = st.lists(st.integers(0, 5000), max_size=10)
OPERATORS = st.sampled_from([Operator.SURROGATE, Operator.REDACT, Operator.MASK, Operator.HASH, Operator.GENERALIZE])


def keeping(level: Transcript, operator: Operator = Operator.SURROGATE) -> Decision:
    masking = replace(MASKING, request=Plan(operator), response=Plan(operator))
    return decision(obligations=Obligations(level, 2190), masking=masking)


def cut(whole: bytes, places: list[int]) -> list[bytes]:
    edges = [0, *sorted(place % (len(whole) + 1) for place in places), len(whole)]
    return [whole[start:end] for start, end in itertools.pairwise(edges)]


def request(text: str, *, stream: bool = True) -> bytes:
    """With an identifier in each place that a chat has for a text."""
    messages = [
        {"role": "system", "content": f"You help {NAME}."},
        {"role": "user", "content": [{"type": "text", "text": text}], "name": NAME.replace(" ", "_")},
        {"role": "assistant", "content": None, "tool_calls": [_call({"who": NAME, SSN: text})]},
    ]
    tools = [{"type": "function", "function": {"name": "f", "description": f"For {NAME}", "parameters": {}}}]
    body = {"model": "gpt-test", "messages": messages, "tools": tools, "user": SSN, "metadata": {"of": NAME, SSN: "x"}}
    return json.dumps({**body, "stream": stream}, ensure_ascii=False).encode()


def _call(arguments: dict[str, str]) -> dict[str, object]:
    return {"id": "call_1", "type": "function", "function": {"name": "f", "arguments": json.dumps(arguments)}}


def wire(content: str, arguments: str) -> bytes:
    """Two choices in turn and a tool call, each text in bits of three characters."""
    head = {"index": 0, "id": "call_1", "type": "function", "function": {"name": "f", "arguments": ""}}
    deltas: list[tuple[int, dict[str, object]]] = [(0, {"tool_calls": [head]})]
    for start in range(0, max(len(content), len(arguments)), 3):
        bit = {"index": 0, "function": {"arguments": arguments[start : start + 3]}}
        deltas += [(0, {"content": content[start : start + 3]}), (1, {"content": content[start : start + 3]})]
        deltas += [(0, {"tool_calls": [bit]})] if bit["function"]["arguments"] else []  # type: ignore[index]
    events = [{"id": "c", "choices": [{"index": index, "delta": one}]} for index, one in deltas]
    events += [{"id": "c", "choices": [{"index": index, "delta": {}, "finish_reason": "stop"}]} for index in (0, 1)]
    return b"".join(b"data: " + orjson.dumps(event) + b"\n\n" for event in events) + b"data: [DONE]\n\n"


def told(level: Transcript, body: bytes, chunks: list[bytes], operator: Operator = Operator.SURROGATE) -> list[Entry]:
    """The entries of a streamed exchange."""
    exchange = fresh(SEALING)
    said = decided(exchange, body, keeping(level, operator))
    said += exchange.receive(e.ResponseHead(200, {"content-type": "text/event-stream"}), 1)
    for number, chunk in enumerate(chunks, 1):
        step = list(exchange.receive(e.ResponseBody(chunk, end=number == len(chunks)), 1))
        while step and isinstance(step[-1], c.Inspect):
            said += step
            step = list(exchange.receive(inspected(step[-1]), 1))
        said += step
    return [one.entry for one in said if isinstance(one, c.Record | c.Note)]


def views(entry: Entry) -> dict[View, object]:
    assert entry.texts is not None
    return {view: plain(said) for view, said in entry.texts.views.items()}


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, PLACES)
def test_no_cut_of_a_stream_changes_its_transcript(content: str, inner: str, places: list[int]) -> None:
    body, stream = request(f"{NAME} coughs"), wire(content, json.dumps({"text": inner}))
    whole, parts = (told(Transcript.FULL, body, cut(stream, some))[-1] for some in ([], places))
    assert whole.ends
    assert views(whole) == views(parts)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_each_side_of_a_stream_is_what_was_said_there(content: str, inner: str) -> None:
    arguments = json.dumps({"text": inner})
    kept = views(told(Transcript.FULL, request(NAME), [wire(content, arguments)])[-1])
    said = sorted(text for at, text in kept[View.RECEIVED] if at.endswith(("content", "arguments")))  # type: ignore[attr-defined]
    assert said == sorted(text for text in (content, content, arguments) if text)


@settings(max_examples=80, deadline=None)
@given(TEXTS, TEXTS, PLACES, OPERATORS)
def test_no_identifier_stands_in_a_masked_transcript(
    content: str, inner: str, places: list[int], operator: Operator
) -> None:
    body = request(f"{content} {NAME} {SSN}")
    chunks = cut(wire(f"{NAME} {content} {SSN}", json.dumps({SSN: inner, "who": NAME})), places)
    entries = told(Transcript.MASKED, body, chunks, operator)
    kept = flat([entry.texts for entry in entries if entry.texts])
    assert sum(entry.texts is not None for entry in entries) == 2
    assert NAME not in kept
    assert SSN not in kept


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_nor_in_one_of_an_answer_that_is_read_whole(content: str) -> None:
    exchange = fresh(SEALING)
    said = decided(exchange, request(f"{content} {NAME} {SSN}", stream=False), keeping(Transcript.MASKED))
    message = {"role": "assistant", "content": f"[NAME_1] {content} {NAME} {SSN}", "tool_calls": [_call({"a": NAME})]}
    answer = orjson.dumps({"id": "c", "choices": [{"index": 0, "message": message}], "odd": {SSN: NAME}})
    said += exchange.receive(e.ResponseHead(200, {"content-type": "application/json"}), 1)
    said += (step := exchange.receive(e.ResponseBody(answer, end=True), 1))
    said += exchange.receive(inspected(step[-1]), 1)
    kept = flat([one.entry.texts for one in said if isinstance(one, c.Record | c.Note) and one.entry.texts])
    assert "[NAME_1]" in kept
    assert NAME not in kept
    assert SSN not in kept


@settings(max_examples=10, deadline=None)
@given(TEXTS, st.sampled_from([Transcript.MASKED, Transcript.FULL]))
def test_no_text_stands_in_clear_on_the_disk(content: str, level: Transcript) -> None:
    marked = "zebra-quartz"
    entries = told(level, request(f"{marked} {content}"), [wire(f"{marked} {NAME} {content}", '{"a":"zebra-quartz"}')])
    with tempfile.TemporaryDirectory() as directory:
        place = Sealing(Path(directory))
        asyncio.run(_written(place, entries))
        written = b"".join(path.read_bytes() for path in place.audit.rglob("*") if path.is_file())
        opened = flat(place.said(entries[0].exchange))
    assert marked in opened
    for text in (marked, NAME, SSN, *NAME.split()):
        assert text.encode() not in written


async def _written(place: Sealing, entries: list[Entry]) -> None:
    trail = place.open()
    for entry in entries:
        await trail.append(entry)
    await trail.close()
