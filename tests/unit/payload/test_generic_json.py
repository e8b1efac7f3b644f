"""Endpoints nobody knows."""

import json

from extproc.payload.dialect import Operation, Refusal
from extproc.payload.generic_json import GenericJson
from extproc.payload.part import AnswerFacts, Facts, Role, Spot
from extproc.sealed import Sealed

DIALECT = GenericJson()


def test_any_post_is_an_operation_and_nothing_else_is() -> None:
    assert DIALECT.operation("POST", "/anything") is Operation.GENERIC
    assert DIALECT.operation("GET", "/anything") is None


def test_every_text_is_read_and_nothing_is_unknown() -> None:
    document, facts = DIALECT.read_request(Operation.GENERIC, b'{"model":"m","rows":[{"mrn":1234567,"stream":true}]}')
    assert [(p.spot, p.text.reveal()) for p in document.parts] == [
        (Spot.STRUCTURE, "model"),
        (Spot.PROSE, "m"),
        (Spot.STRUCTURE, "rows"),
        (Spot.STRUCTURE, "mrn"),
        (Spot.PROSE, "1234567"),
        (Spot.STRUCTURE, "stream"),
    ]
    assert {(p.pattern, p.role) for p in document.parts} == {("/**", Role.NONE)}
    assert document.uninspected == ()
    assert facts == Facts(model=Sealed(""), stream=False)


def test_an_answer_is_read_the_same_way_and_never_streamed() -> None:
    facts = Facts(model=Sealed(""), stream=True)
    document, answer = DIALECT.read_answer(Operation.GENERIC, b'"Jane"', facts)
    assert [part.text.reveal() for part in document.parts] == ["Jane"]
    assert answer == AnswerFacts()
    assert DIALECT.stream(Operation.GENERIC, facts) is None


def test_a_refusal_is_json() -> None:
    assert json.loads(DIALECT.error(Refusal(403, "denied", "No.")))["error"]["code"] == "denied"
