# ruff: noqa: E501 - a row of the table is one line
"""Recognizers of the numbers by which states know their people.

Those with a form of their own and a check digit count by themselves; the others need their name before them. Numbers of
social insurance are of class G, others of class R. The check digits are python-stdnum's.
"""

from typing import Final

from stdnum import bitcoin
from stdnum.be import nn as belgian
from stdnum.br import cpf
from stdnum.ch import ssn as swiss
from stdnum.cl import rut
from stdnum.cn import ric
from stdnum.cz import rc
from stdnum.es import dni, nie
from stdnum.fi import hetu
from stdnum.fr import nir
from stdnum.in_ import aadhaar
from stdnum.it import codicefiscale
from stdnum.kr import rrn
from stdnum.mx import curp
from stdnum.my import nric
from stdnum.no import fodselsnummer
from stdnum.ro import cnp
from stdnum.se import personnummer
from stdnum.th import pin
from stdnum.za import idnr

from extproc.detect import checks
from extproc.detect.entities import EntityType as E
from extproc.detect.recognizer import Recognizer, Tier

_SAID: Final = r"\.?(?:[\s:=#\"'(-]{1,3}(?:(?:numbers?|no\b\.?|nr\b\.?|num\b|n[o.]|id|card|code|is|was|#|:)[\s:=#\"'(-]{1,3}){0,3})"
_SURELY: Final = r"\.?(?:[\s(]?(?:numbers?|no\b\.?|nr\b\.?|card|#|is)[\s:#]{1,3}){1,3}|\s?[:=#]\s{0,2}"
_VALUE: Final = r"([A-Z]{0,4} ?[0-9][0-9A-Z]*(?:[ ./-][0-9]{1,8}[A-Z]{0,3}){0,7}(?:[ -]?(?-i:[A-Z]{1,2})\b)?)"
_PLAIN: Final = (
    r"nhs|h&c|national (?:id|identity|identification)(?: card| number| document)?|identity card|codice fiscale|dni|cpf|aadha+r|uidai|personnummer|fodselsnummer|cpr|hetu|henkilotunnus|bsn|burgerservicenummer|"
    r"pesel|rodne cislo|curp|steuer-?id(?:entifikationsnummer)?|(?:tc )?kimlik|cedula|nric|oib|egn|cnp|jmbg|emirates id|iqama|cuit|cuil|ppsn|pps|tfn|hkid|cnic|kennitala|isikukood"
)
_WORDS: Final = r"pan|nie|nif|rg|rut|run|rfc|chi|my number|clave"
"""Names that are words or abbreviations of other things too."""
_INSURANCE: Final = r"national insurance|nino|ahv|avs|sozialversicherungsnummer|svnr|numero de securite sociale|securite sociale|insee|nss|nir"
_INSURANCE_WORDS: Final = r"sin|ni"


def indian(text: str) -> bool:
    """With Verhoeff's check digit, and not three years."""
    return bool(aadhaar.is_valid(text)) and not all(part[:2] in ("19", "20") for part in text.split())


def long_number(text: str) -> bool:
    return len(checks.digits(text)) >= 6


def _own(name: str, entity: E, pattern: str, check: "checks.Check") -> Recognizer:
    return Recognizer(name, entity, Tier.VALIDATED, rf"\b{pattern}\b", check, glue="-_./")


RECOGNIZERS: Final = (
    _own("national_it", E.OTHER_ID, r"[A-Z]{6}[0-9]{2}[A-EHLMPRST][0-9]{2}[A-Z][0-9]{3}[A-Z]", codicefiscale.is_valid),
    _own("national_es", E.OTHER_ID, r"(?:[0-9]{8}-?[A-Z]|[0-9]{2}\.[0-9]{3}\.[0-9]{3}-?[A-Z])", lambda text: dni.is_valid(text.replace(".", ""))),
    _own("national_es_foreign", E.OTHER_ID, r"[XYZ]-?[0-9]{7}-?[A-Z]", nie.is_valid),
    _own("national_br", E.OTHER_ID, r"[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}", cpf.is_valid),
    _own("national_in", E.OTHER_ID, r"[2-9][0-9]{3} [0-9]{4} [0-9]{4}", indian),
    _own("national_se", E.OTHER_ID, r"(?:19|20)?[0-9]{6}[-+][0-9]{4}", personnummer.is_valid),
    _own("national_no", E.OTHER_ID, r"[0-9]{6} ?[0-9]{5}", fodselsnummer.is_valid),
    _own("national_fi", E.OTHER_ID, r"[0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-Y]", hetu.is_valid),
    _own("national_cz", E.OTHER_ID, r"[0-9]{6}/[0-9]{4}", rc.is_valid),
    _own("national_mx", E.OTHER_ID, r"[A-Z]{4}[0-9]{6}[HM][A-Z]{5}[0-9A-Z][0-9]", curp.is_valid),
    _own("national_cl", E.OTHER_ID, r"[0-9]{1,2}\.[0-9]{3}\.[0-9]{3}-[0-9K]", rut.is_valid),
    _own("national_cn", E.OTHER_ID, r"[1-9][0-9]{16}[0-9X]", ric.is_valid),
    _own("national_kr", E.OTHER_ID, r"[0-9]{6}-[0-9]{7}", rrn.is_valid),
    _own("national_my", E.OTHER_ID, r"[0-9]{6}-[0-9]{2}-[0-9]{4}", nric.is_valid),
    _own("national_za", E.OTHER_ID, r"[0-9]{13}", idnr.is_valid),
    _own("national_ro", E.OTHER_ID, r"[1-9][0-9]{12}", cnp.is_valid),
    _own("national_th", E.OTHER_ID, r"[0-9]-[0-9]{4}-[0-9]{5}-[0-9]{2}-[0-9]", pin.is_valid),
    _own("national_be", E.OTHER_ID, r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}-[0-9]{3}\.[0-9]{2}", belgian.is_valid),
    _own("insurance_fr", E.SSN, r"[12] ?[0-9]{2} ?[0-9]{2} ?[0-9][0-9AB] ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}", nir.is_valid),
    _own("insurance_ch", E.SSN, r"756\.[0-9]{4}\.[0-9]{4}\.[0-9]{2}", swiss.is_valid),
    Recognizer("insurance_gb", E.SSN, Tier.SHAPED, r"\b[A-CEGHJ-PQR-TW-Z][A-CEGHJ-NPQR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\b", glue="-_./"),
    Recognizer("tax_in", E.OTHER_ID, Tier.SHAPED, r"\b[A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z]\b", glue="-_./"),
    Recognizer("wallet", E.ACCOUNT, Tier.VALIDATED, r"\b(?:bc1[a-z0-9]{25,60}|[13][1-9A-HJ-NP-Za-km-z]{25,34})\b", bitcoin.is_valid, glue="-_./"),
    Recognizer("national_cued", E.OTHER_ID, Tier.CUED, rf"(?i)\b(?:{_PLAIN}){_SAID}{_VALUE}", long_number, listed=True),
    Recognizer("national_said", E.OTHER_ID, Tier.CUED, rf"(?i)\b(?:{_WORDS})(?:{_SURELY}){_VALUE}", long_number),
    Recognizer("insurance_cued", E.SSN, Tier.CUED, rf"(?i)\b(?:{_INSURANCE}){_SAID}{_VALUE}", long_number),
    Recognizer("insurance_said", E.SSN, Tier.CUED, rf"(?i)\b(?:{_INSURANCE_WORDS})(?:{_SURELY}|\s){_VALUE}", lambda text: len(checks.digits(text)) in (6, 9)),
)  # fmt: skip
