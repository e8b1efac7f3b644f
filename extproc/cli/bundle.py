"""``wardgate bundle``."""

from pathlib import Path
from typing import Annotated

import typer

from extproc.adapters.bundle import write_archive
from extproc.cli.options import DEFAULT_CONFIG, Config
from extproc.config import load

Output = Annotated[Path, typer.Option("--output", "-o", help="Where to write the archive.")]


def bundle(config: Config = DEFAULT_CONFIG, output: Output = Path("bundle.tar.gz")) -> None:
    """Write the policy as an archive for an OPA of your own, and print its revision."""
    typer.echo(write_archive(load(config).policy.bundle, output))
