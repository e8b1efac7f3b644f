"""``wardgate policy eval``, on a real OPA."""

import json
import shutil
from pathlib import Path

import pytest

from extproc.adapters.bundle import write_archive
from extproc.errors import Misconfigured
from extproc.local.init import initialised
from tests.contract.policy_commands.running import needs_opa, run
from tests.support.small_policy import (
    SHIPPED,
    deciding,
    put,
    query,
)

pytestmark = needs_opa

SSN = "219-09-9999"


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
