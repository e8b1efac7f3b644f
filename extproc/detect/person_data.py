"""What a record says of a person right behind the name: an age, a sex, a birth date, a number.

Not covered: data before the name, and data in another sentence.
"""

import re
from typing import Final

from extproc.detect.lexicon import ALWAYS, COMMON, EPONYM, FIRST, REGION, is_word_form
from extproc.detect.tokens import Run, Token
from extproc.detect.word_names import said_of_person

_AGE: Final = r"(?:,| is| was)?(?: [A-Z]\.?)?(?: an?)?,? \(?[0-9]{1,3}"
_DATA: Final = (
    rf"{_AGE}(?:[- ]?(?:years?|yrs?|yo|y/o|/?M|/?F)\b|[- ]?y\.o\.)"
    r"|(?:,| is| was)?(?: [A-Z]\.?)?,? \(?"
    r"(?:[0-9]{1,2}[/-][0-9]{1,2}[/-]|DOB\b|D\.O\.B|MRN?\b|G[0-9]{1,2}P|[MF]\b[ ,/])"
)
_RECORD_AFTER: Final = re.compile(rf"{_DATA}|{_AGE}[,)]")
_PERSON_AFTER: Final = re.compile(rf"{_DATA}|, [0-9]{{1,3}},|,? \([0-9]{{1,3}}\)")
"""No number that may be anything."""


def on_record(text: str, end: int) -> bool:
    """Whether behind ``end`` an age, a sex or a birth date stands."""
    return _PERSON_AFTER.match(text, end) is not None


def is_numbered(text: str, end: int) -> bool:
    """The same, or a number that may be an age."""
    return _RECORD_AFTER.match(text, end) is not None


def unlisted_length(text: str, run: Run, at: int) -> int:
    """``Tsegaye Woldemariam, 44F``: two to four words of which nothing else is known, with a person's data behind."""
    part = run[at : at + 4]
    if len(part) < 2 or at + len(part) < len(run):
        return 0
    if not on_record(text, part[-1].end) and not said_of_person(text, part[-1].end):
        return 0
    return 0 if any(_something_else(token) for token in part) else len(part)


def _something_else(token: Token) -> bool:
    known = token.flags & (REGION | ALWAYS | (0 if token.flags & FIRST else COMMON | EPONYM))
    return bool(known) or token.text.isupper() or is_word_form(token.key) or len(token.key) < 2
