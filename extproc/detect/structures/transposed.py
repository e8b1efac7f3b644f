"""Tables that lie on their side: each line begins with what it is about, and the values of all patients follow.

Two columns of keys and values are one of a single patient. Not covered: lines of which one has a cell more or less.
"""

import re
from collections.abc import Iterator
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.structures.headers import ambiguous, entity_of, personal, unsure
from extproc.detect.structures.tables import Row, fence, mark_cell, row_at
from extproc.detect.structures.values import is_type
from extproc.detect.structures.view import View

Range = tuple[int, int]

_LINE: Final = re.compile(r"\n[ ]{0,8}+\|?[ *_\"]{0,4}+[^\W\d_][\w '’()/.#&-]{0,40}+[*_\"]{0,3}[ ]{0,40}+([,;|\t])")
"""Begins with what may be a key. The line's end before it makes the search for it a fast one."""
_LEAST_LINES: Final = {"|": 2, "\t": 2, ";": 2, ",": 3}


def read_transposed(view: View) -> list[Range]:
    """Notes what such tables say; the ranges of their lines."""
    read: list[Range] = []
    if "\n" not in view.text or not any(sign in view.text for sign in _LEAST_LINES):
        return read
    for sign, rows in _blocks(view.text):
        entities = _entities(view.text, rows, sign)
        for row, entity in zip(rows, entities, strict=True) if entities else ():
            for start, end in row.cells[1:]:
                mark_cell(view, start, end, entity)
            fence(view, row, sign)
            read.append((row.start, row.end))
    return read


def _blocks(text: str) -> Iterator[tuple[str, list[Row]]]:
    """Lines right below one another with the same sign and as many cells."""
    block: list[Row] = []
    before = ""
    for at, key_end, sign in _lines(text):
        goes_on = bool(block) and at == block[-1].end
        if not goes_on and not _is_key(text[at:key_end].strip(' |*_"')):
            continue
        row = row_at(text, at, sign)
        if block and not (goes_on and row and sign == before and len(row.cells) == len(block[0].cells)):
            yield before, block
            block = []
        if row is not None and len(row.cells) > 1:
            block.append(row)
            before = sign
    if block:
        yield before, block


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a line begins, where its key ends, and the sign behind it."""
    first = _LINE.match(f"\n{text[:200]}")
    if first is not None:
        yield 0, first.start(1) - 1, first[1]
    yield from ((found.start() + 1, found.start(1), found[1]) for found in _LINE.finditer(text))


def _is_key(key: str) -> bool:
    return entity_of(key) is not None or ambiguous(key) is not None


def _entities(text: str, rows: list[Row], sign: str) -> tuple[E | None, ...]:
    """What each line holds; nothing where these are no such lines."""
    if len(rows) < _LEAST_LINES[sign]:
        return ()
    keys = [text[slice(*row.cells[0])] for row in rows]
    if any(entity_of(text[slice(*cell)]) for cell in rows[0].cells[1:]):
        return ()  # headers above one another, as an ordinary table has them
    if sum(any(is_type(text[slice(*cell)]) for cell in row.cells[1:]) for row in rows) > 1:
        return ()  # the description of fields
    somebody = personal(keys)
    entities = tuple(entity_of(key) or (ambiguous(key) if somebody else None) for key in keys)
    known = sum(entity is not None for entity in entities)
    sure = any(entity is not None and not unsure(key) for key, entity in zip(keys, entities, strict=True))
    return entities if known >= 2 and sure else ()
