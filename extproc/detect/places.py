# ruff: noqa: E501, SIM905 - a row of the table is one line
"""Geography below the state: streets, boxes, units, postal codes, facilities, cities and counties.

Rows of patterns for what has a form, and :func:`cities` for what a gazetteer knows. A state or a country alone is not a
finding. Not covered: cities in lower case, and facilities without a word such as ``Hospital`` that are not in the list.
"""

import re
from collections.abc import Iterator, Sequence, Set
from typing import Final

from extproc.detect.common import COMMON as COMMON_WORDS
from extproc.detect.entities import EntityType as E
from extproc.detect.lexicon import ALWAYS, CITY, CITY_HEAD, COMMON, FIRST, LAST, REGION, is_word_form
from extproc.detect.recognizer import Candidate, Recognizer, Tier
from extproc.detect.tokens import Run
from extproc.detect.words import CLINICAL_NOUNS, COUNTRIES, EPONYMS, FACILITY_BY_NAME, NEVER_CITY, STATE_CODES, STATES

_STATE: Final = r"(?:A[LKZRSPAE]|C[AOT]|D[EC]|FL|G[AU]|HI|I[DLNA]|K[SY]|LA|M[EDAINSOTP]|N[EVHJMYCD]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[TAI]|W[AVIY])"
_CAP: Final = r"(?:(?:St|Ste|Mt|Ft|Dr|[A-Z])\.|[A-Z][A-Za-z']*(?:-[A-Za-z']+)*)"
_TYPE: Final = (
    r"(?:Street|St|Avenue|Ave|Av|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Way|Terrace|Ter|Circle|Cir|Highway|Hwy|Parkway|Pkwy|Square|Sq|"
    r"Trail|Trl|Crescent|Cres|Close|Row|Alley|Plaza|Plz|Loop|Pike|Turnpike|Tpke|Expressway|Causeway|Gardens|Grove|Heights|Hts|Hill|Mews|Park|Path|Rise|Route|"
    r"Run|View|Walk|Coves?|Crossing|Xing|Bend|Ridge|Point|Landing|Commons|Glen|Hollow|Meadows?|Freeway|Bypass|Wharf|Quay|Strasse|Crest|Vale|Mall|Green|Parade|Esplanade)"
)
_UNIT: Final = r"(?:Apt|Apartment|Suite|Ste|Unit|Room|Rm|Floor|Fl|Bldg|Building|Lot|Flat|Trailer|Spc|Dept)\.?\s?#?\s?[A-Z]?[0-9]{1,5}[A-Z]?"
_TAIL: Final = (
    rf"(?:,?\s{{1,2}}{_CAP}(?:\s{_CAP}){{0,2}})?,?\s{{1,2}}{_STATE}\b(?:,?\s{{1,2}}[0-9]{{5}}(?:-[0-9]{{4}})?)?"
)
_EUROPEAN: Final = (
    r"(?:strass?e|strase|straat|stra[s]?|gatan|gata|gaten|vagen|vag|veien|vegen|vegur|katu|kuja|gasse|weg|platz|allee|laan|plein|kade|gracht|gade|vej|"
    r"straede|stigen|sgt|gotu|holt|bakken|dreef|singel|hof|steinn|braut|tie|polku|stig|vangen|stetten|ufer|damm|ring|dorp|pad|markt)"
)
_LEADING: Final = (
    r"(?:ul\.|[Uu]lica|[Uu]l|Rua|Calle|C/|Via|Viale|Vicolo|Piazza|Corso|Strada|Str\.|[Rr]ue|[Aa]venue|[Bb]oulevard|[Cc]hemin|[Aa]llee|[Pp]lace|Avenida|Avda?\.|Carrer|Carrera|"
    r"Cra\.|Paseo|Plaza|Ulitsa|Jalan|Jl\.|Rruga|Bulevardul|Calea|Largo|Travessa|Praca|Estrada|Quai|Impasse|Camino|Ronda|Al\.|Aleja|Os\.|Pl\.|nam\.)"
)
_OF: Final = r"(?:(?:de|du|des|la|le|les|del|della|dei|degli|di|da|do|dos|das|al|el|los|las|l'|d')\s?){0,3}"

_NEVER_BEFORE_STATE: Final = frozenset(
    ("MD", "PA", "MA", "DO", "OR", "IN", "ME", "OK", "HI", "LA", "MS", "AS", "CT", "MT", "PR", "AP", "CO", "ID")
)
_SEGMENT: Final = rf"{_CAP}(?:\s(?:de|la|of|the|di|del|am|an|der|im|i|on|upon|{_CAP})){{0,3}}(?:\s\([A-Z][a-z]+\))?"
_BLOCK: Final = rf"(?:[ \t]*(?:,|\n)[\s>?|,]{{0,12}}(?:{_SEGMENT}|[0-9]{{1,3}}\b)){{0,4}}(?:[ \t]*(?:,|\n)[\s>?|,]{{0,12}})?\s?[0-9]{{4,6}}(?:-[0-9]{{4}})?\b"
"""The lines of an address below its street, up to a postal code: town, state, country."""

_NEVER_BEFORE_ZIP: Final = frozenset(("ID", "OR", "IN", "ME", "OK", "HI", "MD", "DO", "PA", "PR", "AS", "DE"))
"""Codes that are words: without a city before, ``ID 12345`` is no postal code of Idaho."""
_FACILITY_KINDS: Final = (
    r"(?:(?:Children's |Memorial |General |Regional |Community |University |Veterans |Medical |Health |Surgical |Cancer |Heart |Eye |Womens? |Women's |Care |Nursing |Behavioral |Urgent |Family |Primary |Day |Wellness |"
    r"Rehabilitation |Rehab |Dialysis |Imaging |Surgery |Treatment |Research |Academic |District |County |City |State |Trauma |Teaching ){0,3}"
    r"(?:Hospitals?|Hosp\b\.?|Clinics?|Center|Centre|Ctr\b\.?|Infirmary|Hospice|Sanatorium|Sanitarium|Pharmacy|Healthcare|Health(?: System| Services| Network| Partners| Group| Care)?|Medical (?:Group|Associates|Partners|Institute|School|Plaza|Pavilion|Practice|Office)|Med\b\.?|"
    r"Institute|Medicine|Foundation|Laborator(?:y|ies)|Labs?|Physicians|Surgeons|Pediatrics|Cardiology|Oncology|Orthopedics|Dermatology|Neurology|Dental|Dentistry|Rehab(?:ilitation)?|"
    r"Manor|Nursing Home|Assisted Living|Retirement (?:Home|Community|Village)|Senior Living|Care Home|Skilled Nursing|Lodge|"
    r"University|College|Academy|(?:High|Middle|Elementary|Primary|Secondary) School|School|Kindergarten|Church|Temple|Mosque|Synagogue|Cathedral|Shelter|Prison|Jail|Penitentiary|Barracks|Hotel|Inn))"
)
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
overall one
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


def street(text: str) -> bool:
    """Not a count of things: ``20 Lasix Dr``; a number, words with a capital and a kind of street are enough."""
    return not re.search(r"\b(?:Patients?|Mg|Tablets?|Years?|Days?|Hours?|Cases?)\b", text)


def facility(text: str) -> bool:
    """At least one word that is not what every hospital is called."""
    words = re.findall(r"[A-Za-z][A-Za-z'.]*", text.lower())
    return any(word.rstrip(".") not in _GENERIC for word in words) or (len(words) > 1 and words[0] in _PROPER_GENERIC)


def place_name(text: str) -> bool:
    """What follows ``lives in``: no state, no country, no common word."""
    words = re.sub(r"[^a-z' -]", "", text.lower()).split()
    whole = " ".join(words)
    if whole in STATES or whole in COUNTRIES or (words[0] in COMMON_WORDS and len(words) == 1):
        return False
    return words[-1] not in CLINICAL_NOUNS


_LIVES: Final = (
    r"(?:liv(?:es?|ed|ing)|resid(?:es?|ed|ing|ent)|stay(?:s|ed|ing)?|born|raised|grew up|located|based|mov(?:ed|es|ing)|relocat(?:ed|ing)|flew|flown|fly(?:ing)?|travel(?:ed|ing|led)?|works?|worked|"
    r"home|house|apartment|native|city|town|village|suburb|i'?m|area|store|shop|office|branch|hometown|address|arriv(?:ed|es|ing)|drove|commutes?|transferred)"
)

RECOGNIZERS: Final = (
    Recognizer(
        "street", E.GEO, Tier.SHAPED,
        rf"\b(?:[0-9]{{1,6}}[A-Za-z]?(?:[-/][0-9]{{1,5}})?,?\s{{1,2}})(?:[0-9]{{1,5}}\s)?(?:[NSEW]{{1,2}}\.?\s|(?:North|South|East|West)\s)?(?:(?:{_CAP}|[0-9]{{1,3}}(?:st|nd|rd|th))\s){{1,4}}{_TYPE}\b\.?(?:\s(?:[NSEW]{{1,2}}|North|South|East|West)\b)?(?:,?\s{{1,4}}{_UNIT})?(?:{_TAIL}|{_BLOCK}|,\s[A-Z][a-z]{{3,}}(?:\s[A-Z][a-z]{{3,}})?\b)?",
        street,
    ),
    Recognizer("street_lower", E.GEO, Tier.SHAPED, r"\b[0-9]{1,5} (?:[a-z]{3,15} ){1,2}(?:street|avenue|boulevard|road|lane)\b"),
    Recognizer("street_no_number", E.GEO, Tier.CUED, rf"\b(?:on|at|along|corner of|off|near|address(?: is)?:?)\s((?:{_CAP}\s){{1,3}}(?:Street|Avenue|Ave|Boulevard|Blvd|Road|Rd|Lane|Drive|Highway|Parkway|St)\b\.?)", street),
    Recognizer("street_joined", E.GEO, Tier.SHAPED, rf"\b(?:[0-9]{{1,5}}[A-Za-z]?,?\s)?(?:{_CAP}\s)?[A-Z][a-z]*(?:-[A-Z][a-z]+)*{_EUROPEAN}\s[0-9]{{1,4}}\s?[A-Za-z]?\b(?:\s?[-/]\s?[0-9]{{1,4}})?"),
    Recognizer("street_leading", E.GEO, Tier.SHAPED, rf"(?:\b[0-9]{{1,5}},?\s(?:bis\s|ter\s)?)?\b{_LEADING}\s{_OF}{_CAP}(?:\s{_OF}{_CAP}){{0,3}},?\s(?:n[ro]?\.?\s?)?[0-9]{{1,5}}[A-Za-z]?\b"),
    Recognizer("street_leading_numbered", E.GEO, Tier.SHAPED, rf"\b[0-9]{{1,5}},?\s(?:bis\s|ter\s)?{_LEADING}\s{_OF}{_CAP}(?:\s{_OF}{_CAP}){{0,3}}"),
    Recognizer("street_number_after", E.GEO, Tier.SHAPED, rf"(?i:\b(?:address|lives? (?:at|on|in)|living (?:at|on|in)|located at|resid(?:es|ing) (?:at|on|in)|corner of|ship(?:ped)? to|deliver to|moved to|is at)(?: is)?\s?:?\s{{1,6}})((?:[0-9]{{1,6}}\s)?{_CAP}(?:\s{_CAP}){{0,3}}\s[0-9]{{1,5}}[A-Za-z]?\b)"),
    Recognizer("po_box", E.GEO, Tier.SHAPED, r"(?i)\b(?:P\.?\s?O\.?\s?Box|Postfach|Apartado|Casilla|PSC|CMR|Unit)\s?#?[0-9]{1,6}(?:,? Box [0-9]{1,6})?(?:,?\s{1,2}(?:APO|FPO|DPO)\s(?:A[AEP])\s[0-9]{5})?"),
    Recognizer("military", E.GEO, Tier.SHAPED, r"\b(?:APO|FPO|DPO),?\s(?:A[AEP])\s[0-9]{5}(?:-[0-9]{4})?\b|\bUSN?[SV]\s[A-Z][a-z]+\b"),
    Recognizer("unit", E.GEO, Tier.SHAPED, r"\b(?:Apt|Apartment|Suite|Ste|Flat)\.?\s?#?\s?[A-Z]?[0-9]{1,5}[A-Z]?\b"),
    Recognizer("unit_block", E.GEO, Tier.SHAPED, rf"\b{_UNIT}{_BLOCK}"),
    Recognizer("street_line", E.GEO, Tier.SHAPED, rf"(?m)^[ \t>?|]*([0-9]{{1,6}}\s{_CAP}(?:\s{_CAP}){{0,3}}\s[0-9]{{1,4}}[A-Za-z]?\b\.?(?:,?\s{{1,4}}{_UNIT})?)(?:\s*,|\s*$|\s*\n)"),
    Recognizer("street_unit", E.GEO, Tier.SHAPED, rf"\b(?:[0-9]{{1,6}}\s)?(?:[0-9]{{1,5}}\s)?{_CAP}(?:\s{_CAP}){{0,3}}\s(?:[0-9]{{1,5}}[A-Za-z]?,?\s)?(?:Apt|Suite|Ste|Flat)\.?\s?#?\s?[A-Z]?[0-9]{{1,5}}(?:{_BLOCK})?"),
    Recognizer("zip_after_state", E.GEO, Tier.SHAPED, rf"\b{_STATE},?\s{{1,2}}[0-9]{{5}}(?:-[0-9]{{4}})?\b", lambda text: text[:2] not in _NEVER_BEFORE_ZIP, glue="-"),
    Recognizer("zip_cued", E.GEO, Tier.CUED, r"(?i)\b(?:zip|zip ?code|postal ?code|post ?code|plz|postcode)(?:s|\sis|\swas)?[\s:=\"']{1,4}(?:is\s|code\s)?([A-Z]{0,3}[- ]?[0-9][A-Z0-9]{1,5}(?:[- ][A-Z0-9]{2,4})?)\b"),
    Recognizer("postcode_uk", E.GEO, Tier.SHAPED, r"\b(?:[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][ABD-HJLNP-UW-Z]{2}|[A-CEGHJ-NPR-TVXY][0-9][A-CEGHJ-NPR-TV-Z] [0-9][A-CEGHJ-NPR-TV-Z][0-9])\b", glue="-"),
    Recognizer("city_state", E.GEO, Tier.SHAPED, rf"\b({_CAP}(?:\s{_CAP}){{0,2}},\s{_STATE})\b(?:,?\s{{1,2}}[0-9]{{5}}(?:-[0-9]{{4}})?)?", lambda text: _city_state(text)),
    Recognizer("county", E.GEO, Tier.SHAPED, rf"\b({_CAP}(?:\s{_CAP}){{0,2}}\s(?:County|Parish|Township|Borough))\b", facility),
    Recognizer("lives_in", E.GEO, Tier.CUED, rf"(?i:\b{_LIVES}\s(?:in|at|from|to|near|of|outside|around)\s(?:the\s)?)({_CAP}(?:\s{_CAP}){{0,2}})", place_name),
    Recognizer("place_label", E.GEO, Tier.CUED, rf"(?i:\b(?:city|town|county|birth ?place|place of birth|hometown|municipality|village|district)\s?:\s?[\"']?)({_CAP}(?:\s{_CAP}){{0,2}})", place_name),
    Recognizer("address_label", E.GEO, Tier.CUED, r"(?i)\b(?:street|address|addr|address ?line ?[12]?|line)\s?:\s?[\"']?([0-9]{1,6}[A-Za-z]?\s[A-Za-z][\w .'#-]{2,60}|[A-Za-z][\w.'#-]{2,30}\s[0-9]{1,5}\b)"),
    Recognizer("geolocation", E.GEO, Tier.SHAPED, r"(?i)\b(?:lat(?:itude)?|lon(?:gitude)?|lng|gps|coordinates?)\b[\s:=\"'(]{1,4}(-?[0-9]{1,3}\.[0-9]{3,12}(?:\s?,\s?-?[0-9]{1,3}\.[0-9]{3,12})?)"),
    Recognizer("coordinates", E.GEO, Tier.SHAPED, r"[-+]?[0-9]{1,2}\.[0-9]{4,12},\s?[-+]?[0-9]{1,3}\.[0-9]{4,12}\b", glue="."),
    Recognizer("facility_named", E.GEO, Tier.SHAPED, rf"\b(?:{FACILITY_BY_NAME})(?:'s)?(?:\s{_FACILITY_KINDS}|\s(?:hospital|clinic|ER|ED|medical center|campus))?\b"),
    Recognizer("facility_short", E.GEO, Tier.CUED, rf"\b(?:at|to|from|in|our)\s(?:the\s|our\s)?((?:{_CAP}\s){{1,3}}(?:General|Memorial|Presbyterian|Methodist|Baptist|Lutheran|Gen|Med|Medical|VA|Mercy|Children's))\b", facility),
    Recognizer("facility_camel", E.GEO, Tier.CUED, r"\b(?:at|to|from|in|our)\s(?:the\s|our\s)?([A-Z][a-z]+(?:Care|Health|Med|Clinic))\b"),
    Recognizer("facility_childrens", E.GEO, Tier.SHAPED, rf"\b(?:[A-Z][a-z]+\s)?(?:Children's|Women's|Veterans|VA|Shriners)\s(?:Hospital|Clinic|Center|Medical Center)(?:\s(?:of|in|at|-)\s|\s){_CAP}(?:\s{_CAP})?"),
    Recognizer("facility_saint", E.GEO, Tier.SHAPED, rf"\b(?:St\.?|Saint|Sts\.?|Santa|San|Our Lady of(?: the)?|Sacred|Holy|Good)\s{_CAP}(?:\s(?:and|&)\s{_CAP})?(?:\s{_CAP}){{0,2}}\s{_FACILITY_KINDS}\b(?:\sof\s{_CAP})?|\b(?:St\.?|Saint)\s[A-Z][a-z]+'s\b"),
    Recognizer("facility_of", E.GEO, Tier.SHAPED, rf"\b(?:University|Hospital|Hospitals|College|Clinic|Institute|Children's Hospital|Medical Center) of (?:the )?{_CAP}(?:\s(?:at\s|of\s|and\s|-\s?)?{_CAP}){{0,4}}(?:\s{_FACILITY_KINDS})?\b", facility),
)  # fmt: skip
FACILITY: Final = Recognizer(
    "facility",
    E.GEO,
    Tier.SHAPED,
    rf"\b((?:(?:{_CAP}|&)\s(?:(?:of|and|for|at|de|du|la|le|the|&)\s){{0,2}}){{1,5}}{_FACILITY_KINDS}(?:,\s{_STATE})?)\b",
    facility,
)
"""Leading words that are no part of its name (``At Mercy Hospital``) are cut off by :func:`trimmed`."""


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A facility without the common words before its name, or nothing when only generic words are left."""
    while True:
        word = _FIRST_WORD.match(text, start, end)
        if word is None or not (_strip(word[1]) in _TRIM and _strip(word[1]) not in ("st", "mt")):
            break
        start = word.end()
    return (start, end) if start < end and facility(text[start:end]) else None


_FIRST_WORD: Final = re.compile(r"([A-Za-z'.-]+|&)\s+")


def _strip(word: str) -> str:
    return word.lower().rstrip(".")


def _city_state(text: str) -> bool:
    city, code = text.rsplit(", ", 1)
    words = city.lower().split()
    if code[:2] in _NEVER_BEFORE_STATE or is_word_form(words[-1]):
        return False
    return not any(word in COMMON_WORDS or word in EPONYMS for word in words[-1:])


_PREPOSITIONS: Final = frozenset(
    """
in at from near to of around outside via visited leaving toward towards downtown our across between through greater
north south east west
""".split()
)
_BEFORE: Final = re.compile(r"([A-Za-z]+)\s$")
_STATE_AFTER: Final = re.compile(
    r",\s(?:(" + "|".join(sorted(STATE_CODES)) + r")\b(?:\s[0-9]{5}(?:-[0-9]{4})?)?|([A-Z][a-z]+(?: [A-Z][a-z]+)?))"
)


_SITE_AFTER: Final = re.compile(
    r"(?: downtown| main| north| south| east| west)? (?:clinic|office|hospital|campus|branch|facility|location|ER|VA)\b"
)


class Cities:
    """Cities of the gazetteer in one text's runs of capitalised words."""

    def __init__(self, cities: Set[str], large: Set[str]) -> None:
        self._cities: Final = cities
        self._large: Final = large

    def find(self, text: str, runs: Sequence[Run]) -> Iterator[Candidate]:
        for run in runs:
            for at, token in enumerate(run):
                if token.flags & (CITY | CITY_HEAD):
                    yield from self._at(text, run, at)

    def _at(self, text: str, run: Run, at: int) -> Iterator[Candidate]:
        for length in (3, 2, 1):
            part = run[at : at + length]
            name = " ".join(token.key for token in part)
            if len(part) == length and name in self._cities:
                start, end = part[0].start, part[-1].end
                state = _state_end(text, end)
                site = _SITE_AFTER.match(text, end)
                end = site.end() if site else end
                if state or self._counts(text, run, at, length, name):
                    yield Candidate(start, state or end, E.GEO, Tier.CUED if state else Tier.LISTED, "city")
                return

    def _counts(self, text: str, run: Run, at: int, length: int, name: str) -> bool:
        token = run[at]
        if (
            name in NEVER_CITY
            or token.flags & (REGION | ALWAYS)
            or (length == 1 and (token.flags & COMMON or len(name) < 4))
        ):
            return False
        if length == 1 and len(run) > at + 1 and not run[at + 1].flags & COMMON:
            return False
        if _preposition(text, token.start):
            return length > 1 or token.key not in EPONYMS
        if length > 1:
            return not token.flags & FIRST
        return name in self._large and not token.flags & (FIRST | LAST) and token.key not in EPONYMS


def _preposition(text: str, start: int) -> bool:
    before = _BEFORE.search(text, max(0, start - 12), start)
    word = before[1].lower() if before else ""
    return word in _PREPOSITIONS or (word == "the" and start > 4)


def _state_end(text: str, end: int) -> int | None:
    match = _STATE_AFTER.match(text, end)
    if match is None:
        return None
    if match[1] or match[2].lower() in STATES or match[2].lower() in COUNTRIES:
        return match.end()
    first = match[2].split()[0].lower()
    return match.end() if first in STATES and first == match[2].lower() else None
