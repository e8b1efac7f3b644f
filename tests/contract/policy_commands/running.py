"""``wardgate policy`` as an author runs it."""

import pytest
from typer.testing import CliRunner, Result

from extproc.adapters.opa_program import binary
from extproc.cli import app as command_line

OPA = binary()
needs_opa = pytest.mark.skipif(OPA is None, reason="no OPA: run `make opa`")


def run(*arguments: object) -> Result:
    asked = ["policy", *(str(argument) for argument in arguments)]
    return CliRunner().invoke(command_line.app, asked, catch_exceptions=False)
