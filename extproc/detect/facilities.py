# ruff: noqa: E501, SIM905 - a row of the table is one line
"""Facilities: hospitals, clinics, homes, schools, and what else has an address of its own.

What names one is a word that not every facility is called; ``the Sleep Center`` names none. Not covered: facilities
without a word such as ``Hospital`` that are not in the list.
"""

import re
from typing import Final

from extproc.detect.common import COMMON as COMMON_WORDS
from extproc.detect.entities import EntityType as E
from extproc.detect.lexicon import is_word_form
from extproc.detect.recognizer import Recognizer, Tier
from extproc.detect.words import FACILITY_BY_NAME, STATES

_STATE: Final = r"(?:A[LKZRSPAE]|C[AOT]|D[EC]|FL|G[AU]|HI|I[DLNA]|K[SY]|LA|M[EDAINSOTP]|N[EVHJMYCD]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[TAI]|W[AVIY])"
_CAP: Final = r"(?:(?:St|Ste|Mt|Ft|Dr|Jr|Sr|[A-Z])\.|[A-Z][A-Za-z']*(?:-[A-Za-z']+)*)"
_FACILITY_KINDS: Final = (
    r"(?:(?:Children's |Memorial |Orthop(?:a)?edic |Dental |Pediatric |Internal |Rehab and |Nursing and |General |Regional |Community |University |Veterans |Medical |Health |Surgical |Cancer |Heart |Eye |Womens? |Women's |Care |Nursing |Behavioral |Urgent |Family |Primary |Day |Wellness |"
    r"Rehabilitation |Rehab |Dialysis |Imaging |Surgery |Treatment |Research |Academic |District |County |City |State |Trauma |Teaching ){0,3}"
    r"(?:Hospitals?|Hosp\b\.?|Clinics?|Center|Centre|Ctr\b\.?|Associates|Infirmary|Hospice|Sanatorium|Sanitarium|Pharmacy|Healthcare|Health(?: System| Services| Network| Partners| Group| Care)?|Medical (?:Group|Associates|Partners|Institute|School|Plaza|Pavilion|Practice|Office)|Med\b\.?|"
    r"Institute|Medicine|Foundation|Laborator(?:y|ies)|Labs?|Physicians|Surgeons|Pediatrics|Cardiology|Oncology|Orthopedics|Dermatology|Neurology|Dental|Dentistry|Rehab(?:ilitation)?|Urgent Care|(?:Family|Group|General) Practice|(?:Dental|Medical|Surgical|Orthop(?:a)?edic) (?:Group|Partners|Practice|Specialists)|Health Cent(?:er|re)|Correctional (?:Facility|Institut(?:e|ion)|Center)|Detention Center|Nursing Facility|"
    r"Manor|Nursing Home|Assisted Living|Retirement (?:Home|Community|Village)|Senior Living|Care Home|Skilled Nursing|Lodge|"
    r"University|College|Academy|(?:High|Middle|Elementary|Primary|Secondary) School|School|Kindergarten|Church|Temple|Mosque|Synagogue|Cathedral|Shelter|Prison|Jail|Penitentiary|Barracks|Hotel|Inn))"
)
_WHERE: Final = rf"(?:(?:,|,? in)\s(?:{_STATE}\b|{'|'.join(sorted(state.title() for state in STATES))}))?"
"""Its state, behind the name: ``Mercy Hospital in New York``."""
_GENERIC: Final = frozenset(
    """
the a an our this that my your his her their at in of to from for and or by on with near seen visit visited local
new old main emergency outpatient inpatient community general regional medical health hospital hospitals clinic
clinics center centre university college school care urgent primary family day nursing home memorial children's
childrens women's womens pediatric cardiac cancer heart eye surgical surgery rehab rehabilitation dialysis imaging
treatment research academic district county city state trauma teaching veterans wellness behavioral mental public
private national institute institutes medicine pharmacy healthcare system services network group partners associates
foundation laboratory labs lab physicians high middle elementary secondary oncology cardiology neurology dermatology
orthopedics pediatrics dental american european world international what which when where who how is are was does do
best practices follow management patient patients doctor dr cdc nih fda who us uk usa department division office
sleep pain diabetes stroke breast bone weight fertility prenatal wound allergy asthma travel flu covid vaccine hiv
aids std ent obgyn ob gyn gi icu er ed or nicu picu pacu occupational sexual global digital electronic protected
center's clinic's hospital's level tertiary quaternary referral a.m. p.m. history physical past social good poor
overall one ibd inr chf copd tb hf ckd als cf tmj bmt ivf afib anticoagulation anticoag coumadin warfarin memory movement
voiding lipid headache spine hand foot liver lung kidney renal transplant stemi ms
""".split()
)
_PROPER_GENERIC: Final = frozenset(
    ("general", "memorial", "city", "county", "university", "downtown", "regional", "community", "westside", "veterans")
)
"""``General Hospital`` with capitals names one, wherever the writer is."""
_TRIM: Final = COMMON_WORDS - frozenset(
    """
memorial general regional community university north south east west northern southern eastern western city county
state river lake valley mountain mount hill bay park green good mercy grace hope sacred heart holy family saint
central first united new national american children's women's childrens royal golden silver white red blue black
rose sun pacific spring summit crossroads unity harbor coast land island highland
""".split()
)
_NUMBER_AFTER: Final = re.compile(r"\s?(?:No\b|Number\b|ID\b|#)")
_SCORE_AFTER: Final = re.compile(
    r"(?: [a-z]+){0,2} (?:scores?|scale|criteria|classification|index|staging|nomogram|inventory|questionnaire)\b"
)
_JOURNAL: Final = re.compile(
    r"\b(?:J|Engl|Ann|Am|Eur|Int|Intern|Acad|Clin|Br|Can|Rev|Arch|Nat|Sci|Transl|Emerg|Prev) (?:[A-Z][a-z]+\.? ){0,3}?Med$"
)
"""``N Engl J Med``."""
_WRITTEN_BY: Final = re.compile(
    r"\b(?:(?:recommendations?|guidelines?|guidance|position statements?) (?:from|by|of)|according to)(?: the)? $", re.I
)
_FIRST_WORD: Final = re.compile(r"([A-Za-z'.-]+|&)\s+")


def facility(text: str) -> bool:
    """At least one word that is not what every hospital is called."""
    words = re.findall(r"[A-Za-z][A-Za-z'.]*", text.lower())
    return any(word.rstrip(".") not in _GENERIC for word in words) or (len(words) > 1 and words[0] in _PROPER_GENERIC)


def unlisted(text: str) -> bool:
    """Words that are proper for sure: no everyday or clinical word among them, no abbreviation in capitals."""
    words = re.findall(r"[A-Za-z][A-Za-z'.]*", text)
    return not any(
        word.isupper() or word.lower() in COMMON_WORDS or word.lower() in _GENERIC or is_word_form(word.lower())
        for word in words
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A facility without the common words before its name (``At Mercy Hospital``), or nothing when only generic words
    are left."""
    while True:
        word = _FIRST_WORD.match(text, start, end)
        if word is None or not (_strip(word[1]) in _TRIM and _strip(word[1]) not in ("st", "mt")):
            break
        start = word.end()
    return (start, end) if start < end and facility(text[start:end]) else None


def of_care(text: str, start: int, end: int) -> bool:
    """No label of a form (``Hospital No:``), nobody who wrote what is read (``guidelines from Mayo Clinic``), no journal
    and no score (``Guy's Hospital stone score``)."""
    if _SCORE_AFTER.match(text, end) is not None or _JOURNAL.search(text, start, end) is not None:
        return False
    return _NUMBER_AFTER.match(text, end) is None and not read_there(text, start)


def named_after(text: str) -> bool:
    """``Mercy General``, ``Grady Memorial``; no ``Attorney General``, no everyday word."""
    return _strip(text.split()[-2]) not in _TRIM and "university" not in text.lower()


def read_there(text: str, start: int) -> bool:
    """Whether what stands before is a text of an institution, and so nobody's stay."""
    return _WRITTEN_BY.search(text, max(0, start - 40), start) is not None


def _strip(word: str) -> str:
    return word.lower().rstrip(".")


RECOGNIZERS: Final = (
    Recognizer("facility_emergency", E.GEO, Tier.CUED, rf"\b(?:at|from|to)\s({_CAP}(?:\s{_CAP})?)\s(?:ED|ER|ICU|hospital|clinic)\b", unlisted),
    Recognizer("facility_abroad", E.GEO, Tier.SHAPED, rf"\b(?:Hopital|Klinikum|Krankenhaus|Universitatsklinikum|Clinica|Ospedale|Policlinico|CHU|UZ|Ziekenhuis|Szpital|Spitalul(?: Clinic)?|Casa di [Cc]ura|Nemocnice|Bolnica|Rumah Sakit|Hospital (?:General|Universitario|Clinico?|Infantil|Regional|Nacional|Civil|Central))\s(?:de(?:l| la)?\s|di\s|du\s)?{_CAP}(?:[ -]{_CAP}){{0,2}}"),
    Recognizer("facility_named", E.GEO, Tier.SHAPED, rf"\b(?:{FACILITY_BY_NAME})(?:'s)?(?:\s{_FACILITY_KINDS}|\s(?:hospital|clinic|ER|ED|medical center|campus))?\b{_WHERE}", beside=of_care),
    Recognizer("facility_known", E.GEO, Tier.CUED, r"\b(?:at|to|from|in|with|by|the)\s(Vanderbilt|Emory|Baylor|Bellevue|(?:Kaiser|Banner|Sutter|Providence|Scripps|Intermountain|DaVita|Davita|Fresenius|Encompass|Kindred|Ascension|Dignity|Novant|Atrium|Advent|Ochsner|Quest|LabCorp|Labcorp)(?: (?:[A-Z][a-z]+|St\.)){0,3})\b"),
    Recognizer("facility_short", E.GEO, Tier.CUED, rf"\b(?:at|to|from|in|our)\s(?:the\s|our\s)?((?:{_CAP}\s){{1,3}}(?:General|Memorial|Presbyterian|Methodist|Baptist|Lutheran|Regional|Community|Gen|Med|Medical|VA|Mercy|Children's))\b", facility, beside=of_care),
    Recognizer("facility_general", E.GEO, Tier.SHAPED, r"\b((?:[A-Z][a-z]+\s){1,2}(?:General|Memorial|Presbyterian|Methodist|Baptist|Lutheran|Deaconess))\b(?:\s?[,.;:)\n]|\s[a-z]|$)", named_after, narrow=trimmed),
    Recognizer("facility_camel", E.GEO, Tier.CUED, r"\b(?:at|to|from|in|our)\s(?:the\s|our\s)?([A-Z][a-z]+(?:Care|Health|Med|Clinic))\b"),
    Recognizer("facility_childrens", E.GEO, Tier.SHAPED, rf"\b(?:[A-Z][a-z]+\s)?(?:Children's|Women's|Veterans|VA|Shriners)\s(?:Hospital|Clinic|Center|Medical Center)(?:\s(?:of|in|at|-)\s|\s){_CAP}(?:\s{_CAP})?"),
    Recognizer("facility_saint", E.GEO, Tier.SHAPED, rf"\bSt\.? [A-Z][a-z]+'?s?[- ](?:wort|fire|dance)|\b((?:St\.?|Saint|Sts\.?|Santa|San|Our Lady of(?: the)?|Sacred|Holy|Good)\s{_CAP}(?:\s(?:and|&)\s{_CAP})?(?:\s{_CAP}){{0,2}}\s{_FACILITY_KINDS}\b(?:\sof\s{_CAP})?{_WHERE}|(?:St\.?|Saint)\s[A-Z][a-z]+'s)\b"),
    Recognizer("facility", E.GEO, Tier.SHAPED, rf"\b((?:(?:{_CAP}|&)\s(?:(?:of|and|for|at|de|du|la|le|the|&)\s){{0,2}}){{1,5}}{_FACILITY_KINDS}{_WHERE})\b", facility, narrow=trimmed, beside=of_care),
    Recognizer("facility_of", E.GEO, Tier.SHAPED, rf"\b(?:University|Hospital|Hospitals|Infirmary|College|Clinic|Institute|Children's Hospital|Medical Center) of (?:the )?{_CAP}(?:\s(?:at\s|of\s|and\s|-\s?)?{_CAP}){{0,4}}(?:\s{_FACILITY_KINDS})?\b", facility),
)  # fmt: skip
