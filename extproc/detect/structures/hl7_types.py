"""HL7 version 2 data types: which component of a field is a name, a number, a date, or a code.

Not covered: numbers that a site puts into a name's or an address's components.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, NamedTuple

from extproc.detect.entities import EntityType as E
from extproc.detect.structures import codes, identifiers
from extproc.detect.structures.values import fits, is_generation, is_nothing
from extproc.detect.structures.view import View
from extproc.detect.structures.written_dates import has_more_than_a_year, is_hl7

Range = tuple[int, int]


_GIVEN: Final = (2, 3)
"""Components of a name that may be an initial, ``N`` or ``F`` too."""


class Signs(NamedTuple):
    """The delimiters of one message."""

    field: str = "|"
    component: str = "^"
    repetition: str = "~"
    escape: str = "\\"
    sub: str = "&"

    @property
    def all(self) -> str:
        return self.field + self.component + self.repetition + self.sub


def split(text: str, start: int, end: int, sign: str) -> list[Range]:
    found = []
    while (at := text.find(sign, start, end)) >= 0:
        found.append((start, at))
        start = at + 1
    found.append((start, end))
    return found


class Value:
    """One repetition of a field: its components, from 1."""

    def __init__(self, view: View, start: int, end: int, signs: Signs) -> None:
        self.view = view
        self.signs = signs
        self._components = split(view.text, start, end, signs.component)

    def text(self, number: int) -> str:
        if number > len(self._components):
            return ""
        start, end = self._components[number - 1]
        return self.view.text[start:end]

    @property
    def count(self) -> int:
        return len(self._components)

    def range(self, number: int) -> Range:
        return self._components[number - 1]

    def mark(self, number: int, entity: E) -> None:
        """All its subcomponents, but for one that says nothing."""
        if number > len(self._components):
            return
        for start, end in split(self.view.text, *self._components[number - 1], self.signs.sub):
            text = self.view.text[start:end].strip('"')
            if not is_nothing(text) or (entity is E.NAME and number in _GIVEN and len(text) == 1 and text.isalpha()):
                self.view.mark(start, end, entity, "hl7_field")

    def keep(self, number: int) -> None:
        if number <= len(self._components):
            self.view.keep(*self._components[number - 1])


Reader = Callable[[Value], None]


def _plain(entity: E, value: Value) -> None:
    value.mark(1, entity)


def _name(value: Value, first: int = 1) -> None:
    """Family, given, further names, ``Jr.``; a title and a degree are nobody's name."""
    for number in range(first, first + 3):
        value.mark(number, E.NAME)
    if is_generation(value.text(first + 3)):
        value.mark(first + 3, E.NAME)


def _person(value: Value) -> None:
    """An id and a name; some senders begin with the name."""
    text = value.text(1)
    if any(map(str.isdigit, text)):
        value.mark(1, _kind(value.text(13), value.text(9)) or E.OTHER_ID)
    else:
        value.mark(1, E.NAME)
    _name(value, 2)


def _short_person(value: Value) -> None:
    """``NDL``: a person in subcomponents, then two times."""
    for start, end in split(value.view.text, *value.range(1), value.signs.sub)[:5]:
        text = value.view.text[start:end]
        entity = E.OTHER_ID if any(map(str.isdigit, text)) else E.NAME
        if not is_nothing(text):
            value.view.mark(start, end, entity, "hl7_field")
    _date(value, 2)
    _date(value, 3)


def _id(value: Value, otherwise: E = E.OTHER_ID) -> None:
    value.mark(1, _kind(value.text(5), value.text(4)) or otherwise)
    _date(value, 7)
    _date(value, 8)


def _kind(type_code: str, authority: str) -> E | None:
    return identifiers.by_type(type_code.strip()) or (identifiers.by_system(authority) if authority else None)


def _address(value: Value) -> None:
    """All but the country and the type of address; a state beside a city is part of it."""
    for number in (1, 2, 3, 5, 8, 9, 10):
        value.mark(number, E.GEO)
    if value.text(1) or value.text(3) or value.text(5):
        value.mark(4, E.GEO)
    _date(value, 13)
    _date(value, 14)


def _telecom(value: Value) -> None:
    kind = value.text(3).strip().upper()
    entity = E.FAX if kind == "FX" else E.EMAIL if kind in ("INTERNET", "X.400") else E.PHONE
    for number in (1, 4, 5, 6, 7, 8, 9, 12):
        text = value.text(number)
        if (text and any(map(str.isdigit, text))) or "@" in text:
            value.mark(number, E.EMAIL if "@" in text else E.PHONE if entity is E.EMAIL else entity)


def _date(value: Value, number: int = 1) -> None:
    text = value.text(number)
    if text and has_more_than_a_year(text):
        value.mark(number, E.DATE)


def _dates(first: int, last: int, value: Value) -> None:
    for number in range(first, last + 1):
        _date(value, number)


def _code(value: Value) -> None:
    """Code, text, system, and the same again for another system. The texts are left to the rules."""
    for number in (1, 4):
        code, system = value.text(number).strip(), value.text(number + 2).strip()
        if codes.is_code(system, code) or (codes.grammar(system) is None and _short_code(code)):
            value.keep(number)
        if system and len(system) <= 20 and codes.grammar(system) is not None:
            value.keep(number + 2)


def _short_code(code: str) -> bool:
    """A local code: one short word that is no date."""
    return 0 < len(code) <= 12 and code.isascii() and " " not in code and "@" not in code and not is_hl7(code)


def _organisation(value: Value) -> None:
    if any(map(str.isalpha, value.text(1))):
        value.mark(1, E.GEO)
    for number in (3, 10):
        if any(map(str.isdigit, value.text(number))):
            value.mark(number, E.OTHER_ID)


def _place(value: Value) -> None:
    """The facility and the building; a ward and a bed name nobody."""
    value.mark(4, E.GEO)
    value.mark(7, E.GEO)


def _namespace(value: Value) -> None:
    value.mark(1, E.GEO)


def _entity_pair(value: Value) -> None:
    for number in (1, 2):
        if number <= value.count:
            start, end = split(value.view.text, *value.range(number), value.signs.sub)[0]
            value.view.mark(start, end, E.OTHER_ID, "hl7_field")


def _free(value: Value) -> None:
    """Prose is left to the rules."""


def _licence(value: Value) -> None:
    value.mark(1, E.LICENSE)
    _date(value, 3)


def _location_address(value: Value) -> None:
    _place(value)
    for number in range(9, 14):
        value.mark(number, E.GEO)


TYPES: Final[Mapping[str, Reader]] = {
    **{entity.value: partial(_plain, entity) for entity in E},
    "-": _free,
    "FT": _free,
    "XPN": _name,
    "XCN": _person,
    "PPN": _person,
    "NDL": _short_person,
    "CX": _id,
    "CX_ACCOUNT": partial(_id, otherwise=E.ACCOUNT),
    "CX_HEALTH_PLAN": partial(_id, otherwise=E.HEALTH_PLAN),
    "EI": partial(_plain, E.OTHER_ID),
    "EI_DEVICE": partial(_plain, E.DEVICE),
    "EIP": _entity_pair,
    "DLN": _licence,
    "PLN": partial(_plain, E.LICENSE),
    "AUI": partial(_plain, E.HEALTH_PLAN),
    "XAD": _address,
    "XTN": _telecom,
    "XON": _organisation,
    "PL": _place,
    "LA": _location_address,
    "HD": _namespace,
    "DLD": _free,
    "TS": _date,
    "DR": partial(_dates, 1, 2),
    "TQ": partial(_dates, 4, 5),
    "CE": _code,
}

_OBSERVED: Final[Mapping[str, str]] = {
    **dict.fromkeys(("DT", "TS", "DTM"), "TS"),
    **dict.fromkeys(("CE", "CWE", "CNE", "CF"), "CE"),
    **dict.fromkeys(("XPN", "PN"), "XPN"),
    **dict.fromkeys(("XCN", "CN", "PPN"), "XCN"),
    **dict.fromkeys(("XAD", "AD"), "XAD"),
    **dict.fromkeys(("XTN", "TN"), "XTN"),
    **dict.fromkeys(("CX", "CK"), "CX"),
    "EI": "EI",
    "XON": "XON",
    "DR": "DR",
}


def observed(value_type: str) -> Reader:
    """``OBX-5``, by what ``OBX-2`` says that it is."""
    return TYPES[_OBSERVED.get(value_type.strip().upper(), "FT")]


def unlisted(value: Value) -> None:
    """A field of which the table says nothing: a date with its day is seen by its form."""
    for number in range(1, value.count + 1):
        text = value.text(number)
        if len(text) >= 8 and is_hl7(text) and fits(E.DATE, text):
            value.mark(number, E.DATE)
