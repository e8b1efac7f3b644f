"""``wardgate detect``: ``show``, which needs no name, and ``lint``."""

from collections.abc import Mapping
from typing import ClassVar

import typer

from extproc.cli.lazy import LazyGroup


class Commands(LazyGroup):
    places: ClassVar[Mapping[str, str]] = {
        "show": "extproc.cli.detect_show:show",
        "lint": "extproc.cli.detect_lint:lint",
    }
    default = "show"


detect_app = typer.Typer(cls=Commands)


@detect_app.callback()
def detect() -> None:
    """Show what is found in a text, or check rules of your own."""
