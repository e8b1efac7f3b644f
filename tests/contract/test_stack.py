"""The stack on the real Envoy and the real OPA, with sidecars that say yes to everything."""

import asyncio
import json
import os
import signal
import ssl
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp
import pytest
import pytest_asyncio

from extproc.adapters.runtime_files import RuntimeFiles
from extproc.config import Settings, load
from extproc.errors import Misconfigured
from extproc.local import identity, opa, stack
from extproc.local.init import initialised
from extproc.local.part import Part
from extproc.local.polling import answers_yes
from extproc.local.provider import Provider
from tests.contract import ext_proc_stand_in

BODY = b'{"model":"demo-chat","messages":[{"role":"user","content":"hello"}]}'
TIME_S = 60


@pytest.fixture
def config() -> Iterator[Path]:
    with TemporaryDirectory(prefix="wg-") as place:  # short: Unix sockets have short paths
        yield initialised(Path(place) / "g", listen="127.0.0.1:0")


@pytest_asyncio.fixture
async def provider() -> AsyncIterator[Provider]:
    provider = Provider()
    yield provider
    await provider.stop()


@pytest_asyncio.fixture
async def settings(config: Path, provider: Provider, monkeypatch: pytest.MonkeyPatch) -> Settings:
    names = ("DEMO-CLOUD", "DEMO-ONPREM", "DEMO-NOBAA")
    environment = {
        **{f"WARDGATE_PROVIDERS__{name}__STAND_IN": "false" for name in names},
        "WARDGATE_SIDECAR__PROCESSES": "2",
        "WARDGATE_SIDECAR__DRAIN_S": "20",
        "WARDGATE_POLICY__ENGINE": "embedded",
        "WARDGATE_PROVIDERS__DEMO-CLOUD__BASE_URL": await provider.start() + "/v1",
    }
    settings = load(config, environment)
    monkeypatch.setattr(stack, "sidecar", lambda config, index, policy, grace_s: yes(settings, index))
    return settings


def yes(settings: Settings, index: int) -> Part:
    socket = RuntimeFiles(settings.sidecar.sockets).sidecar(index)
    return Part(f"sidecar-{index}", (sys.executable, "-m", ext_proc_stand_in.__name__, str(socket), "20"), 25)


class Up:
    """``wardgate up`` in a task of this process."""

    def __init__(self, settings: Settings, config: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.task = asyncio.create_task(stack.up(settings, config))
        self._settings = settings
        self._capfd = capfd
        self.out = ""
        self.err = ""

    async def ready(self) -> dict[str, object]:
        async def announced() -> bool:
            return "\n" in self.read().out or self.task.done()

        await asyncio.wait_for(answers_yes(announced), TIME_S)
        return json.loads(self.out)

    def read(self) -> "Up":
        captured = self._capfd.readouterr()
        self.out += captured.out
        self.err += captured.err
        return self

    async def ask(self, ready: dict[str, object]) -> int:
        context = ssl.create_default_context(cafile=str(ready["ca"]))
        token = identity.minted(self._settings.identity[0], subject="dr.lee", groups=[], claims={})
        headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
        async with (
            aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=context), headers=headers) as session,
            session.post(f"{ready['url']}/v1/chat/completions", data=BODY) as answer,
        ):
            await answer.read()
            return answer.status

    async def ended(self) -> int:
        return await asyncio.wait_for(self.task, TIME_S)


@pytest_asyncio.fixture
async def up(settings: Settings, config: Path, capfd: pytest.CaptureFixture[str]) -> AsyncIterator[Up]:
    started = Up(settings, config, capfd)
    yield started
    if not started.task.done():
        os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait((started.task,), timeout=TIME_S)


def processes(directory: Path) -> dict[int, str]:
    """Command lines of all processes that were started for ``directory``."""
    found = {}
    for entry in Path("/proc").iterdir():
        try:
            line = (entry / "cmdline").read_bytes().decode().replace("\0", " ") if entry.name.isdigit() else ""
        except OSError:
            continue
        if str(directory) in line:
            found[int(entry.name)] = line
    return found


async def test_it_serves_says_so_in_one_line_and_leaves_nothing_behind(up: Up, config: Path) -> None:
    ready = await up.ready()
    assert set(ready) == {"ready", "url", "ca", "admin", "audit"}
    assert await up.ask(ready) == 200
    assert len(processes(config.parent)) == 3
    os.kill(os.getpid(), signal.SIGTERM)
    assert await up.ended() == 0
    assert processes(config.parent) == {}
    assert len(up.read().out.splitlines()) == 1
    assert "SIGTERM: draining" in up.err


@pytest.mark.parametrize("victim", ["ext_proc_stand_in", "envoy.yaml"])
async def test_a_part_that_dies_takes_the_stack_down(up: Up, config: Path, victim: str) -> None:
    await up.ready()
    pid = next(pid for pid, line in processes(config.parent).items() if victim in line)
    os.kill(pid, signal.SIGKILL)
    assert await up.ended() == 1
    assert processes(config.parent) == {}
    assert "ended by itself (killed by SIGKILL); stopping everything" in up.read().err


async def test_a_hangup_restarts_the_sidecars_without_a_failed_request(up: Up, config: Path) -> None:
    ready = await up.ready()
    before = processes(config.parent)
    os.kill(os.getpid(), signal.SIGHUP)
    statuses = []

    async def restarted() -> bool:
        statuses.append(await up.ask(ready))
        return "all sidecars were restarted" in up.read().err

    await asyncio.wait_for(answers_yes(restarted), TIME_S)
    after = processes(config.parent)
    assert set(statuses) == {200}
    assert len(set(before) & set(after)) == 1  # Envoy's


async def test_a_request_in_flight_is_finished_before_the_stack_ends(up: Up, provider: Provider) -> None:
    ready = await up.ready()
    held = provider.held = asyncio.Event()
    asking = asyncio.create_task(up.ask(ready))

    async def arrived() -> bool:
        return bool(provider.received)

    await asyncio.wait_for(answers_yes(arrived), TIME_S)
    os.kill(os.getpid(), signal.SIGTERM)

    async def draining() -> bool:
        return "draining" in up.read().err

    await asyncio.wait_for(answers_yes(draining), TIME_S)
    held.set()
    assert await asking == 200
    assert await up.ended() == 0


async def test_two_stacks_do_not_share_a_directory(up: Up, settings: Settings, config: Path) -> None:
    await up.ready()
    with pytest.raises(Misconfigured, match="another gate already runs"):
        await stack.up(settings, config)


@pytest.mark.skipif(opa.binary() is None, reason="no opa of our version here: make opa")
async def test_opa_is_started_where_the_settings_want_it(
    settings: Settings, config: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    wanting = settings.model_copy(update={"policy": settings.policy.model_copy(update={"engine": "auto"})})
    up = Up(wanting, config, capfd)
    await up.ready()
    assert [line for line in processes(config.parent).values() if "opa.sock" in line]
    os.kill(os.getpid(), signal.SIGTERM)
    assert await up.ended() == 0
    assert "decides" in up.read().err


async def test_without_opa_the_engine_opa_is_a_mistake(
    settings: Settings, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opa, "binary", lambda: None)
    wanting = settings.model_copy(update={"policy": settings.policy.model_copy(update={"engine": "opa"})})
    with pytest.raises(Misconfigured, match=r"policy\.engine: .*make opa"):
        await stack.up(wanting, config)
    assert processes(config.parent) == {}
