"""``wardgate check``."""

import typer

from extproc.cli.options import DEFAULT_CONFIG, Config
from extproc.config import load
from extproc.local.checks import Level, remarks


def check(config: Config = DEFAULT_CONFIG) -> None:
    """Validate settings, files, policy and Envoy's configuration. Exit code 2 if one of them is wrong."""
    errors = 0
    for remark in remarks(load(config)):
        errors += remark.level is Level.ERROR
        typer.echo(f"{remark.level}: {config}: {remark.key}: {remark.text}", err=True)
    if errors:
        raise typer.Exit(2)
    typer.echo(f"{config}: good")
