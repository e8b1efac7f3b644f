"""C-CDA documents, and other XML whose elements or attributes have telling names.

Narrative text is left to the rules, and to the names found in the elements. Not covered: HL7 version 2 in XML, and
codes of a local system, which the rules may take for numbers.
"""

import re
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.structures import codes, identifiers
from extproc.detect.structures.headers import about_people, ambiguous, entity_of, unsure
from extproc.detect.structures.html_tables import read_html_tables
from extproc.detect.structures.inline import joined
from extproc.detect.structures.values import fits, is_generation, is_nothing, looks_personal
from extproc.detect.structures.view import View
from extproc.detect.structures.written_dates import has_more_than_a_year, is_hl7, is_iso
from extproc.detect.structures.xml_scan import Element, Range, Text, pieces
from extproc.detect.structures.xml_table import DECLARED, IDENTIFIED, NAMESPACES, PEOPLE, PLACES, STATES, TEXTS, TIMES
from extproc.sealed import Sealed

_BEGINS: Final = re.compile(r"<[A-Za-z_][\w:.-]*+[\s/>]")
_TAG_NAME: Final = re.compile(r"</?([A-Za-z_][\w:.-]*+)(?=[\s/>])")
_REFERENCE: Final = re.compile(r"&(?:amp|apos|quot|lt|gt|nbsp|#3[49]|#x2[27]);")
_SCHEME: Final = re.compile(r"(tel|fax|mailto|sms|https?|ftp|mllp|x-text-[a-z]+):", re.IGNORECASE)
_UUID: Final = re.compile(r"\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?", re.IGNORECASE)
_LINK: Final = re.compile(r"urn:(?:uuid|oid):|[A-Z][A-Za-z]{2,30}/")
_ANCHOR: Final = re.compile(r"#?[A-Za-z][A-Za-z_.-]{0,30}\d{0,4}", re.ASCII)
"""A place within the document, such as ``#reaction1``."""
_LONGEST_LABEL: Final = 40
_WORDS: Final = frozenset((E.NAME, E.GEO, E.AGE))
"""What text behind a header may just as well be another header."""
_HOLDERS: Final = frozenset(("name", "address", "addr", "phone", "contact"))
"""What is called so says what its parts are: ``<Name><First>``."""
_SCHEMES: Final = {"fax": E.FAX, "mailto": E.EMAIL, "http": E.URL, "https": E.URL, "ftp": E.URL, "mllp": E.URL}


def read_xml(view: View) -> list[Range]:
    """Notes what the XML in ``view`` says. Its text stays text for everybody else."""
    text = view.text
    first = _BEGINS.search(text) if "<" in text else None
    if first is None or ("</" not in text and "/>" not in text):
        return []
    view.formal(first.start(), text.rfind(">") + 1)
    for tag in _TAG_NAME.finditer(text, first.start()):
        view.keep(*tag.span(1))
    label: E | None = None
    read = list(pieces(text))
    for piece in read:
        if type(piece) is Element:
            _element(view, piece)
        elif type(piece) is Text:
            view.prose(piece.start, piece.end)
            _text(view, piece)
            label = _labelled(view, piece, label)
    if "<t" in text or "<dl" in text or "<T" in text:
        read_html_tables(view, read)
    view.notes.joined += map(Sealed, joined(view, read))
    for found in _REFERENCE.finditer(text):
        view.keep(*found.span())
    view.fence(first.start(), text.rfind(">") + 1, '<>"')
    return []


def _element(view: View, element: Element) -> None:
    has = element.attributes
    if not has:
        return
    for name, (value, where) in has.items():
        if element.name in DECLARED or name in NAMESPACES or name.startswith("xmlns"):
            view.keep(*where)
        elif name == "ID" or (name == "value" and value[:1] == "#"):
            if _ANCHOR.fullmatch(value):
                view.keep(*where)
        elif name not in ("value", "root", "extension", "code") and fits_attribute(element, name, value):
            _mark(view, where, entity_of(name) or ambiguous(name))
    if element.name in IDENTIFIED:
        _identifier(view, element)
    if "code" in has:
        _code(view, element)
    if "value" in has:
        _value(view, element)


def fits_attribute(element: Element, name: str, value: str) -> bool:
    """Whether an attribute with a telling name holds what it says."""
    entity = entity_of(name)
    if entity is None:
        entity = ambiguous(name)
        return entity is not None and about_people(element.name) and fits(entity, value)
    return fits(entity, value) and (not unsure(name) or looks_personal(entity, value))


def _mark(view: View, where: Range, entity: E | None) -> None:
    if entity is not None:
        view.mark(*where, entity, "xml_field")


def _identifier(view: View, element: Element) -> None:
    """The number is in ``extension``, and ``root`` says whose; alone it is the number itself."""
    root, extension = element.text("root"), element.text("extension")
    if extension:
        owner = "playingDevice" in element.above or "Device" in element.above[:1]
        entity = identifiers.by_system(root) or (E.DEVICE if owner else E.OTHER_ID)
        _mark(view, element.attributes["extension"][1], entity)
        if root:
            view.keep(*element.attributes["root"][1])
    elif root and (_UUID.fullmatch(root) or not element.text("nullFlavor")):
        _mark(view, element.attributes["root"][1], E.OTHER_ID)


def _code(view: View, element: Element) -> None:
    code, where = element.attributes["code"]
    system = element.text("codeSystem") or element.text("codeSystemName")
    if codes.is_code(system, code) or (len(code) <= 12 and code.isascii() and not is_hl7(code) and not is_iso(code)):
        view.keep(*where)
        if system and "displayName" in element.attributes:  # the rules would take it for a cue of a name
            view.keep(*element.attributes["displayName"][1])


def _value(view: View, element: Element) -> None:
    """An attribute ``value``: a time, a telecom, or (in FHIR's XML) the element's text."""
    value, where = element.attributes["value"]
    if element.name == "telecom":
        _telecom(view, value, where)
    elif "unit" in element.attributes:
        if codes.is_unit(element.text("unit")):
            view.keep(*element.attributes["unit"][1])
    elif (element.name in TIMES and is_hl7(value)) or is_iso(value):
        if has_more_than_a_year(value):
            _mark(view, where, E.DATE)
    elif element.name in ("id", "fullUrl", "reference"):
        link = _LINK.match(value)
        if not value.startswith("#") and any(map(str.isdigit, value)):
            _mark(view, (where[0] + (link.end() if link else 0), where[1]), E.OTHER_ID)
    elif element.name == "value" and element.above[:1] == ("identifier",):
        _mark(view, where, E.OTHER_ID)
    elif element.name == "value" and element.above[:1] == ("telecom",):
        _telecom(view, value, where)
    elif element.name in ("system", "url"):
        view.keep(*where)
    else:
        _content(view, value, where, element)


def _telecom(view: View, value: str, where: Range) -> None:
    scheme = _SCHEME.match(value)
    entity = _SCHEMES.get(scheme[1].lower(), E.PHONE) if scheme else E.EMAIL if "@" in value else E.PHONE
    start = where[0] + (scheme.end() if scheme and entity is not E.URL else 0)
    _mark(view, (start, where[1]), entity)


def _text(view: View, piece: Text) -> None:
    element = piece.inside
    if element.text("representation") != "B64":
        _content(view, view.text[piece.start : piece.end], (piece.start, piece.end), element)


def _labelled(view: View, piece: Text, label: E | None) -> E | None:
    """``<td>MRN</td><td>12-33</td>``, ``<b>MRN:</b> 12-33``: a number behind its label, whatever tags stand between.
    Returns what this text is a label of; one without letters and digits hands on the last."""
    value = view.text[piece.start : piece.end].strip()
    if not any(map(str.isalnum, value)):
        return label
    if label is not None and label not in _WORDS and fits(label, value):
        view.mark(piece.start, piece.end, label, "xml_label")
    return (entity_of(value) or ambiguous(value)) if len(value) <= _LONGEST_LABEL else None


def _content(view: View, value: str, where: Range, element: Element) -> None:
    """What an element holds, by its own name and that of what it stands in."""
    value = value.strip()
    if is_nothing(value):
        return
    entity = _entity(element, value)
    if entity is not None:
        _mark(view, where, entity)


def _entity(element: Element, value: str) -> E | None:
    told = (element.text(attribute) for attribute in ("name", "key"))  # <input name="mrn" value="..."/>
    name, above = next(filter(entity_of, told), element.name), element.above
    entity = TEXTS.get(name) or (TEXTS.get(name.lower()) if above and above[0].lower() in _HOLDERS else None)
    if name == "suffix":
        return entity if is_generation(value) else None
    if entity is not None:
        return entity if len(value) <= 200 else None
    if name == "state":
        return E.GEO if not STATES.isdisjoint(above[:1]) else None
    if name == "name" and above:
        if above[0] in PEOPLE or (above[0] == "name" and above[1:2] and above[1] in PEOPLE):
            return E.NAME
        if above[0] in PLACES:
            return E.GEO
    entity = entity_of(name) or (entity_of(f"{name} {above[0]}") if above and above[0].lower() in _HOLDERS else None)
    if entity is None and above and ambiguous(name) is not None:
        entity = ambiguous(name) if about_people(above[0]) else None
    if entity is None or not fits(entity, value) or (unsure(name) and not looks_personal(entity, value)):
        return None
    return entity
