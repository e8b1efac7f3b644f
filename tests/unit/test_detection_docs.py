"""``docs/detection.md`` shows what the commands print."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extproc.cli.app import app
from extproc.config import Detect
from extproc.detect.own.faults import Kind
from extproc.detect.own.validators import VALIDATORS

PAGE = (Path(__file__).parents[2] / "docs" / "detection.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```console\n\$ (.+)\n((?:.*\n)*?)```$", PAGE, re.MULTILINE)
TABLES = re.findall(r"^```toml\n((?:.*\n)*?)```$", PAGE, re.MULTILINE)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with each file that the page shows."""
    monkeypatch.chdir(tmp_path)
    for command, content in SHOWN:
        if command.startswith("cat "):
            (tmp_path / command.removeprefix("cat ")).write_text(content, encoding="utf-8")
    for table in TABLES:
        if named := re.match(r"# (\S+)\n", table):
            (tmp_path / named[1]).write_text(table, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("command", "output"), [one for one in SHOWN if one[0].startswith("wardgate ")])
def test_a_command_prints_what_the_page_shows(place: Path, command: str, output: str) -> None:
    result = CliRunner().invoke(app, shlex.split(command)[1:], catch_exceptions=False)
    assert (result.exit_code, result.stdout) == (0, output)


def test_there_are_commands_on_the_page() -> None:
    assert len(SHOWN) >= 8


def test_the_settings_on_the_page_are_settings() -> None:
    (settings,) = (table for table in TABLES if table.startswith("[detect]"))
    assert Detect.model_validate(tomllib.loads(settings)["detect"]).rules == Path("detect.toml")


def test_every_validator_and_every_kind_of_remark_is_named() -> None:
    named = set(re.findall(r"`([a-z0-9_]+)`", PAGE))
    assert set(VALIDATORS) <= named
    assert set(Kind) <= named
