"""A bundle service on this machine: OPA asks it for the policy's archive, and verifies the signature of what it gets.

It answers on loopback, to whoever asks, and with one file alone: the policy is no secret, and cannot be changed here.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web


@asynccontextmanager
async def serving(archive: Path) -> AsyncIterator[str]:
    """The address below which ``archive`` is served as ``/bundle.tar.gz``, until the block ends."""

    async def bundle(_: web.Request) -> web.StreamResponse:
        return web.FileResponse(archive)  # with an ETag, so that OPA loads only what changed

    app = web.Application()
    app.router.add_get("/bundle.tar.gz", bundle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
