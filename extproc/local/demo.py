"""A walk through real exchanges: the whole stack on loopback, seven steps, each checking what it says.

It needs nothing but the installed package, and leaves nothing behind. Free ports are looked for and then used: somebody
else may take one in between, which ends the demo with a sentence.
"""

import json
import os
import socket
import ssl
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import aiohttp
from rich.console import Console

from extproc.adapters.audit_key import public_path
from extproc.adapters.runtime_files import RuntimeFiles
from extproc.config import Settings, load
from extproc.local import identity
from extproc.local.demo_audit import LEAD, TITLE, Evidence, audited
from extproc.local.demo_caller import Caller, Received
from extproc.local.demo_page import Check, Page, Told
from extproc.local.demo_steps import IDENTIFIERS, STEPS, Step, Visit
from extproc.local.init import PROVIDERS, READER_KEY, initialised
from extproc.local.stack import Stack, in_time
from extproc.local.supervisor import Over, Supervisor

ENVIRONMENT: Final = {"WARDGATE_SIDECAR__PROCESSES": "1", "WARDGATE_POLICY__DEADLINE_MS": "5000"}
"""One process, so that its records are one chain; and the machine may be busy: the demo measures nothing."""
SUBJECT: Final = "dr.lee"
GROUP: Final = "cardiology-clinicians"
STEP_S: Final = 30
LOG_LINES: Final = 15
INTERRUPTED: Final = 130
HELP: Final = (
    "To look into it: `wardgate init DIR`, then `wardgate check --config DIR/wardgate.toml` and "
    "`wardgate up --config DIR/wardgate.toml`, which shows all logs."
)


class Lines:
    """What the parts of the stack wrote: shown only if something goes wrong."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str]] = []

    def show(self, part: str, line: str) -> None:
        self.lines.append((part, line))

    def engine(self) -> str:
        """Which engine the sidecar says decides."""
        for _, line in self.lines:
            if '"event": "serving"' in line:
                return str(json.loads(line).get("engine"))
        return "unknown"

    def last(self) -> list[str]:
        return [f"{part:<11} | {line}" for part, line in self.lines[-LOG_LINES:]]


async def demo(console: Console) -> int:
    """The exit code: 0 only if each step came out as it says. Raises ``Misconfigured``."""
    began, lines = time.monotonic(), Lines()
    page = Page(console, IDENTIFIERS)
    page.say("Starting the stack on loopback, which takes some seconds ...")
    with tempfile.TemporaryDirectory(prefix="wardgate-") as place:
        config = _initialised(Path(place) / "demo")
        settings = load(config)
        try:
            steps, exchanges = await _walked(settings, config, page, lines)
        except Over as over:
            return _ended_early(over, page, lines)
        evidence = Evidence(settings.audit.directory, public_path(settings.audit.key_file), config.parent / READER_KEY)
        told = audited(evidence, exchanges, IDENTIFIERS, Path(place) / "copy")
        page.step(TITLE, LEAD, told)
    return _closed([*steps, told.held], page, lines, time.monotonic() - began)


async def _walked(settings: Settings, config: Path, page: Page, lines: Lines) -> tuple[list[bool], list[str]]:
    """Whether each step held, and the ids of the exchanges; the stack is over then. Raises ``Over``."""
    began = time.monotonic()
    async with Supervisor(lines.show) as parts:
        stack = Stack(settings, config, parts)
        gate = json.loads(await parts.until(in_time(stack)))
        page.lead("Wardgate", _introduction(gate["url"], lines.engine(), time.monotonic() - began))
        walked = await parts.until(_steps(settings, gate, page))
        page.say("\nStopping the gate, so that its audit chain gets its end ...", "dim")
        await stack.drain()
        return walked


async def _steps(settings: Settings, gate: Mapping[str, str], page: Page) -> tuple[list[bool], list[str]]:
    files = RuntimeFiles(settings.sidecar.sockets)
    received = Received({name: files.received(name) for name in settings.providers})
    token = identity.minted(
        identity.stand_in(settings.identity), subject=SUBJECT, groups=[GROUP], claims={"wardgate_type": "user"}
    )
    connector = aiohttp.TCPConnector(ssl=ssl.create_default_context(cafile=gate["ca"]))
    timeout = aiohttp.ClientTimeout(total=STEP_S)
    async with aiohttp.ClientSession(connector=connector, timeout=timeout) as session:
        visit = Visit(Caller(session, gate["url"], token), received)
        held = [await _step(step, visit, page) for step in STEPS]
    return held, visit.caller.exchanges


async def _step(step: Step, visit: Visit, page: Page) -> bool:
    try:
        told = await step.walk(visit)
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        visit.received.new()  # of this step, and nothing to the next one
        told = Told((), (Check("the gate answered", False, type(error).__name__),))
    page.step(step.title, step.lead, told)
    return told.held


def _initialised(directory: Path) -> Path:
    """A new configuration as ``wardgate init`` writes it, on free ports."""
    os.environ.update(ENVIRONMENT)  # the sidecar is a process of its own, and reads it too
    providers = dict(zip(PROVIDERS, free_ports(len(PROVIDERS)), strict=True))
    urls = {name: f"http://127.0.0.1:{port}/v1" for name, port in providers.items()}
    return initialised(directory, listen="127.0.0.1:0", providers=urls)


def _introduction(url: str, engine: str, took_s: float) -> str:
    engines = {"opa": "OPA", "embedded": "the embedded engine (`make opa` gets OPA)"}
    return (
        f"Up in {took_s:.1f} s at {url}, with files in a temporary directory.\n\n"
        "caller --TLS, token--> Envoy --decided, masked, recorded--> provider\n"
        "                         |\n"
        "             sidecar: find identifiers, ask the policy, mask, record\n\n"
        f"Decisions are by {engines.get(engine, engine)}. The models are stand-ins that write down what they receive. "
        "All patients are invented."
    )


def _closed(held: Sequence[bool], page: Page, lines: Lines, took_s: float) -> int:
    if all(held):
        page.say(f"\nAll {len(held)} steps came out as they say, in {took_s:.0f} s.", "bold green")
        page.say("Next: `make up` runs the gate until Ctrl-C; README.md puts it before a provider of your own.")
        return 0
    page.say(f"\n{held.count(False)} of {len(held)} steps did not come out as they say.", "bold red")
    _show_log(page, lines)
    return 1


def _ended_early(over: Over, page: Page, lines: Lines) -> int:
    """Somebody stopped us, or the stack did not start, or a part of it died."""
    if over.code == 0:
        page.say("Stopped before the end.")
        return INTERRUPTED
    page.say(f"The stack ended: {over.reason}", "bold red")
    _show_log(page, lines)
    return over.code


def _show_log(page: Page, lines: Lines) -> None:
    page.say("The last lines of its log:")
    for line in lines.last():
        page.log(line)
    page.say(HELP)


def free_ports(count: int) -> list[int]:
    """Ports of 127.0.0.1 that nobody listens on now, all different."""
    with ExitStack() as held:
        sockets = [held.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [one.getsockname()[1] for one in sockets]
