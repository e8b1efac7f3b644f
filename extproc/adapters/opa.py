"""The authority: a real OPA server, asked over a Unix socket or loopback HTTP.

One question is one POST on a kept connection, with one deadline over all of it, and no second try: a policy that did
not answer in time has not allowed. The answer must come from the bundle that this process was set up with: OPA names
the revision of the bundle it decided by (``provenance``), and another one, or none, is malformed. Nothing of an
answer, and no text of an exception of the client's, leaves this file.

Not covered: starting OPA, and whether the bundle that names the revision is what it says (bundle signatures).
"""

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Self, TypeVar

import aiohttp
import orjson

from extproc.errors import Misconfigured, PolicyMalformed, PolicyUnavailable, TrailUnavailable
from extproc.policy.answer import AnswerDecision, AnswerQuery, answer_query_document, parse_answer_decision
from extproc.policy.decision import Decision
from extproc.policy.decision_document import parse_decision
from extproc.policy.query import Query
from extproc.policy.query_document import query_document

DECISION: Final = "/v1/data/gate/request/decision?provenance=true&strict-builtin-errors=true"
ANSWER: Final = DECISION.replace("request", "response")
HEALTH: Final = "/health?bundles"
POLICIES: Final = "/v1/policies"
DATA: Final = "/v1/data/wardgate?provenance=true"
UNIX: Final = "unix://"
HEALTH_DEADLINE_S: Final = 1.0  # asked at the start only, when an OPA may still be reading its bundle
HELD_DEADLINE_S: Final = 5.0
MAX_ANSWER_BYTES: Final = 1 << 20
MAX_HELD_BYTES: Final = 64 << 20
MAX_CONNECTIONS: Final = 256
HEADERS: Final = {"content-type": "application/json", "accept-encoding": "identity"}
REVISION: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,127}")


Said = TypeVar("Said", Decision, AnswerDecision)


@dataclass(frozen=True, slots=True)
class InForce:
    """A bundle that may decide: what OPA calls it, and what records do."""

    named: str
    revision: str


@dataclass(frozen=True, slots=True)
class Held:
    """What OPA has in it: JSON with its ``revision``, the sources of its ``modules``, and the ``data`` below
    ``data.wardgate``. The same gives the same bytes."""

    revision: str
    data: object
    modules: dict[str, str]
    document: bytes


@dataclass(frozen=True, slots=True)
class Expected:
    """A bundle that OPA may take at any moment. ``arrived`` is called before the first decision by it is believed;
    where it raises ``TrailUnavailable`` nothing changes."""

    bundle: InForce
    arrived: Callable[[], None]


Learned = Callable[[str], None]
"""Told of a bundle that OPA took from somebody else, by OPA's name, before a decision by it is believed."""


class OpaPolicy:
    """The port ``Policy`` on an OPA server. Made in a running loop; ``close`` gives the connections back."""

    def __init__(self, address: str, revision: str, deadline_ms: int, *, named: str = "") -> None:
        """``address`` is ``unix:///path`` or ``http://host:port``; ``revision`` the one that OPA must decide by, which
        it calls ``named`` where that is something else. Both are empty where :attr:`learned` is to say."""
        self._base, connector = _dial(address)
        self.in_force = InForce(named or revision, revision)
        self.expected: Expected | None = None
        self.learned: Learned | None = None
        """Set where OPA is given its bundles by somebody else: whichever it decides by is then believed."""
        self._deadline_s = deadline_ms / 1000
        self._session = aiohttp.ClientSession(
            connector=connector,
            headers=HEADERS,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None),  # the deadline below covers more than the client's would
            auto_decompress=False,
        )

    @property
    def revision(self) -> str:
        return self.in_force.revision

    async def decide(self, query: Query) -> Decision:
        return await self._decided(
            DECISION, query_document(query), lambda document: parse_decision(document, query.decision_id)
        )

    async def decide_answer(self, query: AnswerQuery) -> AnswerDecision:
        return await self._decided(
            ANSWER, answer_query_document(query), lambda document: parse_answer_decision(document, query.decision_id)
        )

    async def _decided(self, path: str, question: dict[str, object], parse: Callable[[object], Said]) -> Said:
        asked_under = self.in_force
        status, answer = await self._exchange("POST", path, _body(question), self._deadline_s)
        if status >= 500:
            raise PolicyUnavailable("the policy engine failed")
        if status != 200:
            raise PolicyMalformed("the policy engine refused the question")
        result, named = _result(answer)
        decision = parse(result)
        return replace(decision, revision=self._believed(named, asked_under))

    async def healthy(self) -> bool:
        """Whether the server answers, with its bundles loaded."""
        try:
            status, _ = await self._exchange("GET", HEALTH, None, HEALTH_DEADLINE_S)
        except (PolicyUnavailable, PolicyMalformed):
            return False
        return status == 200

    async def held(self) -> Held:
        """What OPA decides by now. Raises ``PolicyUnavailable``; ``PolicyMalformed`` where it changed meanwhile."""
        data, revision = before = await self._data()
        policies = await self._shown(POLICIES)
        if await self._data() != before:
            raise PolicyMalformed("the policy engine changed while it was read")
        modules = _sources(policies)
        document = {"revision": revision, "modules": modules, "data": data}
        return Held(revision, data, modules, orjson.dumps(document, option=orjson.OPT_SORT_KEYS))

    async def _data(self) -> tuple[object, str]:
        return _result(await self._shown(DATA))

    async def _shown(self, path: str) -> bytes:
        status, answer = await self._exchange("GET", path, None, HELD_DEADLINE_S, MAX_HELD_BYTES)
        if status != 200:
            raise PolicyMalformed("the policy engine does not show what it holds")
        return answer

    async def close(self) -> None:
        await self._session.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _exchange(
        self, method: str, path: str, body: bytes | None, deadline_s: float, limit_bytes: int = MAX_ANSWER_BYTES
    ) -> tuple[int, bytes]:
        try:
            async with (
                asyncio.timeout(deadline_s),
                self._session.request(method, self._base + path, data=body, allow_redirects=False) as response,
            ):
                return response.status, await _bounded(response.content, limit_bytes)
        except TimeoutError:
            raise PolicyUnavailable("no answer within the deadline") from None
        except (aiohttp.ClientError, OSError, ValueError):  # ValueError: a line that is not HTTP's
            raise PolicyUnavailable("no answer") from None

    def _believed(self, named: str, asked_under: InForce) -> str:
        """The revision by which a good decision was made."""
        for one in (asked_under, self.in_force):
            if named == one.named:
                return one.revision
        try:
            self._change(named)
        except TrailUnavailable:
            raise PolicyUnavailable("another policy cannot be recorded, so it is not in force") from None
        return self.in_force.revision

    def _change(self, named: str) -> None:
        if self.expected is not None and named == self.expected.bundle.named:
            self.expected.arrived()
            self.in_force, self.expected = self.expected.bundle, None
        elif self.learned is not None:
            self.learned(named)
            self.in_force = InForce(named, named)
        else:
            raise PolicyMalformed("the policy engine decided by another bundle than the configured one")


def _result(answer: bytes) -> tuple[object, str]:
    """The member ``result``, which is absent where the decision is undefined, and what OPA calls its bundle."""
    try:
        document = orjson.loads(answer)
    except orjson.JSONDecodeError:
        raise PolicyMalformed("the answer is not JSON") from None
    match document:
        case {"result": result, "provenance": {"bundles": dict(bundles)}}:
            return result, _named(bundles)
        case {"result": _}:
            raise PolicyMalformed("the policy engine does not say by which bundle it decided")
        case _:
            raise PolicyMalformed("the decision is undefined")


def _sources(answer: bytes) -> dict[str, str]:
    try:
        return {one["id"]: one["raw"] for one in orjson.loads(answer)["result"]}
    except (orjson.JSONDecodeError, KeyError, TypeError):
        raise PolicyMalformed("the policy engine does not show its modules") from None


def _dial(address: str) -> tuple[str, aiohttp.BaseConnector]:
    if address.startswith(UNIX):
        return "http://opa", aiohttp.UnixConnector(address.removeprefix(UNIX), limit=MAX_CONNECTIONS)
    if address.startswith("http://"):
        return address.rstrip("/"), aiohttp.TCPConnector(limit=MAX_CONNECTIONS)
    raise Misconfigured("policy.address: give unix:///path or http://host:port")


def _body(question: dict[str, object]) -> bytes:
    try:
        return orjson.dumps({"input": question})
    except TypeError:  # a lone surrogate in a claim, an integer past 64 bits
        raise PolicyMalformed("the query cannot be written as JSON") from None


async def _bounded(content: aiohttp.StreamReader, limit_bytes: int) -> bytes:
    body = bytearray()
    async for chunk in content.iter_any():
        body += chunk
        if len(body) > limit_bytes:
            raise PolicyMalformed("the answer is too long to be a decision")
    return bytes(body)


def _named(bundles: Mapping[str, object]) -> str:
    """The revision that all of OPA's bundles have. Several at once are several policies, and none of them decided."""
    match [one.get("revision") if isinstance(one, dict) else None for one in bundles.values()]:
        case [str(named), *others] if REVISION.fullmatch(named) and all(other == named for other in others):
            return named
        case _:
            raise PolicyMalformed("the policy engine does not name the one bundle by which it decided")
