"""Options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

Config = Annotated[Path, typer.Option("--config", "-c", help="The settings, a TOML file.")]
DEFAULT_CONFIG = Path("wardgate.toml")
