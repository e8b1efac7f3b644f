"""Which of overlapping candidates a character belongs to, by stated rules.

1. The higher tier wins: validated, cued, shaped, listed.
2. Of equal tiers the longer wins, then the earlier, then the one that was proposed first.
3. What the winner does not cover of a loser stays a finding of the loser, if it holds a letter or digit: resolution
   never uncovers a character that some recognizer claimed.
4. Neighbours of one entity with nothing but a separator between them are parts of one thing: an address over
   several lines, ``Smith, John``. Names join over a space, addresses also over commas and line ends.
"""

import re
from collections.abc import Iterable
from typing import Final

from extproc.detect.entities import EntityType
from extproc.detect.recognizer import Candidate

_JOINS: Final = {
    EntityType.NAME: re.compile(r" |-"),
    EntityType.GEO: re.compile(r"[ \t]*[,.>|-]?[ \t]*(?:\n[ \t>?|]{0,8},?[ \t]*)?|\s?-\s?|,? in (?:the )?"),
}
_LONGEST_SEPARATOR: Final = 12


def resolve(candidates: Iterable[Candidate], text: str) -> list[Candidate]:
    """Ordered candidates that do not overlap, covering every letter and digit that one of ``candidates`` covered."""
    candidates = list(candidates)
    if len(candidates) < 2:
        return candidates
    ranked = sorted(candidates, key=lambda c: (-c.tier, c.start - c.end, c.start))
    return _joined(_claimed(ranked, text), text)


def _claimed(ranked: Iterable[Candidate], text: str) -> list[Candidate]:
    """The first to claim a character keeps it. ``owner`` holds, for each character claimed, that it is."""
    owner = bytearray(len(text))
    kept: list[Candidate] = []
    for candidate in ranked:
        for start, end in _free(owner, candidate.start, candidate.end):
            piece = candidate if (start, end) == candidate[:2] else _trim(candidate, start, end, text)
            if piece is not None:
                kept.append(piece)
                owner[start:end] = b"\x01" * (end - start)
    kept.sort()
    return kept


def _free(owner: bytearray, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges of ``[start, end)`` that nobody owns."""
    found = []
    start = owner.find(0, start, end)
    while start >= 0:
        taken = owner.find(1, start, end)
        stop = end if taken < 0 else taken
        found.append((start, stop))
        start = owner.find(0, stop, end)
    return found


def _trim(candidate: Candidate, start: int, end: int, text: str) -> Candidate | None:
    """What is left of a loser, without the spaces and marks at its ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return candidate._replace(start=start, end=end) if start < end else None


def _joined(ordered: list[Candidate], text: str) -> list[Candidate]:
    joined: list[Candidate] = []
    for candidate in ordered:
        if joined and _one_thing(joined[-1], candidate, text):
            last = joined[-1]
            better = last if last.tier >= candidate.tier else candidate
            joined[-1] = better._replace(start=last.start, end=candidate.end)
        else:
            joined.append(candidate)
    return joined


def _one_thing(left: Candidate, right: Candidate, text: str) -> bool:
    if left.entity is not right.entity or right.start - left.end > _LONGEST_SEPARATOR:
        return False
    separator = _JOINS.get(left.entity)
    return separator is not None and separator.fullmatch(text, left.end, right.start) is not None
