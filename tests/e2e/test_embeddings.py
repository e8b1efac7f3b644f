"""Embeddings: tags instead of numbers, so that an index does not take different patients for one."""

import json

from tests.e2e import planted
from tests.e2e.bodies import answering, embedded
from tests.e2e.provider import Providers
from tests.e2e.stack import Gate
from tests.e2e.wire import EMBEDDINGS, ask


def asking(given: object) -> bytes:
    return json.dumps({"model": "demo-embed", "input": given}).encode()


def test_texts_reach_the_provider_with_tags_and_vectors_come_back(gate: Gate, providers: Providers) -> None:
    providers.begin(answering(embedded(2)))
    answer = ask(
        gate.door, asking([f"Seen: {planted.NAME}, MRN {planted.MRN}.", f"Mr. {planted.FOREIGN_NAME}."]), EMBEDDINGS
    )
    assert json.loads(providers.requests[0].body)["input"] == ["Seen: [NAME], MRN [MRN].", "Mr. [NAME]."]
    assert [row["embedding"] for row in answer.json["data"]] == [[0.125, -0.5], [0.125, -0.5]]
    assert gate.ending(answer.exchange)["event"] == "exchange.completed"


def test_one_text_may_come_alone(gate: Gate, providers: Providers) -> None:
    providers.begin(answering(embedded(1)))
    assert ask(gate.door, asking(f"Seen: {planted.NAME}."), EMBEDDINGS).status == 200
    assert json.loads(providers.requests[0].body)["input"] == "Seen: [NAME]."


def test_token_ids_which_nobody_can_read_are_denied(gate: Gate, providers: Providers) -> None:
    for given in ([9906, 1917], [[9906, 1917], [15]]):
        answer = ask(gate.door, asking(given), EMBEDDINGS)
        assert (answer.status, answer.code) == (403, "policy_denied")
        assert [one["id"] for one in answer.json["error"]["reasons"]] == ["uninspected_content"]
    assert providers.heard_bytes == 0
