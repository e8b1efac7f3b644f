"""``wardgate`` with a sidecar that has a bug, chosen by the environment: what must not get past its rim."""

import os
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Final

from extproc.adapters.envoy import service
from extproc.cli.app import main
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.runtime.driver import Driver, Outbound
from tests.e2e import planted

VARIABLE: Final = "SPOILED"


class Returning(Driver):
    """Comes back cleanly before the exchange is over, which Envoy alone would take for a yes."""

    async def run(self, inbound: AsyncIterator[e.Event]) -> None:
        await anext(aiter(inbound))


class Raising(Driver):
    """Raises, with a patient's name in the exception's text."""

    async def run(self, inbound: AsyncIterator[e.Event]) -> None:
        async for _ in inbound:
            raise ValueError(f"cannot read the chart of {planted.NAME}")


class _Quitting:
    """Sends on until the answer's head has gone out, then wants no more."""

    def __init__(self, sender: service.Conversation) -> None:
        self._sender = sender

    async def send(self, command: Outbound) -> None:
        await self._sender.send(command)
        if isinstance(command, c.ReleaseHead):
            raise KeyError(planted.NAME)


class QuittingMidway(Driver):
    """Fails once an answer has begun."""

    def __init__(self, exchange: object, ports: object, sender: object) -> None:
        super().__init__(exchange, ports, _Quitting(sender))  # type: ignore[arg-type]


class LeavingMidway(QuittingMidway):
    """Comes back cleanly once an answer has begun, as if all had been said."""

    async def run(self, inbound: AsyncIterator[e.Event]) -> None:
        with suppress(ExceptionGroup):
            await super().run(inbound)


KINDS: Final = {"returning": Returning, "raising": Raising, "quitting": QuittingMidway, "leaving": LeavingMidway}

if __name__ == "__main__":
    setattr(service, "Driver", KINDS[os.environ[VARIABLE]])  # noqa: B010  not a name that it exports
    main()
