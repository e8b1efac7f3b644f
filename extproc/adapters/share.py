"""Where ``envoy/`` and ``opa/`` are: beside the package in a checkout, inside it in an installed wheel."""

from pathlib import Path
from typing import Final, Literal

from extproc.errors import Misconfigured

PACKAGE: Final = Path(__file__).resolve().parents[1]


def share(name: Literal["envoy", "opa"], package: Path = PACKAGE) -> Path:
    """The directory ``name``. Raises ``Misconfigured`` when the installation lacks it."""
    for place in (package / "_share" / name, package.parent / name):
        if place.is_dir():
            return place
    raise Misconfigured(f"{package}: the installation lacks its {name}/ directory; install the package again")
