"""``wardgate policy``, as an author sees it, on a real OPA."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extproc.adapters.bundle import bundle_revision, write_archive
from extproc.adapters.bundle_files import packed
from extproc.adapters.opa_program import binary
from extproc.adapters.profiles import profile_names
from extproc.audit.record import Entry, Event
from extproc.authoring.managing import status_of
from extproc.cli import app as command_line
from extproc.detect.entities import EntityType
from extproc.errors import Misconfigured
from extproc.local.init import initialised
from tests.support.answers import denied
from tests.support.chains import TIME_US
from tests.support.small_policy import (
    NO,
    SHIPPED,
    deciding,
    deciding_answer,
    deciding_answers,
    exchange_id,
    put,
    query,
    trail,
    written,
)

OPA = binary()
pytestmark = pytest.mark.skipif(OPA is None, reason="no OPA: run `make opa`")

SSN = "219-09-9999"
UNASKED = "go on unasked (no package gate.response)"


def run(*arguments: object) -> Result:
    asked = ["policy", *(str(argument) for argument in arguments)]
    return CliRunner().invoke(command_line.app, asked, catch_exceptions=False)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    return written(tmp_path / "policy")


def told(result: Result) -> list[str]:
    """The remarks of a check, without its notes."""
    return [line for line in result.stdout.splitlines()[:-1] if not line.startswith("note: ")]


# check


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


# test


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


# eval


@pytest.fixture(scope="module")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return initialised(tmp_path_factory.mktemp("eval") / "gate")


@pytest.fixture
def body(tmp_path: Path) -> Path:
    text = f"Summarise the visit of Martha Collins, SSN {SSN}."
    return put(
        tmp_path / "body.json", json.dumps({"model": "demo-chat", "messages": [{"role": "user", "content": text}]})
    )


@pytest.mark.parametrize("engine", ["opa", "embedded"])
def test_a_request_is_decided_as_the_gate_would(gate: Path, body: Path, engine: str) -> None:
    who = "dr.lee,cardiology-clinicians"
    result = run("eval", "--request", body, "--as", who, "--config", gate, "--engine", engine, "--json")
    said = json.loads(result.stdout)
    assert (result.exit_code, said["outcome"], said["decision"]["verdict"]) == (0, "forwarded", "allow")
    assert said["query"]["identity"]["groups"] == ["cardiology-clinicians"]
    assert said["query"]["phi"]["entities"]["SSN"]["count"] == 1
    assert "Martha" not in result.stdout
    assert SSN not in result.stdout
    assert "[NAME_1]" in said["body"]


def test_a_refusal_shows_its_reasons_and_what_the_caller_reads(gate: Path, body: Path) -> None:
    result = run("eval", "--request", body, "--as", "dr.who", "--config", gate)
    assert result.exit_code == 1
    assert "outcome   policy_denied\nverdict   deny\nprovider  (none)\n" in result.stdout
    assert "identity_without_groups" in result.stdout
    assert "the caller would read" in result.stdout
    assert "Martha" not in result.stdout


def test_a_purpose_and_a_type_are_the_tokens(gate: Path, body: Path) -> None:
    options = ("--as", "job,ops-services", "--type", "service", "--purpose", "PAYMENT", "--json")
    said = json.loads(run("eval", "--request", body, "--config", gate, *options).stdout)
    assert said["query"]["identity"]["type"] == "service"
    assert said["query"]["purpose"] == {"code": "PAYMENT", "source": "claim"}


def test_what_is_refused_before_the_policy_has_no_query(gate: Path, tmp_path: Path) -> None:
    said = json.loads(
        run("eval", "--request", put(tmp_path / "a", "{"), "--as", "a", "--config", gate, "--json").stdout
    )
    assert (said["outcome"], said["query"], said["decision"]) == ("malformed_body", None, None)


def test_a_query_is_decided_as_it_stands(policy: Path, tmp_path: Path) -> None:
    asked = put(tmp_path / "query.json", json.dumps(deciding(1, query(1)).body["query"]))
    result = run("eval", "--input", asked, "--bundle", policy)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:8] == [
        "outcome   forwarded",
        "verdict   allow",
        "provider  demo-onprem",
        "",
        "reasons",
        "effect  id             text            citation",
        "allow   for_treatment  For treatment.  45 CFR 164.506(c)(2)",
        "",
    ]


def test_an_archive_decides_as_its_directory(policy: Path, tmp_path: Path) -> None:
    write_archive(policy, tmp_path / "policy.tar.gz")
    asked = put(tmp_path / "query.json", json.dumps(deciding(1, query(1, "visitors")).body["query"]))
    result = run("eval", "--input", asked, "--bundle", tmp_path / "policy.tar.gz", "--json")
    assert (result.exit_code, json.loads(result.stdout)["outcome"]) == (1, "policy_denied")


def test_what_is_no_query_is_a_sentence(policy: Path, tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="is no query"):
        run("eval", "--input", put(tmp_path / "a", "{}"), "--bundle", policy)


@pytest.mark.parametrize("engine", ["opa", "embedded"])
@pytest.mark.parametrize(
    ("name", "code", "outcome"), [("response", 0, "forwarded"), ("response_denied", 1, "answer_denied")]
)
def test_a_query_about_an_answer_is_decided_by_its_own_package(name: str, code: int, outcome: str, engine: str) -> None:
    file = SHIPPED / "fixtures" / f"{name}.json"
    result = run("eval", "--input", file, "--bundle", SHIPPED, "--engine", engine, "--json")
    said = json.loads(result.stdout)
    assert (result.exit_code, said["outcome"], said["decision"]["decision_id"]) == (
        code,
        outcome,
        json.loads(file.read_text())["decision_id"],
    )


def test_a_policy_that_is_asked_about_no_answer_says_so(policy: Path) -> None:
    with pytest.raises(Misconfigured, match=r"no package gate\.response"):
        run("eval", "--input", SHIPPED / "fixtures" / "response.json", "--bundle", policy)


def provider_says(tool: str = "", *, stream: bool = False, name: str = "[NAME_1]") -> str:
    calls = [{"index": 0, "id": "c", "type": "function", "function": {"name": tool, "arguments": "{}"}}] if tool else []
    message = {"role": "assistant", "content": f"{name} is well.", **({"tool_calls": calls} if tool else {})}
    finish = {"finish_reason": "tool_calls" if tool else "stop"}
    if not stream:
        return json.dumps({"id": "1", "choices": [{"index": 0, "message": message, **finish}]})
    return f"data: {json.dumps({'choices': [{'index': 0, 'delta': message, **finish}]})}\n\ndata: [DONE]\n\n"


@pytest.mark.parametrize("stream", [False, True])
def test_an_answer_is_played_on_to_what_the_caller_would_read(gate: Path, tmp_path: Path, stream: bool) -> None:
    asked = {
        "model": "demo-chat",
        "messages": [{"role": "user", "content": "How is Martha Collins?"}],
        "stream": stream,
    }
    body = put(tmp_path / "body.json", json.dumps(asked))
    answer = put(tmp_path / "answer", provider_says(stream=stream))
    options = ("--as", "dr.lee,cardiology-clinicians", "--config", gate, "--json")
    result = run("eval", "--request", body, "--answer", answer, *options)
    said = json.loads(result.stdout)
    assert (result.exit_code, said["outcome"], said["answers"]) == (0, "answered", [])
    assert "Martha Collins is well." in said["body"]


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize(
    ("unknown_tools", "outcome", "code"), [("allowed", "answered", 0), ("denied", "answer_denied", 1)]
)
def test_what_the_policy_says_of_an_answer_is_shown(
    gate: Path, tmp_path: Path, unknown_tools: str, outcome: str, code: int, stream: bool
) -> None:
    asked = {"model": "demo-chat", "messages": [{"role": "user", "content": "How is she?"}], "stream": stream}
    body = put(tmp_path / "body.json", json.dumps(asked))
    answer = put(tmp_path / "answer", provider_says("order_drug", stream=stream))
    policy = Path(shutil.copytree(SHIPPED, tmp_path / "policy"))
    of_roles = {"clinician": {"tools": ["*"], "unknown_tools": unknown_tools, "ends": []}}
    put(policy / "wardgate" / "response" / "data.json", json.dumps({"roles": of_roles}))
    options = ("--as", "dr.lee,cardiology-clinicians", "--config", gate, "--bundle", policy)
    result = run("eval", "--request", body, "--answer", answer, *options, "--json")
    said = json.loads(result.stdout)
    [question] = said["answers"]
    assert question["query"]["response"]["tool_calls"]["unknown"] == 1
    assert (result.exit_code, said["outcome"], "order_drug" in said["body"]) == (code, outcome, code == 0)
    shown = run("eval", "--request", body, "--answer", answer, *options).stdout
    assert ("response_tool_unknown" in shown, "\nthe caller would read\n" in shown) == (code == 1, True)


# replay


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    visitors = deciding(3, query(3, "visitors"), denied(), "policy_denied")
    return trail(tmp_path / "audit", [deciding(1, query(1)), deciding(2, query(2)), visitors])


GOLDEN = """\
requests  3 asked, 0 unchanged, 3 changed
answers   0 asked, 0 unchanged, 0 changed

requests by change
decisions
2          allow → deny
1          deny → allow

requests by group of the caller
decisions
2          cardiology-clinicians
1          visitors

requests by rule (+ it speaks now, - it spoke before)
decisions
2          +no_role
2          -for_treatment
1          +for_treatment
1          -no_role

requests by provider
decisions
2          demo-onprem → (none)
1          (none) → demo-onprem

decisions
time                  exchange                              decision  about    change        rules
2026-11-22 06:31:49Z  00000000-0000-4000-8000-000000000001  dec-1     request  allow → deny  +no_role -for_treatment
2026-11-22 06:31:50Z  00000000-0000-4000-8000-000000000002  dec-2     request  allow → deny  +no_role -for_treatment
2026-11-22 06:31:51Z  00000000-0000-4000-8000-000000000003  dec-3     request  deny → allow  +for_treatment -no_role
"""


def test_the_same_policy_changes_nothing(policy: Path, audit: Path) -> None:
    result = run("replay", "--bundle", policy, "--dir", audit)
    nothing = ["requests  3 asked, 3 unchanged, 0 changed", f"answers   0 {UNASKED}, 0 unchanged, 0 changed"]
    assert (result.exit_code, result.stdout.splitlines()[1:]) == (0, nothing)


@pytest.mark.parametrize("engine", ["opa", "embedded"])
def test_another_policy_is_shown_by_what_it_would_change(tmp_path: Path, audit: Path, engine: str) -> None:
    new = deciding_answers(written(tmp_path / "new", groups=["visitors"]))
    result = run("replay", "--bundle", new, "--dir", audit, "--list", "--engine", engine)
    assert (result.exit_code, result.stdout) == (1, f"policy    {bundle_revision(new)}\n{GOLDEN}")


def test_only_what_one_asks_for_fails(tmp_path: Path, audit: Path) -> None:
    milder = written(tmp_path / "new", restore=["NAME"])
    assert run("replay", "--bundle", milder, "--dir", audit, "--fail-on", "verdict").exit_code == 0
    assert (
        run("replay", "--bundle", milder, "--dir", audit, "--fail-on", "verdict", "--fail-on", "restore").exit_code == 1
    )


def test_a_replay_that_is_not_whole_is_neither_0_nor_1(policy: Path, tmp_path: Path) -> None:
    broken = trail(tmp_path / "broken", [deciding(1, query(1))], spoil=b"half a li")
    result = run("replay", "--bundle", policy, "--dir", broken)
    assert (result.exit_code, "unread    1 lines of the trail" in result.stdout) == (2, True)
    assert run("replay", "--bundle", policy, "--dir", broken, "--until", "2020-01-01").exit_code == 2


def test_a_replay_of_nothing_says_so(policy: Path, audit: Path) -> None:
    result = run("replay", "--bundle", policy, "--dir", audit, "--until", "2020-01-01")
    assert (result.exit_code, "nothing   was decided in that time" in result.stdout) == (2, True)
    assert "nothing  " not in run("replay", "--bundle", policy, "--dir", audit).stdout


@pytest.mark.parametrize("given", ["nowhere", "empty.tar.gz"])
def test_a_bundle_that_is_none_is_told_by_the_name_it_was_given(given: str, tmp_path: Path, audit: Path) -> None:
    if given.endswith("gz"):
        (tmp_path / given).write_bytes(packed({}))
    with pytest.raises(Misconfigured, match=rf"{given}: no policy here: name a directory"):
        run("replay", "--bundle", tmp_path / given, "--dir", audit)


def test_a_period_is_asked_alone(policy: Path, audit: Path) -> None:
    result = run("replay", "--bundle", policy, "--dir", audit, "--since", "2026-11-22T06:31:50", "--json")
    assert json.loads(result.stdout)["requests"]["asked"] == 2


def test_a_builtin_that_fails_for_one_query_fails_for_that_one_alone(tmp_path: Path, audit: Path) -> None:
    new = written(tmp_path / "new")
    file = new / "gate" / "request.rego"
    file.write_text(file.read_text() + '\npermitted if {\n\tinput.decision_id == "dec-2"\n\tcount(input.time_us)\n}\n')
    said = json.loads(run("replay", "--bundle", new, "--dir", audit, "--json").stdout)["requests"]
    assert (said["asked"], said["by_change"]) == (3, {"allow → policy_malformed": 1})


def test_a_policy_that_does_not_compile_is_a_sentence(tmp_path: Path, audit: Path) -> None:
    new = written(tmp_path / "new")
    put(new / "gate" / "a.rego", "package gate.a\n\nx := y\n")
    with pytest.raises(Misconfigured, match="opa does not take this bundle"):
        run("replay", "--bundle", new, "--dir", audit)


ANSWERS = """\
requests  3 asked, 2 unchanged, 1 changed
answers   2 asked, 1 unchanged, 1 changed, 1 would not arise: the request or the answer is stopped before

requests by change
decisions
1          allow → deny

requests by group of the caller
decisions
1          visitors

requests by rule (+ it speaks now, - it spoke before)
decisions
1          +no_role
1          -for_treatment

requests by provider
decisions
1          demo-onprem → (none)

answers by change
decisions
1          allow → deny

answers by group of the caller
decisions
1          cardiology-clinicians

answers by rule (+ it speaks now, - it spoke before)
decisions
1          +no_role

answers by provider
decisions
1          demo-onprem
"""


@pytest.fixture
def answered(tmp_path: Path) -> Path:
    """One answer with a number, one without, and one to a caller who has no role in the new policy."""
    entries = [deciding(1, query(1)), deciding_answer(1, entities=(EntityType.SSN,))]
    entries += [deciding(2, query(2)), deciding_answer(2, entities=(EntityType.NAME,))]
    return trail(tmp_path / "audit", [*entries, deciding(3, query(3, "visitors")), deciding_answer(3)])


@pytest.mark.parametrize("engine", ["opa", "embedded"])
def test_answers_are_asked_again_too_unless_they_would_not_arise(tmp_path: Path, answered: Path, engine: str) -> None:
    new = deciding_answers(written(tmp_path / "new"), "SSN")
    result = run("replay", "--bundle", new, "--dir", answered, "--engine", engine)
    assert (result.exit_code, result.stdout) == (1, f"policy    {bundle_revision(new)}\n{ANSWERS}")


def test_an_answer_alone_makes_the_exit_code(tmp_path: Path, answered: Path) -> None:
    new = deciding_answers(written(tmp_path / "new", groups=["cardiology-clinicians", "visitors"]), "SSN")
    result = run("replay", "--bundle", new, "--dir", answered, "--json")
    said = json.loads(result.stdout)
    assert (result.exit_code, said["requests"]["changed"], said["answers"]["changed"]) == (1, 0, 1)
    assert [(one["about"], one["decision_id"], one["after"]) for one in said["decisions"]] == [
        ("answer", "dec-1.1", "deny")
    ]
    assert run("replay", "--bundle", new, "--dir", answered, "--fail-on", "provider").exit_code == 0


def test_a_policy_without_a_package_for_answers_says_so(policy: Path, answered: Path) -> None:
    assert f"answers   2 {UNASKED}, 2 unchanged, 0 changed" in run("replay", "-b", policy, "--dir", answered).stdout


# explain


@pytest.fixture
def ended(tmp_path: Path) -> tuple[Path, Path]:
    """A policy, and a trail of an exchange whose answer it ended at the second question; others stand beside it."""
    policy = deciding_answers(written(tmp_path / "policy"), "SSN")
    revision = bundle_revision(policy)
    received = Entry(Event.REQUEST_RECEIVED, TIME_US, exchange_id(1), {"request_id": "req-1"})
    entries = [received, deciding(1, query(1), revision=revision)]
    entries += [deciding(2, query(2)), deciding_answer(2), deciding_answer(1, 1, revision=revision)]
    return policy, trail(
        tmp_path / "audit", [*entries, deciding_answer(1, 2, NO, entities=(EntityType.SSN,), revision=revision)]
    )


@pytest.mark.parametrize("name", ["dec-1", exchange_id(1), "req-1"])
def test_an_exchange_is_explained_with_the_questions_about_its_answer(name: str, ended: tuple[Path, Path]) -> None:
    policy, audit = ended
    result = run("explain", name, "--dir", audit, "--bundle", policy, "--json")
    told = json.loads(result.stdout)
    assert told["exchange"] == exchange_id(1)
    assert [(one["about"], one["decision"]["decision_id"], one["outcome"]) for one in told["decisions"]] == [
        ("request", "dec-1", "forwarded"),
        ("answer", "dec-1.1", "forwarded"),
        ("answer", "dec-1.2", "answer_denied"),
    ]
    assert [one["decided_the_same_again"] for one in told["decisions"]] == [True, True, True]
    assert [list(one["rules"]) for one in told["decisions"]] == [["request"], ["response"], ["response"]]


def test_one_question_about_an_answer_is_explained_by_its_own_id(ended: tuple[Path, Path]) -> None:
    policy, audit = ended
    said = run("explain", "dec-1.2", "--dir", audit, "--bundle", policy).stdout
    assert said.count("decided   ") == said.count(", on the answer\n") == 1
    assert "verdict   deny\noutcome   answer_denied\nprovider  demo-onprem\n" in said
    assert "SSN     1      assistant\n" in said
    assert "response.ended" in said
    assert "asked again, it is decided the same" in said


def test_the_shipped_policy_is_asked_again_without_the_concerns_of_the_other_question(tmp_path: Path) -> None:
    revision = bundle_revision(SHIPPED)
    entries = [deciding(1, query(1), revision=revision), deciding_answer(1, revision=revision)]
    result = run("explain", "dec-1", "--dir", trail(tmp_path / "audit", entries), "--bundle", SHIPPED, "--json")
    of_request, of_answer = (set(one["rules"]) for one in json.loads(result.stdout)["decisions"])
    assert {"request", "access", "providers", "masking"} <= of_request
    assert {"access", "answer", "modes", "response"} <= of_answer
    assert not {"request", "providers", "masking", "minimum"} & of_answer
    assert not {"answer", "response"} & of_request


def test_a_decision_is_explained_from_the_trail(audit: Path) -> None:
    result = run("explain", "dec-3", "--dir", audit)
    assert result.exit_code == 0
    assert "verdict   deny\noutcome   policy_denied\n" in result.stdout
    assert "deny    no_role  No role.  45 CFR 164.308(a)(4)" in result.stdout
    assert "neither kept beside the trail nor the present one" in result.stdout


@pytest.mark.parametrize("name", ["dec-1", exchange_id(1)])
def test_the_policy_that_is_kept_is_asked_again(policy: Path, tmp_path: Path, name: str) -> None:
    revision = bundle_revision(policy)
    audit = trail(tmp_path / "audit", [deciding(1, query(1), revision=revision)])
    (audit / "policies").mkdir()
    write_archive(policy, audit / "policies" / f"{revision.removeprefix('sha256:')}.tar.gz")
    result = run("explain", name, "--dir", audit)
    assert "request.permitted" in result.stdout
    assert "asked again, it is decided the same" in result.stdout


def test_an_answer_that_differs_is_said(policy: Path, tmp_path: Path) -> None:
    entry = deciding(1, query(1, "visitors"), revision=bundle_revision(policy))
    result = run("explain", "dec-1", "--dir", trail(tmp_path / "audit", [entry]), "--bundle", policy)
    assert "asked again, it is decided otherwise: provider, reasons, verdict" in result.stdout


def test_an_id_that_nobody_has_is_a_sentence(audit: Path) -> None:
    with pytest.raises(Misconfigured, match="no decision"):
        run("explain", "dec-9", "--dir", audit)


# push, status


class Server:
    def __init__(self, place: Path, *arguments: str) -> None:
        self.address = f"unix://{place}/opa.sock"
        quiet = ("--log-level", "error", "--skip-version-check")
        command = (str(OPA), "run", "--server", "--addr", self.address, *quiet, *arguments)
        self.process = subprocess.Popen(command, stderr=subprocess.DEVNULL)

    def ready(self) -> str:
        while True:
            assert self.process.poll() is None
            try:
                if status_of(self.address).healthy:
                    return self.address
            except Misconfigured:
                continue


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[str]:
    server = Server(tmp_path)
    yield server.ready()
    server.process.kill()
    server.process.wait()


@pytest.fixture
def bundled(policy: Path, tmp_path: Path) -> Iterator[str]:
    write_archive(policy, tmp_path / "bundle.tar.gz")
    server = Server(tmp_path, "--bundle", f"{tmp_path}/bundle.tar.gz")
    yield server.ready()
    server.process.kill()
    server.process.wait()


def test_a_policy_is_pushed_to_an_opa_without_bundles(empty: str, policy: Path) -> None:
    result = run("push", policy, "--address", empty)
    assert (result.exit_code, result.stdout) == (0, f"{empty}: has 1 modules and the data of {policy}\n")
    shown = run("status", "--address", empty)
    assert (shown.exit_code, "bundle      none, so a gate accepts no decision of it" in shown.stdout) == (0, True)
    assert "modules     1" in shown.stdout


def test_an_opa_that_runs_on_bundles_takes_no_push(bundled: str, policy: Path) -> None:
    with pytest.raises(Misconfigured, match="runs on bundles") as refused:
        run("push", policy, "--address", bundled)
    assert "wardgate bundle --output" in str(refused.value)


def test_a_policy_of_before_version_1_is_refused_and_not_rewritten(empty: str, tmp_path: Path) -> None:
    old = tmp_path / "old"
    put(old / "a.rego", "package a\n\nx { input.y }\n")
    with pytest.raises(Misconfigured, match="OPA does not take it"):
        run("push", old, "--address", empty)
    assert status_of(empty).policies == ()


def test_the_status_says_whether_opa_decides_by_the_settings_policy(
    bundled: str, policy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = initialised(tmp_path / "gate")
    monkeypatch.setenv("WARDGATE_POLICY__ADDRESS", bundled)
    other = run("status", "--config", settings)
    assert (other.exit_code, "agrees      no" in other.stdout) == (1, True)
    shutil.rmtree(tmp_path / "gate" / "opa")
    shutil.copytree(policy, tmp_path / "gate" / "opa")
    same = run("status", "--config", settings)
    assert (same.exit_code, "agrees      yes" in same.stdout) == (0, True)


def test_an_opa_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="no OPA answers there"):
        run("status", "--address", f"unix://{tmp_path}/nothing.sock")


# profile


def test_a_profile_is_laid_over_the_data_and_leaves_the_rest(tmp_path: Path) -> None:
    place = tmp_path / "opa"
    shutil.copytree(SHIPPED, place)
    shutil.rmtree(place / "profiles", ignore_errors=True)
    put(place / "profiles" / "ours" / "obligations.json", '{"retention_days": 7}')
    file = place / "wardgate" / "obligations" / "data.json"
    before = json.loads(file.read_text())
    result = run("profile", "ours", place)
    changed = "wardgate/obligations/data.json: /retention_days: 2192 → 7"
    assert result.stdout == f"{changed}\n{place}: ours, 1 values changed\n"
    assert json.loads(file.read_text()) == {**before, "retention_days": 7}
    assert run("profile", "ours", place).stdout == f"{place}: ours, as it was\n"


def laid_out(tmp_path: Path) -> tuple[Path, Path]:
    """A copy of the shipped policy, and the data of its obligations, in which somebody wrote 99 days."""
    place = tmp_path / "opa"
    shutil.copytree(SHIPPED, place)
    file = place / "wardgate" / "obligations" / "data.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), "retention_days": 99}))
    return place, file


def test_a_profile_is_not_laid_over_somebodys_own_values_unasked(tmp_path: Path) -> None:
    place, file = laid_out(tmp_path)
    before = {path: path.read_text() for path in place.rglob("data.json")}
    with pytest.raises(Misconfigured, match=r"nothing was changed: 1 of these values are your own; --force"):
        run("profile", "hipaa-strict", place)
    assert {path: path.read_text() for path in place.rglob("data.json")} == before
    assert run("profile", "hipaa-balanced", place).exit_code == 0  # which does not name the days
    assert json.loads(file.read_text())["retention_days"] == 99
    assert run("profile", "hipaa-strict", place, "--force").exit_code == 0
    assert json.loads(file.read_text())["retention_days"] == 2192


def test_a_dry_run_of_a_profile_shows_all_and_writes_nothing(tmp_path: Path) -> None:
    place, file = laid_out(tmp_path)
    before = file.read_text()
    lines = run("profile", "hipaa-strict", place, "--dry-run").stdout.splitlines()
    assert lines == [
        "wardgate/obligations/data.json: /retention_days: 99 → 2192  (your own)",
        f"{place}: hipaa-strict would change 1 values, 1 of them your own",
    ]
    assert file.read_text() == before


@pytest.mark.parametrize("name", profile_names(SHIPPED))
def test_from_every_profile_there_is_a_way_back(name: str, tmp_path: Path) -> None:
    place = tmp_path / "opa"
    shutil.copytree(SHIPPED, place)
    run("profile", name, place)
    assert run("profile", "hipaa-strict", place).exit_code == 0
    for file in sorted((SHIPPED / "wardgate").rglob("data.json")):
        assert json.loads((place / file.relative_to(SHIPPED)).read_text()) == json.loads(file.read_text())


def test_a_profile_that_is_not_there_is_a_sentence_that_names_those_that_are(tmp_path: Path) -> None:
    place = tmp_path / "opa"
    shutil.copytree(SHIPPED, place)
    with pytest.raises(Misconfigured, match="hipaa-strict"):
        run("profile", "nothing", place)
