"""What the embedded engine would order, sort or compare otherwise than OPA is found in its plan, nothing else is."""

import json
import subprocess
import sys
from typing import Any

import pytest

from extproc.adapters.rego_kinds import A_BAG, NOT_NUMBERS, NOT_SUMMED, NOT_TEXTS, kind_faults
from tests.unit.adapters.test_rego_plan import COMPILE

HEAD = """package gate.request

names contains name if some name in ["b", "a"]

limits := {"doctors": 10, "nurses": 9}

"""

ALIKE = [
    "decision if 2 > 1",
    "decision if count(names) > 1",
    "decision if { is_number(input.n); input.n < 10 }",
    "decision if { input.n < 10; is_number(input.n) }",
    "decision if { is_number(input.n); input.n * 2 + 1 <= count(names) }",
    "decision if { is_number(input.n); f(input.n) }\nf(x) if { is_number(x); x > 1 }",
    "decision if { is_number(input.n); every limit in limits { is_number(limit); limit <= input.n } }",
    "decision if { some i, _ in [7, 8]; i < 2 }",
    "decision if { some i in numbers.range(1, 3); i < 2 }",
    "decision if { is_number(data.a.b); is_number(input.n); data.a.b < input.n }",
    "decision if { every limit in limits { limit <= 10 } }",
    "decision if g > 1\ng := count(input.x)",
    "decision if input.n - 1 < 3",
    "decision := sum([n | some n in limits; is_number(n)])",
    "decision := sum([1, 2])",
    "decision := sort([x | some x in names; is_string(x)])",
    'decision := sort(["b", "a"])',
    'decision if sort([x | some x in names; is_string(x)]) == ["a", "b"]',
    'decision if names == {"a", "b"}',
    "decision if [x | some x in [3, 1]] == [3, 1]",
    "decision if [x | some x in input.list] == [3, 1]",
    'decision := [x | some x in ["a", "b"]][0]',
    "decision := {k: v | some k, v in limits}.doctors",
]

OTHERWISE = [
    ("decision if input.n < 10", NOT_NUMBERS),
    ("decision if 10 > input.n", NOT_NUMBERS),
    ('decision if "a" < input.s', NOT_NUMBERS),
    ("decision if [1] < [2]", NOT_NUMBERS),
    ("decision if { is_number(input.n); input.n < input.m }", NOT_NUMBERS),
    ("decision if { not is_number(input.n); input.n < 10 }", NOT_NUMBERS),
    ("decision if { is_string(input.n); input.n >= 10 }", NOT_NUMBERS),
    ("decision if { is_number(input.a.n); input.b.n >= 10 }", NOT_NUMBERS),
    ("decision if { some x in input.list; is_number(input.list[0]); x >= 10 }", NOT_NUMBERS),
    ("decision if g > 1\ng := 2 if input.x\ng := input.y if not input.x", NOT_NUMBERS),
    ("decision if { every limit in input.limits { limit <= 10 } }", NOT_NUMBERS),
    ("decision := sum(input.numbers)", NOT_SUMMED),
    ('decision := product(["a"])', NOT_SUMMED),
    ("decision := sort(names)", NOT_TEXTS),
    ("decision := sort({1, 2})", NOT_TEXTS),
    ("decision := sort([10, 9])", NOT_TEXTS),
    ("decision := sort(input.names)", NOT_TEXTS),
    ('decision if [x | some x in names] == ["a", "b"]', A_BAG),
    ("decision if { x := [n | some n in names]; x != input.names }", A_BAG),
    ("decision := [x | some x in names][0]", A_BAG),
    ("decision := [v | v := {1: 2, 3: 4}[_]][0]", A_BAG),
    ("decision := array.concat([x | some x in names], [1])[0]", A_BAG),
    ("decision := array.reverse(g)[0]\ng := [x | some x in names]", A_BAG),
]


@pytest.fixture(scope="module")
def plans() -> dict[str, Any]:
    rules = [*ALIKE, *(one for one, _ in OTHERWISE)]
    asked = json.dumps([HEAD + one for one in rules])
    done = subprocess.run([sys.executable, "-c", COMPILE], input=asked, capture_output=True, text=True, check=True)
    return dict(zip(rules, json.loads(done.stdout), strict=True))


def said(plan: Any) -> set[str]:
    return {text for _, _, text in kind_faults(plan["funcs"]["funcs"])}


@pytest.mark.parametrize("rules", ALIKE)
def test_what_both_engines_answer_alike_may_run(rules: str, plans: dict[str, Any]) -> None:
    assert said(plans[rules]) == set()


@pytest.mark.parametrize(("rules", "text"), OTHERWISE)
def test_what_they_answer_otherwise_may_not(rules: str, text: str, plans: dict[str, Any]) -> None:
    assert said(plans[rules]) == {text}
