"""Plain JSON with telling names: ``patient.name``, ``dob``, ``memberId``, ``{"label": "MRN", "value": ...}``.

A name is judged by the table of headers, a vague one (``name``, ``id``, ``value``) by what it stands in and beside.
A service or an account has a name as well (``{"provider": {"name": "openai"}}``), in one word without a capital.

Not covered: people who are written so under nothing but such a word, which is left to the rules; what a name in another
language than those of the table says.
"""

from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.structures.headers import about_people, ambiguous, entity_of, maybe_account, personal, unsure
from extproc.detect.structures.nodes import Leaf, Object
from extproc.detect.structures.values import fits, is_handle, looks_personal

_SCHEMA: Final = frozenset(
    ("properties", "parameters", "schema", "inputSchema", "input_schema", "function", "tools", "definitions", "$defs")
)
_HOLDERS: Final = frozenset(
    ("value", "text", "number", "answer", "content", "full", "raw", "formatted", "valueString", "val", "data", "values")
)
_LONGEST: Final = 40
_LABELS: Final = (
    "type",
    "label",
    "key",
    "field",
    "name",
    "question",
    "header",
    "title",
    "fieldName",
    "attribute",
    "kind",
)


def read_leaf(leaf: Leaf, name: str, owner: Object, above: tuple[str, ...]) -> bool:
    """Marks a leaf that stands under ``name`` in ``owner``; ``above`` are the names around, nearest first. Whether it
    was one to mark."""
    header = _header(name, owner, above)
    entity = entity_of(header)
    if entity is None:
        entity = _vague(header, owner, above)
        if entity is E.NAME and is_handle(leaf.text) and _may_be_account(owner, above, header):
            return False
    if entity is None or not fits(entity, leaf.text):
        return False
    vouched = name not in _HOLDERS and _about_somebody(owner, above, name)
    if unsure(header) and not vouched and not looks_personal(entity, leaf.text):
        return False
    leaf.mark(entity, "json_member")
    return True


def _header(name: str, owner: Object, above: tuple[str, ...]) -> str:
    """The words that tell what a value is: its name; where that says nothing, a label beside it or what it is in."""
    if name in _HOLDERS:
        labels = (owner.text(label) for label in _LABELS if label in owner.members)
        return next((label for label in labels if entity_of(label)), above[0] if above else "")
    if above and name.isdecimal():  # a column whose rows are numbered
        return above[0]
    if above and entity_of(name) is None and ambiguous(name) is None and len(above[0]) <= _LONGEST:
        return f"{above[0]} {name}"
    return name


def _vague(header: str, owner: Object, above: tuple[str, ...]) -> E | None:
    """``name`` or ``id``, where it stands beside something personal, and not in the schema of a tool."""
    if _SCHEMA.intersection(above) or not _about_somebody(owner, above, header):
        return None
    return ambiguous(header)


def _may_be_account(owner: Object, above: tuple[str, ...], header: str) -> bool:
    """Nothing but a word such as ``user`` above says that it is a person."""
    return all(map(maybe_account, above[:1])) and not personal(other for other in owner.members if other != header)


def _about_somebody(owner: Object, above: tuple[str, ...], name: str) -> bool:
    return any(map(about_people, above[:1])) or personal(other for other in owner.members if other != name)
