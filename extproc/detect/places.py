# ruff: noqa: E501 - a row of the table is one line
"""Geography below the state: streets, boxes, units, postal codes, counties, and what is said to be a place.

A state or a country alone is not a finding. Cities of the gazetteer are in :mod:`extproc.detect.cities`, hospitals and
the like in :mod:`extproc.detect.facilities`. Not covered: streets in lower case without a number or a word before.
"""

import re
from typing import Final

from extproc.detect.cities import LIVES
from extproc.detect.common import COMMON as COMMON_WORDS
from extproc.detect.entities import EntityType as E
from extproc.detect.facilities import facility, unlisted
from extproc.detect.lexicon import is_word_form
from extproc.detect.recognizer import Recognizer, Tier
from extproc.detect.words import CLINICAL_NOUNS, COUNTRIES, EPONYMS, STATES

_STATE: Final = r"(?:A[LKZRSPAE]|C[AOT]|D[EC]|FL|G[AU]|HI|I[DLNA]|K[SY]|LA|M[EDAINSOTP]|N[EVHJMYCD]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[TAI]|W[AVIY])"
_PROVINCE: Final = r"(?:AB|BC|MB|NB|NL|NS|ON|PE|QC|SK|YT|NSW|VIC|QLD|TAS|ACT)"
_POSTCODE: Final = r"(?:[0-9]{4,5}(?:-[0-9]{4})?|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9])\b"
_CAP: Final = r"(?:(?:St|Ste|Mt|Ft|Dr|Jr|Sr|[A-Z])\.|[A-Z][A-Za-z']*(?:-[A-Za-z']+)*)"
_TYPE: Final = (
    r"(?:Street|St|Avenue|Ave|Av|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Way|Terrace|Ter|Circle|Cir|Highway|Hwy|Parkway|Pkwy|Square|Sq|"
    r"Trail|Trl|Crescent|Cres|Close|Row|Alley|Plaza|Plz|Loop|Pike|Turnpike|Tpke|Expressway|Causeway|Gardens|Grove|Heights|Hts|Hill|Mews|Park|Path|Rise|Route|"
    r"Run|View|Walk|Coves?|Crossing|Xing|Bend|Ridge|Point|Landing|Commons|Glen|Hollow|Meadows?|Freeway|Bypass|Wharf|Quay|Strasse|Crest|Vale|Mall|Green|Parade|Esplanade)"
)
_UNIT: Final = r"(?:Apt|Apartment|Suite|Ste|Unit|Room|Rm|Floor|Fl|Bldg|Building|Lot|Flat|Trailer|Spc|Dept)\.?\s?#?\s?[A-Z]?[0-9]{1,5}[A-Z]?"
_TAIL: Final = (
    rf"(?:,?\s{{1,2}}{_CAP}(?:\s{_CAP}){{0,2}})?,?\s{{1,2}}(?:{_STATE}|{_PROVINCE})\b(?:,?\s{{1,2}}{_POSTCODE})?"
)
_TOWN: Final = (
    rf"(?:,?\s{{1,2}}(?:[A-Z]{{1,2}}-)?[0-9]{{2,5}}[ -]?[0-9]{{0,3}}(?:\s[A-Z]{{2}})?\s{_CAP}(?:[ -]{_CAP}){{0,2}})"
)
"""As most of Europe writes it, the postal code first: ``10115 Berlin``, ``111 22 Stockholm``, ``1015 CJ Amsterdam``."""
_EUROPEAN: Final = (
    r"(?:strass?e|str\.|strase|straat|stra[s]?|gatan|gata|gaten|vagen|vag|veien|vegen|vegur|katu|kuja|gasse|weg|platz|allee|laan|plein|kade|gracht|gade|vej|"
    r"straede|stigen|sgt|gotu|holt|bakken|dreef|singel|hof|steinn|braut|tie|polku|stig|vangen|stetten|ufer|damm|ring|dorp|pad|markt)"
)
_LEADING: Final = (
    r"(?:ul\.|[Uu]lica|[Uu]l|Rua|Calle|C/|Via|Viale|Vicolo|Piazza|Corso|Strada|Str\.|[Rr]ue|[Aa]venue|[Bb]oulevard|[Cc]hemin|[Aa]llee|[Pp]lace|Avenida|Av(?:da?)?\.|Carrer|Carrera|"
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


_COUNTED: Final = re.compile(
    r"[0-9]{1,2} ((?:[A-Za-z]+ )+)(?:Way|Place|Pl|Dr|Drive|Run|View|Walk|Rise|Point|Close|Row|Path|Park|Hill|Green|Loop)\.?"
)
"""A small number, and a kind of street that is a word of its own: ``12 Lead Place``."""


def street(text: str) -> bool:
    """Not a count of things: ``20 Lasix Dr``; a number, words with a capital and a kind of street are enough."""
    if re.search(
        r"\b(?:Patients?|Mg|Tablets?|Years?|Days?|Hours?|Cases?|mg|patients?|tablets?|years?|days?|hours?|cases?)\b",
        text,
    ):
        return False
    counted = _COUNTED.fullmatch(text)
    return counted is None or not all(word.lower() in COMMON_WORDS for word in counted[1].split())


def proper(text: str) -> bool:
    """One word at least that is proper for sure: ``Wicker Park``."""
    return not text.isupper() and any(unlisted(word) for word in text.split())


def place_name(text: str) -> bool:
    """What follows ``lives in``: no state, no country, no common word."""
    words = re.sub(r"[^a-z' -]", "", text.lower()).split()
    whole = " ".join(words)
    if whole in STATES or whole in COUNTRIES or (words[0] in COMMON_WORDS and len(words) == 1):
        return False
    return words[-1] not in CLINICAL_NOUNS


def aged_place(text: str) -> bool:
    """Behind a number: no department either, ``POD 12 from ICU``."""
    return place_name(text) and not (text.isupper() and len(text) < 6)


def _city_state(text: str) -> bool:
    city, _, code = text.rpartition(",")
    words = city.lower().split()
    if code.strip()[:2] in _NEVER_BEFORE_STATE or is_word_form(words[-1]):
        return False
    return not any(word in COMMON_WORDS or word in EPONYMS for word in words[-1:])


RECOGNIZERS: Final = (
    Recognizer(
        "street", E.GEO, Tier.SHAPED,
        rf"\b(?:[0-9]{{1,6}}[A-Za-z]?(?:[-/][0-9]{{1,5}})?,?\s{{1,2}})(?:[0-9]{{1,5}}\s)?(?:[NSEW]{{1,2}}\.?\s|(?:North|South|East|West)\s)?(?:(?:{_CAP}|[0-9]{{1,3}}(?:st|nd|rd|th))\s){{1,4}}{_TYPE}\b\.?(?:\s(?:[NSEW]{{1,2}}|North|South|East|West)\b)?(?:,?\s{{1,4}}(?:{_UNIT}|#\s?[A-Z]?[0-9]{{1,4}}[A-Z]?\b))?(?:{_TAIL}|{_BLOCK}|,\s[A-Z][a-z]{{3,}}(?:\s[A-Z][a-z]{{3,}})?\b)?",
        street,
    ),
    Recognizer("street_lower", E.GEO, Tier.SHAPED, r"\b[0-9]{1,5} (?:[nsew]{1,2} )?(?:[a-z]{3,15} ){1,3}(?:street|avenue|boulevard|road|lane|blvd|ave|rd|hwy|pkwy)\b\.?"),
    Recognizer("street_no_number", E.GEO, Tier.CUED, rf"\b(?:on|at|along|corner of|block of|off|near|address(?: is)?:?)\s((?:(?:{_CAP}|[0-9]{{1,3}}(?:st|nd|rd|th))\s){{1,3}}(?:Street|Avenue|Ave|Boulevard|Blvd|Road|Rd|Lane|Drive|Highway|Parkway|St)\b\.?)", street),
    Recognizer("street_joined", E.GEO, Tier.SHAPED, rf"\b(?:[0-9]{{1,5}}[A-Za-z]?,?\s)?(?:{_CAP}\s)?[A-Z][a-z]*(?:-[A-Z][a-z]+)*{_EUROPEAN}\s[0-9]{{1,4}}\s?[A-Za-z]?\b(?:\s?[-/]\s?[0-9]{{1,4}})?{_TOWN}?"),
    Recognizer("street_apart", E.GEO, Tier.SHAPED, rf"\b(?:{_CAP}\s){{1,3}}(?:gate|gata|vei|vej|gade|katu|tie|gatan|straat|laan|weg|plein|ulica|utca|u\.|ut|sokak|caddesi|bulvari)\s[0-9]{{1,4}}[A-Za-z]?\b{_TOWN}?|\b(?:Am|An de[rn]|Im|In der|Auf der|Zur|Zum|Unter den|Alte|Neue)\s{_CAP}\s[0-9]{{1,3}}[a-z]?{_TOWN}"),
    Recognizer("street_leading", E.GEO, Tier.SHAPED, rf"(?:\b[0-9]{{1,5}},?\s(?:bis\s|ter\s)?)?\b{_LEADING}\s{_OF}{_CAP}(?:\s{_OF}{_CAP}){{0,3}},?\s(?:n[ro]?\.?\s?)?[0-9]{{1,5}}[A-Za-z]?\b(?:,\s[0-9]{{1,2}}[oa]\.?(?:\s[A-Z0-9]{{1,3}}\b)?)?{_TOWN}?"),
    Recognizer("street_leading_numbered", E.GEO, Tier.SHAPED, rf"\b[0-9]{{1,5}},?\s(?:bis\s|ter\s)?{_LEADING}\s{_OF}{_CAP}(?:\s{_OF}{_CAP}){{0,3}}{_TOWN}?"),
    Recognizer("street_japanese", E.GEO, Tier.SHAPED, rf"(?:\b[0-9]{{1,3}}(?:-[0-9]{{1,3}}){{1,2}},?\s)?(?:\b{_CAP},\s)?\b[A-Z][a-z]+-(?:ku|shi|cho|machi|gun)\b"),
    Recognizer("road_numbered", E.GEO, Tier.SHAPED, r"(?i)\b(?:(?:rural route|rr|rfd|rte|route|hc|star route)\s#?[0-9]{1,3}[a-z]?,?\s(?:box|bx)\s#?[0-9]{1,5}(?-i:@TAIL@)?|(?:(?:[0-9]{1,6}\s)?(?-i:County Road|County Rd|State Route|State Road|State Highway|Highway|Hwy|Interstate|US Route|Route|Farm Road|FM)\s[0-9]{1,4}[A-Z]?)(?:\s(?:North|South|East|West|[NSEW])\b)?)".replace("@TAIL@", _TAIL)),
    Recognizer("street_lower_cued", E.GEO, Tier.CUED, r"(?i)\b(?:address(?: is)?:?|lives? (?:at|on)|living (?:at|on)|located at|resid(?:es|ing) (?:at|on)|moved to|home (?:at|on))\s((?:[0-9]{1,5}\s)?(?:[a-z]{2,15}\s){1,3}(?:street|st|avenue|ave|boulevard|blvd|road|rd|lane|ln|drive|dr|court|ct|circle|way|place|terrace|highway)\b(?:,? (?:apt|unit|suite|#)\.? ?[0-9a-z]{1,5}\b)?)", street),
    Recognizer("street_corner", E.GEO, Tier.CUED, rf"(?i:\bcorner of\s)({_CAP}(?:\s{_CAP})?\s(?:and|&)\s{_CAP}(?:\s{_TYPE})?)\b"),
    Recognizer("street_crossing", E.GEO, Tier.CUED, rf"(?i:\b(?:near|at|on|from|by|around|to|of)\s)([0-9]{{1,3}}(?:st|nd|rd|th)(?:\s{_TYPE})?\s(?:and|&)\s(?:{_CAP}(?:\s{_TYPE})?|[0-9]{{1,3}}(?:st|nd|rd|th)\s{_TYPE}))\b"),
    Recognizer("street_number_after", E.GEO, Tier.SHAPED, rf"(?i:\b(?:address|lives? (?:at|on|in)|living (?:at|on|in)|located at|resid(?:es|ing) (?:at|on|in)|corner of|ship(?:ped)? to|deliver to|moved to|is at)(?: is)?\s?:?\s{{1,6}})((?:[0-9]{{1,6}}\s)?{_CAP}(?:\s{_CAP}){{0,3}}\s[0-9]{{1,5}}[A-Za-z]?\b)"),
    Recognizer("po_box", E.GEO, Tier.SHAPED, r"(?i)\b(?:P\.?\s?O\.?\s?Box|POB|Postfach|Boite Postale|Postbus|Apartado|Casilla|PSC|CMR|Unit [0-9]{4,5},? Box)\s?#?[0-9]{1,6}(?:,? Box [0-9]{1,6})?(?:,?\s{1,2}(?:APO|FPO|DPO)\s(?:A[AEP])\s[0-9]{5}|(?-i:@TAIL@))?".replace("@TAIL@", _TAIL)),
    Recognizer("military", E.GEO, Tier.SHAPED, r"\b(?:APO|FPO|DPO),?\s(?:A[AEP])\s[0-9]{5}(?:-[0-9]{4})?\b|\bUSN?[SV]\s[A-Z][a-z]+\b"),
    Recognizer("unit", E.GEO, Tier.SHAPED, r"\b(?:Apt|Apartment|Suite|Ste|Flat)\.?\s?#?\s?[A-Z]?[0-9]{1,5}[A-Z]?\b"),
    Recognizer("unit_block", E.GEO, Tier.SHAPED, rf"\b{_UNIT}{_BLOCK}"),
    Recognizer("street_line", E.GEO, Tier.SHAPED, rf"(?m)^[ \t>?|]*([0-9]{{1,6}}\s{_CAP}(?:\s{_CAP}){{0,3}}\s[0-9]{{1,4}}[A-Za-z]?\b\.?(?:,?\s{{1,4}}{_UNIT})?)(?:\s*,|\s*$|\s*\n)"),
    Recognizer("street_unit", E.GEO, Tier.SHAPED, rf"\b(?:[0-9]{{1,6}}\s)?(?:[0-9]{{1,5}}\s)?{_CAP}(?:\s{_CAP}){{0,3}}\s(?:[0-9]{{1,5}}[A-Za-z]?,?\s)?(?:Apt|Suite|Ste|Flat)\.?\s?#?\s?[A-Z]?[0-9]{{1,5}}(?:{_BLOCK})?"),
    Recognizer("zip_after_state", E.GEO, Tier.SHAPED, rf"\b{_STATE},?\s{{1,2}}[0-9]{{5}}(?:-[0-9]{{4}})?\b", lambda text: text[:2] not in _NEVER_BEFORE_ZIP, glue="-"),
    Recognizer("zip_cued", E.GEO, Tier.CUED, r"(?i)\b(?:zip ?codes?|zips?|postal ?code|post ?code|pin ?code|plz)(?:\sis|\swas)?[\s:=\"']{1,4}((?-i:[A-Z]{0,3})[- ]?[0-9][A-Z0-9]{1,5}(?:[- ][A-Z0-9]{2,4})?)\b"),
    Recognizer("zip_near", E.GEO, Tier.CUED, r"(?i)\b(?:near|close to|miles of|outside) ([0-9]{5}(?:-[0-9]{4})?)\b(?:[^0-9]{2}|.?$)"),
    Recognizer("postcode_uk", E.GEO, Tier.SHAPED, r"\b(?:[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][ABD-HJLNP-UW-Z]{2}|[A-CEGHJ-NPR-TVXY][0-9][A-CEGHJ-NPR-TV-Z] [0-9][A-CEGHJ-NPR-TV-Z][0-9])\b", glue="-"),
    Recognizer("city_state", E.GEO, Tier.SHAPED, rf"\b({_CAP}(?:\s{_CAP}){{0,2}},\s{_STATE})\b(?:,?\s{{1,2}}[0-9]{{5}}(?:-[0-9]{{4}})?)?", _city_state),
    Recognizer("county", E.GEO, Tier.SHAPED, rf"\b({_CAP}(?:\s{_CAP}){{0,2}}\s(?:County|Parish|Township|Borough))\b", facility),
    Recognizer("lives_in", E.GEO, Tier.CUED, rf"(?i:\b{LIVES}\s(?:in|at|from|to|near|of|outside|around)\s(?:the\s)??)(the\s(?:Bronx|Hague|Hamptons|Woodlands|Villages|Bay Area|(?:Upper|Lower) (?:East|West) Side)|{_CAP}(?:\s{_CAP}){{0,2}})", place_name),
    Recognizer("aged_from", E.GEO, Tier.CUED, rf"(?i:\b[0-9]{{1,3}}(?: ?[mf]| ?y/?o ?[mf]?)?,? from\s(?:the\s)?)({_CAP}(?:\s{_CAP}){{0,2}})\b", aged_place),
    Recognizer("place_label", E.GEO, Tier.CUED, rf"(?i:\b(?:city|town|county|birth ?place|place of birth|hometown|municipality|village|district)\s?:\s?[\"']?|\b(?:city|town|village|suburb|hamlet|municipality) (?:of|called|named)\s)({_CAP}(?:\s{_CAP}){{0,2}})", place_name),
    Recognizer("address_label", E.GEO, Tier.CUED, r"(?i)\b(?:street|address|addr|address ?line ?[12]?|line)\s?:\s?[\"']?([0-9]{1,6}[A-Za-z]?\s[A-Za-z][\w .'#-]{2,60}|[A-Za-z][\w.'#-]{2,30}\s[0-9]{1,5}\b)"),
    Recognizer("geolocation", E.GEO, Tier.SHAPED, r"(?i)\b(?:lat(?:itude)?|long?(?:itude)?|lng|gps|coordinates?)\b[\s:=\"'(]{1,4}(-?[0-9]{1,3}\.[0-9]{3,12}(?:\s?,\s?-?[0-9]{1,3}\.[0-9]{3,12})?)"),
    Recognizer("coordinates", E.GEO, Tier.SHAPED, r"[-+]?[0-9]{1,2}\.[0-9]{4,12},\s?[-+]?[0-9]{1,3}\.[0-9]{4,12}\b", glue="."),
    Recognizer("coordinates_degrees", E.GEO, Tier.SHAPED, r"\b[0-9]{1,3}\.[0-9]{2,8}\x00? ?[NS],? ?[0-9]{1,3}\.[0-9]{2,8}\x00? ?[EW]\b"),
    Recognizer("neighbourhood", E.GEO, Tier.CUED, rf"\b(?:the|in|of|from)\s({_CAP}(?:\s{_CAP}){{0,2}})\s(?:neighbou?rhood|area|district|section|suburbs?)\b", proper),
)  # fmt: skip
