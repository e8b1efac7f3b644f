"""OPA as a part of the stack: its program and its command line."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

import aiohttp

from extproc.adapters.share import PACKAGE
from extproc.local.part import Part
from extproc.local.polling import answers_yes

VERSION: Final = "1.20."
"""What the policy is tested on. Another OPA is not taken: builtins come and go between versions."""
ANSWER_S: Final = 30
"""How long a command of OPA's may take, seconds."""


def binary() -> Path | None:
    """An OPA of our version: the checkout's ``.tools/bin/opa``, else the one on PATH."""
    on_path = shutil.which("opa")
    places = [PACKAGE.parent / ".tools" / "bin" / "opa", *([Path(on_path)] if on_path else [])]
    return next((place for place in places if place.is_file() and _version(place).startswith(VERSION)), None)


GOGC: Final = "400"
"""OPA's heap is small and its garbage much: collecting at four times the heap and not at twice took its CPU time per
decision from 2.9 to 1.8 ms here, for 20 MB."""


def part(program: Path, *, bundle: Path, socket: Path) -> Part:
    """Serves the archive ``bundle``. The socket is for its owner alone."""
    where = ("--addr", f"unix://{socket}", "--unix-socket-perm", "600")
    quiet = ("--log-level", "error", "--skip-version-check")
    return Part(
        "opa", ("env", f"GOGC={GOGC}", str(program), "run", "--server", *where, *quiet, "--bundle", str(bundle))
    )


def complaint(program: Path, bundle: Path) -> str | None:
    """What OPA has against the archive ``bundle``; ``None`` if it takes it."""
    done = _run(program, "check", "--bundle", str(bundle))
    if done is None:
        return f"{program} did not answer"
    return None if done.returncode == 0 else (done.stderr or done.stdout).strip()


async def healthy(socket: Path) -> None:
    """Waits until OPA has loaded the policy and answers."""

    async def well() -> bool:
        try:
            connector = aiohttp.UnixConnector(str(socket))
            async with (
                aiohttp.ClientSession(connector=connector) as session,
                session.get("http://opa/health") as answer,
            ):
                return answer.status == 200
        except (OSError, aiohttp.ClientError, TimeoutError):
            return False

    await answers_yes(well)


def _version(program: Path) -> str:
    done = _run(program, "version")
    lines = done.stdout.splitlines() if done else []
    return next((line.removeprefix("Version: ") for line in lines if line.startswith("Version: ")), "")


def _run(program: Path, *arguments: str) -> subprocess.CompletedProcess[str] | None:
    try:
        return subprocess.run((str(program), *arguments), capture_output=True, text=True, timeout=ANSWER_S, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
