"""Paths of a running gate."""

from pathlib import Path

import pytest

from extproc.adapters.runtime_files import LONGEST_SOCKET_BYTES, RuntimeFiles
from extproc.errors import Misconfigured


def test_the_longest_path_is_taken_and_one_more_byte_is_not() -> None:
    longest = "/" + "d" * (LONGEST_SOCKET_BYTES - len("//extproc-0.sock"))
    assert len(str(RuntimeFiles(Path(longest)).sidecar(0))) == LONGEST_SOCKET_BYTES
    with pytest.raises(Misconfigured, match="shorter directory"):
        RuntimeFiles(Path(longest + "d")).sidecar(0)


def test_bytes_count_and_not_letters() -> None:
    with pytest.raises(Misconfigured):
        RuntimeFiles(Path("/" + "é" * 50)).sidecar(0)


def test_the_directory_is_for_its_owner_alone(tmp_path: Path) -> None:
    files = RuntimeFiles(tmp_path / "a" / "run").prepared()
    assert files.directory.stat().st_mode & 0o777 == 0o700
    assert files.prepared() is files


def test_a_directory_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Misconfigured, match=r"^sidecar\.sockets: "):
        RuntimeFiles(tmp_path / "file" / "run").prepared()
