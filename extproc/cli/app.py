"""The command line: ``wardgate COMMAND``. Each command has a file of its own and is thin: parse, call, print."""

import sys
import traceback
from pathlib import Path

import typer

from extproc.cli.audit import audit_app
from extproc.cli.bundle import bundle
from extproc.cli.check import check
from extproc.cli.demo import demo
from extproc.cli.envoy_config import envoy_config
from extproc.cli.init import init
from extproc.cli.serve import serve
from extproc.cli.token import token
from extproc.cli.up import up
from extproc.errors import ExtprocError, Misconfigured

app = typer.Typer(
    help="The gate between a hospital's applications and the language models they call.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(init)
app.command()(up)
app.command()(demo)
app.command()(serve)
app.command()(token)
app.command("envoy-config")(envoy_config)
app.command()(bundle)
app.command()(check)
app.add_typer(audit_app, name="audit")


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
