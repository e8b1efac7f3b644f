"""The files of a policy bundle, from a directory or from an archive (``.tar.gz``) alike: contents by name.

A directory is walked through symbolic links, and what has a hidden directory in its path is passed over: a Kubernetes
ConfigMap shows each of its files through links into a hidden ``..2026_...`` directory, which it swaps as a whole. Not
covered: a file that is being written; whoever watches a directory looks twice.
"""

import io
import os
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from extproc.errors import Misconfigured

MAX_BYTES: Final = 64 * 2**20
"""Of all files together: a packed bundle must not unpack into the memory of the whole gate."""

Files = Mapping[PurePosixPath, bytes]


def read_files(path: Path) -> Files:
    """All files at ``path``, in the order of their names. Raises ``Misconfigured``."""
    try:
        found = dict(_unpacked(path) if path.is_file() else _walked(path))
    except OSError as error:
        raise Misconfigured(f"{path}: the policy bundle cannot be read ({error.strerror})") from error
    except (tarfile.TarError, EOFError, zlib.error, UnicodeError) as error:
        raise Misconfigured(f"{path}: not a bundle: neither a directory nor a .tar.gz archive") from error
    return dict(sorted(found.items(), key=lambda item: str(item[0])))


def packed(files: Files) -> bytes:
    """An archive of ``files``: the same files give the same bytes, whatever the clock and the user."""
    whole = io.BytesIO()
    compressor = zlib.compressobj(9, zlib.DEFLATED, 31)  # 31: gzip's frame, which then has no time in it
    with tarfile.open(fileobj=whole, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(str(name))
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return compressor.compress(whole.getvalue()) + compressor.flush()


def _walked(root: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    seen: set[str] = set()
    room = MAX_BYTES
    for directory, below, names in os.walk(root, followlinks=True, onerror=_raised):
        real = os.path.realpath(directory)
        below[:] = [] if real in seen else sorted(one for one in below if not one.startswith("."))
        for name in () if real in seen else names:
            file = Path(directory, name)
            content = _bounded(file, room)
            room -= len(content)
            yield PurePosixPath(file.relative_to(root).as_posix()), content
        seen.add(real)


def _bounded(file: Path, room: int) -> bytes:
    with file.open("rb") as stream:
        content = stream.read(room + 1)
    if len(content) > room:
        raise Misconfigured(f"{file}: a bundle has at most {MAX_BYTES} bytes")
    return content


def _raised(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):  # nothing there is an empty bundle, and no policy
        raise error


def _unpacked(path: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    seen: set[PurePosixPath] = set()
    with tarfile.open(fileobj=io.BytesIO(_inflated(path)), mode="r:") as archive:
        for entry in archive:
            if entry.isdir():
                continue
            name = _name(path, entry.name)
            stream = archive.extractfile(entry) if entry.isreg() else None
            if stream is None or name in seen:
                raise Misconfigured(f"{path}: {name}: a bundle holds each file once, and no links")
            seen.add(name)
            yield name, stream.read()


def _inflated(path: Path) -> bytes:
    stream = zlib.decompressobj(31)  # gzip's frame
    whole = stream.decompress(_bounded(path, MAX_BYTES), MAX_BYTES + 1)
    if len(whole) > MAX_BYTES:
        raise Misconfigured(f"{path}: a bundle has at most {MAX_BYTES} bytes")
    if not stream.eof or stream.unused_data:
        raise EOFError("not one whole gzip member")
    return whole


def _name(path: Path, text: str) -> PurePosixPath:
    """Relative to the bundle's root, which some packers write as ``/`` and others as ``./``."""
    name = PurePosixPath(text.lstrip("/"))
    if ".." in name.parts or not name.parts:
        raise Misconfigured(f"{path}: a name that leads out of the bundle")
    return name
