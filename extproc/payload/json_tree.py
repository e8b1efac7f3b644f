"""A JSON document whose values know where they stand.

Ranges are half-open, in code points of the document's text, so that one value can be replaced and every other
character kept. Numbers stay text: nothing is rounded, and a million digits cost nothing. No node shows what it holds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Final

_INT_DIGITS: Final = 18  # what fits 64 bits; no count or index in any provider's API is longer

MAX_COUNT: Final = 10_000_000
"""Tokens of one exchange. The largest context windows have a few million, and identifiers have more digits."""


@dataclass(slots=True, repr=False, eq=False)
class JsonString:
    """``value`` is decoded; the range has the quotes in it."""

    start: int
    end: int
    value: str


@dataclass(slots=True, repr=False, eq=False)
class JsonNumber:
    start: int
    end: int


@dataclass(slots=True, repr=False, eq=False)
class JsonNumbers:
    """A list of at least one number and of nothing else, unopened: embeddings and token ids have thousands."""

    start: int
    end: int


@dataclass(slots=True, repr=False, eq=False)
class JsonWord:
    """``true``, ``false`` or ``null``."""

    start: int
    end: int
    value: bool | None


@dataclass(slots=True, repr=False, eq=False)
class JsonList:
    start: int
    end: int = 0
    items: "list[JsonNode]" = field(default_factory=list)


@dataclass(slots=True, repr=False, eq=False)
class JsonObject:
    """``members`` maps a decoded name to its name and value nodes, in the order of the text."""

    start: int
    end: int = 0
    members: "dict[str, tuple[JsonString, JsonNode]]" = field(default_factory=dict)

    EMPTY: ClassVar["JsonObject"]

    def get(self, name: str) -> "JsonNode | None":
        member = self.members.get(name)
        return None if member is None else member[1]

    def text(self, name: str) -> str | None:
        """The member's text, if it is a string."""
        node = self.get(name)
        return node.value if isinstance(node, JsonString) else None

    def word(self, name: str) -> bool | None:
        """The member, if it is ``true`` or ``false``."""
        node = self.get(name)
        return node.value if isinstance(node, JsonWord) else None

    def object(self, name: str) -> "JsonObject":
        """The member, if it is an object; else one that is empty."""
        node = self.get(name)
        return node if isinstance(node, JsonObject) else JsonObject.EMPTY

    def objects(self, name: str) -> "Iterator[JsonObject]":
        """The objects of a member that is a list."""
        node = self.get(name)
        if isinstance(node, JsonList):
            yield from (item for item in node.items if isinstance(item, JsonObject))


JsonObject.EMPTY = JsonObject(0)

JsonNode = JsonString | JsonNumber | JsonNumbers | JsonWord | JsonList | JsonObject


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class JsonTree:
    """A text and the value that it is."""

    text: str
    root: JsonNode

    @property
    def object(self) -> JsonObject:
        """The root, if it is an object; else one that is empty."""
        return self.root if isinstance(self.root, JsonObject) else JsonObject.EMPTY

    def raw(self, node: JsonNode) -> str:
        """The node as it is written."""
        return self.text[node.start : node.end]

    def integer(self, owner: JsonObject, name: str) -> int | None:
        """The member, if it is a number written as an integer of at most 18 digits."""
        node = owner.get(name)
        if not isinstance(node, JsonNumber) or node.end - node.start > _INT_DIGITS:
            return None
        raw = self.raw(node)
        return int(raw) if raw.removeprefix("-").isdecimal() else None

    def count(self, owner: JsonObject, name: str) -> int | None:
        """The member, if it is an integer from 0 to ``MAX_COUNT``: what may stand in a query or a record."""
        number = self.integer(owner, name)
        return number if number is not None and 0 <= number <= MAX_COUNT else None
