"""A stream whose every piece is read off the loop comes out as one that is read at once."""

import asyncio
import json
from collections.abc import Sequence

import pytest

from extproc.detect.finding import Finding, Known, Passage
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.runtime.driver import Driver
from tests.support.exchanges import NAME, SSN, chat, fresh, head
from tests.support.ports import FakeInspector, FakeSender, ports
from tests.unit.runtime.test_driver import Envoy

REQUEST: list[e.Event] = [head(), e.RequestBody(chat(f"{NAME} coughs", stream=True), end=True)]
TEXT = f"[NAME_1] is well. {'The lungs are clear. ' * 30} SSN {SSN}. {'No fever. ' * 30}"


def chunk(text: str) -> bytes:
    data = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "gpt-test"}
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": None}
    return b"data: " + json.dumps({**data, "choices": [choice]}).encode() + b"\n\n"


class Elsewhere(FakeInspector):
    """Answers after the loop has gone on for a while."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def at_once(self, passages: Sequence[Passage]) -> bool:
        return False

    async def inspect(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> Sequence[Sequence[Finding]]:
        self.asked += 1
        for _ in range(self.asked % 7):
            await asyncio.sleep(0)
        return await super().inspect(passages, known)


async def said(inspector: FakeInspector, size: int) -> str:
    stream = b"".join(chunk(TEXT[at : at + 7]) for at in range(0, len(TEXT), 7)) + b"data: [DONE]\n\n"
    pieces: list[e.Event] = [e.ResponseBody(stream[at : at + size]) for at in range(0, len(stream), size)]
    answer = [e.ResponseHead(200, {"content-type": "text/event-stream"}), *pieces, e.ResponseBody(b"", end=True)]
    sender = FakeSender()
    async with asyncio.timeout(30):
        await Driver(fresh(), ports(inspector=inspector), sender).run(Envoy(sender, REQUEST, answer, True).events())
    released = b"".join(one.data for one in sender.sent if isinstance(one, c.ReleaseBody))
    assert released.endswith(b"data: [DONE]\n\n")
    events = [json.loads(line[6:]) for line in released.decode().split("\n\n") if line.startswith("data: {")]
    return "".join(choice["delta"].get("content") or "" for one in events for choice in one["choices"])


@pytest.mark.parametrize("size", [64, 500, 2000])
async def test_pieces_that_are_read_elsewhere_come_out_as_those_that_are_read_at_once(size: int) -> None:
    elsewhere = Elsewhere()
    text = await said(elsewhere, size)
    assert elsewhere.asked > 5
    assert text == await said(FakeInspector(), size)
    assert NAME in text
    assert SSN not in text
