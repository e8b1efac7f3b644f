# ruff: noqa: E501 - a row of the table is one line
"""Recognizers of numbers, addresses of the net, and every identifier that a word announces.

The identifier of a cue is ``VALUE``: letters, then a digit, then what belongs to it. A number that only looks like an
identifier (nine digits without a cue: a SNOMED code as easily as an MRN) is not a finding; once it is found beside a cue
it is found everywhere (:mod:`extproc.detect.propagation`).
"""

import re
from typing import Final

from extproc.detect import checks
from extproc.detect.entities import EntityType as E
from extproc.detect.recognizer import Recognizer, Tier

_W = r"[\s:=\"'(\-]{0,4}"
_P = r"[\s:=\"'-]{0,4}"
_WORDS = r"(?:number|numbers|num\b\.?|no\b\.?|nr\b\.?|id\b|ids\b|identifier|code|#|is\b|was\b|of\b|on file|ending in|:)"
_SEP = rf"{_W}(?:{_WORDS}{_W}){{0,4}}?"
"""Between a cue and its value anything of this may stand."""
_SAID = rf"{_W}(?:{_WORDS}{_W}){{1,4}}?|{_W}[:=#]{_W}"
"""For cues that are everyday words: something must say that a value comes."""
_VALUE = r"(#?(?:[0-9]\.[0-9]{4,16}e\+[0-9]{1,2}|[0-9]{2,4}(?: [0-9]{2,4}){2,3}\b|[A-Za-z]{0,12}[-_.]?(?:[A-Za-z]{1,6}[-_])?[0-9][A-Za-z0-9]*(?:[-_./][A-Za-z0-9]+){0,6}))"
_POWER = r"(?:e\+?[0-9]{1,2})?"
"""A number that a spreadsheet or a JSON writer made of an identifier: ``2.19099999e8``."""
_PHONE_VALUE = rf"(\+?[0-9(][0-9().\s/-]{{5,20}}[0-9]{_POWER}(?:\s?(?:x|ext\.?|extension)\s?[0-9]{{1,6}})?)"
_EXT = r"(?:[,\s]{0,2}(?:x|ext\.?|extension)\s?[0-9]{1,6})?"
_REGISTRIES: Final = re.compile(r"#?(?:NCT|PMID|PMC|ISBN|DOI|ICD|CPT|LOINC|RS|HGNC|CAS|RFC|ISO|CVE)[-_ .:]?[0-9]", re.I)
_MEASURE: Final = re.compile(
    r"[0-9][0-9.,/x-]*(?:mg|mcg|ml|kg|g|lbs?|mm|cm|hz|bpm|h|hrs?|min|days?|am|pm|st|nd|rd|th|k|s)$", re.I
)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")


def code(text: str) -> bool:
    return checks.is_code(text) and not _REGISTRIES.match(text) and not _MEASURE.search(text)


def long_code(text: str) -> bool:
    """For everyday cues: not a year, not a small number."""
    return code(text) and not _YEAR.fullmatch(text) and len(text.strip("#")) >= 5


def short_code(text: str) -> bool:
    return checks.has_digit(text) and len(text.strip("#-./ ")) >= 3 and not _MEASURE.search(text)


def _cued(name: str, entity: E, cue: str, check: "checks.Check" = code) -> Recognizer:
    return Recognizer(name, entity, Tier.CUED, rf"(?i)\b(?:{cue}){_SEP}{_VALUE}", check)


def _said(name: str, entity: E, cue: str, check: "checks.Check" = long_code) -> Recognizer:
    return Recognizer(name, entity, Tier.CUED, rf"(?i)\b(?:{cue})(?:{_SAID}){_VALUE}", check)


def _lookalike(entity: E) -> Recognizer:
    """``[DEVICE_PX000123]``: what looks like a surrogate and is none, for whatever no other row reads there."""
    words = entity.value.replace("_", "[-_]")
    return Recognizer(
        "lookalike", entity, Tier.LISTED, rf"\[{words}[:_]([0-9A-Za-z().+ /#_-]{{3,40}})\]", checks.has_digit
    )


RECOGNIZERS: Final = (
    # Numbers with a form or a check digit of their own
    Recognizer("ssn_dashed", E.SSN, Tier.SHAPED, r"\b[0-9]{3}[- ][0-9]{2}[- ][0-9]{4}\b", glue="-_."),
    Recognizer("card", E.ACCOUNT, Tier.VALIDATED, r"\b[1-6][0-9]{3}(?:[ -]?[0-9]{2,6}){2,4}\b", checks.is_card, glue="-_."),
    Recognizer("iban", E.ACCOUNT, Tier.VALIDATED, r"\b[A-Z]{2}[0-9]{2} ?[A-Z0-9]{4}(?: ?[A-Z0-9]{1,4}){2,7}\b", checks.is_iban),
    Recognizer("mbi", E.HEALTH_PLAN, Tier.SHAPED, r"\b[1-9][A-Z][A-Z0-9][0-9]-?[A-Z][A-Z0-9][0-9]-?[A-Z]{2}[0-9]{2}\b", checks.is_mbi),
    Recognizer("vin", E.VEHICLE, Tier.VALIDATED, r"\b[A-HJ-NPR-Z0-9]{17}\b", checks.is_vin, glue="-_"),
    Recognizer("udi", E.DEVICE, Tier.VALIDATED, r"\(01\)[0-9]{14}(?:\((?:10|11|17|21)\)[A-Za-z0-9-]{1,20}){0,4}", checks.is_gtin),
    Recognizer("mac_address", E.DEVICE, Tier.VALIDATED, r"\b[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}\b", glue="-:"),
    # Phones and the net
    Recognizer("phone_us", E.PHONE, Tier.SHAPED, rf"(?:\+?1[-. ]?)?(?:\([0-9]{{3}}\)\s?|\b[0-9]{{3}}[-. ])[0-9]{{3}}[-. ][0-9]{{4}}\b{_EXT}", checks.is_phone, glue="-_."),
    Recognizer("phone_international", E.PHONE, Tier.SHAPED, rf"\+[1-9][0-9]{{0,2}}(?:[-. ]?\(?[0-9]{{1,5}}\)?){{2,6}}\b{_EXT}", lambda text: 8 <= len(checks.digits(text)) <= 19),
    Recognizer("phone_cued", E.PHONE, Tier.CUED, rf"(?i)\b(?:phone|telephone|tel|cell|cellphone|mobile|call(?:ed)?(?: (?:me|him|her|them|us|back))?|pager|beeper|contact|sms|text|whatsapp|landline|voicemail|reach(?:ed)?(?: (?:me|him|her|them))?)\.?{_P}(?:(?:number|no\.?|#|is|was|at|on|:){_P}){{0,4}}{_PHONE_VALUE}", checks.is_phone),
    Recognizer("fax", E.FAX, Tier.CUED, rf"(?i)\b(?:fax|facsimile|telefax)(?:ed)?\.?{_P}(?:(?:number|no\.?|#|is|was|to|at|on|:){_P}){{0,4}}{_PHONE_VALUE}", checks.is_phone),
    Recognizer("email", E.EMAIL, Tier.VALIDATED, r"(?i)[a-z0-9][a-z0-9._%+'-]*\s?@\s?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}\b"),
    Recognizer("email_spoken", E.EMAIL, Tier.SHAPED, r"(?i)\b[a-z0-9._-]{2,64} (?:at|\[at\]|\(at\)) (?:gmail|yahoo|hotmail|outlook|icloud|aol|protonmail) (?:dot|\.|\[dot\]) ?com\b"),
    Recognizer("url", E.URL, Tier.VALIDATED, r"(?i)\b(?:(?:https?|ftps?|sftp|wss?|file)://|www\.)[a-z0-9\[][^\s<>\"'`{}|\\^\x00)]*[a-z0-9/_=-]"),
    Recognizer("url_bare", E.URL, Tier.SHAPED, r"(?i)\b(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|edu|gov|health|clinic|hospital|io|info|me|co\.uk|nhs\.uk)(?:/[^\s<>\"'`{}|\\^\x00)]*[a-z0-9/_=-])?\b", glue="@"),
    Recognizer("ip_v4", E.IP, Tier.VALIDATED, r"\b[0-9]{1,3}(?:\.[0-9]{1,3}){3}\b", checks.is_ip, glue="-_."),
    Recognizer("ip_v6", E.IP, Tier.VALIDATED, r"(?i)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}", lambda text: ":" in text and checks.has_digit(text) and checks.is_ip(text), glue=":.-"),
    # Announced by a word
    Recognizer("photo", E.PHOTO, Tier.CUED, r"(?i)\b(?:photo(?:graph)?s?|headshot|portrait|selfie|mugshot|face(?: image)?|picture|avatar|image)\b[^\n\x00]{0,24}?\b([a-z0-9][\w-]*\.(?:jpe?g|png|heic|gif|tiff?|bmp|webp|dcm))\b"),
    Recognizer("ssn_cued", E.SSN, Tier.CUED, rf"(?i)\b(?:ssn|ss#|s\.s\.n\.?|social security|social|itin|tax ?id|tin){_SEP}([0-9]{{3}}[- ]?[0-9]{{2}}[- ]?[0-9]{{4}}(?:\.0{{1,4}})?|[0-9]{{7,8}}(?:\.0{{1,4}})?|[0-9]\.[0-9]{{4,8}}e\+?0?[678]|[Xx*]{{3,5}}-?[Xx*]{{0,2}}-?[0-9]{{4}})\b"),
    Recognizer("ssn_last_four", E.SSN, Tier.CUED, r"(?i)\b(?:ssn|social security|social)[\w ]{0,16}(?:last (?:four|4)|ending(?: in)?)[\w: ]{0,8}\b([0-9]{4})\b"),
    _cued("mrn", E.MRN, r"mrn|mrn#|m\.r\.n\.|med(?:ical)?[ .-]?rec(?:ord)?s?|patient[ -]?(?:id|number|no\b\.?|identifier|#)|pt\.? ?(?:id|#|no\b\.?)|chart|health record|hospital (?:number|no\b\.?|id)|unit (?:number|no\b\.?)", short_code),
    _said("record", E.MRN, r"record|records|file|pid|epi"),
    Recognizer("record_under", E.MRN, Tier.CUED, rf"(?i)\b(?:under|as|see|per) (?:the )?(?:record|file|chart)s? {_VALUE}", long_code),
    _cued("health_plan", E.HEALTH_PLAN, r"medicare|medicaid|mbi|hicn|hicno|(?:health|insurance|ins\.?|member|subscriber|beneficiary|policy|plan|group|payer|coverage|claim|cigna|aetna|humana|anthem|tricare|bcbs|blue (?:cross|shield)|hbn|hpn|hmo|ppo|uhc)[ -]?(?:plan|policy|card|member|subscriber|beneficiary|group|holder|insurance)?(?:[ -]?(?:id|number|no\b\.?|#))", code),
    _said("health_plan_said", E.HEALTH_PLAN, r"insurance|health ?insurance|health plan|policy|member|memberid|subscriber|beneficiary|insured|hbn|hpn|hmo|ppo|payer|coverage|claim|plan"),
    Recognizer("health_plan_code", E.HEALTH_PLAN, Tier.CUED, r"(?i)\b(?:insurance|insured|health plan|policy|coverage|plan)(?: [a-z]{2,10}){0,2} (#?[A-Z]{1,4}-?[0-9]{5,12}|#[A-Z0-9-]{4,20})\b", code),
    _cued("account", E.ACCOUNT, r"acct|a/c|account (?:number|no\b\.?|#|id)|bank account|routing(?: number)?|aba|iban|swift|invoice|billing (?:id|number|account)|guarantor(?: number| id)?|(?:credit|debit|bank|visa|amex|gift)? ?card(?: number| no\b\.?| #)?", code),
    _said("account_said", E.ACCOUNT, r"account|card|cc|payment|transaction|visa|mastercard|amex|receipt|statement"),
    Recognizer("card_cued", E.ACCOUNT, Tier.CUED, r"(?i)\b(?:card|visa|mastercard|amex|cc|debit|credit|bank account|transfer|pan)\b[^0-9\n]{0,30}\b([0-9]{4}(?:[ -]?[0-9]{2,6}){1,4})\b", lambda text: 10 <= len(checks.digits(text)) <= 19),
    _cued("license", E.LICENSE, r"(?:driver'?s?'?|drivers|medical|nursing|professional|state|pharmacy|physician|board) ?licen[sc]e|licen[sc]e|lic\b\.?|dl#?|cdl|dea|npi|passport|certificate|certification|permit|upin|credential", code),
    Recognizer("npi", E.LICENSE, Tier.VALIDATED, r"(?i)\bnpi\b[^0-9\n]{0,12}([12][0-9]{9})\b", checks.is_npi),
    Recognizer("dea", E.LICENSE, Tier.VALIDATED, r"\b[ABCDEFGHJKLMPRSTUX][A-Z9][0-9]{7}\b", checks.is_dea, glue="-_"),
    _cued("vehicle", E.VEHICLE, r"vin|vehicle(?: id(?:entification)?)?|(?:license|licence|number|car|vehicle|registration) ?plate|plate|tag (?:number|no\b\.?|#)|(?:vehicle )?registration", short_code),
    Recognizer("plate", E.VEHICLE, Tier.CUED, rf"(?i)\b(?:plates?|licen[sc]e plates?|tag|registration){_SEP}((?:[A-Z]{{1,3}}[- ]?)?[A-Z0-9]{{2,4}}[- ][A-Z0-9]{{2,4}})\b", checks.has_digit),
    _cued("device", E.DEVICE, r"(?:device|implant|pacemaker|icd|pump|sensor|cgm|lead|generator|stimulator|prosthesis|monitor|ventilator|cochlear)?[ -]?serial|s/n|sn#?|udi|imei|device (?:id|identifier|number)|implant (?:id|number)|(?:lot|batch|model) ?(?:number|no\b\.?|#)|gtin", code),
    Recognizer("biometric", E.BIOMETRIC, Tier.CUED, rf"(?i)\b(?:finger ?prints?|retinal?(?: scan)?|iris(?: scan)?|voice ?prints?|face ?prints?|facial(?: recognition| template)?|palm ?(?:print|vein)s?|biometrics?|dna profile|gait)(?: (?:id|scan|hash|template|record|data|sample|code|file|reference|ref|signature)){{0,3}}{_SEP}{_VALUE}", short_code),
    _cued("other_id", E.OTHER_ID, r"accession(?: number| no\b\.?)?|encounter(?: number| id)?|study (?:id|number|subject)|subject(?: id| number)|participant(?: id| number)?|specimen(?: id| number)?|sample (?:id|number)|case (?:id|number|no\b\.?|#)|ticket|order (?:id|number|no\b\.?|#)|prescription (?:id|number|no\b\.?|#)|rx ?(?:number|no\b\.?|#)|visit (?:id|number|no\b\.?|#)|ref(?:erence)?\.? ?(?:code|id|number|no\b\.?|#)|confirmation (?:number|code)|employee (?:id|number)|student (?:id|number)|badge|user ?id|customer (?:id|number)|national id|nhs (?:number|no\b\.?)|registration (?:id|number)|(?:site|pt|record|unique|tracking|study|trial|donor|recipient|device|patient)[ -]?id", code),
    _said("id", E.OTHER_ID, r"id|i\.d\.|identifier|case|ref|reference|encounter|confirmation|tracking|csn|har|fin|identification"),
    Recognizer("username", E.OTHER_ID, Tier.CUED, r"(?i)\b(?:user ?name|login|log in|user|screen ?name|handle|account)\s?[:=]\s?[\"']?([a-z][a-z0-9]{0,30}(?:\.[a-z0-9]{1,30}){1,3}|@[a-z0-9_.]{2,40})\b"),
    Recognizer("uuid", E.OTHER_ID, Tier.CUED, r"(?i)\b(?:patients?|mrn|subject|encounter|person|member|participant|individual|client|resident)[\w ./\"']{0,16}[\s:=#/\"'-]{1,4}([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b"),
    Recognizer("prefixed_code", E.OTHER_ID, Tier.SHAPED, r"#[A-Z]{1,5}-[0-9]{4,12}\b|\b[A-Z]{2,4}-[0-9]{6,10}\b", code, glue="-_./"),
    *map(_lookalike, E),
)  # fmt: skip
