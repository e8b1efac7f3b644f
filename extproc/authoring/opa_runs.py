"""One run of OPA, and what it said."""

import json
import subprocess
from pathlib import Path
from typing import Any, Final

from extproc.adapters.opa_program import VERSION, binary
from extproc.errors import Misconfigured

ANSWER_S: Final = 120
"""How long a run may take, seconds: the tests of a large library with coverage."""

Done = subprocess.CompletedProcess[str]


def needed() -> Path:
    """Raises ``Misconfigured`` where there is no OPA of our version."""
    program = binary()
    if program is None:
        raise Misconfigured(f"opa: no OPA {VERSION}x on PATH; put one there, or run `make opa` in a checkout")
    return program


def ran(program: Path, *arguments: str, said: str | None = None, at: Path | None = None) -> Done:
    """One run in the directory ``at``, with ``said`` on its input. Raises ``Misconfigured`` if it does not end."""
    try:
        return subprocess.run(  # noqa: S603
            (str(program), *arguments),
            input=said,
            cwd=at,
            capture_output=True,
            text=True,
            timeout=ANSWER_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise Misconfigured(f"{program} did not answer") from None


def evaluated(program: Path, bundle: Path, query: str, term: str | None = None) -> object:
    """The value of the Rego expression ``query`` with the input ``term`` (JSON); ``None`` where it is undefined.

    Raises ``Misconfigured`` with what OPA has against it.
    """
    command = ("eval", "--bundle", str(bundle), "--format", "json", *(("--stdin-input",) if term else ()), query)
    done = ran(program, *command, said=term)
    if done.returncode != 0:
        raise Misconfigured(f"opa: {(complaints(done) or [done.stderr.strip()])[0]}")
    match json.loads(done.stdout):
        case {"result": [{"expressions": [{"value": value}]}]}:
            found: object = value
            return found
        case _:
            return None


def complaints(done: Done) -> list[str]:
    """``file:line: message`` of each error in a run's JSON, or in what it said otherwise."""
    try:
        errors: list[dict[str, Any]] = json.loads(done.stdout or done.stderr)["errors"]
    except (ValueError, KeyError, TypeError):
        return []
    return [f"{where(error)}{error['message']}" for error in errors]


def where(error: dict[str, Any]) -> str:
    place = error.get("location") or {}
    return f"{place['file']}:{place['row']}: " if place.get("file") else ""
