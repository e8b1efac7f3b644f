"""An OPA of our own for as long as a command runs, asked many questions at once.

Its policy is a bundle with one more rule, which maps the decision over a list of queries: one request then asks fifty
questions, and what HTTP costs is paid once. A list that cannot be answered as a whole (a builtin failed for one of its
queries) is asked again one by one, as the gate would.
"""

import asyncio
import os
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import aiohttp
import orjson

from extproc.adapters.bundle import DATA, write_archive
from extproc.authoring.opa_runs import needed
from extproc.errors import Misconfigured

MANY: Final = """package wardgate_authoring

decisions := {sprintf("%d", [i]): decision |
	some i, query in input
	decision := data.gate.request.decision with input as query
}
"""
BATCH_URL: Final = "http://opa/v1/data/wardgate_authoring/decisions?strict-builtin-errors=true"
ONE_URL: Final = "http://opa/v1/data/gate/request/decision?strict-builtin-errors=true"
START_S: Final = 30.0
POLL_S: Final = 0.05
CONNECTIONS: Final = 64
GOGC: Final = "400"
SAID: Final = "opa.log"

Answer = object
"""A decision, not yet checked; ``None`` where the policy has none."""


class Server:
    """Made by :func:`serving`."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def ask(self, queries: Sequence[bytes]) -> list[Answer]:
        """An answer for each of ``queries`` (JSON texts), in their order. Raises ``Misconfigured`` if OPA is gone."""
        found = await self._result(BATCH_URL, b"[" + b",".join(queries) + b"]")
        if isinstance(found, dict):
            return [found.get(str(index)) for index in range(len(queries))]
        return [await self._result(ONE_URL, query) for query in queries]

    async def _result(self, url: str, term: bytes) -> object:
        try:
            async with self._session.post(url, data=b'{"input":' + term + b"}") as response:
                body = await response.read()
        except (aiohttp.ClientError, OSError):
            raise Misconfigured("opa: the server of this command has gone") from None
        answer = orjson.loads(body) if response.status == 200 else None
        return answer.get("result") if isinstance(answer, dict) else None


@asynccontextmanager
async def serving(bundle: Path) -> AsyncIterator[Server]:
    """An OPA with the bundle directory ``bundle``. Raises ``Misconfigured``, with what OPA has against it."""
    with tempfile.TemporaryDirectory(prefix="wardgate-") as name:
        place = Path(name)
        _pack(bundle, place)
        process = _started(place)
        connector = aiohttp.UnixConnector(str(place / "opa.sock"), limit=CONNECTIONS)
        try:
            async with aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=None)) as session:
                await _ready(session, process, place)
                yield Server(session)
        finally:
            process.kill()
            process.wait()


def _pack(bundle: Path, place: Path) -> None:
    """The bundle's own files and the one rule more, as the archive that OPA is given."""
    tree = place / "tree"
    for file in (path for path in bundle.rglob("*") if path.suffix == ".rego" or path.name == DATA):
        target = tree / file.relative_to(bundle)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    tree.mkdir(exist_ok=True)
    write_archive(tree, place / "as-it-is.tar.gz")  # first without our rule: a bundle without any is said to be none
    (tree / "wardgate_authoring.rego").write_text(MANY, encoding="utf-8")
    write_archive(tree, place / "bundle.tar.gz")


def _started(place: Path) -> "subprocess.Popen[bytes]":
    where = ("--addr", f"unix://{place}/opa.sock", "--unix-socket-perm", "600", "--bundle", f"{place}/bundle.tar.gz")
    quiet = ("--log-level", "error", "--log-format", "text", "--skip-version-check")
    with (place / SAID).open("wb") as said:
        return subprocess.Popen(  # noqa: S603
            (str(needed()), "run", "--server", *where, *quiet),
            stdout=subprocess.DEVNULL,
            stderr=said,
            env={**os.environ, "GOGC": GOGC},
        )


async def _ready(session: aiohttp.ClientSession, process: "subprocess.Popen[bytes]", place: Path) -> None:
    try:
        async with asyncio.timeout(START_S):
            while not await _healthy(session):
                if process.poll() is not None:
                    raise Misconfigured(f"opa does not take this bundle: {(place / SAID).read_text().strip()}")
                await asyncio.sleep(POLL_S)
    except TimeoutError:
        raise Misconfigured(f"opa did not answer within {START_S:.0f} s") from None


async def _healthy(session: aiohttp.ClientSession) -> bool:
    try:
        async with session.get("http://opa/health?bundles") as response:
            return response.status == 200
    except (aiohttp.ClientError, OSError):
        return False
