"""Tables in a text: CSV, TSV, and rows between bars, as Markdown and consoles draw them.

A table is a line of headers, of which some name an identifier, and the lines below it with as many cells. The headers
may stand at the end of a sentence that tells of them ("The columns are name, MRN, age:").

Not covered: rows whose first cell is the header (:mod:`~extproc.detect.structures.transposed` reads those), tables
whose columns are aligned by blanks only, tables without headers, and cells that span columns.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from extproc.detect.entities import EntityType as E
from extproc.detect.structures.headers import ambiguous, entity_of, personal, unsure
from extproc.detect.structures.values import fits
from extproc.detect.structures.view import View

Range = tuple[int, int]

_SIGNS: Final = "|\t;,"
_LONGEST_HEADER: Final = 48
_MOST_CELLS: Final = 400
_RULE: Final = re.compile(r"[\s|:+=_-]*-{2,}[\s|:+=_-]*")
_HEADERS: Final = re.compile(
    r"(?:(?<=[\r\n])|\A)(?:[^\r\n,;|\t?!]{0,60}+[,;|\t]){1,400}+[^\r\n,;|\t?!]{0,60}+(?<![.?!])(?=[\r\n])"
)
"""A line of short cells with another one below; most lines of prose are none."""
_TOLD: Final = re.compile(
    r"[^\r\n,;|\t]{0,60}?\b(?:in (?:the|this) order\b:?|(?:columns?|fields?|headers?|format"
    r"|layout|order)\b[^\r\n:=,;|\t]{0,30}?(?::|=|\bare\b|\bis\b))[ \t]*+",
    re.IGNORECASE,
)
"""A sentence that ends with headers."""
_BETWEEN: Final = re.compile(r"(?:[ \t]*+(?:```\w{0,12})?[\r\n]{1,2}){0,3}+")
_MEASURE: Final = re.compile(r"[A-Za-z][A-Za-z_ -]{0,30}\d{1,2}[A-Za-z]?")
_LINE_END: Final = re.compile(r"[\r\n]")
_PROSE: Final = re.compile(
    r"[.?!]\s|[.?!]$|char\(\d|\b(?:the|and|with|was|were|is|are|for|has|had|please|that)\b", re.IGNORECASE
)


class Row(NamedTuple):
    start: int
    end: int
    cells: tuple[Range, ...]
    """Without blanks and quotes around."""


@lru_cache(maxsize=8)
def _cell(sign: str) -> re.Pattern[str]:
    quoted = r"[ ]*+\"((?:[^\"]|\"\")*+)\"[ ]*+" if sign != "|" else r"(?!)()"
    plain = rf"[^{re.escape(sign)}\r\n]*+"
    return re.compile(rf"(?:{quoted}(?=[{re.escape(sign)}\r\n]|\Z)|({plain}))({re.escape(sign)}|\r\n|\n|\r|\Z)")


def read_tables(view: View) -> list[Range]:
    """Notes what the tables of ``view`` say; the ranges of their rows."""
    text = view.text
    read: list[Range] = []
    at = 0
    if _LINE_END.search(text) is None or not any(sign in text for sign in _SIGNS):
        return read
    while (line := _headers(text, at)) is not None:
        start, at = line.span()
        table = next(filter(None, (_table(text, start, sign) for sign in _SIGNS if sign in line[0])), None)
        if table is not None:
            sign, entities, rows = table
            for row in rows:
                _mark(view, row, entities)
                fence(view, row, sign)
            at = rows[-1].end
            read.append((start, at))
    return read


def _headers(text: str, at: int) -> re.Match[str] | None:
    """The first line from ``at`` on that looks like one of headers. To try each line is faster than to search."""
    line = _HEADERS.match(text, at)
    while line is None and (end := _LINE_END.search(text, at)) is not None:
        at = end.end()
        line = _HEADERS.match(text, at)
    return line


def _table(text: str, at: int, sign: str) -> "tuple[str, tuple[E | None, ...], list[Row]] | None":
    """The table whose headers stand in the line that begins at ``at``."""
    told = _TOLD.match(text, at)
    header = row_at(text, told.end() if told else at, sign)
    if header is None or not 2 <= len(header.cells) <= _MOST_CELLS:
        return None
    headers = [text[start:stop].rstrip(":") for start, stop in header.cells]
    entities = columns(headers, 1 if told or sign in "|\t" else 2)
    if entities is None or _has_value(headers, entities):
        return None
    between = _BETWEEN.match(text, header.end) if told else None
    rows = list(_rows(text, between.end() if between else header.end, len(header.cells), sign))
    return (sign, entities, rows) if rows and not _is_form(text, rows, entities) else None


def _has_value(headers: list[str], entities: tuple[E | None, ...]) -> bool:
    """``| MRN | 12-33 |``: a key and its value, and no headers, as ``icd10`` and ``a1c`` are."""
    return any(
        entity is not None and following is None and _is_numbered(header) and fits(entity, header)
        for entity, following, header in zip(entities, entities[1:], headers[1:], strict=False)
    )


def _is_numbered(header: str) -> bool:
    return any(map(str.isdigit, header)) and _MEASURE.fullmatch(header) is None


def _is_form(text: str, rows: list[Row], entities: tuple[E | None, ...]) -> bool:
    """Two columns of which the first holds keys all the way down."""
    keys = (text[slice(*row.cells[0])] for row in rows)
    return len(entities) == 2 and any(entity_of(key) is not None for key in keys)


def _rows(text: str, at: int, width: int, sign: str) -> Iterator[Row]:
    """The rows below: as many cells as headers, one more or less at the end of a line that was cut."""
    while at < len(text):
        row = row_at(text, at, sign)
        if row is None:
            return
        if not _RULE.fullmatch(text, row.start, row.end):
            if not (2 <= len(row.cells) <= width + 1 and (len(row.cells) >= width - 1 or sign == "|")):
                return
            yield row
        at = row.end


def row_at(text: str, at: int, sign: str) -> Row | None:
    """The line at ``at`` (or more lines, where a quoted cell holds line ends); ``None`` for a blank one."""
    pattern, start = _cell(sign), at
    cells: list[Range] = []
    while len(cells) <= _MOST_CELLS:
        found = pattern.match(text, at)
        if found is None:
            return None
        cells.append(_stripped(text, *found.span(1 if found[1] is not None else 2)))
        at = found.end()
        if found[3] != sign:
            break
    if sign == "|":
        cells = _between_bars(text, cells)
    return Row(start, at, tuple(cells)) if any(a < b for a, b in cells) and at > start else None


def _between_bars(text: str, cells: list[Range]) -> list[Range]:
    """Without what is outside of the outer bars."""
    if cells and cells[0][0] == cells[0][1]:
        cells = cells[1:]
    if len(cells) > 1 and cells[-1][0] == cells[-1][1]:
        cells = cells[:-1]
    return cells


def _stripped(text: str, start: int, end: int) -> Range:
    while start < end and text[start] in ' \t*_`"':
        start += 1
    while end > start and text[end - 1] in ' \t*_`"':
        end -= 1
    return start, end


def columns(headers: list[str], least: int) -> tuple[E | None, ...] | None:
    """What each column holds; ``None`` for what are no headers: ``least`` of them, or one of three, name an
    identifier."""
    if any(len(header) > _LONGEST_HEADER or _PROSE.search(header) for header in headers):
        return None
    known = [entity_of(header) for header in headers]
    somebody = personal(headers)
    entities = tuple(
        entity or (ambiguous(header) if somebody else None) for header, entity in zip(headers, known, strict=True)
    )
    named = sum(entity is not None for entity in entities)
    enough = named >= least or (named == 1 and len(headers) >= 3)
    sure = any(entity is not None and not unsure(header) for header, entity in zip(headers, entities, strict=True))
    return entities if enough and sure else None


def _mark(view: View, row: Row, entities: tuple[E | None, ...]) -> None:
    for (start, end), entity in zip(row.cells, entities, strict=False):
        mark_cell(view, start, end, entity)


def mark_cell(view: View, start: int, end: int, entity: E | None) -> None:
    """Mark a cell of a column or line that holds ``entity``. Numbers of other cells are no prose."""
    value = view.text[start:end]
    if entity is not None and fits(entity, value):
        view.mark(start, end, entity, "table_cell")
    elif not any(map(str.isalpha, value)):
        view.formal(start, end)


def fence(view: View, row: Row, sign: str) -> None:
    """A sign within quotes is part of its cell, so that a row with quotes keeps its signs one by one."""
    if '"' not in view.text[row.start : row.end]:
        view.fence(row.start, row.end, sign + "\r\n")
        return
    for (_, end), (start, _) in zip(row.cells, row.cells[1:], strict=False):
        view.keep(end, start)
