"""vCards and iCalendar files, a property a line: ``N:Example;Ann``, ``ATTENDEE;CN=Ann Example:mailto:ann@example.org``.

Notes, summaries and descriptions are left to the rules. Not covered: jCard and xCard, which are read as the JSON and
XML that they are, and dates within a rule of recurrence.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.structures.values import is_nothing
from extproc.detect.structures.view import View

_BLOCK: Final = re.compile(
    r"BEGIN:(?:VCARD|VCALENDAR|VEVENT)\b(?:(?!END:(?:VCARD|VCALENDAR)).)*+(?:END:\w+)?", re.DOTALL | re.IGNORECASE
)
_LINE: Final = re.compile(
    r"(?:(?<=[\r\n])|\A)(?:\w{1,20}\.)?([A-Z][A-Z-]{0,40})((?:;[^\"\r\n:;]{0,200}+(?:\"[^\"\r\n]{0,200}+\")?)*+):"
    r"([^\r\n]*+(?:\r?\n[ \t][^\r\n]*+)*+)",
    re.IGNORECASE,
)
_COMMON_NAME: Final = re.compile(r";CN=(?:\"([^\"\r\n]{1,200})\"|([^;:\"\r\n]{1,200}))", re.IGNORECASE)
_SCHEME: Final = re.compile(r"(?:tel|mailto|sms|urn:uuid|geo):", re.IGNORECASE)
_SEMICOLON: Final = re.compile(r"(?<!\\);")
_ONLINE: Final = re.compile(r"\b(?:zoom|teams|webex|online|video|phone|telehealth|virtual|https?)\b", re.IGNORECASE)

_PLAIN: Final[Mapping[str, E]] = {
    **dict.fromkeys(
        ("FN", "NICKNAME", "X-MAIDENNAME", "X-PHONETIC-FIRST-NAME", "X-PHONETIC-LAST-NAME", "AGENT"), E.NAME
    ),
    **dict.fromkeys(("X-SPOUSE", "X-MANAGER", "X-ASSISTANT", "RELATED", "X-ABRELATEDNAMES"), E.NAME),
    **dict.fromkeys(("LABEL", "GEO", "LOCATION", "BIRTHPLACE", "DEATHPLACE"), E.GEO),
    **dict.fromkeys(
        ("BDAY", "ANNIVERSARY", "DEATHDATE", "REV", "DTSTART", "DTEND", "DTSTAMP", "CREATED", "DUE"), E.DATE
    ),
    **dict.fromkeys(("LAST-MODIFIED", "COMPLETED", "RECURRENCE-ID", "EXDATE", "RDATE"), E.DATE),
    **dict.fromkeys(("UID", "X-PATIENT-ID"), E.OTHER_ID),
    **dict.fromkeys(("EMAIL", "ORGANIZER", "ATTENDEE", "IMPP"), E.EMAIL),
    "TEL": E.PHONE,
    "URL": E.URL,
    "X-SOCIALPROFILE": E.URL,
}
_PARTS: Final[Mapping[str, tuple[E, int]]] = {"N": (E.NAME, 3), "ADR": (E.GEO, 4)}
"""Of how many of the parts between semicolons: without titles and degrees, without state and country."""
_POSTAL_CODE: Final = 5


def read_cards(view: View) -> list[tuple[int, int]]:
    """Notes what cards and calendars in ``view`` say. Their text stays text for everybody else."""
    text = view.text
    if "BEGIN:V" not in text and "begin:v" not in text:
        return []
    for block in _BLOCK.finditer(text):
        view.fence(*block.span(), "\r\n;:")
        for line in _LINE.finditer(text, *block.span()):
            view.keep(*line.span(1))
            for start, end, entity in _found(text, line):
                if not is_nothing(text[start:end]):
                    view.mark(start, end, entity, "card_property")
    return []


def _found(text: str, line: re.Match[str]) -> Iterator[tuple[int, int, E]]:
    named = _COMMON_NAME.search(text, *line.span(2))
    if named is not None:
        yield *named.span(1 if named[1] else 2), E.NAME
    name, (start, end) = line[1].upper(), line.span(3)
    if name in _PARTS:
        yield from _parts(text, start, end, *_PARTS[name])
        return
    entity = _PLAIN.get(name)
    if entity is None or (name == "LOCATION" and _ONLINE.search(text, start, end)):
        return
    scheme = _SCHEME.match(text, start, end)
    fax = entity is E.PHONE and "FAX" in line[2].upper()
    yield scheme.end() if scheme else start, end, E.FAX if fax else entity


def _parts(text: str, start: int, end: int, entity: E, most: int) -> Iterator[tuple[int, int, E]]:
    at = start
    for number, value in enumerate(_SEMICOLON.split(text[start:end])):
        if number < most or (entity is E.GEO and number == _POSTAL_CODE):
            yield at, at + len(value), entity
        at += len(value) + 1
