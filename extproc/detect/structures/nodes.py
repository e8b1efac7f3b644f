"""A JSON document as structures read it: from one text, or of passages that each are a leaf of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from extproc.detect.entities import EntityType
from extproc.detect.structures.view import View, unescaped_json


@dataclass(slots=True, repr=False, eq=False)
class Leaf:
    """A string without its quotes, a number (``bare``), or a word such as ``true``, which nobody marks."""

    view: View
    start: int
    end: int
    bare: bool = False

    @property
    def text(self) -> str:
        raw = self.view.text[self.start : self.end]
        return unescaped_json(raw).text if "\\" in raw else raw

    def mark(self, entity: EntityType, recognizer: str) -> None:
        self.view.mark(self.start, self.end, entity, recognizer)

    def mark_part(self, at: int, entity: EntityType, recognizer: str) -> None:
        """From offset ``at`` of the raw text on."""
        self.view.mark(self.start + at, self.end, entity, recognizer)

    def zero(self) -> None:
        """If it is a number, what masks it has to leave one."""
        if self.bare:
            self.view.number(self.start, self.end, zeroed=True)

    def formal(self) -> None:
        self.view.formal(self.start, self.end)

    def prose(self) -> None:
        self.view.prose(self.start, self.end)

    def keep(self) -> None:
        self.view.keep(self.start, self.end)


@dataclass(slots=True, repr=False, eq=False)
class Object:
    """``repeated`` are members whose name was taken already."""

    members: "dict[str, Node]" = field(default_factory=dict)
    repeated: "list[tuple[str, Node]]" = field(default_factory=list)

    def add(self, name: str, node: "Node") -> None:
        if name in self.members:
            self.repeated.append((name, node))
        else:
            self.members[name] = node

    def items(self) -> "Iterator[tuple[str, Node]]":
        yield from self.members.items()
        yield from self.repeated

    def text(self, name: str) -> str:
        """The member's text; ``""`` where there is none."""
        node = self.members.get(name)
        return node.text if type(node) is Leaf else ""

    def leaf(self, name: str) -> Leaf | None:
        node = self.members.get(name)
        return node if type(node) is Leaf else None

    def objects(self, name: str) -> "Iterator[Object]":
        """The member, if it is an object, or the objects it lists."""
        node = self.members.get(name)
        if type(node) is Object:
            yield node
        elif type(node) is Listed:
            yield from (item for item in node.items if type(item) is Object)


@dataclass(slots=True, repr=False, eq=False)
class Listed:
    """``places`` tell where the items stood, if some of the list are missing."""

    items: "list[Node]" = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    def placed(self) -> "Iterator[tuple[int, Node]]":
        return zip(self.places or range(len(self.items)), self.items, strict=True)


Node = Leaf | Object | Listed


def leaves(node: Node) -> Iterator[Leaf]:
    """All leaves at and below ``node``, in no order. Costs no Python frames, however deep."""
    todo = [node]
    while todo:
        node = todo.pop()
        if type(node) is Leaf:
            yield node
        elif type(node) is Listed:
            todo += node.items
        elif type(node) is Object:
            todo += (below for _, below in node.items())
