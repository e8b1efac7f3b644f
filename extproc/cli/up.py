"""``wardgate up``."""

import asyncio

import typer

from extproc.cli.options import DEFAULT_CONFIG, Config
from extproc.config import load
from extproc.local import stack


def up(config: Config = DEFAULT_CONFIG) -> None:
    """Run the whole gate on this machine: Envoy, sidecars, policy engine.

    Standard output gets one line of JSON once it serves; the logs of all parts go to standard error. Ctrl-C drains and
    stops it, twice at once; SIGHUP restarts the sidecars one after the other.
    """
    raise typer.Exit(asyncio.run(stack.up(load(config), config.resolve())))
