"""The further identifiers behind one label: ``MRNs: 123456, 234567 and 345678``.

What follows the first is one of them when it looks alike: the same letters in front, the same marks inside, as many
digits give or take one.
So neither ``MRN 482913, 120/80`` nor ``MRN 482913 and 45 others`` is a series.
"""

import re
from collections.abc import Iterator
from typing import Final

_NEXT: Final = re.compile(
    r"\s?(?:[,;/&]\s?(?:and\s|or\s|&\s)?|(?:\sand|\sor)\s|(?<=\s)(?:and|or)\s)(#?[A-Za-z0-9]+(?:[-_./][A-Za-z0-9]+){0,6})"
)
_LONGEST: Final = 20
_LEAST_DIGITS: Final = 3
_NO_DIGIT: Final = re.compile(r"[^0-9]")
_MARKS: Final = re.compile(r"[-_./]")
_FRONT: Final = re.compile(r"#?([A-Za-z]*)")


def further(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges behind ``[start, end)``; at most twenty, so that reading every label of a text stays linear."""
    first = text[start:end]
    for _ in range(_LONGEST):
        match = _NEXT.match(text, end)
        if match is None or not _alike(first, match[1]):
            return
        end = match.end()
        yield match.start(1), end


def _alike(first: str, other: str) -> bool:
    digits, others = (len(_NO_DIGIT.sub("", one)) for one in (first, other))
    alike = _front(first) == _front(other) and _MARKS.findall(first) == _MARKS.findall(other)
    return alike and others >= _LEAST_DIGITS and abs(digits - others) <= 1


def _front(text: str) -> str:
    match = _FRONT.match(text)
    return match[1].lower() if match else ""
