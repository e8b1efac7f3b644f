"""Codes by which content says how confidential it is, as labels of our closed list.

The codes are HL7's: ``Confidentiality``, the sensitivities of ``ActCode``, and the tables of version 2. An ordinary
confidentiality is no label; a code that is not known here is :attr:`Label.UNKNOWN`, so that it is not lost.
"""

from collections.abc import Mapping
from typing import Final

from extproc.detect.labels import Label

_ORDINARY: Final = frozenset(
    ("U", "L", "M", "N", "UNRESTRICTED", "LOW", "MODERATE", "NORMAL", "1", "UC", "UN", "HTEST")
)
_SYNONYMS: Final[Mapping[str, Label]] = {
    "RESTRICTED": Label.RESTRICTED,
    "RE": Label.RESTRICTED,
    "3": Label.RESTRICTED,
    "4": Label.RESTRICTED,
    "5": Label.RESTRICTED,
    "S": Label.RESTRICTED,
    "PRS": Label.RESTRICTED,
    "2": Label.VERY_RESTRICTED,
    "VR": Label.VERY_RESTRICTED,
    "VERYRESTRICTED": Label.VERY_RESTRICTED,
    "VERY RESTRICTED": Label.VERY_RESTRICTED,
    "TBOO": Label.TABOO,
    "C": Label.CELEBRITY,
    "EM": Label.EMPLOYEE,
    "UWM": Label.BUSINESS,
    "PART2": Label.SUBSTANCE_USE_PART_2,
    "42CFRPART2": Label.SUBSTANCE_USE_PART_2,
    "42 CFR PART 2": Label.SUBSTANCE_USE_PART_2,
    "42CFRPART2CD": Label.SUBSTANCE_USE_PART_2,
    "ETHUD": Label.SUBSTANCE_USE,
    "OPIOIDUD": Label.SUBSTANCE_USE,
    "SUDTHER": Label.SUBSTANCE_ABUSE,
    "AOD": Label.SUBSTANCE_ABUSE,
    "DRG": Label.SUBSTANCE_ABUSE,
    "ALC": Label.SUBSTANCE_ABUSE,
    "D": Label.SUBSTANCE_ABUSE,
    "PSYCH": Label.PSYCHIATRY,
    "P": Label.PSYCHIATRY,
    "BH": Label.MENTAL_HEALTH,
    "MENCAT": Label.MENTAL_HEALTH,
    "SICKLE": Label.SICKLE_CELL,
    "DVD": Label.VIOLENCE,
    "DV": Label.VIOLENCE,
    "HIVAIDS": Label.HIV,
    "GENETICS": Label.GENETIC,
    "STI": Label.SEXUALLY_TRANSMITTED,
}
_LABELS: Final[Mapping[str, Label]] = {label.value.upper(): label for label in Label if label is not Label.UNKNOWN}
_LONGEST: Final = 40


def label_of(code: str) -> Label | None:
    """``None`` for what is ordinary and for no code at all."""
    code = code.strip(' "').upper()[:_LONGEST]
    if not code or code in _ORDINARY:
        return None
    return _LABELS.get(code) or _SYNONYMS.get(code) or Label.UNKNOWN
