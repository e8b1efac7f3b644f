"""What the embedded engine compiled a policy into, and the reasons not to run it.

regopy runs policies that OPA refuses, and compiles some that OPA runs into something else. Both fail open, since a
deny rule that is silently undefined does not deny. Its compiled plan gives them away:

- a builtin that it lacks, or whose answers were not compared with OPA's, stands in the plan's list;
- a call of a function that nobody wrote;
- a local that is read before it is written: a variable that nothing binds (OPA calls it unsafe), one that stands in a
  comprehension's head and nowhere in its body, or one of ``every`` that is used under ``not``;
- a local that is written twice: a function's parameter which a comprehension uses as a key only (``{v | v :=
  rows[key]}``), for which the plan takes all the rows.

Assigning the variable first (``key := parameter``; ``value := head``) makes a policy mean the same to both engines.
Not covered: the order in which a set is walked, and Rego as it was before version 1, which the engine reads without a
word (``opa check`` refuses it, and is run on a policy before the embedded engine is given it).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

# fmt: off
TRUSTED: Final = frozenset({
    "abs", "and", "array.concat", "array.reverse", "array.slice", "ceil", "contains", "count", "div", "endswith",
    "equal", "floor", "gt", "gte", "indexof", "internal.member_2", "internal.member_3", "intersection",
    "is_array", "is_boolean", "is_null", "is_number", "is_object", "is_set", "is_string", "lt", "lte", "max",
    "min", "minus", "mul", "neq", "numbers.range", "object.filter", "object.get", "object.keys", "object.remove",
    "object.subset", "or", "plus", "product", "regex.match", "rem", "replace", "round", "sort", "split",
    "sprintf", "startswith", "substring", "sum", "to_number", "trim", "trim_left", "trim_prefix", "trim_right",
    "trim_space", "trim_suffix", "type_name", "union",
})
# fmt: on
"""Builtins whose answers a test compares with OPA's, on values of one type: how a number and a string are ordered is
not the same. Left out are those that failed it (``object.union`` is not deep, ``lower`` and ``upper`` know ASCII only,
``concat`` does not order a set, ``format_int`` loses digits), and all that tell the time, the environment or the
network: a decision depends on its query alone."""

# Which members of a statement name a local that it reads, and which one that it writes. A statement of any other kind
# is refused. ``AssignVarOnceStmt`` and ``ResetLocalStmt`` write as often as they like: they make a rule's value.
READS: Final[Mapping[str, tuple[str, ...]]] = {
    "ArrayAppendStmt": ("array", "value"),
    "AssignVarOnceStmt": ("source",),
    "AssignVarStmt": ("source",),
    "BlockStmt": (),
    "CallStmt": ("args",),
    "DotStmt": ("source", "key"),
    "EqualStmt": ("a", "b"),
    "IsArrayStmt": ("source",),
    "IsDefinedStmt": ("source",),
    "IsObjectStmt": ("source",),
    "IsSetStmt": ("source",),
    "IsUndefinedStmt": ("source",),
    "LenStmt": ("source",),
    "MakeArrayStmt": (),
    "MakeNullStmt": (),
    "MakeNumberRefStmt": (),
    "MakeObjectStmt": (),
    "MakeSetStmt": (),
    "NotEqualStmt": ("a", "b"),
    "NotStmt": (),
    "ObjectInsertOnceStmt": ("object", "key", "value"),
    "ObjectInsertStmt": ("object", "key", "value"),
    "ResetLocalStmt": (),
    "ResultSetAddStmt": ("value",),
    "ReturnLocalStmt": ("source",),
    "ScanStmt": ("source",),
    "SetAddStmt": ("set", "value"),
}
WRITES: Final[Mapping[str, tuple[str, ...]]] = {"CallStmt": ("result",), "ScanStmt": ("key", "value")}
REPEATABLE: Final = frozenset({"AssignVarOnceStmt", "ResetLocalStmt"})
INPUT_AND_DATA: Final = (0, 1)

Statement = Mapping[str, Any]


def faults(plan: Mapping[str, Any], rule: str) -> tuple[str, ...]:
    """Why the plan must not decide by ``rule`` (``data.gate.request.decision``), a sentence each; empty when it may.

    A plan of another shape raises ``KeyError``.
    """
    builtins = {one["name"] for one in plan["static"]["builtin_funcs"]}
    functions = plan["funcs"]["funcs"]
    callable_ = builtins | {one["name"] for one in functions}
    found = [f"{name}: this builtin is not for the embedded engine" for name in sorted(builtins - TRUSTED)]
    if rule not in {_rule(one) for one in functions}:
        found.append(f"{rule}: there is no such rule")
    for function in functions:
        for block in function["blocks"]:  # alternatives that share nothing but the rule's own value
            body = _Body(function, callable_)
            found += (
                f"{_rule(function)}: {fault}" for kind, one in _flat(block["stmts"]) for fault in body.faults(kind, one)
            )
    return tuple(dict.fromkeys(found))


def _rule(function: Mapping[str, Any]) -> str:
    name: str = function["name"]
    return name.partition(".")[2]  # the plan's own prefix stands before the first dot


class _Body:
    """The locals of one alternative of a rule, as its statements are read in order."""

    def __init__(self, function: Mapping[str, Any], callable_: set[str]) -> None:
        self._callable = callable_
        self._written: set[int] = {*INPUT_AND_DATA, *function["params"], function["return"]}
        self._sources: dict[int, object] = dict.fromkeys(function["params"])

    def faults(self, kind: str, statement: Statement) -> Iterator[str]:
        if kind not in READS:
            yield f"uses what the embedded engine was not checked for ({kind})"
            return
        if kind == "CallStmt" and statement["func"] not in self._callable:
            yield "calls a function that is not there"
        if not _locals(statement, READS[kind]) <= self._written:
            yield "uses a variable that nothing binds, or whose binding the embedded engine does not see"
        targets = _locals(statement, WRITES.get(kind, ("target",)))
        self._written |= targets
        if kind not in REPEATABLE:
            source = statement.get("source")  # each arm of an ``else`` writes the parameters anew, from the same source
            if any(self._sources.setdefault(target, source) != source for target in targets):
                yield "uses a parameter as a key in a comprehension; assign it to a variable first"


def _flat(statements: Sequence[Statement]) -> Iterator[tuple[str, Statement]]:
    """Every statement in the order of the plan, outer before inner."""
    for one in statements:
        kind, statement = one["type"], one["stmt"]
        yield kind, statement
        inner = [statement["block"]] if "block" in statement else statement.get("blocks", [])
        for block in inner:
            yield from _flat(block["stmts"])


def _locals(statement: Statement, members: Sequence[str]) -> set[int]:
    """The locals among some members, each a local's number, an operand (local or constant) or a list of operands."""
    values = [statement[member] for member in members if member in statement]
    operands = [one for value in values for one in (value if isinstance(value, list) else (value,))]
    return {
        one if isinstance(one, int) else one["value"]
        for one in operands
        if isinstance(one, int) or one["type"] == "local"
    }
