"""Conditions that mean something else to the embedded engine are found in its plan; their neighbours are not."""

import json
import subprocess
import sys
from typing import Any

import pytest

from extproc.adapters.rego_shapes import INNER, NEGATED, shape_faults
from tests.unit.adapters.test_rego_plan import COMPILE, RULES

F = "\nf(x) if x == 1"

ALIKE = [
    "decision if { same := (input.a == 2); input.n != same }",
    "decision := [1, (input.a == 2)]",
    "decision if { input.a == 2; x := true; x == input.b }",
    "decision if { x := input.x; not f(x) }" + F,
    "decision if { not f(1) }" + F,
    "decision if { not input.x.y == 1 }",
    "decision if { some x in names; not rows[x] == 1 }",
    "decision := [x | some x in names; x != (input.a == 2)]",
    "decision if { not g }\ng if input.y",
    "decision if { every x in names { f(rows[x]) } }" + F,
]
OTHERWISE = [
    ("decision if input.n != (input.a == 2)", INNER),
    ("decision if { x := input.n; x in [(input.a == 2), 1] }", INNER),
    ("decision if { not f(input.x) }" + F, NEGATED),
    ("decision if { not f(g) }\ng := input.y" + F, NEGATED),
    ("decision if { not input.x in names }", NEGATED),
    ("decision if { not rows[input.x] == 1 }", NEGATED),
    ("decision if { not f(count(input.x)) }" + F, NEGATED),
    ("decision := [x | some x in names; not f(rows[x])]" + F, NEGATED),
]


@pytest.fixture(scope="module")
def plans() -> dict[str, Any]:
    rules = [*ALIKE, *(one for one, _ in OTHERWISE)]
    asked = json.dumps([RULES + one for one in rules])
    done = subprocess.run([sys.executable, "-c", COMPILE], input=asked, capture_output=True, text=True, check=True)
    return dict(zip(rules, json.loads(done.stdout), strict=True))


def said(plan: Any) -> set[str]:
    functions = plan["funcs"]["funcs"]
    rules = frozenset(one["name"] for one in functions)
    return {text for one in functions for block in one["blocks"] for _, text in shape_faults(block["stmts"], rules)}


@pytest.mark.parametrize("rules", ALIKE)
def test_what_means_the_same_may_run(rules: str, plans: dict[str, Any]) -> None:
    assert said(plans[rules]) == set()


@pytest.mark.parametrize(("rules", "text"), OTHERWISE)
def test_what_means_another_thing_may_not(rules: str, text: str, plans: dict[str, Any]) -> None:
    assert said(plans[rules]) == {text}
