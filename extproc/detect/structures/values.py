"""Whether a value can be what its header says: ``N/A`` is nobody's name, and ``deny`` no policy's number."""

import re
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.structures.written_dates import has_more_than_a_year

_NOTHING: Final = frozenset(
    """
    n/a na none null nil unknown unk unspecified undefined not available not applicable not known no yes true false y
    n tbd pending same self declined refused not provided not given not on file see above see below empty blank - --
    --- . ? x xx xxx anonymous redacted hidden confidential all any default test example sample various multiple other
    nkda male female m f inconnu desconocido unbekannt ninguno
""".replace("\n", " ").split()
) | frozenset(
    (
        *("not available", "not applicable", "not known", "not provided", "not given", "not on file", "see above"),
        *("see below", "unknown patient", "no name", "not specified", "date of birth unknown", "not documented"),
    )
)
_TYPES: Final = frozenset(
    """
    string str text char varchar character int integer bigint smallint serial number numeric decimal float double bool
    boolean bytes date datetime timestamp uuid enum json object array required optional nullable
    """.split()  # noqa: SIM905 - a list of literals would be a line a word
)
_TYPE: Final = re.compile(
    r"\w{1,20}\(\d{1,4}(?:, ?\d{1,4})?\)|(?:max|min|up to) \d{1,4}|\d{1,3} (?:digits|letters|char\w{0,6})"
)
_HANDLE: Final = re.compile(r"[a-z][a-z0-9]*+(?:[._-][a-z0-9]++)*+")
_NO_PERSON: Final = re.compile(
    r"(?:group|cohort|arm|team|site|model|version|option|type|class|level|phase|sample) ?[a-z0-9]{1,2}"
    r"|admin(?:istrator)?|root|system|service|default|guest|bot|operator|localhost|on[ -]?call|asc|desc"
    r"|(?:[a-z]{1,20}[ _-])?(?:team|support|help ?desk|services?|users)",
    re.IGNORECASE,
)
"""Groups of a study, accounts of machines, those who answer for a service."""
_GENERATIONS: Final = frozenset(("jr", "sr", "junior", "senior", "ii", "iii", "iv", "v", "2nd", "3rd", "4th"))
_AGE: Final = re.compile(r"\s*(\d{1,3})\b", re.ASCII)
_PLACEHOLDER: Final = re.compile(r"\{\{?[^{}]*\}?\}|<[^<>]*>|\$\{?\w+\}?|\[[A-Z_0-9 ]+\]|_+|\*+|\.{3,}")
_DATE: Final = re.compile(
    r"(?<!\d)\d{1,4}[-/. ] ?\d{1,2}[-/. ] ?\d{1,4}(?!\d)|(?<!\d)\d{1,4}[-/]\d{1,2}(?!\d)"
    r"|(?<!\d)\d{1,2}(?:st|nd|rd|th|er|\.)?[-/. ] ?(?:de |of )?"
    r"(?!days?|weeks?|months?|years?|hours?|hrs?|mins?|times?|mcg|units?|visits?)[^\W\d]{3,10}"
    r"|(?<![^\W\d])(?!weeks?\b|days?\b|months?\b|years?\b|hours?\b|visits?\b|cycles?\b|phase\b|doses?\b)"
    r"[^\W\d]{3,10}\.? (?:\d{1,2}|\d{4})(?!\d)|(?<!\d)(?:\d{8}|\d{10}|\d{12,14})(?!\d)|\d年",
    re.IGNORECASE,
)
_MOST: Final = {E.NAME: 80, E.GEO: 160, E.DATE: 48, E.URL: 500, E.PHOTO: 500, E.EMAIL: 120}
_LONGEST: Final = 64
_MOST_NAME_WORDS: Final = 7
OLDEST_AGE: Final = 89


def is_nothing(value: str) -> bool:
    """Empty, a dash, a word for "not known", or a place where a template wants a value."""
    value = value.strip().lower().rstrip(".")
    return not value or value in _NOTHING or is_type(value) or _PLACEHOLDER.fullmatch(value.upper()) is not None


def is_type(value: str) -> bool:
    """What the description of a field says in a value's place: ``string``, ``varchar(80)``, ``required``."""
    value = value.strip().lower()
    return value in _TYPES or _TYPE.fullmatch(value) is not None


def is_handle(value: str) -> bool:
    """One word without a capital, as services and accounts are called; people in a hurry too."""
    return _HANDLE.fullmatch(value.strip()) is not None


def fits(entity: E, value: str) -> bool:
    """Whether ``value`` can be an identifier of that kind, by its length and kinds of characters."""
    if len(value) > _MOST.get(entity, _LONGEST) or is_nothing(value):
        return False
    digits = sum(map(str.isdigit, value))
    letters = any(map(str.isalpha, value))
    match entity:
        case E.NAME:
            is_name = letters and digits <= 6 and "_" not in value and "://" not in value and _few_words(value)
            return is_name and _NO_PERSON.fullmatch(value.strip()) is None
        case E.GEO:
            return letters or digits >= 2
        case E.DATE:
            return digits >= 2 and has_more_than_a_year(value) and _DATE.search(value) is not None
        case E.AGE:
            return _over_89(value)
        case E.PHONE | E.FAX:
            return 7 <= digits <= 20
        case E.EMAIL:
            return "@" in value
        case E.URL | E.PHOTO:
            return "." in value or "/" in value
        case E.IP:
            return digits > 0 and ("." in value or ":" in value)
        case E.SSN:
            return digits >= 4 or "*" in value or "x" in value.lower()
        case _:
            return digits > 0 and len(value.strip()) > 2 and _few_words(value)


def is_generation(suffix: str) -> bool:
    """``Jr.``, ``III``: a part of a name, as a degree is not."""
    return suffix.strip(" .,").lower() in _GENERATIONS


def looks_personal(entity: E, value: str) -> bool:
    """Stricter, for headers that mean other things too."""
    if entity is E.NAME:
        return len(value.split()) > 1 and value.replace(",", " ").istitle()
    return entity is not E.GEO


def _few_words(value: str) -> bool:
    return len(value.split()) <= _MOST_NAME_WORDS


def _over_89(value: str) -> bool:
    number = _AGE.match(value)
    return number is not None and int(number[1]) > OLDEST_AGE
