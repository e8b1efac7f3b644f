"""Policies that the embedded engine would get wrong are recognised by their plans; their neighbours are not."""

import json
import subprocess
import sys
from copy import deepcopy
from typing import Any

import pytest

from extproc.adapters.rego_plan import READS, WRITES, faults

RULE = "data.gate.request.decision"
RULES = """
package gate.request

rows := {"a": 1, "b": 2}
names contains name if some name in ["a", "b"]
"""

BOUND = [
    'decision := {value | value := rows["a"]}',
    "decision := {name | some name in names; name != input.name}",
    "decision := [name | some name in names; not rows[name] == 1]",
    "decision := {name: 1 | some name in names}",
    "decision contains name if { some name in names; f(name) }\nf(name) if rows[name] == 1",
    "decision := f(input.key)\nf(key) := value if { wanted := key; value := {v | v := rows[wanted]} }",
    "decision := f(input.key)\nf(key) := {v | some n in names; v := object.get(rows, [n, key], 0)}",
    "decision := f(1)\nf(x) := y if { y := x + 1 } else := 0",
    'decision := f("a")\nf(key) := v if { v := rows[key]; v > 5 } else := w if { w := {x | x := rows[_]; x != key} }',
    "decision if { every name in names { rows[name] > 0 } }",
    "decision := count([1 | some a in names; some b in names; a != b])",
    "default decision := 1\ndecision := 2 if input.x\ndecision := 2 if input.y",
    'decision[name] := value if { some name, value in rows; name != "a" }',
]

UNBOUND = [
    ("decision if { never > 1 }", "nothing binds"),
    ("decision if { not input.a == never }", "nothing binds"),
    ("decision := f(1)\nf(x) := [x | some _ in names]", "nothing binds"),
    ('decision := {n: v | some n in names; v := {concat("", [n, "x"]) | some _ in names}}', "nothing binds"),
    ("decision if { every name in names { not f(name) in [1] } }\nf(name) := rows[name]", "nothing binds"),
    ("decision := f(input.key)\nf(key) := {v | v := rows[key]}", "as a key in a comprehension"),
    ('decision := f("a")\nf(key) := {v | key != ""; v := rows[key]}', "as a key in a comprehension"),
    ("decision := f(input.k)\nf(k) := 1 if { k == 2 } else := {v | v := rows[k]}", "as a key in a comprehension"),
    ("decision := {a | some a in names} - {a | some a in input.names}", "give each comprehension a name of its own"),
    ("decision if { nobody.wrote.this(input) }", "a function that is not there"),
    ('decision := http.send({"method": "get", "url": "http://192.0.2.1"})', "http.send"),
    ("decision := opa.runtime()", "opa.runtime"),
    ("decision := time.now_ns()", "time.now_ns"),
    ('decision if { net.cidr_contains("192.0.2.0/24", "192.0.2.7") }', "net.cidr_contains"),
    ('decision if { print("x") }', "internal.print"),
    ("decision := rego.metadata.rule()", "rego.metadata.rule"),
    ("decision := 1\nspare if { json.match_schema({}, {}) }", "json.match_schema"),
    ("decision := max(names)", "max: this builtin is not for the embedded engine: write `some x in xs"),
    ("decision := sort(names)", "decision (policy.rego:6): sorts what may be no array of strings"),
    ("decision if input.n < 3", "decision (policy.rego:6): compares what may be no number"),
    ('decision if input.name == "\\u00e9"', "decision (policy.rego:6): spells a character by an escape"),
    ('decision := {"a\\/b": 1}', "spells a character by an escape"),
    ('decision := "\\\\\\u00e9"', "spells a character by an escape"),
    (
        "decision if { not f(input.x) }\nf(x) if x == 1",
        "decision (policy.rego:6): negates a call on what may be missing",
    ),
    ("decision if { not input.x in names }", "negates a call on what may be missing"),
    ("decision if { not input.x != 1 }", "negates a call on what may be missing"),
    ("decision if { not rows[input.x] == 1 }", "negates a call on what may be missing"),
    ("decision if { not startswith(g, input.x) }\ng := input.y", "negates a call on what may be missing"),
    ("decision if { not f(count(input.x)) }\nf(x) if x == 1", "negates a call on what may be missing"),
    ("decision := [x | some x in names; not f(rows[x])]\nf(x) if x == 1", "negates a call on what may be missing"),
    ("decision if input.n == -0", "writes -0,"),
    ("decision if input.n != (input.a == 2)", "decision (policy.rego:6): uses `==` inside another expression"),
    ("decision if { x := input.n; x in [(input.a == 2), 1] }", "uses `==` inside another expression"),
    ("decision if { every x in names { x != (input.a == 2) } }", "uses `==` inside another expression"),
    ("decision := rows[1.0]", "writes 1.0,"),
    ("decision := 1e3", "writes 1e3,"),
]
SAME = [
    "decision if { x := input.x; not f(x) }\nf(x) if x == 1",
    "decision if { not input.x.y == 1 }",
    "decision if { not g }\ng if input.y",
    "decision if { some x in names; not rows[x] == 1 }",
    "decision if { not count([x | x := input.x]) == 1 }",
    "decision if { same := (input.a == 2); input.n != same }",
    "decision := [1, (input.a == 2)]",
    "decision if { x := true; input.a == 2; x == true }",
    "decision if { input.a == 2; x := true; x == input.b }",
    "decision if { some x in names; x == input.a }",
    "decision if { not input.a == 2 }",
    "decision := {a | some a in names} - {b | some b in input.names}",
    'decision := ["é", "\\n", "\\t", "a\\"b", "a\\\\b", "\\\\u00e9", `\\u00e9`]',
    "decision := [0, 1, -1, 10, 1.5, -0.5, 0.25, 9007199254740991]",
]


COMPILE = """
import json, sys, tempfile, regopy
plans = []
for rules in json.load(sys.stdin):
    interpreter = regopy.Interpreter()
    interpreter.add_module("policy.rego", rules)
    with tempfile.TemporaryDirectory() as place:
        interpreter.save_bundle(place + "/bundle", interpreter.build(None, ["gate/request/decision"]))
        plans.append(json.load(open(place + "/bundle/plan.json")))
json.dump(plans, sys.stdout)
"""
ALL = [
    *BOUND,
    *SAME,
    *(rules for rules, _ in UNBOUND),
    "decision if { never == 1; never == 2 }",
    "decision := 1",
    "other := 1",
]

Plans = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def plans() -> Plans:
    """Compiled in another process: the engine aborts beside other native code."""
    asked = json.dumps([RULES + rules for rules in ALL])
    done = subprocess.run([sys.executable, "-c", COMPILE], input=asked, capture_output=True, text=True, check=True)
    return dict(zip(ALL, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("rules", [*BOUND, *SAME])
def test_a_policy_that_means_the_same_to_both_engines_may_run(rules: str, plans: Plans) -> None:
    assert faults(plans[rules], RULE) == ()


@pytest.mark.parametrize(("rules", "says"), UNBOUND)
def test_a_policy_that_the_engine_gets_wrong_may_not(rules: str, says: str, plans: Plans) -> None:
    found = faults(plans[rules], RULE)
    assert any(says in sentence for sentence in found), found


def test_a_fault_names_its_rule_once(plans: Plans) -> None:
    assert faults(plans["decision if { never == 1; never == 2 }"], RULE) == (
        "data.gate.request.decision (policy.rego:6): "
        "uses a variable that nothing binds, or whose binding the embedded engine does not see",
    )


def test_a_policy_without_the_rule_may_not(plans: Plans) -> None:
    assert faults(plans["other := 1"], RULE) == (f"{RULE}: there is no such rule",)


def test_a_statement_nobody_knows_may_not(plans: Plans) -> None:
    plan = deepcopy(plans["decision := 1"])
    plan["funcs"]["funcs"][0]["blocks"][0]["stmts"].append({"type": "GotoStmt", "stmt": {}})
    assert any("GotoStmt" in sentence for sentence in faults(plan, RULE))


def test_only_known_statements_write() -> None:
    assert WRITES.keys() <= READS.keys()
