"""The document that passages are leaves of, put together by their paths.

Not covered: members that are no passages, since they hold nothing to inspect: yes, no, nothing, and short numbers.
"""

import re
from collections.abc import Iterable
from typing import Final

from extproc.detect.structures.nodes import Leaf, Listed, Node, Object
from extproc.detect.structures.view import View

Path = tuple[str | int, ...]

_NUMERAL: Final = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


def assembled(leaves: Iterable[tuple[Path, View]]) -> Node:
    """Linear in the steps of the paths."""
    nodes: dict[Path, Object | Listed] = {(): Object()}
    for path, view in leaves:
        numeral = _NUMERAL.fullmatch(view.text) is not None
        _put(_container(nodes, path), path[-1], Leaf(view, 0, len(view.text), bare=numeral))
    return nodes[()]


def _container(nodes: dict[Path, Object | Listed], path: Path) -> Object | Listed:
    """What holds the value at ``path``, made with all that holds it where it is new."""
    known = len(path) - 1
    while path[:known] not in nodes:
        known -= 1
    container = nodes[path[:known]]
    for length in range(known + 1, len(path)):
        below: Object | Listed = Listed() if isinstance(path[length], int) else Object()
        _put(container, path[length - 1], below)
        nodes[path[:length]] = container = below
    return container


def _put(container: Object | Listed, step: str | int, node: Node) -> None:
    if type(container) is Object:
        container.add(str(step), node)
    elif type(container) is Listed:
        container.items.append(node)
        container.places.append(step if isinstance(step, int) else len(container.places))
