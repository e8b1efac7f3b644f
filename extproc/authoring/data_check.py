"""The data of a bundle by its schemas, as a gate holds it to them, with file and line of each fault."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from extproc.adapters.bundle import DATA, DATA_SCHEMAS, Bundle, bundle_of
from extproc.adapters.bundle_files import Files, read_files
from extproc.adapters.data_schemas import ROOT, schema_for
from extproc.authoring.remark import Level, Remark
from extproc.authoring.where import Where
from extproc.errors import Misconfigured

CHECK: Final = "data"


def remarks(bundle: Path) -> Iterator[Remark]:
    """Raises ``Misconfigured`` for a directory that cannot be read, and for a schema that is none."""
    files = read_files(bundle)
    broken = [one for name, content in files.items() if name.name == DATA for one in _unread(name, content)]
    yield from broken
    if broken:
        return
    try:
        read = bundle_of(bundle, files)
    except Misconfigured as error:
        yield Remark("", 0, Level.ERROR, CHECK, str(error))
        return
    yield from _by_package(files, read)


def _unread(name: PurePosixPath, content: bytes) -> Iterator[Remark]:
    try:
        json.loads(content)
    except UnicodeDecodeError:
        yield Remark(str(name), 1, Level.ERROR, CHECK, "is not UTF-8")
    except json.JSONDecodeError as error:
        text = f"is not valid JSON: {error.msg} (column {error.colno})"
        yield Remark(str(name), error.lineno, Level.ERROR, CHECK, text)
    except RecursionError:
        yield Remark(str(name), 1, Level.ERROR, CHECK, "is nested too deep")


def _by_package(files: Files, bundle: Bundle) -> Iterator[Remark]:
    below = bundle.data.get(ROOT, {})
    where, unchecked = Where(files), []
    for package, document in below.items() if isinstance(below, Mapping) else ():
        schema = schema_for(package, files, bundle.packages)
        if schema is None:
            unchecked.append(package)
            continue
        for wrong in schema.wrong(document):
            yield where.remark((package, *wrong.place), Level.ERROR, CHECK, f"{wrong.path}: {wrong.text}")
    yield from _said_of(unchecked, files)


def _said_of(unchecked: list[str], files: Files) -> Iterator[Remark]:
    if unchecked and not any(name.parent == DATA_SCHEMAS for name in files):
        text = f"{DATA_SCHEMAS}: is not there, so this data was not checked: {', '.join(unchecked)}"
        yield Remark("", 0, Level.NOTE, CHECK, text)
        return
    for package in unchecked:
        text = f"{package}: this data has no schema {DATA_SCHEMAS / package}.json, so it was not checked"
        yield Where(files).remark((package,), Level.WARNING, CHECK, text)
