"""The policy bundle: a directory of Rego and data, laid out as OPA's bundles are.

``*.rego`` anywhere, except tests (``*_test.rego``); each ``data.json`` holds what lies under its directory
(``wardgate/access/data.json`` is ``data.wardgate.access``). Everything else in the directory, schemas and fixtures for
one, is no part of what decides, and of the revision neither. ``data.yaml`` is refused rather than read: ``off`` and
``2030-01-01`` are not the same values to every reader of YAML.

OPA is given the bundle as an archive whose manifest carries the revision, and repeats that revision with every
decision, so that a policy other than the one recorded is noticed. Not covered: who wrote the bundle (its signature).
"""

import gzip
import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from extproc.errors import Misconfigured

DATA: Final = "data.json"
MANIFEST: Final = ".manifest"
REFUSED: Final = frozenset({"data.yaml", "data.yml"})


@dataclass(frozen=True, slots=True)
class Bundle:
    """What decides: ``modules`` are Rego sources by their name below the bundle, ``data`` the whole data document."""

    modules: Mapping[str, str]
    data: Mapping[str, object]
    revision: str


def bundle_revision(path: Path) -> str:
    """``sha256:`` and the digest over names and contents of all that decides. Raises ``Misconfigured``."""
    return _revision(_files(path))


def read_bundle(path: Path) -> Bundle:
    """The bundle in the directory ``path``. Raises ``Misconfigured``, naming the file."""
    files = _files(path)
    data: dict[str, object] = {}
    for name, content in files.items():
        if name.name == DATA:
            _graft(data, name, _object(path / name, content))
    return Bundle(
        modules={str(name): _text(path / name, content) for name, content in files.items() if name.suffix == ".rego"},
        data=data,
        revision=_revision(files),
    )


def write_archive(path: Path, target: Path) -> str:
    """Write the bundle in ``path`` as the archive ``target`` for ``opa run -b``; returns its revision.

    The same bundle gives the same bytes. ``target`` appears whole or not at all. Raises ``Misconfigured``.
    """
    files = _files(path)
    revision = _revision(files)
    packed = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.USTAR_FORMAT) as archive,
    ):
        manifest = json.dumps({"revision": revision, "roots": [""]}).encode()
        for name, content in {PurePosixPath(MANIFEST): manifest, **files}.items():
            entry = tarfile.TarInfo(str(name))
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    partial = target.with_name(f"{target.name}.{os.getpid()}.partial")
    partial.write_bytes(packed.getvalue())
    partial.replace(target)
    return revision


def _files(path: Path) -> Mapping[PurePosixPath, bytes]:
    """Contents by name, in the order of their names."""
    try:
        found = {PurePosixPath(file.relative_to(path).as_posix()): file.read_bytes() for file in _deciding(path)}
    except OSError as error:
        raise Misconfigured(f"{path}: the policy bundle cannot be read ({error.strerror})") from error
    if not any(name.suffix == ".rego" for name in found):
        raise Misconfigured(f"{path}: no policy here: a bundle is a directory with .rego files")
    return dict(sorted(found.items(), key=lambda item: str(item[0])))


def _deciding(path: Path) -> Iterator[Path]:
    for file in path.rglob("*"):
        if file.name in REFUSED:
            raise Misconfigured(f"{file}: data is read from {DATA} only; write it as JSON")
        if file.name == DATA or (file.suffix == ".rego" and not file.stem.endswith("_test")):
            yield file


def _revision(files: Mapping[PurePosixPath, bytes]) -> str:
    """Each name and content is preceded by its length, so that no two bundles run into the same bytes."""
    digest = hashlib.sha256()
    for name, content in files.items():
        for piece in (str(name).encode(), content):
            digest.update(len(piece).to_bytes(8, "big"))
            digest.update(piece)
    return f"sha256:{digest.hexdigest()}"


def _text(file: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Misconfigured(f"{file}: not UTF-8") from error


def _object(file: Path, content: bytes) -> Mapping[str, object]:
    try:
        document = json.loads(content)
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{file}: not valid JSON") from error
    if not isinstance(document, dict):
        raise Misconfigured(f"{file}: data is one JSON object")
    return document


def _graft(data: dict[str, object], name: PurePosixPath, document: Mapping[str, object]) -> None:
    """Put ``document`` where its directory says. Two files with the same member are refused, as OPA refuses them."""
    place = data
    for step in name.parent.parts:
        below = place.setdefault(step, {})
        if not isinstance(below, dict):
            raise Misconfigured(f"{name}: lies below data that is not an object")
        place = below
    if twice := place.keys() & document.keys():
        raise Misconfigured(f"{name}: says again what another file says: {', '.join(sorted(twice))}")
    place.update(document)
