"""Reads a JSON document by a dialect's table: which texts it has, and what in it nobody can read.

Every string that is not one of its place's own words becomes a part, member names that the table does not know too, and
every number of five digits or more that is not the API's own. The walk keeps its own list of what is left to read, so a
deep document costs no Python frames.

A text that opens like JSON and cannot be opened stays one text; if it holds escapes of letters (``\\u00e9``), it is
counted as not readable as well, since whoever opens it reads another text than the one inspected. Not covered: such
escapes in other prose, and in JSON that is fenced by prose, are inspected as they are written.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple, assert_never

from extproc.errors import MalformedBody
from extproc.payload.document import Item, JsonDocument, Leaf, Name, Path, Place, Value
from extproc.payload.json_tree import (
    JsonList,
    JsonNode,
    JsonNumber,
    JsonNumbers,
    JsonObject,
    JsonString,
    JsonTree,
    JsonWord,
)
from extproc.payload.media import is_opaque, is_vector, media_type
from extproc.payload.numeral import is_short, spelled
from extproc.payload.opening import begun, may_hide, opens
from extproc.payload.part import Inspectability, Part, Role, Spot, Uninspected
from extproc.payload.place import Here, Inside
from extproc.payload.schema import (
    UNKNOWN,
    Blanked,
    Listed,
    Media,
    Number,
    Ordinal,
    Running,
    Shape,
    Speaker,
    Text,
    TokenIds,
    Vector,
    free_form,
)
from extproc.payload.splice import Edit
from extproc.payload.strict_json import Nodes, read_json, read_json_text
from extproc.sealed import Sealed

MAX_INNER: Final = 3
"""Documents inside strings that may stand in one another: arguments that quote a tool's result that quotes JSON."""

MAX_ORDINAL: Final = 9999
"""Choices and calls are counted from 0; a number of more digits could be an identifier."""

_NUMERAL: Final = re.compile(r"[-+.eE0-9]+")


def read_document(body: bytes, shape: Shape) -> JsonDocument:
    """Raises ``MalformedBody``."""
    nodes = Nodes()
    return _Reading(read_json(body, nodes), MAX_INNER, nodes).document(shape, len(body))


def read_event(text: str, shape: Shape) -> JsonDocument:
    """The data of one event of a stream. Raises ``MalformedBody``."""
    nodes = Nodes()
    return _Reading(read_json_text(text, nodes), MAX_INNER, nodes).document(shape, _size(text))


def read_inner(text: str, pattern: str, spot: Spot, tool: Sealed[str]) -> JsonDocument | None:
    """The document that a text is; ``None`` where it is none, and plain text then.

    Raises ``MalformedBody`` for one of too many values.
    """
    return _inner(text, pattern, spot, Inside(role=Role.ASSISTANT, tool=tool), MAX_INNER, Nodes())


class _MemberName(NamedTuple):
    """Stands among the nodes to read, so that a name's part comes before those of its value."""

    node: JsonString


_Leaf = JsonString | JsonNumber | JsonNumbers | JsonWord | _MemberName
_Todo = tuple[JsonNode | _MemberName, Here]


class _Reading:
    """One walk over one document."""

    def __init__(self, tree: JsonTree, inner_left: int, nodes: Nodes) -> None:
        self._tree = tree
        self._inner_left = inner_left
        self._nodes = nodes
        self._parts: list[Part] = []
        self._places: list[Place] = []
        self._uninspected: list[Uninspected] = []
        self._blanked: list[Edit] = []
        self._running: dict[int, Path] = {}

    def document(self, shape: Shape, size_bytes: int, inside: Inside | None = None) -> JsonDocument:
        todo: list[_Todo] = [(self._tree.root, Here(shape, inside or Inside()))]
        while todo:
            node, here = todo.pop()
            rule = here.shape.rule
            if isinstance(rule, Blanked) and not isinstance(node, _MemberName):
                self._blank(node, rule)
            elif isinstance(node, JsonObject):
                todo += self._members(node, here)
            elif isinstance(node, JsonList):
                todo += self._items(node, here)
            else:
                self._value(node, here)
        return JsonDocument(
            self._tree, size_bytes, self._parts, self._places, self._uninspected, self._blanked, self._running
        )

    # -- containers: what they hold, last first -----------------------------------------------------------------------

    def _members(self, node: JsonObject, here: Here) -> list[_Todo]:
        shape, inside = here.shape, self._inside(node, here)
        todo: list[_Todo] = []
        for name, (name_node, value) in reversed(node.members.items()):
            below = Here(shape.member(name), inside, name)
            todo.append((value, below))
            if name not in shape.members:
                self._count_unknown(value, shape, below.shape)
                todo.append((_MemberName(name_node), below))
        return todo

    def _inside(self, node: JsonObject, here: Here) -> Inside:
        shape, inside, step = here.shape, here.inside, here.step
        role = (shape.role(node.text(shape.speaker)) if shape.speaker else None) or inside.role
        if shape.ordinal and (number := self._tree.integer(node, shape.ordinal)) is not None:
            if not 0 <= number <= MAX_ORDINAL:
                raise MalformedBody(f"An index of the body is not a number from 0 to {MAX_ORDINAL}.")
            step = Item(number, borne=True)
        return Inside(node, role, here.label, inside.tool, step, inside, here.where)

    def _items(self, node: JsonList, here: Here) -> list[_Todo]:
        shape, inside = here.shape, here.inside
        self._count_unknown(node, shape, shape.item)
        within = Inside(inside.owner, inside.role, here.label, inside.tool, here.step, inside, here.where)
        numbered = reversed(list(enumerate(node.items)))
        return [(item, Here(shape.item, within, Item(position, borne=False))) for position, item in numbered]

    def _count_unknown(self, node: JsonNode, shape: Shape, below: Shape) -> None:
        """At the edge of what the table knows; not again below it."""
        if below is shape.others:
            self._unread(below, Inspectability.UNKNOWN_FIELD, self._tree.raw(node))

    # -- values -------------------------------------------------------------------------------------------------------

    def _value(self, node: _Leaf, here: Here) -> None:
        match node:
            case JsonString():
                self._string(node, here)
            case JsonNumber(start, end):
                self._number(start, end, here)
            case _MemberName(name):
                self._name(name, here)
            case JsonNumbers():
                self._numbers(node, here)
            case JsonWord():
                pass  # yes, no or nothing
            case _:
                assert_never(node)

    def _name(self, name: JsonString, here: Here) -> None:
        rule = here.shape.rule
        if name.value == "" or (isinstance(rule, Text | Running) and name.value in rule.words):
            return
        self._parts.append(Part(here.shape.pattern, here.inside.role, Spot.STRUCTURE, Sealed(name.value)))
        self._places.append(Name(name.start, name.end, here.inside.owner, name.value))

    def _string(self, node: JsonString, here: Here) -> None:
        match here.shape.rule:
            case Text() as rule:
                self._text(node, rule, here)
            case Running() as rule:
                self._bit(node, rule, here)
            case Speaker(roles):
                if node.value not in roles:
                    self._stranger(node, here)
            case Media(format=named_by):
                self._media(node, named_by, here)
            case TokenIds():
                self._text(node, Text(), here)
            case Vector():
                if not is_vector(node.value):
                    self._stranger(node, here)
            case Number() | Ordinal():
                self._stranger(node, here)
            case Listed():
                pass
            case Blanked():
                raise AssertionError("blanked values are not read")
            case rule:
                assert_never(rule)

    def _stranger(self, node: JsonString, here: Here) -> None:
        """A string where the table has none: read as the unknown ones around it."""
        others = here.shape.others
        if others is not None and isinstance(others.rule, Running):
            self._bit(node, others.rule, here)
        else:
            self._text(node, UNKNOWN, here)

    def _bit(self, node: JsonString, rule: Running, here: Here) -> None:
        if node.value not in rule.words:
            self._running[len(self._parts)] = here.path
            self._add(node.value, Value(node.start, node.end), rule.spot, here.for_tool(rule.tool))

    def _text(self, node: JsonString, rule: Text, here: Here) -> None:
        if node.value == "" or node.value in rule.words:
            return
        here = here.for_tool(rule.tool)
        inner = self._opened(node.value, rule.spot, here)
        if inner is None:
            self._plain(node, rule, here)
            return
        leaf = Leaf(node.start, node.end, len(self._parts), inner)
        self._parts += inner.parts
        self._places += [leaf] * len(inner.parts)
        self._uninspected += inner.uninspected

    def _plain(self, node: JsonString, rule: Text, here: Here) -> None:
        """A text that is no document. In arguments that are none, nobody knows where a name would stand."""
        argument = rule.spot is Spot.TOOL_ARGUMENT
        broken = argument and (rule.tool != "" or begun(node.value))
        if may_hide(node.value):
            self._unread(here.shape, Inspectability.UNKNOWN_ENCODING, node.value)
        self._add(node.value, Value(node.start, node.end), Spot.STRUCTURE if broken else rule.spot, here)

    def _opened(self, text: str, spot: Spot, here: Here) -> JsonDocument | None:
        if not opens(text):
            return None
        return _inner(text, here.shape.pattern, spot, here.within(), self._inner_left, self._nodes)

    def _media(self, node: JsonString, named_by: str, here: Here) -> None:
        declared = here.inside.owner.text(named_by) or ""
        self._unread(here.shape, Inspectability.MEDIA, node.value, media_type(node.value, declared))
        if not is_opaque(node.value):
            self._stranger(node, here)

    def _numbers(self, node: JsonNumbers, here: Here) -> None:
        below = here.shape.item
        self._count_unknown(node, here.shape, below)
        match below.rule:
            case Vector():
                return
            case TokenIds():
                self._unread(below, Inspectability.TOKEN_IDS, self._tree.raw(node))
            case _:
                within = here.within()
                for position, found in enumerate(_NUMERAL.finditer(self._tree.text, node.start, node.end)):
                    self._nodes.take(1)
                    self._number(found.start(), found.end(), Here(below, within, Item(position, borne=False)))

    def _number(self, start: int, end: int, here: Here) -> None:
        raw = self._tree.text[start:end]
        match here.shape.rule:
            case TokenIds():
                self._unread(here.shape, Inspectability.TOKEN_IDS, raw)
                return
            case Number(most):
                own = Number(most).own(raw)
            case Vector():
                own = Number().own(raw)
            case _:
                own = is_short(raw)
        if not own:
            rule = here.shape.rule
            spot = rule.spot if isinstance(rule, Text) else Spot.STRUCTURE
            self._add(spelled(raw), Value(start, end, bare=True), spot, here)

    def _blank(self, node: JsonNode, rule: Blanked) -> None:
        if isinstance(node, JsonWord):
            return
        self._blanked.append(Edit(node.start, node.end, rule.raw))

    def _add(self, text: str, place: Value, spot: Spot, here: Here) -> None:
        inside = here.inside
        sealed = Sealed(text)
        self._parts.append(Part(here.shape.pattern, inside.role, spot, sealed, here.label, inside.tool, here.where))
        self._places.append(place)

    def _unread(self, shape: Shape, why: Inspectability, raw: str, kind: str = "") -> None:
        self._uninspected.append(Uninspected(shape.pattern, why, _size(raw), kind))


def _inner(text: str, pattern: str, spot: Spot, outside: Inside, left: int, nodes: Nodes) -> JsonDocument | None:
    if left == 0:
        return None
    try:
        tree = read_json_text(text, nodes)
    except MalformedBody:
        if nodes.left < 0:
            raise
        return None
    if not isinstance(tree.root, JsonObject | JsonList | JsonNumbers):
        return None
    inside = Inside(role=outside.role, label=outside.label, tool=outside.tool, where=outside.where)
    return _Reading(tree, left - 1, nodes).document(_inner_shape(pattern, spot), _size(text), inside)


@lru_cache(maxsize=1024)  # patterns are made of the dialects' words only, so there are few
def _inner_shape(pattern: str, spot: Spot) -> Shape:
    """All below is the caller's own. A leaf is escaped when it is written back, so it is no JSON prose itself."""
    return free_form(pattern + "#", Text(Spot.PROSE if spot is Spot.JSON_PROSE else spot))


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())
