import os
from pathlib import Path

import pytest

from extproc.adapters.disk import DiskFile, UnsyncedFile, sync_directory


def test_a_file_grows_from_where_it_ended(tmp_path: Path) -> None:
    for text in (b"one", b"two"):
        file = DiskFile(tmp_path / "f")
        file.write(text)
        file.sync()
        file.close()
    assert (tmp_path / "f").read_bytes() == b"onetwo"
    assert DiskFile(tmp_path / "f").size == 6


def test_a_short_write_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data[:2])))
    file = DiskFile(tmp_path / "f")
    file.write(b"seven b")
    assert (file.size, (tmp_path / "f").read_bytes()) == (7, b"seven b")


def test_a_file_that_is_not_synced_is_written_all_the_same(tmp_path: Path) -> None:
    file = UnsyncedFile(tmp_path / "f")
    file.write(b"text")
    file.sync()
    assert (tmp_path / "f").read_bytes() == b"text"


def test_a_directory_can_be_synced_and_a_file_is_none(tmp_path: Path) -> None:
    sync_directory(tmp_path)
    (tmp_path / "f").touch()
    with pytest.raises(NotADirectoryError):
        sync_directory(tmp_path / "f")
