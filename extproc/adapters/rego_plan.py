"""What the embedded engine compiled a policy into, and the reasons not to run it.

regopy runs policies that OPA refuses, and compiles some that OPA runs into something else. Both fail open, since a
deny rule that is silently undefined does not deny. Its compiled plan gives them away:

- a builtin that it lacks, or whose answers were not compared with OPA's, stands in the plan's list;
- a call of a function that nobody wrote;
- a local that is read before it is written: a variable that nothing binds (OPA calls it unsafe), one that stands in a
  comprehension's head and nowhere in its body, or one of ``every`` that is used under ``not``;
- conditions that mean something else to OPA (``rego_shapes.py``);
- a text or a number in one of two spellings, since the engine compares spellings (``"\\u00e9"`` is not ``"é"``);
- values of kinds that the engine orders, sorts or adds up in another way than OPA (``rego_kinds.py``);
- a local that is written twice: a function's parameter which a comprehension uses as a key only (``{v | v :=
  rows[key]}``), for which the plan takes all the rows, or one name in two comprehensions of one expression.

Assigning the variable first (``key := parameter``; ``value := head``) makes a policy mean the same to both engines.
Not covered: the order in which a set is walked, and Rego as it was before version 1, which the engine reads without a
word (``opa check`` refuses it, and is run on a policy before the embedded engine is given it).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from extproc.adapters.rego_kinds import kind_faults
from extproc.adapters.rego_shapes import blocks_of, shape_faults

# fmt: off
TRUSTED: Final = frozenset({
    "abs", "and", "array.concat", "array.reverse", "contains", "count", "endswith", "equal", "gt",
    "gte", "internal.member_2", "internal.member_3", "intersection", "is_array", "is_boolean", "is_null",
    "is_number", "is_object", "is_set", "is_string", "lt", "lte", "minus", "mul", "neq", "numbers.range",
    "object.filter", "object.get", "object.keys", "object.remove", "or", "plus", "product", "rem", "sort", "split",
    "startswith", "substring", "sum", "trim", "trim_left", "trim_prefix", "trim_right", "trim_suffix", "type_name",
    "union",
})
# fmt: on
"""Builtins whose answers tests compare with OPA's. Left out are those that failed (``max`` takes numbers for texts,
``regex.match`` reads some patterns otherwise, ``lower`` and ``upper`` know ASCII only, ``sprintf`` passes over some
verbs, ``replace`` of nothing ends the engine ...), and all that tell the time, the environment or the network: a
decision depends on its query alone."""
INSTEAD: Final[Mapping[str, str]] = {
    "array.slice": "walk it: `some i, x in xs`",
    "concat": "collect the pieces in an array",
    "div": "multiply the other side",
    "indexof": "ask `contains` or `startswith`, or `split` the text",
    "lower": "write each spelling that counts",
    "max": "write `some x in xs; is_number(x); every y in xs { is_number(y); y <= x }`",
    "min": "write `some x in xs; is_number(x); every y in xs { is_number(y); y >= x }`",
    "object.subset": "compare member by member with `every`",
    "object.union": "collect the members: `{k: v | some part in [a, b]; some k, v in part}`",
    "regex.match": "ask `startswith`, `endswith` or `contains`",
    "replace": "`split` the text",
    "sprintf": "give fixed texts",
    "time.now_ns": "take `input.time_us`",
    "to_number": "write numbers in the data",
    "trim_space": 'write `trim(x, " ")`',
    "upper": "write each spelling that counts",
}
"""What to write where a policy is to run on both engines."""
ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
SPELLED_ANEW: Final = frozenset({"u", "/"})
"""Escapes of a string that stand for what can be written as itself; all others have one spelling."""
PLAIN: Final = re.compile(r"0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\.[0-9]*[1-9]")
"""The one spelling of a number; 1.0 and 1e3 are others of 1 and 1000."""
ESCAPE: Final = "spells a character by an escape, which the embedded engine does not read; write it as it is"

ANEW: Final = (
    "uses a parameter as a key in a comprehension, or one name in two comprehensions; "
    "assign the parameter to a variable first, and give each comprehension a name of its own"
)

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


def faults(plan: Mapping[str, Any], *rules: str) -> tuple[str, ...]:
    """Why the plan must not decide by ``rules`` (``data.gate.request.decision``), a sentence each; empty when it may.

    A plan of another shape raises ``KeyError``.
    """
    builtins = {one["name"] for one in plan["static"]["builtin_funcs"]}
    functions = plan["funcs"]["funcs"]
    rules_ = frozenset(one["name"] for one in functions)
    callable_ = builtins | rules_
    found = [refusal(name) for name in sorted(builtins - TRUSTED)]
    found += (f"{rule}: there is no such rule" for rule in rules if rule not in {_rule(one) for one in functions})
    for function in functions:
        for block in function["blocks"]:  # alternatives that share nothing but the rule's own value
            body = _Body(function, callable_, plan["static"]["strings"])
            found += (
                f"{_place(plan, function, one)}: {fault}"
                for kind, one in _flat(block["stmts"])
                for fault in body.faults(kind, one)
            )
            found += (f"{_place(plan, function, one)}: {text}" for one, text in shape_faults(block["stmts"], rules_))
    found += (f"{_place(plan, function, one)}: {fault}" for function, one, fault in kind_faults(functions))
    return tuple(dict.fromkeys(found))


def refusal(builtin: str) -> str:
    """Of one that is not trusted, with what to write instead where something does."""
    instead = f": {INSTEAD[builtin]}, or decide by OPA" if builtin in INSTEAD else ", but for OPA only"
    return f"{builtin}: this builtin is not for the embedded engine{instead}"


def _place(plan: Mapping[str, Any], function: Mapping[str, Any], statement: Statement) -> str:
    """``data.gate.access.roles (access.rego:12)``: the engine counts from 0, and knows a file by its last name."""
    if "row" not in statement:
        return _rule(function)
    file = plan["static"]["files"][statement["file"]]["value"]
    return f"{_rule(function)} ({file}:{statement['row'] + 1})"


def _rule(function: Mapping[str, Any]) -> str:
    name: str = function["name"]
    return name.partition(".")[2]  # the plan's own prefix stands before the first dot


class _Body:
    """The locals of one alternative of a rule, as its statements are read in order."""

    def __init__(self, function: Mapping[str, Any], callable_: set[str], strings: Sequence[Mapping[str, str]]) -> None:
        self._callable = callable_
        self._strings = strings
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
        yield from _spellings(self._strings, kind, statement)
        targets = _locals(statement, WRITES.get(kind, ("target",)))
        self._written |= targets
        if kind not in REPEATABLE:
            source = statement.get("source")  # each arm of an ``else`` writes the parameters anew, from the same source
            if any(self._sources.setdefault(target, source) != source for target in targets):
                yield ANEW


def _spellings(strings: Sequence[Mapping[str, str]], kind: str, statement: Statement) -> Iterator[str]:
    if kind == "MakeNumberRefStmt" and not PLAIN.fullmatch(number := strings[statement["index"]]["value"]):
        yield f"writes {number}, which the embedded engine does not always take for the same number; write it plainly"
    for value in statement.values():
        for one in value if isinstance(value, list) else (value,):
            match one:
                case {"type": "string_index", "value": int(index)}:
                    if SPELLED_ANEW & set(ESCAPED.findall(strings[index]["value"])):
                        yield ESCAPE


def _flat(statements: Sequence[Statement]) -> Iterator[tuple[str, Statement]]:
    """Every statement in the order of the plan, outer before inner."""
    for one in statements:
        kind, statement = one["type"], one["stmt"]
        yield kind, statement
        for block in blocks_of(statement):
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
