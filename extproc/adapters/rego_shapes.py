"""Conditions of a compiled policy that mean something else to the embedded engine than to OPA.

``x != (a == b)``: the inner ``==`` becomes a condition of the rule. ``not f(input.x)``, where ``x`` is missing: to OPA
the argument stands before the negation and the rule is undefined; the embedded engine negates that it is missing.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

Statement = Mapping[str, Any]

TRUE: Final = {"type": "bool", "value": True}
INPUT_AND_DATA: Final = 2
"""How many arguments a rule has that is no function."""
INNER: Final = "uses `==` inside another expression, which the embedded engine takes for a condition; assign it first"
NEGATED: Final = "negates a call on what may be missing, which means another thing to OPA; assign it first: `x := ...`, `not f(x)`"  # noqa: E501  # fmt: skip


def blocks_of(statement: Statement) -> Sequence[Mapping[str, Any]]:
    return [statement["block"]] if "block" in statement else statement.get("blocks", [])


def shape_faults(statements: Sequence[Statement], rules: frozenset[str]) -> Iterator[tuple[Statement, str]]:
    """``rules`` are the names of the plan's own functions, which may be undefined."""
    yield from _inner_equalities(statements)
    for one in statements:
        if one["type"] == "NotStmt":
            yield from _negations(one["stmt"]["block"]["stmts"], rules)
        for block in blocks_of(one["stmt"]):
            yield from shape_faults(block["stmts"], rules)


def _inner_equalities(statements: Sequence[Statement]) -> Iterator[tuple[Statement, str]]:
    """Of a condition ``a == b`` the plan notes that it held, and asks that at once; here the note is a value."""
    for equal, note, use in zip(statements, statements[1:], [*statements[2:], {"type": ""}], strict=False):
        if (equal["type"], note["type"]) == ("EqualStmt", "AssignVarStmt") and note["stmt"]["source"] == TRUE:
            asked = {"type": "local", "value": note["stmt"]["target"]}
            if use["type"] != "NotEqualStmt" or use["stmt"]["a"] != asked:
                yield equal["stmt"], INNER


def _negations(statements: Sequence[Statement], rules: frozenset[str]) -> Iterator[tuple[Statement, str]]:
    """Arguments and keys that come of a look-up or of a rule within the negation."""
    doubtful: set[object] = set()
    for one in statements:
        statement = one["stmt"]
        match one["type"]:
            case "DotStmt":
                used, made = [statement["key"]], statement["target"]
                doubtful_made = True
            case "CallStmt" if statement["func"] != "equal":  # as a condition: not equal where one is missing
                used, made = statement["args"], statement["result"]
                doubtful_made = statement["func"] in rules
            case _:
                continue
        if any(operand["value"] in doubtful for operand in used if operand["type"] == "local"):
            yield statement, NEGATED
            doubtful_made = True
        if doubtful_made:
            doubtful.add(made)
