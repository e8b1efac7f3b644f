"""The command line: ``wardgate COMMAND``. Each command has a file of its own and is thin: parse, call, print."""

import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

import typer

from extproc.cli.lazy import LazyGroup
from extproc.errors import ExtprocError, Misconfigured


class Commands(LazyGroup):
    places: ClassVar[Mapping[str, str]] = {
        "init": "extproc.cli.init:init",
        "up": "extproc.cli.up:up",
        "demo": "extproc.cli.demo:demo",
        "serve": "extproc.cli.serve:serve",
        "token": "extproc.cli.token:token",
        "envoy-config": "extproc.cli.envoy_config:envoy_config",
        "bundle": "extproc.cli.bundle:bundle",
        "check": "extproc.cli.check:check",
        "policy": "extproc.cli.policy:policy_app",
        "detect": "extproc.cli.detect:detect_app",
        "mask": "extproc.cli.mask:mask",
        "audit": "extproc.cli.audit:audit_app",
    }


app = typer.Typer(cls=Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def wardgate() -> None:
    """The gate between a hospital's applications and the language models they call."""


def main() -> None:
    """Exit code 2 and a sentence for what is misconfigured, 1 for what else keeps us from it."""
    try:
        app()
    except Misconfigured as error:
        _say(str(error))
        sys.exit(2)
    except ExtprocError as error:
        _say(f"{error.public}: {error}")
        sys.exit(1)
    except Exception as error:  # noqa: BLE001  a bug; its text may quote what must not be seen, so only its place is said
        _say(f"a bug of ours: {type(error).__name__} at {_place(error)}")
        sys.exit(1)


def _say(text: str) -> None:
    for line in text.splitlines():
        sys.stderr.write(f"wardgate: {line}\n")


def _place(error: BaseException) -> str:
    """File and line of the innermost frame."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "an unknown place"


if __name__ == "__main__":
    main()
