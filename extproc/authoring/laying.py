"""A profile laid over the data of a policy's directory, and never over somebody's own values unasked.

A value is somebody's own if neither the data as it is shipped nor any profile has it at its place. What the profile
does not name stays as it is; ``hipaa-strict`` takes away what other profiles added.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from extproc.adapters.bundle import DATA
from extproc.adapters.profiles import PROFILES, STRICT, profile_names, profiled
from extproc.adapters.share import share
from extproc.errors import Misconfigured

ROOT: Final = "wardgate"
Path_ = tuple[str, ...]
ABSENT: Final = object()
"""Where there is no value."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value of ``file``, at ``path`` (``/roles/clinician``). ``own``: somebody set what was there."""

    file: Path
    path: str
    before: object
    after: object
    own: bool


@dataclass(frozen=True, slots=True)
class Laid:
    """What a profile makes of a directory's data: whole documents by file, and what differs in them."""

    documents: Mapping[Path, object]
    changes: tuple[Change, ...]

    @property
    def own(self) -> tuple[Change, ...]:
        return tuple(one for one in self.changes if one.own)


def planned(directory: Path, name: str) -> Laid:
    """What laying the profile ``name`` over the data in ``directory`` would do; nothing is written.

    The profile is the directory's own (``profiles/``), else the one that came with the gate. Raises ``Misconfigured``.
    """
    files = {file.parent.name: file for file in sorted((directory / ROOT).glob(f"*/{DATA}"))}
    if not files:
        raise Misconfigured(f"{directory}: holds no {ROOT}/*/{DATA}, so there is nothing to lay a profile over")
    data = {package: _document(file) for package, file in files.items()}
    source = directory if (directory / PROFILES).is_dir() else share("opa")
    known = _known(source)
    wanted = _back(data, known[STRICT], tuple(known.values())) if name == STRICT else profiled(source, name, data)
    documents: dict[Path, object] = {}
    changes: list[Change] = []
    for package, document in wanted.items():
        if document != data.get(package):
            file = directory / ROOT / package / DATA
            documents[file] = document
            changes += (
                Change(file, _spelled(at), before, after, _is_own(before, (package, *at), tuple(known.values())))
                for at, before, after in _differing(data.get(package, ABSENT), document, ())
            )
    return Laid(documents, tuple(changes))


def lay(laid: Laid) -> None:
    """Raises ``Misconfigured`` for a file that cannot be written; those before it are."""
    for file, document in laid.documents.items():
        _write(file, document)


def _known(source: Path) -> dict[str, dict[str, object]]:
    """The data as each profile that is there has it, over what is shipped."""
    shipped = {file.parent.name: _document(file) for file in sorted((share("opa") / ROOT).glob(f"*/{DATA}"))}
    return {name: profiled(source, name, shipped) for name in profile_names(source)}


def _back(data: Mapping[str, Any], shipped: Mapping[str, Any], known: Sequence[Any], at: Path_ = ()) -> dict[str, Any]:
    """``shipped``, and what somebody added to ``data``; what a profile added goes."""
    found: dict[str, Any] = {}
    for name in dict.fromkeys((*data, *shipped)):
        mine, theirs = data.get(name, ABSENT), shipped.get(name, ABSENT)
        if isinstance(mine, dict) and isinstance(theirs, dict):
            found[name] = _back(mine, theirs, known, (*at, name))
        elif theirs is not ABSENT:
            found[name] = theirs
        elif _is_own(mine, (*at, name), known):
            found[name] = mine
    return found


def _differing(before: Any, after: Any, at: Path_) -> Iterator[tuple[Path_, object, object]]:
    if isinstance(before, dict) and isinstance(after, dict):
        for name in dict.fromkeys((*before, *after)):
            yield from _differing(before.get(name, ABSENT), after.get(name, ABSENT), (*at, name))
    elif before is ABSENT or after is ABSENT or before != after:
        yield at, before, after


def _is_own(value: object, at: Path_, known: Sequence[Any]) -> bool:
    return value is not ABSENT and all(_value(document, at) != value for document in known)


def _value(document: Any, at: Path_) -> object:
    for step in at:
        if not isinstance(document, dict) or step not in document:
            return ABSENT
        document = document[step]
    return document


def _spelled(at: Path_) -> str:
    return "".join(f"/{step}" for step in at) or "/"


def _document(file: Path) -> Any:
    try:
        return json.loads(file.read_bytes())
    except (OSError, ValueError) as error:
        raise Misconfigured(f"{file}: cannot be read as JSON") from error


def _write(file: Path, document: object) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        partial = file.with_name(f".{file.name}.partial")
        partial.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        partial.replace(file)
    except OSError as error:
        raise Misconfigured(f"{file}: cannot be written ({error.strerror})") from error
