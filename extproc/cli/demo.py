"""``wardgate demo``."""

import asyncio

import typer
from rich.console import Console

from extproc.local.demo import demo as walk


def demo() -> None:
    """Walk through real exchanges on this machine, in under a minute.

    Exit code 0 only if each step came out as it says.
    """
    raise typer.Exit(asyncio.run(walk(Console(highlight=False))))
