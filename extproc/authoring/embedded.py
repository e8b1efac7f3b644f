"""The embedded engine, asked with documents rather than with queries of exchanges; in a process of its own, as ever."""

import json
import subprocess
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from extproc.adapters.bundle import read_bundle
from extproc.adapters.rego import ENVIRONMENT, WORKER
from extproc.adapters.rego_term import term
from extproc.authoring.about import About
from extproc.errors import Misconfigured


class Embedded:
    """Made by :func:`embedded`."""

    def __init__(self, worker: "subprocess.Popen[str]") -> None:
        self._worker = worker

    async def ask(self, about: About, queries: Sequence[bytes]) -> list[object]:
        """As an OPA is asked (``opa_server``). Raises ``Misconfigured`` if the engine is gone."""
        return [self.said([0, about.value, term(json.loads(query))]) for query in queries]

    def said(self, document: object) -> object:
        """The decision in the worker's answer; ``None`` where it has none."""
        match self._line(document):
            case [_, answer]:
                return answer
            case _:
                return None

    def _line(self, document: object) -> object:
        assert self._worker.stdin is not None and self._worker.stdout is not None  # piped below  # noqa: S101, PT018
        try:
            self._worker.stdin.write(json.dumps(document) + "\n")
            self._worker.stdin.flush()
            line = self._worker.stdout.readline()
        except OSError:
            line = ""
        if not line:
            raise Misconfigured("the embedded policy engine is gone")
        said: object = json.loads(line)
        return said

    def begin(self, bundle: Path) -> None:
        """Raises ``Misconfigured`` with why, for a policy that this engine must not run."""
        read = read_bundle(bundle)
        match self._line({"modules": dict(read.modules), "data": read.data}):
            case {"misconfigured": str(why)}:
                raise Misconfigured(why)


@asynccontextmanager
async def embedded(bundle: Path) -> AsyncIterator[Embedded]:
    """The engine with the bundle directory ``bundle``. Raises ``Misconfigured``."""
    worker = subprocess.Popen(  # noqa: S603, ASYNC220
        WORKER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=ENVIRONMENT
    )
    try:
        engine = Embedded(worker)
        engine.begin(bundle)
        yield engine
    finally:
        worker.kill()
        worker.communicate()
