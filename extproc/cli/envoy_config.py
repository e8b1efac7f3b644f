"""``wardgate envoy-config``."""

from pathlib import Path
from typing import Annotated

import typer

from extproc.adapters import cpus
from extproc.adapters import envoy_config as adapter
from extproc.cli.options import DEFAULT_CONFIG, Config
from extproc.config import load

Write = Annotated[
    Path | None,
    typer.Option(help="Write it, with the files it reads, into this directory instead, and print its path."),
]


def envoy_config(config: Config = DEFAULT_CONFIG, write: Write = None) -> None:
    """Print the Envoy configuration for these settings."""
    settings = load(config)
    processes = settings.sidecar.processes or cpus.available()
    if write is not None:
        typer.echo(adapter.write(settings, processes=processes, runtime=write.resolve()))
        return
    typer.echo(adapter.rendered(settings, processes=processes, runtime=settings.sidecar.sockets))
