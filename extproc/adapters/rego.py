"""The embedded engine, for a first run and for machines without OPA. It is never the authority: OPA is.

It runs in a process of its own (``rego_worker.py``) that is asked one query at a time. A policy that it would get
wrong, or that calls the clock, the environment or the network, stops the start (``rego_plan.py``); the answer is read
as strictly as OPA's. A worker that died decides nothing, and is replaced by whoever holds it
(``embedded_engine.py``). Not covered: a policy that never ends.
"""

import asyncio
import itertools
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from dataclasses import replace
from typing import Final, Self

from extproc.adapters.bundle import Bundle
from extproc.adapters.rego_term import term
from extproc.errors import Misconfigured, PolicyMalformed, PolicyUnavailable
from extproc.policy.answer import AnswerDecision, AnswerQuery, answer_query_document, parse_answer_decision
from extproc.policy.decision import Decision
from extproc.policy.decision_document import parse_decision
from extproc.policy.query import Query
from extproc.policy.query_document import query_document

WORKER: Final = (sys.executable, "-I", "-m", "extproc.adapters.rego_worker")
ENVIRONMENT: Final = {"LANG": "C.UTF-8"}  # and nothing else: the engine shows it to policies
START_S: Final = 30.0  # half a second on an idle machine
MAX_LINE_BYTES: Final = 1 << 20


class EmbeddedPolicy:
    """The port ``Policy`` on a worker process; made by :meth:`start`."""

    def __init__(self, worker: Process, revision: str, deadline_ms: int) -> None:
        self._worker = worker
        self._revision = revision
        self._deadline_s = deadline_ms / 1000
        self._turn = asyncio.Lock()
        self._numbers = itertools.count()

    @classmethod
    async def start(cls, bundle: Bundle, deadline_ms: int) -> Self:
        """Compiles the bundle. Raises ``Misconfigured`` with why, for a policy that this engine must not run.

        A worker that ends without a word said nothing about the policy: it gets a second one.
        """
        with suppress(PolicyUnavailable):
            return await cls._started(bundle, deadline_ms)
        try:
            return await cls._started(bundle, deadline_ms)
        except PolicyUnavailable:
            raise Misconfigured("the embedded policy engine did not start") from None

    @classmethod
    async def _started(cls, bundle: Bundle, deadline_ms: int) -> Self:
        """Raises ``Misconfigured`` for the policy, ``PolicyUnavailable`` for the worker."""
        worker = await asyncio.create_subprocess_exec(
            *WORKER,
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            env=ENVIRONMENT,
            limit=MAX_LINE_BYTES,
            start_new_session=True,  # a terminal's Ctrl-C is the gate's to handle; the worker ends with its input
        )
        policy = cls(worker, bundle.revision, deadline_ms)
        try:
            async with asyncio.timeout(START_S):
                said = await policy._line({"modules": dict(bundle.modules), "data": bundle.data})
        except (TimeoutError, PolicyUnavailable):
            await policy.close()
            raise PolicyUnavailable("the embedded policy engine did not start") from None
        match said:
            case {"ready": True}:
                return policy
            case {"misconfigured": str(why)}:
                await policy.close()
                raise Misconfigured(why)
            case _:
                raise AssertionError("the worker said what no worker says")

    @property
    def revision(self) -> str:
        return self._revision

    async def decide(self, query: Query) -> Decision:
        said = await self._said("request", query_document(query))
        return replace(parse_decision(said, query.decision_id), revision=self._revision)

    async def decide_answer(self, query: AnswerQuery) -> AnswerDecision:
        said = await self._said("response", answer_query_document(query))
        return replace(parse_answer_decision(said, query.decision_id), revision=self._revision)

    async def _said(self, phase: str, question: dict[str, object]) -> object:
        try:
            async with asyncio.timeout(self._deadline_s), self._turn:
                return await self._answer(phase, term(question))
        except TimeoutError:
            raise PolicyUnavailable("no answer within the deadline") from None

    @property
    def gone(self) -> bool:
        """The worker has ended."""
        return self._worker.returncode is not None

    async def retire(self) -> None:
        """Close, once what was asked before has its answer."""
        async with self._turn:
            await self.close()

    async def close(self) -> None:
        if self._worker.returncode is None:
            self._worker.kill()
        await self._worker.wait()

    async def _answer(self, phase: str, question: str) -> object:
        """Answers to questions that were given up are passed over by their numbers."""
        number = next(self._numbers)
        said = await self._line([number, phase, question])
        while True:
            match said:
                case [int(echoed), *answer] if echoed != number:
                    said = await self._line(None)
                case [_, answer]:
                    return answer
                case _:
                    raise PolicyMalformed("the embedded policy engine has no decision")

    async def _line(self, document: object) -> object:
        """Say ``document``, unless it is ``None``, and read the next line. Raises ``PolicyUnavailable``."""
        stdin, stdout = self._worker.stdin, self._worker.stdout
        assert stdin is not None  # noqa: S101 (piped above; for the type checker)
        assert stdout is not None  # noqa: S101
        try:
            if document is not None:
                stdin.write(json.dumps(document).encode() + b"\n")
                await stdin.drain()
            line = await stdout.readline()
        except (OSError, ValueError, RuntimeError):  # a line past its limit; RuntimeError: uvloop's, of a closed pipe
            raise PolicyUnavailable("the embedded policy engine is gone") from None
        if not line.endswith(b"\n"):
            raise PolicyUnavailable("the embedded policy engine is gone")
        said: object = json.loads(line)
        return said
