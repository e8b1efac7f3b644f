# ruff: noqa: SIM905 - a list of literals would be a line a word
"""What is known of a word, in one look-up: a dictionary from folded lower-case words to flags."""

from typing import Final

from extproc.detect.common import COMMON as COMMON_WORDS
from extproc.detect.drugs import DRUGS, THINGS
from extproc.detect.firstnames import FIRST_NAMES
from extproc.detect.gazetteer import Gazetteer
from extproc.detect.words import ALWAYS_EPONYM, AMBIGUOUS, CITY_OWN_NAMES, CLINICAL_NOUNS, COUNTRIES, EPONYMS, STATES

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
aide al alpha america an angle as asia august aura brain by can carry china do else france german ha in india irish
jan january lady latina lean los love ma man manual many meta miss my na no numbers ok or per season see september so
son soon spring sunday ta thu winter
""".split()
)
_STEMS: Final = tuple(
    """
    able aemia algia ally ase ate azole blast caine cal cillin clast cyte dipine ectomy edema emia emic etic formin
    ful genic gliflozin gliptin glutide gram graphy ible ical ics ing ising ism ities itis ity ium ive ized less lol
    lytic mab ment ments micin mide mycin ness nesses nib olar ologist ology olol oma opathy oscopy osis ostomy otic
    otomy ous oxetine pam parin penia phil philic phobic plasty plegia prazole pril profen sartan semide setron sion
    sions solone sone statin steroid thiazide tidine tine tion tions triptan trophic tropic ular uria vir ward wise
    xaban zepam
    """.split()
)
"""Ends of English and pharmaceutical words: an unknown word ending so is not taken for a name."""
_PINYIN: Final = ("xi", "xu", "zh", "qi")
"""Beginnings that English has not: ``Xiuying`` is no gerund."""
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
    heads = frozenset(city.split(" ", 1)[0].rstrip(".") for city in gazetteer.cities if " " in city)
    return (
        (gazetteer.first_names | FIRST_NAMES | AMBIGUOUS, FIRST),
        (gazetteer.surnames, LAST),
        (COMMON_WORDS | CLINICAL_NOUNS | DRUGS | THINGS, COMMON),
        (AMBIGUOUS, UNSURE),
        (EPONYMS, EPONYM),
        (ALWAYS_EPONYM, ALWAYS),
        (frozenset(city for city in gazetteer.cities if " " not in city) | CITY_OWN_NAMES, CITY),
        (heads, CITY_HEAD),
        (STATES | COUNTRIES, REGION),
    )


def is_word_form(word: str) -> bool:
    """An unknown word whose ending says it is English or a drug."""
    return len(word) > 5 and word.endswith(_STEMS) and not word.startswith(_PINYIN)


def is_surname_form(word: str) -> bool:
    """An unknown word whose ending is that of surnames in some language."""
    return len(word) > 5 and word.endswith(_SURNAME_ENDS)
