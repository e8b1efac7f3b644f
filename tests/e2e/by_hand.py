"""A gate whose parts are started one by one, so that one may be killed, stopped or spoiled without the others."""

import http.client
import json
import re
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

from extproc.adapters.bundle import write_archive
from extproc.config import Policy, Sidecar
from extproc.local import envoy, opa
from tests.e2e import planted
from tests.e2e.bodies import chat
from tests.e2e.provider import WAIT_S, Providers
from tests.e2e.settings import PROCESSES, written
from tests.e2e.stack import Gate, eventually, gate_of, grounds, needs, started
from tests.e2e.wire import Door, ask


@contextmanager
def by_hand(
    providers: Providers, engine: str, module: str = "extproc.cli.app", **settings: object
) -> Iterator["ByHand"]:
    """Each part by itself, OPA too; ``settings`` are of the sections ``sidecar`` and ``policy``, by their names.

    ``module`` runs in the place of ``wardgate``: the same sidecar, spoiled for a test.
    """
    needs(engine)
    with grounds() as place, ExitStack() as stack:
        address = {"address": f"unix://{place}/opa.sock"} if engine == "opa" else {}
        sections = {name: {k: v for k, v in settings.items() if k in KNOWN[name]} for name in KNOWN}
        sections["policy"] |= {"engine": engine, **address}
        hand = ByHand(place, written(place, providers, sections), stack, {})
        if engine == "opa":
            hand.start_opa()
        hand.start_sidecars(range(PROCESSES), module)
        hand.start_envoy()
        yield hand
        hand.ask_all_to_end()


IN_A_ROW: Final = 4 * PROCESSES
KNOWN: Final = {"sidecar": set(Sidecar.model_fields), "policy": set(Policy.model_fields)}


@dataclass(slots=True)
class ByHand:
    place: Path
    config: Path
    stack: ExitStack
    parts: dict[str, subprocess.Popen[bytes]]
    gate: Gate = field(init=False)

    @property
    def archive(self) -> Path:
        """Where the OPA watches for its bundle."""
        return self.place / "policy" / "bundle.tar.gz"

    def start_opa(self) -> None:
        program = opa.binary()
        assert program is not None
        self.archive.parent.mkdir(exist_ok=True)
        write_archive(self.place / "opa", self.archive)
        (self.place / "opa.sock").unlink(missing_ok=True)
        part = opa.part(program, socket=self.place / "opa.sock", source=opa.watched(self.archive))
        self._start("opa", *part.command, module=False)
        eventually((self.place / "opa.sock").exists)

    def start_sidecars(self, indexes: Iterable[int], module: str = "extproc.cli.app") -> None:
        waited = {f"sidecar-{index}": self._served(f"sidecar-{index}") + 1 for index in indexes}
        for index in indexes:
            self._start(f"sidecar-{index}", module, "serve", "--config", str(self.config), "--index", str(index))
        for name, count in waited.items():
            eventually(partial(self._has_served, name, count))

    def ask_all_to_end(self) -> None:
        """At the same time: each sidecar gives notice before it goes."""
        for part in self.parts.values():
            part.send_signal(signal.SIGCONT)
            part.terminate()

    def start_envoy(self) -> None:
        runtime = self.place / "run"
        wardgate = (sys.executable, "-m", "extproc.cli.app", "envoy-config", "--config", str(self.config))
        subprocess.run((*wardgate, "--write", str(runtime)), check=True, capture_output=True)
        part = envoy.part(runtime / "envoy.yaml", concurrency=PROCESSES, drain_s=1)
        self._start("envoy", *part.command, module=False)
        admin = runtime / "envoy-admin.sock"
        eventually(lambda: sorted(endpoints(admin).values()) == [True] * PROCESSES)
        self.gate = gate_of(self.place, self.config, listening(admin), list(self.parts.values()))
        eventually(lambda: shakes_hands(self.gate.door))

    def all_out_of_service(self) -> None:
        """Waits until Envoy would ask no sidecar any more."""
        admin = self.place / "run" / "envoy-admin.sock"
        eventually(lambda: not any(endpoints(admin).values()))

    def all_serve(self) -> None:
        """Asks until each sidecar has served, and then each of Envoy's workers knows that there are some.

        A chain grows also by what no caller asked for (a policy comes into force), and each worker of Envoy has its own
        view of which sidecars are well: so decisions are counted, and one answer is not enough.
        """
        before = {name: self._decided(name) for name in self.sidecars()}
        in_a_row = 0

        def each() -> bool:
            nonlocal in_a_row
            in_a_row = in_a_row + 1 if ask(self.gate.door, chat(planted.CLEAN)).status == 200 else 0
            return in_a_row >= IN_A_ROW and all(self._decided(name) > count for name, count in before.items())

        eventually(each)

    def _decided(self, name: str) -> int:
        return sum(path.read_bytes().count(b'"request.decided"') for path in self.chain_of(name).iterdir())

    def kill(self, name: str) -> None:
        """``kill -9``."""
        self.parts[name].kill()
        self.parts[name].wait(WAIT_S)

    def _start(self, name: str, *command: str, module: bool = True) -> None:
        self.parts[name] = self.stack.enter_context(started(self.place, name, *command, module=module))

    def _has_served(self, name: str, count: int) -> bool:
        return self._served(name) == count

    def _served(self, name: str) -> int:
        """How often it said that it serves."""
        errors = self.place / f"{name}.err"
        return errors.read_bytes().count(b'"serving"') if errors.exists() else 0

    def chain_of(self, name: str) -> Path:
        """Where a sidecar records now."""
        said: list[str] = re.findall(r'"chain": ?"([^"]+)"', (self.place / f"{name}.err").read_text(encoding="utf-8"))
        return self.place / "audit" / said[-1]

    def sidecars(self) -> list[str]:
        return [name for name in self.parts if name.startswith("sidecar")]


def shakes_hands(door: Door) -> bool:
    try:
        door.connected("h2").close()
    except (OSError, ssl.SSLError):
        return False
    return True


# Envoy's admin interface, without a loop


def _admin(socket_path: Path, path: str) -> Any:
    connection = http.client.HTTPConnection("envoy", timeout=WAIT_S)
    connection.sock = socket.socket(socket.AF_UNIX)
    connection.sock.connect(str(socket_path))
    try:
        connection.request("GET", path)
        return json.loads(connection.getresponse().read())
    finally:
        connection.close()


def endpoints(admin: Path) -> dict[str, bool]:
    """Each sidecar and whether Envoy would send it a request; empty while Envoy is not there."""
    try:
        statuses = _admin(admin, "/clusters?format=json").get("cluster_statuses", [])
    except OSError:
        return {}
    hosts = [host for one in statuses if one["name"] == "extproc" for host in one.get("host_statuses", [])]
    return {
        host["address"]["pipe"]["path"]: not any(value is True for value in host["health_status"].values())
        for host in hosts
    }


def listening(admin: Path) -> int:
    listeners = _admin(admin, "/listeners?format=json")["listener_statuses"]
    return int(listeners[0]["local_address"]["socket_address"]["port_value"])
