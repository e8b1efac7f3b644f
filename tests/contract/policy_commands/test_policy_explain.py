"""``wardgate policy explain``, on a real OPA."""

import json
from pathlib import Path

import pytest

from extproc.adapters.bundle import bundle_revision, write_archive
from extproc.audit.record import Entry, Event
from extproc.detect.entities import EntityType
from extproc.errors import Misconfigured
from tests.contract.policy_commands.running import needs_opa, run
from tests.support.chains import TIME_US
from tests.support.small_policy import (
    NO,
    SHIPPED,
    deciding,
    deciding_answer,
    deciding_answers,
    exchange_id,
    query,
    trail,
    written,
)

pytestmark = needs_opa


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
