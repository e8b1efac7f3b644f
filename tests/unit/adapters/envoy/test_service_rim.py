"""The rim of a gRPC stream: every end that is not the exchange's own is an abort with a fixed word."""

from typing import NoReturn

import grpc
import pytest

from extproc.adapters.envoy import service
from extproc.adapters.logs import Log
from extproc.errors import ProtocolError
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange.machine import Exchange
from extproc.runtime.driver import Outbound
from tests.support.exchanges import GATE
from tests.support.ports import FakePolicy, ports

TEXT = "the chart of Martha Collins"


class Aborted(Exception):
    """What ``abort`` raises, as grpc's own does."""


class Context:
    def __init__(self) -> None:
        self.said: list[tuple[grpc.StatusCode, str]] = []

    async def write(self, _: object) -> None: ...

    async def read(self) -> object:
        return grpc.aio.EOF

    async def abort(self, code: grpc.StatusCode, details: str) -> NoReturn:
        self.said.append((code, details))
        raise Aborted


def driver(raised: BaseException | None) -> type:
    class Ending:
        def __init__(self, *_: object) -> None: ...

        async def run(self, _: object) -> None:
            if raised is not None:
                raise raised

    return Ending


@pytest.mark.parametrize(
    ("raised", "word"),
    [
        (None, "ended_undecided"),
        (ValueError(TEXT), "internal_error"),
        (AssertionError(TEXT), "internal_error"),
        (ExceptionGroup(TEXT, [KeyError(TEXT)]), "internal_error"),
        (ExceptionGroup(TEXT, [ExceptionGroup(TEXT, [ProtocolError(TEXT)])]), ProtocolError.public),
        (ProtocolError(TEXT), ProtocolError.public),
    ],
)
async def test_whatever_ends_an_exchange_early_is_an_abort_with_a_fixed_word(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], raised: BaseException | None, word: str
) -> None:
    monkeypatch.setattr(service, "Driver", driver(raised))
    processor = service.ExternalProcessor(GATE, ports(FakePolicy()), Log())
    context = Context()
    with pytest.raises(Aborted):
        await processor.process(None, context)
    assert context.said == [(grpc.StatusCode.INTERNAL, word)]
    captured = capfd.readouterr()
    assert "Collins" not in captured.out + captured.err


REFUSE = c.Refuse(403, "policy_denied", b"{}", {}, {})
FORWARD = c.Forward(b"{}", {}, (), {})
HEAD = c.ReleaseHead({}, (), {})


def saying(*commands: Outbound) -> type:
    class Saying:
        def __init__(self, exchange: Exchange, _: object, conversation: service.Conversation) -> None:
            self._exchange = exchange
            self._conversation = conversation

        async def run(self, _: object) -> None:
            for command in commands:
                await self._conversation.send(command)
            self._exchange.receive(e.Disconnected(), 0)  # as a driver does that is left early

    return Saying


@pytest.mark.parametrize(
    "commands", [(), (FORWARD,), (FORWARD, HEAD), (FORWARD, HEAD, c.ReleaseBody(b"x")), (c.ReleaseBody(b"", False),)]
)
async def test_what_was_not_said_to_its_end_never_closes_cleanly(
    monkeypatch: pytest.MonkeyPatch, commands: tuple[Outbound, ...]
) -> None:
    monkeypatch.setattr(service, "Driver", saying(*commands))
    context = Context()
    with pytest.raises(Aborted):
        await service.ExternalProcessor(GATE, ports(FakePolicy()), Log()).process(None, context)
    assert context.said == [(grpc.StatusCode.INTERNAL, "ended_undecided")]


@pytest.mark.parametrize("commands", [(REFUSE,), (FORWARD, HEAD, c.ReleaseBody(b"x", True))])
async def test_what_was_said_to_its_end_closes_cleanly(
    monkeypatch: pytest.MonkeyPatch, commands: tuple[Outbound, ...]
) -> None:
    monkeypatch.setattr(service, "Driver", saying(*commands))
    context = Context()
    await service.ExternalProcessor(GATE, ports(FakePolicy()), Log()).process(None, context)
    assert context.said == []


async def test_when_envoy_has_gone_nobody_is_left_to_abort() -> None:
    context = Context()
    await service.ExternalProcessor(GATE, ports(FakePolicy()), Log()).process(None, context)
    assert context.said == []
