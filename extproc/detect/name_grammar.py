"""Which words of a run of capitalised words are one name.

With a cue before the run (:func:`cued_length`) or by the words alone (:func:`listed_length`). Both look at most
five words ahead, so reading a run is linear in it.
"""

from typing import Final

from extproc.detect.cues import Cue
from extproc.detect.eponyms import among_eponyms, graded, is_eponym, is_pair, lists_eponyms, part_of
from extproc.detect.lexicon import (
    ALWAYS,
    CITY,
    COMMON,
    EPONYM,
    FIRST,
    LAST,
    REGION,
    UNSURE,
    is_surname_form,
    is_word_form,
)
from extproc.detect.person_data import is_numbered, on_record, unlisted_length
from extproc.detect.tokens import Run, Token
from extproc.detect.word_names import is_person, said_of_person, usable
from extproc.detect.words import CLINICAL_NOUNS, NEVER_AFTER_TITLE, NEVER_SURNAME, SHORT_SURNAMES

_LONGEST: Final = 5
_LONG_WORD: Final = 5
_VERBS: Final = frozenset(("will", "may", "can", "mark", "see", "do", "else", "many", "so"))
_TITLES: Final = (Cue.TITLE, Cue.MISTER)
_IMAGED: Final = ("graphy", "gram", "grams", "scopy")


def cued_length(text: str, run: Run, cue: Cue) -> int:
    """How many words of the run, which begins behind ``cue``, are a name."""
    length = 2 if cue >= Cue.NEAR and _given_and_surname(run) else 0
    for token in run[length:_LONGEST]:
        if not _cued_part(token, cue, length):
            break
        length += 1
    while length and run[length - 1].flags & COMMON and not run[length - 1].flags & (FIRST | LAST):
        length -= 1
    if not length or (length == 1 and run[0].initial and cue not in _TITLES):
        return 0
    if cue < Cue.TITLE and not _supported(run, length, cue):
        return 0
    if cue not in _TITLES and (is_eponym(text, run[length - 1]) or _is_heading(text, run[:length])):
        return 0
    return length


def _given_and_surname(run: Run) -> bool:
    """Two words that are names and perhaps more: ``patient Joy Green``, but not ``Patient Will Need``."""
    if len(run) < 2 or len(run) > 3 or run[0].key in _VERBS or _acronym(run[0]) or _acronym(run[1]):
        return False
    given, surname = run[0], run[1]
    names = given.flags & FIRST and surname.flags & LAST
    return bool(names) and not never_surname(surname.key) and surname.key not in CLINICAL_NOUNS


def _is_heading(text: str, run: Run) -> bool:
    """``Patient Agreements:``: words of no list, and a colon."""
    return text.startswith(":", run[-1].end) and not any(token.flags & (FIRST | LAST) for token in run)


def _supported(run: Run, length: int, cue: Cue) -> bool:
    """Behind a weak cue: a given name, a surname if the cue is a role, or two words of which nothing else is known."""
    first, last = run[0], run[length - 1]
    if length == 1 and first.text.isupper() and (len(first.text) < 4 or not first.flags & (FIRST | LAST)):
        return False  # "sister MI at 45", "PT VERBALISED"
    if first.flags & FIRST and not first.flags & (UNSURE | REGION):
        return True
    if length > 1:
        listed = bool(last.flags & LAST) and not last.flags & COMMON
        if not listed and last.text.isupper():
            return False  # TENSE BULLAE
        return (
            not first.flags & (CITY | REGION | EPONYM)
            and (listed or not is_word_form(first.key))
            and not is_word_form(last.key)
        )
    if first.flags & FIRST and cue is Cue.NEAR:
        return not first.flags & (COMMON | CITY | REGION | EPONYM) and not first.text.isupper()
    if cue is Cue.FIELD:
        return not first.flags & (CITY | EPONYM) and not is_word_form(first.key)
    if first.flags & CITY or cue is Cue.FAINT:
        return False
    return bool(first.flags & LAST and not first.flags & (EPONYM | UNSURE)) or is_surname_form(first.key)


def _cued_part(token: Token, cue: Cue, place: int) -> bool:
    flags = token.flags
    if token.initial:
        return place > 0 or token.dotted
    if token.key.upper() == token.text and len(token.text) < 5 and not flags & FIRST:
        return place > 0 and bool(flags & LAST) and not flags & COMMON  # neither COPD nor MRI
    if flags & ALWAYS and cue not in _TITLES:
        return False
    if flags & COMMON:
        return (
            bool(flags & (FIRST | LAST))
            and (cue >= Cue.TITLE or (place > 0 and not flags & REGION))
            and (not never_surname(token.key) or (cue is Cue.MISTER and token.key in SHORT_SURNAMES))
        )
    if flags & REGION and not flags & FIRST:
        return False
    if cue in _TITLES:
        return token.key not in NEVER_AFTER_TITLE and not token.key.endswith(_IMAGED)  # "MR Enterography"
    return bool(flags & (FIRST | LAST)) or not is_word_form(token.key)


def never_surname(key: str) -> bool:
    """Common words that the census lists as surnames, and nobody means as one."""
    return len(key) < 3 or key in NEVER_SURNAME


def listed_length(text: str, run: Run, at: int) -> int:
    """How many words from ``at`` are a name without any cue."""
    token = run[at]
    length = 0
    if at and run[at - 1].key in ("st", "saint"):
        return 0  # a saint gives places and makers their names
    if _paired(text, run, at) or (at and _paired(text, run, at - 1)):
        return 0
    if token.initial:
        length = _after_initials(run, at) if token.dotted else 0
    elif token.flags & (ALWAYS | REGION) and not token.flags & FIRST:
        return 0
    elif token.flags & FIRST:
        length = _from_given(text, run, at) or unlisted_length(text, run, at)
        if not length and is_person(text, token.start, token.end, token.key, token.flags):
            return 1
        if length == 1 and (part_of(text, token.start) or among_eponyms(text, token)):
            return 0
        if length == 1 and (text.startswith(" & ", token.end) or text.endswith(" & ", 0, token.start)):
            return 0  # a company
    elif not token.flags & COMMON and not _acronym(token):
        length = _from_surname(run, at) or unlisted_length(text, run, at)
    if length == 2 and run[at + 1].initial and token.flags & EPONYM and graded(text, token.end):
        return 0  # "Stanford A dissection"
    return 0 if length and is_eponym(text, run[at + length - 1]) and not _plain_given(token, length) else length


def _paired(text: str, run: Run, at: int) -> bool:
    """Two names that are one thing, unless a person's data stand behind."""
    pair = run[at : at + 2]
    return is_pair(pair) and not on_record(text, pair[-1].end)


def reversed_length(text: str, run: Run, following: Run) -> int:
    """How many words behind the comma belong to ``Smith, John A.``; none when it is no name."""
    last, first = run[-1], following[0]
    if len(run) > 1 or text[last.end : first.start] != ", " or is_eponym(text, first):
        return 0
    if _record_of(text, first, last) or _in_capitals(first, last):
        return 1
    if last.flags & EPONYM and lists_eponyms(text, first.end):
        return 0
    given = first.flags & FIRST and not first.flags & (UNSURE | COMMON | CITY | ALWAYS)
    if not given or last.flags & (COMMON | REGION | ALWAYS) or first.flags & last.flags & EPONYM:
        return 0
    if not last.flags & LAST and (last.flags or is_word_form(last.key) or len(last.key) < 4):
        return 0
    return 2 if len(following) > 1 and following[1].initial else 1


def _in_capitals(given: Token, surname: Token) -> bool:
    """``HUANG, MEILING``: a surname and a word of no list, both longer than what is abbreviated."""
    if not given.text.isupper() or not surname.text.isupper() or min(len(given.key), len(surname.key)) < _LONG_WORD:
        return False
    listed = bool(surname.flags & LAST) and not surname.flags & (COMMON | EPONYM | REGION | ALWAYS | CITY)
    return listed and not given.flags & ~(FIRST | LAST | UNSURE) and not is_word_form(given.key)


def _record_of(text: str, given: Token, surname: Token) -> bool:
    """Words that may be a given name and a surname, whatever else they are, with a person's data behind them."""
    if not given.flags & FIRST or not surname.flags & LAST or never_surname(surname.key) or _acronym(surname):
        return False
    end = max(given.end, surname.end)
    if surname.key in CLINICAL_NOUNS:
        return False
    return is_numbered(text, end) or (usable(given.key, given.flags) and said_of_person(text, end))


def _after_initials(run: Run, at: int) -> int:
    """``J. Smith``, ``J.R. Smith``: a listed surname behind one to three initials."""
    length = 1
    while at + length < len(run) and run[at + length].initial and length < 3:
        length += 1
    if at + length < len(run):
        last = run[at + length]
        if last.flags & LAST and not last.flags & (COMMON | EPONYM):
            return length + 1
    return 0


def _from_given(text: str, run: Run, at: int) -> int:
    token = run[at]
    if at + 2 == len(run) and _record_of(text, token, run[at + 1]):
        return 2
    unsure = bool(token.flags & (UNSURE | COMMON | REGION)) or token.text.isupper()
    length, strong = 1, False
    while at + length < len(run) and length < _LONGEST:
        part = run[at + length]
        if part.initial:
            strong = strong or part.dotted
        elif not _follows_given(part, token if unsure else None):
            if unsure and length == 1 and at + 2 == len(run) and _both_read_as_names(token, part):
                return 2
            if not unsure or length > 1 or not _middle(token, part, run[at + length + 1 : at + length + 2]):
                break
        else:
            strong = True
        length += 1
    if not unsure:
        return length
    return length if strong and length > 1 else 0


def _middle(given: Token, part: Token, surname: Run) -> bool:
    """``April May Johnson``: a further given name that is a word, before what is only a surname."""
    return bool(part.flags & FIRST and surname) and not _acronym(part) and _follows_given(surname[0], given)


def _both_read_as_names(given: Token, surname: Token) -> bool:
    """``Mason Ward``: an unsure given name that is not an everyday word, and a surname that is one."""
    if (
        given.flags & (COMMON | REGION)
        or never_surname(surname.key)
        or surname.key in CLINICAL_NOUNS
        or _acronym(surname)
    ):
        return False
    return bool(surname.flags & LAST) and bool(surname.flags & COMMON)


def _follows_given(part: Token, unsure: Token | None) -> bool:
    """Behind a given name any capitalised word is a surname, unless it is known to be something else."""
    flags = part.flags
    if _acronym(part) or never_surname(part.key):
        return False
    if unsure is not None and unsure.text.isupper() and not unsure.flags & (UNSURE | COMMON | REGION):
        return bool(flags & LAST) and part.text.isupper()
    if unsure is not None:
        return bool(flags & LAST) and not flags & (COMMON | CITY | REGION | ALWAYS)
    if flags & COMMON:
        return bool(flags & LAST) and len(part.key) > 3 and not flags & REGION
    if flags & (ALWAYS | REGION) and not flags & FIRST:
        return False
    return bool(flags) or not is_word_form(part.key)


def _from_surname(run: Run, at: int) -> int:
    """``Smith J.``, ``Kowalczyk Nowak``: a surname, or a word that ends like one, with a second part."""
    token = run[at]
    surname = bool(token.flags & LAST) or is_surname_form(token.key)
    if at + 1 >= len(run):
        return 0
    second = run[at + 1]
    if second.initial:
        if at + 2 < len(run) and _around_initial(token, second, run[at + 2]):
            return 3
        return 2 if surname and second.dotted and not token.flags & CITY else 0
    if second.flags & COMMON or _acronym(second) or second.flags & (ALWAYS | REGION):
        return 0
    if second.flags & FIRST and surname:
        return 2
    if token.flags & CITY or any(is_word_form(part.key) or len(part.key) < 3 for part in (token, second)):
        return 0
    return 2 if _surname_pair(token, second) else 0


def _surname_pair(first: Token, second: Token) -> bool:
    """Two unsure words: both listed, an unknown one before a listed one, or one that only a surname ends like."""
    if second.flags & LAST and (first.flags & LAST or first.flags == 0):
        return True
    formed = is_surname_form(second.key) or is_surname_form(first.key)
    return formed and bool(first.flags & LAST or second.flags & LAST or second.flags == 0)


def _around_initial(first: Token, initial: Token, last: Token) -> bool:
    """``Faina D. Yefremova``, ``Ravil G Yefimov``: unlisted words, but the initial between them says a person."""
    if last.initial or _acronym(last) or last.flags & COMMON or is_word_form(last.key) or is_word_form(first.key):
        return False
    return initial.dotted or bool(last.flags & (LAST | FIRST)) or is_surname_form(last.key)


def _acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper() and (len(token.text) < 5 or not token.flags & (FIRST | LAST))


def _plain_given(token: Token, length: int) -> bool:
    return bool(token.flags & FIRST) and not token.flags & (UNSURE | COMMON | EPONYM) and length > 1
