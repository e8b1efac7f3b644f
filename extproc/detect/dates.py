# ruff: noqa: E501 - a row of the table is one line
"""Recognizers of dates.

A date is anything with a day or a month in it: 164.514(b)(2)(i)(C) lets only the year stay. A year alone, a weekday alone,
a season and ``last week`` are not dates here; a holiday is one with its year or behind what befell a person; a month alone is one behind a word such as ``since``, and behind ``in`` where the
sentence tells of one person or of an event.

Two numbers with a slash are a date, a score, a dose or a fraction. What says that they are none (``strength 4/5``, ``5/10
pain``) stands in the pattern as an alternative without the group, so that it takes the numbers away from the other one.
Not covered: days of the week, holidays that are no cue's, and dates spelled out in other languages than English.
"""

import re
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.recognizer import Recognizer, Tier

LAST_BIRTH_YEAR_OVER_89: Final = 1945
"""Who was born in this year or before is over 89, or will be by 2035: the core has no clock. Too late a year masks the
birth year of someone in the eighties, too early a year uncovers an age that the rule wants hidden; so it runs ahead."""

_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_FULL_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_OTHER_MONTH = (
    r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|janvier|fevrier|mars|avril|mai|juin|juillet|aout|"
    r"septembre|octobre|novembre|decembre|januar|janner|februar|marz|juni|juli|oktober|dezember|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|"
    r"ottobre|dicembre|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|augustus|augusti|maj|marts|"
    r"desember|tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesakuuta|heinakuuta|elokuuta|syyskuuta|lokakuuta|marraskuuta|joulukuuta|"
    r"stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrzesnia|pazdziernika|listopada|grudnia|"
    r"ledna|unora|brezna|dubna|kvetna|cervna|cervence|srpna|zari|rijna|listopadu|prosince|"
    r"anvara|fevrala|marta|aprela|maa|iuna|iula|avgusta|sentabra|oktabra|noabra|dekabra|"
    r"ianoyarioy|fevroyarioy|martioy|aprilioy|maioy|ioynioy|ioylioy|aygoystoy|septemvrioy|oktovrioy|noemvrioy|dekemvrioy|"
    r"ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik|ianuarie|februarie|martie|aprilie|iunie|iulie|septembrie|octombrie|noiembrie|decembrie)"
)
"""As folding leaves them, Russian and Greek in the genitive."""
_OTHER_SHORT = r"(?:janv|fevr?|avr|juil|ene|abr|ago|dic|genn?|mag|giu|lug|sett?|ott|mrz|okt|dez|mrt|fev|out)"
_TEENS = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|"
    r"eighteenth|nineteenth|twentieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first)"
)
_CARDINAL = rf"(?:{_TEENS}|twenty[- ]{_ONES}|thirty[- ]one|twenty|thirty|{_ONES})"
_SPELLED_YEAR = rf"(?:two thousand(?:(?: and)? (?:{_TEENS}|{_TENS}(?:[- ]{_ONES})?|{_ONES}))?|(?:eighteen|nineteen|twenty)[- ](?:hundred|(?:oh|o|aught)[- ]{_ONES}|{_TENS}(?:[- ]{_ONES})?|{_TEENS}))"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_YEAR = r"(?:(?:1[89]|20)[0-9]{2}|'[0-9]{2})"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_TIME = r"(?:[Tt ]?[0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,9})?)?(?:[Zz]|\s?[+-][0-9]{2}:?[0-9]{2})?)"
_STAMP = r"(?:\s[0-2][0-9]:[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?|[Tt][0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?)"
"""A time with seconds is one thing with its date, a time stamp; ``14:35`` behind a date is a time of day."""
_ORD = r"(?:st|nd|rd|th)"
_PAIR = r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12][0-9]|3[01])"
_CUE = (
    r"(?:\b(?:on|since|until|till|by|from|between|before|after|dated?|dos|dob|seen|visit|admitted|admit|discharged|birthday|through|thru|due|d/c(?:'?d)?|f/u|(?:lmp|edd|edc)(?: by [a-z]{2,10})?|appt|appointment|"
    r"scheduled|rescheduled|tomorrow|today|yesterday|returns?|expires?|exp|collected|drawn|flying|arriving|onset|week of|effective|faxed|signed|surgery|procedure|mon|tues?|wed|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[.,:\s(]\s{0,2}(?:the )?)"
)
_STUDY = r"\b(?:labs?|mri|ct|cxr|x-?ray|echo|ekg|ecg|us|ultrasound|tte|tee|eeg|emg|pet|bmp|cmp|cbc|cultures?|biopsy|path|note|letter|report|colonoscopy|egd|mammogram|dexa|scan)\b[:\s(]\s{0,2}"
_SCORED = (
    r"\b(?:scores?d?|n?cpap|bipap|peep|ipap|vent|scale|phq-?[0-9]|gad-?[0-9]|mmse|moca|slums|gcs|apgars?|nihss|strength|reflex(?:es)?|dtrs?|pulses?|murmur|grade|graded|pain|rated?|rating|level|severity|vision|acuity|visual|ratio|cycle|day|"
    r"session|fraction|dose|week|sets?|reps?|power|motor|muscle|edema|orientation|oriented|recall|criteria|nodes?|cores?|positive|stage|type|number|risk|percocet|norco|vicodin|symbicort|advair|humulin|novolin|"
    r"novolog|humalog|janumet|augmentin|bactrim|septra|lortab|suboxone)[^0-9\n/]{0,14}"
)
_COUNTED = (
    r"\s?(?:nodes?|lymph|positive|points?|correct|criteria|questions?|items?|doses?|mg|mcg|ml|inch(?:es)?|in\b|\"|tablets?|tabs?|pills?|strength|pain|of|l|hours?|hrs?|days?|weeks?|visits|sessions|power|patients?|"
    r"cases|people|ratio|split|normal|ns|dose|full|pack|ppd|cup|power|words|objects|systolic|diastolic|murmur|intensity|severity|bilaterally|throughout|in (?:all|both|the (?:left|right)|upper|lower))\b"
)
_DOSED = r"\s?(?:mg|mcg|ml|units?|mm|cm|%|protocol|rule|schedule|sets?|reps?|taper|ratio|pattern)"

_SENTENCE: Final = 80
"""Characters on either side of a month that are read for whose it is."""
_SENTENCE_END: Final = re.compile(r"[.?!;\n](?:\s|$)|\n")
_EVENT: Final = re.compile(
    r"\b(?:i|i'm|i've|i'll|he|she|him|his|her|hers|my|me|mine|patients?'s|(?:the|this|a|your|our) (?:patient|pt|client|child|baby)|pt|mom|dad|mother|father|wife|husband|son|daughter|you were|you had|your"
    r"|admi(?:ssion|tted)|discharged?|diagnos(?:ed|is)|dx|underwent|surgery|operat(?:ed|ion)|seen|visit(?:ed|s)?|started|began|moved|had|was|were|died|passed|born|married|retired|fell|fractured|broke|hospitali[sz]ed"
    r"|hospitali[sz]ation|returned|came|went|got|gave|delivered|due|appt|appointment|scheduled|quit|stopped|noticed|onset|presented|transferred|treated|prescribed|received|injured|accident|biopsy|completed|finished"
    r"|mri|ct|echo|colonoscopy|mammogram|labs?|a1c|vaccinated|travel(?:l?ed)?|trip|hired|enrolled|referred|relapsed|placed|removed|performed|done|did|saw|called|follow[- ]?up|f/u|recheck|exacerbation|flare)\b",
    re.IGNORECASE,
)
"""One person, or an event of one."""
_GENERAL: Final = re.compile(
    r"\b(?:flu|season(?:al(?:ly)?)?|usually|typically|generally|peaks?|awareness|every|each|annual(?:ly)?|tends? to|common(?:ly)?|cases|rates|guidelines?|published|approved|fda|released|conference|pollen)\b",
    re.IGNORECASE,
)

_LAST_MONTH: Final = 12
_FEW: Final = 5
"""Counts, fractions and grades begin with smaller numbers."""
_GROWN_UP: Final = 15
_STUDIED: Final = re.compile(
    r"\s?(?:-|to|through|and)\s?(?:19|20)|[- ](?:trials?|stud(?:y|ies)|cohorts?|census|act|law)\b"
)
_HOLIDAY: Final = (
    r"(?:christmas(?: eve| day)?|new year'?s?(?: eve| day)?|thanksgiving(?: day)?|halloween|easter(?: sunday| monday)?|labor day|memorial day|"
    r"independence day|valentine'?s?(?: day)?|mother'?s day|father'?s day|(?:st\.? )?patrick'?s day|good friday|juneteenth|columbus day|veterans day)"
)
_VOLUME: Final = re.compile(r"\s?;\s?[0-9]{1,4}\s?(?:\([0-9A-Za-z .-]{1,12}\))?\s?:\s?[A-Za-z]?[0-9]")
_PUBLISHED: Final = re.compile(r"\b(?:Epub|epub|doi:\S{4,24})(?: ahead of print)?:? (?:(?:19|20)[0-9]{2} )?$")
_CAPITAL_NEEDED: Final = frozenset({"may", "mar", "march", "dec", "sep", "jan", "jun", "sept", "OCT", "MAR"})
"""``OCT`` and ``MAR`` are an examination and a record as well."""
_NUMBERS: Final = re.compile(r"[0-9]+")
_WORD: Final = re.compile(r"[A-Za-z]{3,}")
_CERTAIN: Final = re.compile(
    rf"[0-9](?:st|nd|rd|th)|[12][0-9]{{3}}|'[0-9]{{2}}|{_ORDINAL}|thousand|nineteen|-[0-9]{{2}}", re.I
)


def month_word(text: str) -> bool:
    """``may 2`` and ``march 3`` in lower case are verbs as often as months: they need a year or an ordinal."""
    word = _WORD.search(text.removeprefix("of "))
    lower = word is not None and word[0] in _CAPITAL_NEEDED
    return not lower or bool(_CERTAIN.search(text))


def of_somebody(text: str, start: int, end: int) -> bool:
    """Whether the sentence around a month tells of one person, or of what happened to one: ``admitted in March``."""
    before = text[max(0, start - _SENTENCE) : start]
    behind = text[end : end + _SENTENCE]
    sentence = _SENTENCE_END.split(before)[-1] + " " + _SENTENCE_END.split(behind, maxsplit=1)[0]
    return _EVENT.search(sentence) is not None and _GENERAL.search(sentence) is None


def no_taper(text: str, start: int, end: int) -> bool:
    """``5-10-15-20 mg`` is no date: a short year with a further number behind it."""
    return not (text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit() and text[end - 3 : end - 2] == "-")


def no_time(text: str, start: int, end: int) -> bool:
    """``03:16 Apr 15, 2021``: the minutes are no day; nor what a citation gives (:func:`no_citation`)."""
    minutes = text[start - 1 : start] == ":" and text[max(0, start - 2) : start - 1].isdigit()
    return not minutes and no_citation(text, start, end)


def no_citation(text: str, start: int, end: int) -> bool:
    """``2019 Mar 2;393(10174)``: a volume behind, or a year before and what was published."""
    return _VOLUME.match(text, end) is None and _PUBLISHED.search(text, max(0, start - 40), start) is None


def three_numbers(text: str) -> bool:
    """Three numbers that are day, month and year in one of the usual orders."""
    a, b, c = (int(n) for n in _NUMBERS.findall(text)[:3])
    if a > 31:
        return (1 <= b <= 12 and 1 <= c <= 31) or (1 <= c <= 12 and 1 <= b <= 31)
    return (1 <= a <= 12 and 1 <= b <= 31) or (1 <= b <= 12 and 1 <= a <= 31)


def padded_pair(text: str) -> bool:
    """``04/12``, ``3/25``: not a fraction or a score. A bare pair needs a zero in front or a day past 12."""
    first, second = text.split("/")
    a, b = int(first), int(second)
    if not (1 <= a <= 12 and 1 <= b <= 31) and not (1 <= b <= 12 and 1 <= a <= 31):
        return False
    return first[0] == "0" or (len(first) == 2 and len(second) == 2 and second[0] == "0") or (b > 12 and b % a != 0)


def pair(text: str) -> bool:
    first, second = (int(n) for n in _NUMBERS.findall(text)[:2])
    return (1 <= first <= 12 and 1 <= second <= 31) or (1 <= second <= 12 and 1 <= first <= 31)


def late_pair(text: str) -> bool:
    """Behind the name of a study, where ``2/4`` counts leads or views: the day past 12."""
    return pair(text) and int(_NUMBERS.findall(text)[1]) > 12


def pair_range(text: str) -> bool:
    """``10/3-10/5``, but neither ``4/5-5/5`` nor ``1/2-3/4``: the days differ, and one is late or both months are."""
    first, day, second, last = (int(n) for n in _NUMBERS.findall(text)[:4])
    return day != last and (max(day, last) > _LAST_MONTH or min(first, second) > _FEW)


def compact(text: str) -> bool:
    """``20240131`` with or without a time, as HL7 writes it."""
    year, month, day, hour = int(text[:4]), int(text[4:6]), int(text[6:8]), int(text[8:10] or 0)
    return 1880 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31 and hour < 24


def old_youth(text: str) -> bool:
    """Who was grown up in this year is over 89, or will be soon."""
    return int(text) <= LAST_BIRTH_YEAR_OVER_89 + _GROWN_UP


def no_research(text: str, start: int, end: int) -> bool:
    """Not ``worked well in 1948 trials``, nor years of several: ``smokers from 1940 to 1950``."""
    return _STUDIED.match(text, end) is None


def old_birth_year(text: str) -> bool:
    return int(text) <= LAST_BIRTH_YEAR_OVER_89


RECOGNIZERS: Final = (
    Recognizer(
        "date_month_day", E.DATE, Tier.SHAPED,
        rf"(?i)\b({_WEEKDAY}{_MONTH}\.?(?:\s{{0,2}}|-)(?:the\s)?{_DAY}{_ORD}?(?:\s?(?:-|to|and|through|&)\s?(?:{_MONTH}\.?\s?)?{_DAY}{_ORD}?)?(?:(?:\s?,|\sof)?\s{{0,3}}{_YEAR}|[-/,]\s?(?:{_YEAR}|[0-9]{{2}}\b))?{_STAMP}?)\b",
        month_word, glue="_:", beside=no_citation,
    ),
    Recognizer(
        "date_day_month", E.DATE, Tier.SHAPED,
        rf"(?i)\b({_WEEKDAY}(?:the\s)?{_DAY}{_ORD}?(?:\s?[-,/.]\s?|\s+|\s+(?:day\s+)?of\s+)?{_MONTH}(?:{_YEAR}\b|[0-9]{{2}}\b|\b\.?(?:(?:,|\sof)?[-\s,/]{{0,2}}(?:{_YEAR}|'?[0-9]{{2}}\b))?))",
        month_word, glue="_", beside=no_time,
    ),
    Recognizer("date_month_year", E.DATE, Tier.SHAPED, rf"(?i)\b((?:(?:early|mid|late)[- ])?{_MONTH}\.?(?:,|\sof)?[\s/-]?{_YEAR})\b", glue="-_/"),
    Recognizer(
        "date_month_ordinal", E.DATE, Tier.SHAPED,
        rf"(?i)\b((?:{_MONTH}\s+(?:the\s+)?{_ORDINAL}|(?:the\s)?{_ORDINAL}\s+(?:day\s+)?of\s+{_MONTH})(?:,?\s+(?:of\s+)?(?:{_YEAR}|{_SPELLED_YEAR}))?|{_FULL_MONTH}\s+(?:(?:{_CARDINAL}|{_DAY}{_ORD}?),?\s+|of\s+)?{_SPELLED_YEAR})\b",
    ),
    Recognizer("date_month_since", E.DATE, Tier.CUED, rf"(?i)\b(?:since|last|next|until|till|this past)\s(?:(?:early|mid|late)[- ])?({_FULL_MONTH})\b"),
    Recognizer("date_month_alone", E.DATE, Tier.CUED, rf"(?i)\b(?:in|during|through|(?:end|beginning|start|middle|month) of|around|(?:early|mid|late)[- ])\s?({_FULL_MONTH})\b", beside=of_somebody),
    Recognizer(
        "date_other_language", E.DATE, Tier.SHAPED,
        rf"(?i)\b({_DAY}\.?(?:er|o|a)?(?:\s+d[ei])?[\s-]+{_OTHER_MONTH}\b(?:,?(?:\s+del?)?[\s-]+{_YEAR}(?:\s?[gr]\.)?)?|{_DAY}[. -]{{1,2}}{_OTHER_SHORT}\.?[ -]{_YEAR}|{_OTHER_MONTH}(?:\s+del?)?\s+(?:1[89]|20)[0-9]{{2}})\b",
    ),
    Recognizer("date_east_asian", E.DATE, Tier.SHAPED, r"((?:(?:19|20)[0-9]{2}|xx[0-9]{1,2})x ?(?:0?[1-9]|1[0-2])x ?(?:0?[1-9]|[12][0-9]|3[01])x)"),
    Recognizer("date_iso", E.DATE, Tier.SHAPED, rf"\b((?:1[89]|20)[0-9]{{2}}(?:[-/][01]?[0-9][-/][0-3]?[0-9]|\.[01][0-9]\.[0-3][0-9]){_TIME}?)\b", three_numbers, glue="-_"),
    Recognizer("date_iso_week", E.DATE, Tier.SHAPED, r"\b((?:19|20)[0-9]{2}-?W(?:0[1-9]|[1-4][0-9]|5[0-3])(?:-?[1-7])?)\b", glue="-_"),
    Recognizer("date_quarter", E.DATE, Tier.SHAPED, r"\b(Q[1-4][ -/]?(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[ -]?Q[1-4])\b", glue="-_", beside=of_somebody),
    Recognizer(
        "date_numeric", E.DATE, Tier.SHAPED,
        rf"(?i)(?:\b(?:sets|doses|ratio|sized?|taper|reps) (?:of )?[0-9]+[/-][0-9]+[/-][0-9]+|[0-9]+[/-][0-9]+[/-][0-9]+{_DOSED})|\b([0-3]?[0-9](?:\s?/\s?[0-3]?[0-9]\s?/\s?|-[0-3]?[0-9]-)(?:[0-9]{{4}}|'?[0-9]{{2}}){_STAMP}?)\b",
        three_numbers, glue="/_", beside=no_taper,
    ),
    Recognizer("date_dotted", E.DATE, Tier.SHAPED, rf"\b([0-3]?[0-9]\.\s?[0-3]?[0-9]\.\s?(?:(?:19|20)[0-9]{{2}}|'?[0-9]{{2}}){_STAMP}?)\b", three_numbers, glue="/_."),
    Recognizer("date_iso_month", E.DATE, Tier.SHAPED, r"\b((?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2]))\b", glue="-_/."),
    Recognizer("date_month_slash_year", E.DATE, Tier.SHAPED, r"\b((?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2})\b", glue="-_/"),
    Recognizer("date_pair", E.DATE, Tier.SHAPED, rf"(?i)(?:{_SCORED}[0-9]+/[0-9]+|[0-9]+/[0-9]+{_COUNTED})|\b([01]?[0-9]/[0-3]?[0-9])\b(?:[^%]|$)", padded_pair, glue="-_/.@"),
    Recognizer("date_pair_cued", E.DATE, Tier.CUED, rf"(?i)(?:{_CUE}[0-9]+/[0-9]+{_COUNTED}|\bby (?:1/[2-9]|2/3|3/4)|\bf/u (?:in )?[0-9]/(?:12|52|7)\b)|{_CUE}({_PAIR}(?:\s?(?:,? and|to|through|or|&|-|,)\s?{_PAIR}){{0,4}}|0[1-9]-[0-3][0-9])\b", pair, glue="-_/.@"),
    Recognizer("date_pair_study", E.DATE, Tier.CUED, rf"(?i){_STUDY}({_PAIR})\b", late_pair, glue="-_/.@"),
    Recognizer("date_pair_labs", E.DATE, Tier.CUED, rf"(?i)\blabs?(?: (?:of|from|on|dated))?[:\s]{{1,2}}({_PAIR}(?:\s?(?:,? and|to|&|-|,)\s?{_PAIR}){{0,4}})\b", pair, glue="-_/.@"),
    Recognizer("date_pair_range", E.DATE, Tier.SHAPED, rf"\b({_PAIR}\s?(?:-|to|through|thru)\s?{_PAIR})\b(?:[^%/]|$)", pair_range, glue="-_/.@"),
    Recognizer("date_day_cued", E.DATE, Tier.CUED, rf"(?i)\b(?:on|since|until|till|by|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?(?: on)?)(?: the)? ([0-3]?[0-9]{_ORD})\s{{0,1}}(?:[.,;)?!]|$|at\b|and\b|for\b|with\b|of (?:this|last|next) month)"),
    Recognizer(
        "date_spaced", E.DATE, Tier.CUED,
        r"(?i)\b(?:dob|d\.o\.b\.?|date(?: of (?:birth|service|death|admission|discharge|visit))?|birth ?date|birthday|born(?: on)?)(?: is| was)?[:\s=]{1,3}([0-3]?[0-9][ .-]{1,2}[0-3]?[0-9][ .-]{1,2}(?:(?:19|20)[0-9]{2}|[0-9]{2}))\b", three_numbers,
    ),
    Recognizer("date_compact", E.DATE, Tier.SHAPED, r"\b((?:19|20)[0-9]{6}(?:[0-2][0-9][0-5][0-9](?:[0-5][0-9](?:\.[0-9]{1,4})?)?(?:[+-][0-9]{4})?)?)\b", compact, glue="-_./"),
    Recognizer("date_compact_cued", E.DATE, Tier.CUED, r"(?i)\b(?:dob|date|birth ?date|born|dos|admit(?:ted)?|discharged?|effective|issued|expires?)\b[\w ]{0,12}[:\s=\"']{1,4}((?:18|19|20)[0-9]{6})\b", compact),
    Recognizer("birth_year", E.DATE, Tier.CUED, r"(?i)\b(?:born(?: in| on)?|birth ?year|year of birth|yob|dob(?: year| yr)?|birth ?date|b\.|ne en|nacid[oa] en|geboren(?: in)?|geb\.)[:\s=\"']{1,4}(1[89][0-9]{2})\b", old_birth_year, glue="-/."),
    Recognizer("birth_year_short", E.DATE, Tier.CUED, r"(?i)\b(?:born(?: in)?|yob|b\.)[:\s]{1,2}('(?:2[6-9]|3[0-9]|4[0-5]))\b"),
    Recognizer(
        "year_of_old", E.DATE, Tier.CUED,
        r"(?i)\b(?:gave birth|married|graduated|enlisted|drafted|discharged|served|fought|immigrated|emigrated|widowed|retired|employed|worked|working|smoked|smoking|smoker|smokes|drinking|lived|living|moved|arrived|came)(?: [a-z'-]+){0,4} (?:in|since|from|around) (19[0-4][0-9])\b", old_youth, beside=no_research,
    ),
    Recognizer("holiday", E.DATE, Tier.CUED, rf"(?i)(?:\b(?:born|died|passed(?: away)?|admitted|discharged|seen|fell|surgery|operated|delivered|turned [0-9]{{1,3}}|diagnosed|visit(?:ed)?|appointment|appt|birthday|transplanted|hospitali[sz]ed)(?: (?:is|was|here|again|right|the day)){{0,2}} (?:on|before|after|around|by) )({_HOLIDAY})\b"),
    Recognizer("holiday_of_year", E.DATE, Tier.SHAPED, rf"(?i)\b({_HOLIDAY}),?(?: of| in)? (?:19|20)[0-9]{{2}}\b"),
)  # fmt: skip
