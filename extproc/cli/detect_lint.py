"""``wardgate detect lint``."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import orjson
import typer

from extproc.adapters.detect_rules import DEFAULT_FILE, Told, told_of
from extproc.detect.own.faults import Level


def lint(
    file: Annotated[Path, typer.Argument(help="Your own rules.")] = DEFAULT_FILE,
    as_json: Annotated[bool, typer.Option("--json", help="One object with all remarks.")] = False,
) -> None:
    """Check rules of your own: exit code 1 if one of them is refused, else 0, with warnings or without.

    Refused are rules that cannot work, that never change what is found, and that would mask plain text; and allowances
    that would let a patient's identifiers pass.
    """
    told = told_of(file)
    if as_json:
        rows = [{key: value for key, value in asdict(one).items() if key != "path"} for one in told]
        typer.echo(orjson.dumps({"file": str(file), "remarks": rows}, option=orjson.OPT_INDENT_2).decode())
    else:
        for one in told:
            typer.echo(f"{one.level}: {one}")
        typer.echo(f"{file}: {_verdict(told)}")
    raise typer.Exit(int(any(one.level is Level.ERROR for one in told)))


def _verdict(told: Sequence[Told]) -> str:
    errors = sum(one.level is Level.ERROR for one in told)
    return f"{errors} refused, {len(told) - errors} warned of" if told else "good"
