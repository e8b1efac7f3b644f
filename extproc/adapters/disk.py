"""The few things a trail asks of a disk, behind a seam where tests make it fail."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

FILE_MODE: Final = 0o640  # the group may be the auditors'
DIRECTORY_MODE: Final = 0o750


class File(Protocol):
    """A file that only grows. Each method raises ``OSError``, after which nothing is known of what was written last."""

    size: int

    def write(self, data: bytes) -> None:
        """All of ``data``, at the end."""
        ...

    def sync(self) -> None:
        """What was written is on the disk."""
        ...

    def close(self) -> None: ...


OpenFile = Callable[[Path], File]
"""Opens a file for appending, making it where it is missing."""


class DiskFile:
    """A :class:`File` of the operating system."""

    __slots__ = ("_descriptor", "size")

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, FILE_MODE)
        self.size = os.fstat(self._descriptor).st_size

    def write(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:  # a disk that fills up takes a part first, and refuses the next
            written = os.write(self._descriptor, rest)
            self.size += written
            rest = rest[written:]

    def sync(self) -> None:
        os.fdatasync(self._descriptor)  # the size is flushed too, the times of access are not

    def close(self) -> None:
        os.close(self._descriptor)


class UnsyncedFile(DiskFile):
    """Leaves it to the operating system when to write: what a power failure takes was acknowledged. For benches."""

    __slots__ = ()

    def sync(self) -> None:
        pass


def sync_directory(path: Path) -> None:
    """Names made, changed and removed in ``path`` are on the disk."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
