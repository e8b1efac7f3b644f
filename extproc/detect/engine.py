"""All tiers together, over the passages of one document.

Each passage is folded and read by the rules; structures add the values they name and withdraw what they declare to be
codes; the learned tagger, if any, adds what it sees. Then names and numbers found anywhere are looked for
everywhere, overlaps are resolved, and offsets are mapped back. Nothing is kept between calls.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from extproc.detect import propagation
from extproc.detect.finding import Finding, Known, Passage, Span
from extproc.detect.fold import Folded, fold
from extproc.detect.learned import Mode, Tagged, Tagger
from extproc.detect.overlap import resolve
from extproc.detect.recognizer import Candidate, Tier
from extproc.detect.rules import Rules
from extproc.detect.structures import reading
from extproc.detect.structures.marks import Marks

_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\-./\s]+")
_LABEL_WORDS: Final = 6


@dataclass(slots=True)
class _Read:
    """One passage with what was found in it: ``text`` is the label's cue, of ``offset`` characters, and the passage."""

    folded: Folded
    text: str = field(repr=False)
    offset: int
    candidates: list[Candidate]
    kept: tuple[tuple[int, int], ...] = ()
    """In offsets of ``text``, ordered."""

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A range of the passage as given, in offsets of ``text``; empty where nothing of it is left."""
        start, end = self.folded.folded(start, end)
        return start + self.offset, end + self.offset


class Engine:
    """A :class:`~extproc.detect.finding.Detector`. ``tagger`` is asked in every mode but ``FAST``."""

    def __init__(self, rules: Rules, tagger: Tagger | None = None, mode: Mode = Mode.FAST) -> None:
        if (tagger is None) is not (mode is Mode.FAST):
            raise AssertionError("a tagger stands for every mode but fast")
        self._rules: Final = rules
        self._tagger: Final = tagger
        self._mode: Final = mode
        self.names: tuple[str, ...] = ("rules",) if tagger is None else ("rules", tagger.name)

    def find(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> tuple[tuple[Finding, ...], ...]:
        reads = [self._read(passage) for passage in passages]
        for read, marks in zip(reads, reading.read(passages), strict=True):
            _mark(read, marks)
        if self._tagger is not None:
            self._tag(self._tagger, passages, reads)
        found = ((c.entity, read.text[c.start : c.end]) for read in reads for c in read.candidates)
        elsewhere = ((one.entity, fold(one.text.reveal()).text) for one in known)
        looked_for = propagation.sought(chain(found, elsewhere), self._rules.lexicon)
        return tuple(_findings(read, looked_for) for read in reads)

    def _read(self, passage: Passage) -> _Read:
        folded = fold(passage.text.reveal())
        cue = label_cue(passage.label.reveal())
        text = cue + folded.text
        return _Read(folded, text, len(cue), list(self._rules.candidates(text)))

    def _tag(self, tagger: Tagger, passages: Sequence[Passage], reads: Sequence[_Read]) -> None:
        tagged = tagger.tag([passage.text.reveal() for passage in passages], self._mode)
        for read, spans in zip(reads, tagged, strict=True):
            read.candidates += _learned(read, spans, tagger.name)


def label_cue(label: str) -> str:
    """What a member's name says before its text: ``patientName`` is ``patient Name: ``; a long one says nothing."""
    words = [word for word in _CAMEL.split(fold(label).text) if word]
    return f"{' '.join(words)}: " if 0 < len(words) <= _LABEL_WORDS else ""


def _mark(read: _Read, marks: Marks) -> None:
    """Add what the structure names, and withdraw what lies in its codes."""
    read.kept = tuple(sorted(read.place(start, end) for start, end in marks.kept))
    named = (c._replace(start=start, end=end) for c in marks.candidates for start, end in [read.place(c.start, c.end)])
    read.candidates = [*_outside(read.kept, read.candidates), *(c for c in named if c.start < c.end)]


def _outside(kept: tuple[tuple[int, int], ...], candidates: Iterable[Candidate]) -> Iterable[Candidate]:
    """The candidates of which some character is not within one kept range."""
    if not kept:
        return candidates
    return (c for c in candidates if not any(start <= c.start and c.end <= end for start, end in kept))


def _learned(read: _Read, spans: Iterable[Tagged], name: str) -> Iterator[Candidate]:
    for span in spans:
        start, end = read.place(span.start, span.end)
        if start < end:
            yield Candidate(start, end, span.entity, Tier.LEARNED, name, span.score_permille)


def _findings(read: _Read, looked_for: propagation.Sought) -> tuple[Finding, ...]:
    further = propagation.again(read.text, looked_for) if looked_for else ()
    own = [
        c._replace(start=max(0, c.start - read.offset), end=c.end - read.offset)
        for c in (*read.candidates, *_outside(read.kept, further))
        if c.end > read.offset
    ]
    return tuple(_finding(read.folded, c) for c in resolve(own, read.folded.text))


def _finding(folded: Folded, candidate: Candidate) -> Finding:
    start, end = folded.original(candidate.start, candidate.end)
    return Finding(Span(start, end), candidate.entity, candidate.score or int(candidate.tier), candidate.recognizer)
