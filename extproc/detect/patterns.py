# ruff: noqa: E501 - a row of the table is one line
"""Recognizers of numbers with a form of their own, and of every identifier that a word announces.

The identifier of a cue is ``VALUE``: letters, then a digit, then what belongs to it. A number that only looks like an
identifier (nine digits without a cue: a SNOMED code as easily as an MRN) is not a finding; once it is found beside a cue
it is found everywhere (:mod:`extproc.detect.propagation`).
"""

import re
from typing import Final

from extproc.detect import checks
from extproc.detect.common import COMMON as COMMON_WORDS
from extproc.detect.entities import EntityType as E
from extproc.detect.recognizer import Recognizer, Tier

_W = r"(?:[\s:=\"'()*`\-]{0,4}|\s?\.{2,60}\s?)"
_P = r"[\s:=\"'-]{0,4}"
_WORDS = r"(?:number|numbers|num\b\.?|no\b\.?|nr\b\.?|id\b|ids\b|identifier|code|#|is\b|was\b|of\b|on file|end(?:s|ing)(?: in| with)?|s/n|value\b|:)"
_SEP = rf"{_W}(?:{_WORDS}{_W}){{0,4}}?"
"""Between a cue and its value anything of this may stand."""
_SAID = rf"{_W}(?:{_WORDS}{_W}){{1,4}}?|{_W}[:=#]{_W}"
"""For cues that are everyday words: something must say that a value comes."""
_SPACED = (
    r"(?-i:[A-Z]{1,4}) [0-9]{2,6}(?: [0-9]{1,6}){1,3}\b|(?-i:[A-Z]{1,4}) [0-9]{5,12}\b|(?-i:[A-Z]{1,4}[0-9]{1,6}) [0-9]{4,8}(?: [0-9]{2,8})?\b|"
    r"[A-Z]?[0-9]{2,4}(?: [0-9]{2,5}){2,3}(?: (?-i:[A-Z]{2}))?\b|[2-6][0-9]{3} [0-9]{5} [0-9]\b|[0-9](?: [0-9]{3}){2,3}\b|[0-9]{3,4} [0-9]{3} [0-9]\b|"
    r"(?-i:[1-9][A-Z][A-Z0-9][0-9] [A-Z][A-Z0-9][0-9] [A-Z]{2}[0-9]{2})\b"
)
"""Blocks with blanks between: capitals and then digits, three blocks of digits, a Medicare identifier."""
_VALUE = rf"(#?(?:[0-9]\.[0-9]{{4,16}}e\+[0-9]{{1,2}}|{_SPACED}|(?:[A-Za-z]{{0,12}}[-_.]?(?:[A-Za-z]{{1,6}}[-_])?|(?-i:[A-Z]{{1,6}}[0-9]{{0,2}}-[A-Z]{{1,4}}))[0-9][A-Za-z0-9]*(?:[-_./][A-Za-z0-9]+){{0,6}}))"
_REGISTRIES: Final = re.compile(r"#?(?:NCT|PMID|PMC|ISBN|DOI|ICD|CPT|LOINC|RS|HGNC|CAS|RFC|ISO|CVE)[-_ .:]?[0-9]", re.I)
_MEASURE: Final = re.compile(
    r"(?<![0-9.,/x-])[.,/x-]*+[0-9][0-9.,/x-]*+(?:mg|mcg|ml|kg|g|lbs?|mm|cm|hz|bpm|h|hrs?|min|days?|am|pm|st|nd|rd|th|k|s)$",
    re.I,
)
_RANGE: Final = re.compile(r"#?([1-9][0-9.,]{0,5})-([0-9.,]{1,6})")
_WIDEST_RANGE: Final = 100
"""What ends a range is at most so many times what begins it: ``34-4328`` is none."""
_DAY: Final = re.compile(r"[0-9]{1,2}[/.][0-9]{1,2}[/.]|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COMPOUNDS: Final = re.compile(
    r"(?:NCT|NDA|BLA|IND|US|PMID|PMC|GSE|GSM|SRR|SRP|CHEMBL|CID|CAS|BMS|LY|GSK|PF|RO|JNJ|SAR|BI|AZD|MK|TAK|ABT|ONO|CP|SB|GS|MEDI|REGN|AMG|UMIN|DRKS|CTRI|OMIM|MIM|HP|GO|CHEBI|UNII|ISO|EN)-?[0-9]"
)
_CODED: Final = (
    r"cpt|icd(?:-?(?:9|10|11))?(?:-?(?:cm|pcs))?|hcpcs|loinc|snomed|rxnorm|ndc|billing|procedure|diagnosis|diagnostic|dx|drg|revenue|zip|postal|post|area|country|status|error|source|"
    r"phone|fax|telephone|mobile|cell|contact|callback|pager|extension|part|catalog(?:ue)?|page|figure|table|question|chapter|section|version|model|atomic|copy|total|large|small|"
    r"room|bed|floor|protein|gene|cas|ec|isbn|issn|pmid|doi|nct|trial|study|lot|batch|dose|sample size|in"
)
_LEAST_DIGITS: Final = 6
_LABEL: Final = re.compile(r"(?:ID|NO|NR|NUM|MRN|PT|SN|DOB|DOS|SSN|REF|ACCT|PHN) ")
_BLOCKS: Final = re.compile(r"[A-Za-z0-9]+")
_YEAR_LAST: Final = re.compile(r"-(?:19|20)[0-9]{2}$")
_FOUR_BLOCKS: Final = re.compile(r"[A-Z]{2}[- ]?[0-9]{1,2}[- ]?[A-Z]{1,3}[- ]?[0-9]{4}")
"""As India writes them."""
_SPINE: Final = re.compile(r"(?:[CTLS][0-9]{1,2}[- ]?)+|G[0-9]{1,2}P[0-9]{1,4}", re.I)
"""Vertebrae, between which a plate lies as well; pregnancies and births."""
_TRIAL: Final = re.compile(r"\b(?:trial|study|protocol|cohort|grant|patent)(?: [A-Za-z]+)? $", re.I)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")


def code(text: str) -> bool:
    return checks.is_code(text) and not _REGISTRIES.match(text) and not _MEASURE.fullmatch(text)


def serial(text: str) -> bool:
    """Behind a device's label, where a maker's letters may be those of a registry: ``S/N ICD-510622``."""
    return checks.is_code(text) and not _MEASURE.fullmatch(text)


def broken(text: str) -> bool:
    """A number that goes on in the next line: neither part is long enough to be all of it."""
    first, second = text.split("\n")
    whole = len(checks.digits(first)), len(checks.digits(second))
    return whole[0] <= 5 and whole[1] <= 6 and 6 <= sum(whole) <= 10 and not _YEAR.fullmatch(second.strip())


def long_code(text: str) -> bool:
    """For everyday cues: not a year, not a small number."""
    return code(text) and not _YEAR.fullmatch(text) and len(text.strip("#")) >= 5


def short_code(text: str) -> bool:
    return checks.has_digit(text) and len(text.strip("#-./ ")) >= 3 and not _MEASURE.fullmatch(text)


def ranges(text: str) -> bool:
    """``5-10``, ``1.5-2``, but neither ``55181-6`` nor ``34-4328``."""
    found = _RANGE.fullmatch(text)
    if found is None:
        return False
    first, last = (checks.digits(part) for part in found.groups())
    if len(first) != len(found[1]) or len(last) != len(found[2]) or len(first) + len(last) < _LEAST_DIGITS:
        return True
    return int(first) < int(last) <= _WIDEST_RANGE * int(first)


def strong_code(text: str) -> bool:
    """Right behind an everyday word: letters in capitals with digits, or six digits; no range and no year."""
    number = checks.digits(text)
    lettered = any(char.isupper() for char in text) and len(number) >= 3
    return code(text) and not ranges(text) and not _DAY.match(text) and (lettered or len(number) >= _LEAST_DIGITS)


def strong_visit(text: str) -> bool:
    """The same, or five digits."""
    return strong_code(text) or (text.isdigit() and len(text) >= 5)


def chart_code(text: str) -> bool:
    """The same, and no UUID."""
    return strong_code(text) and len(text) <= 24


def plate(text: str) -> bool:
    """One to four blocks of four to eight characters, letters and digits; letters in blocks of three at most."""
    if _FOUR_BLOCKS.fullmatch(text):
        return True
    blocks = text.replace("-", " ").split()
    plain = "".join(blocks)
    if not 4 <= len(plain) <= 8 or len(checks.digits(plain)) < 2 or _MEASURE.fullmatch(plain) or _SPINE.fullmatch(text):
        return False
    if plain.isdigit():
        return len(plain) > 4  # no year
    return plain == plain.upper() or not any(
        (len(block) > 3 and block.isalpha()) or block.lower() in COMMON_WORDS for block in blocks
    )


def first_plate(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The first of the blocks in ``[start, end)`` that are a plate together, and as many as are one."""
    blocks = [block.span() for block in _BLOCKS.finditer(text, start, end)]
    for at, (begin, _) in enumerate(blocks):
        for _, stop in reversed(blocks[at : at + 4]):
            if plate(text[begin:stop]):
                return begin, stop
    return None


def lettered_plate(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Behind a car, where any number may follow: capitals and digits."""
    found = first_plate(text, start, end)
    return found if found and re.search("[A-Z]", text[found[0] : found[1]]) else None


def unregistered(text: str) -> bool:
    """Letters and many digits that no registry of studies, genes or compounds writes so."""
    return code(text) and not _COMPOUNDS.match(text)


def of_no_year(text: str) -> bool:
    """Nor one of a year: ``FY-24-2025``."""
    return unregistered(text) and not _YEAR_LAST.search(text)


def of_no_trial(text: str, start: int, end: int) -> bool:
    """``trial Alliance A021806`` is no patient's."""
    return _TRIAL.search(text, max(0, start - 30), start) is None


def numbered(text: str) -> bool:
    return long_code(text) and not ranges(text) and not _DAY.match(text)


def secret(text: str) -> bool:
    return checks.has_digit(text) and any(char.isalpha() for char in text)


def unlabelled(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the word before a number that says what it is: ``ID 912334471``."""
    label = _LABEL.match(text, start, end)
    return (label.end() if label else start), end


def _cued(name: str, entity: E, cue: str, check: "checks.Check" = code) -> Recognizer:
    return Recognizer(
        name, entity, Tier.CUED, rf"(?i)(?:\b|_)(?:{cue}){_SEP}{_VALUE}", check, narrow=unlabelled, listed=True
    )


def _said(name: str, entity: E, cue: str, check: "checks.Check" = long_code) -> Recognizer:
    return Recognizer(
        name, entity, Tier.CUED, rf"(?i)\b(?:{cue})(?:{_SAID}){_VALUE}", check, narrow=unlabelled, listed=True
    )


def _lookalike(entity: E) -> Recognizer:
    """``[DEVICE_PX000123]``: what looks like a surrogate and is none, for whatever no other row reads there."""
    words = entity.value.replace("_", "[-_]")
    return Recognizer(
        "lookalike", entity, Tier.LISTED, rf"\[{words}[:_]([0-9A-Za-z().+ /#_-]{{3,40}})\]", checks.has_digit
    )


RECOGNIZERS: Final = (
    # Numbers with a form or a check digit of their own
    Recognizer("ssn_dashed", E.SSN, Tier.SHAPED, r"\b[0-9]{3}(?:-\s?[0-9]{2}-\s?| [0-9]{2} )[0-9]{4}\b", glue="-_."),
    Recognizer("ssn_hidden", E.SSN, Tier.SHAPED, r"[Xx*#]{3}-[Xx*#]{2}-[0-9]{4}\b"),
    Recognizer("imei", E.DEVICE, Tier.VALIDATED, r"(?i)\bimei\b[^0-9\n]{0,12}([0-9]{15})\b", checks.is_imei),
    Recognizer("card", E.ACCOUNT, Tier.VALIDATED, r"\b[1-6][0-9]{3}(?:[ -]?[0-9]{2,6}){2,4}\b", checks.is_card, glue="-_."),
    Recognizer("iban", E.ACCOUNT, Tier.VALIDATED, r"\b[A-Z]{2}[0-9]{2} ?[A-Z0-9]{4}(?: ?[A-Z0-9]{1,4}){2,7}\b", checks.is_iban),
    Recognizer("mbi", E.HEALTH_PLAN, Tier.SHAPED, r"\b[1-9][A-Z][A-Z0-9][0-9][- ]?[A-Z][A-Z0-9][0-9][- ]?[A-Z]{2}[0-9]{2}\b", lambda text: checks.is_mbi(text.replace(" ", ""))),
    Recognizer("vin", E.VEHICLE, Tier.VALIDATED, r"\b[A-HJ-NPR-Z0-9]{17}\b", checks.is_vin, glue="-_"),
    Recognizer("udi", E.DEVICE, Tier.VALIDATED, r"\(01\)[0-9]{14}(?:\((?:10|11|17|21)\)[A-Za-z0-9-]{1,20}){0,4}", checks.is_gtin),
    # Announced by a word
    Recognizer("photo", E.PHOTO, Tier.CUED, r"(?i)\b(?:photo(?:graph)?s?|headshot|portrait|selfie|mugshot|face(?: image)?|picture|pics?|avatar|image|img)\b[^\n\x00]{0,24}?\b([a-z0-9][\w:-]*\.(?:jpe?g|png|heic|gif|tiff?|bmp|webp|dcm))\b"),
    Recognizer("ssn_cued", E.SSN, Tier.CUED, rf"(?i)(?:\b|_)(?:ssn|ss#|ss no\.?|s\.s\.n\.?|soc(?:ial)?\.? sec(?:urity|\.)?|soc(?:ial)?\.?|itin|tax(?:payer)? ?id|tin){_SEP}([0-9]{{3}}[-. ]?\s?[0-9]{{2}}[-. ]?\s?[0-9]{{4}}(?:\.0{{1,4}})?|[0-9]{{3}}-?[0-9]{{2}}-?[Xx*]{{4}}|[0-9]{{7,8}}(?:\.0{{1,4}})?|[0-9]\.[0-9]{{4,8}}e\+?0?[678]|[Xx*]{{3,5}}-?[Xx*]{{0,2}}-?[0-9]{{4}})\b"),
    Recognizer("ssn_last_four", E.SSN, Tier.CUED, r"(?i)\b(?:ssn|ss#|ss|social security|social)(?:\b|#)[\w (]{0,16}(?:last (?:four|4)|end(?:s|ing)(?: in)?)[\w: )]{0,8}\b([0-9]{4})\b"),
    Recognizer("ssn_last_four_of", E.SSN, Tier.CUED, r"(?i)\blast (?:four|4)(?: digits)?(?: of| \()?[\w ]{0,12}?\b(?:ssn|social(?: security)?(?: number)?)\)?(?: is|:)?\s{1,2}([0-9]{4})\b"),
    Recognizer("last_four", E.SSN, Tier.CUED, r"(?i)\blast (?:four|4)(?: digits)?(?: is| are|:| of)?\s([0-9]{4})\s{0,1}(?:[.,;)?!\n]|$)"),
    _cued("mrn", E.MRN, r"e?mrns?|mrn#|m[. ]r[. ]n\.?|mr ?#|mr (?:number|no\b\.?)|med(?:ical)?[ .-]?rec(?:ord)?s?|patient[ -]?(?:id|number|no\b\.?|identifier|#)|pt\.? ?(?:id|#|no\b\.?)|chart|health record|hosp(?:ital)?\.? (?:number|num|no\b\.?|id|#)|(?:unit|ur) (?:number|no\b\.?)|uhid|e?mpi", short_code),
    _said("record", E.MRN, r"record|records|file|pid|epi|crn|urn"),
    Recognizer("record_under", E.MRN, Tier.CUED, rf"(?i)\b(?:under|as|see|per) (?:the )?(?:record|file|chart)s? {_VALUE}", long_code),
    _cued("health_plan", E.HEALTH_PLAN, r"medicare|medicaid|mbi|hicn|hicno|ohip|phn|kvnr|krankenversicherten(?:nummer|nr)|ihi|rx ?gro?u?p|grp|(?:prior )?auth(?:orization)? ?(?:number|no\b\.?|#|code|id)|(?:health|insurance|ins\.?|member|subscriber|beneficiary|policy|plan|group|payer|coverage|claim|cigna|aetna|humana|anthem|tricare|bcbs|blue (?:cross|shield)|hbn|hpn|hmo|ppo|uhc|medicare|medicaid|care)[ -]?(?:plan|policy|card|member|subscriber|beneficiary|group|holder|insurance)?(?:[ -]?(?:id|number|no\b\.?|#))|(?:medicare|health|insurance) card", code),
    Recognizer("dependent", E.HEALTH_PLAN, Tier.CUED, r"(?i)\b(?:id|member|subscriber|policy|insurance|medicaid)(?: id| number| no\.?| #)?[\s:#]{1,3}([A-Z]{0,3}[0-9]{6,11} 0[0-9])(?:[\s,;.)]|$)"),
    Recognizer("payer_code", E.HEALTH_PLAN, Tier.CUED, rf"(?i)\b(?:bcbs|blue (?:cross|shield)|aetna|cigna|humana|uhc|united ?health ?care|anthem|tricare|molina|wellcare|medi-?cal|masshealth|highmark|amerigroup|vers(?:icherungs|icherten)?[.-]{{1,2}}(?:nr|nummer)|hcn|hin|carte vitale)\.?[:\s#]{{1,3}}{_VALUE}", strong_code, narrow=unlabelled),
    _said("health_plan_said", E.HEALTH_PLAN, r"insurance|health ?insurance|health plan|policy|member|memberid|subscriber|beneficiary|insured|hbn|hpn|hmo|ppo|payer|coverage|claim|plan"),
    Recognizer("health_plan_code", E.HEALTH_PLAN, Tier.CUED, r"(?i)\b(?:insurance|insured|health plan|policy|coverage|plan)(?: [a-z]{2,10}){0,2} (#?[A-Z]{1,4}-?[0-9]{5,12}|#[A-Z0-9-]{4,20})\b", code),
    _cued("account", E.ACCOUNT, r"acct|a/c|account (?:number|no\b\.?|#|id)|bank account|routing(?: number)?|aba|sort code|iban|swift|invoice|bill(?:ing)? (?:id|number|no\b\.?|account|#)|guarantor(?: number| id)?|(?:credit|debit|bank|visa|amex|gift) ?card(?: number| no\b\.?| #)?|card(?: number| no\b\.?| #)|card", code),
    _said("account_said", E.ACCOUNT, r"account|card|payment|transaction|visa|mastercard|amex|receipt|statement"),
    Recognizer("card_cued", E.ACCOUNT, Tier.CUED, r"(?i)\b(?:card|visa|mastercard|amex|cc|debit|credit|bank account|transfer|pan)\b[^0-9\n]{0,30}\b([0-9]{4}(?:[ -]?[0-9]{2,6}){1,4})\b", lambda text: 10 <= len(checks.digits(text)) <= 19),
    Recognizer("card_ending", E.ACCOUNT, Tier.CUED, r"(?i)\b(?:card|visa|mastercard|amex|debit|credit|account|acct|checking|savings)\b\.?[a-z ]{0,14} end(?:s|ing)(?: in| with)? #?([0-9]{4})\b"),
    Recognizer("bank_code", E.ACCOUNT, Tier.CUED, r"(?i)\b(?:swift|bic)(?: code)?[\s:/]{1,3}((?-i:[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?))\b"),
    _cued("license", E.LICENSE, r"(?:driver'?s?'?|drivers|medical|nursing|professional|state|pharmacy|physician|board) ?licen[sc]e|licen[sc]e|lic\b\.?|dl#?|cdl|dea|npi|passport|certificate|certification|permit|upin|credential|(?:gmc|nmc|gdc|hcpc|ahpra|bar)(?: number| no\b\.?| pin| #)|clia|(?:alien|visa|green card|state) ?(?:number|no\b\.?|id|#)|green card", code),
    Recognizer("license_of_state", E.LICENSE, Tier.CUED, r"(?i)\b(?:dl|licen[sc]e)(?: number| no\.?| #)?[\s:#]{1,3}(?-i:[A-Z]{2}) ([A-Z]?[0-9][0-9-]{4,14})\b"),
    Recognizer("npi", E.LICENSE, Tier.VALIDATED, r"(?i)\bnpi\b[^0-9\n]{0,12}([12][0-9]{9})\b", checks.is_npi),
    Recognizer("dea", E.LICENSE, Tier.VALIDATED, r"\b[ABCDEFGHJKLMPRSTUX][A-Z9][0-9]{7}\b", checks.is_dea, glue="-_"),
    _cued("vehicle", E.VEHICLE, r"vin|vehicle id(?:entification)?|(?:license|licence|number|car|vehicle|registration) ?plates?|tag (?:number|no\b\.?|#)|(?:vehicle )?registration", short_code),
    Recognizer("plate", E.VEHICLE, Tier.CUED, r"(?i)\b(?:(?:licen[sc]e |number )?plates?|tag|reg(?:istration)?|kennzeichen)\b\.?(?: (?:number|no\b\.?|#))?[\s:=#?\"'(-]{1,4}((?:[A-Z0-9]{1,8}[- ]){0,4}[A-Z0-9]{1,8})\b", narrow=first_plate),
    Recognizer("plate_of_car", E.VEHICLE, Tier.CUED, r"\b(?:[Cc]ar|van|[Mm]inivan|[Tt]ruck|[Pp]ickup|SUV|[Ss]edan|[Mm]otorcycle|[Tt]axi|F-?150|Civic|Accord|Camry|Corolla|Prius|Altima|Jetta|Tesla|Toyota|Honda|Subaru|Chevy)[ ,:(]{1,3}((?:[A-Z0-9]{1,4}[- ]){0,3}[A-Z0-9]{1,7})\b", narrow=lettered_plate),
    _cued("device", E.DEVICE, r"(?:device|implant|pacemaker|icd|pump|sensor|cgm|lead|generator|stimulator|prosthesis|monitor|ventilator|cochlear)?[ -]?serials?|s/n|sn#|sn\b|udi|imei|device (?:id|identifier|number)|implant (?:id|number)|(?:lot|batch|model) ?(?:number|no\b\.?|#)|gtin", serial),
    Recognizer("biometric", E.BIOMETRIC, Tier.CUED, rf"(?i)\b(?:(?:finger|hand|thumb) ?prints?|retinal?(?: scan)?|iris(?: scan)?|voice ?prints?|face ?(?:prints?|scan|template|id)|facial(?: recognition| template)?|palm ?(?:print|vein)s?|biometrics?|dna (?:profile|sample)|gait (?:id|template|signature|profile))(?:[ _](?:id|scan|hash|template|record|data|sample|code|file|reference|ref|signature)){{0,3}}{_SEP}{_VALUE}", short_code),
    _cued("other_id", E.OTHER_ID, r"accessions?(?: numbers?| no\b\.?)?|encounters?(?: numbers?| id)?|study (?:id|number|subject)|subject(?: id| number)|participant(?: id| number)?|specimens?(?: id| numbers?)?|sample (?:id|number)|case (?:id|number|no\b\.?|#)|cases #|ticket|orders? (?:id|numbers?|no\b\.?|#)|prescription (?:id|number|no\b\.?|#)|rx ?(?:number|no\b\.?|#)|visit (?:id|number|no\b\.?|#)|ref(?:erence)?\.? ?(?:code|id|number|no\b\.?|#)|confirmation (?:number|code)|(?:employee|staff) ?(?:id|number|#)|student (?:id|number)|badge|user ?id|customer (?:id|number)|registration (?:id|number)|(?:inmate|prisoner|military|dod|veteran|va|incident|donor|recipient|tracking) ?(?:id|number|no\b\.?|#)|barcode|wristband|docket(?: number| no\b\.?| #)?|edipi|(?:site|pt|record|unique|tracking|study|trial|donor|recipient|device|patient)[ -]?id", code),
    _said("id", E.OTHER_ID, r"id|i\.d\.|identifier|case|encounter|confirmation|tracking|csn|har|fin|identification"),
    Recognizer("visit_code", E.OTHER_ID, Tier.CUED, r"\b(?:CSN|HAR|FIN|CRN|EMPI)[\s:#]{1,3}(?:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b)", listed=True),
    Recognizer("visit_number", E.OTHER_ID, Tier.CUED, rf"\b(?:CSN|HAR|FIN|CRN|EMPI)[\s:#]{{1,3}}{_VALUE}", strong_visit, listed=True),
    Recognizer("named_code", E.OTHER_ID, Tier.CUED, rf"(?i)\b(?:subject|donor|case|reference|referral|ref|(?-i:ID)|confirmation|tracking|incident|sample|client|claim|order|appeal|auth|report|unit|pnr|ins|bill|consent|permit|report)\.?[:\s]{{1,3}}{_VALUE}", strong_code, listed=True),
    Recognizer("plan_code", E.HEALTH_PLAN, Tier.CUED, rf"(?i)\b(?:beneficiary|medicare|medicaid|insurance|ins|member|insured|auth|policy|group|subscriber|plan|coverage|payer)\.?[:\s#]{{1,3}}{_VALUE}", strong_code, narrow=unlabelled),
    Recognizer("device_code", E.DEVICE, Tier.CUED, rf"(?i)\b(?:devices?|serials?|implant|pacemaker|pump|machine|transmitter|receiver|wheelchair|loaner|cpap|bipap|concentrator|hearing aid|processor|stimulator|micra|s/n)(?: s/n| sn)?[:\s(#]{{1,3}}{_VALUE}", strong_code, listed=True),
    Recognizer("mrn_broken", E.MRN, Tier.CUED, r"(?i)\b(?:mrns?|medical record(?: number| no\.?)?|patient (?:id|number)|chart(?: number| no\.?)?|record number)[:# ]{1,3}([0-9]{2,5}-?\n[ >]{0,4}[0-9]{2,6})\b(?:[,;.)]|\s*\n|\s*$)", broken),
    Recognizer("chart_code", E.MRN, Tier.CUED, rf"(?i)(?:\b(?:n\.?o? ?)?historia(?: clinica)?|(?-i:\bN?HC\b|\bMR\b)|\bpatients?|\bpts?)[:\s#=]{{1,3}}{_VALUE}", chart_code),
    Recognizer("license_spaced", E.LICENSE, Tier.CUED, r"(?i)\b(?:dea|licen[sc]e|lic\.?|certificate|passport|permit|value)(?: number| no\.?| #)?[:\s#]{1,3}((?-i:[A-Z]{1,2} [0-9]{6,9}(?: [A-Z]\b)?))"),
    Recognizer(
        "numbered", E.OTHER_ID, Tier.CUED,
        rf"(?i)\b(?:{_CODED}) (?:codes?|numbers?|no\.?|#)|\b[a-z]{{2,15}}(?:[a-z](?:\.? (?:number|no\.|nr\.?|#|code|id)|\.?(?:no\.|-?nr\.?|#))|(?-i:[a-z](?:Number|Nr|Code|I[dD])))(?:(?: for (?:this|your|the|my) [a-z]{{2,12}})? is|:)?[\s:]{{1,3}}{_VALUE}", numbered, listed=True,
    ),
    Recognizer("answered", E.OTHER_ID, Tier.CUED, rf"(?i)\b(?:mrn|id|number|policy|dea|npi|account|plate|licen[sc]e|ssn|social|card)(?: (?:of|on|for) [a-z' ]{{2,24}})?\s?\?\s{{1,3}}(?:\[?[a-z_ ]{{2,16}}(?:\]\s?:?|:)\s)?(?:(?:it'?s|yes|sure|uh|um)[ ,.]{{1,3}}){{0,3}}{_VALUE}", strong_code),
    Recognizer("in_brackets", E.OTHER_ID, Tier.SHAPED, r"\b[A-Za-z][a-z]+\.? \(([0-9]{7,10})\)", lambda text: not text.endswith("000")),
    Recognizer("lot", E.DEVICE, Tier.CUED, rf"\b(?i:lots?|kit)[:\s#]{{1,3}}{_VALUE}", strong_code),
    Recognizer("account_code", E.ACCOUNT, Tier.CUED, rf"(?i)\b(?:account|guarantor)[:\s]{{1,3}}{_VALUE}", strong_code, listed=True),
    Recognizer("confirmation", E.OTHER_ID, Tier.CUED, r"(?i)\b(?:confirmation|booking|locator|reservation)(?: code| number| #)?(?: is)?[:\s#]{1,3}((?-i:[A-Z0-9]{5,10}))\b", secret),
    Recognizer("pin", E.OTHER_ID, Tier.CUED, r"\b(?:PIN|[Pp]asscode|(?:locker|door|key|gate|access|entry|alarm) code)(?: code| number)?(?: is|:)?\s([0-9]{4,8})\b"),
    Recognizer("secret", E.OTHER_ID, Tier.CUED, r"(?i)\b(?:api[ _-]?key|secret(?: key)?|access[ _-]?token|token|bearer|password|passwd|pwd)(?:\s?[:=]|\sis)?\s?[\"']?([a-z0-9_][\w.!@$%^&*+/=-]{5}[\w.!@$%^&*+/=-]*)", secret),
    Recognizer("secret_shaped", E.OTHER_ID, Tier.SHAPED, r"\b(?:sk-[A-Za-z0-9_-]{20}[A-Za-z0-9_-]*|gh[pousr]_[A-Za-z0-9]{30,60}|AKIA[0-9A-Z]{16}|xox[abp]-[0-9A-Za-z-]{10}[0-9A-Za-z-]*|eyJ[A-Za-z0-9_-]{10}[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)", checks.has_digit),
    Recognizer("uuid", E.OTHER_ID, Tier.CUED, r"(?i)\b(?:patients?|mrn|subject|encounter|person|member|participant|individual|client|resident)[\w ./\"']{0,16}[\s:=#/\"'-]{1,4}([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b"),
    Recognizer("prefixed_code", E.OTHER_ID, Tier.SHAPED, r"#[A-Z]{1,5}-[0-9]{4,12}\b|\b[A-Z]{1,4}-?[0-9]{6,10}[A-Z]?\b", unregistered, glue="-_./", beside=of_no_trial),
    Recognizer("accession", E.OTHER_ID, Tier.SHAPED, r"\b[A-Z]{1,3}-?[0-9]{2}-[0-9]{4,7}\b", of_no_year, glue="-_./"),
    Recognizer("path_of", E.MRN, Tier.CUED, r"(?i)/(?:patients?|members?|encounters?|subjects?|persons?|users?|accounts?)/((?:[A-Z]{1,4}[-_]?)?[0-9][A-Z0-9-]{4,40})\b", lambda text: not text.endswith("000")),
    Recognizer("mrn_joined", E.MRN, Tier.SHAPED, r"(?i)\bmrn-?[0-9]{4,12}\b"),
    Recognizer("photo_taken", E.PHOTO, Tier.SHAPED, r"(?i)\b(?:IMG|DSCN?|PXL|DCIM|MVIMG)[_:-]?[0-9][0-9_:-]{3,24}\.(?:jpe?g|png|heic|dng|tiff?)\b"),
    Recognizer("photo_named", E.PHOTO, Tier.SHAPED, r"(?i)\b[\w:-]*(?:face|photo|portrait|headshot|patient|selfie)[\w:-]*\.(?:jpe?g|png|heic|gif|tiff?|bmp|webp)\b"),
    *map(_lookalike, E),
)  # fmt: skip
