"""The data of a bundle by the schemas beside it: ``wardgate/access/data.json`` by ``schemas/data/access.json``."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from extproc.adapters.bundle import DATA
from extproc.authoring.json_lines import JsonLines
from extproc.authoring.json_schema import Schema
from extproc.authoring.remark import Level, Remark
from extproc.errors import Misconfigured

ROOT: Final = "wardgate"
SCHEMAS: Final = Path("schemas", "data")
CHECK: Final = "data"


def remarks(bundle: Path) -> Iterator[Remark]:
    """Each file below ``wardgate/`` by its own schema. Raises ``Misconfigured`` for a file that cannot be read."""
    schemas = bundle / SCHEMAS
    if not schemas.is_dir():
        yield Remark("", 0, Level.NOTE, CHECK, f"{SCHEMAS}: is not there, so the data was not checked")
        return
    for file in sorted((bundle / ROOT).glob(f"*/{DATA}")):
        schema = schemas / f"{file.parent.name}.json"
        if schema.is_file():
            yield from _checked(bundle, file, schema)
        else:
            yield _remark(bundle, file, 1, f"has no schema {schema.relative_to(bundle)}", Level.WARNING)


def _checked(bundle: Path, file: Path, schema: Path) -> Iterator[Remark]:
    text = _text(file)
    try:
        document = json.loads(text)
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        yield _remark(bundle, file, line, "is not valid JSON")
        return
    lines = JsonLines(text)
    for wrong in schema_at(schema).wrong(document):
        yield _remark(bundle, file, lines.line(wrong.place), f"{wrong.path}: {wrong.text}")


def schema_at(file: Path) -> Schema:
    """Raises ``Misconfigured``."""
    try:
        document = json.loads(_text(file))
    except ValueError as error:
        raise Misconfigured(f"{file}: is not valid JSON") from error
    return Schema(document, str(file))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{file}: cannot be read as UTF-8") from error


def _remark(bundle: Path, file: Path, line: int, text: str, level: Level = Level.ERROR) -> Remark:
    return Remark(str(file.relative_to(bundle)), line, level, CHECK, text)
