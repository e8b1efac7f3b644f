"""Small Rego expressions, drawn with a seed: values of every kind, and what an author may do with them.

They are valid where OPA says so; what it does not compile is dropped by whoever asks. Not drawn: what reads the clock,
the environment or the network, and rules of more than one body other than by ``else``.
"""

import random
from collections.abc import Sequence
from typing import Final, TypeVar

T = TypeVar("T")

SCALARS: Final = (
    "null", "true", "false", "0", "1", "2", "-1", "10", "9007199254740991", "1.5", "0.1", "-0.5",
    '""', '"a"', '"b"', '"B"', '"10"', '"é"', '"e\\u0301"', '"😀"', '"\\uffff"', '"a b"', '"x,y"',
)  # fmt: skip
SAME: Final = ("==", "!=")
ORDERS: Final = (*SAME * 4, "<", "<=", ">", ">=")
"""Mostly those that the guard lets pass without a question about kinds."""
SUMS: Final = ("+", "-", "*", "/", "%")
OF_SETS: Final = ("&", "|", "-")
OF_ANY: Final = ("is_array", "is_boolean", "is_null", "is_number", "is_object", "is_set", "is_string", "type_name")
OF_NUMBERS: Final = ("abs", "ceil", "floor", "round")
OF_COLLECTIONS: Final = ("count", "max", "min", "sort", "sum", "product")
OF_TEXTS: Final = ("contains", "endswith", "indexof", "split", "startswith", "trim", "trim_left", "trim_prefix", "trim_right", "trim_suffix")  # noqa: E501  # fmt: skip
PATTERNS: Final = ("`^a`", "`b$`", "`[a-c]+`", "`^\\\\d{2}$`", "`.`", "`a|é`")


class Expressions:
    """One expression after another. ``known`` are the builtins that may be drawn."""

    def __init__(self, source: random.Random, known: frozenset[str], values: int) -> None:
        """``values``: how many ``input.v[...]`` there are."""
        self._source = source
        self._known = known
        self._values = values

    def rule(self, name: str) -> str:
        """A complete rule ``name``, with what helps it."""
        draw = self._source.random()
        if draw < 0.45:
            return f"{name} := {self.any(3)}"
        if draw < 0.6:
            return self._of((self.compared, self.ordered, self.summed))(name)
        if draw < 0.75:
            return f"{name} if {{\n\t{self.condition()}\n\t{self.condition()}\n}}"
        if draw < 0.85:
            value = f"{name}_f(x) := [1, x] if {{\n\tx {self._of(ORDERS)} {self.any(1)}\n}} else := {self.any(1)}"
            return f"{value}\n\n{name} := {name}_f({self.any(2)})"
        if draw < 0.93:
            return (
                f"{name} if {{\n\tevery x in {self.collection(2)} {{\n\t\tx {self._of(ORDERS)} {self.any(1)}\n\t}}\n}}"
            )
        return f"{name} := y if {{\n\tx := {self.any(2)}\n\ty := [x, {self.condition_on('x')}]\n}}"

    def compared(self, name: str) -> str:
        asked = "is_number(x)\n\tis_number(y)"
        return f"{name} if {{\n\tx := {self.any(2)}\n\ty := {self.any(2)}\n\t{asked}\n\tx {self._of(ORDERS)} y\n}}"

    def ordered(self, name: str) -> str:
        return f"{name} := sort([x | some x in {self.collection(2)}; is_string(x)])"

    def summed(self, name: str) -> str:
        return f"{name} := {self._of(('sum', 'product'))}([x | some x in {self.collection(2)}; is_number(x)])"

    def condition(self) -> str:
        return f"{self._of(('', '', 'not '))}{self.any(1)} {self._of(ORDERS)} {self.any(2)}"

    def condition_on(self, name: str) -> str:
        return f"{name} {self._of(ORDERS)} {self.any(1)}"

    def any(self, depth: int) -> str:
        if depth <= 0:
            return self._of((self.scalar, self.given))()
        ways = (
            self.scalar, self.given,
            lambda: self.collection(depth - 1),
            lambda: f"({self.any(depth - 1)} {self._of(ORDERS)} {self.any(depth - 1)})",
            lambda: f"({self.any(depth - 1)} {self._of(SUMS)} {self.any(depth - 1)})",
            lambda: f"({self.set(depth - 1)} {self._of(OF_SETS)} {self.set(depth - 1)})",
            lambda: f"({self.any(depth - 1)} in {self.collection(depth - 1)})",
            lambda: f"{self.collection(depth - 1)}[{self.any(0)}]",
            lambda: self.call(depth - 1), lambda: self.call(depth - 1),
            lambda: self.comprehension(depth - 1),
        )  # fmt: skip
        return self._of(ways)()

    def scalar(self) -> str:
        return self._of(SCALARS)

    def given(self) -> str:
        return f"input.v[{self._source.randrange(self._values)}]"

    def collection(self, depth: int) -> str:
        ways = (
            self.given,
            lambda: f"[{self._some(depth)}]",
            lambda: self.set(depth),
            lambda: self.object(depth),
            lambda: self.comprehension(depth),
        )
        return self._of(ways)()

    def set(self, depth: int) -> str:
        return f"{{{self._some(depth)}}}" if self._source.random() < 0.8 else "set()"

    def object(self, depth: int) -> str:
        keys = self._source.sample(('"a"', '"b"', '"é"', '"10"', "1", "true"), self._source.randrange(3))
        return "{" + ", ".join(f"{key}: {self.any(depth - 1)}" for key in keys) + "}"

    def comprehension(self, depth: int) -> str:
        head, over = self.any(min(depth - 1, 1)), self.collection(depth - 1)
        tail = self._of(("", f"; x {self._of(ORDERS)} {self.any(0)}", "; y := [x | some x in [1, 2]]; count(y) == 2"))
        shape = self._of(("[%s | some x in %s%s]", "{%s | some x in %s%s}", "{k: [x, %s] | some k, x in %s%s}"))
        return shape % (self._of(("x", "[x]", f"[x, {head}]")), over, tail)

    def call(self, depth: int) -> str:
        any_, depth = self.any, max(depth, 0)
        ways = {
            **{name: (lambda name=name: f"{name}({any_(depth)})") for name in OF_ANY},
            **{name: (lambda name=name: f"{name}({any_(depth)})") for name in OF_NUMBERS},
            **{name: (lambda name=name: f"{name}({self.collection(depth)})") for name in OF_COLLECTIONS},
            **{name: (lambda name=name: f"{name}({self.text()}, {self.text()})") for name in OF_TEXTS},
            "array.concat": lambda: f"array.concat({self.collection(depth)}, {self.collection(depth)})",
            "array.reverse": lambda: f"array.reverse({self.collection(depth)})",
            "array.slice": lambda: (
                f"array.slice({self.collection(depth)}, {self.given()}, {self._of(('1', '5', '-1'))})"
            ),
            "intersection": lambda: f"intersection({{{self.set(depth)}, {self.set(depth)}}})",
            "union": lambda: f"union({{{self.set(depth)}, {self.set(depth)}}})",
            "numbers.range": lambda: (
                f"numbers.range({self._of(('0', '3', '-2', '1.5'))}, {self._of(('2', '-1', 'input.v[1]'))})"
            ),
            "object.filter": lambda: f"object.filter({self.object(depth)}, {self.collection(0)})",
            "object.get": lambda: f"object.get({self.collection(depth)}, {any_(depth)}, {any_(0)})",
            "object.keys": lambda: f"object.keys({self.collection(depth)})",
            "object.remove": lambda: f"object.remove({self.object(depth)}, {self.collection(0)})",
            "object.subset": lambda: f"object.subset({self.collection(depth)}, {self.collection(depth)})",
            "regex.match": lambda: f"regex.match({self._of(PATTERNS)}, {self.text()})",
            "replace": lambda: f"replace({self.text()}, {self.text()}, {self.text()})",
            "sprintf": lambda: f"sprintf({self._of(FORMATS)}, [{any_(depth)}])",
            "substring": lambda: f"substring({self.text()}, {any_(0)}, {any_(0)})",
            "to_number": lambda: f"to_number({any_(0)})",
            "trim_space": lambda: f"trim_space({self.text()})",
        }
        return ways[self._of(sorted(self._known & ways.keys()))]()

    def text(self) -> str:
        return self._of(('"a,b"', '"é😀a"', '""', '"a"', '"aab"', '" a "', self.given()))

    def _some(self, depth: int) -> str:
        return ", ".join(self.any(depth - 1) for _ in range(self._source.randrange(1, 4)))

    def _of(self, things: Sequence[T]) -> T:
        return self._source.choice(things)


FORMATS: Final = ('"%v"', '"%d"', '"%s"', '"a%vb"', '"%x"')
