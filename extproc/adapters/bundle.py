"""The policy bundle: Rego and data, laid out as OPA's bundles are, in a directory or an archive.

``*.rego`` anywhere, except tests (``*_test.rego``); each ``data.json`` holds what lies under its directory
(``wardgate/access/data.json`` is ``data.wardgate.access``). Everything else, fixtures for one, is no part of what
decides, and of the revision neither; nor are the schemas, which are packed all the same, since data is held against
them wherever it is read (``data_schemas.py``). ``data.yaml`` is refused rather than read: ``off`` and
``2030-01-01`` are not the same values to every reader of YAML.

OPA is given the bundle as an archive whose manifest carries the revision, and repeats that revision with every
decision, so that a policy other than the one recorded is noticed. A signed bundle is given to OPA byte for byte, with
the manifest that was signed.
"""

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from extproc.adapters.bundle_files import Files, packed, read_files
from extproc.adapters.bundle_signature import ANYBODY, SIGNATURES, Signer, Trust, signed, signer_of
from extproc.errors import Misconfigured

DATA: Final = "data.json"
MANIFEST: Final = PurePosixPath(".manifest")
DATA_SCHEMAS: Final = PurePosixPath("schemas", "data")
"""``<package>.json`` of each package of data."""
REFUSED: Final = frozenset({"data.yaml", "data.yml"})
PACKAGE: Final = re.compile(r"^package[ \t]+([a-zA-Z0-9_.]+)", re.MULTILINE)
NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,127}")
"""A revision: no room for a sentence."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What decides: ``modules`` are Rego sources by their name below the bundle, ``data`` the whole data document.

    ``revision`` is the digest of both. ``named`` is what OPA calls it (the manifest's revision), ``archive`` what OPA
    is given, ``signer`` who signed it, where that was verified.
    """

    modules: Mapping[str, str]
    data: Mapping[str, object]
    revision: str
    named: str = ""
    archive: bytes = field(default=b"", repr=False)
    signer: Signer | None = None

    @property
    def packages(self) -> tuple[str, ...]:
        return packages_of(self.modules)


def packages_of(modules: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({name for source in modules.values() for name in PACKAGE.findall(source)[:1]}))


def bundle_revision(path: Path) -> str:
    """``sha256:`` and the digest over names and contents of all that decides. Raises ``Misconfigured``."""
    return _revision(_deciding(path, read_files(path)))


def read_bundle(path: Path, trust: Trust = ANYBODY) -> Bundle:
    """The bundle in the directory or archive ``path``. Raises ``Misconfigured``, naming the file."""
    return bundle_of(path, read_files(path), trust)


def bundle_of(path: Path, files: Files, trust: Trust = ANYBODY) -> Bundle:
    """The bundle that ``files`` make; ``path`` is said in errors. Raises ``Misconfigured``."""
    signer = signer_of(path, files, trust)
    deciding = _deciding(path, files)
    revision = _revision(deciding)
    data: dict[str, object] = {}
    for name, content in deciding.items():
        if name.name == DATA:
            _graft(data, name, _object(path / name, content))
    given = deciding if signer is None else files
    return Bundle(
        modules={
            str(name): _text(path / name, content) for name, content in deciding.items() if name.suffix == ".rego"
        },
        data=data,
        revision=revision,
        named=revision if signer is None else _named(path, files),
        archive=packed(_with_manifest(given, revision) if signer is None else given),
        signer=signer,
    )


def write_archive(path: Path, target: Path) -> str:
    """Write the bundle in ``path`` as the archive ``target`` for ``opa run -b``; returns its revision.

    The same bundle gives the same bytes. ``target`` appears whole or not at all. Raises ``Misconfigured``.
    """
    packing, revision = _packing(path)
    put(target, packed(packing))
    return revision


def write_signed(path: Path, target: Path, key_pem: bytes, trust: Trust, issuer: str = "") -> str:
    """As :func:`write_archive`, signed with the private key ``key_pem`` in the name of ``issuer``."""
    packing, revision = _packing(path)
    put(target, packed(signed(packing, key_pem, trust, issuer)))
    return revision


def _packing(path: Path) -> tuple[Files, str]:
    """What an archive of the bundle holds, and its revision."""
    files = read_files(path)
    revision = bundle_of(path, files).revision
    schemas = {name: content for name, content in files.items() if name.parts[0] == DATA_SCHEMAS.parts[0]}
    return _with_manifest({**_deciding(path, files), **schemas}, revision), revision


def put(target: Path, content: bytes, by_way_of: Path | None = None) -> None:
    """``target`` is replaced as a whole. Whoever watches its directory sees nothing else when the new content is made
    in another one of the same disk, ``by_way_of``."""
    partial = (by_way_of or target.parent) / f".{target.name}.{os.getpid()}.partial"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content)
        partial.replace(target)
    except OSError as error:
        raise Misconfigured(f"{target}: cannot be written ({error.strerror})") from error


def _with_manifest(files: Files, revision: str) -> Files:
    manifest = json.dumps({"revision": revision, "roots": [""]}).encode()
    return {MANIFEST: manifest, **{name: content for name, content in files.items() if name != MANIFEST}}


def _named(path: Path, files: Files) -> str:
    """The revision of the manifest that was signed."""
    match _object(path / MANIFEST, files.get(MANIFEST, b"{}")):
        case {"revision": str(revision)} if NAME.fullmatch(revision):
            return revision
        case _:
            raise Misconfigured(f"{path}: a signed bundle needs a revision in its manifest, by which OPA names it")


def _deciding(path: Path, files: Files) -> Files:
    for name in files:
        if name.name in REFUSED:
            raise Misconfigured(f"{path / name}: data is read from {DATA} only; write it as JSON")
    found = {
        name: content
        for name, content in files.items()
        if name.name == DATA or (name.suffix == ".rego" and not name.stem.endswith("_test"))
    }
    if not any(name.suffix == ".rego" for name in found):
        raise Misconfigured(f"{path}: no policy here: a bundle is a directory with .rego files")
    return found


def content_digest(files: Files) -> str:
    """Of all that can change what a bundle is: what decides, what its data is held against, and who signed it."""
    relevant = {
        name: content
        for name, content in files.items()
        if name.suffix == ".rego"
        or name.name in REFUSED
        or name.name == DATA
        or name in (SIGNATURES, MANIFEST)
        or name.parent == DATA_SCHEMAS
    }
    return _revision(relevant)


def _revision(files: Files) -> str:
    """Each name and content is preceded by its length, so that no two bundles run into the same bytes."""
    digest = hashlib.sha256()
    for name, content in files.items():
        for piece in (str(name).encode(errors="surrogateescape"), content):
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
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
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
