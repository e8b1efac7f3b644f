"""What OPA, and Regal where it is on PATH, have to say of a bundle."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from extproc.authoring.opa_runs import Done, complaints, ran
from extproc.authoring.remark import Level, Remark

FMT, STRICT, REGAL = "fmt", "opa", "regal"
SCHEMAS: Final = "schemas"
PLACED: Final = re.compile(r"(?P<file>[^:]+):(?P<line>\d+): (?P<text>.*)", re.DOTALL)


def remarks(program: Path, bundle: Path) -> Iterator[Remark]:
    """Formatting, then the strict check against the schemas; what does not parse is said once."""
    strict = _strict(program, bundle)
    unparsed = any("rego_parse_error" in one.stdout + one.stderr for one in (strict,))
    yield from _complaints(strict, bundle)
    if not unparsed:
        yield from _unformatted(program, bundle)
    yield from _regal(bundle)


def _strict(program: Path, bundle: Path) -> Done:
    schemas = ("--schema", str(bundle / SCHEMAS)) if (bundle / SCHEMAS).is_dir() else ()
    return ran(program, "check", "--strict", "--bundle", *schemas, "--format", "json", str(bundle))


def _complaints(done: Done, bundle: Path) -> Iterator[Remark]:
    if done.returncode == 0:
        return
    for one in complaints(done) or [done.stderr.strip() or done.stdout.strip()]:
        placed = PLACED.fullmatch(one)
        if placed:
            yield Remark(_below(bundle, placed["file"]), int(placed["line"]), Level.ERROR, STRICT, placed["text"])
        else:
            yield Remark("", 0, Level.ERROR, STRICT, one)


def _unformatted(program: Path, bundle: Path) -> Iterator[Remark]:
    files = sorted(str(path) for path in bundle.rglob("*.rego"))
    for file in ran(program, "fmt", "--list", *files).stdout.split("\n"):
        if file:
            text = "is not formatted; `opa fmt --write` formats it"
            yield Remark(_below(bundle, file), 1, Level.ERROR, FMT, text)


def _regal(bundle: Path) -> Iterator[Remark]:
    program = shutil.which("regal")
    if program is None:
        yield Remark("", 0, Level.NOTE, REGAL, "regal is not on PATH, so its rules were not run")
        return
    done = ran(Path(program), "lint", "--format", "json", str(bundle))
    try:
        violations: list[dict[str, Any]] = json.loads(done.stdout)["violations"]
    except (ValueError, KeyError, TypeError):
        yield Remark("", 0, Level.ERROR, REGAL, "regal did not end as it should")
        return
    for one in violations:
        level = Level.ERROR if one["level"] == "error" else Level.WARNING
        place = one["location"]
        yield Remark(_below(bundle, place["file"]), place["row"], level, REGAL, f"{one['title']}: {one['description']}")


def _below(bundle: Path, file: str) -> str:
    path = Path(file)
    return str(path.relative_to(bundle)) if path.is_relative_to(bundle) else file
