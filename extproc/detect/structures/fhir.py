"""JSON about patients, leaf by leaf: FHIR R4 resources by their table, all other objects by their telling names."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from extproc.detect.entities import EntityType as E
from extproc.detect.structures import keyed
from extproc.detect.structures.columns import read_columns
from extproc.detect.structures.fhir_table import ELEMENTS, PEOPLE, UNDATED
from extproc.detect.structures.fhir_types import keep_namespace, mark_link, read_types
from extproc.detect.structures.nodes import Leaf, Listed, Node, Object
from extproc.detect.structures.values import fits
from extproc.detect.structures.written_dates import is_iso

_NOBODY: Final = Object()
_LINKS: Final = frozenset(("fullUrl", "location", "ifNoneExist", "source"))
_REQUESTS: Final = frozenset((("request",), ("link",)))
_PROFILES: Final = frozenset(("profile", "instantiatesCanonical", "instantiatesUri"))


class _Here(NamedTuple):
    node: Node
    name: str
    owner: Object
    resource: str
    """The resource it is part of, ``""`` outside FHIR."""
    above: tuple[str, ...]
    """Names of the members it stands in, nearest first; three at most."""


def read_json(root: Node, read_inner: Callable[[Leaf], None]) -> None:
    """Notes all that the document below ``root`` says. Linear; costs no Python frames, however deep.

    ``read_inner`` is given each string that nothing is said of, which may be a structure itself.
    """
    todo = [_Here(root, "", _NOBODY, "", ())]
    kinds = _kinds(root)
    while todo:
        here = todo.pop()
        node = here.node
        if type(node) is Leaf:
            if not _leaf(node, here) and not node.bare:
                _say_how_it_reads(node, here.resource)
                read_inner(node)
        elif type(node) is Listed:
            read_columns(node)
            todo += (here._replace(node=item) for item in node.items)
        elif type(node) is Object:
            todo += _members(node, here, kinds)


def _say_how_it_reads(leaf: Leaf, resource: str) -> None:
    """A string of several words is prose; one word of a FHIR resource is a code, whoever holds it."""
    if " " in leaf.view.text[leaf.start : leaf.end]:
        leaf.prose()
    elif resource:
        leaf.formal()


def _kinds(root: Node) -> dict[str, str]:
    """The resources of a bundle by their addresses, so that a reference says whose name stands beside it."""
    entries = root.objects("entry") if type(root) is Object else ()
    return {
        entry.text("fullUrl"): resource.text("resourceType")
        for entry in entries
        for resource in entry.objects("resource")
    }


def _members(node: Object, here: _Here, kinds: Mapping[str, str]) -> list[_Here]:
    resource = here.resource
    own = node.text("resourceType")
    if own[:1].isupper() and own.isalpha():
        resource = own
        _resource_id(node, resource)
    read_types(node, here.name, resource, kinds)
    if not resource:
        read_columns(node)
    above = (here.name, *here.above[:2]) if here.name else here.above
    return [_Here(below, name, node, resource, above) for name, below in node.items()]


def _resource_id(node: Object, resource: str) -> None:
    """An id without a digit is a word (``example``, ``coverage`` of a contained resource) unless it is a person's."""
    leaf = node.leaf("id")
    if leaf is not None and (resource in PEOPLE or any(map(str.isdigit, leaf.text))):
        leaf.mark(E.OTHER_ID, "fhir_id")


def _leaf(leaf: Leaf, here: _Here) -> bool:
    """Whether the leaf is dealt with."""
    if here.resource and _element(leaf, here):
        return True
    if here.resource and (here.resource not in PEOPLE or here.name in UNDATED):
        return False
    return keyed.read_leaf(leaf, here.name, here.owner, here.above)


def _element(leaf: Leaf, here: _Here) -> bool:
    name = here.name
    entity = ELEMENTS.get(f"{here.resource}.{name}") or ELEMENTS.get(name)
    if entity is not None:
        leaf.mark(entity, "fhir_element")
        if entity is E.GEO:
            leaf.zero()
    elif leaf.bare:
        return _age(leaf, here)
    elif name in _LINKS or (name == "url" and here.above[:1] in _REQUESTS):
        mark_link(leaf)
    elif name in _PROFILES:
        keep_namespace(leaf)
    elif name not in UNDATED and is_iso(leaf.text):
        leaf.mark(E.DATE, "fhir_date")
    else:
        return False
    return True


def _age(leaf: Leaf, here: _Here) -> bool:
    """``onsetAge``, ``deceasedAge``, ``valueAge``: over 89 they identify."""
    if not (here.name == "value" and here.above and here.above[0].endswith("Age") and fits(E.AGE, leaf.text)):
        return False
    leaf.mark(E.AGE, "fhir_age")
    return True
