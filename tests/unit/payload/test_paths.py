"""Each part knows where in the body it stands, and a number's place takes a number."""

import json

import pytest

from extproc.payload.dialect import Operation
from extproc.payload.dialects import DIALECTS
from extproc.payload.numeral import number_for
from extproc.payload.part import Document
from extproc.sealed import Sealed

ARGUMENTS = {"patient": {"resourceType": "Patient", "name": [{"family": "Ozymandel"}], "mrn": 88213000}}
ANSWER = {"codes": [12345, 67890], "note": json.dumps({"city": "Zorbury"})}


def chat() -> Document:
    call = {"id": "c", "type": "function", "function": {"name": "save", "arguments": json.dumps(ARGUMENTS)}}
    messages = [
        {"role": "user", "content": "hello"},
        {"role": "assistant", "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "c", "content": json.dumps(ANSWER)},
    ]
    body = json.dumps({"model": "m", "messages": messages}).encode()
    return DIALECTS["openai"].read_request(Operation.CHAT, body)[0]


def paths() -> dict[str, tuple[str | int, ...]]:
    return {part.text.reveal(): part.path for part in chat().parts}


def test_a_part_knows_its_way_from_the_root_through_documents_in_strings() -> None:
    found = paths()
    call = ("messages", 1, "tool_calls", 0, "function", "arguments", "patient")
    assert found["hello"] == ("messages", 0, "content")
    assert found["Patient"] == (*call, "resourceType")
    assert found["Ozymandel"] == (*call, "name", 0, "family")
    assert found["88213000"] == (*call, "mrn")
    assert found["Zorbury"] == ("messages", 2, "content", "note", "city")
    assert found["12345"] == ("messages", 2, "content", "codes", 0)
    assert found["67890"] == ("messages", 2, "content", "codes", 1)


def test_the_name_of_a_member_has_no_way_of_its_own() -> None:
    assert paths()["mrn"] == ()


def test_a_path_is_not_shown() -> None:
    assert "patient" not in repr(chat().parts)


@pytest.mark.parametrize(
    ("masked", "expected"),
    [("0", 0), ("1960", 1960), ("-4.5", -4.5), ("[MRN_1]", -1), ("007", 0), ("", 0), ("1e5", 0)],
)
def test_a_number_stays_a_number_whatever_masks_it(masked: str, expected: object) -> None:
    assert json.loads(number_for(masked)) == expected
    document = chat()
    index = next(i for i, part in enumerate(document.parts) if part.path[-1:] == ("mrn",))
    body = json.loads(document.with_texts({index: Sealed(masked)}))
    arguments = json.loads(body["messages"][1]["tool_calls"][0]["function"]["arguments"])
    assert arguments["patient"]["mrn"] == expected
