"""The two things that are compared: Envoy alone, and the same Envoy with the gate.

Envoy alone has the gate's own configuration less the sidecar: the same TLS, token check with its cache, filters, access
log, route and upstream, so that the difference is the sidecar, the policy and the record, and nothing else.
"""

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from processes import Processes, Usage

from extproc.adapters import cpus, envoy_config
from extproc.adapters.bundle import write_archive
from extproc.adapters.policies import LocalOpa
from extproc.adapters.runtime_files import RuntimeFiles
from extproc.config import Settings, load
from extproc.local import envoy, identity, opa
from extproc.local.init import initialised
from extproc.local.polling import answers_yes
from extproc.local.stack import sidecar

PROVIDERS: Final = ("demo-cloud", "demo-onprem", "demo-nobaa")
ALONE_PROVIDER: Final = "demo-onprem"
START_S: Final = 60
DEADLINE_MS: Final = 2000
"""Above the usual one: a saturated gate should be slow here, and not refuse."""
TOKEN_LIFE_S: Final = 24 * 3600


@dataclass(frozen=True, slots=True)
class Setup:
    """``usage`` has the processes of this setup and the provider."""

    url: str
    usage: Usage


@dataclass(frozen=True, slots=True)
class Setups:
    alone: Setup
    gate: Setup
    token: str
    processes: int


def started(directory: Path, processes: Processes) -> Setups:
    """Both, serving. Ends the program with a line where OPA is missing."""
    program = opa.binary()
    if program is None:
        sys.exit(f"bench: opa {opa.VERSION}x is missing: make opa")
    provider, port = processes.start_and_ask((sys.executable, str(Path(__file__).with_name("stand_in.py"))))
    base = f"http://127.0.0.1:{port}/v1"
    config = initialised(directory / "g", listen="127.0.0.1:0", providers=dict.fromkeys(PROVIDERS, base))
    environment = {
        **{f"WARDGATE_PROVIDERS__{name.upper()}__STAND_IN": "false" for name in PROVIDERS},
        "WARDGATE_POLICY__ENGINE": "opa",
        "WARDGATE_POLICY__DEADLINE_MS": str(DEADLINE_MS),
    }
    settings = load(config, environment)
    count = cpus.available()
    written = envoy_config.write(settings, processes=count, runtime=settings.sidecar.sockets)
    files = RuntimeFiles(settings.sidecar.sockets)
    pids = {"provider": provider}
    pids["opa"] = _opa(program, settings, files, processes)
    for index in range(count):
        command = sidecar(config, index, LocalOpa(f"unix://{files.policy}"), 0.0).command
        pids[f"sidecar-{index}"] = processes.start(f"sidecar-{index}", command, environment)
    gate_pid, gate_url = _envoy("envoy", written, files.admin, count, processes, sidecars=count)
    alone_admin = directory / "alone.sock"
    alone_config = directory / "alone.yaml"
    alone_config.write_text(yaml.safe_dump(alone(yaml.safe_load(written.read_text("utf-8")), alone_admin)), "utf-8")
    alone_pid, alone_url = _envoy("envoy-alone", alone_config, alone_admin, count, processes, sidecars=0)
    return Setups(
        alone=Setup(alone_url, Usage({"envoy": alone_pid, "provider": provider})),
        gate=Setup(gate_url, Usage({"envoy": gate_pid, **pids})),
        token=_token(settings),
        processes=count,
    )


def alone(config: dict[str, Any], admin: Path) -> dict[str, Any]:
    """The gate's configuration without the sidecar; what the decision would route goes to one provider."""
    config["admin"]["address"]["pipe"]["path"] = str(admin)
    manager = config["static_resources"]["listeners"][0]["filter_chains"][0]["filters"][0]["typed_config"]
    manager["http_filters"] = [one for one in manager["http_filters"] if one["name"] != "envoy.filters.http.ext_proc"]
    host = manager["route_config"]["virtual_hosts"][0]
    [route] = [one for one in host["routes"] if one["route"]["cluster"] == f"provider-{ALONE_PROVIDER}"]
    del route["match"]["dynamic_metadata"]
    host["routes"] = [route]
    clusters = config["static_resources"]["clusters"]
    config["static_resources"]["clusters"] = [one for one in clusters if one["name"] == route["route"]["cluster"]]
    return config


def _opa(program: Path, settings: Settings, files: RuntimeFiles, processes: Processes) -> int:
    write_archive(settings.policy.bundle, files.bundle)
    pid = processes.start("opa", opa.part(program, socket=files.policy, source=opa.watched(files.bundle)).command, {})
    asyncio.run(asyncio.wait_for(opa.healthy(files.policy), START_S))
    return pid


def _envoy(
    name: str, config: Path, admin: Path, concurrency: int, processes: Processes, *, sidecars: int
) -> tuple[int, str]:
    command = envoy.part(config, concurrency=concurrency, drain_s=1.0).command
    pid = processes.start(name, command, {})
    return pid, f"https://127.0.0.1:{asyncio.run(asyncio.wait_for(_serving(admin, sidecars), START_S))}"


async def _serving(admin_socket: Path, sidecars: int) -> int:
    admin = envoy.Admin(admin_socket)

    async def live() -> bool:
        try:
            return await admin.ready()
        except envoy.AWAY:
            return False

    await answers_yes(live)
    port = await envoy.in_service(admin, sidecars)
    await envoy.speaks_tls("127.0.0.1", port)
    return port


def _token(settings: Settings) -> str:
    one = identity.stand_in(settings.identity)
    claims = {one.claims.type: "user"}
    return identity.minted(one, subject="dr.lee", groups=["cardiology-clinicians"], claims=claims, life_s=TOKEN_LIFE_S)
