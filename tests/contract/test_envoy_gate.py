"""What the real Envoy does with ``envoy/gateway.yaml``: who gets in, where it goes, what a provider receives."""

import asyncio
import json
import ssl
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import jwt
import pytest
import pytest_asyncio
import yarl
from aiohttp import web

from extproc.adapters import envoy_config
from extproc.adapters.runtime_files import RuntimeFiles
from extproc.config import Settings, load
from extproc.local import envoy, identity
from extproc.local.ca import Authority
from extproc.local.init import initialised
from extproc.local.part import Running
from extproc.local.polling import answers_yes
from extproc.local.provider import Provider
from tests.contract.ext_proc_stand_in import StandIn

pytestmark = pytest.mark.asyncio(loop_scope="module")

BODY = b'{"model":"m","messages":[{"role":"user","content":"hello"}]}'
PLANTED = "219-09-9999"

EXTRA = """
[providers.keyed]
base_url = {keyed}
credential_file = "secrets/keyed.key"
header = "x-goog-api-key"
header_value_prefix = "Key "
models = ["keyed-chat"]

[providers.notes]
dialect = "generic-json"
base_url = {notes}

[providers.away]
base_url = "http://127.0.0.1:1/v1"

[providers.secure]
base_url = {secure}
ca = "ours.pem"

[providers.stranger]
base_url = {secure}
ca = "certs/ca.pem"

[providers.misnamed]
base_url = {misnamed}
ca = "ours.pem"

[[identity]]
issuer = "https://second.invalid"
audiences = ["wardgate"]
jwks = {jwks}
stand_in_key = "second.key"
"""


@dataclass
class World:
    """A running Envoy between a sidecar and a provider that both keep what they are told."""

    settings: Settings
    url: str
    sidecar: StandIn
    provider: Provider
    lines: list[str]
    context: ssl.SSLContext
    token: str = field(repr=False)

    async def ask(
        self, path: str = "/v1/chat/completions", *, data: bytes | None = BODY, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        sent = {"authorization": f"Bearer {self.token}", "content-type": "application/json"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connector = aiohttp.TCPConnector(ssl=self.context)
        async with (
            aiohttp.ClientSession(connector=connector, skip_auto_headers=["user-agent"]) as session,
            session.post(self.url + path, data=data, headers={k: v for k, v in sent.items() if v}) as answer,
        ):
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, await answer.read()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running() -> AsyncIterator[World]:
    with tempfile.TemporaryDirectory(prefix="wg-") as place:  # short: Unix sockets have short paths
        async with AsyncExitStack() as stack:
            provider, sidecar, lines = Provider(), StandIn(), []
            stack.push_async_callback(provider.stop)
            settings = await settled(Path(place) / "g", provider, stack)
            files = RuntimeFiles(settings.sidecar.sockets).prepared()
            server = sidecar.server(files.sidecar(0))
            await server.start()
            stack.push_async_callback(server.stop, 0)
            written = envoy_config.write(settings, processes=1, runtime=files.directory)
            part = envoy.part(written, concurrency=1, drain_s=1)
            gate = await Running.started(part, lambda _, line: lines.append(line))
            stack.push_async_callback(gate.stop, asyncio.Event())
            admin = envoy.Admin(files.admin)
            port = await asyncio.wait_for(envoy.in_service(admin, 1), 30)
            context = ssl.create_default_context(cafile=str(settings.listen.ca))
            yield World(settings, f"https://127.0.0.1:{port}", sidecar, provider, lines, context, token_of(settings))


async def settled(place: Path, provider: Provider, stack: AsyncExitStack) -> Settings:
    """A demo's settings, and more: providers with a key, with TLS, away; an issuer whose keys are asked for."""
    base, (secure_port, authority), second = await provider.start(), await secured(provider), identity.made()
    config = initialised(place, listen="127.0.0.1:0")
    urls = {
        "keyed": f"{base}/deep/v1/",
        "notes": f"{base}/notes",
        "secure": f"https://localhost:{secure_port}/v1",
        "misnamed": f"https://127.0.0.1:{secure_port}/v1",
        "jwks": await serving(second.jwks, stack),
    }
    with config.open("a", encoding="utf-8") as more:
        more.write(EXTRA.format(**{name: json.dumps(url) for name, url in urls.items()}))
    (place / "ours.pem").write_bytes(authority.certificate)
    (place / "second.key").write_bytes(second.key)
    (place / "secrets" / "keyed.key").write_text("first-key\n", encoding="utf-8")
    return load(config, {"WARDGATE_PROVIDERS__DEMO-CLOUD__BASE_URL": f"{base}/v1"})


async def secured(provider: Provider) -> tuple[int, Authority]:
    """The same provider on a TLS port, with a certificate for ``localhost`` and nothing else."""
    authority = Authority.made("another CA")
    signed = authority.server(["localhost"])
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    with tempfile.NamedTemporaryFile() as both:
        both.write(signed.certificate + signed.key)
        both.flush()
        context.load_cert_chain(both.name)
    url = await provider.start(tls=context)
    return int(url.rpartition(":")[2]), authority


async def serving(text: str, stack: AsyncExitStack) -> str:
    """The address at which an issuer's keys are to be had."""

    async def answer(_: web.BaseRequest) -> web.Response:
        return web.Response(text=text, content_type="application/json")

    runner = web.ServerRunner(web.Server(answer))
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return f"http://127.0.0.1:{runner.addresses[0][1]}/keys"


def token_of(settings: Settings, issuer: int = 0, **claims: object) -> str:
    return identity.minted(settings.identity[issuer], subject="dr.lee", groups=["cardiology-clinicians"], claims=claims)


@pytest.fixture
def world(running: World) -> Iterator[World]:
    running.sidecar.metadata = {"provider": "demo-cloud", "masked": 3, "decision_id": "d-1"}
    running.sidecar.refuse, running.sidecar.set_headers = False, {}
    for kept in (running.sidecar.heads, running.sidecar.answers, running.sidecar.first, running.provider.received):
        kept.clear()
    return running


async def test_an_allowed_request_reaches_the_provider_that_the_sidecar_named(world: World) -> None:
    status, _, body = await world.ask()
    assert (status, json.loads(body)["object"]) == (200, "chat.completion")
    assert [(one.method, one.target, one.body) for one in world.provider.received] == [
        ("POST", "/v1/chat/completions", BODY)
    ]


async def test_the_claims_reach_the_sidecar_and_the_token_does_not(world: World) -> None:
    await world.ask()
    told = world.sidecar.first[0]
    claims = told["metadataContext"]["filterMetadata"]["envoy.filters.http.jwt_authn"]["jwt_payload"]
    assert (claims["sub"], claims["groups"]) == ("dr.lee", ["cardiology-clinicians"])
    assert "authorization" not in world.sidecar.heads[0]
    assert set(told["attributes"]["envoy.filters.http.ext_proc"]) == {
        "request.id", "request.path", "request.method", "source.address", "connection.mtls", "connection.tls_version",
    }  # fmt: skip


async def test_the_provider_receives_no_header_but_these(world: World) -> None:
    await world.ask(
        x_request_id="mine",
        x_forwarded_for="203.0.113.9",
        x_forwarded_host="evil.example",
        forwarded="for=203.0.113.9",
        via="1.1 me",
        x_real_ip="203.0.113.9",
        x_envoy_original_path="/v1/models",
        x_envoy_retry_on="5xx",
        x_wardgate_provider="demo-nobaa",
        x_client_trace_id="t",
        cookie="a=b",
        x_api_key="mine",
        api_key="mine",
        x_goog_api_key="mine",
        proxy_authorization="mine",
    )
    (received,) = world.provider.received
    names = {name.lower() for name, _ in received.headers}
    assert names == {"host", "accept", "accept-encoding", "content-type", "transfer-encoding"}


async def test_what_a_caller_spoofs_never_reaches_the_sidecar(world: World) -> None:
    await world.ask(
        x_request_id="mine", x_wardgate_exchange="mine", x_envoy_attempt_count="9", x_forwarded_for="203.0.113.9"
    )
    head = world.sidecar.heads[0]
    assert "mine" not in head.values()
    assert not [name for name in head if name.startswith(("x-wardgate-", "x-envoy-attempt"))]
    assert "203.0.113.9" not in head.get("x-forwarded-for", "")


@pytest.mark.parametrize("metadata", [{}, {"provider": "unheard-of"}, {"provider": "demo"}])
async def test_without_a_known_provider_nothing_is_sent_and_503_is_read(
    world: World, metadata: dict[str, object]
) -> None:
    world.sidecar.metadata = metadata
    status, _, body = await world.ask()
    assert (status, world.provider.received) == (503, [])
    assert json.loads(body)["error"]["code"] in ("gate_unavailable", "provider_unavailable")


async def test_a_request_without_a_token_reads_how_to_get_in(world: World) -> None:
    status, headers, body = await world.ask(authorization="")
    error = json.loads(body)["error"]
    assert (status, headers["content-type"]) == (401, "application/json")
    assert (error["code"], error["type"], error["param"]) == ("unauthenticated", "authentication_error", None)
    assert "bearer token" in error["message"]
    assert error["request_id"]
    assert not world.sidecar.heads


@pytest.mark.parametrize("claims", [{"iss": "https://other.invalid"}, {"exp": 1}, {"aud": "another"}])
async def test_a_token_of_another_issuer_time_or_audience_is_refused(world: World, claims: dict[str, object]) -> None:
    status, _, body = await world.ask(authorization="Bearer " + token_of(world.settings, **claims))
    assert status in (401, 403)
    assert json.loads(body)["error"]["code"] in ("unauthenticated", "forbidden")
    assert not world.provider.received


async def test_a_second_issuers_keys_are_fetched_from_its_address(world: World) -> None:
    assert (await world.ask(authorization="Bearer " + token_of(world.settings, 1)))[0] == 200


async def test_one_issuers_key_does_not_sign_for_the_other(world: World) -> None:
    crossed = token_of(world.settings, 1, iss=world.settings.identity[0].issuer)
    assert (await world.ask(authorization=f"Bearer {crossed}"))[0] == 401


async def test_a_token_that_never_expires_is_refused(world: World) -> None:
    one = world.settings.identity[0]
    key = one.stand_in_key.read_text()
    for_ever = jwt.encode({"iss": one.issuer, "aud": "wardgate", "sub": "dr.lee"}, key, algorithm="RS256")
    assert (await world.ask(authorization=f"Bearer {for_ever}"))[0] == 401


async def test_a_token_in_the_query_string_is_not_taken(world: World) -> None:
    status, _, _ = await world.ask(f"/v1/chat/completions?access_token={world.token}", authorization="")
    assert status == 401


async def test_the_sidecars_own_refusal_is_passed_on_as_it_is(world: World) -> None:
    world.sidecar.refuse, world.sidecar.metadata = True, {"refused": True}
    status, _, body = await world.ask()
    assert (status, body) == (403, b'{"error":{"code":"policy_denied"}}')


async def test_a_provider_that_cannot_be_reached_is_named_as_the_cause(world: World) -> None:
    world.sidecar.metadata = {"provider": "away"}
    status, _, body = await world.ask()
    assert (status, json.loads(body)["error"]["code"]) == (503, "provider_unavailable")


async def test_a_provider_is_spoken_to_over_tls_when_its_chain_and_name_are_right(world: World) -> None:
    world.sidecar.metadata = {"provider": "secure"}
    assert (await world.ask())[0] == 200
    assert dict(world.provider.received[0].headers)["host"].startswith("localhost:")


@pytest.mark.parametrize("provider", ["stranger", "misnamed"])
async def test_a_provider_with_another_chain_or_name_receives_nothing(world: World, provider: str) -> None:
    world.sidecar.metadata = {"provider": provider}
    status, _, body = await world.ask()
    assert (status, json.loads(body)["error"]["code"]) == (503, "provider_unavailable")
    assert not world.provider.received


@pytest.mark.parametrize("name", ["authorization", "x-api-key", "x-goog-api-key"])
async def test_the_sidecar_cannot_set_a_credential(world: World, name: str) -> None:
    world.sidecar.set_headers = {name: "stolen"}
    status, _, _ = await world.ask()
    assert status >= 500
    assert not world.provider.received


async def test_the_providers_key_is_added_and_a_renamed_file_replaces_it(world: World) -> None:
    world.sidecar.metadata = {"provider": "keyed"}
    key = world.settings.providers["keyed"].credential_file

    async def sent(value: str) -> bool:
        world.provider.received.clear()
        await world.ask(x_goog_api_key="mine")
        (received,) = world.provider.received
        return [v for n, v in received.headers if n.lower() == "x-goog-api-key"] == [value]

    assert await sent("Key first-key")
    fresh = key.with_suffix(".new")
    fresh.write_text("second-key\n", encoding="utf-8")
    fresh.rename(key)
    await asyncio.wait_for(answers_yes(lambda: sent("Key second-key")), 20)


@pytest.mark.parametrize(
    ("provider", "asked", "received"),
    [
        ("demo-cloud", "/v1/embeddings?a=b", "/v1/embeddings?a=b"),
        ("keyed", "/v1/chat/completions", "/deep/v1/chat/completions"),
        ("notes", "/generic/notes/summaries/1?full=1", "/notes/summaries/1?full=1"),
        ("notes", "/generic/notes", "/notes"),
        ("notes", "/generic//notes/./a/../b", "/notes/b"),
    ],
)
async def test_the_provider_gets_its_own_path_and_the_rest(
    world: World, provider: str, asked: str, received: str
) -> None:
    world.sidecar.metadata = {"provider": provider}
    assert (await world.ask(asked))[0] == 200
    assert [one.target for one in world.provider.received] == [received]


@pytest.mark.parametrize("path", ["/generic/notes/a", "/other", "/v2/chat/completions", "/v1"])
async def test_a_path_of_another_dialect_leads_nowhere(world: World, path: str) -> None:
    assert (await world.ask(path))[0] == 503
    assert not world.provider.received


@pytest.mark.parametrize("path", ["/v1%2fchat", "/v1/..%2f..%2fadmin", "/v1%5cchat"])
async def test_an_escaped_slash_is_refused(world: World, path: str) -> None:
    async with (
        aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=world.context)) as session,
        session.post(yarl.URL(world.url + path, encoded=True), data=BODY) as answer,
    ):
        assert (answer.status, (await answer.json())["error"]["code"]) == (400, "malformed_request")


async def test_a_websocket_is_refused(world: World) -> None:
    status, _, body = await world.ask(
        connection="Upgrade", upgrade="websocket", sec_websocket_version="13", sec_websocket_key="dGVzdA==", data=None
    )
    assert (status, json.loads(body)["error"]["code"]) == (403, "forbidden")


async def test_the_access_log_has_counts_and_nothing_that_names_anybody(world: World) -> None:
    world.sidecar.metadata = {"provider": "demo-cloud", "masked": 3, "decision_id": "d-logged"}
    await world.ask(f"/v1/chat/completions?ssn={PLANTED}", x_request_id=PLANTED, user_agent=PLANTED)

    async def logged() -> bool:
        return any("d-logged" in line for line in world.lines)

    await asyncio.wait_for(answers_yes(logged), 20)
    line = json.loads(next(line for line in world.lines if "d-logged" in line))
    assert (line["code"], line["provider"], line["masked"]) == (200, "demo-cloud", 3)
    assert (line["route"], line["uninspected"]) == ("demo-cloud (openai)", None)
    assert line["id"] not in (None, "-", PLANTED)
    for named in (PLANTED, "dr.lee", "chat/completions", "hello", world.token[:40]):
        assert not [line for line in world.lines if named in line]


async def test_more_headers_than_the_bound_reach_nobody(world: World) -> None:
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await world.ask(**{f"x_{number}": "a" for number in range(120)})
    assert not world.sidecar.heads


@pytest.mark.parametrize("protocol", ["h2", "http/1.1"])
async def test_callers_may_speak_http_2_and_http_1(world: World, protocol: str) -> None:
    context = ssl.create_default_context(cafile=str(world.settings.listen.ca))
    context.set_alpn_protocols([protocol])
    _, writer = await asyncio.open_connection("127.0.0.1", yarl.URL(world.url).port, ssl=context)
    assert writer.get_extra_info("ssl_object").selected_alpn_protocol() == protocol
    writer.close()


async def test_the_admin_socket_is_for_its_owner_alone(world: World) -> None:
    assert RuntimeFiles(world.settings.sidecar.sockets).admin.stat().st_mode & 0o777 == 0o600


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
async def test_tls_before_1_2_is_refused(world: World) -> None:
    old = ssl.create_default_context(cafile=str(world.settings.listen.ca))
    old.set_ciphers("DEFAULT:@SECLEVEL=0")
    old.minimum_version = ssl.TLSVersion.TLSv1
    old.maximum_version = ssl.TLSVersion.TLSv1_1
    host, port = world.url.removeprefix("https://").split(":")
    with pytest.raises((ssl.SSLError, ConnectionError)):
        await asyncio.open_connection(host, int(port), ssl=old)
