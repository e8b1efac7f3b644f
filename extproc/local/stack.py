"""The whole gate on one machine, in the foreground: policy engine, sidecars, Envoy, and stand-ins where asked for.

They start in this order and end in the reverse, after Envoy let its requests finish. SIGHUP restarts the sidecars one
after the other, without a failed request where there are two or more. Not for a cluster: there each part has a
container of its own, and ``wardgate serve`` is ours.
"""

import asyncio
import fcntl
import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from extproc.adapters import cpus, envoy_config
from extproc.adapters.bundle import put, read_bundle
from extproc.adapters.policies import LocalOpa, trust_of
from extproc.adapters.runtime_files import RuntimeFiles
from extproc.adapters.upstream import Upstream
from extproc.config import Settings
from extproc.errors import Misconfigured
from extproc.local import bundle_service, envoy, opa
from extproc.local.part import Part, Running
from extproc.local.supervisor import Over, Supervisor

START_S: Final = 60
"""A stack that does not serve after this long is ended."""
STOP_MARGIN_S: Final = 5.0
"""What a sidecar gets on top of the settings' ``drain_s`` before it is killed."""


class Stack:
    """One start of all parts of ``settings``, which were read from ``config``."""

    def __init__(self, settings: Settings, config: Path, parts: Supervisor) -> None:
        self._settings = settings
        self._config = config
        self._parts = parts
        self._files = RuntimeFiles(settings.sidecar.sockets).prepared()
        self._processes = settings.sidecar.processes or cpus.available()
        self._sidecars: list[Running] = []
        self._admin = envoy.Admin(self._files.admin)
        self._listen = Upstream.parsed(f"https://{settings.listen.address}", "listen.address")

    async def begin(self) -> str:
        """Starts everything; the ready line. Raises ``Misconfigured``."""
        await self._parts.start(self._stand_ins())
        await self.begin_sidecars(await self._policy())
        written = envoy_config.write(self._settings, processes=self._processes, runtime=self._files.directory)
        drain_s = self._settings.sidecar.drain_s
        await self._parts.start([envoy.part(written, concurrency=self._processes, drain_s=drain_s)])
        port = await envoy.in_service(self._admin, self._processes)
        await envoy.speaks_tls(self._reachable, port)
        return self._ready(port)

    async def begin_sidecars(self, policy: LocalOpa) -> None:
        grace_s = self._settings.sidecar.drain_s + STOP_MARGIN_S
        parts = [sidecar(self._config, index, policy, grace_s) for index in range(self._processes)]
        self._sidecars = await self._parts.start(parts)

    async def restart_on(self, asked: asyncio.Event) -> None:
        """Each time it is asked, restarts the sidecars one after the other. Never returns."""
        while True:
            await asked.wait()
            asked.clear()
            for index, old in enumerate(self._sidecars):
                self._sidecars[index] = await self._parts.restart(old)
                await envoy.in_service(self._admin, self._processes)
            self._parts.say("all sidecars were restarted")

    async def drain(self) -> None:
        """Lets Envoy finish what is in flight, as long as the settings allow and nobody hurries."""
        idle = asyncio.create_task(envoy.drained(self._admin))
        rush = asyncio.create_task(self._parts.hurry.wait())
        waits = (idle, rush)
        await asyncio.wait(waits, timeout=self._settings.sidecar.drain_s, return_when=asyncio.FIRST_COMPLETED)
        for one in waits:
            one.cancel()
        with suppress(asyncio.CancelledError, *envoy.AWAY):
            await idle

    async def _policy(self) -> LocalOpa:
        """The OPA that was started here; none where the settings name one, or the embedded engine decides."""
        policy = self._settings.policy
        if policy.engine == "embedded" or policy.address is not None:
            return LocalOpa()
        program = opa.binary()
        if program is None and policy.engine == "opa":
            raise Misconfigured(
                f"policy.engine: opa {opa.VERSION}x is neither in .tools/bin nor on PATH; "
                'run `make opa`, set policy.address, or set engine = "embedded"'
            )
        if program is None:
            self._parts.say(f"policy: no opa {opa.VERSION}x was found, so the embedded engine decides")
            return LocalOpa()
        self._parts.say(f"policy: {program} decides")
        trust, archive, socket = trust_of(policy), self._files.bundle, self._files.policy
        put(archive, read_bundle(policy.bundle, trust).archive, by_way_of=self._files.directory)
        url = await self._parts.held.enter_async_context(bundle_service.serving(archive))
        source = opa.fetched(url, trust, self._files.opa)
        await self._parts.start([opa.part(program, socket=socket, source=source)])
        await opa.healthy(socket)
        return LocalOpa(f"unix://{socket}", archive)

    def _stand_ins(self) -> list[Part]:
        return [
            provider_stand_in(name, Upstream.parsed(one.base_url, f"providers.{name}.base_url"), self._files)
            for name, one in self._settings.providers.items()
            if one.stand_in
        ]

    @property
    def _reachable(self) -> str:
        """An address at which a listener on all addresses answers us."""
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self._listen.host, self._listen.host)  # noqa: S104

    def _ready(self, port: int) -> str:
        host = f"[{self._reachable}]" if ":" in self._reachable else self._reachable
        return json.dumps(
            {
                "ready": True,
                "url": f"https://{host}:{port}",
                "ca": str(self._settings.listen.ca or self._settings.listen.certificate),
                "admin": f"unix://{self._files.admin}",
                "audit": str(self._settings.audit.directory),
            }
        )


def sidecar(config: Path, index: int, policy: LocalOpa, grace_s: float) -> Part:
    command = ("-m", "extproc.cli.app", "serve", "--config", str(config), "--index", str(index))
    address = ("--policy-address", policy.address) if policy.address else ()
    archive = ("--policy-archive", str(policy.archive)) if policy.archive else ()
    return Part(f"sidecar-{index}", (sys.executable, *command, *address, *archive), grace_s)


def provider_stand_in(name: str, where: Upstream, files: RuntimeFiles) -> Part:
    """Raises ``Misconfigured`` for a provider that is not on this machine."""
    if where.tls or not where.loopback:
        raise Misconfigured(f"providers.{name}.stand_in: only for an http base_url on a loopback address")
    command = ("-m", "extproc.local.provider", "--name", name, "--address", where.authority)
    return Part(name, (sys.executable, *command, "--record", str(files.received(name))))


async def up(settings: Settings, config: Path) -> int:
    """Runs the stack until it is told to end; the exit code. One line on stdout once it serves."""
    with _alone(RuntimeFiles(settings.sidecar.sockets)):
        async with Supervisor() as parts:
            stack = Stack(settings, config, parts)
            try:
                print(await parts.until(in_time(stack)), flush=True)  # noqa: T201  the promise of this command
                await parts.until(stack.restart_on(_hangup()))
            except Over as over:
                parts.say(over.reason)
                if over.code == 0:
                    await stack.drain()
                return over.code
            raise AssertionError("restart_on never returns")


async def serve(settings: Settings, config: Path, policy: LocalOpa) -> int:
    """The sidecars alone, until told to end."""
    with _alone(RuntimeFiles(settings.sidecar.sockets)):
        async with Supervisor() as parts:
            await Stack(settings, config, parts).begin_sidecars(policy)
            over = await parts.over()
            parts.say(over.reason)
            return over.code


async def in_time(stack: Stack) -> str:
    """The ready line. Raises ``Over`` when it takes too long, and ``Misconfigured``."""
    try:
        async with asyncio.timeout(START_S):
            return await stack.begin()
    except TimeoutError:
        raise Over(f"it does not serve after {START_S} s; stopping everything", 1) from None


def _hangup() -> asyncio.Event:
    asked = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, asked.set)
    return asked


@contextmanager
def _alone(files: RuntimeFiles) -> Iterator[None]:
    """One stack a directory: a second one would take the first one's sockets from under it. Then clears old sockets."""
    with files.prepared().lock.open("w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Misconfigured(f"sidecar.sockets: another gate already runs in {files.directory}") from error
        for stale in files.directory.glob("*.sock"):
            stale.unlink(missing_ok=True)
        yield
