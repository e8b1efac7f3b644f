"""Statements of SQL: what is inserted, set and compared, by the name of its column.

A vague column (``name``, ``id``) counts where the table or another column speaks of a person. Quotes around a value
stay, and a number stays one. Bounds of an age are no patient's.

Not covered: values without their columns (``INSERT INTO patients VALUES (...)``), and columns that are computed.
"""

import re
from collections.abc import Iterator
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.structures.headers import entity_of
from extproc.detect.structures.named import Named, mark_named
from extproc.detect.structures.view import View

Range = tuple[int, int]

_SIGNS: Final = ("where", "WHERE", "Where", "nsert ", "INSERT ", "pdate ", "UPDATE ")
_COMPARES: Final = (
    *("=", "<", ">", "ike '", "IKE '", 'ike "', "in (", "IN (", "in(", "IN(", "alues", "VALUES", "tween '", "TWEEN '"),
)
"""Of each of both one is in every statement that holds a value."""
_ID: Final = (
    r"(?:[A-Za-z_@#][\w$]{0,60}+|\\{0,3}\"[A-Za-z][\w .-]{0,60}+\\{0,3}\"|`[^`\r\n]{1,60}`|\[[A-Za-z][\w .-]{0,60}+\])"
)
_PATH: Final = rf"(?:{_ID}\s?\.\s?){{0,3}}{_ID}"
_BEGIN: Final = re.compile(
    rf"\b(?:(?:insert|replace)\s+(?:into\s+)?(?P<into>{_PATH})\s*(?=\()"
    rf"|update\s+(?P<update>{_PATH})\s+(?:\w{{1,20}}\s+)?set\b"
    rf"|(?:from|join)\s+(?P<from>{_PATH})|where\b(?=[^\r\n.?!]{{0,80}}[=<>(']|\s+\S+\s+i?like\b))",
    re.IGNORECASE,
)
_KEYWORDS: Final = ("insert", "replace", "update", "from", "join", "where")
"""One begins each match of ``_BEGIN``, which would be tried at every letter of a text."""
_END: Final = re.compile(r";|(?:\r?\n){2}|```|\Z")
_COMPARED: Final = re.compile(
    rf"(?<![\w.\"'`\]@</&])({_PATH})\s*+(?:\)\s*+)?(?:[=<>!]{{1,3}}|(?:not\s+)?(?:i?like|in|between)\b)\s*+",
    re.IGNORECASE,
)
_LITERAL: Final = re.compile(
    r"\s*+(?:[A-Za-z_]{1,20}\s?\(?\s?)?(?:'(?P<sq>(?:[^'\\]++|''|\\.)*+)'"
    r"|\\?\"(?P<dq>[^\"\\\r\n]{0,200}+)\\?\"|(?P<number>-?\d[\d.]*+)(?![\w-]))"
)
_MORE: Final = re.compile(r"\s*+(?:::\w{1,20})?\)?\s*+(?:,|\band\b)", re.IGNORECASE)
_VALUES: Final = re.compile(r"\s*+values?\s*+", re.IGNORECASE)
_OTHER: Final = re.compile(r"(?:[^,()'\"]++|\([^()]{0,200}+\))*+")
_MOST_COLUMNS: Final = 400
_REACH: Final = 200
_INNER: Final = re.compile(r"[% ]*+((?:[^% ]++|[% ]++(?!\Z))*+)")


def may_hold(text: str) -> bool:
    """Whether a statement may stand in it that holds a value; quickly."""
    return any(sign in text for sign in _SIGNS) and any(sign in text for sign in _COMPARES)


def read_sql(view: View) -> list[Range]:
    """Notes what the statements in ``view`` say; the ranges of those that say something."""
    text = view.text
    if not may_hold(text):
        return []
    read: list[Range] = []
    at = 0
    for place in _keywords(text):
        begin = _BEGIN.match(text, place) if place >= at else None
        if begin is None:
            continue
        ending = _END.search(text, begin.end())
        at = ending.start() if ending else len(text)
        if not any(text.find(sign, begin.start(), at) >= 0 for sign in _COMPARES):
            continue
        if text.find("</", begin.end(), at) >= 0 or text.find("/>", begin.end(), at) >= 0:
            continue  # markup, of whose tags the signs are
        values = [*_inserted(view, begin, at), *_compared(view, begin.start(), at)]
        tables = (found[found.lastgroup] for found in _BEGIN.finditer(text, begin.start(), at) if found.lastgroup)
        if mark_named(view, values, "sql_value", map(_plain, tables)):
            view.formal(begin.start(), at)
            read.append((begin.start(), at))
    return read


def _keywords(text: str) -> list[int]:
    """Where words stand that may begin a statement, ascending."""
    lower = text.lower()
    if len(lower) != len(text):  # as that of some letters is two
        lower = "".join(char.lower() if char.isascii() else char for char in text)
    return sorted(place for word in _KEYWORDS for place in _places(lower, word))


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _inserted(view: View, begin: re.Match[str], end: int) -> Iterator[Named]:
    """The values of each row, behind the columns in parentheses."""
    if begin["into"] is None:
        return
    text = view.text
    close = text.find(")", begin.end(), end)
    columns = [_plain(column) for column in text[begin.end() + 1 : close].split(",")] if close > 0 else []
    values = _VALUES.match(text, close + 1, end) if 0 < len(columns) <= _MOST_COLUMNS else None
    at = values.end() if values else end
    while at < end and text[at] == "(":
        for column in columns:
            literal = _LITERAL.match(text, at + 1, end)
            if literal is not None:
                yield _value(view, column, literal)
            at = _behind(text, literal, end) if literal else at + 1
            rest = _OTHER.match(text, at, end)
            at = rest.end() if rest else end
            if at >= end or text[at] != ",":
                break
        at = text.find("(", at, min(end, at + 20)) if text[at : at + 1] == ")" else end
        at = end if at < 0 else at


def _behind(text: str, literal: re.Match[str], end: int) -> int:
    """Where a literal ends, with the function that it stands in."""
    if "(" not in text[literal.start() : literal.start(literal.lastgroup or 0)]:
        return literal.end()
    close = text.find(")", literal.end(), min(end, literal.end() + _REACH))
    return literal.end() if close < 0 else close + 1


def _compared(view: View, start: int, end: int) -> Iterator[Named]:
    text = view.text
    for found in _COMPARED.finditer(text, start, end):
        if text[found.end(1) : found.end()].strip() != "=" and entity_of(_plain(found[1])) is E.AGE:
            continue  # bounds of a group of people
        at = found.end() + (text[found.end() : found.end() + 1] == "(")
        while (literal := _LITERAL.match(text, at, end)) is not None:
            yield _value(view, _plain(found[1]), literal)
            more = _MORE.match(text, literal.end(), end)
            if more is None or _COMPARED.match(text, more.end(), end):
                break
            at = more.end()


def _value(view: View, column: str, literal: re.Match[str]) -> Named:
    """A literal without its quotes and the wildcards at its ends; quotes are kept, and a number stays one."""
    kind = literal.lastgroup or ""
    start, end = literal.span(kind)
    if kind == "number":
        view.number(start, end)
    else:
        view.keep(start - 1, start)
        view.keep(end, end + 1)
        inner = _INNER.match(view.text, start, end)
        start, end = inner.span(1) if inner else (start, end)
    return Named(column, start, end, view.text[start:end])


def _plain(column: str) -> str:
    """``p."last_name"`` is ``last_name``."""
    return column.rpartition(".")[2].strip(' \t\r\n"`[]\\')
