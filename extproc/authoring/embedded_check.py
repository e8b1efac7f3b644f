"""Whether the embedded engine may run a bundle: builtins that it is not trusted with by file and line, and its plan."""

import asyncio
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from extproc.adapters.rego_plan import TRUSTED, refusal
from extproc.authoring.embedded import embedded
from extproc.authoring.opa_runs import ran
from extproc.authoring.rego_tree import Rule, calls
from extproc.authoring.remark import Level, Remark
from extproc.errors import Misconfigured

CHECK: Final = "embedded"
COMPILED_AWAY: Final = frozenset({"assign", "eq"})
"""What no engine calls: it becomes part of the plan."""
PLACED: Final = re.compile(r"data\.(?P<rule>[\w.]+)(?: \((?P<file>[^:]+):(?P<line>\d+)\))?: (?P<text>.*)", re.DOTALL)
"""A fault of the plan: ``data.gate.access.roles (access.rego:12): compares ...``."""


def remarks(program: Path, bundle: Path, rules: Sequence[Rule], level: Level) -> Iterator[Remark]:
    """``level`` is how bad it is that only OPA can run the policy."""
    found = list(_untrusted(_builtins(program), rules, level))
    yield from found
    said = {one.text for one in found}  # the plan names the same builtins, without their lines
    try:
        asyncio.run(_started(bundle))
    except Misconfigured as error:
        yield from (one for one in _placed(str(error), rules, level) if one.text not in said)


def _builtins(program: Path) -> frozenset[str]:
    said = json.loads(ran(program, "capabilities", "--current").stdout)
    return frozenset(one["name"] for one in said["builtins"])


def _untrusted(builtins: frozenset[str], rules: Sequence[Rule], level: Level) -> Iterator[Remark]:
    for rule in rules:
        for name, line in calls(rule):
            if name in builtins - TRUSTED - COMPILED_AWAY and name.partition(".")[0] not in rule.imports:
                yield Remark(rule.file, line, level, CHECK, refusal(name))


async def _started(bundle: Path) -> None:
    async with embedded(bundle):
        pass


def _placed(complaint: str, rules: Sequence[Rule], level: Level) -> Iterator[Remark]:
    """The complaint's lines, each at its own place or at the rule it names. The first only says that there are more."""
    first, *rest = complaint.splitlines()
    for line in rest or [first]:
        said = PLACED.fullmatch(line)
        named = [rule for rule in rules if said and rule.name == said["rule"]]
        if said is None or not named:
            yield Remark("", 0, level, CHECK, line)
            continue
        rule = next((one for one in named if Path(one.file).name == said["file"]), named[0])
        yield Remark(rule.file, int(said["line"] or rule.line), level, CHECK, f"{rule.name} {said['text']}")
