"""JSON whose rows are lists: ``{"columns": ["name", "mrn"], "data": [["A", 1]]}``, a list whose first row names them,
and lists of pairs of a name and a value.

A row may also be an object with its list in one member, and a cell one with its value in another, as query services
answer. Not covered: rows of which a cell is a list.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.structures.headers import about_people, entity_of
from extproc.detect.structures.nodes import Leaf, Listed, Node, Object
from extproc.detect.structures.tables import columns
from extproc.detect.structures.values import fits

_HEADS: Final = frozenset(
    """
    columns headers header fields cols column_names columnNames colnames schema ColumnMetadata columnMetadata ColumnInfo
    columnInfo
    """.split()  # noqa: SIM905 - a list of literals would be a line a word
)
_NAMES: Final = ("name", "label", "title", "field", "header", "key", "id")
"""Of a column that is described by an object."""
_MOST: Final = 400


def read_columns(node: Object | Listed) -> None:
    """Marks the cells of a table that ``node`` is. Linear in its cells."""
    if type(node) is Object:
        if not _HEADS.isdisjoint(node.members):
            _read(node)
    elif isinstance(node, Listed) and len(node.items) > 1 and (first := _row(node.items[0])) is not None:
        entities = columns(_headers(first), 2)
        if entities:
            _mark(node.items[1:], entities)
        else:
            _read_pairs(node.items)


def _read(node: Object) -> None:
    for name in _HEADS.intersection(node.members):
        headers = _headers(node.members[name])
        entities = columns(headers, 1) or tuple(map(_vaguely, headers))
        for other, rows in node.items() if any(entities) else ():
            if other not in _HEADS and type(rows) is Listed:
                _mark(rows.items, entities)


def _read_pairs(items: Sequence[Node]) -> None:
    """``[["surname", "A"], ["mrn", 1]]``"""
    rows = [list(map(_cell, row.items)) for row in items if type(row) is Listed and len(row.items) == 2]
    pairs = [(key, value) for key, value in rows if key is not None and value is not None]
    if len(pairs) < len(items):
        return
    entities = columns([key.text for key, _ in pairs], 2)
    for (_, value), entity in zip(pairs, entities or (), strict=False):
        if entity is not None and fits(entity, value.text):
            value.mark(entity, "json_column")


def _vaguely(header: str) -> E | None:
    """``patient`` as the name of a column is no other thing."""
    return entity_of(header) if about_people(header) else None


def _headers(heads: Node) -> list[str]:
    """The names of the columns; none where something else stands among them."""
    if type(heads) is Object:
        heads = next((heads.members[name] for name in ("fields", "columns") if name in heads.members), heads)
    if type(heads) is not Listed or not 0 < len(heads.items) <= _MOST:
        return []
    names = list(map(_name, heads.items))
    return names if all(names) else []


def _name(head: Node) -> str:
    if type(head) is Leaf:
        return head.text
    if type(head) is not Object:
        return ""
    leaf = _cell(head)
    return leaf.text if leaf is not None else next((head.text(name) for name in _NAMES if head.text(name)), "")


def _mark(rows: list[Node], entities: tuple[E | None, ...]) -> None:
    for row in rows:
        for at, cell in _cells(row):
            entity = entities[at] if at < len(entities) else None
            if entity is not None and fits(entity, cell.text):
                cell.mark(entity, "json_column")


def _cells(row: Node) -> Iterator[tuple[int, Leaf]]:
    """The cells of one row with their places."""
    listed = _row(row)
    for at, cell in listed.placed() if listed is not None else ():
        leaf = _cell(cell)
        if leaf is not None:
            yield at, leaf


def _row(node: Node) -> Listed | None:
    """A list, also one in an object that holds nothing else."""
    if type(node) is Object and len(node.members) == 1:
        node = next(iter(node.members.values()))
    return node if type(node) is Listed else None


def _cell(node: Node) -> Leaf | None:
    """A value, also one in an object that holds nothing else."""
    if type(node) is Object and len(node.members) == 1:
        node = next(iter(node.members.values()))
    return node if type(node) is Leaf else None
