"""Both engines are asked about answers, and say the same."""

import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from extproc.adapters.bundle import Bundle, put, read_bundle
from extproc.adapters.opa import OpaPolicy
from extproc.adapters.rego import EmbeddedPolicy
from extproc.detect.entities import EntityType
from extproc.errors import PolicyMalformed
from extproc.local import opa
from extproc.policy.decision import Verdict
from extproc.runtime.ports import Policy
from tests.support.queries import asking, of_answer

SHIPPED = Path(__file__).parents[2] / "opa"
SILENT = 'package gate.request\n\ndecision := {"schema": "wardgate.decision/v1"}\n'
needs_opa = pytest.mark.skipif(opa.binary() is None, reason="no opa of our version here: make opa")


class Engines:
    def __init__(self, place: Path) -> None:
        self._place = place
        self._processes: list[subprocess.Popen[bytes]] = []
        self._open: list[Policy] = []

    async def on(self, engine: str, bundle: Bundle) -> Policy:
        policy = await (EmbeddedPolicy.start(bundle, 10_000) if engine == "embedded" else self._opa(bundle))
        self._open.append(policy)
        return policy

    async def _opa(self, bundle: Bundle) -> OpaPolicy:
        program = opa.binary()
        assert program is not None
        archive, socket = self._place / "policy" / "bundle.tar.gz", self._place / "opa.sock"
        archive.parent.mkdir()
        put(archive, bundle.archive)
        part = opa.part(program, socket=socket, source=opa.watched(archive))
        self._processes.append(subprocess.Popen(part.command, stderr=subprocess.DEVNULL))  # noqa: ASYNC220
        policy = OpaPolicy(f"unix://{socket}", bundle.revision, 10_000)
        while not await policy.healthy():
            assert self._processes[-1].poll() is None
        return policy

    async def close(self) -> None:
        for policy in self._open:
            await policy.close()
        for process in self._processes:
            process.kill()
            process.wait()


@pytest.fixture
async def engines(tmp_path: Path) -> AsyncIterator[Engines]:
    started = Engines(tmp_path)
    yield started
    await started.close()


@pytest.mark.parametrize("engine", ["embedded", pytest.param("opa", marks=needs_opa)])
async def test_the_shipped_policy_decides_about_answers(engine: str, engines: Engines) -> None:
    bundle = read_bundle(SHIPPED)
    policy = await engines.on(engine, bundle)
    allowed = await policy.decide_answer(of_answer(tools=("find",), entities=(EntityType.NAME,)))
    assert (allowed.verdict, allowed.revision, allowed.decision_id) == (Verdict.ALLOW, bundle.revision, "dec-1.1")
    nobody = await policy.decide_answer(of_answer(query=asking(groups=("visitors",))))
    assert nobody.verdict is Verdict.DENY
    assert nobody.reasons


@pytest.mark.parametrize("engine", ["embedded", pytest.param("opa", marks=needs_opa)])
async def test_a_policy_with_nothing_to_say_of_answers_decides_nothing(
    engine: str, engines: Engines, tmp_path: Path
) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "request.rego").write_text(SILENT)
    policy = await engines.on(engine, read_bundle(tmp_path / "source"))
    with pytest.raises(PolicyMalformed):
        await policy.decide_answer(of_answer())
