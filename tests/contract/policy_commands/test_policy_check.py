"""``wardgate policy check``, on a real OPA."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import Result

from extproc.adapters.bundle import write_archive
from extproc.local.init import initialised
from tests.contract.policy_commands.running import needs_opa, run
from tests.support.small_policy import (
    SHIPPED,
    put,
)

pytestmark = needs_opa


def told(result: Result) -> list[str]:
    """The remarks of a check, without its notes."""
    return [line for line in result.stdout.splitlines()[:-1] if not line.startswith("note: ")]


def test_a_good_policy_is_good(policy: Path) -> None:
    result = run("check", policy)
    assert (result.exit_code, told(result)) == (0, [])
    assert result.stdout.endswith(f"{policy}: good\n")


def test_what_was_not_run_is_said(policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "note: regal is not on PATH, so its rules were not run (regal)" in run("check", policy).stdout


def test_what_regal_finds_is_told_where_it_is_there(
    policy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    violation = {
        "title": "prefer-some",
        "description": "Prefer some",
        "level": "warning",
        "location": {"file": f"{policy}/gate/request.rego", "row": 7},
    }
    regal = put(tmp_path / "bin" / "regal", f"#!/bin/sh\necho '{json.dumps({'violations': [violation]})}'\nexit 3\n")
    regal.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:/usr/bin:/bin")
    result = run("check", policy)
    assert (result.exit_code, "gate/request.rego:7: warning: prefer-some: Prefer some (regal)\n" in result.stdout) == (
        0,
        True,
    )


def test_the_shipped_policy_is_good() -> None:
    assert told(run("check", SHIPPED)) == []


NEVER = "gate/never.rego"
ENTRY = "package gate.never\n\n# METADATA\n# entrypoint: true\n"


TWICE = 'x if {\n\tinput.route.model == "a"\n\tinput.route.model == "b"\n}\n'
ONCE = 'x if {\n\tsome y in input.labels\n\ty == "R"\n\ty == "R"\n}\n'


def never(line: int, why: str) -> str:
    return f"{NEVER}:{line}: error: gate.never.x can never fire here: {why}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ENTRY + "x  := 1\n", [f"{NEVER}:1: error: is not formatted"]),
        ("package gate.never\n\nx := 1\n", [f"{NEVER}:3: error: gate.never.x is never asked"]),
        (ENTRY + "x if 1 == 2\n", [never(5, "the two constants differ")]),
        (ENTRY + "x if false\n", [never(5, "the condition is false")]),
        (ENTRY + TWICE, [never(7, "input.route.model would have to equal two different constants")]),
        (ENTRY + ONCE, []),
        (ENTRY + "x if input.identity.type in []\n", [never(5, "nothing is in an empty collection")]),
        (ENTRY + 'x if input.identity.type == "usr"\n', [never(5, "the query's schema lists for input.identity.type")]),
        (ENTRY + 'x if input.identity.type in {"usr", "user"}\n', []),
        (ENTRY + 'x if input.identity.subject == "usr"\n', []),
        (ENTRY + 'x := lower("A")\n', [f"{NEVER}:5: warning: lower: this builtin is not for the embedded engine"]),
        (ENTRY + "x := y\n\ny := 1\n", []),
        (ENTRY + "x if input.identity.type ==\n", [f"{NEVER}:6: error: unexpected eof token"]),
        (ENTRY + "x if y\n", [f"{NEVER}:5: error: var y is unsafe"]),
    ],
)
def test_what_is_wrong_with_rules_is_said_with_file_and_line(policy: Path, text: str, said: list[str]) -> None:
    put(policy / NEVER, text)
    lines = told(run("check", policy))
    assert len(lines) == len(said), lines
    assert all(line.startswith(expected) for line, expected in zip(lines, said, strict=True)), lines


def test_a_misspelled_member_of_the_query_is_found(policy: Path) -> None:
    file = policy / "gate" / "request.rego"
    file.write_text(file.read_text().replace("input.identity.groups", "input.identity.grops"))
    result = run("check", policy)
    assert result.exit_code == 1
    assert told(result)[0].startswith("gate/request.rego:25: error: undefined ref: input.identity.grops")


def test_data_is_held_against_its_schema(policy: Path) -> None:
    schema = {"type": "object", "additionalProperties": False, "properties": {"groups": {"items": {"type": "string"}}}}
    put(policy / "schemas" / "data" / "access.json", json.dumps(schema))
    put(policy / "wardgate" / "access" / "data.json", '{\n  "groups": [\n    "a",\n    2\n  ],\n  "gruops": []\n}\n')
    assert told(run("check", policy))[:2] == [
        "wardgate/access/data.json:4: error: /groups/1: is not of the type string (data)",
        "wardgate/access/data.json:6: error: /gruops: there is no such member (data)",
    ]


def test_data_of_the_shipped_rules_is_held_to_the_shipped_schema_where_there_is_no_other(tmp_path: Path) -> None:
    place = tmp_path / "opa"
    shutil.copytree(SHIPPED, place)
    shutil.rmtree(place / "schemas" / "data")
    file = place / "wardgate" / "tenants" / "data.json"
    put(file, file.read_text().replace('"unlisted": "allowed"', '"unlisted": "alowed"'))
    assert any(
        line.startswith("wardgate/tenants/data.json:1: error: /unlisted: is none of:")
        for line in told(run("check", place))
    )


def test_an_archive_is_checked_as_its_directory(tmp_path: Path) -> None:
    place = tmp_path / "opa"
    shutil.copytree(SHIPPED, place)
    file = place / "wardgate" / "access" / "data.json"
    put(file, file.read_text().replace('["clinician"]', '["clinican"]'))
    write_archive(place, tmp_path / "bundle.tar.gz")
    lines = told(run("check", tmp_path / "bundle.tar.gz"))
    assert lines == told(run("check", place))
    assert "clinican: there is no such role" in lines[0]


def test_data_that_is_no_json_is_told_once_with_its_line(policy: Path) -> None:
    put(policy / "wardgate" / "access" / "data.json", '{\n  "groups": [,]\n}\n')
    (line,) = told(run("check", policy))
    assert line.startswith("wardgate/access/data.json:2: error: is not valid JSON")


def test_a_policy_without_a_decision_is_told_so_and_nothing_else(policy: Path) -> None:
    put(policy / "gate" / "request.rego", "package gate.request\n\nother := 1\n")
    (policy / "gate" / "request_test.rego").unlink()
    (line,) = told(run("check", policy))
    assert line.startswith("error: data.gate.request.decision: there is no such rule, and it is what the gate asks for")


def test_what_the_embedded_engine_would_order_otherwise_is_told_with_file_and_line(policy: Path) -> None:
    put(policy / NEVER, ENTRY + "x if {\n\tinput.request.bytes < 3\n}\n\ny := sort({1})\n\n" + "z := max([1])\n")
    lines = told(run("check", policy))
    assert [line.partition(": warning: ")[0] for line in lines if " warning: " in line] == [
        f"{NEVER}:6",
        f"{NEVER}:9",
        f"{NEVER}:11",
    ]
    assert "compares what may be no number" in "".join(lines)
    assert "sorts what may be no array of strings" in "".join(lines)
    assert "max: this builtin is not for the embedded engine: write `some x in xs" in "".join(lines)


def test_a_reason_without_a_mode_and_a_mode_without_a_reason_are_told(policy: Path) -> None:
    rule = '\nx := {"id": "no_rule", "effect": "deny", "text": "A.", "cite": "B"}\n'
    put(policy / NEVER, ENTRY.rstrip("\n") + rule)
    put(policy / "wardgate" / "modes" / "data.json", '{\n  "no_role": "warn"\n}\n')
    assert told(run("check", policy)) == [
        f"{NEVER}:5: warning: no_rule: this reason has no mode in wardgate/modes/data.json; it is enforced (never)",
        "wardgate/modes/data.json:2: error: no_role: no rule gives this reason, so its mode has no effect (never)",
    ]


def test_a_check_can_be_read_by_a_program(policy: Path) -> None:
    put(policy / NEVER, ENTRY + "x if false\n")
    said = json.loads(run("check", policy, "--json").stdout)
    (error,) = [one for one in said["remarks"] if one["level"] == "error"]
    assert (said["good"], error["file"], error["line"], error["check"]) == (False, NEVER, 5, "never")


def test_what_only_opa_can_run_is_an_error_where_the_embedded_engine_may_decide(tmp_path: Path) -> None:
    settings = initialised(tmp_path / "gate")
    put(tmp_path / "gate" / "opa" / NEVER, ENTRY + 'x := lower("A")\n')
    result = run("check", "--config", settings)
    assert (result.exit_code, "error: lower: this builtin" in result.stdout) == (1, True)
