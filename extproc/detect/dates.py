# ruff: noqa: E501 - a row of the table is one line
"""Recognizers of dates and of ages over 89.

A date is anything with a day or a month in it; a year alone, a weekday alone and ``last Tuesday`` are not. Not covered:
holidays, and dates written out in words except ``the fifth of May``.
"""

import re
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.recognizer import Recognizer, Tier

LAST_BIRTH_YEAR_OVER_89: Final = 1940
"""Someone born before this year is over 89, or will be within a few years of this being written; the core has no clock."""

_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_OTHER_MONTH = (
    r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|fevrier|mars|avril|mai|juin|juillet|aout|"
    r"septembre|octobre|novembre|decembre|januar|februar|marz|juni|juli|oktober|dezember|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|"
    r"ottobre|dicembre|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro)"
)
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|"
    r"eighteenth|nineteenth|twentieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first)"
)
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_YEAR = r"(?:(?:1[89]|20)[0-9]{2}|'[0-9]{2})"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_TIME = r"(?:[T ]?[0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:Z|\s?[+-][0-9]{2}:?[0-9]{2})?)"
_ORD = r"(?:st|nd|rd|th)"
_PAIR = r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12][0-9]|3[01])"
_CUE = r"(?:\b(?:on|since|until|till|by|from|before|after|dated?|dos|dob|seen|visit|admitted|discharged|birthday|through|thru|due)\b[:\s]\s{0,2})"

_UNIT_AFTER_DAY = re.compile(
    r"\s*(?:mg|mcg|ml|g|units?|hours?|hrs?|days?|weeks?|months?|years?|times|percent|%|tablets?|doses?|mm|cm)\b", re.I
)
_CAPITAL_NEEDED: Final = frozenset({"may", "mar", "march", "dec", "sep", "jan", "jun"})
_NUMBERS: Final = re.compile(r"[0-9]+")


def month_word(text: str) -> bool:
    """``may 2`` and ``march 3`` in lower case are verbs as often as months: they need a year or an ordinal."""
    word = re.search(r"[A-Za-z]{3,}", text.removeprefix("of "))
    lower = word is not None and word[0] in _CAPITAL_NEEDED
    return not lower or bool(re.search(r"[0-9](?:st|nd|rd|th)|[12][0-9]{3}|'[0-9]{2}", text))


def three_numbers(text: str) -> bool:
    """Three numbers that are day, month and year in one of the usual orders."""
    a, b, c = (int(n) for n in _NUMBERS.findall(text)[:3])
    if a > 31:
        return (1 <= b <= 12 and 1 <= c <= 31) or (1 <= c <= 12 and 1 <= b <= 31)
    return (1 <= a <= 12 and 1 <= b <= 31) or (1 <= b <= 12 and 1 <= a <= 31)


def padded_pair(text: str) -> bool:
    """``04/12``, ``3/25``: not a fraction or a score. A bare pair needs a zero in front or a day past 12."""
    first, second = text.replace("-", "/").split("/")
    a, b = int(first), int(second)
    if not (1 <= a <= 12 and 1 <= b <= 31) and not (1 <= b <= 12 and 1 <= a <= 31):
        return False
    return first[0] == "0" or (len(first) == 2 and len(second) == 2 and second[0] == "0") or (b > 12 and b % a != 0)


def pair(text: str) -> bool:
    first, second = (int(n) for n in _NUMBERS.findall(text)[:2])
    return (1 <= first <= 12 and 1 <= second <= 31) or (1 <= second <= 12 and 1 <= first <= 31)


def compact(text: str) -> bool:
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:8])
    return 1880 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31


def over_89(text: str) -> bool:
    return 90 <= int(_NUMBERS.search(text)[0]) <= 125 if _NUMBERS.search(text) else True  # type: ignore[index]


def old_birth_year(text: str) -> bool:
    return int(text) < LAST_BIRTH_YEAR_OVER_89


_SPELLED_90S = r"(?:ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one) hundred(?: and)?(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)"

RECOGNIZERS: Final = (
    Recognizer(
        "date_month_day", E.DATE, Tier.SHAPED,
        rf"(?i)\b({_WEEKDAY}{_MONTH}\.?\s?{_DAY}{_ORD}?(?:\s?(?:-|to|and|through)\s?{_DAY}{_ORD}?)?(?:(?:,|\sof)?\s{{0,2}}{_YEAR})?)\b",
        month_word, glue="-_/.:",
    ),
    Recognizer(
        "date_day_month", E.DATE, Tier.SHAPED,
        rf"(?i)\b({_WEEKDAY}{_DAY}{_ORD}?(?:\s?[-,/.]\s?|\s+|\s+(?:day\s+)?of\s+)?{_MONTH}\b\.?(?:(?:,|\sof)?[-\s,/]{{0,2}}(?:{_YEAR}|[0-9]{{2}}\b))?)",
        month_word, glue="_",
    ),
    Recognizer("date_month_year", E.DATE, Tier.SHAPED, rf"(?i)\b({_MONTH}\.?(?:,|\sof)?[\s/-]?{_YEAR})\b", glue="-_/"),
    Recognizer("date_month_ordinal", E.DATE, Tier.SHAPED, rf"(?i)\b((?:{_MONTH}\s+(?:the\s+)?{_ORDINAL}|{_ORDINAL}\s+(?:day\s+)?of\s+{_MONTH})(?:,?\s{_YEAR})?)\b"),
    Recognizer("date_other_language", E.DATE, Tier.SHAPED, rf"(?i)\b({_DAY}\.?(?:er|o)?(?:\s+de)?\s+{_OTHER_MONTH}(?:(?:\s+de[l]?)?\s+{_YEAR})?)\b"),
    Recognizer("date_iso", E.DATE, Tier.SHAPED, rf"\b((?:1[89]|20)[0-9]{{2}}(?:[-/][01]?[0-9][-/][0-3]?[0-9]|\.[01][0-9]\.[0-3][0-9]){_TIME}?)\b", three_numbers, glue="-_"),
    Recognizer(
        "date_numeric", E.DATE, Tier.SHAPED,
        rf"\b([0-3]?[0-9](?:\s?/\s?[0-3]?[0-9]\s?/\s?|-[0-3]?[0-9]-|\.[0-3]?[0-9]\.)(?:[0-9]{{4}}|'?[0-9]{{2}})(?:\s{_TIME})?)\b", three_numbers, glue="/_.",
    ),
    Recognizer("date_iso_month", E.DATE, Tier.SHAPED, r"\b((?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2]))\b", glue="-_/."),
    Recognizer("date_month_slash_year", E.DATE, Tier.SHAPED, r"\b((?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2})\b", glue="-_/."),
    Recognizer("date_pair", E.DATE, Tier.SHAPED, r"\b([01]?[0-9][/][0-3]?[0-9])\b(?:[^%]|$)", padded_pair, glue="-_/.@"),
    Recognizer("date_pair_cued", E.DATE, Tier.CUED, rf"(?i){_CUE}({_PAIR}(?:\s?(?:and|to|through|-|,)\s?{_PAIR})?)\b", pair, glue="-_/.@"),
    Recognizer("date_day_cued", E.DATE, Tier.CUED, rf"(?i)\b(?:on|since|until|by) the ([0-3]?[0-9]{_ORD})\s{{0,1}}(?:[.,;)?!]|$|at\b|and\b|for\b|with\b)"),
    Recognizer("date_compact", E.DATE, Tier.CUED, r"(?i)\b(?:dob|date|birth ?date|born|dos|admit(?:ted)?|discharged?|effective|issued|expires?)\b[\w ]{0,12}[:\s=\"']{1,4}((?:18|19|20)[0-9]{6})\b", compact),
    Recognizer("birth_year", E.DATE, Tier.CUED, r"(?i)\b(?:born(?: in| on)?|birth ?year|year of birth|yob|dob|birth ?date|b\.)[:\s=\"']{1,4}(1[89][0-9]{2})\b", old_birth_year, glue="-/."),
    Recognizer("age_years", E.AGE, Tier.CUED, r"(?i)\b((?:9[0-9]|1[0-2][0-9]))[- ]?(?:years?|yrs?|yr|y\.?)[- ]?/?(?:old|of age|o\b|o\.)", over_89, glue="/."),
    Recognizer("age_yo", E.AGE, Tier.CUED, r"(?i)\b((?:9[0-9]|1[0-2][0-9]))\s?(?:y/?o|yom|yof|yowm|yowf|y\.o\.|[MF]\b)", over_89, glue="-/."),
    Recognizer("age_label", E.AGE, Tier.CUED, r"(?i)\b(?:aged?|turned|turning|age (?:of|is|was))[:\s=\"']{1,4}((?:9[0-9]|1[0-2][0-9]))\b", over_89, glue="-/.%"),
    Recognizer("age_spelled", E.AGE, Tier.CUED, rf"(?i)\b({_SPELLED_90S})[- ]years?[- ]?(?:old|of age)"),
)  # fmt: skip
