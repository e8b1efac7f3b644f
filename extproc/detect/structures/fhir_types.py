"""FHIR's data types, recognised by their members wherever they stand: most JSON about patients borrows them."""

import re
from collections.abc import Mapping
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.structures import codes, identifiers
from extproc.detect.structures.fhir_table import (
    EXTENSION_PREFIXES,
    EXTENSIONS,
    IDENTIFIERS,
    PEOPLE,
    PERSON_LINKS,
    PLACE_LINKS,
    PLACES,
    TELECOM,
)
from extproc.detect.structures.headers import ambiguous, entity_of
from extproc.detect.structures.nodes import Leaf, Listed, Object, leaves
from extproc.detect.structures.values import fits, is_generation, is_nothing

_NAME_PARTS: Final = ("family", "given", "text")
_NO_SUFFIX: Final = Listed()
_ADDRESS_PARTS: Final = ("line", "city", "district", "postalCode", "text")
_INSURERS: Final = ("payor", "insurer")
_URL: Final = re.compile(r"https?://", re.IGNORECASE)
_URN: Final = re.compile(r"urn:(?:uuid|oid):", re.IGNORECASE)
_TITLE: Final = re.compile(r"(?:(?:mr|mrs|ms|miss|dr|prof|professor|rev|sr|fr)\b\.?\s*)+", re.IGNORECASE)
_NAMESPACE: Final = re.compile(r"(?!.*(?:\d{6}|[@?]))[A-Za-z][\w:/.#-]{2,199}", re.ASCII)
_REFERENCE: Final = re.compile(
    r"urn:(?:uuid|oid):\S{1,100}|https?://\S{1,200}/[A-Z][A-Za-z]{2,40}/\S{1,100}|[A-Z][A-Za-z]{2,40}/[\w.-]{1,64}",
    re.ASCII,
)
"""What is a reference of FHIR's outside of any resource too."""
_OID: Final = re.compile(r"(?:urn:oid:)?[0-2](?:\.\d{1,12}){3,20}", re.ASCII)


def read_types(node: Object, name: str, resource: str, kinds: Mapping[str, str]) -> None:
    """Notes what ``node``, the member ``name`` of something in ``resource`` (``""`` outside FHIR), says as a whole.

    ``kinds`` are the resources of the document: what each address or id of one leads to.
    """
    has = node.members.keys()
    if "system" in has:
        _systematic(node, name, resource)
    elif name.endswith("dentifier") and "value" in has:
        _identifier(node, name, resource)
    if "reference" in has or ("display" in has and resource):
        _reference(node, name, resource, kinds)
    if "family" in has or "given" in has:
        _human_name(node)
    elif name in ("name", "valueHumanName") and resource in PEOPLE:
        _parts(node, ("text",), E.NAME, "fhir_name")
    if _is_address(node, name):
        _address(node)
    if "url" in has:
        _extension(node)
    if resource and "answer" in has:
        _answers(node)


def _systematic(node: Object, name: str, resource: str) -> None:
    """Identifier, ContactPoint, Coding and Quantity all have a ``system``."""
    system, value = node.text("system"), node.leaf("value")
    if system in TELECOM or (system == "other" and "use" in node.members):
        _parts(node, ("value",), TELECOM.get(system, E.OTHER_ID), "fhir_telecom")
    elif "code" in node.members:
        _coding(node, system)
    elif value is not None and not value.bare and "unit" not in node.members and (resource or ":" in system):
        _identifier(node, name, resource)
    keep_namespace(node.leaf("system"))


def _human_name(node: Object) -> None:
    """A title and a degree are nobody's name; ``Jr.`` is."""
    _parts(node, _NAME_PARTS, E.NAME, "fhir_name")
    for leaf in leaves(node.members.get("suffix") or _NO_SUFFIX):
        if is_generation(leaf.text):
            leaf.mark(E.NAME, "fhir_name")


def _is_address(node: Object, name: str) -> bool:
    has = node.members.keys()
    if "postalCode" in has or ("city" in has and not has.isdisjoint(("line", "state", "country"))):
        return True
    return name in ("address", "valueAddress", "physicalLocation") and not has.isdisjoint(("line", "city", "text"))


def _coding(node: Object, system: str) -> None:
    code = node.leaf("code")
    if code is not None and codes.is_code(system, code.text):
        code.keep()
        keep_namespace(node.leaf("version"))
    unit = node.leaf("unit")
    if unit is not None and codes.is_unit(unit.text):
        unit.keep()


def keep_namespace(leaf: Leaf | None) -> None:
    """The address of a naming system, a profile or an extension, which holds no number of a person's."""
    if leaf is not None and (_NAMESPACE.fullmatch(leaf.text) or _OID.fullmatch(leaf.text)):
        leaf.keep()


def _identifier(node: Object, name: str, resource: str) -> None:
    value = node.leaf("value")
    if value is not None:
        link = _URN.match(value.text)
        value.mark_part(link.end() if link else 0, _kind(node, name, resource), "fhir_identifier")
    keep_namespace(node.leaf("system"))


def _kind(node: Object, name: str, resource: str) -> E:
    for kind in node.objects("type"):
        for coding in kind.objects("coding"):
            entity = identifiers.by_type(coding.text("code"))
            if entity is not None:
                return entity
    entity = identifiers.by_system(node.text("system"))
    return entity or IDENTIFIERS.get(name) or IDENTIFIERS.get(resource) or E.OTHER_ID


def _reference(node: Object, name: str, resource: str, kinds: Mapping[str, str]) -> None:
    link = node.leaf("reference")
    if not resource and (link is None or _REFERENCE.fullmatch(link.text) is None):
        return
    target = (mark_link(link) or kinds.get(link.text, "")) if link is not None else ""
    display = node.leaf("display")
    if display is None or "code" in node.members:
        return
    target = node.text("type") or target
    if target in PEOPLE or (not target and name in PERSON_LINKS):
        mark_person(display)
    elif name not in _INSURERS and (target in PLACES or (not target and name in PLACE_LINKS)):
        display.mark(E.GEO, "fhir_place")


def mark_person(leaf: Leaf) -> None:
    """A whole name, without the title before it."""
    raw = leaf.view.text[leaf.start : leaf.end]
    title = _TITLE.match(raw)
    leaf.mark_part(title.end() if title and title.end() < len(raw) else 0, E.NAME, "fhir_name")


def mark_link(leaf: Leaf) -> str:
    """``Patient/17``, ``urn:uuid:...``, ``https://host/fhir/Patient/17``, ``Practitioner?identifier=system|17``: its
    last segment identifies, and of an address all of it. Returns the kind of resource that it names, if any."""
    raw = leaf.view.text[leaf.start : leaf.end].replace("\\/", "//")
    if raw.startswith("#"):
        return ""
    if _URL.match(raw):
        leaf.mark(E.URL, "fhir_url")
        return next((step for step in reversed(raw.split("/")) if step in PEOPLE or step in PLACES), "")
    urn = _URN.match(raw)
    if urn is not None:
        leaf.mark_part(urn.end(), E.OTHER_ID, "fhir_id")
        return ""
    kind, slash, _ = raw.partition("/")
    if "?" in raw:
        leaf.mark_part(max(raw.rfind("|"), raw.rfind("=")) + 1, E.OTHER_ID, "fhir_id")
        return kind.partition("?")[0]
    if slash:
        leaf.mark_part(len(kind) + len(slash), E.OTHER_ID, "fhir_id")
    return kind


def _parts(node: Object, names: tuple[str, ...], entity: E, recognizer: str) -> None:
    for name in names:
        below = node.members.get(name)
        if below is not None:
            for leaf in leaves(below):
                if entity is not E.GEO or not is_nothing(leaf.text):  # a template's address, as prompts have them
                    leaf.mark(entity, recognizer)


def _address(node: Object) -> None:
    """A state beside a city is part of the address; alone it may stay, as a country may."""
    _parts(node, _ADDRESS_PARTS, E.GEO, "fhir_address")
    if not node.members.keys().isdisjoint(_ADDRESS_PARTS):
        _parts(node, ("state",), E.GEO, "fhir_address")


def _extension(node: Object) -> None:
    url = node.text("url")
    tail = url.rsplit("/", 1)[-1]
    entity = EXTENSIONS.get(tail) or next(
        (e for prefix, e in EXTENSION_PREFIXES.items() if tail.startswith(prefix)), None
    )
    valued = [value for name, value in node.items() if name.startswith("value") and name[5:6].isupper()]
    if valued or "extension" in node.members or "/StructureDefinition/" in url:
        keep_namespace(node.leaf("url"))
    if entity is None:
        return
    for value in valued:
        for leaf in leaves(value):
            leaf.mark(entity, "fhir_extension")
            if entity is E.GEO:
                leaf.zero()


def _answers(node: Object) -> None:
    """An item of a questionnaire's response: its text says what was asked, of a person. Not covered: items without a
    text, and whole questions in place of a label."""
    asked = node.text("text")
    entity = entity_of(asked) or ambiguous(asked)
    if entity is None:
        return
    for answer in node.objects("answer"):
        for name, value in answer.items():
            if name.startswith("value") and type(value) is Leaf and fits(entity, value.text):
                value.mark(entity, "fhir_answer")
                value.zero()
