"""Embeddings."""

import json
from array import array
from base64 import b64encode
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


@pytest.mark.parametrize("embedding", [[0.0123456789, -0.5] * 100, b64encode(array("f", [0.25, -0.5] * 100)).decode()])
def test_vectors_are_no_texts(embedding: Any) -> None:
    data = [{"object": "embedding", "index": 0, "embedding": embedding}]
    usage = {"prompt_tokens": 8, "total_tokens": 8}
    document, facts = read_answer(json.dumps({"object": "list", "data": data, "model": "e", "usage": usage}).encode())
    assert [part.text.reveal() for part in document.parts] == ["e"]
    assert document.uninspected == ()
    assert facts == AnswerFacts(input_tokens=8, vectors_only=True)


def test_a_vector_that_is_a_sentence_is_a_text() -> None:
    document, facts = read_answer(b'{"data":[{"embedding":"Jane Example"}]}')
    assert not facts.vectors_only
    assert [part.text.reveal() for part in document.parts] == ["Jane Example"]


def test_base64_of_a_text_is_a_text() -> None:
    value = "JaneExampleOfExamplevilleWasSeenOnTheFourthOfMarchByDoctorSampleOfTheSeventhWardAgain219"
    document, _ = read_answer(json.dumps({"data": [{"embedding": value}]}).encode())
    assert [part.text.reveal() for part in document.parts] == [value]


def test_a_count_of_tokens_that_could_be_an_identifier_is_no_fact() -> None:
    document, facts = read_answer(b'{"usage":{"prompt_tokens":219099999}}')
    assert facts == AnswerFacts()
    assert [part.text.reveal() for part in document.parts] == ["219099999"]


@pytest.mark.parametrize("more", [b'"note":"Maria"', b'"error":{"message":"no such model"}', b'"notes":["Maria"]'])
def test_an_answer_with_any_other_text_is_not_only_vectors(more: bytes) -> None:
    body = b'{"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.25]}],"model":"m",%b}' % more
    assert not read_answer(body)[1].vectors_only
