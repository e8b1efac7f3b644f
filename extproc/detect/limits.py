"""What a structure forbids: no finding covers a code, a delimiter or half a number of it.

All offsets are those of the folded text that the candidates are in.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from extproc.detect.finding import Form
from extproc.detect.recognizer import Candidate
from extproc.detect.structures.marks import Fence, Marks, Numeral

Range = tuple[int, int]


class Confined(NamedTuple):
    """A candidate, and how what replaces it has to be written."""

    candidate: Candidate
    form: Form


@dataclass(frozen=True, slots=True)
class Limits:
    """``kept`` and ``numerals`` are ordered and do not overlap."""

    kept: tuple[Range, ...] = ()
    numerals: tuple[Numeral, ...] = ()
    fences: Mapping[str, tuple[Range, ...]] = field(default_factory=dict)
    """Where each set of delimiters delimits."""
    formal: tuple[Range, ...] = ()
    """Ordered, not overlapping: where no learned tagger is believed."""

    def before(self, offset: int) -> "Limits":
        """The same for the text from ``offset`` on."""
        return Limits(
            tuple((start - offset, end - offset) for start, end in self.kept),
            tuple(Numeral(one.start - offset, one.end - offset, one.form) for one in self.numerals),
            {
                chars: tuple((start - offset, end - offset) for start, end in ranges)
                for chars, ranges in self.fences.items()
            },
            tuple((start - offset, end - offset) for start, end in self.formal),
        )

    def __bool__(self) -> bool:
        return bool(self.kept or self.numerals or self.fences)  # formal ranges confine nobody but a tagger

    def outside(self, candidates: Iterable[Candidate]) -> Iterable[Candidate]:
        """The candidates of which some character is not kept."""
        return [c for c in candidates if not self._is_kept(c)] if self.kept else candidates

    def in_prose(self, candidate: Candidate, text: str) -> Iterator[Candidate]:
        """What of a learned candidate stands in prose."""
        if not self.formal:
            yield candidate
            return
        for start, end in without(self.formal, candidate.start, candidate.end):
            trimmed = _trimmed(start, end, text)
            if trimmed is not None:
                yield candidate._replace(start=trimmed[0], end=trimmed[1])

    def _is_kept(self, candidate: Candidate) -> bool:
        at = bisect_right(self.kept, candidate.start, key=_start) - 1
        return at >= 0 and candidate.end <= self.kept[at][1]

    def confined(self, candidates: Iterable[Candidate], text: str) -> Iterator[Confined]:
        """Ordered candidates, cut where they may not reach, and grown to the whole of a number that they touch."""
        if not self:
            yield from (Confined(candidate, Form.TEXT) for candidate in candidates)
            return
        last = None
        for candidate in candidates:
            for piece in self._pieces(candidate, text):
                for confined in self._with_numbers(piece):
                    if last is None or confined.candidate.start >= last:
                        last = confined.candidate.end
                        yield confined

    def _pieces(self, candidate: Candidate, text: str) -> Iterator[Candidate]:
        for start, end in without(self.kept, candidate.start, candidate.end):
            for cut in self._fenced(start, end, text):
                trimmed = cut if cut == candidate[:2] else _trimmed(*cut, text)
                if trimmed is not None:
                    yield candidate._replace(start=trimmed[0], end=trimmed[1])

    def _fenced(self, start: int, end: int, text: str) -> Iterator[Range]:
        chars = "".join(chars for chars, ranges in self.fences.items() if _touches(ranges, start, end))
        at = start
        for place in range(start, end) if chars else ():
            if text[place] in chars:
                if at < place:
                    yield at, place
                at = place + 1
        if at < end:
            yield at, end

    def _with_numbers(self, piece: Candidate) -> Iterator[Confined]:
        first = bisect_right(self.numerals, piece.start, key=_end)
        last = bisect_left(self.numerals, piece.end, key=_start)
        at = piece.start
        for numeral in self.numerals[first:last]:
            if at < numeral.start:
                yield Confined(piece._replace(start=at, end=numeral.start), Form.TEXT)
            if numeral.form is Form.PLAIN:
                yield Confined(
                    piece._replace(start=max(at, numeral.start), end=min(piece.end, numeral.end)), Form.PLAIN
                )
            else:
                yield Confined(piece._replace(start=numeral.start, end=numeral.end), numeral.form)
            at = numeral.end
        if at < piece.end:
            yield Confined(piece._replace(start=at), Form.TEXT)


NO_LIMITS: Final = Limits()


def placed(marks: Marks, place: Callable[[int, int], Range]) -> Limits:
    """The limits that ``marks`` set, where ``place`` puts their ranges."""
    return Limits(
        merged(place(start, end) for start, end in (*marks.kept, *_unread(marks))),
        numbered(Numeral(*place(one.start, one.end), one.form) for one in marks.numerals),
        _fences(Fence(*place(one.start, one.end), one.chars) for one in marks.fences),
        merged(place(start, end) for start, end in marks.formal),
    )


def _unread(marks: Marks) -> Iterator[Range]:
    """Base64 of pictures and the like is no text: a name in it is chance."""
    return ((blob.start, blob.end) for blob in marks.blobs if blob.text is None)


def _fences(fences: Iterable[Fence]) -> Mapping[str, tuple[Range, ...]]:
    by_chars: defaultdict[str, list[Range]] = defaultdict(list)
    for start, end, chars in fences:
        by_chars[chars].append((start, end))
    return {chars: merged(ranges) for chars, ranges in by_chars.items()}


def _touches(ranges: tuple[Range, ...], start: int, end: int) -> bool:
    at = bisect_right(ranges, start, key=_end)
    return at < len(ranges) and ranges[at][0] < end


def merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Ordered and without overlaps; empty ones left out."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        elif start < end:
            out.append((start, end))
    return tuple(out)


def numbered(numerals: Iterable[Numeral]) -> tuple[Numeral, ...]:
    """Ordered, each once, zeroed where one of its kind is."""
    known: dict[Range, Form] = {}
    for start, end, form in numerals:
        if start < end and known.get((start, end)) is not Form.ZERO:
            known[start, end] = form
    out: list[Numeral] = []
    for (start, end), form in sorted(known.items()):
        if not out or out[-1].end <= start:
            out.append(Numeral(start, end, form))
    return tuple(out)


def without(ranges: tuple[Range, ...], start: int, end: int) -> Iterator[Range]:
    """What of ``[start, end)`` lies in none of ``ranges``."""
    at = bisect_right(ranges, start, key=_end)
    while start < end and at < len(ranges) and ranges[at][0] < end:
        if start < ranges[at][0]:
            yield start, ranges[at][0]
        start = max(start, ranges[at][1])
        at += 1
    if start < end:
        yield start, end


def _start(numeral: Range | Numeral) -> int:
    return numeral[0]


def _end(numeral: Range | Numeral) -> int:
    return numeral[1]


def _trimmed(start: int, end: int, text: str) -> Range | None:
    """Without blanks and marks at the ends that a cut left; ``None`` where nothing is left to mask."""
    while start < end and not text[start].isalnum() and text[start] not in "+(#":
        start += 1
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in ").":
        end -= 1
    return (start, end) if start < end and any(map(str.isalnum, text[start:end])) else None
