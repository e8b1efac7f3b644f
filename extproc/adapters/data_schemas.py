"""Whether a bundle's data is what its schemas say, before anybody is decided by it.

A bundle's own schemas (``schemas/data/<package>.json``) come first: they are what its authors' check reads, and
``wardgate bundle`` packs them. To the data of the shipped packages the schemas that came with the gate apply where the
bundle brings none: to those whose rules it has (``gate.access`` reads ``wardgate.access``). An organisation's own data
needs no schema. Not covered: data that an OPA got from somebody else.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final

from extproc.adapters.bundle import DATA_SCHEMAS, Bundle
from extproc.adapters.bundle_files import Files
from extproc.adapters.share import share
from extproc.errors import Misconfigured
from extproc.policy.json_schema import Schema, Wrong

ROOT: Final = "wardgate"
"""Where data lies that has schemas."""
READ_BY: Final[Mapping[str, str]] = {"purposes": "purpose", "response": "answer", "retention": "obligations"}
"""The shipped packages of data whose rules have another name than ``gate.<package>``."""
SAID: Final = 5
"""How many faults stop the start by name; the check names all."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What is wrong with ``data.wardgate.<package>``, and where in it."""

    package: str
    wrong: Wrong

    def __str__(self) -> str:
        return f"data.{ROOT}.{self.package}: {self.wrong.path}: {self.wrong.text}"


def outside(files: Files, bundle: Bundle) -> Iterator[Outside]:
    """All that is outside. ``bundle`` is what ``files`` make. Raises ``Misconfigured`` for a schema that is none."""
    below = bundle.data.get(ROOT, {})
    for package, document in below.items() if isinstance(below, Mapping) else ():
        schema = schema_for(package, files, bundle.packages)
        if schema is not None:
            yield from (Outside(package, wrong) for wrong in schema.wrong(document))


def held_to_schemas(path: Path, files: Files, bundle: Bundle) -> None:
    """Raises ``Misconfigured`` for data that is outside, with the members and what they should be, and no value."""
    found = list(outside(files, bundle))
    if not found:
        return
    more = (f"and {len(found) - SAID} more",) if len(found) > SAID else ()
    raise Misconfigured(
        "\n".join(
            (
                f"{path}: data outside its schema, so it decides nothing:",
                *(f"  {one}" for one in found[:SAID]),
                *(f"  {text}" for text in more),
                "`wardgate policy check` names file and line of each",
            )
        )
    )


def schema_for(package: str, files: Files, packages: tuple[str, ...]) -> Schema | None:
    """``None`` where nothing says what the data should be. ``packages`` are those of the bundle's rules."""
    own = DATA_SCHEMAS / f"{package}.json"
    if own in files:
        return _schema(files[own], str(own))
    return _shipped(package) if f"gate.{READ_BY.get(package, package)}" in packages else None


@cache
def _shipped(package: str) -> Schema | None:
    file = share("opa") / DATA_SCHEMAS / f"{PurePosixPath(package).name}.json"
    return _schema(file.read_bytes(), str(file)) if file.is_file() else None


def _schema(content: bytes, name: str) -> Schema:
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Misconfigured(f"{name}: is not valid JSON") from error
    if not isinstance(document, dict):
        raise Misconfigured(f"{name}: a schema is one JSON object")
    return Schema(document, name)
