"""XML and HTML as a row of tags and texts that know where they stand.

Tolerant: a tag that is cut or broken is text, an end tag without its beginning is passed over, and what was never
closed ends with the text. One pass, each character looked at a bounded number of times. No entity is ever expanded, and
nothing outside of the text is read, so there is nothing to bomb.

Not covered: namespaces (a prefix is dropped from a name) and default attributes of a DTD.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

Range = tuple[int, int]

_TAG: Final = re.compile(
    r"<(?:(/)([A-Za-z_][\w:.-]*+)[^<>]*+>|([A-Za-z_][\w:.-]*+)((?:[^<>\"']++|\\?\"[^<>\"]*+\"|'[^<>']*+')*+)>|!--|!\[CDATA\[|[?!])"
)
_ATTRIBUTE: Final = re.compile(r"(?<![\w:.-])([A-Za-z_][\w:.-]*+)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')")
_CLOSERS: Final = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>", "<!": ">"}
_MOST_OPEN: Final = 400


@dataclass(slots=True, repr=False)
class Element:
    """A start tag, with the names of what it stands in, innermost first, three at most."""

    name: str
    above: tuple[str, ...]
    attributes: dict[str, tuple[str, Range]] = field(default_factory=dict)
    """By name without prefix: the raw value and where it stands, without its quotes."""

    def text(self, name: str) -> str:
        return self.attributes[name][0] if name in self.attributes else ""


@dataclass(slots=True, repr=False)
class Text:
    """Characters between two tags that are not all blank."""

    start: int
    end: int
    inside: Element


Piece = Element | Text


def pieces(text: str) -> Iterator[Piece]:
    """Start tags and texts, in their order."""
    opened: list[Element] = [Element("", ())]
    at = 0
    for start, end, tag in _tags(text):
        if _solid(text, at, start):
            yield Text(at, start, opened[-1])
        at = end
        if tag is None:
            continue
        if tag[1]:
            _close(opened, _local(tag[2]))
        else:
            element = _element(text, tag, opened[-1])
            yield element
            if not tag[4].rstrip().endswith("/") and len(opened) < _MOST_OPEN:
                opened.append(element)
    if _solid(text, at, len(text)):
        yield Text(at, len(text), opened[-1])


def _tags(text: str) -> Iterator[tuple[int, int, re.Match[str] | None]]:
    """Tags; comments and instructions without a match. The text of a CDATA section is text."""
    at = 0
    while (tag := _TAG.search(text, at)) is not None:
        if tag[2] or tag[3]:
            at = tag.end()
            yield tag.start(), at, tag
            continue
        closer = _CLOSERS[tag[0]]
        found = text.find(closer, tag.end())
        end = len(text) if found < 0 else found + len(closer)
        if tag[0] == "<![CDATA[":
            yield tag.start(), tag.end(), None
            yield (end if found < 0 else found), end, None
        else:
            yield tag.start(), end, None
        at = end


def _element(text: str, tag: re.Match[str], owner: Element) -> Element:
    above = (owner.name, *owner.above[:2]) if owner.name else ()
    element = Element(_local(tag[3]), above)
    start, end = tag.span(4)
    for found in _ATTRIBUTE.finditer(text, start, end) if start < end else ():
        group = 2 if found[2] is not None else 3
        element.attributes.setdefault(_local(found[1]), (found[group], found.span(group)))
    return element


def _close(opened: list[Element], name: str) -> None:
    """Close the innermost element of that name; none so near is a stray end tag."""
    for depth in range(len(opened) - 1, max(0, len(opened) - 6), -1):
        if opened[depth].name == name:
            del opened[depth:]
            return


def _local(name: str) -> str:
    return name if name.startswith("xmlns") else name.rpartition(":")[2]


def _solid(text: str, start: int, end: int) -> bool:
    return start < end and not text[start:end].isspace()
