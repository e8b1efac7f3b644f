"""OPA and the embedded engine give the same decision: on all that the Rego tests ask, and on generated questions.

Compared is what the engines answer, before anybody reads it.
"""

import json
import random
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from extproc.adapters.bundle import read_bundle
from extproc.policy.query_document import query_document
from tests.contract.test_policy_engines import spoil
from tests.support.queries import any_query
from tests.support.rego_tests import asking

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "opa"
OPA = ROOT / ".tools" / "bin" / "opa"

pytestmark = pytest.mark.skipif(not OPA.exists(), reason="no .tools/bin/opa: run `make opa`")

Json = dict[str, Any]
Answers = list[Json | None]
"""``None`` where there is no decision."""

DATA_SETS = 12
QUESTIONS = 150  # of each set of data

WORKER = """
import json, sys, regopy
asked = json.load(sys.stdin)
interpreter = regopy.Interpreter()
interpreter.log_level = regopy.LogLevel.NONE
interpreter.strict_built_in_errors = True
interpreter.add_data_json(json.dumps(asked["data"]))
for name, source in asked["modules"].items():
    interpreter.add_module(name, source)
entrypoint = f"gate/{asked['phase']}/decision"
compiled = interpreter.build(None, [entrypoint])
assert compiled.ok()
for question in asked["questions"]:
    try:
        interpreter.set_input_term(json.dumps(question))
        output = interpreter.query_bundle_entrypoint(compiled, entrypoint)
        found = [one.expressions for one in output.results] if output.ok() else []
    except (regopy.RegoError, ValueError):
        found = []
    print(json.dumps(found[0][0] if found and found[0] else None))
"""

ON_OPA = """{i: decision |
    some i, question in input.questions
    decision := data.gate.%s.decision with input as question
}"""


def on_opa(modules: dict[str, str], data: Json, phase: str, questions: list[Json], place: Path) -> Answers:
    for name, source in modules.items():
        (place / Path(name).name).write_text(source)
    (place / "data.json").write_text(json.dumps(data))
    asked = (OPA, "eval", "--data", place, "--stdin-input", "--format", "raw", ON_OPA % phase)
    term = json.dumps({"questions": questions})
    found = json.loads(subprocess.run(asked, input=term, capture_output=True, text=True, check=True).stdout)
    return [found.get(str(number)) for number in range(len(questions))]


def on_the_embedded_engine(modules: dict[str, str], data: Json, phase: str, questions: list[Json]) -> Answers:
    asked = json.dumps({"modules": modules, "data": data, "phase": phase, "questions": questions})
    done = subprocess.run((sys.executable, "-c", WORKER), input=asked, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def agreed(modules: dict[str, str], data: Json, phase: str, questions: list[Json], place: Path) -> set[str]:
    """The verdicts of both, ``""`` for none. Where they differ, the shortest question that shows it is printed."""
    authority = on_opa(modules, data, phase, questions, place)
    embedded = on_the_embedded_engine(modules, data, phase, questions)
    differing = [number for number in range(len(questions)) if authority[number] != embedded[number]]
    if differing:
        least = min(differing, key=lambda number: len(json.dumps(questions[number])))
        print(json.dumps(questions[least]), authority[least], embedded[least], sep="\n")  # noqa: T201
    assert differing == []
    return {"" if decision is None else decision["verdict"] for decision in authority}


def asked_by_the_rego_tests(place: Path) -> list[Json]:
    """Each question holds its own data, as ``wardgate``."""
    for path in (LIBRARY / "gate").glob("*_test.rego"):
        (place / path.name).write_text(asking(path.read_text()))
    rules = [str(path) for path in (LIBRARY / "gate").glob("*.rego") if not path.stem.endswith("_test")]
    named = [word for path in (*rules, str(place)) for word in ("--data", path)]
    asked = (OPA, "eval", *named, "--format", "raw", "[pair | some name; some pair in data.gate[name].asked]")
    found: list[Json] = json.loads(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)
    return [{**pair["input"], "wardgate": pair["data"]} for pair in found]


@pytest.mark.parametrize("phase", ["request", "response"])
def test_all_that_the_rego_tests_ask_is_decided_alike(
    phase: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The library is rewritten to read its data from the question, so that it is compiled once for all of them."""
    questions = asked_by_the_rego_tests(tmp_path_factory.mktemp("asking"))
    assert len(questions) > 200
    modules = read_bundle(LIBRARY).modules.items()
    rewritten = {name: source.replace("data.wardgate", "input.wardgate") for name, source in modules}
    assert {"allow", "deny", ""} <= agreed(rewritten, {}, phase, questions, tmp_path)


def shipped() -> Json:
    data: Json = json.loads(json.dumps(read_bundle(LIBRARY).data["wardgate"]))
    return data


def generated(source: random.Random) -> list[Json]:
    return [json.loads(json.dumps(query_document(any_query(source)))) for _ in range(QUESTIONS)]


def test_generated_questions_are_decided_alike(tmp_path: Path) -> None:
    """To the data as it is shipped, and as organisations may change it, mistakes included."""
    source = random.Random(20_261_122)
    modules = dict(read_bundle(LIBRARY).modules)
    verdicts = agreed(modules, {"wardgate": shipped()}, "request", generated(source), tmp_path)
    for _ in range(DATA_SETS):
        data = deepcopy(shipped())
        spoil(source, data)
        verdicts |= agreed(modules, {"wardgate": data}, "request", generated(source), tmp_path)
    assert {"allow", "deny", "require_approval"} <= verdicts


def test_generated_answers_are_decided_alike(tmp_path: Path) -> None:
    source = random.Random(7)
    answered: Json = json.loads((LIBRARY / "fixtures" / "response.json").read_text())
    members = {name: answered[name] for name in ("response", "request_decision", "phase")}
    questions = [{**one, **members} for one in generated(source)]
    modules = dict(read_bundle(LIBRARY).modules)
    assert agreed(modules, {"wardgate": shipped()}, "response", questions, tmp_path) == {"allow", "deny"}
