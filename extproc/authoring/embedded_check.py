"""Whether the embedded engine may run a bundle: builtins that it is not trusted with by file and line, and its plan."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from extproc.adapters.rego_plan import TRUSTED
from extproc.authoring.embedded import embedded
from extproc.authoring.opa_runs import ran
from extproc.authoring.rego_tree import Rule, calls
from extproc.authoring.remark import Level, Remark
from extproc.errors import Misconfigured

CHECK: Final = "embedded"
COMPILED_AWAY: Final = frozenset({"assign", "eq"})
"""What no engine calls: it becomes part of the plan."""
TEXT: Final = "this builtin is not for the embedded engine; the policy runs on OPA only"


def remarks(program: Path, bundle: Path, rules: Sequence[Rule], level: Level) -> Iterator[Remark]:
    """``level`` is how bad it is that only OPA can run the policy."""
    found = list(_untrusted(_builtins(program), rules, level))
    yield from found
    if found:
        return  # the plan would name the same builtins, without their lines
    try:
        asyncio.run(_started(bundle))
    except Misconfigured as error:
        yield from _placed(str(error), rules, level)


def _builtins(program: Path) -> frozenset[str]:
    said = json.loads(ran(program, "capabilities", "--current").stdout)
    return frozenset(one["name"] for one in said["builtins"])


def _untrusted(builtins: frozenset[str], rules: Sequence[Rule], level: Level) -> Iterator[Remark]:
    for rule in rules:
        for name, line in calls(rule):
            if name in builtins - TRUSTED - COMPILED_AWAY and name.partition(".")[0] not in rule.imports:
                yield Remark(rule.file, line, level, CHECK, f"{name}: {TEXT}")


async def _started(bundle: Path) -> None:
    async with embedded(bundle):
        pass


def _placed(complaint: str, rules: Sequence[Rule], level: Level) -> Iterator[Remark]:
    """The complaint's lines, each at the rule it names. The first only says that there are more."""
    places = {rule.name: (rule.file, rule.line) for rule in reversed(rules)}
    first, *rest = complaint.splitlines()
    for line in rest or [first]:
        file, row = places.get(line.partition(":")[0].removeprefix("data."), ("", 0))
        yield Remark(file, row, level, CHECK, line)
