"""The profiles that come with the policy: ``opa/profiles/<name>/<package>.json``, each laid over that package's data.

``hipaa-strict`` is the data itself and has no files. Not covered: writing a profile into a policy's directory, and
whether what comes out is right, which the schemas of the data say.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from extproc.errors import Misconfigured
from extproc.policy.overlay import overlaid

PROFILES: Final = "profiles"
STRICT: Final = "hipaa-strict"
"""What the data is without a profile."""


def profile_names(opa: Path) -> tuple[str, ...]:
    """Of the policy in the directory ``opa``, the strict one first."""
    place = opa / PROFILES
    return (STRICT, *sorted(one.name for one in place.iterdir() if one.is_dir())) if place.is_dir() else (STRICT,)


def read_profile(opa: Path, name: str) -> dict[str, object]:
    """What the profile ``name`` lays over ``data.wardgate``: by package. Raises ``Misconfigured``."""
    known = profile_names(opa)
    if name not in known:
        raise Misconfigured(f"there is no such profile; there are {', '.join(known)}")
    return {file.stem: _object(file) for file in sorted((opa / PROFILES / name).glob("*.json"))}


def profiled(opa: Path, name: str, data: Mapping[str, object]) -> dict[str, object]:
    """``data`` (``data.wardgate``, by package) as the profile ``name`` of the policy in ``opa`` has it."""
    return overlaid(data, read_profile(opa, name))


def _object(file: Path) -> dict[str, object]:
    try:
        document = json.loads(file.read_bytes())
    except (OSError, ValueError) as error:
        raise Misconfigured(f"{file}: cannot be read as JSON") from error
    if not isinstance(document, dict):
        raise Misconfigured(f"{file}: a profile's file is one JSON object")
    return document
