"""What kinds of values a compiled policy works with, and where the embedded engine would not do with them as OPA.

The engine compares numbers as numbers; all else it orders by how it is spelled, so that ``["10"] < ["9"]``, 365 is the
``max`` of 365 and 2190, and a text is below any number. It walks sets in an order of its own, and what it calls sorted
stays a set where it was one. None of this is an error there, so a deny rule that relies on OPA's answer does not fire.

Each local is read in the order of the plan: what made it, and what was asked about it before (``is_number``). What is
not known may be of any kind; a fault is reported where the right kinds are not certain. Not covered: an array made of
a set that is put into another value before it is compared; in what order texts with quotes, blanks or line ends sort.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

Statement = Mapping[str, Any]
Name = tuple[object, ...]
"""How a value came about: two locals of one name hold the same value."""

SCALARS: Final = frozenset({"null", "boolean", "number", "string"})
ANY: Final = SCALARS | {"array", "bag", "object", "set"}
"""A bag is an array that was made by walking a set or an object: nobody knows its order."""
NUMBER, STRING, BOOLEAN = frozenset({"number"}), frozenset({"string"}), frozenset({"boolean"})
DISORDERED: Final = frozenset({"bag", "object", "set"})
NOTHING: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Kinds:
    """``of`` is what a value may be, ``items`` what the things in it may be, where it is a collection."""

    of: frozenset[str] = ANY
    items: frozenset[str] = ANY

    def __or__(self, other: "Kinds") -> "Kinds":
        return Kinds(self.of | other.of, self.items | other.items)

    def surely(self, of: frozenset[str]) -> bool:
        return self.of <= of


UNKNOWN: Final = Kinds()
EMPTY: Final = Kinds(NOTHING, NOTHING)

ORDERS: Final = frozenset({"gt", "gte", "lt", "lte"})
SUMS: Final = frozenset({"sum", "product"})
SAME: Final = frozenset({"equal", "neq"})
NUMBERS: Final = frozenset({"abs", "count", "mul", "plus", "product", "rem", "sum"})
STRINGS: Final = frozenset({"substring", "trim", "trim_left", "trim_prefix", "trim_right", "trim_suffix", "type_name"})
OF_FIRST: Final = frozenset({"array.reverse", "object.filter", "object.remove"})
"""Builtins whose value is of the kinds of their first argument."""
MADE: Final[Mapping[str, Kinds]] = {
    "MakeArrayStmt": Kinds(frozenset({"array"}), NOTHING),
    "MakeNullStmt": Kinds(frozenset({"null"}), NOTHING),
    "MakeNumberRefStmt": Kinds(NUMBER, NOTHING),
    "MakeObjectStmt": Kinds(frozenset({"object"}), NOTHING),
    "MakeSetStmt": Kinds(frozenset({"set"}), NOTHING),
}
ASKING: Final = frozenset({"AssignVarStmt", "CallStmt", "DotStmt", "NotEqualStmt"})
"""Statements that a question such as ``is_number(input.n)`` is made of."""
TOLD: Final[Mapping[str, frozenset[str]]] = {"is_number": NUMBER, "is_string": STRING, "is_boolean": BOOLEAN}
"""What a question answers of its argument, where it holds."""

NOT_NUMBERS = (
    "compares what may be no number, which the embedded engine orders otherwise; ask `is_number` of both sides first"
)
NOT_SUMMED = "adds up what may be no numbers; collect them with `is_number`"
NOT_TEXTS = "sorts what may be no array of strings; write `sort([x | some x in xs; is_string(x)])`"
A_BAG = (
    "compares or indexes an array made by walking a set, in whose order the engines differ; sort it, or make it a set"
)

Found = tuple[Statement, str]


def kind_faults(functions: Sequence[Statement]) -> Iterator[tuple[Statement, Statement, str]]:
    """Each with its function and its statement."""
    returns: dict[str, Kinds] = {one["name"]: EMPTY for one in functions}
    changed = True
    while changed:  # kinds only grow, so this ends
        changed = False
        for one in functions:
            body = _Body(one, returns)
            list(body.faults())
            changed |= body.returned != returns[one["name"]]
            returns[one["name"]] = body.returned
    for one in functions:
        yield from ((one, statement, text) for statement, text in _Body(one, returns).faults())


class _Body:
    """One function, read once from the first statement to the last."""

    def __init__(self, function: Statement, returns: Mapping[str, Kinds]) -> None:
        self._function = function
        self._returns = returns
        self._kinds: dict[int, Kinds] = {}
        self._names: dict[int, Name] = {}
        self._told: dict[int, tuple[Name, frozenset[str]]] = {}
        self._made_at: dict[int, int] = {}
        self._walks: list[bool] = []  # whether each walk around a statement has an order

    @property
    def returned(self) -> Kinds:
        return self._kinds.get(self._function["return"], EMPTY)

    def faults(self) -> Iterator[Found]:
        for block in self._function["blocks"]:
            yield from self._read(block["stmts"], {})

    def _read(self, statements: Sequence[Statement], facts: dict[Name, frozenset[str]]) -> Iterator[Found]:
        """``facts`` hold around these statements. What is asked among them holds for all: the engine moves them."""
        facts = dict(facts)
        for one in statements:
            if one["type"] in ASKING:
                self._note(one["type"], one["stmt"], facts)
        for one in statements:
            kind, statement = one["type"], one["stmt"]
            for text in self._wrong(kind, statement, facts):
                yield statement, text
            self._note(kind, statement, facts)
            ordered = kind != "ScanStmt" or not self._of(statement["source"], facts).surely(DISORDERED)
            self._walks.append(ordered)
            inner = [statement["block"]] if "block" in statement else statement.get("blocks", [])
            for block in inner:
                yield from self._read(block["stmts"], facts)
            self._walks.pop()

    def _wrong(self, kind: str, statement: Statement, facts: Mapping[Name, frozenset[str]]) -> Iterator[str]:
        match kind:
            case "CallStmt":
                given = [self._of(one, facts) for one in statement["args"]]
                yield from _misused(statement["func"], given)
            case "EqualStmt" | "NotEqualStmt":
                yield from _misused("equal", [self._of(statement[side], facts) for side in ("a", "b")])
            case "DotStmt" if _is_bag(self._of(statement["source"], facts)):
                yield A_BAG

    def _note(self, kind: str, statement: Statement, facts: dict[Name, frozenset[str]]) -> None:
        """What the statement makes of its target, and what it tells of others."""
        match kind:
            case "CallStmt":
                self._called(statement, facts)
            case "DotStmt":
                source = self._of(statement["source"], facts)
                name = ("dot", self._name(statement["source"]), self._name(statement["key"]))
                self._write(statement["target"], Kinds(source.items, ANY), name)
            case "AssignVarStmt":
                self._write(statement["target"], self._of(statement["source"], facts), self._name(statement["source"]))
            case "AssignVarOnceStmt":
                self._join(statement["target"], self._of(statement["source"], facts))
            case "ScanStmt":
                self._walked(statement, facts)
            case "ArrayAppendStmt" | "SetAddStmt" | "ObjectInsertStmt" | "ObjectInsertOnceStmt":
                self._put(kind, statement, facts)
            case "NotEqualStmt" if statement["b"] == {"type": "bool", "value": False}:
                told = self._told.get(_local(statement["a"]))
                if told:
                    facts[told[0]] = facts.get(told[0], ANY) & told[1]
            case _ if kind in MADE:
                self._made_at[statement["target"]] = len(self._walks)
                self._join(statement["target"], MADE[kind])

    def _called(self, statement: Statement, facts: Mapping[Name, frozenset[str]]) -> None:
        function, arguments, result = statement["func"], statement["args"], statement["result"]
        kinds = self._returns.get(function) or _answer(function, [self._of(one, facts) for one in arguments])
        names = tuple(self._name(one) for one in arguments)
        self._write(result, kinds, ("call", function, *names))
        if function in TOLD:
            self._told[result] = names[0], TOLD[function]

    def _walked(self, statement: Statement, facts: Mapping[Name, frozenset[str]]) -> None:
        source = self._of(statement["source"], facts)
        keys = NUMBER if source.surely(frozenset({"array", "bag"})) else ANY
        for member, kinds in (("key", Kinds(keys)), ("value", Kinds(source.items))):
            self._write(statement[member], kinds, ("local", statement[member]))

    def _put(self, kind: str, statement: Statement, facts: Mapping[Name, frozenset[str]]) -> None:
        target = statement[{"ArrayAppendStmt": "array", "SetAddStmt": "set"}.get(kind, "object")]
        whole = self._kinds.get(target, UNKNOWN)
        since = self._walks[self._made_at.get(target, 0) :]
        of = frozenset({"bag"}) if kind == "ArrayAppendStmt" and not all(since) else whole.of
        self._kinds[target] = Kinds(of, whole.items | self._of(statement["value"], facts).of)

    def _write(self, target: int, kinds: Kinds, name: Name) -> None:
        self._kinds[target], self._names[target] = kinds, name

    def _join(self, target: int, kinds: Kinds) -> None:
        self._kinds[target] = self._kinds.get(target, EMPTY) | kinds

    def _of(self, operand: Any, facts: Mapping[Name, frozenset[str]]) -> Kinds:
        match operand:
            case {"type": "bool"}:
                return Kinds(BOOLEAN, NOTHING)
            case {"type": "string_index"}:
                return Kinds(STRING, NOTHING)
        found = self._kinds.get(_local(operand), UNKNOWN)
        return Kinds(found.of & facts.get(self._name(operand), ANY), found.items)

    def _name(self, operand: Any) -> Name:
        match operand:
            case {"type": "bool" | "string_index" as kind, "value": value}:
                return kind, value
        local = _local(operand)
        return self._names.get(local, ("local", local))


def _local(operand: Any) -> int:
    number: int = operand if isinstance(operand, int) else operand["value"]
    return number


def _is_bag(kinds: Kinds) -> bool:
    return bool(kinds.of) and kinds.surely(frozenset({"bag"}))


def _misused(function: str, given: Sequence[Kinds]) -> Iterator[str]:
    if function in ORDERS and not all(one.surely(NUMBER) for one in given):
        yield NOT_NUMBERS
    if function in SUMS and not given[0].items <= NUMBER:
        yield NOT_SUMMED
    if function == "sort" and not (given[0].surely(frozenset({"array", "bag"})) and given[0].items <= STRING):
        yield NOT_TEXTS
    if function in SAME and any(map(_is_bag, given)):
        yield A_BAG


def _answer(function: str, given: Sequence[Kinds]) -> Kinds:
    """What a builtin makes."""
    if function in NUMBERS or (function == "minus" and any(one.surely(NUMBER) for one in given)):
        return Kinds(NUMBER, NOTHING)
    if function in STRINGS:
        return Kinds(STRING, NOTHING)
    if function in OF_FIRST:
        return given[0]
    match function:
        case "array.concat":
            return given[0] | given[1] if not any(map(_is_bag, given)) else Kinds(frozenset({"bag"}), _items(given))
        case "and" | "or":
            return Kinds(frozenset({"set"}), _items(given))
        case "numbers.range":
            return Kinds(frozenset({"array"}), NUMBER)
        case "sort":
            return Kinds(frozenset({"array"}), given[0].items)
        case "split":
            return Kinds(frozenset({"array"}), STRING)
        case _:
            return UNKNOWN


def _items(given: Iterable[Kinds]) -> frozenset[str]:
    return NOTHING.union(*(one.items for one in given))
