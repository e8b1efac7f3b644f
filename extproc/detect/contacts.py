# ruff: noqa: E501 - a row of the table is one line
"""Recognizers of phones, faxes and addresses of the net.

A number of a country's usual form is a phone by itself; any other run of seven digits or more needs a word before it
(``tel.``, ``call her at``). Not covered: four-digit extensions without a word, and addresses of the net without a dot.
"""

import re
from typing import Final

from extproc.detect import checks
from extproc.detect.common import COMMON as COMMON_WORDS
from extproc.detect.entities import EntityType as E
from extproc.detect.recognizer import Recognizer, Tier

_P: Final = r"[\s:=\"'/-]{0,4}"
_POWER: Final = r"(?:e\+?[0-9]{1,2})?"
"""A number that a spreadsheet or a JSON writer made of an identifier: ``2.19099999e8``."""
_EXT: Final = r"(?:[,\s]{0,2}(?i:x|ext\.?|extension)\s?[0-9]{1,6}\b|\b)"
_VALUE: Final = rf"(\+?[0-9(][0-9().\s/-]{{5,20}}[0-9]{_POWER}(?:{_EXT})?)"
_LINK: Final = rf"(?:(?:numbers?|nos?\.?|nr\.?|#|is|was|to|at|on|me|:){_P}){{0,4}}"
_DEVICES: Final = (
    r"phones?|telephone|telefono?|telemovel|telefoon|fon|tel|tlf|puh|gsm|cell|cellphone|cellular|cel|mobile|mob|movil|portable|handy|landline|hotline|pager|beeper|contact|sms|text|"
    r"whatsapp|voicemail|callback|call back|call(?:ed)?(?: (?:me|him|her|them|us|back|mom|dad))?|reach(?:ed)?(?: (?:me|him|her|them))?"
)
_FORMS: Final = r"\(?[0-9]{3}\)?[-. ]{1,2}[0-9]{4}\b|\(?[0-9]{3}\)?[-. ]{0,2}[0-9]{3}[-. ]?[0-9]{4}\b|\+[0-9][0-9 ()-]{7,18}[0-9]|0[0-9][0-9 -]{6,12}[0-9]"
_LOCAL: Final = rf"({_FORMS})"
_GROUPED: Final = r"[0-9]{2}(?:[ -][0-9]{2,3}){3}\b|[0-9]{2,3}(?:[ -][0-9]{2,4}){2}\b|[0-9]{2} [0-9]{6}\b"
"""Other groupings, where it is said that somebody is called."""
_NATIONAL: Final = (
    r"\b00[1-9][0-9]{0,2}(?:[-. ]\(?[0-9]{1,5}\)?){2,6}\b|\b0(?:[1-9][0-9]{0,3})?(?:[ /-][0-9]{2,8}){1,4}\b|\b0[1-9](?:[ .][0-9]{2}){4}\b|\(0[0-9]{1,4}\) ?[0-9]{3,4}[ -]?[0-9]{3,4}\b|"
    r"\([1-9][0-9]\) ?9?[0-9]{4}-[0-9]{4}\b|\b[08] ?\([0-9]{3}\) ?[0-9]{3}[- ][0-9]{2}[- ][0-9]{2}\b"
)
"""With the zero that leads a number inside most countries, in any grouping; the forms of Brazil, Russia and Turkey."""
_TLD: Final = r"(?:com|org|net|edu|gov|mil|info|biz|health|clinic|hospital|uk|de|fr|ca|au|in|co|io)"
_DOMAIN: Final = r"(?:com\.[a-z]{2}|(?:co|org|ac|gov|nhs|net)\.(?:uk|nz|in|jp|za|au|il|kr)|com|org|net|edu|gov|mil|health|clinic|hospital|info|biz|app|blog|online|site|io|de|fr|nl|ch|eu|pl|dk|jp)"
_WITH_PATH: Final = r"(?:me|ly|be|gl|us|in|it|at|co|tv|se|ca|is|to|gg|ai|uk|es|no|fi)"
_REST: Final = r"[^\s<>\"'`{}|\\^\x00)]*[a-z0-9/_=-]"
_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_SITES: Final = r"twitter|instagram|insta|ig|tiktok|snapchat|snap|facebook|fb|skype|telegram|discord|reddit|linkedin|threads|bluesky|youtube|venmo|cash ?app"
_DIGIT_WORD: Final = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|(?:double|triple) [a-z]{2,5})"
_DATE: Final = re.compile(r"[0-3]?[0-9][/-][0-3]?[0-9][/-](?:19|20)?[0-9]{2}\b")
_ISO: Final = re.compile(r"(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]")
_EVERYBODYS: Final = frozenset(
    (
        "8002221222",
        "8002738255",
        "8003321088",
        "8002324636",
        "8007997233",
        "8006624357",
        "8006334227",
        "8008227967",
        "8006564673",
        "8004226237",
        "8007848669",
    )
)
"""Poison control, lifelines, MedWatch, CDC, Medicare, quit lines: no person's."""
_COUNTING: Final = ("one two three four five", "nine eight seven six five", "ten nine eight")


def spaced_us(text: str) -> bool:
    """With nothing but spaces three numbers may be any three: then the area code must be one."""
    number = checks.digits(text)
    plain = not any(mark in text for mark in "-.()+")
    return (
        checks.is_phone(text)
        and number.removeprefix("1") not in _EVERYBODYS
        and not (plain and number.removeprefix("1")[0] in "01")
    )


def national_phone(text: str) -> bool:
    """Neither a date with the hour behind it (``03/04/2024 14``) nor one digit over and over."""
    return 9 <= len(checks.digits(text)) <= 15 and len(set(text)) > 3 and _DATE.match(text) is None


def dialled(text: str) -> bool:
    """Digits enough for a phone, and no date."""
    return checks.is_phone(text) and _DATE.match(text) is None and _ISO.match(text) is None


def no_range(text: str) -> bool:
    """``555-0142``, but not ``400-1500``, which are two round numbers."""
    first, second = text.split("-")
    return second[0] == "0" or (int(first) % 5 != 0 and int(second) % 5 != 0)


def user_name(text: str) -> bool:
    return text.lower() not in COMMON_WORDS and len(text) > 2


def _spelled(text: str) -> int:
    return len(text.replace("-", " ").replace(",", " ").split())


def spelled_phone(text: str) -> bool:
    """Seven digits or more, said one by one; nine are taken for a social security number's."""
    return _spelled(text) >= 7 and _spelled(text) != 9 and not any(c in text.lower() for c in _COUNTING)


RECOGNIZERS: Final = (
    Recognizer("fax", E.FAX, Tier.CUED, rf"(?i)(?:\be?(?:fax|facsimile|telefax)(?:ed|ing)?(?: [a-z]+){{0,3}}?|\b(?-i:F):)\.?{_P}{_LINK}{_VALUE}", checks.is_phone, listed=True),
    Recognizer("phone_us", E.PHONE, Tier.SHAPED, rf"(?:\+?1[-. ]?)?(?:\([0-9]{{3}}\)[-. ]{{0,2}}|\b[0-9]{{3}}[-. ]\n?)[0-9]{{3}}[-. ]\n?[0-9]{{4}}{_EXT}", spaced_us, glue="-_."),
    Recognizer("phone_international", E.PHONE, Tier.SHAPED, rf"\+[1-9][0-9]{{0,2}}(?:[-. ]?\(?[0-9]{{1,5}}\)?){{2,6}}{_EXT}", lambda text: 8 <= len(checks.digits(text)) <= 19),
    Recognizer("phone_national", E.PHONE, Tier.SHAPED, _NATIONAL, national_phone, glue="-_./"),
    Recognizer("phone_local", E.PHONE, Tier.SHAPED, r"[0-9]{1,4}\)?[-. ]{1,2}[2-9][0-9]{2}-[0-9]{4}\b|\b[2-9][0-9]{2}-[0-9]{4}\s?(?:m[gl]|mcg|units?|kcal|cells|pg|ng|g|iu|%)\b|\b([2-9][0-9]{2}-[0-9]{4})\b", no_range, glue="-_./"),
    Recognizer("phone_cued", E.PHONE, Tier.CUED, rf"(?i)\b(?:{_DEVICES})\.?{_P}{_LINK}{_VALUE}", checks.is_phone, listed=True),
    Recognizer("phone_at", E.PHONE, Tier.CUED, rf"(?i)\b(?:call(?:s|ed|ing)?|reach(?:ed|able)?|contact(?:ed)?|text|ring|dial|spoke|messages?|answer(?:s|ed|ing)?|registered)\b[^0-9\n\x00]{{0,40}}?(?:at|on|is|to|from|registered|number|:|\))\s{{0,2}}({_GROUPED}|{_FORMS})", dialled, listed=True),
    Recognizer("phone_before", E.PHONE, Tier.CUED, r"(?im)(\+?\(?[0-9][0-9() .-]{5,16}[0-9])\s?-?\s?(?:office|fax|mobile|cell|home|work|desk|tel)\b[ \t]*(?:\\?[,;]|$)", dialled, glue="-_./"),
    Recognizer("phone_owned", E.PHONE, Tier.CUED, rf"(?i)(?:\bph(?:\.|:|#| no\.?)?|\b(?:(?:my|his|her|their|our|your|the|best|good|callback|contact) numbers?|home|work|office|contact|(?:clinic|emergency|pharmacy|nurse|desk|hotline|line|daughter|son|wife|husband|mother|father|family)(?: contact)?)(?:'s| is|:| \([a-z]+\):?)|\b[HWCMT]:)\s{{0,2}}{_LOCAL}", checks.is_phone, listed=True),
    Recognizer("phone_behind", E.PHONE, Tier.CUED, r"(?i)\b(?:ofc|office|home|hm|work|wk|daughter|son|wife|husband|mom|dad|spouse|sister|brother|pharmacy|clinic)[#:]?[ \t]{1,2}(\(?[2-9][0-9]{2}\)?[-. ]?[2-9][0-9]{2}[-. ]?[0-9]{4})\b", checks.is_phone),
    Recognizer("phone_short", E.PHONE, Tier.CUED, r"(?i)\b(?:(?:pager|beeper|bleep|pgr)\s?(?:(?:number|no\.?|#|is|:)\s?){0,2}#?([0-9]{3,11}))\b"),
    Recognizer("phone_extension", E.PHONE, Tier.CUED, r"(?i)\bext(?:ension|n|\.)?\s?(?:(?:number|no\.?|#|is|:)\s?){0,2}([0-9]{4,6})\b"),
    Recognizer("phone_spelled", E.PHONE, Tier.SHAPED, rf"(?i)\b{_DIGIT_WORD}(?:[ ,-]{{1,2}}{_DIGIT_WORD}){{6,14}}\b", spelled_phone),
    Recognizer("ssn_spelled", E.SSN, Tier.SHAPED, rf"(?i)\b{_DIGIT_WORD}(?:[ ,-]{{1,2}}{_DIGIT_WORD}){{8}}\b", lambda text: _spelled(text) == 9 and not any(c in text.lower() for c in _COUNTING)),
    Recognizer("number_spelled", E.OTHER_ID, Tier.CUED, rf"(?i)\b(?:mrn|record|number|id|account|zip|zip code|ssn|social|policy|pin|last four|code)(?:'s| is|:| of)?,?(?: it's| uh| um)?,?\s({_DIGIT_WORD}(?:[ ,-]{{1,2}}{_DIGIT_WORD}){{3,14}})\b"),
    Recognizer("email", E.EMAIL, Tier.VALIDATED, rf"(?i)[a-z0-9][a-z0-9._%+'-]*\s?@\s?(?:{_LABEL}\.)+[a-z]{{2,24}}\b"),
    Recognizer("email_local", E.EMAIL, Tier.CUED, r"(?i)\b(?:e-?mail|upi|vpa)\b[\s:=]{1,3}(?:is\s)?([a-z0-9][a-z0-9._+-]*@[a-z0-9-]{2,40})\b"),
    Recognizer(
        "email_spoken", E.EMAIL, Tier.SHAPED,
        rf"(?i)\b([a-z0-9][a-z0-9._-]{{0,40}}(?: (?:dot|underscore|dash|hyphen) [a-z0-9._-]{{1,40}}){{0,3}}(?: at [a-z0-9-]{{2,40}}(?: dot [a-z0-9-]{{2,20}}){{0,2}} dot {_TLD}|\s?[\[(]at[\])]\s?[a-z0-9-]{{2,40}}(?:(?: dot |\s?[\[(]dot[\])]\s?|\.)[a-z]{{2,20}}){{1,3}}|"
        r" at (?:gmail|yahoo|hotmail|outlook|icloud|aol|protonmail)(?: dot |\.)com))\b",
    ),
    Recognizer("url", E.URL, Tier.VALIDATED, rf"(?i)\b(?:(?:https?|hxxps?|ftps?|sftp|wss?|file)://|www\.)[a-z0-9\[]{_REST}"),
    Recognizer("url_bare", E.URL, Tier.SHAPED, rf"(?i)\b(?:{_LABEL}\.)+(?:{_DOMAIN}(?:/{_REST})?|{_WITH_PATH}/{_REST})\b", glue="@"),
    Recognizer("ip_v4", E.IP, Tier.VALIDATED, r"(?i:\b(?:version|ver\.?|v|build|release|section)\s?[0-9.]+)|\b([0-9]{1,3}(?:\.[0-9]{1,3}){3})\b", checks.is_ip, glue="-_."),
    Recognizer("ip_v6", E.IP, Tier.VALIDATED, r"(?i)(::ffff:[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})", lambda text: ":" in text and checks.has_digit(text) and checks.is_ip(text), glue=":.-"),
    Recognizer("mac_address", E.DEVICE, Tier.VALIDATED, r"\b(?:[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})\b", checks.is_mac, glue="-:."),
    Recognizer("username", E.OTHER_ID, Tier.CUED, r"(?i)\b(?:user ?name|login|log in|user|screen ?name|handle|account)\s?[:=]\s?[\"']?([a-z][a-z0-9]{0,30}(?:\.[a-z0-9]{1,30}){1,3}|@[a-z0-9_.]{2,40})\b"),
    Recognizer("username_said", E.OTHER_ID, Tier.CUED, r"(?i)\b(?:user ?(?:name|id)(?:\s?[:=]\s?[\"']?([a-z][a-z0-9_-]{2,30})\b|))", user_name),
    Recognizer("username_digits", E.OTHER_ID, Tier.CUED, r"(?i)\b(?:user ?name|user ?id|login|screen ?name|handle)(?: is|:|=)?\s[\"']?([a-z][a-z_.-]{0,30}[0-9][a-z0-9_.-]{0,20})\b"),
    Recognizer("handle", E.OTHER_ID, Tier.CUED, rf"(?i)\b(?:{_SITES})(?: (?:handle|name|id|account|user|username))?(?: is|:|=|,)?\s(@[a-z0-9_.]{{2,40}}|[a-z][a-z0-9.:]*[0-9_][a-z0-9_]*|live:[a-z0-9._]+)"),
)  # fmt: skip
