"""Rego tests cut into pieces: for each statement what it asks, of which input, with which data.

A test is a row of statements, each perhaps with ``with input as ...`` or ``with data.wardgate as ...``. What stands
behind ``as`` is a value once OPA has computed it (in the test's own file, behind the statements before it); then a
statement is a question without ``with``, which any engine can be asked. Not covered, and said to be so: a ``with`` that
replaces a rule or a function, or that stands deeper than in the body.
"""

import json
import shutil
import tempfile
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from extproc.adapters.bundle import DATA
from extproc.authoring.opa_runs import evaluated
from extproc.authoring.rego_tree import Node, nodes, parsed

VALUES: Final = "wardgate_values"
TEST_FILES: Final = "*_test.rego"

Values = dict[str, tuple[str, tuple[str, ...]]]
Target = tuple[str, ...]
"""What a ``with`` replaces, as fixed names: ``("data", "wardgate")``."""


@dataclass(frozen=True, slots=True)
class Statement:
    """``text`` is without its ``with``s; ``replaced`` are their targets, each with the name of its value."""

    text: str
    before: tuple[str, ...]
    replaced: tuple[tuple[Target, str], ...]


@dataclass(frozen=True, slots=True)
class TestFile:
    """A file of tests. ``rest`` is all of it but the tests; ``tests`` are by name, ``None`` where one cannot be cut."""

    __test__ = False  # not for pytest

    name: str
    package: str
    rest: str
    values: Values
    """By name, each text behind ``as``, and the statements that stand before it."""
    tests: Mapping[str, tuple[Statement, ...] | None]


def files_of(program: Path, bundle: Path) -> list[TestFile]:
    """Raises ``Misconfigured`` for a file that does not parse."""
    paths = sorted(bundle.rglob(TEST_FILES))
    return [_file(parsed(program, path), str(path.relative_to(bundle)), n) for n, path in enumerate(paths)]


def values_of(program: Path, bundle: Path, files: Sequence[TestFile]) -> Mapping[str, Any]:
    """What OPA computes for each value, by its name; undefined ones are left out. Raises ``Misconfigured``."""
    with tempfile.TemporaryDirectory(prefix="wardgate-") as name:
        tree = Path(name)
        for file in (path for path in bundle.rglob("*") if path.suffix == ".rego" or path.name == DATA):
            target = tree / file.relative_to(bundle)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        rows = [f'all["{key}"] := data.{one.package}.{key}' for one in files for key in one.values]
        (tree / f"{VALUES}.rego").write_text("\n".join((f"package {VALUES}", "", *rows, "")), encoding="utf-8")
        for number, one in enumerate(files):
            rules = [_rule(key, text, before) for key, (text, before) in one.values.items()]
            (tree / f"{VALUES}_{number}.rego").write_text("\n".join((_opening(one), *rules)), encoding="utf-8")
        found = evaluated(program, tree, f"data.{VALUES}.all") if rows else {}
    return found if isinstance(found, dict) else {}


def _opening(file: TestFile) -> str:
    """Package and imports."""
    lines = [line for line in file.rest.split("\n") if line.startswith(("package ", "import "))]
    return "\n".join((*lines, ""))


def _rule(key: str, text: str, before: Sequence[str]) -> str:
    body = "".join(f"\t{line}\n" for line in (*before, "true"))
    return f"{key} := {text} if {{\n{body}}}\n"


def _file(tree: Node, name: str, number: int) -> TestFile:
    package = ".".join(step["value"] for step in tree["package"]["path"][1:])
    values: Values = {}
    tests: dict[str, tuple[Statement, ...] | None] = {}
    helpers = [f"package {package}", *map(_import, tree.get("imports") or ())]
    for rule in tree.get("rules") or ():
        if rule["head"].get("name", "").startswith("test_"):
            tests[rule["head"]["name"]] = _cut(rule, values, f"value_{number}")
        else:
            helpers.append(_text(rule))
    return TestFile(name, package, "\n\n".join((*helpers, "")), values, tests)


def _import(one: Node) -> str:
    return f"import {_text(one['path'])}" + (f" as {one['alias']}" if one.get("alias") else "")


def _cut(rule: Node, values: Values, prefix: str) -> tuple[Statement, ...] | None:
    outer = [one for statement in rule["body"] for one in statement.get("with") or ()]
    if len(outer) != sum(len(node.get("with") or ()) for node in nodes(rule)) or rule.get("else"):
        return None
    targets = [_target(one["target"]) for one in outer]
    if any(target[:1] != ("input",) and target[:2] != ("data", "wardgate") for target in targets):
        return None
    return _statements(rule["body"], values, prefix)


def _statements(body: Sequence[Node], values: Values, prefix: str) -> tuple[Statement, ...] | None:
    """``None`` where a variable that one replaced world binds is used in another."""
    found: list[Statement] = []
    before: list[Node] = []
    bound: set[str] = set()
    for one in body:
        replaced = _replaced(one, values, prefix, [_text(earlier) for earlier in before])
        if bound & _variables(one):
            if replaced:
                return None
            found[-1] = replace(found[-1], text=f"{found[-1].text}\n\t{_plain(one)}")
        else:
            found.append(Statement(_plain(one), _needed(before, _variables(one)), replaced))
            if not replaced and not one.get("negated"):
                before.append(one)
        if replaced:
            bound |= _variables(one) & _declared(one)
    return tuple(found)


def _needed(before: Sequence[Node], variables: set[str]) -> tuple[str, ...]:
    """Of the statements before one, those that bind a variable of its, or of theirs."""
    needed: list[str] = []
    for earlier in reversed(before):
        if _declared(earlier) & variables:
            needed.insert(0, _text(earlier))
            variables = variables | _variables(earlier)
    return tuple(needed)


def _replaced(one: Node, values: Values, prefix: str, before: Sequence[str]) -> tuple[tuple[Target, str], ...]:
    replaced = []
    for clause in one.get("with") or ():
        key = f"{prefix}_{len(values)}"
        values[key] = (_text(clause["value"]), tuple(before))
        replaced.append((_target(clause["target"]), key))
    return tuple(replaced)


def _plain(one: Node) -> str:
    """A statement without its ``with``s."""
    text = _text(one)
    return text[: text.index(_text(one["with"][0]))].rstrip() if "with" in one else text


def _variables(one: Node) -> set[str]:
    return {node["value"] for node in nodes(one["terms"]) if node.get("type") == "var"}


def _declared(one: Node) -> set[str]:
    """What a statement may bind: the left of ``:=`` or ``=``, and what stands behind ``some``."""
    match one["terms"]:
        case {"symbols": symbols}:
            return {node["value"] for node in nodes(symbols) if node.get("type") == "var"}
        case [{"value": [{"value": "assign" | "eq"}]}, left, *_]:
            return {node["value"] for node in nodes(left) if node.get("type") == "var"}
        case _:
            return set()


def _target(node: Node) -> Target:
    return tuple(str(step["value"]) for step in node["value"]) if node.get("type") == "ref" else ()


def _text(node: Node) -> str:
    return b64decode(node["location"]["text"]).decode()


def replacing(statement: Statement, values: Mapping[str, Any], data: Mapping[str, Any]) -> tuple[Any, Any] | None:
    """The input and the data that a statement is asked with; ``None`` where a value of its is undefined."""
    documents: dict[str, Any] = {"input": None, "data": data}
    for target, key in statement.replaced:
        if key not in values:
            return None
        documents[target[0]] = _put(documents[target[0]], target[1:], values[key])
    return documents["input"], documents["data"]


def _put(document: Any, steps: Sequence[str], value: Any) -> Any:
    """A copy of ``document`` with ``value`` at ``steps``."""
    if not steps:
        return value
    members = document if isinstance(document, dict) else {}
    return {**members, steps[0]: _put(members.get(steps[0]), steps[1:], value)}


def spelled(document: Any) -> str:
    return json.dumps(document, sort_keys=True)
