"""The embedded engine answers as strictly as the authority, and fails closed."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest
import uvloop

from extproc.adapters.bundle import Bundle, read_bundle
from extproc.adapters.rego import EmbeddedPolicy
from extproc.errors import Misconfigured, PolicyMalformed, PolicyUnavailable
from extproc.policy.decision import Verdict
from extproc.policy.query_document import query_document
from tests.support.queries import QUERY, asking

OPA = Path(__file__).parents[3] / "opa"


async def policy(rules: str, data: dict[str, object] | None = None) -> EmbeddedPolicy:
    modules = {"gate/request.rego": f"package gate.request\n{rules}"}
    return await EmbeddedPolicy.start(Bundle(modules, data or {}, "sha256:0"), 5_000)


async def test_the_shipped_policy_decides() -> None:
    bundle = read_bundle(OPA)
    embedded = await EmbeddedPolicy.start(bundle, 5_000)
    assert embedded.revision == bundle.revision
    assert (await embedded.decide(QUERY)).verdict is Verdict.ALLOW
    assert (await embedded.decide(asking(groups=None))).verdict is Verdict.DENY
    await embedded.close()


async def test_a_models_name_cannot_become_a_verdict() -> None:
    embedded = await EmbeddedPolicy.start(read_bundle(OPA), 5_000)
    decision = await embedded.decide(asking(model='x","verdict":"allow', providers=("demo-nobaa",)))
    assert decision.verdict is Verdict.DENY
    await embedded.close()


@pytest.mark.parametrize(
    "rules",
    [
        'decision := {"verdict": "allow"}',
        "decision := input.nothing",
        'decision := {"verdict": "allow"} if input.nothing',
        "decision := count(input.time_us)",
        "decision := 1 if input.schema\ndecision := 2 if input.phase",
        "decision := true",
    ],
)
async def test_what_is_no_decision_is_malformed(rules: str) -> None:
    embedded = await policy(rules)
    with pytest.raises(PolicyMalformed) as caught:
        await embedded.decide(QUERY)
    assert caught.value.__cause__ is None
    await embedded.close()


async def test_a_builtin_that_fails_under_a_denial_fails_the_decision() -> None:
    embedded = await policy('deny contains "x" if count(input.time_us) > 0\ndecision := {"deny": deny}')
    with pytest.raises(PolicyMalformed, match="no decision"):
        await embedded.decide(QUERY)
    await embedded.close()


@pytest.mark.parametrize("tenant", ["Klinik Köln", "病院", "a\U0001f600", 'a"b', "a\\u00e9", "\uffff"])
async def test_a_text_of_any_script_is_the_text_that_the_policy_names(tenant: str) -> None:
    """In the question, in the data and in the rules."""
    word = json.dumps(tenant, ensure_ascii=False)
    rules = f"named if {{\n\tinput.identity.tenant == {word}\n\tdata.own[input.identity.tenant] == {word}\n}}"
    embedded = await policy(f"{rules}\ndefault decision := false\ndecision if named", {"own": {tenant: tenant}})
    assert await embedded._said("request", {"identity": {"tenant": tenant}}) is True
    assert await embedded._said("request", {"identity": {"tenant": f"{tenant}."}}) is False
    await embedded.close()


async def test_an_answer_past_its_deadline_is_unavailable_and_is_not_taken_for_the_next() -> None:
    slow = (
        "decision := count([1 | some a in rows; some b in rows; a + b == 7])\nrows := numbers.range(1, input.time_us)"
    )
    embedded = await policy(slow)
    embedded._deadline_s = 0.001
    with pytest.raises(PolicyUnavailable):
        await embedded.decide(replace(QUERY, time_us=300))
    embedded._deadline_s = 30.0
    with pytest.raises(PolicyMalformed):  # an answer of its own, which is a number and no decision
        await embedded.decide(replace(QUERY, time_us=1))
    await embedded.close()


async def test_an_answer_that_comes_late_is_passed_over() -> None:
    embedded = await EmbeddedPolicy.start(read_bundle(OPA), 30_000)
    given_up = json.dumps([next(embedded._numbers), "request", json.dumps(query_document(QUERY))])
    assert embedded._worker.stdin is not None
    embedded._worker.stdin.write(f"{given_up}\n".encode())
    assert (await embedded.decide(asking(groups=None))).verdict is Verdict.DENY
    assert (await embedded.decide(QUERY)).verdict is Verdict.ALLOW
    await embedded.close()


async def test_a_worker_that_died_is_unavailable() -> None:
    embedded = await EmbeddedPolicy.start(read_bundle(OPA), 5_000)
    embedded._worker.kill()
    await embedded._worker.wait()
    for _ in range(2):
        with pytest.raises(PolicyUnavailable):
            await embedded.decide(QUERY)
    await embedded.close()


def test_a_worker_that_died_is_unavailable_in_the_loop_that_the_sidecar_runs_on() -> None:
    uvloop.run(test_a_worker_that_died_is_unavailable())


async def test_the_worker_has_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARDGATE_SECRET", "hush")
    embedded = await EmbeddedPolicy.start(read_bundle(OPA), 5_000)
    assert environment(embedded._worker.pid) == [b"LANG=C.UTF-8", b""]
    await embedded.close()


def environment(pid: int) -> list[bytes]:
    return Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")


async def test_decisions_asked_at_once_are_not_mixed_up() -> None:
    embedded = await EmbeddedPolicy.start(read_bundle(OPA), 30_000)
    queries = [
        replace(asking(groups=("visitors",) if n % 2 else ("cardiology-clinicians",)), decision_id=f"d{n}")
        for n in range(8)
    ]
    decisions = await asyncio.gather(*(embedded.decide(query) for query in queries))
    assert [decision.decision_id for decision in decisions] == [f"d{n}" for n in range(8)]
    assert [decision.verdict for decision in decisions] == [Verdict.ALLOW, Verdict.DENY] * 4
    await embedded.close()


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        ("decision := time.now_ns()", "time.now_ns"),
        ("decision if never > 1", "nothing binds"),
        ("decision := ][", r"gate/request\.rego"),
        ("other := 1", "no such rule"),
        ('decision if every label in input.labels { label == "R" }', "needs braces around it"),
        ('decision := [k | some k, label in input.labels; label == "R"]', r"are written `some k; v := xs\[k\]`"),
    ],
)
async def test_a_policy_this_engine_must_not_run_stops_the_start(rules: str, says: str) -> None:
    with pytest.raises(Misconfigured, match=says):
        await policy(rules)


@pytest.mark.parametrize(
    "rules",
    [
        'decision if {\n\tevery label in input.labels {\n\t\tlabel == "R"\n\t}\n}',
        'decision := [k | some k; label := input.labels[k]; label == "R"]',
    ],
)
async def test_what_is_said_to_write_instead_is_read(rules: str) -> None:
    await (await policy(rules)).close()


async def test_what_fails_is_not_printed(capfd: pytest.CaptureFixture[str]) -> None:
    embedded = await policy("decision := abs(input.identity.subject)")
    with pytest.raises(PolicyMalformed) as caught:
        await embedded.decide(QUERY)
    assert "dr.lee" not in str(caught.value)
    await embedded.close()
    assert capfd.readouterr() == ("", "")
