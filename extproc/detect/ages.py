# ruff: noqa: E501 - a row of the table is one line
"""Recognizers of ages over 89, which 164.514(b)(2)(i)(C) hides as it hides dates.

A number is an age by the words around it: ``93-year-old``, ``age 93``, ``he is 93 and``. Not covered: ages that must be
computed (``her 70-year-old son's mother``), and spelled ages in other languages than English.
"""

import re
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.recognizer import Recognizer, Tier

_OLD: Final = r"(?:9[0-9]|1[0-2][0-9])"
_ONES: Final = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_SPELLED: Final = rf"(?:ninety(?:[- ]{_ONES})?|(?:a|one) hundred(?:(?: and)?[- ](?:{_ONES}|ten|eleven|twelve|thirteen|fourteen|fifteen))?)"
_SPELLED_TH: Final = (
    r"(?:ninetieth|ninety[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(?:one )?hundredth)"
)
_SEX: Final = r"(?:male|female|man|woman|gentleman|lady|[MF])\b"
_PERSON: Final = r"(?:s?he|patient|pt|mother|father|mom|mum|dad|wife|husband|grandmother|grandfather|grandma|grandpa|aunt|uncle|sister|brother|friend|neighbor|neighbour|cousin|i)"
_SINCE: Final = r"(?: now| almost| nearly| just turned| turning| already)?"


_FEVER: Final = re.compile(
    r"\b(?:temp(?:erature)?|t|tmax|tm|fevers?|febrile|ax(?:illary)?|oral)(?: (?:of|is|was|to|at))?[ :=]{1,2}$", re.I
)


def over_89(text: str) -> bool:
    return 90 <= int(text) <= 125


def no_fever(text: str, start: int, end: int) -> bool:
    """Not ``temp 99 F``."""
    return _FEVER.search(text, max(0, start - 16), start) is None


RECOGNIZERS: Final = (
    Recognizer("age_years", E.AGE, Tier.CUED, rf"(?i)\b({_OLD})\+?[- ]?(?:years?|yrs?|yr|y\.?)[- ]?/?(?:old|of age|young|o\b|o\.|,?\s?{_SEX})", over_89, glue="/."),
    Recognizer("age_yo", E.AGE, Tier.CUED, rf"(?i)\b({_OLD})\s?-?(?:y/?o|yom|yof|yowm|yowf|y\.o\.|/?\s?(?-i:[MF])\b)", over_89, glue="-/.", beside=no_fever),
    Recognizer("age_label", E.AGE, Tier.CUED, rf"(?i)\b(?:aged?(?:\s?/\s?(?:sex|gender))?|turned|turning|age (?:of|is|was)|edad|alter|leeftijd|eta)[:\s=\"']{{1,4}}({_OLD})(?:\b|y)", over_89, glue="-.%"),
    Recognizer("age_label_spelled", E.AGE, Tier.CUED, rf"(?i)\b(?:aged?|turned|turning)[:\s]{{1,3}}({_SPELLED})\b"),
    Recognizer("age_of_name", E.AGE, Tier.CUED, rf"\b[A-Z][a-z'-]+,? [A-Z](?:[a-z'-]+|\.), ({_OLD})(?:,|\.(?:\s|$)|\s(?:is|was|with|presents|admitted)\b)"),
    Recognizer("age_said", E.AGE, Tier.CUED, rf"(?i)\b{_PERSON}(?:'s| is|'m| am| was|,){_SINCE}\s({_OLD}|{_SPELLED})(?:\s?[,;.!?](?:\s|$)|\s?\n|$|\s(?:and|with|who|but|now|years?)\b)"),
    Recognizer("age_answered", E.AGE, Tier.CUED, rf"(?i)\bhow old\b[^0-9.]{{0,60}}?\b({_OLD}|{_SPELLED})\b"),
    Recognizer("age_decade", E.AGE, Tier.CUED, r"(?i)\b(?:his|her|their|my) ((?:(?:early|mid|late)[- ]{0,2})?(?:90'?s|nineties))\b"),
    Recognizer("age_noun", E.AGE, Tier.SHAPED, r"(?i)\b((?:nona|super-?cente|cente)(?:genarian|narian)s?)\b"),
    Recognizer("age_birthday", E.AGE, Tier.CUED, rf"(?i)\b({_OLD}(?:st|nd|rd|th)|{_SPELLED_TH})[- ]birthday"),
    Recognizer("age_spelled", E.AGE, Tier.CUED, rf"(?i)\b({_SPELLED})[- ]years?[- ]?(?:old|of age|young)"),
    Recognizer("age_abroad", E.AGE, Tier.CUED, rf"(?i)\b({_OLD})[\s-]?(?:anos|ans|jahren?|jahrige[rns]?|anni|jaar|jarige?|vuotias|vuotta|godina)\b", over_89, glue="-/."),
    Recognizer("age_to_be", E.AGE, Tier.CUED, rf"(?i)\b(?:s?he|i|mom|dad|grandma|grandpa|patient|pt)(?:'ll| will| would|'d| would've| would have)? (?:be|been|turns?|turned|hits?|reach(?:es|ed)?) ({_OLD}|{_SPELLED})(?:\s?[,;.!?](?:\s|$)|\s?\n|$|\s(?:and|next|this|in|on|when|by|soon|tomorrow|today|years?|at the time)\b)"),
    Recognizer("age_begins", E.AGE, Tier.CUED, rf"(?im)^[ \t>*-]{{0,4}}({_OLD})\s?[mf]\b[ ,]", over_89, glue="/."),
    Recognizer("age_sex_label", E.AGE, Tier.CUED, rf"(?i)\b(?:age|aged|pt|patient|is|was)[:\s]{{1,2}}(?:an? )?({_OLD})\s?[mf]\b(?:[ ,.;]|$)", over_89, glue="/."),
)  # fmt: skip
