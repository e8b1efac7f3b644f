"""Commands that are imported when they are asked for."""

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from extproc.cli.app import Commands, app


@pytest.mark.parametrize("name", list(Commands.places))
def test_each_command_of_the_table_is_there(name: str) -> None:
    result = CliRunner().invoke(app, [name, "--help"])
    assert (result.exit_code, f" {name} " in result.stdout) == (0, True)


def test_all_are_listed_and_another_is_refused() -> None:
    listed = CliRunner().invoke(app, ["--help"]).stdout
    assert all(f" {name} " in listed for name in Commands.places)
    assert CliRunner().invoke(app, ["detct"]).exit_code == 2


def test_no_command_waits_for_the_parts_of_another() -> None:
    heavy = "import sys, extproc.cli.app, extproc.cli.detect_show; print({'grpc', 'aiohttp'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", heavy], capture_output=True, check=True).stdout == b"set()\n"
