"""``wardgate policy test``, on a real OPA."""

import json
from pathlib import Path

from tests.contract.policy_commands.running import needs_opa, run
from tests.support.small_policy import (
    put,
)

pytestmark = needs_opa


def test_tests_run_on_both_engines(policy: Path) -> None:
    result = run("test", policy)
    assert result.stdout.splitlines()[:3] == [
        "opa       2 of 2 pass",
        "embedded  2 of 2 pass",
        "disagree  0",
    ]
    assert (result.exit_code, result.stdout.splitlines()[3]) == (
        0,
        "coverage  1 of 1 files have rules that no test reaches",
    )


def test_a_bundle_without_tests_is_told_where_to_write_them(policy: Path) -> None:
    (policy / "gate" / "request_test.rego").unlink()
    result = run("test", policy)
    assert (result.exit_code, "There are no tests: write them beside the rules" in result.stdout) == (1, True)


def test_a_file_without_rules_has_no_coverage(policy: Path) -> None:
    put(policy / "gate" / "gate.rego", "# METADATA\n# title: A\npackage gate\n")
    files = [one["file"] for one in json.loads(run("test", policy, "--opa-only", "--json").stdout)["coverage"]]
    assert files == ["gate/request.rego"]


def test_a_test_that_fails_is_told_with_its_place(policy: Path) -> None:
    put(policy / "gate" / "more_test.rego", "package gate.more_test\n\ntest_no if 1 == 2\n")
    result = run("test", policy)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[1].split()[:3] == ["gate.more_test.test_no", "FAIL", "FAIL"]
    assert "coverage  OPA says nothing of it while a test fails" in result.stdout


def test_a_disagreement_is_told_by_the_tests_name(policy: Path) -> None:
    test = 'package gate.more_test\n\nnames := {"b", "a"}\n\ntest_order if sort(names) == ["a", "b"]\n'
    put(policy / "gate" / "more_test.rego", test)
    said = json.loads(run("test", policy, "--json").stdout)
    assert (said["good"], said["disagree"]) == (False, ["data.gate.more_test.test_order"])


def test_lines_that_no_test_reaches_are_named(policy: Path) -> None:
    put(policy / "gate" / "idle.rego", "package gate.idle\n\nx if {\n\tinput.a\n\tinput.b\n}\n")
    assert "gate/idle.rego     0.0 %    3-5" in run("test", policy, "--opa-only").stdout


def test_a_test_that_replaces_a_rule_is_not_run_on_the_embedded_engine(policy: Path) -> None:
    rule = "test_it if request.permitted with request.permitted as true"
    test = f"package gate.more_test\n\nimport data.gate.request\n\n{rule}\n"
    put(policy / "gate" / "more_test.rego", test)
    result = run("test", policy)
    assert (result.exit_code, "embedded  2 of 2 pass, 1 not run" in result.stdout) == (0, True)
