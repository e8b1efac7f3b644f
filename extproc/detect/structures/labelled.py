"""Which security labels the passages of a document bear: FHIR, C-CDA and HL7 version 2 say so in known places.

Looked for are those places alone, so that a query may be asked this of every request. Not covered: what prose says of
itself ("confidential"), and labels whose place is reached only through two levels of strings.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extproc.detect.finding import Passage
from extproc.detect.labels import Label
from extproc.detect.structures.hl7 import segments
from extproc.detect.structures.json_scan import value_at
from extproc.detect.structures.nodes import Leaf, Listed, Node, Object
from extproc.detect.structures.sensitivity import label_of
from extproc.detect.structures.view import Notes, View

_MEMBERS: Final = ("security", "securityLabel", "confidentiality", "confidentialityCode", "sensitivity")
_MEMBER: Final = re.compile(rf"[\"'](?:{'|'.join(_MEMBERS)})\\*+[\"']\s*+:\s*+")
_ELEMENT: Final = re.compile(r"<(?:\w{1,20}:)?(?:confidentialityCode|sensitivityCode)\b([^<>]{0,1000})>")
_CODE: Final = re.compile(r"\bcode\s*=\s*\\*[\"']([^\"'\\<>]{0,60})")
_FHIR_XML: Final = re.compile(
    r"<security>(?:(?!</security>).){0,1000}?<code\s+value=\\*[\"']([^\"'\\]{0,60})", re.DOTALL
)
_ESCAPES: Final = re.compile(r"(?<!\\)\\++(?=[\"'])")
_WINDOW: Final = 2000
"""Characters of a list of labels that are read."""
_REASONS: Final = ("v3-ActReason", "v3-ObservationValue", "2.16.840.1.113883.5.8", "2.16.840.1.113883.5.1063")
"""Systems of purposes of use and of integrity, which stand beside labels and are none."""

_FIELDS: Final = {"TXA": (18,), "ORC": (28,), "ARV": (3, 4), "CON": (25,)}
_FLAGS: Final = {"DG1": (18,), "PD1": (12,), "PV2": (22,)}
"""Fields that only say yes."""
_VIP: Final = {"PV1": 16}


def labels(passages: Sequence[Passage]) -> frozenset[Label]:
    """All labels of all passages. Linear; any text is answered."""
    return frozenset(label for passage in passages for label in _of_one(passage))


def _of_one(passage: Passage) -> Iterator[Label]:
    text = passage.text.reveal()
    if _is_code(passage.path):
        yield from _known(text)
    if "ecurity" in text or "onfidentiality" in text or "ensitivity" in text:
        yield from _in_json(text)
        for found in _ELEMENT.finditer(text):
            code = _CODE.search(found[1])
            yield from _known(code[1] if code else "")
        for found in _FHIR_XML.finditer(text):
            yield from _known(found[1])
    if "|" in text or "MSH" in text:
        yield from _in_hl7(text)


def _known(code: str) -> Iterator[Label]:
    label = label_of(code)
    if label is not None:
        yield label


def _is_code(path: tuple[str | int, ...]) -> bool:
    """A leaf of an opened document: ``meta.security[0].code``, ``confidentiality``."""
    return (path[-1:] == ("code",) and not {"security", "securityLabel"}.isdisjoint(path)) or path[-1:] == (
        "confidentiality",
    )


def _in_json(text: str) -> Iterator[Label]:
    at = 0
    while (found := _MEMBER.search(text, at)) is not None:
        window = _ESCAPES.sub("", text[found.end() : found.end() + _WINDOW])
        at = found.end()
        if window:
            value, read = value_at(View(window, Notes()), 0)
            yield from _labels_of(value)
            at += read


def _labels_of(node: Node) -> Iterator[Label]:
    todo = [node]
    while todo:
        node = todo.pop()
        if type(node) is Leaf:
            yield from _known(node.text if len(node.text) <= 24 else "")
        elif type(node) is Listed:
            todo += node.items
        elif type(node) is Object:
            if "coding" in node.members:
                todo.append(node.members["coding"])
            elif not node.text("system").endswith(_REASONS):
                yield from _known(node.text("code"))


def _in_hl7(text: str) -> Iterator[Label]:
    for segment in segments(text):
        for number in _FIELDS.get(segment.name, ()):
            yield from _known(segment.code(number))
        if any(segment.code(number).upper() == "Y" for number in _FLAGS.get(segment.name, ())):
            yield Label.RESTRICTED
        if segment.name in _VIP and segment.code(_VIP[segment.name]).strip('" '):
            yield Label.VIP
