"""``wardgate init``."""

from pathlib import Path
from typing import Annotated

import typer

from extproc.local.init import READER_KEY, initialised


def init(directory: Annotated[Path, typer.Argument(help="A new or empty directory.")]) -> None:
    """Write settings, policy, and a demo's certificates, issuer and keys into DIRECTORY."""
    settings = initialised(directory)
    typer.echo(f"{settings.parent / READER_KEY} opens the transcripts. The gate does not need it: keep it elsewhere.")
    typer.echo(f"{settings} is ready. Next: wardgate up --config {settings}")
