"""Names of persons, by gazetteer, form and cue.

A run of capitalised words is read from left to right. What makes a name of it, in falling order of certainty: a cue
before it; a given name with a surname, an initial or an unknown word after it; ``Smith, John``; ``J. Smith``;
``Smith J.``; two words of which one is a listed surname; a given name that is nothing else. In lower case a name
needs a cue or must be a given name that is nothing else. Vetoed are eponyms, common words, regions and what ends
like a word or a drug. Not covered: names in scripts without capitals outside a labelled field, and unlisted single
names without a cue.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from extproc.detect.cues import Cue
from extproc.detect.entities import EntityType
from extproc.detect.lexicon import (
    ALWAYS,
    CITY,
    COMMON,
    EPONYM,
    FIRST,
    LAST,
    REGION,
    UNSURE,
    is_word_form,
)
from extproc.detect.name_grammar import FOLLOWING, cued_length, is_reversed, listed_length, never_surname
from extproc.detect.recognizer import Candidate, Tier
from extproc.detect.tokens import CONTRACTED, Run
from extproc.detect.words import CLINICAL_NOUNS

_LOWER: Final = re.compile(r"(?<![A-Za-z0-9_@./-])[a-z]+(?:['-][a-z]+)*(?![A-Za-z0-9_@/])")
_LOWER_WORDS: Final = re.compile(r"[a-z]{3,}")


class Names:
    """Finds names in one folded text. Pure; holds the lexicon and nothing of any text."""

    def __init__(self, lexicon: Mapping[str, int]) -> None:
        self._lexicon: Final = lexicon
        self._plain: Final = frozenset(
            word
            for word, flags in lexicon.items()
            if flags & FIRST and not flags & (COMMON | UNSURE | ALWAYS | REGION) and len(word) > 2
        )

    def find(self, text: str, runs: Sequence[Run], cues: Mapping[int, Cue]) -> Iterator[Candidate]:
        """Candidates of ``NAME``, in no order, possibly overlapping. ``cues`` are by where the name would begin."""
        for run in runs:
            yield from self._in_run(text, run, cues.get(run[0].start))
        for run, following in pairwise(runs):
            if is_reversed(text, run, following):
                yield _candidate(run[0].start, following[0].end, Tier.LISTED, "name_reversed")
        for start, cue in cues.items():
            yield from self._lower_after_cue(text, start, cue)
        if not self._plain.isdisjoint(_LOWER_WORDS.findall(text)):
            yield from self._lower(text)

    def _in_run(self, text: str, run: Run, cue: Cue | None) -> Iterator[Candidate]:
        at = 0
        if cue is not None:
            at = cued_length(text, run, cue)
            if at:
                yield _candidate(run[0].start, run[at - 1].end, Tier.CUED, f"name_{cue.name.lower()}")
        while at < len(run):
            length = listed_length(text, run, at)
            if length:
                yield _candidate(run[at].start, run[at + length - 1].end, Tier.LISTED, "name_listed")
            at += length or 1

    def _lower_after_cue(self, text: str, start: int, cue: Cue) -> Iterator[Candidate]:
        """``dr. kumar``, ``my name is anna lee``."""
        end = start
        for _ in range(3):
            match = _LOWER.match(text, end + (end > start and text[end : end + 1] == " "))
            if match is None or not self._lower_name(match[0], cue, first=end == start):
                break
            end = match.end() - 2 * match[0].endswith("'s")
            cue = cue if cue is Cue.LABEL else min(cue, Cue.TITLE)
        if end > start:
            yield _candidate(start, end, Tier.CUED, f"name_{cue.name.lower()}")

    def _lower_name(self, word: str, cue: Cue, *, first: bool) -> bool:
        key = word.removesuffix("'s")
        flags = self._lexicon.get(key.replace("'", ""), 0)
        if cue is Cue.LABEL and len(key) > 1 and not key.strip("x"):
            return True  # a script without capitals, folded
        if (
            len(key) < 3
            or never_surname(key)
            or key.endswith(CONTRACTED)
            or flags & ALWAYS
            or (flags & REGION and not flags & FIRST)
        ):
            return False
        if flags & COMMON:
            return first and cue is Cue.MISTER and bool(flags & LAST) and len(key) > 3
        if cue is Cue.LABEL:
            return not is_word_form(key)
        if first and cue < Cue.TITLE:
            return bool(flags & FIRST) and not flags & UNSURE
        return bool(flags & (FIRST | LAST))

    def _clinical(self, text: str, word: str, end: int) -> bool:
        """``patrick test``: an eponym in lower case."""
        following = FOLLOWING.match(text, end) if self._lexicon[word] & EPONYM else None
        return following is not None and following[1] in CLINICAL_NOUNS

    def _lower(self, text: str) -> Iterator[Candidate]:
        """Given names in lower case that are nothing else, with a surname after them."""
        after = None
        for match in _LOWER.finditer(text):
            word = match[0].removesuffix("'s")
            if word in self._plain and not self._clinical(text, word, match.end()):
                after = match
                yield _candidate(match.start(), match.start() + len(word), Tier.LISTED, "name_lower")
            elif after is not None:
                flags = self._lexicon.get(word, 0)
                if (
                    match.start() == after.end() + 1
                    and flags & LAST
                    and not flags & (COMMON | EPONYM | CITY)
                    and len(word) > 3
                ):
                    yield _candidate(match.start(), match.start() + len(word), Tier.LISTED, "name_lower")
                after = None


def _candidate(start: int, end: int, tier: Tier, recognizer: str) -> Candidate:
    return Candidate(start, end, EntityType.NAME, tier, recognizer)
