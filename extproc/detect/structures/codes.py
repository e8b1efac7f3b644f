# ruff: noqa: E501 - one system a row
"""Codes of terminologies: which systems there are, and how their codes look.

A value is kept only where its system is one of these *and* it reads as one of that system's codes, so that an
identifier does not pass because somebody wrote a code system beside it: SNOMED's and LOINC's check digits are checked.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

Grammar = Callable[[str], bool]


def _of(pattern: str) -> Grammar:
    compiled = re.compile(pattern, re.ASCII)
    return lambda code: compiled.fullmatch(code) is not None


_D: Final = (  # the dihedral group that Verhoeff's check digit multiplies in
    *("0123456789", "1234067895", "2340178956", "3401289567", "4012395678"),
    *("5987604321", "6598710432", "7659821043", "8765932104", "9876543210"),
)
_P: Final = (
    "0123456789",
    "1576283094",
    "5803796142",
    "8916043527",
    "9453126870",
    "4286573901",
    "2793806415",
    "7046913258",
)


def is_snomed(code: str) -> bool:
    """6 to 18 digits, the last by Verhoeff's scheme. Compositional expressions are codes with their names in bars."""
    if not (code.isascii() and code.isdecimal() and 6 <= len(code) <= 18):
        return False
    check = 0
    for place, digit in enumerate(reversed(code)):
        check = int(_D[check][int(_P[place % 8][int(digit)])])
    return check == 0


_LOINC: Final = re.compile(r"(\d{1,7})-(\d)", re.ASCII)
_LOINC_PART: Final = re.compile(r"L[ALP]\d{1,7}-\d", re.ASCII)


def is_loinc(code: str) -> bool:
    """Digits and a check digit after the hyphen (Luhn's scheme); parts, lists and answers begin with two letters."""
    found = _LOINC.fullmatch(code)
    if found is None:
        return _LOINC_PART.fullmatch(code) is not None
    total = sum(sum(divmod(int(d) * (2 - place % 2), 10)) for place, d in enumerate(reversed(found[1])))
    return (10 - total % 10) % 10 == int(found[2])


_MNEMONIC: Final = _of(
    r"(?:[A-Za-z][A-Za-z_.:/-]*\d{0,4}){1,8}|\d{1,5}(?:[.-]\d{1,2})?|[A-Z]{0,3}\d{1,4}(?:\.[0-9A-Z]{1,4})?"
)
"""What small tables use: words, short numbers, letters with short numbers."""

_UNIT: Final = _of(r"[A-Za-z%/.*^\[\]{}()'\"#_0-9 µ+-]{1,40}")
_ICD: Final = _of(
    r"[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?|[EV]?\d{2,3}(?:\.\d{1,2})?|[0-9A-Z]{7}|[A-Z0-9]{4}(?:\.[A-Z0-9]{1,3})?"
)

_SYSTEMS: Final[tuple[tuple[str, str, Grammar], ...]] = (
    ("SNOMED", r"snomed|2\.16\.840\.1\.113883\.6\.96$|^SCT$|^SNM3?$", is_snomed),
    ("LOINC", r"loinc|2\.16\.840\.1\.113883\.6\.1$|^LN$", is_loinc),
    ("RxNorm", r"rxnorm|2\.16\.840\.1\.113883\.6\.88$", _of(r"\d{1,8}")),
    ("ICD", r"icd-?(?:9|10|11|o)|/icd|2\.16\.840\.1\.113883\.6\.(?:3|4|90|103|104|42)$|^I(?:9|10|11)C?P?M?$", _ICD),
    ("CVX", r"/cvx|2\.16\.840\.1\.113883\.12\.292$|^CVX$", _of(r"\d{1,3}")),
    ("MVX", r"/mvx|2\.16\.840\.1\.113883\.12\.227$|^MVX$", _of(r"[A-Z]{2,4}")),
    ("CPT", r"ama-assn|\bcpt|2\.16\.840\.1\.113883\.6\.12$|^C4$|^CPT", _of(r"\d{4}[0-9A-Z](?:-\d\d)?")),
    ("HCPCS", r"hcpcs|2\.16\.840\.1\.113883\.6\.285$|^HCPCS|^HPC$", _of(r"[A-Z]\d{4}|\d{5}")),
    ("NDC", r"/ndc|2\.16\.840\.1\.113883\.6\.69$|^NDC$", _of(r"\d{4,5}-\d{3,4}-\d{1,2}|\d{10,11}")),
    ("UCUM", r"unitsofmeasure|ucum|2\.16\.840\.1\.113883\.6\.8$|^UCUM$", _UNIT),
    ("NDF-RT, UNII, MED-RT", r"ndfrt|fdasis|2\.16\.840\.1\.113883\.(?:3\.26\.1\.5|4\.9|6\.345)$", _of(r"[A-Z]\d{9,12}|[A-Z0-9]{10}")),
    ("ATC", r"whocc\.no/atc|^ATC$", _of(r"[A-Z](?:\d\d(?:[A-Z]{1,2}(?:\d\d)?)?)?")),
    ("NUCC taxonomy", r"nucc|2\.16\.840\.1\.113883\.6\.101$", _of(r"[0-9]{3}[0-9A-Z]{6}X")),
    ("race and ethnicity", r"2\.16\.840\.1\.113883\.6\.238$|CDCREC|^HL70005$|^HL70189$", _of(r"\d{4}-\d|[A-Z]{1,4}|[HNU]")),
    ("languages", r"bcp:47|bcp47|iso:std:iso:639|iso639|2\.16\.840\.1\.113883\.6\.121$", _of(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")),
    ("DICOM", r"dicom", _of(r"\d{5,6}|[A-Z]{2,4}")),
    ("CMS variables", r"bluebutton\.cms\.gov", _of(r"https://bluebutton\.cms\.gov/[a-z_/]{1,80}|[0-9A-Z]{1,6}")),
    ("NCI", r"ncimeta|ncithesaurus|2\.16\.840\.1\.113883\.3\.26\.1\.\d$", _of(r"C\d{3,8}")),
    ("NUBC, X12, NCPDP", r"nubc|x12|ncpdp|2\.16\.840\.1\.113883\.6\.301\.\d+$", _of(r"[0-9A-Z]{1,5}")),
    ("HL7", r"terminology\.hl7\.org|hl7\.org/fhir|2\.16\.840\.1\.113883\.(?:5|12|1\.11|18)\.|^HL7\d{4}$|^L$|^99[A-Z0-9]{1,6}$", _MNEMONIC),
    ("other tables", r"/codesystem|/valueset|urn:iso|urn:ietf|2\.16\.840\.1\.113883\.6\.", _MNEMONIC),
)  # fmt: skip
_COMPILED: Final = tuple((re.compile(pattern, re.IGNORECASE), grammar) for _, pattern, grammar in _SYSTEMS)
_LONGEST: Final = 200


@lru_cache(maxsize=1024)
def _grammar(system: str) -> Grammar | None:
    return next((grammar for pattern, grammar in _COMPILED if pattern.search(system)), None)


def grammar(system: str) -> Grammar | None:
    """How codes of ``system`` look; ``None`` for a system nobody here knows. It is a URL, a URN, an OID, or HL7's short
    name of one."""
    return _grammar(system[:_LONGEST].strip()) if system else None


def is_code(system: str, code: str) -> bool:
    known = grammar(system)
    return known is not None and len(code) <= _LONGEST and known(code)


def is_unit(unit: str) -> bool:
    """A unit of measure rather than a word or a number: ``mg/dL``, ``10*3/uL``, ``mm[Hg]``."""
    return len(unit) <= 24 and _UNIT(unit) and sum(map(str.isdigit, unit)) <= 3
