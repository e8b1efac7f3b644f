"""Numbers right behind a name, which is what says that they are somebody's: ``Sim, 6480324``, ``Otis Reed, 93``.

A code of six digits or more is a record's number, also behind the birth date that follows the name; a number from 90
on is an age behind a comma or ``is``. The name may have been found by any tier, so this reads candidates and not a text
alone.

Not covered: codes of fewer digits, and codes before a name.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extproc.detect.entities import EntityType as E
from extproc.detect.recognizer import Candidate, Tier

_GAP: Final = r"(?:</t[dh]>\s?<t[dh]>|\s?[|,;/]\s?|\s{1,2}|\t)[\"'(\[]?"
_DATE_NEXT: Final = re.compile(rf"[\"')]?{_GAP}")
_CODE: Final = re.compile(
    rf"[\"')]?(?:\s?:\s?|\s?\(\s?)?(?:{_GAP})?#?((?:[A-Z]{{1,3}}-?)?[0-9]{{2,6}}(?:-[0-9]{{2,5}}){{1,3}}"
    r"|[0-9]{3}(?: [0-9]{3}){2}|(?:[A-Z]{1,3}-?)?[0-9]{5,10}[A-Z]?)"
    r"(?=[\s\"')\]|;:,<?!]|\.(?:\s|$)|$)(?!\s?(?:m[gl]|mcg|units?|iu|copies|cells|patients|cases|x10|/|%))",
    re.IGNORECASE,
)
_AGE: Final = re.compile(
    r"(?:,? is|,? was|,| \()\s?(?:now |almost |nearly )?"
    r"((?:9[0-9]|1[01][0-9])|ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)"
    r"(?=\s?[,;)]\s?[^\s0-9]|\.\s|\.?$|\s(?:and|with|who|y\.?o|years?|from)\b)",
    re.IGNORECASE,
)
_LEAST_DIGITS: Final = 6
_LEAST_DIGITS_SAID: Final = 5
"""Behind ``#``."""
_ROUND: Final = "000"
_NO_DIGIT: Final = re.compile(r"[^0-9]")


def behind_names(text: str, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """What stands behind the names among ``candidates`` of one folded text. Linear in their number."""
    dates = {one.start: one.end for one in candidates if one.entity is E.DATE}
    for end in {one.end for one in candidates if one.entity is E.NAME}:
        age = _AGE.match(text, end)
        if age is not None:
            yield Candidate(*age.span(1), E.AGE, Tier.CUED, "age_behind_name")
        yield from _code(text, end)
        gap = _DATE_NEXT.match(text, end)
        if gap is not None and gap.end() in dates:
            yield from _code(text, dates[gap.end()])


def _code(text: str, end: int) -> Iterator[Candidate]:
    found = _CODE.match(text, end)
    if found is None or found.start(1) == end:
        return
    digits = _NO_DIGIT.sub("", found[1])
    if len(digits) >= (
        _LEAST_DIGITS_SAID if text[found.start(1) - 1] == "#" else _LEAST_DIGITS
    ) and not digits.endswith(_ROUND):
        yield Candidate(*found.span(1), E.MRN, Tier.LISTED, "code_behind_name")
