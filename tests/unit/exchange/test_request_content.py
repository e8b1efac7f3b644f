"""What a request's texts say of themselves, and what in them nobody can read, stands in the query."""

import json
from base64 import b64encode
from typing import Any

import pytest

from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.policy.query import Query, Scan
from extproc.policy.query_document import query_document
from tests.support.exchanges import fresh, head, inspected

TIME_US = 1_780_000_000_000_000
PNG = b64encode(b"\x89PNG\r\n\x1a\n" + bytes(300)).decode()
SECURITY = {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "ETH"}
RECORD = {"resourceType": "Observation", "meta": {"security": [SECURITY]}}


def asked(*contents: str, arguments: Any = None) -> Query:
    messages: list[dict[str, Any]] = [{"role": "user", "content": content} for content in contents]
    if arguments is not None:
        function = {"name": "save", "arguments": json.dumps(arguments)}
        messages.append({"role": "assistant", "tool_calls": [{"id": "c", "type": "function", "function": function}]})
    exchange = fresh()
    exchange.receive(head(), TIME_US)
    body = json.dumps({"model": "gpt-test", "messages": messages}).encode()
    commands = exchange.receive(e.RequestBody(body, end=True), TIME_US)
    (inspect,) = [one for one in commands if isinstance(one, c.Inspect)]
    (ask,) = [one for one in exchange.receive(inspected(inspect), TIME_US) if isinstance(one, c.AskPolicy)]
    return ask.query


@pytest.mark.parametrize(
    "query",
    [
        lambda: asked(f"Summarise {json.dumps(RECORD)} please"),
        lambda: asked(json.dumps(RECORD)),
        lambda: asked("save it", arguments=RECORD),
    ],
)
def test_a_label_of_the_content_stands_in_the_query_wherever_it_was(query: Any) -> None:
    assert query_document(query())["labels"] == ["ETH"]


def test_a_text_without_labels_has_none() -> None:
    assert query_document(asked("hello"))["labels"] == []


def test_a_picture_inside_a_text_is_counted_as_not_inspected() -> None:
    query = asked(f"see ![](data:image/png;base64,{PNG})")
    assert query.phi.scan is Scan.PARTIAL
    assert [(one.media_type, one.inspected) for one in query.attachments] == [("image/png", False)]
    assert query.coverage.uninspected == {"/messages/*/content": (1, len(PNG))}


def test_an_attachment_of_an_opened_document_is_counted_too() -> None:
    query = asked("hello", arguments={"content": {"contentType": "image/png", "data": PNG}})
    assert query.phi.uninspected_parts == 1


def test_a_media_type_that_is_not_listed_is_not_repeated() -> None:
    query = asked(f"data:application/x-ozymandel;base64,{b64encode(bytes(range(200))).decode()}")
    assert [one.media_type for one in query.attachments] == [""]


def test_a_text_in_base64_is_inspected() -> None:
    note = b64encode(b"The knee is stable and the gait is normal today.").decode()
    assert asked(f"data:text/plain;base64,{note}").phi.scan is Scan.COMPLETE
