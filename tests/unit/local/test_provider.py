"""The provider stand-in over real HTTP: what it keeps, and what it says."""

import io
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio

from extproc.local.provider import Provider


class Talk:
    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self._url = url
        self._session = session

    async def post(self, path: str, body: bytes) -> tuple[int, str, bytes]:
        async with self._session.post(self._url + path, data=body, headers={"X-Own": "a"}) as answer:
            return answer.status, answer.content_type, await answer.read()

    async def chat(self, text: str, **more: object) -> tuple[int, str, bytes]:
        asked = {"model": "m", "messages": [{"role": "user", "content": text}], **more}
        return await self.post("/v1/chat/completions", json.dumps(asked).encode())


@pytest.fixture
def record() -> io.StringIO:
    return io.StringIO()


@pytest_asyncio.fixture
async def provider(record: io.StringIO) -> AsyncIterator[Provider]:
    provider = Provider(record)
    yield provider
    await provider.stop()


@pytest_asyncio.fixture
async def talk(provider: Provider) -> AsyncIterator[Talk]:
    async with aiohttp.ClientSession() as session:
        yield Talk(await provider.start(), session)


async def test_it_keeps_every_byte_and_header_as_they_came(talk: Talk, provider: Provider, record: io.StringIO) -> None:
    body = b'{"messages" : [{"content":"\\u00e9 [NAME_1]"}]}\r\n'
    await talk.post("/v1/chat/completions?a=b%20c", body)
    (received,) = provider.received
    assert (received.method, received.target, received.body) == ("POST", "/v1/chat/completions?a=b%20c", body)
    assert ("X-Own", "a") in received.headers
    line = json.loads(record.getvalue())
    assert (line["target"], line["body"]) == (received.target, body.decode())


async def test_a_body_that_is_no_json_is_kept_too(talk: Talk, provider: Provider, record: io.StringIO) -> None:
    assert (await talk.post("/v1/chat/completions", b"\xff"))[0] == 400
    assert provider.received[0].body == b"\xff"
    assert json.loads(record.getvalue())["body"] == "\\xff"


async def test_the_kept_bytes_do_not_print_themselves(talk: Talk, provider: Provider) -> None:
    await talk.post("/x", b'{"ssn":"219-09-9999"}')
    assert "219-09-9999" not in repr(provider.received)


async def test_a_stream_is_events_and_a_proper_end(talk: Talk) -> None:
    status, kind, body = await talk.chat("for [NAME_1]", stream=True)
    *events, end, rest = body.decode().split("\n\n")
    assert (status, kind, end, rest) == (200, "text/event-stream", "data: [DONE]", "")
    assert all(json.loads(event.removeprefix("data: "))["object"] == "chat.completion.chunk" for event in events)
    assert "[NAME_1]" not in body.decode()  # cut in pieces


async def test_a_cut_stream_is_no_proper_end(talk: Talk) -> None:
    with pytest.raises(aiohttp.ClientError):
        await talk.chat("script:cut", stream=True)


@pytest.mark.parametrize(("script", "status"), [("error-429", 429), ("error-500", 500)])
async def test_an_error_has_its_status_streamed_or_not(talk: Talk, script: str, status: int) -> None:
    assert (await talk.chat(f"script:{script}"))[0] == status
    assert (await talk.chat(f"script:{script}", stream=True))[0] == status


async def test_embeddings_and_other_endpoints_answer(talk: Talk) -> None:
    _, _, vectors = await talk.post("/v1/embeddings", b'{"input":["a","b"]}')
    assert len(json.loads(vectors)["data"]) == 2
    assert json.loads((await talk.post("/notes", b'{"a":1}'))[2]) == {"output": {"a": 1}}
