"""Texts in and out: exactly as they are, so that offsets and line ends are the file's."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedIOBase
from pathlib import Path
from typing import Final, cast

from extproc.errors import Misconfigured

STANDARD_INPUT: Final = Path("-")


@contextmanager
def source(file: Path | None) -> Iterator[BufferedIOBase]:
    """Raises ``Misconfigured`` for a file that cannot be opened."""
    if file is None or file == STANDARD_INPUT:
        yield cast("BufferedIOBase", sys.stdin.buffer)
        return
    try:
        opened = file.open("rb")
    except OSError as error:
        raise Misconfigured(f"{file}: cannot be read ({error.strerror})") from None
    with opened:
        yield opened


def read_text(file: Path | None) -> str:
    """Raises ``Misconfigured`` for what cannot be read, or is not UTF-8."""
    with source(file) as stream:
        try:
            return stream.read().decode("utf-8")
        except UnicodeDecodeError:
            raise Misconfigured(f"{file or 'standard input'}: is not a text in UTF-8") from None


def write_text(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
