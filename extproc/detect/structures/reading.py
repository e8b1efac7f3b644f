"""Structures in the passages of one document, and what each says of its text."""

import re
from collections.abc import Sequence
from typing import Final

from extproc.detect.finding import Passage
from extproc.detect.structures import json_scan, yaml
from extproc.detect.structures.assembled import assembled
from extproc.detect.structures.assigned import read_assigned
from extproc.detect.structures.blobs import blobs_in, has_long_run
from extproc.detect.structures.cards import read_cards
from extproc.detect.structures.fhir import read_json
from extproc.detect.structures.forms import read_forms
from extproc.detect.structures.hl7 import read_hl7
from extproc.detect.structures.mail import read_mail
from extproc.detect.structures.marks import NONE, Marks
from extproc.detect.structures.nodes import Leaf, Object
from extproc.detect.structures.sql import may_hold, read_sql
from extproc.detect.structures.tables import read_tables
from extproc.detect.structures.transposed import read_transposed
from extproc.detect.structures.view import Notes, View
from extproc.detect.structures.xml import read_xml

_INNER: Final = re.compile(r"[{|<\t\r\n=]|\\[nrt]|[:,;]\s")
_FHIR_MEMBER: Final = re.compile(r'"([a-z][A-Za-z]{0,60})"\s{0,4}+:')
_INNER_LEAST: Final = 24
"""Characters of a string that may hold a structure of its own."""
_SIGN: Final = re.compile(r"[{\[<|:=\t\r\n^]")
"""Without one of these, ``MSH`` and a long run there is no structure: each reader looks for some of them first."""


def read(passages: Sequence[Passage]) -> tuple[Marks, ...]:
    """One answer a passage."""
    if not any(passage.path or _structured(passage.text.reveal()) for passage in passages):
        return (NONE,) * len(passages)
    views = [View(passage.text.reveal(), Notes()) for passage in passages]
    for view, found in zip(views, blobs_in(passages), strict=True):
        view.notes.blobs += found
        read_view(view)
    leaves = [(passage.path, view) for passage, view in zip(passages, views, strict=True) if passage.path]
    if leaves:
        read_json(assembled(leaves), _read_already)
    return tuple(view.notes.marks() if view.notes else NONE for view in views)


def _structured(text: str) -> bool:
    """Whether some reader may find something; most short prose is told by one search."""
    return _SIGN.search(text) is not None or "MSH" in text or may_hold(text) or has_long_run(text)


def _read_already(_leaf: Leaf) -> None:
    """It is a passage of its own."""


def read_view(view: View) -> None:
    """Notes what the structures of one text say, and those in its strings. What one of them is made of is no text to
    the others."""
    for reader in _READERS:
        view = view.without(reader(view))


def _read_json(view: View) -> list[tuple[int, int]]:
    text = view.text
    if not json_scan.may_hold(text):
        return []
    read = []
    for start, end, root in json_scan.roots(view):
        view.fence(start, end, '"')
        view.formal(start, end)
        if type(root) is Object and root.text("resourceType"):
            for found in _FHIR_MEMBER.finditer(text, start, end):
                view.keep(*found.span(1))
        read_json(root, _read_inner)
        read.append((start, end))
    return read


def _read_yaml(view: View) -> list[tuple[int, int]]:
    if ":" not in view.text:
        return []
    read = []
    for start, end, root in yaml.documents(view):
        view.fence(start, end, '\r\n"')
        view.formal(start, end)
        read_json(root, _read_inner)
        read.append((start, end))
    return read


def _read_inner(leaf: Leaf) -> None:
    """A string that may hold a structure itself."""
    if leaf.end - leaf.start < _INNER_LEAST or _INNER.search(leaf.view.text, leaf.start, leaf.end) is None:
        return
    view = leaf.view.within(leaf.start, leaf.end)
    if view is not None:
        read_view(view)


_READERS: Final = (
    *(
        _read_json,
        read_hl7,
        read_sql,
        _read_yaml,
        read_xml,
        read_cards,
        read_mail,
        read_transposed,
        read_tables,
        read_assigned,
    ),
    read_forms,
)
"""In the order in which they are asked."""
