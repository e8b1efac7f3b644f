"""The demo's steps against a provider with no gate before it: none of them may come out as it says."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from extproc.local.demo_caller import Caller, Received
from extproc.local.demo_page import Check
from extproc.local.demo_steps import CLOUD, NO_BAA, STEPS, Visit
from extproc.local.provider import Provider


@dataclass
class Ungated:
    """A visit whose caller talks to the provider itself, and the record the provider writes."""

    visit: Visit
    record: Path = field(repr=False)


@pytest_asyncio.fixture
async def ungated(tmp_path: Path) -> AsyncIterator[Ungated]:
    files = {name: tmp_path / name for name in (CLOUD, NO_BAA)}
    for file in files.values():
        file.touch()
    with files[CLOUD].open("a", encoding="utf-8") as record:
        provider = Provider(record)
        url = await provider.start()
        async with aiohttp.ClientSession() as session:
            yield Ungated(Visit(Caller(session, url, "token"), Received(files)), files[CLOUD])
        await provider.stop()


def failed(checks: Sequence[Check]) -> list[str]:
    return [check.fact for check in checks if not check.held]


LEAKS = (
    ("1", "and no identifier in it"),
    ("1", "neither the caller's token nor its address reached the provider"),
    ("1", "the SSN was removed"),
    ("2", "and no identifier in it"),
    ("3", "and no identifier in it"),
    ("3", "tags without numbers"),
    ("4", "and no identifier in it"),
    ("5", "refused with 403 policy_denied"),
    ("5", "the reason has its citation"),
    ("5", "the provider received 0 bytes"),
    ("6", "refused with 401 unauthenticated"),
    ("6", "no provider received anything"),
)


@pytest.mark.parametrize(("number", "fact"), LEAKS)
async def test_without_a_gate_no_step_holds(number: str, fact: str, ungated: Ungated) -> None:
    step = next(step for step in STEPS if step.title.startswith(number))
    told = await step.walk(ungated.visit)
    assert any(fact in one for one in failed(told.checks))


def test_every_step_is_walked_without_a_gate() -> None:
    assert [step.title[0] for step in STEPS] == sorted({number for number, _ in LEAKS})


async def test_what_leaked_is_named(ungated: Ungated) -> None:
    checks = (await STEPS[0].walk(ungated.visit)).checks
    leak = next(check for check in checks if "no identifier" in check.fact)
    assert leak.seen.startswith("1 requests, with Maria Gonzalez, 00482913, 03/14/1961, 219-09-9999")
    assert "neither the caller's token nor its address reached the provider" in failed(checks)


async def test_a_stream_is_put_together_of_its_pieces(ungated: Ungated) -> None:
    answer = await ungated.visit.caller.streamed("m", "script:verbatim of [NAME_1], done")
    assert answer.text == "script:verbatim of [NAME_1], done"
    assert len(answer.pieces) > len(answer.text) / 3


async def test_a_request_is_seen_once(ungated: Ungated) -> None:
    await ungated.visit.caller.chat("m", "hello")
    received = ungated.visit.received
    assert [(one.provider, "hello" in one.body) for one in received.new()] == [(CLOUD, True)]
    assert received.new() == []
    assert received.size_bytes(NO_BAA) == 0 < received.size_bytes(CLOUD)
