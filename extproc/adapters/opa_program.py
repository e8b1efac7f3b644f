"""OPA's program, where it is on this machine, and one run of it."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

from extproc.adapters.share import PACKAGE

VERSION: Final = "1.20."
"""What the policy is tested on. Another OPA is not taken: builtins come and go between versions."""
ANSWER_S: Final = 30
"""How long a command of OPA's may take, seconds."""


def binary() -> Path | None:
    """An OPA of our version: the checkout's ``.tools/bin/opa``, else the one on PATH."""
    on_path = shutil.which("opa")
    places = [PACKAGE.parent / ".tools" / "bin" / "opa", *([Path(on_path)] if on_path else [])]
    return next((place for place in places if place.is_file() and _version(place).startswith(VERSION)), None)


def run(program: Path, *arguments: str) -> subprocess.CompletedProcess[str] | None:
    """``None`` where it cannot be started, or takes too long."""
    try:
        return subprocess.run((str(program), *arguments), capture_output=True, text=True, timeout=ANSWER_S, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None


def _version(program: Path) -> str:
    done = run(program, "version")
    lines = done.stdout.splitlines() if done else []
    return next((line.removeprefix("Version: ") for line in lines if line.startswith("Version: ")), "")
