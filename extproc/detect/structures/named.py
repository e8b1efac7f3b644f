"""Values that stand beside a name of their own, whatever joins the two: a column, a sign, a cell before.

Not covered: names that speak of nobody by themselves and stand alone (``name``, ``id``): what stands around has to.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extproc.detect.entities import EntityType as E
from extproc.detect.structures.headers import about_people, ambiguous, entity_of, maybe_account, personal, unsure
from extproc.detect.structures.values import fits, is_handle, looks_personal
from extproc.detect.structures.view import View


class Named(NamedTuple):
    """``text`` is what the value at ``[start, end)`` of a view means."""

    name: str
    start: int
    end: int
    text: str


def mark_named(view: View, values: Sequence[Named], recognizer: str, of: Iterable[str] = ()) -> bool:
    """Mark what identifies, and tell whether something does. ``of`` are words for what all of them are about."""
    owners = list(filter(about_people, of))
    beside = personal(value.name for value in values)
    somebody = beside or bool(owners)
    accounts = not beside and all(map(maybe_account, owners))
    marked = False
    for name, start, end, text in values:
        known = entity_of(name)
        entity = known or (ambiguous(name) if somebody else None)
        if entity is None or not fits(entity, text):
            continue
        if known is None and entity is E.NAME and accounts and is_handle(text):
            continue
        if somebody or not unsure(name) or looks_personal(entity, text):
            view.mark(start, end, entity, recognizer)
            marked = True
    return marked
