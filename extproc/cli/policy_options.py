"""What the commands for policy authors have in common: where the policy is, and how tables and JSON are printed."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any, Final

import orjson
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extproc.cli.options import DEFAULT_CONFIG
from extproc.config import Settings, load
from extproc.errors import Misconfigured

Config = Annotated[Path | None, typer.Option("--config", "-c", help="The settings; default: wardgate.toml if it is there.")]  # noqa: E501  # fmt: skip
BundleOption = Annotated[Path | None, typer.Option("--bundle", "-b", help="The policy: a directory or an archive.")]
AsJson = Annotated[bool, typer.Option("--json", help="One object.")]
HERE: Final = Path("opa")

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def settings_at(config: Path | None) -> Settings | None:
    """The settings, if any are named or here. Raises ``Misconfigured``."""
    if config is None and not DEFAULT_CONFIG.is_file():
        return None
    return load(config or DEFAULT_CONFIG)


def bundle_at(bundle: Path | None, settings: Settings | None) -> Path:
    """The policy that is meant: the one named, the settings', or ``opa`` here. Raises ``Misconfigured``."""
    found = bundle or (settings.policy.bundle if settings else HERE)
    if not found.exists():
        raise Misconfigured(f"{found}: no policy there; name its directory, or the settings with --config")
    return found


def print_json(document: object) -> None:
    out.out(orjson.dumps(document, option=orjson.OPT_INDENT_2).decode())


def print_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Columns; in colours on a terminal, else plain text."""
    cells = [[str(cell) for cell in row] for row in rows]
    if out.is_terminal:
        table = Table(*headings, box=None, pad_edge=False)
        for row in cells:
            table.add_row(*map(Text, row))
        out.print(table)
        return
    widths = [max(len(row[column]) for row in (list(headings), *cells)) for column in range(len(headings))]
    for row in (list(headings), *cells):
        out.out("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def say(text: str, style: str = "") -> None:
    out.print(Text(text, style=style))


def heading(text: str) -> None:
    say("")
    say(text, "bold")


def flat(document: Any) -> str:
    """A value of JSON on one line."""
    return document if isinstance(document, str) else orjson.dumps(document, option=orjson.OPT_SORT_KEYS).decode()
