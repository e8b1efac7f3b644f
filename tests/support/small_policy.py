"""A policy of two rules that both engines run, for tests of what works with policies, and trails of its decisions."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from extproc.audit.record import Entry, Event
from extproc.detect.entities import EntityType
from extproc.exchange.records import answer_decided, decided
from extproc.policy.answer import parse_answer_decision
from extproc.policy.decision_document import parse_decision
from extproc.policy.query import Query
from tests.support.answers import allowed, denied
from tests.support.chains import NAME, TIME_US, lines_of
from tests.support.queries import QUERY, of_answer

RULES = """# METADATA
# schemas:
#   - input: schema.input
package gate.request

# METADATA
# entrypoint: true
decision := {
	"schema": "wardgate.decision/v1",
	"decision_id": input.decision_id,
	"verdict": verdict,
	"reasons": reasons,
	"provider": provider,
	"masking": data.wardgate.masking.plan,
	"approval": null,
	"obligations": data.wardgate.obligations,
	"headers": {},
}

default verdict := "deny"

verdict := "allow" if permitted

permitted if {
	some group in input.identity.groups
	group in data.wardgate.access.groups
}

default provider := ""

provider := "demo-onprem" if verdict == "allow"

reasons := [data.wardgate.access.ground] if verdict == "allow"

reasons := [data.wardgate.access.refusal] if verdict == "deny"
"""
TESTS = """package gate.request_test

import data.gate.request

asking(groups) := {"decision_id": "d", "identity": {"groups": groups}}

holding := {"access": {"groups": ["doctors"]}}

test_a_listed_group_is_permitted if {
	request.verdict == "allow" with input as asking(["doctors"]) with data.wardgate as holding
}

test_another_group_is_not if {
	given := asking(["visitors"])
	verdict := request.verdict with input as given with data.wardgate as holding
	verdict == "deny"
	not request.permitted with input as given with data.wardgate as holding
}
"""
OF_ANSWERS = """# METADATA
# schemas:
#   - input: schema.response_input
package gate.response

# METADATA
# entrypoint: true
decision := {
	"schema": "wardgate.response-decision/v1",
	"decision_id": input.decision_id,
	"verdict": verdict,
	"reasons": [data.wardgate.access.refusal | verdict == "deny"],
}

default verdict := "allow"

verdict := "deny" if ended

ended if {
	some entity in data.wardgate.response.ends
	input.phi.entities[entity]
}
"""
NO: Any = {"id": "no_role", "effect": "deny", "text": "No role.", "cite": "45 CFR 164.308(a)(4)"}
SHIPPED = Path(__file__).parents[2] / "opa"


def written(place: Path, *, groups: Iterable[str] = ("cardiology-clinicians",), **changes: Any) -> Path:
    """The policy in ``place``; ``changes`` go into its masking plan."""
    answer: Any = allowed()
    ground, refusal = answer["reasons"][0], denied()["reasons"][0]  # type: ignore[index]
    data = {
        "access": {"groups": list(groups), "ground": ground, "refusal": refusal},
        "masking": {"plan": {**answer["masking"], **changes}},
        "obligations": answer["obligations"],
    }
    put(place / "gate" / "request.rego", RULES)
    put(place / "gate" / "request_test.rego", TESTS)
    for package, document in data.items():
        put(place / "wardgate" / package / "data.json", json.dumps(document, indent=2) + "\n")
    put(place / "schemas" / "input.json", (SHIPPED / "schemas" / "input.json").read_text())
    return place


def deciding_answers(policy: Path, *ends: str) -> Path:
    """``policy``, which now decides about answers: those end that hold one of the kinds ``ends``."""
    put(policy / "gate" / "response.rego", OF_ANSWERS)
    put(policy / "wardgate" / "response" / "data.json", json.dumps({"ends": ends}, indent=2) + "\n")
    name = "response_input.json"
    put(policy / "schemas" / name, (SHIPPED / "schemas" / name).read_text())
    return policy


def put(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def exchange_id(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


def query(number: int, *groups: str) -> Query:
    identity = replace(QUERY.identity, groups=groups or QUERY.identity.groups)
    return replace(QUERY, decision_id=f"dec-{number}", request_id=f"req-{number}", identity=identity)


def deciding(number: int, asked: Query, answer: Any = None, outcome: str = "", revision: str = "sha256:old") -> Entry:
    """The record of a decision: by default, that it was allowed and went on."""
    decision = parse_decision({**(answer or allowed()), "decision_id": asked.decision_id}, asked.decision_id)
    body = decided(asked, decision, revision, {}, "", outcome)
    time_us = TIME_US + number * 1_000_000
    return Entry(Event.REQUEST_DECIDED, time_us, exchange_id(number), body, ends=bool(outcome))


def deciding_answer(
    number: int, asked: int = 1, *reasons: Any, entities: tuple[EntityType, ...] = (), revision: str = "sha256:old"
) -> Entry:
    """The record of the decision on question ``asked`` about an answer: allowed, unless a reason is against it."""
    of = replace(of_answer(entities=entities, query=query(number)), provider="demo-onprem")
    of = replace(of, decision_id=f"dec-{number}.{asked}")
    verdict = "deny" if any(reason["effect"] == "deny" for reason in reasons) else "allow"
    said = {"schema": "wardgate.response-decision/v1", "decision_id": of.decision_id, "verdict": verdict}
    decision = parse_answer_decision({**said, "reasons": list(reasons)}, of.decision_id)
    body = answer_decided(of, replace(decision, revision=revision))
    return Entry(Event.RESPONSE_DECIDED, TIME_US + number * 1_000_000 + asked, exchange_id(number), body)


def trail(root: Path, entries: Iterable[Entry], spoil: bytes = b"") -> Path:
    """An audit directory with one chain of ``entries``; ``spoil`` is put behind it."""
    chain = root / NAME
    chain.mkdir(parents=True)
    started = Entry(Event.CHAIN_STARTED, TIME_US, "", {"previous": []})
    (chain / "seg-000000000000.jsonl").write_bytes(b"".join(lines_of([[started, *entries]])) + spoil)
    return root
