"""``wardgate policy check``."""

import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from extproc.authoring.check import remarks
from extproc.authoring.remark import Level, Remark
from extproc.authoring.unpacked import directory_of
from extproc.cli.policy_options import AsJson, Config, bundle_at, print_json, say, settings_at

Place = Annotated[
    Path | None, typer.Argument(metavar="[PATH]", help="A directory or an archive; default: the settings'.")
]
COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.NOTE: "dim"}


def check(directory: Place = None, config: Config = None, as_json: AsJson = False) -> None:
    """Check a policy as an author wants to know it before anybody is decided by it. Exit code 1 for an error.

    Formatting, OPA's strict check against the schemas, Regal where it is on PATH, the data against its schemas, names
    in it that lead nowhere, agreements that end, rules that can never fire, and what the embedded engine cannot run
    (an error where the settings may choose it).
    """
    settings = settings_at(config)
    bundle = bundle_at(directory, settings)
    with directory_of(bundle) as place:
        found = remarks(
            place,
            embedded_decides=settings is not None and settings.policy.engine != "opa",
            now_us=time.time_ns() // 1000,
            providers=settings.providers.keys() if settings else None,
        )
    errors = sum(one.level is Level.ERROR for one in found)
    if as_json:
        print_json({"bundle": str(bundle), "good": not errors, "remarks": [asdict(one) for one in found]})
    else:
        for one in found:
            say(str(one), COLOURS[one.level])
        say(f"{bundle}: {_verdict(found, errors)}")
    raise typer.Exit(int(errors > 0))


def _verdict(found: Sequence[Remark], errors: int) -> str:
    warnings = sum(one.level is Level.WARNING for one in found)
    return f"{errors} errors, {warnings} warnings" if errors or warnings else "good"
