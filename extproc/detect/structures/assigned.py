"""Values that machines assign to names: forms of the web, lines of logs, objects as programs print them.

``first_name=Ann&dob=1980-01-02``, ``event=admit patient="Ann Example" mrn=482913``, ``Patient(name='Ann')``.
Not covered: forms in several parts (multipart), values that are encoded twice, and what an address of the web asks for,
which is masked as a whole.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import unquote_plus

from extproc.detect.structures.headers import is_reference
from extproc.detect.structures.named import Named, mark_named
from extproc.detect.structures.view import View

Range = tuple[int, int]

_NAME: Final = r"[A-Za-z_][\w.\[\]-]{0,40}+"
_KEY: Final = r"[A-Za-z_][\w.\[\]%-]{0,60}+"
_ENCODED: Final = re.compile(
    rf"(?<![\w.&])({_KEY}=[^&=\s\"'<>]{{0,200}}+(?:&{_KEY}=[^&=\s\"'<>]{{0,200}}+){{1,100}}+)(?![=])"
)
_FIELD: Final = re.compile(r"(?<![^&])([^&=]++)=([^&=]*+)")
_PRINTED: Final = re.compile(
    rf"(?<![\w&?.=/-])({_NAME})=(?:\\?\"(?P<dq>[^\"\\\r\n]{{0,200}}+)\\?\"|'(?P<sq>(?:[^'\\\r\n]|\\.){{0,200}}+)'"
    r"|(?P<plain>[^\s,;&\"'()]{1,80}+"
    r"(?:(?: [^\W\d_][\w'’-]{1,30}){1,2}(?=[,;)\r\n]|\Z| [\w.-]{1,40}=)|(?=[,;)\s]|\Z))))"
)
_NAMED: Final = re.compile(rf"(?<![\w&?.=/-]){_NAME}\Z")
_LONGEST_NAME: Final = 41
_PERSONS: Final = re.compile(r"([A-Z][A-Za-z]{2,40})\(\Z")
_LEAST: Final = 3
"""Assignments behind one another that make a line one of a machine."""
_MOST_BETWEEN: Final = 4
_ADDRESS: Final = 300
_NUMERAL: Final = re.compile(r"-?\d+(?:\.\d+)?")


def read_assigned(view: View) -> list[Range]:
    """Notes what assignments in ``view`` say; the ranges of forms of the web."""
    text = view.text
    if "=" not in text:
        return []
    forms = [form.span() for form in _ENCODED.finditer(text)] if "&" in text else []
    forms = [(start, end) for start, end in forms if not _is_address(text, start)]
    for start, end in forms:
        _form(view, start, end)
    run: list[re.Match[str]] = []
    for found in _all_printed(text):
        if run and not _goes_on(text, run[-1].end(), found.start()):
            _printed(view, run)
            run = []
        run.append(found)
    _printed(view, run)
    return forms


def _is_address(text: str, at: int) -> bool:
    """Whether it is the end of an address, which is an identifier as a whole."""
    return "://" in text[max(0, at - _ADDRESS) : at].rpartition(" ")[2]


def _form(view: View, start: int, end: int) -> None:
    values = []
    for field in _FIELD.finditer(view.text[start:end]):
        view.keep(start + field.start(1), start + field.end(1))
        meant = unquote_plus(field[1]), unquote_plus(field[2])
        values.append(Named(meant[0], start + field.start(2), start + field.end(2), meant[1]))
    mark_named(view, values, "assigned_value")
    view.fence(start, end, "&=")


def _all_printed(text: str) -> Iterator[re.Match[str]]:
    """The matches of ``_PRINTED`` in order, looked for where there is a sign: a search tries each word of the text."""
    end = 0
    sign = text.find("=")
    while sign >= 0:
        name = _NAMED.search(text, max(end, sign - _LONGEST_NAME), sign)
        found = _PRINTED.match(text, name.start()) if name is not None else None
        if found is not None:
            yield found
            end = found.end()
        sign = text.find("=", max(sign + 1, end))


def _goes_on(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return len(between) <= _MOST_BETWEEN and not any(map(str.isalnum, between)) and "\n\n" not in between


def _printed(view: View, run: Sequence[re.Match[str]]) -> None:
    owner = _PERSONS.search(view.text, max(0, run[0].start() - 44), run[0].start()) if run else None
    if len(run) < _LEAST and owner is None:
        return
    values = []
    for found in run:
        start, end = found.span(found.lastgroup or 0)
        if found.lastgroup == "plain" and is_reference(view.text[start:end]):
            continue
        values.append(Named(found[1], start, end, view.text[start:end]))
        if owner is not None and found.lastgroup == "plain" and _NUMERAL.fullmatch(view.text, start, end):
            view.number(start, end)
    mark_named(view, values, "assigned_value", (owner[1],) if owner else ())
