"""The rules tier: patterns, cues and gazetteers, over all passages of a document together.

Each passage is folded to ASCII, read by the table's patterns and by the grammars of names and cities; then names
and numbers found anywhere are looked for everywhere, overlaps are resolved, and offsets are mapped back. Nothing is
kept between calls.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from extproc.detect import dates, patterns, places, propagation
from extproc.detect.cues import NAME_CUES, Cue
from extproc.detect.finding import Finding, Known, Passage, Span
from extproc.detect.fold import Folded, fold
from extproc.detect.gazetteer import Gazetteer
from extproc.detect.lexicon import build
from extproc.detect.names import Names
from extproc.detect.overlap import resolve
from extproc.detect.recognizer import Candidate, Recognizer
from extproc.detect.scan import Scanner
from extproc.detect.tokens import runs

_TABLE: Final[tuple[Recognizer, ...]] = (
    *dates.RECOGNIZERS,
    *patterns.RECOGNIZERS,
    *places.RECOGNIZERS,
    places.FACILITY,
)
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\-./\s]+")
_LABEL_WORDS: Final = 6


@dataclass(frozen=True, slots=True)
class _Read:
    """One passage with what was found in it: ``text`` is the label's cue, of ``offset`` characters, and the passage."""

    folded: Folded
    text: str = field(repr=False)
    offset: int
    candidates: list[Candidate]


class Rules:
    """A :class:`~extproc.detect.finding.Detector`. Making one builds the lexicon and the automata, once a process."""

    names: tuple[str, ...] = ("rules",)

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._lexicon: Final = build(gazetteer)
        self._scanner: Final = Scanner([row.pattern for row in _TABLE] + [cue.pattern for cue in NAME_CUES])
        self._people: Final = Names(self._lexicon)
        self._cities: Final = places.Cities(gazetteer.cities, gazetteer.large_cities)

    def find(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> tuple[tuple[Finding, ...], ...]:
        reads = [self._read(passage) for passage in passages]
        found = ((c.entity, read.text[c.start : c.end]) for read in reads for c in read.candidates)
        elsewhere = ((one.entity, fold(one.text.reveal()).text) for one in known)
        looked_for = propagation.sought(chain(found, elsewhere), self._lexicon)
        return tuple(_findings(read, looked_for) for read in reads)

    def _read(self, passage: Passage) -> _Read:
        folded = fold(passage.text.reveal())
        cue = label_cue(passage.label.reveal())
        text = cue + folded.text
        return _Read(folded, text, len(cue), list(self._candidates(text)))

    def _candidates(self, text: str) -> Iterator[Candidate]:
        data = text.encode("ascii")
        cues: dict[int, Cue] = {}
        for index in self._scanner.hits(data):
            if index < len(_TABLE):
                yield from self._matches(_TABLE[index], index, text, data)
            else:
                kind = NAME_CUES[index - len(_TABLE)].kind
                for _, _, end in self._scanner.finditer(index, data):
                    cues[end] = max(kind, cues.get(end, kind))
        capitalised = runs(text, self._lexicon, cues.keys())
        yield from self._people.find(text, capitalised, cues)
        yield from self._cities.find(text, capitalised)

    def _matches(self, row: Recognizer, index: int, text: str, data: bytes) -> Iterator[Candidate]:
        for start, end, _ in self._scanner.finditer(index, data):
            if row.glue and not row.stands_alone(text, start, end):
                continue
            if row.check is not None and not row.check(text[start:end]):
                continue
            span = places.trimmed(text, start, end) if row is places.FACILITY else (start, end)
            if span is not None:
                yield Candidate(*span, row.entity, row.tier, row.name)


def label_cue(label: str) -> str:
    """What a member's name says before its text: ``patientName`` is ``patient Name: ``; a long one says nothing."""
    words = [word for word in _CAMEL.split(fold(label).text) if word]
    return f"{' '.join(words)}: " if 0 < len(words) <= _LABEL_WORDS else ""


def _findings(read: _Read, looked_for: propagation.Sought) -> tuple[Finding, ...]:
    further = propagation.again(read.text, looked_for) if looked_for else ()
    own = [
        c._replace(start=max(0, c.start - read.offset), end=c.end - read.offset)
        for c in (*read.candidates, *further)
        if c.end > read.offset
    ]
    return tuple(_finding(read.folded, c) for c in resolve(own, read.folded.text))


def _finding(folded: Folded, candidate: Candidate) -> Finding:
    start, end = folded.original(candidate.start, candidate.end)
    return Finding(Span(start, end), candidate.entity, int(candidate.tier), candidate.recognizer)
