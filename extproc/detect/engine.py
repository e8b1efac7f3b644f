"""All tiers together, over the passages of one document.

Each passage is folded and read by the rules; structures add the values they name and withdraw what they declare to be
codes; the learned tagger, if any, adds what it sees. Then names and numbers found anywhere are looked for
everywhere, overlaps are resolved, and offsets are mapped back. Nothing is kept between calls.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Final

from extproc.detect import propagation
from extproc.detect.attached import Attached
from extproc.detect.behind_names import behind_names
from extproc.detect.doubts import doubted
from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding, Form, Known, Passage, Span
from extproc.detect.fold import Folded, fold
from extproc.detect.known_places import mentions, places
from extproc.detect.learned import Mode, Tagged, Tagger
from extproc.detect.limits import NO_LIMITS, Limits, merged, placed
from extproc.detect.overlap import resolve
from extproc.detect.own.organisation import NO_RULES, Organisation, Standing
from extproc.detect.phrases import Phrases
from extproc.detect.recognizer import Candidate, Tier
from extproc.detect.rules import Rules
from extproc.detect.structures import reading
from extproc.detect.structures.marks import NONE, Blob, Marks
from extproc.detect.windows import open_windows

_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\-./\s]+")
_LABEL_WORDS: Final = 6


@dataclass(slots=True)
class _Read:
    """One passage with what was found in it: ``text`` is the label's cue, of ``offset`` characters, and the passage."""

    folded: Folded
    text: str = field(repr=False)
    offset: int
    candidates: list[Candidate]
    standing: Standing
    limits: Limits = NO_LIMITS
    """In offsets of ``text``."""

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A range of the passage as given, in offsets of ``text``; empty where nothing of it is left."""
        start, end = self.folded.folded(start, end)
        return start + self.offset, end + self.offset

    def attach(self, blob: Blob, entity: EntityType | None) -> None:
        """Take a text in base64 as one identifier; with no ``entity`` in it, leave it alone."""
        start, end = self.place(blob.start, blob.end)
        if entity is not None and start < end:
            self.candidates.append(Candidate(start, end, entity, Tier.STRUCTURED, "attachment"))
        elif start < end:
            self.limits = replace(self.limits, kept=merged([*self.limits.kept, (start, end)]))


class Engine:
    """A :class:`~extproc.detect.finding.Detector`. ``tagger`` is asked in every mode but ``FAST``.

    ``own`` are the organisation's rules, whose recognizers ``rules`` was made with.
    """

    def __init__(
        self, rules: Rules, tagger: Tagger | None = None, mode: Mode = Mode.FAST, own: Organisation = NO_RULES
    ) -> None:
        if (tagger is None) is not (mode is Mode.FAST):
            raise AssertionError("a tagger stands for every mode but fast")
        self._rules: Final = rules
        self._tagger: Final = tagger
        self._mode: Final = mode
        self._own: Final = own
        self.names: tuple[str, ...] = own.names(None if tagger is None else tagger.name)

    def find(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> tuple[tuple[Finding, ...], ...]:
        marks = reading.read(passages)
        attached = Attached(marks)
        passages = (*passages, *attached.passages)
        cues = {label: label_cue(label) for label in {passage.label.reveal() for passage in passages}}
        reads = [self._read(passage, cues[passage.label.reveal()]) for passage in passages]
        for read, of_one in zip(
            reads, (*marks, *(reading.read(attached.passages) if attached.passages else ())), strict=True
        ):
            _mark(read, of_one)
        if self._tagger is not None:
            self._tag(self._tagger, passages, reads)
        for read in filter(_has_candidates, reads):
            read.candidates += read.limits.outside(behind_names(read.text, read.candidates))
            read.candidates = read.standing.of(read.candidates)
        # What is learned is looked for again however sure it is: to ask for 0.9 left more and was no more precise.
        found = ((c.entity, read.text[c.start : c.end]) for read in reads for c in read.candidates)
        elsewhere = ((one.entity, fold(one.text.reveal()).text) for one in known)
        looked_for = propagation.sought(chain(found, elsewhere), self._rules.lexicon)
        structured = ((r, c) for r in reads for c in r.candidates if c.tier is Tier.STRUCTURED)
        named = places(((c, r.text[c.start : c.end]) for r, c in structured), self._rules.lexicon)
        inner = [_findings(read, looked_for, named) for read in reads[attached.first :]]
        for place, blob, entity in attached.findings(inner):
            reads[place].attach(blob, entity)
        return tuple(_findings(read, looked_for, named) for read in reads[: attached.first])

    def _read(self, passage: Passage, cue: str) -> _Read:
        folded = fold(passage.text.reveal())
        text = cue + folded.text
        candidates = self._rules.candidates(text)
        candidates += self._own.listed(text)
        return _Read(folded, text, len(cue), candidates, self._own.standing(text))

    def _tag(self, tagger: Tagger, passages: Sequence[Passage], reads: Sequence[_Read]) -> None:
        spared = tagger.costly and self._mode is Mode.BALANCED
        parts = [
            (read, start, passage.text.reveal()[start:end])
            for passage, read in zip(passages, reads, strict=True)
            for start, end in (self._open(read) if spared else [(0, len(passage.text))])
        ]
        tagged = tagger.tag([text for _, _, text in parts], self._mode)
        for (read, start, _), spans in zip(parts, tagged, strict=True):
            learned = _learned(read, start, spans, tagger.name)
            prose = chain.from_iterable(read.limits.in_prose(one, read.text) for one in learned)
            lexicon = self._rules.lexicon
            read.candidates += (c for c in prose if not doubted(read.text, c.start, c.end, c.entity, lexicon))

    def _open(self, read: _Read) -> Iterator[tuple[int, int]]:
        """Ranges of the passage as given that the rules leave open."""
        found = (*((c.start, c.end) for c in read.candidates), *read.limits.kept, *read.limits.formal, (0, read.offset))
        for start, end in open_windows(read.text, found, self._rules.lexicon):
            yield read.folded.original(max(0, start - read.offset), end - read.offset)


def label_cue(label: str) -> str:
    """What a member's name says before its text: ``patientName`` is ``patient Name: ``; a long one says nothing."""
    if not label:
        return ""
    words = [word for word in _CAMEL.split(fold(label).text) if word]
    return f"{' '.join(words)}: " if 0 < len(words) <= _LABEL_WORDS else ""


def _has_candidates(read: _Read) -> bool:
    return bool(read.candidates)


def _mark(read: _Read, marks: Marks) -> None:
    """Add what the structure names, and withdraw what lies in its codes. What lies in base64 is no text."""
    if marks is NONE:
        return
    read.limits = placed(marks, read.place)
    blobs = Limits(merged([*read.limits.kept, *(read.place(blob.start, blob.end) for blob in marks.blobs)]))
    named = (c._replace(start=start, end=end) for c in marks.candidates for start, end in [read.place(c.start, c.end)])
    read.candidates = [*(c for c in named if c.start < c.end), *blobs.outside(read.candidates)]


def _learned(read: _Read, offset: int, spans: Iterable[Tagged], name: str) -> Iterator[Candidate]:
    """``offset``: where in the passage the part began that the spans are of."""
    for span in spans:
        start, end = read.place(offset + span.start, offset + span.end)
        if start < end:
            yield Candidate(start, end, span.entity, Tier.LEARNED, name, span.score_permille)


def _findings(read: _Read, looked_for: propagation.Sought, named: Phrases[EntityType]) -> tuple[Finding, ...]:
    found = read.candidates
    if looked_for:
        again = read.standing.of(read.limits.outside(propagation.again(read.text, looked_for)))
        found = [*found, *_first_found(again, found)]
    if named:
        found = [*found, *read.standing.of(read.limits.outside(mentions(read.text, named)))]
    if read.offset:
        found = [_behind(c, read.offset) for c in found if c.end > read.offset]
    settled = resolve(found, read.folded.text)
    if not read.limits:
        return tuple(_finding(read.folded, candidate) for candidate in settled)
    limits = read.limits.before(read.offset) if read.offset else read.limits
    return tuple(_finding(read.folded, *one) for one in limits.confined(settled, read.folded.text))


def _first_found(again: Sequence[Candidate], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """What was found again just where it had been found is named after what found it first, or needs no second finding
    if it was as sure."""
    first = {candidate[:3]: candidate for candidate in found} if again else {}
    for candidate in again:
        known = first.get(candidate[:3])
        if known is None:
            yield candidate
        elif known.tier < candidate.tier:
            yield candidate._replace(recognizer=known.recognizer)


def _behind(candidate: Candidate, offset: int) -> Candidate:
    """In offsets of the passage, of which ``offset`` characters of its label's cue stand before."""
    return candidate._replace(start=max(0, candidate.start - offset), end=candidate.end - offset)


def _finding(folded: Folded, candidate: Candidate, form: Form = Form.TEXT) -> Finding:
    start, end = folded.original(candidate.start, candidate.end)
    score = candidate.score or int(candidate.tier)
    return Finding(Span(start, end), candidate.entity, score, candidate.recognizer, form)
