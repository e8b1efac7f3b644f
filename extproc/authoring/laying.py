"""A profile laid over the data of a policy's directory."""

import json
from pathlib import Path
from typing import Any, Final

from extproc.adapters.bundle import DATA
from extproc.adapters.profiles import PROFILES, profiled
from extproc.adapters.share import share
from extproc.errors import Misconfigured

ROOT: Final = "wardgate"


def laid(directory: Path, name: str) -> list[Path]:
    """Writes what the profile ``name`` says into ``directory``; returns the files that changed.

    The profile is the directory's own (``profiles/``), else the one that came with the gate. It lays over what is
    there: an organisation's other changes stay. Raises ``Misconfigured``.
    """
    files = {file.parent.name: file for file in sorted((directory / ROOT).glob(f"*/{DATA}"))}
    if not files:
        raise Misconfigured(f"{directory}: holds no {ROOT}/*/{DATA}, so there is nothing to lay a profile over")
    data = {package: _document(file) for package, file in files.items()}
    source = directory if (directory / PROFILES).is_dir() else share("opa")
    changed = []
    for package, document in profiled(source, name, data).items():
        if document != data.get(package):
            changed.append(_written(directory / ROOT / package / DATA, document))
    return changed


def _document(file: Path) -> Any:
    try:
        return json.loads(file.read_bytes())
    except (OSError, ValueError) as error:
        raise Misconfigured(f"{file}: cannot be read as JSON") from error


def _written(file: Path, document: object) -> Path:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        partial = file.with_name(f".{file.name}.partial")
        partial.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        partial.replace(file)
    except OSError as error:
        raise Misconfigured(f"{file}: cannot be written ({error.strerror})") from error
    return file
