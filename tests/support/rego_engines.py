"""The same small policies on OPA and, behind its guard, on the embedded engine: what each answers."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

OPA: Final = Path(__file__).parents[2] / ".tools" / "bin" / "opa"
PACKAGE: Final = "package gate.request\n\n"

WORKER: Final = """
import json, sys
from extproc.adapters.rego_engine import Engine
from extproc.adapters.rego_term import term
from extproc.errors import Misconfigured, PolicyMalformed
asked = json.loads(sys.stdin.readline())
for source in asked["sources"]:
    try:
        said = {"value": Engine({"policy.rego": source}, asked["data"]).evaluate("request", term(asked["input"]))}
    except Misconfigured as error:
        said = {"refused": str(error)}
    except PolicyMalformed as error:
        said = {"none": str(error)}
    print(json.dumps(said), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Said:
    """``refused``: why the guard, or the engine when it compiled, would not run it. ``defined``: it has a value."""

    defined: bool
    value: Any = None
    refused: str = ""
    failed: bool = False
    """Loudly: an error, or the end of the process."""

    def same(self, other: "Said") -> bool:
        return self.defined is other.defined and _alike(self.value, other.value)


def _alike(one: Any, other: Any) -> bool:
    """As JSON: ``1`` is ``1.0``, and not ``true``. Lists in any order, since a set has none when it is written."""
    return _canonical(one) == _canonical(other)


def _canonical(value: Any) -> str:
    match value:
        case list():
            return f"[{','.join(sorted(map(_canonical, value)))}]"
        case dict():
            value = {name.replace(", ", ","): one for name, one in value.items()}  # a key that is a collection
            return f"{{{','.join(sorted(f'{name}:{_canonical(one)}' for name, one in value.items()))}}}"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return json.dumps(value)


def on_opa(bodies: Mapping[str, str], data: Any, question: Any, place: Path) -> dict[str, Said]:
    """``bodies``: rules by the name of the rule that is asked for. Left out is what OPA does not compile.

    An error of a builtin is undefined here: with errors that are errors one would end them all.
    """
    left = dict(bodies)
    (place / "data.json").write_text(json.dumps(data))
    while left:
        first = {}
        text = PACKAGE
        for name, body in left.items():
            first[text.count("\n") + 1] = name
            text += f"{body}\n\n"
        (place / "policy.rego").write_text(text)
        asked = (OPA, "eval", "--data", place, "--stdin-input", "--format", "json", "data.gate.request")
        done = subprocess.run(asked, input=json.dumps(question), capture_output=True, text=True, check=False)
        answer = json.loads(done.stdout)
        if "errors" not in answer:
            found = answer["result"][0]["expressions"][0]["value"]
            return {name: Said(name in found, found.get(name)) for name in left}
        rows = {one["location"]["row"] for one in answer["errors"] if one.get("location")}
        assert rows, answer
        for row in rows:
            left.pop(first[max(line for line in first if line <= row)], None)
    return {}


def embedded(sources: Sequence[str], data: Any, question: Any) -> list[Said]:
    """Each whole module with a rule ``decision``."""
    found: list[Said] = []
    while len(found) < len(sources):
        asked = json.dumps({"sources": sources[len(found) :], "data": data, "input": question})
        done = subprocess.run((sys.executable, "-c", WORKER), input=asked + "\n", capture_output=True, text=True)
        lines = [line for line in done.stdout.splitlines() if re.fullmatch(r"\{.*\}", line)]
        found += map(_said, lines)
        if len(found) < len(sources):
            found.append(Said(defined=False, failed=True))  # the engine ended, and decides nothing
    return found


def _said(line: str) -> Said:
    match json.loads(line):
        case {"value": value}:
            return Said(True, value)
        case {"refused": str(why)}:
            return Said(False, refused=why)
        case {"none": str(why)}:
            return Said(False, failed="undefined" not in why)
        case other:
            raise AssertionError(other)
