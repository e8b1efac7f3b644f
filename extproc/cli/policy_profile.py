"""``wardgate policy profile``."""

from pathlib import Path
from typing import Annotated, Final

import typer

from extproc.authoring.laying import ABSENT, Change, lay, planned
from extproc.cli.policy_options import Config, bundle_at, flat, say, settings_at
from extproc.errors import Misconfigured

Name = Annotated[str, typer.Argument(metavar="NAME", help="hipaa-strict, hipaa-balanced, research-deidentified, observe ...")]  # noqa: E501  # fmt: skip
Place = Annotated[Path | None, typer.Argument(metavar="[DIR]", help="The policy; default: the settings'.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")]
Force = Annotated[bool, typer.Option("--force", help="Over your own values too.")]
LONGEST: Final = 60
"""Of a value that is shown, characters."""


def profile(
    name: Name, directory: Place = None, config: Config = None, dry_run: DryRun = False, force: Force = False
) -> None:
    """Lay a profile over the data of a policy, in place, and show each value that changes.

    What the profile does not name stays as it is; hipaa-strict is the way back from the others. A value that is your
    own, neither shipped nor of a profile, is not overwritten: then nothing is, unless you say --force.
    """
    bundle = bundle_at(directory, settings_at(config))
    laid = planned(bundle, name)
    for one in laid.changes:
        say(_line(bundle, one), "yellow" if one.own else "")
    if dry_run:
        say(f"{bundle}: {name} would change {len(laid.changes)} values, {len(laid.own)} of them your own")
        return
    if laid.own and not force:
        raise Misconfigured(
            f"{bundle}: nothing was changed: {len(laid.own)} of these values are your own; --force changes them too"
        )
    lay(laid)
    say(f"{bundle}: {name}" + (f", {len(laid.changes)} values changed" if laid.changes else ", as it was"))


def _line(bundle: Path, one: Change) -> str:
    own = "  (your own)" if one.own else ""
    return f"{one.file.relative_to(bundle)}: {one.path}: {_shown(one.before)} → {_shown(one.after)}{own}"


def _shown(value: object) -> str:
    if value is ABSENT:
        return "(none)"
    text = flat(value) if not isinstance(value, str) else f'"{value}"'
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
