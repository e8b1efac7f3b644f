"""Traps of Rego and of its engines, walked into on purpose with the shipped policy: none of them opens it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from extproc.adapters.bundle import read_bundle
from extproc.policy.query_document import query_document
from tests.support.queries import asking

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "opa"
OPA = ROOT / ".tools" / "bin" / "opa"

needs_opa = pytest.mark.skipif(not OPA.exists(), reason="no .tools/bin/opa: run `make opa`")

Json = dict[str, Any]
Path_ = tuple[str, ...]

ALL = """{i: verdict |
    some i, one in input.cases
    query := one.query
    wardgate := one.data
    decision := data.gate.request.decision with input as query with data.wardgate as wardgate
    verdict := decision.verdict
}"""

FREE = {
    ("request_id",),
    ("coverage",),
    ("local",),  # while nobody's hours are told
    ("break_glass",),  # who does not ask gets nothing
    *(
        ("identity", one)
        for one in ("subject", "issuer", "on_behalf_of", "tenant", "session", "auth_time_us", "acr", "amr")
    ),
    *(("route", one) for one in ("dialect", "stream")),
    *(("request", one) for one in ("digest", "roles", "attachments")),
    *(("phi", one) for one in ("detectors", "uninspected")),
}
"""Members without which the shipped policy may allow: it has no rule about them, or the rule asks for less."""

LIGHT = {
    *(("request", one, "count") for one in ("tools", "tool_calls")),
    *(("request", one, "unknown") for one in ("tools", "tool_calls")),  # a clinician may offer any tool
    *(("phi", "entities", one) for one in ("NAME", "MRN")),
}


def verdicts(cases: list[Json]) -> list[str]:
    """Of the request phase, on OPA; undefined is ``""``."""
    term = json.dumps({"cases": cases})
    asked = (OPA, "eval", "--bundle", LIBRARY, "--stdin-input", "--format", "raw", ALL)
    answer = json.loads(subprocess.run(asked, input=term, capture_output=True, text=True, check=True).stdout)
    return [answer.get(str(number), "") for number in range(len(cases))]


def members(document: Json, above: Path_ = ()) -> Iterator[Path_]:
    for name, value in document.items():
        yield (*above, name)
        if isinstance(value, dict):
            yield from members(value, (*above, name))


def place_of(document: Json, path: Path_) -> Json:
    for step in path[:-1]:
        document = document[step]
    return document


def without(document: Json, path: Path_) -> Json:
    changed = deepcopy(document)
    del place_of(changed, path)[path[-1]]
    return changed


def putting(document: Json, path: Path_, value: object) -> Json:
    changed = deepcopy(document)
    place_of(changed, path)[path[-1]] = value
    return changed


def free(path: Path_) -> bool:
    return path in LIGHT or any(path[: len(one)] == one for one in FREE) or path[:1] == ("coverage",)


def data() -> Json:
    document: Json = json.loads(json.dumps(read_bundle(LIBRARY).data["wardgate"]))
    return document


ASKED: Json = json.loads(json.dumps(query_document(asking(providers=("demo-cloud",)))))
"""To a provider with an agreement, off the premises: more must hold than on them."""


@needs_opa
def test_what_the_query_does_not_say_allows_nothing() -> None:
    paths = [path for path in members(ASKED) if not free(path) and path[:2] != ("phi", "entities")]
    assert len(paths) > 20
    found = verdicts(
        [{"query": ASKED, "data": data()}, *({"query": without(ASKED, one), "data": data()} for one in paths)]
    )
    assert found[0] == "allow"
    assert [one for one, verdict in zip(paths, found[1:], strict=True) if verdict == "allow"] == []


@needs_opa
@pytest.mark.parametrize("value", [None, "", "x", [], {}, True])
def test_what_the_query_says_in_another_kind_allows_nothing(value: object) -> None:
    numbers = [path for path in members(ASKED) if not free(path) and type(place_of(ASKED, path)[path[-1]]) is int]
    counted = [path for path in numbers if path[:2] != ("phi", "entities") and path != ("request", "max_tokens")]
    assert len(counted) >= 5
    found = verdicts([{"query": putting(ASKED, path, value), "data": data()} for path in counted])
    assert [path for path, verdict in zip(counted, found, strict=True) if verdict == "allow"] == []


@needs_opa
def test_without_a_package_of_data_nothing_is_allowed_but_what_nobody_asked_for() -> None:
    packages = sorted(data())
    found = verdicts([{"query": ASKED, "data": without(data(), (one,))} for one in packages])
    # A package that only warns, lifts, answers, adds days or names grounds takes nothing away when it is gone; nor do
    # tools and labels from a request that has none.
    idle = {"break_glass", "labels", "modes", "purposes", "response", "retention", "tools", "uninspected"}
    assert {one for one, verdict in zip(packages, found, strict=True) if verdict == "allow"} <= idle


BOUNDS = [
    ("minimum", "roles", "clinician", "findings"),
    ("minimum", "roles", "clinician", "kinds"),
    ("minimum", "roles", "clinician", "subjects"),
    ("minimum", "roles", "clinician", "bytes"),
    ("minimum", "roles", "clinician", "max_tokens"),
    ("providers", "known", "demo-cloud", "baa", "expires_us"),
]


@needs_opa
@pytest.mark.parametrize("value", ["2090-01-01", "999999999", [9], {"at": 9}, None, True])
def test_a_bound_that_is_no_number_is_not_above_every_number(value: object) -> None:
    """In Rego a number is below any text, any list and any object."""
    found = verdicts([{"query": ASKED, "data": putting(data(), path, value)} for path in BOUNDS])
    assert found == ["deny"] * len(BOUNDS)


HEADS = """package gate.request

reasons contains input.rules[name].id if some name in ["absent", "present"]

decision := {"reasons": [id | some id in reasons]}
"""
"""One head that is undefined must not take the others of the set along."""

EMBEDDED = """
import json, sys, regopy
asked = json.load(sys.stdin)
interpreter = regopy.Interpreter()
for name, source in asked["modules"].items():
    interpreter.add_module(name, source)
interpreter.add_data_json(json.dumps(asked["data"]))
compiled = interpreter.build(None, [asked["entrypoint"]])
interpreter.set_input_term(json.dumps(asked["input"]))
json.dump(interpreter.query_bundle_entrypoint(compiled, asked["entrypoint"]).results[0].expressions[0], sys.stdout)
"""


def embedded(modules: dict[str, str], data: object, query: Json, entrypoint: str = "gate/request/decision") -> Json:
    """The answer of the bare embedded engine, in a process of its own."""
    asked = json.dumps({"modules": modules, "data": data, "input": query, "entrypoint": entrypoint})
    done = subprocess.run((sys.executable, "-c", EMBEDDED), input=asked, capture_output=True, text=True, check=True)
    answer: Json = json.loads(done.stdout)
    return answer


def test_an_undefined_head_does_not_empty_a_set() -> None:
    answer = embedded({"heads.rego": HEADS}, {}, {"rules": {"present": {"id": "direct"}}})
    assert answer == {"reasons": ["direct"]}


@pytest.mark.parametrize("name", ["response", "response_denied"])
@needs_opa
def test_both_engines_decide_alike_on_answers(name: str) -> None:
    query = json.loads((LIBRARY / "fixtures" / f"{name}.json").read_text())
    bundle = read_bundle(LIBRARY)
    asked = (OPA, "eval", "--bundle", LIBRARY, "--stdin-input", "--format", "raw", "data.gate.response.decision")
    authority = subprocess.run(asked, input=json.dumps(query), capture_output=True, text=True, check=True)
    plain = json.loads(json.dumps(bundle.data))
    assert embedded(dict(bundle.modules), plain, query, "gate/response/decision") == json.loads(authority.stdout)
