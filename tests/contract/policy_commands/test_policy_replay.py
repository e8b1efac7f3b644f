"""``wardgate policy replay``, on a real OPA."""

import json
from pathlib import Path

import pytest

from extproc.adapters.bundle import bundle_revision
from extproc.adapters.bundle_files import packed
from extproc.detect.entities import EntityType
from extproc.errors import Misconfigured
from tests.contract.policy_commands.running import needs_opa, run
from tests.support.small_policy import (
    deciding,
    deciding_answer,
    deciding_answers,
    put,
    query,
    trail,
    written,
)

pytestmark = needs_opa

UNASKED = "go on unasked (no package gate.response)"


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
