"""Tables and lists of definitions in HTML and C-CDA's narrative: cells by the heads of their columns or rows.

Not covered: cells that span columns, and tables within tables.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.structures.headers import ambiguous, entity_of, personal, unsure
from extproc.detect.structures.tables import columns
from extproc.detect.structures.values import fits, looks_personal
from extproc.detect.structures.view import View
from extproc.detect.structures.xml_scan import Element, Piece, Text

_ROWS: Final = frozenset(("tr", "dl"))
_HEADS: Final = frozenset(("th", "dt"))
_CELLS: Final = _HEADS | {"td", "dd"}
_BOUNDS: Final = frozenset(("table", "thead", "tbody", "dl"))
_MOST_TEXTS: Final = 8
"""Texts of one cell, which inline tags part."""


@dataclass(slots=True, repr=False)
class _Cell:
    head: bool
    texts: list[Text] = field(default_factory=list)

    def text(self, view: View) -> str:
        return " ".join(view.text[one.start : one.end].strip() for one in self.texts[:_MOST_TEXTS])


_Row = list[_Cell]


def read_html_tables(view: View, pieces: Iterable[Piece]) -> None:
    """Marks the cells of all tables. Linear."""
    for rows in _tables(pieces):
        heads = [cell.text(view) for cell in rows[0]]
        entities = columns(heads, 1) if len(rows) > 1 and len(heads) > 1 else None
        if entities is not None and not any(_is_head(row) or _is_label(view, row) for row in rows):
            for row in rows[1:]:
                _mark(view, zip(row, entities, strict=False))
        else:
            _on_their_side(view, rows)


def _tables(pieces: Iterable[Piece]) -> Iterator[list[_Row]]:
    """The rows of each table; a pair of a list of definitions is a row."""
    rows: list[_Row] = []
    for piece in pieces:
        if type(piece) is Element:
            if piece.name == "table" or piece.name == "dl":
                if any(rows):
                    yield [row for row in rows if row]
                rows = []
            if piece.name == "tr" or piece.name == "dt":
                rows.append([])
            if piece.name in _CELLS and rows:
                rows[-1].append(_Cell(piece.name in _HEADS))
        elif (
            type(piece) is Text
            and rows
            and rows[-1]
            and not _CELLS.isdisjoint((piece.inside.name, *piece.inside.above))
        ):
            rows[-1][-1].texts.append(piece)
    if any(rows):
        yield [row for row in rows if row]


def _is_head(row: _Row) -> bool:
    """It begins with a head, and cells follow: a row that says itself what it holds."""
    return len(row) > 1 and row[0].head and not row[1].head


def _is_label(view: View, row: _Row) -> bool:
    """Its first cell ends with a colon."""
    return len(row) > 1 and row[0].text(view).endswith(":")


def _on_their_side(view: View, rows: Sequence[_Row]) -> None:
    keys = [row[0].text(view).rstrip(": ") for row in rows]
    somebody = personal(keys)
    for row, key in zip(rows, keys, strict=True):
        entity = entity_of(key) or (ambiguous(key) if somebody else None)
        if entity is not None and (_is_head(row) or _is_label(view, row)):
            cells = (cell for cell in row[1:] if not unsure(key) or looks_personal(entity, cell.text(view)))
            _mark(view, ((cell, entity) for cell in cells))


def _mark(view: View, cells: Iterable[tuple[_Cell, E | None]]) -> None:
    for cell, entity in cells:
        if entity is not None and fits(entity, cell.text(view)):
            for text in cell.texts[:_MOST_TEXTS]:
                view.mark(text.start, text.end, entity, "xml_cell")
