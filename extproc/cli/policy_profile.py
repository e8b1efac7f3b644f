"""``wardgate policy profile``."""

from pathlib import Path
from typing import Annotated

import typer

from extproc.authoring.laying import laid
from extproc.cli.policy_options import Config, bundle_at, say, settings_at

Name = Annotated[str, typer.Argument(metavar="NAME", help="hipaa-balanced, research-deidentified, observe ...")]
Place = Annotated[Path | None, typer.Argument(metavar="[DIR]", help="The policy; default: the settings'.")]


def profile(name: Name, directory: Place = None, config: Config = None) -> None:
    """Lay a profile over the data of a policy, in place: what the profile does not name stays as it is."""
    bundle = bundle_at(directory, settings_at(config))
    changed = laid(bundle, name)
    for file in changed:
        say(f"changed  {file}")
    say(f"{bundle}: {name}" + ("" if changed else ", as it was"))
