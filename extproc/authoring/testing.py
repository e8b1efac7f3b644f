"""A bundle's Rego tests on both engines: what passes, where the engines disagree, and which lines nothing covers."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extproc.authoring import embedded_tests
from extproc.authoring.opa_runs import complaints, needed, ran
from extproc.errors import Misconfigured


@dataclass(frozen=True, slots=True)
class Outcome:
    """One test. ``embedded`` is ``None`` where the embedded engine was not, or could not be, asked."""

    name: str
    file: str
    line: int
    opa: bool
    embedded: bool | None
    duration_us: int

    @property
    def disagree(self) -> bool:
        return self.embedded is not None and self.embedded is not self.opa


@dataclass(frozen=True, slots=True)
class Covered:
    """A file with rules: how much of it the tests reach on OPA, and the lines they do not."""

    file: str
    permille: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tested:
    outcomes: tuple[Outcome, ...]
    coverage: tuple[Covered, ...]

    @property
    def good(self) -> bool:
        """All pass on OPA, nobody disagrees, and there are tests at all."""
        return bool(self.outcomes) and all(one.opa and not one.disagree for one in self.outcomes)


def tested(bundle: Path, *, embedded: bool) -> Tested:
    """``embedded``: ask the embedded engine too. Raises ``Misconfigured`` for a bundle that OPA does not compile."""
    program, place = needed(), bundle.resolve()
    rows = _opa(program, place)
    second = embedded_tests.passed(program, place) if embedded else {}
    return Tested(tuple(_outcome(row, second) for row in rows), tuple(_coverage(program, place)))


def _opa(program: Path, bundle: Path) -> Sequence[Mapping[str, Any]]:
    done = ran(program, "test", "--bundle", "--format", "json", ".", at=bundle)
    try:
        rows: list[dict[str, Any]] = json.loads(done.stdout) or []
    except ValueError:
        raise Misconfigured("\n".join(complaints(done)) or done.stderr.strip() or "opa test ended early") from None
    if isinstance(rows, dict):
        raise Misconfigured("\n".join(complaints(done)) or "opa test ended early")
    return rows


def _outcome(row: Mapping[str, Any], second: Mapping[str, bool | None]) -> Outcome:
    name = f"{row['package']}.{row['name']}"
    place = row["location"]
    good = not (row.get("fail") or row.get("error") or row.get("skip"))
    return Outcome(name, place["file"], place["row"], good, second.get(name), row.get("duration", 0) // 1000)


def _coverage(program: Path, bundle: Path) -> list[Covered]:
    done = ran(program, "test", "--bundle", "--coverage", "--format", "json", ".", at=bundle)
    try:
        files: Mapping[str, Any] = json.loads(done.stdout)["files"]
    except (ValueError, KeyError, TypeError):
        return []  # a test fails: OPA then says nothing of coverage
    ruled = {file: said for file, said in sorted(files.items()) if said.get("covered") or said.get("not_covered")}
    return [_covered(file, said) for file, said in ruled.items() if not file.endswith("_test.rego")]


def _covered(file: str, said: Mapping[str, Any]) -> Covered:
    lines = {row for one in said.get("not_covered") or () for row in range(one["start"]["row"], one["end"]["row"] + 1)}
    return Covered(file, round(10 * said.get("coverage", 0)), tuple(sorted(lines)))
