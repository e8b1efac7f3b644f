# ruff: noqa: E501, SIM905 - a list of literals would be a line a word
"""Given names that are words too (``Will``, ``Hope``, ``rose``), told by what is said around them.

What only a person does, is or has stands behind (``Will needs``, ``Dawn is having``, ``Rich's creatinine``, ``hope's
mom``), or what is done with a person before (``saw Rose yesterday``, ``can Mark take``, ``tell autumn her labs``).
Not covered: such names where nothing of this stands beside them.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from extproc.detect.entities import EntityType
from extproc.detect.lexicon import ALWAYS, COMMON, FIRST, UNSURE
from extproc.detect.recognizer import Recognizer, Tier

_KIN: Final = (
    r"(?:mom|mother|mum|dad|father|parents?|wife|husband|spouse|partner|son|daughter|sister|brother|siblings?|family|grandma|grandpa|grandmother|grandfather|"
    r"aunt|uncle|niece|nephew|cousin|caregiver|guardian|fiancee?|boyfriend|girlfriend)"
)
_OWNED: Final = (
    r"(?:labs?|bloodwork|creatinine|potassium|sodium|glucose|sugars?|a1c|inr|tsh|hgb|hemoglobin|bp|blood|pressure|heart|pulse|temp(?:erature)?|weight|oxygen|"
    r"meds|medications?|prescriptions?|refills?|insulin|dose|chart|records?|file|mrn|dob|ssn|birthday|age|allerg(?:y|ies)|appointment|appt|visit|insurance|"
    r"room|bed|mri|ct|x-?ray|echo|ekg|biopsy|results?|surgery|wound|rash|fever|cough|pain|symptoms?|seizures?|asthma|diabetes|cancer|pregnancy|"
    r"doctor|nurse|pcp|phone|number|email|address|school|teacher|house|condition|history|diagnosis|discharge|stroke|infection|report|note)"
)
_DOES: Final = (
    r"(?:needs|wants|takes|says|states|reports|denies|complains|c/o|presents|refuses|declines|lives|thinks|feels|asks|requests|endorses|smokes|drinks|"
    r"weighs|vapes|works|sleeps|uses|prefers|agrees|understands|tolerates|remembers)"
)
"""In the third person; behind a modal verb (``will needs``) it is no grammar."""
_DID: Final = (
    r"(?:fell|called|came|went|took|told|said|asked|stopped taking|started taking|missed|vomited|woke|got|had|has|lost (?:weight|consciousness)|gained|tried|developed|"
    r"tolerated|underwent|reported|denied|presented|complained|refused|declined|passed away|died|returned|arrived|tested)"
)
_STATE: Final = (
    r"(?:admitted|discharged|seen|diagnosed|hospitali[sz]ed|born|intubated|extubated|transferred|referred|evaluated|brought|rushed|sent home|confused|agitated|allergic|pregnant|"
    r"breastfeeding|vomiting|crying|having|taking|feeling|complaining|refusing|coughing|wheezing|doing|sleeping|eating|worried|anxious|depressed|suicidal|tearful|"
    r"febrile|nauseous|dizzy|intoxicated|combative|nonverbal|homeless|married|divorced|here|due for|concerned|in (?:clinic|the (?:ed|er|icu|hospital)|icu|pain)|"
    r"not (?:eating|sleeping|taking|feeling|doing)|an? (?:pleasant|retired|former|smoker|nurse|teacher|student|patient))"
)
_AGED: Final = r"(?:an? [0-9]{1,3}[- ]?(?:years?|yrs?|y/?o|months?|mos?|weeks?|wks?|days?|y\.o|[MF]\b)|(?:now |almost |only |just )?[0-9]{1,3}(?:,|\.(?:\s|$)|\s?$|\s(?:and|years?|y/?o|yrs?|months? old|weeks? old|with|who|now)\b))"
_SURELY: Final = rf"(?:'s {_KIN}\b| {_DOES}\b| (?:is|was|turned|turns) {_AGED})"
_PERSONS: Final = re.compile(
    rf"{_SURELY}|'s (?:last |next |new |recent )?{_OWNED}\b| {_DID}\b| (?:is|was|has been) {_STATE}\b", re.I
)
"""Behind a name with a capital."""
_DATED: Final = re.compile(_SURELY)
"""Behind one that is a month, a season or a feast as well."""
_TIMES: Final = frozenset("april august autumn christmas easter january june july may spring summer winter".split())

_MET: Final = (
    r"(?:saw|told|tell|ask(?:ed|ing)?|called|remind(?:ed)?|met|examined|counsel(?:ed|led)|thank(?:ed)?|(?:spoke|spoken|speak|talked|talk|met|discussed|visit|visited|sat)(?: (?:to|with)|\sw/)|"
    r"hear(?:d)? from|check(?:ed|ing)? on|seeing|helped|texted|emailed|evaluated|reassured|advised|instructed)"
)
_TOLD: Final = r"(?:tell|told|ask(?:ed)?|remind(?:ed)?|advised?|instruct(?:ed)?|encouraged?|want(?:s|ed)?|help(?:ed)?|allow(?:ed)?|urged?)"
_BEGINS: Final = r"(?:^[ \t>*-]{0,4}|[.?!:,] |\b(?:and|but|since|because|so|that|if) )"
_MET_BEFORE: Final = re.compile(rf"\b{_MET} $", re.I)
_MET_AFTER: Final = re.compile(
    r"\s?(?:[.,;:?!)\n]|$)|\s(?:yesterday|today|tonight|tomorrow|last|this|again|in|at|on|if|that|to|her|his|about|when|and|who|for|after|before|by|she|he|not|regarding|re)\b"
)
_ASKED_BEFORE: Final = re.compile(
    r"(?:^|[.?!:,\n]\s{0,2}|\b(?:so|and|but|if) )(?:can|could|should|does|did|is|was|has|will|would|shall|may|do|when can|how should|why is|why did|why does|when should|how can) $",
    re.I,
)
_ASKED_AFTER: Final = re.compile(
    r"\s(?:take|have|get|start|stop|continue|use|receive|need|be|go|still|also|come|wait|switch|tolerate|eat|drink|breastfeed|travel|fly|require|want|know|"
    r"stay|keep|remain|try|see|do|feel|drive|return|skip|increase|decrease|taper|reduce|call|bring|work|walk|exercise|sleep|safely|undergo|qualify|help|"
    r"understand|hold|restart|resume|a candidate|at risk|allergic|due|eligible|able|on|having|taking|ready|likely|supposed)\b"
)
_FOR_BEFORE: Final = re.compile(r"\b(?:for|in|with|about|give|gave|giving|started|on) $", re.I)
_FOR_AFTER: Final = re.compile(r"\s?[?.,;]\s(?:She|He|Her|His|she|he|her|his|who|[0-9]{1,3}[- ]?(?:y|mo|F\b|M\b))\b")
_REACH: Final = 24
_ROLES: Final = frozenset(
    "angel baby boy bud buddy doll dude guy junior king lady major man mate mister nun page prince princess queen".split()
)
"""Whose kin is nobody's by name."""
_Narrow = Callable[[str, int, int], tuple[int, int] | None]

_THINGS: Final = frozenset(
    """
    ana arch ante ash ava baby bay bell bent berry bill blaze boo boy bud candida candy case chance charity chip clay
    cliff coral del dell delta demi desire dia diamond doll don dong dot dung echo ember engine era fae fairy fawn fe
    flora flower forest foster gala gale gem gene genie golden grant gray gull guy hang harmony harsh honey ion ivory
    jet joke junior karma king kit la lady lake lala lane lark laurel leaf lens loan lone long lord lore lucky lux mac
    major mana maple mare marine mate max mel melody min mine mini mirena misty moon mora nadir nan noble north nova
    novella nun oda odd oil one ora oral orchid otha ova pa page pansy pasty patience peace pearl peg pet pike ping
    piper pok precious prem prince princess pura queen quick rai rain ramadan rasa raven reed rex river rod royal rue
    rune rusty sal sang santa scarlet serenity shade shell shin sig sine sky sol solo soma song star sterling stone
    storm sun sunn sunny sunshine tab tai tal tan tang temple tena tera tiara tiger tine tip tiny toi ton tore trace
    trinity una ute van vas velvet verse vi vita vitamin viva von wade walker wan wing wolf yen young
    """.split()
)
"""Words of these lists that hardly ever are a name by themselves."""


def usable(word: str, flags: int) -> bool:
    """A given name that is a word too, and now and then stands alone."""
    listed = flags & FIRST and flags & (COMMON | UNSURE) and not flags & ALWAYS
    return bool(listed) and word not in _THINGS and len(word) > 2


def said_of_person(text: str, end: int) -> bool:
    """Whether what stands behind ``end`` is said of persons: ``needs``, ``'s mother``, ``was admitted``."""
    return _PERSONS.match(text, end) is not None


def is_person(text: str, start: int, end: int, key: str, flags: int) -> bool:
    """Whether a capitalised word, a given name and something else, is a person here."""
    if not usable(key, flags) or text[start:end].isupper():
        return False
    if key in _TIMES:
        return _DATED.match(text, end) is not None
    before = max(0, start - _REACH)
    return (
        said_of_person(text, end)
        or (_MET_BEFORE.search(text, before, start) is not None and _MET_AFTER.match(text, end) is not None)
        or (_ASKED_BEFORE.search(text, before, start) is not None and _ASKED_AFTER.match(text, end) is not None)
        or (_FOR_BEFORE.search(text, before, start) is not None and _FOR_AFTER.match(text, end) is not None)
    )


class WordNames:
    """Rows for names in lower case. Holds the lexicon and nothing of any text."""

    def __init__(self, lexicon: Mapping[str, int]) -> None:
        self._lexicon: Final = lexicon

    def rows(self) -> tuple[Recognizer, ...]:
        """``told rose to come``, ``hope's mom``, ``will needs``."""
        return (
            self._row("name_met", rf"\b{_MET} ([a-z]{{3,12}}){_MET_LOWER}", self._given),
            self._row("name_told", rf"\b{_TOLD} ([a-z]{{3,12}}) to [a-z]{{2,12}}\b", self._given),
            self._row("name_of_kin", rf"\b([a-z]{{3,12}})'s {_KIN}\b", self._related),
            self._row("name_does", rf"(?m){_BEGINS}([a-z]{{3,12}}) {_DOES}\b", self._given),
        )

    def _row(self, name: str, pattern: str, narrow: _Narrow) -> Recognizer:
        return Recognizer(name, EntityType.NAME, Tier.CUED, pattern, narrow=narrow)

    def _given(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        word = text[start:end]
        return (start, end) if usable(word, self._lexicon.get(word, 0)) else None

    def _related(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        word = text[start:end]
        flags = self._lexicon.get(word, 0)
        return (start, end) if flags & FIRST and flags & (COMMON | UNSURE) and word not in _ROLES else None


_MET_LOWER: Final = (
    r"(?: (?:yesterday|today|tonight|tomorrow|last (?:night|week|month)|this (?:morning|week|afternoon|evening)|again|in (?:clinic|the|ed|icu|room|triage)|at (?:the|bedside|home)|if (?:she|he)|"
    r"that (?:she|he|her|his)|to (?:take|stop|start|call|come|hold|go|bring|schedule|keep|get|follow|increase|decrease)|her|his|about|when (?:she|he)|and (?:her|his|she|he))\b|\s?[.,?!;] (?:she|he|her|his)\b)"
)
