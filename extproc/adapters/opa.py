"""The authority: a real OPA server, asked over a Unix socket or loopback HTTP.

One question is one POST on a kept connection, with one deadline over all of it, and no second try: a policy that did
not answer in time has not allowed. The answer must come from the bundle that this process was set up with: OPA names
the revision of the bundle it decided by (``provenance``), and another one, or none, is malformed. Nothing of an
answer, and no text of an exception of the client's, leaves this file.

Not covered: starting OPA, and whether the bundle that names the revision is what it says (bundle signatures).
"""

import asyncio
from collections.abc import Mapping
from typing import Final, Self

import aiohttp
import orjson

from extproc.errors import Misconfigured, PolicyMalformed, PolicyUnavailable
from extproc.policy.decision import Decision
from extproc.policy.decision_document import parse_decision
from extproc.policy.query import Query
from extproc.policy.query_document import query_document

DECISION: Final = "/v1/data/gate/request/decision?provenance=true&strict-builtin-errors=true"
HEALTH: Final = "/health?bundles"
UNIX: Final = "unix://"
HEALTH_DEADLINE_S: Final = 1.0  # asked at the start only, when an OPA may still be reading its bundle
MAX_ANSWER_BYTES: Final = 1 << 20
MAX_CONNECTIONS: Final = 256
HEADERS: Final = {"content-type": "application/json", "accept-encoding": "identity"}


class OpaPolicy:
    """The port ``Policy`` on an OPA server. Made in a running loop; ``close`` gives the connections back."""

    def __init__(self, address: str, revision: str, deadline_ms: int) -> None:
        """``address`` is ``unix:///path`` or ``http://host:port``; ``revision`` the one that OPA must decide by."""
        self._base, connector = _dial(address)
        self._revision = revision
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
        return self._revision

    async def decide(self, query: Query) -> Decision:
        body = _body(query)
        status, answer = await self._exchange("POST", DECISION, body, self._deadline_s)
        if status >= 500:
            raise PolicyUnavailable("the policy engine failed")
        if status != 200:
            raise PolicyMalformed("the policy engine refused the question")
        return parse_decision(self._result(answer), query.decision_id)

    async def healthy(self) -> bool:
        """Whether the server answers, with its bundles loaded."""
        try:
            status, _ = await self._exchange("GET", HEALTH, None, HEALTH_DEADLINE_S)
        except (PolicyUnavailable, PolicyMalformed):
            return False
        return status == 200

    async def close(self) -> None:
        await self._session.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _exchange(self, method: str, path: str, body: bytes | None, deadline_s: float) -> tuple[int, bytes]:
        try:
            async with (
                asyncio.timeout(deadline_s),
                self._session.request(method, self._base + path, data=body, allow_redirects=False) as response,
            ):
                return response.status, await _bounded(response.content)
        except TimeoutError:
            raise PolicyUnavailable("no answer within the deadline") from None
        except (aiohttp.ClientError, OSError, ValueError):  # ValueError: a line that is not HTTP's
            raise PolicyUnavailable("no answer") from None

    def _result(self, answer: bytes) -> object:
        """The member ``result``, which is absent where the decision is undefined."""
        try:
            document = orjson.loads(answer)
        except orjson.JSONDecodeError:
            raise PolicyMalformed("the answer is not JSON") from None
        match document:
            case {"result": result, "provenance": {"bundles": dict(bundles)}}:
                if _revisions(bundles) != {self._revision}:
                    raise PolicyMalformed("the policy engine decided by another bundle than the configured one")
                return result
            case {"result": _}:
                raise PolicyMalformed("the policy engine does not say by which bundle it decided")
            case _:
                raise PolicyMalformed("the decision is undefined")


def _dial(address: str) -> tuple[str, aiohttp.BaseConnector]:
    if address.startswith(UNIX):
        return "http://opa", aiohttp.UnixConnector(address.removeprefix(UNIX), limit=MAX_CONNECTIONS)
    if address.startswith("http://"):
        return address.rstrip("/"), aiohttp.TCPConnector(limit=MAX_CONNECTIONS)
    raise Misconfigured("policy.address: give unix:///path or http://host:port")


def _body(query: Query) -> bytes:
    try:
        return orjson.dumps({"input": query_document(query)})
    except TypeError:  # a lone surrogate in a claim, an integer past 64 bits
        raise PolicyMalformed("the query cannot be written as JSON") from None


async def _bounded(content: aiohttp.StreamReader) -> bytes:
    body = bytearray()
    async for chunk in content.iter_any():
        body += chunk
        if len(body) > MAX_ANSWER_BYTES:
            raise PolicyMalformed("the answer is too long to be a decision")
    return bytes(body)


def _revisions(bundles: Mapping[str, object]) -> set[object]:
    return {one.get("revision") if isinstance(one, dict) else None for one in bundles.values()}
