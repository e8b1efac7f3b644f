"""Each builtin that the embedded engine is trusted with answers as OPA's does."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from extproc.adapters.rego_plan import TRUSTED

OPA = Path(__file__).parents[2] / ".tools" / "bin" / "opa"

CASES: dict[str, str] = {
    "abs": "[abs(-3), abs(2)]",
    "and": '{"a", "b"} & {"b", "c"}',
    "array.concat": "array.concat([1], [2, 1])",
    "array.reverse": "array.reverse([1, 2, 3])",
    "contains": '[contains("abc", "bc"), contains("abc", "d")]',
    "count": '[count("é\U0001f600"), count([1]), count({"a": 1}), count(set())]',
    "endswith": '[endswith("abc", "bc"), endswith("abc", "b")]',
    "equal": '[1 == 1, {"a"} == {"a"}, "1" == 1]',
    "gt": "[2 > 1, 9 > 10]",
    "gte": "[1 >= 1, 1 >= 2]",
    "internal.member_2": '["a" in ["a"], "b" in {"a": "b"}, "a" in {"a": "b"}, 1 in {2}]',
    "internal.member_3": '["a", 1 in {"a": 1}, 0, "x" in ["x"]]',
    "intersection": 'intersection({{"a", "b"}, {"b"}})',
    "is_array": "[is_array([]), is_array({})]",
    "is_boolean": "[is_boolean(false), is_boolean(0)]",
    "is_null": "[is_null(null), is_null(false)]",
    "is_number": '[is_number(1), is_number("1")]',
    "is_object": "[is_object({}), is_object([])]",
    "is_set": "[is_set(set()), is_set([])]",
    "is_string": '[is_string(""), is_string(1)]',
    "lt": "[1 < 2, 10 < 9, -2 < -1]",
    "lte": "[1 <= 1, 2 <= 1]",
    "minus": '[3 - 5, {"a", "b"} - {"a"}]',
    "mul": "1780000000000000 * 1000",
    "neq": '[1 != 1, "a" != "b"]',
    "numbers.range": "[numbers.range(1, 3), numbers.range(3, 1)]",
    "object.filter": 'object.filter({"a": 1, "b": 2}, ["a"])',
    "object.get": '[object.get({"a": {"b": 1}}, ["a", "b"], 0), object.get({}, "x", "y"), object.get({"a": 7}, [], 1)]',
    "object.keys": 'object.keys({"b": 1, "a": 2})',
    "object.remove": 'object.remove({"a": 1, "b": 2}, ["a"])',
    "or": '{"a"} | {"b"}',
    "plus": "9007199254740990 + 1",
    "product": "[product([2, 3]), product([])]",
    "rem": "7 % 3",
    "sort": '[sort(["c", "a", "b"]), sort([])]',
    "split": '[split("a,b,,c", ","), split("abc", "")]',
    "startswith": '[startswith("abc", "ab"), startswith("abc", "b")]',
    "substring": '[substring("abcd", 1, 2), substring("abcd", 2, -1), substring("éa\U0001f600b", 1, 2)]',
    "sum": "[sum([1, 2]), sum(set()), sum([])]",
    "trim": 'trim("xxaxx", "x")',
    "trim_left": 'trim_left("xxaxx", "x")',
    "trim_prefix": 'trim_prefix("xxa", "x")',
    "trim_right": 'trim_right("xxaxx", "x")',
    "trim_suffix": 'trim_suffix("axx", "x")',
    "type_name": '[type_name(1), type_name("a"), type_name(null), type_name({}), type_name([]), type_name(set())]',
    "union": 'union({{"a"}, {"b"}, set()})',
}
POLICY = "package gate.request\n\n" + "\n".join(
    f"decision[{json.dumps(name)}] := {expression}" for name, expression in CASES.items()
)
ASK = """
import json, sys, regopy
interpreter = regopy.Interpreter()
interpreter.strict_built_in_errors = True
interpreter.add_module("policy.rego", sys.stdin.read())
bundle = interpreter.build(None, ["gate/request/decision"])
output = interpreter.query_bundle_entrypoint(bundle, "gate/request/decision")
json.dump(output[0].expressions[0], sys.stdout)
"""


def test_every_trusted_builtin_has_a_case() -> None:
    assert CASES.keys() == TRUSTED


@pytest.mark.skipif(not OPA.exists(), reason="no .tools/bin/opa: run `make opa`")
def test_the_engines_answer_alike(tmp_path: Path) -> None:
    (tmp_path / "policy.rego").write_text(POLICY)
    asked = (OPA, "eval", "--data", tmp_path / "policy.rego", "--format", "raw", "data.gate.request.decision")
    authority = subprocess.run((*asked, "--strict-builtin-errors"), capture_output=True, text=True)
    assert authority.returncode == 0, authority.stderr
    embedded = subprocess.run((sys.executable, "-c", ASK), input=POLICY, capture_output=True, text=True, check=True)
    expected, found = json.loads(authority.stdout), json.loads(embedded.stdout)
    assert expected.keys() == TRUSTED
    assert {name for name in TRUSTED if found.get(name) != expected[name]} == set()
