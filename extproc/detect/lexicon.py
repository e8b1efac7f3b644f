# ruff: noqa: SIM905 - a list of literals would be a line a word
"""What is known of a word, in one look-up: a dictionary from folded lower-case words to flags."""

from typing import Final

from extproc.detect.common import COMMON as COMMON_WORDS
from extproc.detect.firstnames import FIRST_NAMES
from extproc.detect.gazetteer import Gazetteer
from extproc.detect.words import ALWAYS_EPONYM, AMBIGUOUS, CLINICAL_NOUNS, COUNTRIES, EPONYMS, STATES

FIRST: Final = 1
"""A given name."""
LAST: Final = 2
"""A surname."""
COMMON: Final = 4
"""An everyday, clinical or technical word."""
UNSURE: Final = 8
"""A given name that needs another part beside it."""
EPONYM: Final = 16
ALWAYS: Final = 32
"""An eponym even without a clinical noun after it."""
CITY: Final = 64
"""A city of one word."""
REGION: Final = 128
"""A state or country: not an identifier."""
CITY_HEAD: Final = 256
"""The first word of a city of several words."""

_NOT_GIVEN: Final = frozenset(
    """
in so my an see else many soon na ta ha ma ok al thu jan sunday january september spring winter season numbers
manual alpha meta carry lean aide angle aura brain man miss lady son love can do no or as by per april june august
autumn asia america india china france german irish latina
""".split()
)
_STEMS: Final = tuple(
    """
    ing tion sion ment ness ity ous ive able ible ism itis osis emia aemia uria ectomy otomy ostomy oscopy plasty
    ology ologist opathy graphy gram pril statin olol mab nib cillin azole sartan mycin dipine zepam tidine gliptin
    gliflozin glutide parin xaban triptan oxetine setron prazole profen caine micin vir thiazide semide steroid sone
    solone formin mide tine pam lol algia edema plegia penia cyte oma ical ally ular ized ising ate ful less ward
    wise ics ium ase phil cal
    """.split()
)
"""Ends of English and pharmaceutical words: an unknown word ending so is not taken for a name."""
_SURNAME_ENDS: Final = tuple(
    """
    ova eva ovic evic avic vic sson sdottir dottir czyk wicz witz ski ska sky skaya skiy enko chuk shvili adze idze
    poulos opoulou akis idis escu eanu nen quist qvist strom dahl berg berger mann stein feld bauer meier meyer
    huber hofer gaard vik lund lind gren elli etti ucci accio eira inho oglu zadeh ullah murthy swamy moto mura zaki
    shita naga kawa off eff iuk aitis auskas iene sons ssen aux eau ault
    """.split()
)


def build(gazetteer: Gazetteer) -> dict[str, int]:
    """Flags of every listed word. About 110,000 entries."""
    flags: dict[str, int] = {}
    for words, flag in _sources(gazetteer):
        for word in words:
            flags[word] = flags.get(word, 0) | flag
    for word in _NOT_GIVEN:
        flags[word] = flags.get(word, 0) & ~FIRST
    return flags


def _sources(gazetteer: Gazetteer) -> tuple[tuple[frozenset[str], int], ...]:
    heads = frozenset(city.split(" ", 1)[0] for city in gazetteer.cities if " " in city)
    return (
        (gazetteer.first_names | FIRST_NAMES | AMBIGUOUS, FIRST),
        (gazetteer.surnames, LAST),
        (COMMON_WORDS | CLINICAL_NOUNS, COMMON),
        (AMBIGUOUS, UNSURE),
        (EPONYMS, EPONYM),
        (ALWAYS_EPONYM, ALWAYS),
        (frozenset(city for city in gazetteer.cities if " " not in city), CITY),
        (heads, CITY_HEAD),
        (STATES | COUNTRIES, REGION),
    )


def is_word_form(word: str) -> bool:
    """An unknown word whose ending says it is English or a drug."""
    return len(word) > 5 and word.endswith(_STEMS)


def is_surname_form(word: str) -> bool:
    """An unknown word whose ending is that of surnames in some language."""
    return len(word) > 5 and word.endswith(_SURNAME_ENDS)
