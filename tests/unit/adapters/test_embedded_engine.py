"""The embedded engine's worker is replaced without a decision lost, or not at all."""

import asyncio
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from extproc.adapters import rego
from extproc.adapters.bundle import Bundle
from extproc.adapters.embedded_engine import EmbeddedEngine
from extproc.adapters.rego import EmbeddedPolicy
from extproc.errors import Misconfigured, PolicyMalformed, PolicyUnavailable, TrailUnavailable
from extproc.policy.decision import Verdict
from tests.support import answer_policies
from tests.support.answers import allowed, denied
from tests.support.queries import QUERY, of_answer

RULES = """package gate.request
decision := {
    "schema": data.answer.schema, "decision_id": input.decision_id, "verdict": data.answer.verdict,
    "reasons": data.answer.reasons, "provider": data.answer.provider, "masking": data.answer.masking,
    "approval": data.answer.approval, "obligations": data.answer.obligations, "headers": data.answer.headers,
}
"""


def bundle(revision: str, answer: dict[str, object], rules: str = RULES) -> Bundle:
    return Bundle({"gate/request.rego": rules}, {"answer": answer}, revision)


OLD, NEW = bundle("sha256:old", allowed()), bundle("sha256:new", denied())


@pytest.fixture
async def engine() -> AsyncIterator[EmbeddedEngine]:
    started = await EmbeddedEngine.start(OLD, 10_000)
    yield started
    await started.close()


DIES_ONCE = """
import pathlib, sys
from extproc.adapters.rego_worker import main
mark = pathlib.Path(sys.argv[1])
seen = mark.exists()
mark.touch()
sys.exit(main() if seen else 1)
"""


async def said(engine: EmbeddedEngine) -> tuple[str, Verdict]:
    decision = await engine.decide(QUERY)
    return decision.revision, decision.verdict


async def test_another_policy_decides_once_its_arrival_is_recorded(engine: EmbeddedEngine) -> None:
    arrivals: list[str] = []
    assert await said(engine) == (OLD.revision, Verdict.ALLOW)
    await engine.offer(NEW, lambda: arrivals.append(engine.revision))
    assert (await said(engine), engine.revision) == ((NEW.revision, Verdict.DENY), NEW.revision)
    assert arrivals == [OLD.revision]


async def test_a_policy_that_retires_answers_what_it_was_asked_before() -> None:
    policy = await EmbeddedPolicy.start(OLD, 10_000)
    early = [asyncio.create_task(policy.decide(QUERY)) for _ in range(6)]
    await asyncio.sleep(0)
    await policy.retire()
    assert {decision.revision for decision in await asyncio.gather(*early)} == {OLD.revision}
    assert policy.gone


def unrecordable() -> None:
    raise TrailUnavailable("ENOSPC")


@pytest.mark.parametrize(
    ("offered", "error"),
    [
        (bundle("sha256:bad", allowed(), "package gate.request ]["), Misconfigured),
        (bundle("sha256:bad", {**allowed(), "verdict": "maybe"}), PolicyMalformed),
        (NEW, TrailUnavailable),
    ],
)
async def test_what_is_refused_changes_nothing(offered: Bundle, error: type[Exception], engine: EmbeddedEngine) -> None:
    with pytest.raises(error):
        await engine.offer(offered, unrecordable)
    assert await said(engine) == (OLD.revision, Verdict.ALLOW)


@pytest.mark.parametrize("rules", answer_policies.BROKEN.values(), ids=answer_policies.BROKEN)
async def test_what_decides_no_answer_is_refused_though_it_decides_requests(rules: str, engine: EmbeddedEngine) -> None:
    with pytest.raises(PolicyMalformed):
        await engine.offer(replace(NEW, modules={**NEW.modules, "gate/response.rego": rules}), list)
    assert await said(engine) == (OLD.revision, Verdict.ALLOW)


async def test_what_decides_answers_too_is_taken(engine: EmbeddedEngine) -> None:
    both = replace(NEW, modules={**NEW.modules, "gate/response.rego": answer_policies.DECIDES})
    await engine.offer(both, list)
    assert (await engine.decide_answer(of_answer())).revision == NEW.revision


async def test_a_worker_that_died_is_replaced_at_the_next_step(engine: EmbeddedEngine) -> None:
    await engine.step()
    worker = engine._policy._worker
    worker.kill()
    await worker.wait()
    with pytest.raises(PolicyUnavailable):
        await engine.decide(QUERY)
    await engine.step()
    assert await said(engine) == (OLD.revision, Verdict.ALLOW)


async def test_a_worker_that_cannot_be_replaced_is_tried_again(engine: EmbeddedEngine) -> None:
    await engine._policy.close()
    good, engine._bundle = engine._bundle, replace(OLD, modules={"gate/request.rego": "package gate.request ]["})
    await engine.step()
    with pytest.raises(PolicyUnavailable):
        await engine.decide(QUERY)
    engine._bundle = good
    await engine.step()
    assert await said(engine) == (OLD.revision, Verdict.ALLOW)


async def test_a_worker_that_ends_without_a_word_gets_a_second_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rego, "WORKER", (sys.executable, "-c", DIES_ONCE, str(tmp_path / "seen")))
    engine = await EmbeddedEngine.start(OLD, 10_000)
    assert (await said(engine))[0] == OLD.revision
    await engine.close()


async def test_a_second_worker_that_ends_without_a_word_ends_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rego, "WORKER", (sys.executable, "-c", "raise SystemExit"))
    with pytest.raises(Misconfigured, match="did not start"):
        await EmbeddedEngine.start(OLD, 10_000)


async def test_a_policy_without_a_decision_is_not_begun_with() -> None:
    with pytest.raises(Misconfigured, match="no decision that the gate can read"):
        await EmbeddedEngine.start(bundle("sha256:none", allowed(), "package gate.request\ndecision := {}\n"), 10_000)
