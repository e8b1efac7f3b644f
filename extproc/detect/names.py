"""Names of persons, by gazetteer, form and cue.

A run of capitalised words is read from left to right. What makes a name of it, in falling order of certainty: a cue
before it; a given name with a surname, an initial or an unknown word after it; ``Smith, John``; ``J. Smith``;
``Smith J.``; two words of which one is a listed surname; a given name that is nothing else. In lower case a name
needs a cue or must be a given name that is nothing else. Vetoed are eponyms, brands, common words, regions and
what ends like a word or a drug. Not covered: names in scripts without capitals outside a labelled field, and unlisted
single names without a cue.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from extproc.detect.brands import branded
from extproc.detect.cues import Cue
from extproc.detect.entities import EntityType
from extproc.detect.lexicon import FIRST
from extproc.detect.lower_case import LowerCase
from extproc.detect.name_grammar import cued_length, listed_length, reversed_length
from extproc.detect.name_joins import apart
from extproc.detect.person_data import on_record
from extproc.detect.recognizer import Candidate, Recognizer, Tier
from extproc.detect.tokens import Run
from extproc.detect.word_names import WordNames


class Names:
    """Finds names in one folded text. Pure; holds the lexicon and nothing of any text."""

    def __init__(self, lexicon: Mapping[str, int]) -> None:
        self.lower_case: Final = LowerCase(lexicon)
        self._words: Final = WordNames(lexicon)

    def rows(self) -> tuple[Recognizer, ...]:
        """Rows of the recognizers' table that look names up."""
        return self.lower_case.before_age(), *self._words.rows()

    def find(self, text: str, runs: Sequence[Run], cues: Mapping[int, Cue]) -> Iterator[Candidate]:
        """Candidates of ``NAME``, in no order, possibly overlapping. ``cues`` are by where the name would begin."""
        return (
            one
            for one in self._all(text, runs, cues)
            if not branded(text, one.start, one.end) or on_record(text, one.end)
        )

    def _all(self, text: str, runs: Sequence[Run], cues: Mapping[int, Cue]) -> Iterator[Candidate]:
        for run in runs:
            first = run[0]
            if len(run) > 1 or first.flags & FIRST or first.start in cues:  # most words stand alone and are no name
                yield from self._in_run(text, run, cues.get(first.start))
        for run, following in pairwise(runs):
            if following[0].start - run[-1].end == 2:  # as a comma and a space are long
                length = reversed_length(text, run, following)
                if length:
                    yield _candidate(run[0].start, following[length - 1].end, Tier.LISTED, "name_reversed")
        for start, end in apart(text, runs):
            yield _candidate(start, end, Tier.LISTED, "name_apart")
        for start, cue in cues.items():
            yield from self.lower_case.after_cue(text, start, cue)
        yield from self.lower_case.anywhere(text)

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


def _candidate(start: int, end: int, tier: Tier, recognizer: str) -> Candidate:
    return Candidate(start, end, EntityType.NAME, tier, recognizer)
