"""Rules that can never fire, as far as that follows from the text alone.

Three ways: no entrypoint leads to the rule; a condition of its body is false whatever is asked (``1 == 2``, two
different words for one thing, a word that the schema of the query does not list); and a reason whose id the modes do
not name, or the other way round. Each is sound, none is complete: a rule that passes here may still never fire.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from extproc.authoring.rego_tree import Node, Path_, Rule, nodes, references, resolved
from extproc.authoring.remark import Level, Remark

Schemas = Sequence[Mapping[str, Any]]

CHECK: Final = "never"
ENTRYPOINTS: Final = (("data", "gate", "request", "decision"), ("data", "gate", "response", "decision"))
ASKED_BY_OPA: Final = ("data", "system")
"""What OPA itself asks: the masking of its decision log."""
WITHOUT_MODE: Final = frozenset({"denied_by_default"})
"""Stands where every other reason is lifted, so no mode lifts it."""
SCALARS: Final = frozenset({"string", "number", "boolean", "null"})
EMPTY: Final = frozenset({"array", "object", "set"})


def remarks(rules: Sequence[Rule], schemas: Schemas) -> Iterator[Remark]:
    """``schemas`` are those of the queries of both phases; a word is listed if one of them lists it."""
    yield from _unreached(rules)
    for rule in rules:
        for line, text in _never(rule, schemas):
            yield Remark(rule.file, line, Level.ERROR, CHECK, f"{rule.name} can never fire here: {text}")


def _unreached(rules: Sequence[Rule]) -> Iterator[Remark]:
    if ENTRYPOINTS[0] not in {rule.path for rule in rules}:
        text = "data.gate.request.decision: there is no such rule, and it is what the gate asks for"
        yield Remark("", 0, Level.ERROR, CHECK, text)
        return  # nothing leads anywhere then, and saying so of each rule would hide it
    alive = {rule.path for rule in rules if _asked_from_outside(rule)}
    waiting = list(alive)
    by_path: dict[Path_, list[Rule]] = {}
    for rule in rules:
        by_path.setdefault(rule.path, []).append(rule)
    while waiting:
        for rule in by_path[waiting.pop()]:
            for target in {target for target in references(rule) if target[:1] == ("data",)}:
                reached = {path for path in by_path if path not in alive and _touch(path, target)}
                alive |= reached
                waiting += reached
    for path in sorted(by_path.keys() - alive):
        rule = by_path[path][0]
        yield Remark(rule.file, rule.line, Level.ERROR, CHECK, f"{rule.name} is never asked: no entrypoint leads to it")


def _asked_from_outside(rule: Rule) -> bool:
    return rule.entrypoint or rule.path in ENTRYPOINTS or rule.path[:2] == ASKED_BY_OPA


def _touch(rule: Path_, target: Path_) -> bool:
    """One is the beginning of the other."""
    shared = min(len(rule), len(target))
    return rule[:shared] == target[:shared]


def _never(rule: Rule, schemas: Schemas) -> Iterator[tuple[int, str]]:
    """Conditions that cannot hold, each with its line."""
    wanted: dict[str, object] = {}
    for one in rule.tree.get("body") or ():
        terms, line = one["terms"], one["location"]["row"]
        if "with" in one or rule.tree.get("default"):
            continue
        if one.get("negated"):
            if _scalar(terms) and terms["value"] is not False:
                yield line, "it negates a constant"
        elif isinstance(terms, dict):
            if terms.get("type") == "boolean" and terms["value"] is False:
                yield line, "the condition is false"
        elif text := _refuted(terms, rule, schemas, wanted):
            yield line, text


def _refuted(terms: Sequence[Node], rule: Rule, schemas: Schemas, wanted: dict[str, object]) -> str:
    """Why a call that stands as a condition is false, ``""`` where nobody can tell; notes what it wants to be equal."""
    match [_dotted(terms[0]), *terms[1:]]:
        case ["equal" | "eq", left, right] if _scalar(left) and _scalar(right):
            return "" if _constant(left) == _constant(right) else "the two constants differ"
        case ["neq", left, right] if _scalar(left) and _scalar(right):
            return "the two constants are equal" if _constant(left) == _constant(right) else ""
        case ["internal.member_2", _, {"type": kind, "value": []}] if kind in EMPTY:
            return "nothing is in an empty collection"
        case ["internal.member_2", one, {"type": "array" | "set", "value": list(words)}] if all(map(_scalar, words)):
            return _unlisted(one, [_constant(word) for word in words], rule, schemas)
        case ["equal" | "eq", one, other] if _scalar(one) is not _scalar(other):
            thing, word = (one, other) if _scalar(other) else (other, one)
            name = _fixed(thing)
            if name and wanted.setdefault(name, _constant(word)) != _constant(word):
                return f"{name} would have to equal two different constants"
            return _unlisted(thing, [_constant(word)], rule, schemas)
        case _:
            return ""


def _unlisted(thing: Node, words: Sequence[tuple[str, object]], rule: Rule, schemas: Schemas) -> str:
    """A closed list of the query's schema that has none of ``words``."""
    name = _fixed(thing)
    if not name or thing.get("type") != "ref" or resolved(tuple(name.split(".")), rule)[0] != "input":
        return ""
    listed = _words(schemas, resolved(tuple(name.split(".")), rule)[1:])
    if listed is None or any(word in listed for _, word in words):
        return ""
    return f"the query's schema lists for {name} only {', '.join(map(str, listed))}"


def _words(schemas: Schemas, steps: Path_) -> Sequence[object] | None:
    """``None`` where a schema has the member and no list of words for it, or none has the member."""
    found: list[object] = []
    for schema in schemas:
        place: Any = schema
        for step in steps:
            place = place.get("properties", {}).get(step) if isinstance(place, Mapping) else None
        if isinstance(place, Mapping):
            if "enum" not in place:
                return None
            found += place["enum"]
    return list(dict.fromkeys(found)) or None


def _fixed(thing: Node) -> str:
    """The name of a variable or of a reference without variables; ``""`` for all else."""
    match thing:
        case {"type": "var", "value": str(name)}:
            return name
        case {"type": "ref", "value": [{"type": "var", "value": str(root)}, *steps]}:
            fixed = all(step["type"] == "string" and "." not in step["value"] for step in steps)
            return ".".join((root, *(step["value"] for step in steps))) if fixed else ""
        case _:
            return ""


def _scalar(term: object) -> bool:
    return isinstance(term, dict) and term.get("type") in SCALARS


def _constant(term: Node) -> tuple[str, object]:
    return term["type"], term["value"] if term["type"] != "null" else None


def _dotted(operator: Node) -> str:
    return ".".join(str(step["value"]) for step in operator["value"]) if operator.get("type") == "ref" else ""


def reason_remarks(rules: Sequence[Rule], modes: Mapping[str, int], file: str) -> Iterator[Remark]:
    """``modes`` are the ids that the data names, with their lines in ``file``."""
    given = {name: (rule.file, line) for rule in rules for name, line in reason_ids(rule)}
    for name, line in modes.items():
        if name not in given:
            yield Remark(
                file, line, Level.ERROR, CHECK, f"{name}: no rule gives this reason, so its mode has no effect"
            )
    for name, (where, line) in given.items():
        if name not in modes and name not in WITHOUT_MODE:
            yield Remark(
                where, line, Level.WARNING, CHECK, f"{name}: this reason has no mode in {file}; it is enforced"
            )


def reason_ids(rule: Rule) -> Iterator[tuple[str, int]]:
    """Fixed ids of the reason documents in a rule, with their lines."""
    for node in nodes(rule.tree):
        if node.get("type") == "object":
            members = {key["value"]: value for key, value in node["value"] if key.get("type") == "string"}
            if not {"id", "effect", "text", "cite"} <= members.keys() or members["effect"]["value"] == "allow":
                continue  # a ground: it permits, so no mode lifts it
            if members["id"].get("type") == "string":
                yield members["id"]["value"], members["id"]["location"]["row"]
