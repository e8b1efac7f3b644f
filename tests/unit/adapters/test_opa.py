"""Whatever the policy server does, the answer is a decision or a closed failure."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web

from extproc.adapters.opa import Expected, InForce, OpaPolicy
from extproc.errors import Misconfigured, PolicyMalformed, PolicyUnavailable
from extproc.policy.decision import Verdict
from tests.support.answers import allowed, denied
from tests.support.queries import QUERY

REVISION = "sha256:" + "ab" * 32
PROVENANCE = {"version": "1.20.2", "bundles": {"bundle.tar.gz": {"revision": REVISION}}}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def served(handler: Handler, place: Path, deadline_ms: int = 2_000) -> AsyncIterator[OpaPolicy]:
    """A policy on a server of ours, over a Unix socket."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.UnixSite(runner, str(place / "opa.sock")).start()
    try:
        async with OpaPolicy(f"unix://{place}/opa.sock", REVISION, deadline_ms) as policy:
            yield policy
    finally:
        await runner.cleanup()


def saying(body: bytes, status: int = 200, **headers: str) -> Handler:
    async def handler(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body, status=status, headers=headers)

    return handler


def result(document: object, provenance: object = PROVENANCE) -> bytes:
    return json.dumps({"result": document, "provenance": provenance}).encode()


async def test_the_query_is_asked_as_opas_data_api_wants_it(tmp_path: Path) -> None:
    asked: list[web.Request] = []
    inputs: list[object] = []

    async def handler(request: web.Request) -> web.StreamResponse:
        asked.append(request)
        inputs.append(await request.json())
        return web.Response(body=result(allowed()))

    async with served(handler, tmp_path) as policy:
        assert (await policy.decide(QUERY)).verdict is Verdict.ALLOW
        assert policy.revision == REVISION
    [request] = asked
    assert (request.method, request.path) == ("POST", "/v1/data/gate/request/decision")
    assert dict(request.query) == {"provenance": "true", "strict-builtin-errors": "true"}
    [document] = inputs
    assert isinstance(document, dict)
    assert list(document) == ["input"]
    assert document["input"]["decision_id"] == QUERY.decision_id


async def test_one_connection_serves_many_questions(tmp_path: Path) -> None:
    peers: set[int] = set()

    async def handler(request: web.Request) -> web.StreamResponse:
        peers.add(id(request.transport))
        return web.Response(body=result(allowed()))

    async with served(handler, tmp_path) as policy:
        for _ in range(5):
            await policy.decide(QUERY)
    assert len(peers) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"null",
        b"[]",
        b"not JSON",
        b'{"result": ',
        b"\xff\xfe",
        json.dumps({"provenance": PROVENANCE}).encode(),
        json.dumps({"result": allowed()}).encode(),
        result(None),
        result({}),
        result({**allowed(), "decision_id": "dec-2"}),
        result({**allowed(), "verdict": "maybe"}),
        result({**denied(), "verdict": "allow"}),
        result(allowed(), {"bundles": {}}),
        result(allowed(), {"bundles": {"a": {"revision": "sha256:other"}}}),
        result(allowed(), {"bundles": {"a": {"revision": REVISION}, "b": {"revision": "sha256:other"}}}),
        result(allowed(), {"bundles": {"a": None}}),
        result(allowed(), {"revision": REVISION}),
        result(allowed()) + b" " * (1 << 20),
    ],
)
async def test_an_answer_that_is_no_decision_is_malformed(body: bytes, tmp_path: Path) -> None:
    async with served(saying(body), tmp_path) as policy:
        with pytest.raises(PolicyMalformed) as caught:
            await policy.decide(QUERY)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (500, PolicyUnavailable),
        (503, PolicyUnavailable),
        (400, PolicyMalformed),
        (404, PolicyMalformed),
        (204, PolicyMalformed),
        (302, PolicyMalformed),
    ],
)
async def test_another_status_is_a_failure_whatever_the_body_says(
    status: int, error: type[Exception], tmp_path: Path
) -> None:
    async with served(saying(result(allowed()), status, location="/elsewhere"), tmp_path) as policy:
        with pytest.raises(error) as caught:
            await policy.decide(QUERY)
    assert caught.value.__cause__ is None


async def test_a_slow_answer_is_unavailable_at_the_deadline_and_not_asked_again(tmp_path: Path) -> None:
    asked = 0
    over = asyncio.Event()

    async def handler(_: web.Request) -> web.StreamResponse:
        nonlocal asked
        asked += 1
        await over.wait()
        return web.Response(body=result(allowed()))

    async with served(handler, tmp_path, deadline_ms=100) as policy:
        with pytest.raises(PolicyUnavailable):
            await policy.decide(QUERY)
        over.set()
    assert asked == 1


async def test_an_answer_that_never_ends_is_unavailable_at_the_deadline(tmp_path: Path) -> None:
    over = asyncio.Event()

    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b'{"result":')
        await over.wait()
        return response

    async with served(handler, tmp_path, deadline_ms=100) as policy:
        with pytest.raises(PolicyUnavailable):
            await policy.decide(QUERY)
        over.set()


async def test_a_connection_cut_within_the_answer_is_unavailable_and_not_asked_again(tmp_path: Path) -> None:
    asked = 0

    async def handler(request: web.Request) -> web.StreamResponse:
        nonlocal asked
        asked += 1
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    async with served(handler, tmp_path) as policy:
        with pytest.raises(PolicyUnavailable):
            await policy.decide(QUERY)
    assert asked == 1


async def test_what_is_not_http_is_unavailable(tmp_path: Path) -> None:
    async def talk(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"SSH-2.0-nothing\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_unix_server(talk, tmp_path / "opa.sock")
    async with server, OpaPolicy(f"unix://{tmp_path}/opa.sock", REVISION, 2_000) as policy:
        with pytest.raises(PolicyUnavailable):
            await policy.decide(QUERY)


async def test_no_server_is_unavailable_and_it_decides_once_there_is_one(tmp_path: Path) -> None:
    async with OpaPolicy(f"unix://{tmp_path}/opa.sock", REVISION, 2_000) as policy:
        assert not await policy.healthy()
        with pytest.raises(PolicyUnavailable):
            await policy.decide(QUERY)
        async with served(saying(result(allowed())), tmp_path):
            assert await policy.healthy()
            assert (await policy.decide(QUERY)).verdict is Verdict.ALLOW


async def test_a_server_that_is_not_ready_is_not_healthy(tmp_path: Path) -> None:
    async with served(saying(b"{}", 500), tmp_path) as policy:
        assert not await policy.healthy()


async def test_a_query_that_is_no_json_is_not_asked(tmp_path: Path) -> None:
    async with served(saying(result(allowed())), tmp_path) as policy:
        with pytest.raises(PolicyMalformed):
            await policy.decide(replace(QUERY, request_id="\ud800"))


async def test_a_question_asked_before_a_change_may_be_answered_by_what_was_in_force_then(tmp_path: Path) -> None:
    first_waits, first_may_go = asyncio.Event(), asyncio.Event()

    async def handler(request: web.Request) -> web.StreamResponse:
        if not first_waits.is_set():
            first_waits.set()
            await first_may_go.wait()
            return web.Response(body=result(allowed()))
        return web.Response(body=result(allowed(), {"bundles": {"a": {"revision": "sha256:new"}}}))

    arrivals: list[str] = []
    async with served(handler, tmp_path) as policy:
        policy.expected = Expected(InForce("sha256:new", "sha256:new"), lambda: arrivals.append("new"))
        early = asyncio.create_task(policy.decide(QUERY))
        await first_waits.wait()
        assert (await policy.decide(QUERY)).revision == policy.revision == "sha256:new"
        first_may_go.set()
        assert (await early).revision == REVISION
    assert arrivals == ["new"]


async def test_an_answer_outside_the_schema_changes_nothing(tmp_path: Path) -> None:
    provenance = {"bundles": {"a": {"revision": "sha256:new"}}}
    async with served(saying(result({**allowed(), "verdict": "maybe"}, provenance)), tmp_path) as policy:
        policy.expected = Expected(InForce("sha256:new", "sha256:new"), lambda: None)
        with pytest.raises(PolicyMalformed):
            await policy.decide(QUERY)
        assert (policy.revision, policy.expected is None) == (REVISION, False)


async def test_what_opa_calls_a_bundle_is_not_what_records_call_it(tmp_path: Path) -> None:
    provenance = {"bundles": {"a": {"revision": "r17"}}}
    named = OpaPolicy(f"unix://{tmp_path}/opa.sock", REVISION, 2_000, named="r17")
    async with served(saying(result(allowed(), provenance)), tmp_path), named as policy:
        assert (await policy.decide(QUERY)).revision == REVISION


@pytest.mark.parametrize("address", ["opa.sock", "https://opa.example.org", "tcp://127.0.0.1:8181", ""])
async def test_an_address_of_another_kind_stops_the_start(address: str) -> None:
    with pytest.raises(Misconfigured, match=r"policy\.address"):
        OpaPolicy(address, REVISION, 100)
