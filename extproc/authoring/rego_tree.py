"""Rego as OPA parses it: the rules of a bundle, with what each refers to.

A reference is followed as far as it is written in fixed names (``data.gate.access``), through the imports of its file.
Where a local variable has the name of a rule the rule counts as referred to: what is derived from here errs so that
nothing is called dead that lives.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from extproc.authoring.opa_runs import complaints, ran
from extproc.errors import Misconfigured

Node = Any
"""A piece of the tree: an object, a list or a scalar of JSON."""
Path_ = tuple[str, ...]

OPERATOR: Final = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """``path`` is where its value lies (``data gate access roles``); ``tree`` all that OPA parsed of it."""

    path: Path_
    file: str
    line: int
    tree: Node
    imports: Mapping[str, Path_]
    entrypoint: bool

    @property
    def package(self) -> Path_:
        return self.path[:-1]

    @property
    def name(self) -> str:
        return ".".join(self.path[1:])


def rules_of(program: Path, bundle: Path) -> list[Rule]:
    """All rules of the bundle's files without its tests. Raises ``Misconfigured`` for what does not parse."""
    files = sorted(path for path in bundle.rglob("*.rego") if not path.stem.endswith("_test"))
    return [rule for file in files for rule in _rules(parsed(program, file), str(file.relative_to(bundle)))]


def parsed(program: Path, file: Path) -> Node:
    done = ran(program, "parse", str(file), "--format", "json", "--json-include", "locations,comments")
    if done.returncode != 0:
        raise Misconfigured("\n".join(complaints(done)) or f"{file}: opa cannot parse it")
    return json.loads(done.stdout)


def _rules(tree: Node, file: str) -> Iterator[Rule]:
    package = _names(tree["package"]["path"])
    imports = imported(tree)
    for rule in tree.get("rules") or ():
        while rule:  # an ``else`` hangs on the rule before it
            name = _names(rule["head"]["ref"])
            entrypoint = any(one.get("entrypoint") for one in rule.get("annotations") or ())
            line = rule["head"]["location"]["row"]
            body = {key: value for key, value in rule.items() if key != "else"}
            yield Rule((*package, *name), file, line, body, imports, entrypoint)
            rule = rule.get("else")


def imported(tree: Node) -> Mapping[str, Path_]:
    """What the names of a file's imports stand for."""
    paths = [(one.get("alias"), _names(one["path"]["value"])) for one in tree.get("imports") or ()]
    return {alias or path[-1]: path for alias, path in paths}


def _names(ref: Sequence[Node]) -> Path_:
    """The fixed names at the beginning of a reference."""
    names: list[str] = []
    for index, term in enumerate(ref):
        if term["type"] != "string" and not (index == 0 and term["type"] == "var"):
            break
        names.append(term["value"])
    return tuple(names)


def nodes(tree: Node) -> Iterator[Node]:
    """Every object in a tree, outer before inner."""
    if isinstance(tree, dict):
        yield tree
        for key, value in tree.items():
            if key not in ("location", "annotations"):
                yield from nodes(value)
    elif isinstance(tree, list):
        for one in tree:
            yield from nodes(one)


def references(rule: Rule) -> Iterator[Path_]:
    """What the rule refers to, from ``data`` or ``input`` on; a bare name also as a rule of its own package."""
    body = {key: value for key, value in rule.tree.items() if key not in ("head", "location", "annotations")}
    for names in _referred([body, _head(rule.tree)]):
        yield resolved(names, rule)


def _referred(tree: Node) -> Iterator[Path_]:
    if isinstance(tree, list):
        for one in tree:
            yield from _referred(one)
    elif isinstance(tree, dict):
        match tree:
            case {"type": "ref", "value": [{"type": "var"}, *steps]}:
                yield _names(tree["value"])
                yield from _referred(steps)
            case {"type": "var"}:
                yield (tree["value"],)
            case _:
                yield from _referred([value for key, value in tree.items() if key != "location"])


def resolved(names: Path_, rule: Rule) -> Path_:
    if not names or names[0] in ("data", "input"):
        return names
    return (*rule.imports.get(names[0], (*rule.package, names[0])), *names[1:])


def _head(tree: Node) -> Node:
    """The parts of a head that refer to something: not the rule's own name."""
    return [tree["head"].get(part) for part in ("key", "value", "args")] + list(tree["head"]["ref"][1:])


def calls(rule: Rule) -> Iterator[tuple[str, int]]:
    """Names of what the rule calls, as they are written, with their lines."""
    for node in nodes(rule.tree):
        terms = node.get("value") if node.get("type") == "call" else node.get("terms")
        if isinstance(terms, list) and terms and terms[OPERATOR].get("type") == "ref":
            operator = terms[OPERATOR]
            yield ".".join(_names(operator["value"])), operator["location"]["row"]
