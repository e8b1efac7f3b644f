"""Texts in and out."""

from pathlib import Path

import pytest

from extproc.cli.texts import read_text, write_text
from extproc.errors import Misconfigured


def test_a_text_is_read_with_its_line_ends(tmp_path: Path) -> None:
    (tmp_path / "note").write_bytes("a\r\nb\rç\ufeff".encode())
    assert read_text(tmp_path / "note") == "a\r\nb\rç\ufeff"


@pytest.mark.parametrize("name", ["", "none"])
def test_what_cannot_be_read_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(Misconfigured, match="cannot be read"):
        read_text(tmp_path / name)


def test_a_text_is_written_as_it_is(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_text("a\r\nç\ud800")
    assert capfdbinary.readouterr().out == "a\r\nç\\ud800".encode()
