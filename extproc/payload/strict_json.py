"""Reads JSON as RFC 8259 has it, and refuses what two readers could read differently.

Refused beside plain mistakes: text that is not UTF-8, a byte order mark, a member name twice in one object (compared
decoded), NaN and Infinity, half a surrogate pair, more than 128 levels, anything after the value. Of all these some
provider's reader makes something else than ours would, and then what was inspected is not what is read. Refused too are
documents of very many values, since two bytes of a body (``[]``) cost hundreds here.

How: regular expressions and CPython's own string scanner do the walking, so the cost is counted in tokens and hardly in
characters; open containers stand on a list, so depth costs no Python frames. Not covered: numbers beyond a double's
range are passed on as they are written.
"""

import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # CPython's C scanner, which typeshed leaves out
from typing import Final

from extproc.errors import MalformedBody
from extproc.payload.json_tree import (
    JsonList,
    JsonNode,
    JsonNumber,
    JsonNumbers,
    JsonObject,
    JsonString,
    JsonTree,
    JsonWord,
)

MAX_DEPTH: Final = 128
"""Deeper than any provider's schema by far, and shallower than every reader's own limit that we know of (Go: 10000,
serde_json: 128)."""

MAX_NODES: Final = 200_000
"""Values and member names of a document, those of documents in its strings too; a list of numbers alone is one. A
conversation of a thousand messages has some thousands; so many take about 70 MB while they are read."""

_BLANK: Final = r"[ \t\n\r]*+"
_NUMBER: Final = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+"
_PLAIN: Final = r"[^\"\\\x00-\x1f]*+"
_VALUE: Final = re.compile(
    rf"{_BLANK}(?:\"({_PLAIN})\"|(\")|(\{{{_BLANK}\}})|(\{{)|(\[{_BLANK}\])|(\[)|({_NUMBER})|(true)|(false)|(null))"
)
_SIMPLE, _STRING, _EMPTY_OBJECT, _OBJECT, _EMPTY_LIST, _LIST, _NUMERAL, _TRUE, _FALSE, _NULL = range(1, 11)
_NUMBERS: Final = re.compile(rf"\[{_BLANK}{_NUMBER}{_BLANK}(?:,{_BLANK}{_NUMBER}{_BLANK})*+\]")
_SIMPLE_NAME: Final = re.compile(rf"{_BLANK}\"({_PLAIN})\"{_BLANK}:")
_NAME: Final = re.compile(rf"{_BLANK}\"")
_COLON: Final = re.compile(rf"{_BLANK}:")
_AFTER: Final = re.compile(rf"{_BLANK}([,\]}}])")
_REST: Final = re.compile(_BLANK)
_WORDS: Final = {_TRUE: True, _FALSE: False, _NULL: None}

_Container = JsonList | JsonObject


class Nodes:
    """How many values and member names may still be read. Shared by a document and those in its strings."""

    __slots__ = ("left",)

    def __init__(self, left: int = MAX_NODES) -> None:
        self.left = left

    def take(self, count: int) -> None:
        """Raises ``MalformedBody``."""
        self.left -= count
        if self.left < 0:
            raise MalformedBody(f"The body has more than {MAX_NODES} values and member names.")


def read_json(body: bytes, nodes: Nodes | None = None) -> JsonTree:
    """Raises ``MalformedBody``. Without ``nodes`` the document may have ``MAX_NODES`` of its own."""
    text: str | None
    try:
        text = body.decode()
    except UnicodeDecodeError:
        text = None
    if text is None:  # outside the handler: the decoder's error holds the whole body
        raise MalformedBody("The body is not UTF-8.")
    return read_json_text(text, nodes)


def read_json_text(text: str, nodes: Nodes | None = None) -> JsonTree:
    """As ``read_json``."""
    if text.startswith("\ufeff"):
        raise MalformedBody("The body starts with a byte order mark.")
    root, end = _read_value(text, nodes or Nodes())
    end = _REST.match(text, end).end()  # type: ignore[union-attr]  # matches the empty text too
    if end != len(text):
        raise _mistake(end)
    return JsonTree(text, root)


def _read_value(text: str, nodes: Nodes) -> tuple[JsonNode, int]:
    """The first value of ``text``, and where it ends."""
    at = 0
    opened: list[_Container] = []
    names: list[JsonString] = []  # of the objects in ``opened``: the member being read
    while True:
        if opened and type(opened[-1]) is JsonObject:
            name, at = _read_name(text, at, opened[-1])
            names.append(name)
            nodes.take(1)
        nodes.take(1)
        node, at, complete = _read_token(text, at, len(opened))
        if not complete:
            opened.append(node)  # type: ignore[arg-type]  # only a container is incomplete
            continue
        while opened:
            node, at, more = _attach(text, at, opened, names, node)
            if more:
                break
        else:
            return node, at


def _attach(
    text: str, at: int, opened: list[_Container], names: list[JsonString], node: JsonNode
) -> tuple[JsonNode, int, bool]:
    """Put a complete ``node`` into the innermost container; if that ends here it is the next complete node."""
    container = opened[-1]
    after = _AFTER.match(text, at)
    if type(container) is JsonObject:
        name = names.pop()
        container.members[name.value] = (name, node)
        closer = "}"
    else:
        container.items.append(node)  # type: ignore[union-attr]  # the other of two
        closer = "]"
    if after is None:
        raise _mistake(at)
    if after[1] == ",":
        return node, after.end(), True
    if after[1] != closer:
        raise _mistake(after.start(1))
    container.end = after.end()
    return opened.pop(), container.end, False


def _read_name(text: str, at: int, owner: JsonObject) -> tuple[JsonString, int]:
    if simple := _SIMPLE_NAME.match(text, at):
        start, end = simple.span(1)
        name, at = JsonString(start - 1, end + 1, simple[1]), simple.end()
    else:
        name, at = _read_escaped_name(text, at)
    if name.value in owner.members:
        raise MalformedBody("An object of the body has one member name twice.")
    return name, at


def _read_escaped_name(text: str, at: int) -> tuple[JsonString, int]:
    quote = _NAME.match(text, at)
    if quote is None:
        raise _mistake(at)
    name = _read_string(text, quote.end())
    colon = _COLON.match(text, name.end)
    if colon is None:
        raise _mistake(name.end)
    return name, colon.end()


def _read_token(text: str, at: int, depth: int) -> tuple[JsonNode, int, bool]:
    """A scalar or an empty container, complete; or a container that was only opened."""
    token = _VALUE.match(text, at)
    if token is None:
        raise _mistake(at)
    kind = token.lastindex or 0
    start, end = token.span(kind)
    if kind == _SIMPLE:
        return JsonString(start - 1, end + 1, token[_SIMPLE]), end + 1, True
    if kind == _STRING:
        string = _read_string(text, end)
        return string, string.end, True
    if kind == _NUMERAL:
        return JsonNumber(start, end), end, True
    if kind in _WORDS:
        return JsonWord(start, end, _WORDS[kind]), end, True
    if depth >= MAX_DEPTH:
        raise MalformedBody(f"The body nests deeper than {MAX_DEPTH} levels.")
    if kind == _LIST and (numbers := _NUMBERS.match(text, start)):
        return JsonNumbers(start, numbers.end()), numbers.end(), True
    if kind in (_OBJECT, _EMPTY_OBJECT):
        return JsonObject(start, end), end, kind == _EMPTY_OBJECT
    return JsonList(start, end), end, kind == _EMPTY_LIST


def _read_string(text: str, at: int) -> JsonString:
    """The string whose opening quote stands just before ``at``."""
    value: str | None
    try:
        value, end = scanstring(text, at, True)
    except ValueError:
        value = None
    if value is None:  # outside the handler: the scanner's error holds the whole text
        raise _mistake(at)
    if end - at - 1 != len(value) and not _encodes(value):  # only an escape can make half a pair
        raise MalformedBody("A string of the body holds half a surrogate pair.")
    return JsonString(at - 1, end, value)


def _encodes(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _mistake(at: int) -> MalformedBody:
    return MalformedBody(f"The body is not valid JSON (at character {at}).")
