"""Embeddings."""

import json
from typing import Any

import pytest

from extproc.errors import MalformedBody
from extproc.payload.document import JsonDocument
from extproc.payload.openai_embeddings import read_answer, read_request
from extproc.payload.part import AnswerFacts, Inspectability, Spot, Uninspected
from extproc.sealed import Sealed


def request(text: Any) -> JsonDocument:
    return read_request(json.dumps({"model": "e", "input": text}).encode())[0]


@pytest.mark.parametrize(
    ("text", "parts"),
    [("Jane", [("/input", "Jane")]), (["Jane", "John"], [("/input/*", "Jane"), ("/input/*", "John")])],
)
def test_texts_are_parts(text: Any, parts: list[tuple[str, str]]) -> None:
    document = request(text)
    assert [(part.pattern, part.text.reveal()) for part in document.parts] == parts
    assert {part.spot for part in document.parts} == {Spot.PROSE}
    assert document.uninspected == ()


def test_token_ids_are_uninspected() -> None:
    assert request([9906, 1917]).uninspected == (Uninspected("/input/*", Inspectability.TOKEN_IDS, 12),)
    assert len(request([[9906], [1917, 0]]).uninspected) == 2
    assert request([[9906]]).parts == ()


def test_facts_hold_the_model() -> None:
    _, facts = read_request(
        b'{"model":"text-embedding-3-small","input":"x","encoding_format":"float","dimensions":512}'
    )
    assert (facts.model, facts.stream) == (Sealed("text-embedding-3-small"), False)


def test_a_request_is_an_object() -> None:
    with pytest.raises(MalformedBody):
        read_request(b"[1]")


@pytest.mark.parametrize("embedding", [[0.0123456789, -0.5] * 100, "q83vEjRWeJA" * 20 + "="])
def test_vectors_are_no_texts(embedding: Any) -> None:
    data = [{"object": "embedding", "index": 0, "embedding": embedding}]
    usage = {"prompt_tokens": 8, "total_tokens": 8}
    document, facts = read_answer(json.dumps({"object": "list", "data": data, "model": "e", "usage": usage}).encode())
    assert document.parts == ()
    assert document.uninspected == ()
    assert facts == AnswerFacts(input_tokens=8)


def test_a_vector_that_is_a_sentence_is_a_text() -> None:
    document, _ = read_answer(b'{"data":[{"embedding":"Jane Example"}]}')
    assert [part.text.reveal() for part in document.parts] == ["Jane Example"]
