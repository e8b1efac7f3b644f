"""Waiting for programs that do not say when they are ready."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

POLL_S: Final = 0.05


async def answers_yes(question: Callable[[], Awaitable[bool]]) -> None:
    """Asks until the answer is yes. Never gives up: who waits decides for how long."""
    while not await question():  # noqa: ASYNC110  nothing would set an event
        await asyncio.sleep(POLL_S)
