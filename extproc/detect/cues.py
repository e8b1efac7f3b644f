# ruff: noqa: E501 - a row of the table is one line
"""Words that announce a person's name, as patterns whose matches end where the name begins."""

from enum import IntEnum
from typing import Final, NamedTuple


class Cue(IntEnum):
    """How much a cue says. A stronger one accepts more words as a name."""

    FAINT = 0
    """``for``, ``like``, ``with``: a listed given name, or two capitalised words of which neither is known to be something else."""
    NEAR = 1
    """``patient``, ``hi``, ``wife``: a capitalised word that is not a common one, or a listed given name in lower case."""
    FIELD = 2
    """``name:`` alone, which names tools and variables too: as ``NEAR``, and any single word that is not known to be something else."""
    TITLE = 3
    """``doctor``, ``hello``: a capitalised word, also a common one that is a surname; listed names in lower case."""
    MISTER = 4
    """``Dr.``, ``mrs.``: as ``TITLE``, and in lower case also common words that are surnames."""
    LABEL = 5
    """``my name is``, ``Name:``: any word that is not a common one, in either case."""


class NameCue(NamedTuple):
    kind: Cue
    pattern: str


_ROLE = (
    r"(?:patient|pt|pts|client|resident|mother|father|mom|mum|dad|son|daughter|wife|husband|spouse|brother|sister|aunt|uncle|cousin|niece|nephew|"
    r"partner|friend|caregiver|carer|roommate|boyfriend|girlfriend|fiance|fiancee|grandmother|grandfather|grandma|grandpa|guardian|baby|infant|"
    r"man|woman|girl|boy|lady|gentleman|male|female|child|toddler|teen|adult|widow|widower|veteran|colleague|nurse|neighbor|neighbour|twin|grandson|granddaughter|grandchild|stepmother|stepfather|stepson|stepdaughter|godmother|godfather|phlebotomist|pharmacist|midwife|doula|paramedic|chaplain|receptionist|dietitian|hygienist|landlord|coworker|classmate)"
)
_FIELD = (
    r"(?:(?:patient|pt|full|first|last|given|family|middle|maiden|preferred|legal|birth|display|customer|client|member|subscriber|guarantor|provider|physician|doctor|"
    r"contact|user|account ?holder|card ?holder|insured|employee|student|caller|sender|recipient|mother'?s?|father'?s?|author|person)(?:'s)?[ _-]?)"
    r"(?:name|surname|forename|firstname|lastname|fname|lname|given|family)"
)
_ASSIGNED = r"[\"']?\s?(?:[:=]\s{0,3}[\"']?|\?\s)"
_PERSON_LABEL = (
    r"(?:patient|pt|client|attending(?: physician)?|referring(?: physician| provider)?|primary care(?: physician| provider)?|pcp|provider|physician|surgeon|"
    r"anesthesiologist|radiologist|pathologist|nurse|rn|np|therapist|emergency contact|next of kin|nok|guardian|mother|father|spouse|wife|husband|son|daughter|"
    r"signed(?: by)?|electronically signed(?: by)?|dictated(?: by)?|transcribed by|authored by|reviewed by|prepared by|attn|attention|contact|from|to|cc|employer contact|"
    r"proxy|witness|interpreter|caregiver|insured|subscriber|guarantor|beneficiary|user|author|resident|sincerely|regards|respectfully)"
)

_STRONG_LABEL = (
    r"(?:attending(?: physician)?|referring(?: physician| provider)?|referred by|primary care(?: physician| provider)?|pcp|surgeon|an(?:a)?esthesiologist|radiologist|pathologist|emergency contact|next of kin|nok|"
    r"electronically signed(?: by)?|dictated(?: by)?|transcribed by|authored by|reviewed by|prepared by|signed by|case manager|social worker|ordering(?: physician| provider)?|collected by|verified by|"
    r"paciente|paziente|patientin|pacjent(?:ka)?|hausarzt|huisarts|medico|proxy|witness|guarantor|subscriber)"
)

NAME_CUES: Final = (
    NameCue(Cue.MISTER, r"\b(?:D[Rr]s?|M[Rr]|M[Rr][Ss]|M[Ss]|Mx|Prof|Rev|Hon|Sgt|Capt|Lt|Mme|Mlle)(?:\s?\.\s?|\s)\s{0,2}"),
    NameCue(Cue.MISTER, r"(?:^|\n|[:,.;(>\]-]\s?|\b[a-z]{1,12} )(?:Sra?|Srta)(?:\s?\.\s?|\s)"),
    NameCue(Cue.MISTER, r"\b(?:drs?|mr|mrs|ms|prof)(?: ?\. ?| )"),
    NameCue(Cue.MISTER, r"\b(?:Drs|Profs|Messrs)\.?\s[A-Z][A-Za-z'-]+(?:, [A-Z][A-Za-z'-]+){0,3},? (?:and|&)\s"),
    NameCue(Cue.TITLE, r"(?i)(?:^|[^/A-Za-z])(?:hi|hello|hey|dear)\s?,?\s"),
    NameCue(Cue.TITLE, r"(?:\bHerrn?|\bFrau|\b[Dd]ona|\bDon|\b[Ss]enhora?|\bSenora?|\bSignora?|\bMadame|\bMonsieur|\bMiss|\bDoctor|\bdoctor|\bmiss|\bmister|\bMister|\bProfessor|\bprofessor|\bNurse|\bPastor|\bRabbi|\bImam|\bJudge|\bOfficer|\bDetective|\bSir|\bAunt|\bAuntie|\bUncle|\bGrandma|\bGrandpa)\s"),
    NameCue(Cue.LABEL, r"(?i)\b(?:my|his|her|their|the|your|patient'?s?|whose) (?:full |first |last |maiden |legal |real |middle |new |old |given |family )?(?:name|surname)(?: is|'s| was|:| to be| as)\s{1,2}"),
    NameCue(Cue.LABEL, rf"(?i)\b(?:{_FIELD}|(?:sur|fore)name|[fl]name|(?:first|last)name){_ASSIGNED}"),
    NameCue(Cue.FIELD, rf"(?i)\b(?:name|names|given|family){_ASSIGNED}"),
    NameCue(Cue.LABEL, r"(?i)\b(?:a\.?k\.?a\.?|nee|i go by|goes by|my name's|known as|signed,?|sincerely,|regards,|respectfully,|cheers,|yours truly,)\s{1,3}[\"'(]?"),
    NameCue(Cue.FIELD, rf"(?i)\b{_STRONG_LABEL}\s?:\s{{0,3}}"),
    NameCue(Cue.FIELD, r"(?i)\b(?:pt|pts|patient|paciente|paziente|patiente|pacjent(?:ka|ki|a)?|patientin|patienten|pasient(?:en)?|potilas|cc)\s\(?"),
    NameCue(Cue.LABEL, rf"(?i)\b{_ROLE},? (?:named|by the name of|whose name is)\s\(?"),
    NameCue(Cue.NEAR, rf"(?i)\b{_PERSON_LABEL}\s?:\s{{0,3}}"),
    NameCue(Cue.NEAR, r"(?i)\b(?:[ds]/w|(?:pcp|attending|surgeon|psychiatrist|cardiologist|oncologist|neurologist|therapist|interpreter|provider)(?: is| was| -)|(?:seen|dictated|signed|authored|supervised|evaluated|examined|accompanied) by(?: (?:his|her|their) [a-z]+)?|bb|bg|social worker|case manager)\s"),
    NameCue(Cue.NEAR, rf"(?i)\b{_ROLE}(?:,| is| was|'s name is|,? named|,? called|,? identified as|,? known as|\.)?\s\(?"),
    NameCue(Cue.FIELD, r"(?i)\bnamed\s"),
    NameCue(Cue.FAINT, r"(?i)\b(?:thanks|thank you|bye|goodbye|welcome|morning|afternoon|evening|okay|ok|alright|well)\s?,?\s"),
    NameCue(Cue.NEAR, r"(?i)\b(?:called|regarding|re:|meet|i'?m|i am|this is)\s"),
    NameCue(Cue.FAINT, r"(?i)\b(?:like|concerning|specifically(?: for)?|especially(?: for)?|including|it's|it is|said|asked|told|says|replied|by|for|about|with|tell|ask|contact|call|notes? (?:of|for|on)|records? (?:of|for|on)|case of|history of|chart (?:of|for)|to)\s"),
)  # fmt: skip
