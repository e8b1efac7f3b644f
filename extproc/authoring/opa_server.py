"""An OPA of our own for as long as a command runs, asked many questions at once.

Its policy is a bundle with two more rules, which map the decisions over a list of queries: one request then asks fifty
questions, and what HTTP costs is paid once. A list that cannot be answered as a whole (a builtin failed for one of its
queries) is asked again one by one, as the gate would.
"""

import asyncio
import os
import re
import subprocess
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import aiohttp
import orjson

from extproc.adapters.bundle import DATA, write_archive
from extproc.adapters.bundle_files import Files, read_files
from extproc.authoring.about import About
from extproc.authoring.opa_runs import needed
from extproc.errors import Misconfigured

MANY: Final = """package wardgate_authoring

request := {sprintf("%d", [i]): decision |
	some i, query in input
	decision := data.gate.request.decision with input as query
}

response := {sprintf("%d", [i]): decision |
	some i, query in input
	decision := data.gate.response.decision with input as query
}
"""
"""A rule for each ``About``, of its name."""
BATCH: Final = "wardgate_authoring/{}"
ONE: Final = "gate/{}/decision"
COMMENT: Final = re.compile(rb"^[ \t]*#.*$", re.MULTILINE)
START_S: Final = 30.0
POLL_S: Final = 0.05
CONNECTIONS: Final = 64
MEMORY: Final = {"GOGC": "off", "GOMEMLIMIT": "512MiB"}
"""Garbage is collected when there is that much of it, not at each doubling of a few MB: a quarter less CPU."""
SAID: Final = "opa.log"

Answer = object
"""A decision, not yet checked; ``None`` where the policy has none."""


class Server:
    """Made by :func:`serving`."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def ask(self, about: About, queries: Sequence[bytes]) -> list[Answer]:
        """An answer for each of ``queries`` (JSON texts), in their order. Raises ``Misconfigured`` if OPA is gone."""
        found = await self._result(BATCH.format(about), b"[" + b",".join(queries) + b"]")
        if isinstance(found, dict):
            return [found.get(str(index)) for index in range(len(queries))]
        return [await self._result(ONE.format(about), query) for query in queries]

    async def _result(self, rule: str, term: bytes) -> object:
        url = f"http://opa/v1/data/{rule}?strict-builtin-errors=true"
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
    """What decides of the bundle and the two rules more, as the archive that OPA is given."""
    tree = place / "tree"
    tree.mkdir()
    for name, content in uncommented(read_files(bundle)).items():
        if name.suffix == ".rego" or name.name == DATA:
            target = tree / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    write_archive(tree, place / "as-it-is.tar.gz")  # first without our rules: a bundle without any is said to be none
    (tree / "wardgate_authoring.rego").write_text(MANY, encoding="utf-8")
    write_archive(tree, place / "bundle.tar.gz")


def uncommented(files: Files) -> Files:
    """Rego without its comments, lines where they were: OPA goes through the annotations of each rule that it
    evaluates, which is a tenth of its time. A bundle that reads its annotations keeps them, and so does a file with
    texts of several lines, in which a comment's sign may stand."""
    rego = {name: content for name, content in files.items() if name.suffix == ".rego"}
    if any(b"rego.metadata" in content for content in rego.values()):
        return files
    return {**files, **{name: COMMENT.sub(b"", content) for name, content in rego.items() if b"`" not in content}}


def _started(place: Path) -> "subprocess.Popen[bytes]":
    where = ("--addr", f"unix://{place}/opa.sock", "--unix-socket-perm", "600", "--bundle", f"{place}/bundle.tar.gz")
    quiet = ("--log-level", "error", "--log-format", "text", "--skip-version-check")
    with (place / SAID).open("wb") as said:
        return subprocess.Popen(  # noqa: S603
            (str(needed()), "run", "--server", *where, *quiet),
            stdout=subprocess.DEVNULL,
            stderr=said,
            env={**os.environ, **MEMORY},
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
