# ruff: noqa: E501 - a row of the table is one line
"""Recognizers of names by what stands behind them, and of initials: ``Kowalczyk, MD``, ``patient J.R.``, ``A.B., a 45-year-old``.

Names before which something stands are found by cues (:mod:`extproc.detect.cues`). A family has its name between the article and the word. Not covered: initials without dots.
"""

import re
from typing import Final

from extproc.detect.common import COMMON as COMMON_WORDS
from extproc.detect.entities import EntityType as E
from extproc.detect.lexicon import is_word_form
from extproc.detect.recognizer import Recognizer, Tier
from extproc.detect.words import CLINICAL_NOUNS

_WORD: Final = r"(?:(?:Mc|Mac|O'|D'|De|Van)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?|[A-Z]{4,})"
_DEGREE: Final = (
    r"(?:M\.?D\b\.?|D\.O\.|DO\b|MBBS|MBChB|FRCP|FRCS|FACP|FACS|Ph\.?D\b\.?|PharmD|Pharm\.D\.|RPh|R\.?N\b\.?|BSN|LPN|LVN|CRNA|NP\b|FNP(?:-[A-Z]+)?|ARNP|APRN|DNP|CNM|CNS|AGNP|"
    r"PA-C|P\.A\.|DDS|DMD|DPM|OD\b|DC\b|PsyD|LCSW|LMFT|LPC|MSW|DPT|PT\b|OTR|OTR/L|CCC-SLP|RD\b|RDN|CNA|EMT|MA\b|PA\b)"
)
_NO_INITIALS: Final = frozenset(
    (
        "MD",
        "DO",
        "US",
        "USA",
        "PO",
        "AM",
        "PM",
        "IV",
        "NP",
        "RN",
        "PA",
        "ER",
        "UK",
        "DC",
        "IM",
        "SC",
        "BP",
        "HR",
        "OD",
        "OS",
    )
)


def surname(text: str) -> bool:
    """No part of it is an everyday, clinical or departmental word: ``Charge, RN``, ``Ortho, PA``."""
    words = re.findall(r"[A-Za-z'-]{2,}", text.lower())
    return not any(w in COMMON_WORDS or w in CLINICAL_NOUNS or w in _DEPARTMENTS or is_word_form(w) for w in words)


_DEPARTMENTS: Final = frozenset(
    (
        "ortho",
        "neuro",
        "cards",
        "onc",
        "psych",
        "peds",
        "endo",
        "rheum",
        "derm",
        "heme",
        "uro",
        "ophtho",
        "pulm",
        "renal",
        "attg",
        "anes",
    )
)


def initials(text: str) -> bool:
    return text.replace(".", "").replace(" ", "") not in _NO_INITIALS


RECOGNIZERS: Final = (
    Recognizer("name_before_degree", E.NAME, Tier.CUED, rf"\b({_WORD}), {_DEGREE}(?:[\s,.;:)/]|$)", surname),
    Recognizer("name_initial_degree", E.NAME, Tier.CUED, rf"\b((?:[A-Z]\.? ){{1,2}}{_WORD}),? {_DEGREE}(?:[\s,.;:)/]|$)", surname),
    Recognizer("name_family", E.NAME, Tier.CUED, rf"\b(?i:the|whole|entire) ({_WORD}) (?:family|siblings|household|brothers|sisters|kids|children)\b", surname),
    Recognizer("initials_cued", E.NAME, Tier.CUED, r"\b(?i:patients?|pts?|client|initials|named)(?: is|:| initials(?: are)?:?)?,?\s\(?((?:[A-Z]\.\s?){1,2}[A-Z]\.)", initials),
    Recognizer("initials_aged", E.NAME, Tier.CUED, r"\b((?:[A-Z]\.\s?){1,2}[A-Z]\.)(?:,| is| was)? (?:an? )?[0-9]{1,3}[- ]?(?:y|year|mo|month|week|day)", initials),
)  # fmt: skip
