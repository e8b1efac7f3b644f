"""The rules tier: patterns, cues and gazetteers, over one folded text at a time. Nothing is kept between calls."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from extproc.detect import ages, contacts, dates, facilities, national, patterns, places, series, signatures
from extproc.detect.cities import Cities
from extproc.detect.cues import NAME_CUES, Cue
from extproc.detect.gazetteer import Gazetteer
from extproc.detect.lexicon import build
from extproc.detect.names import Names
from extproc.detect.recognizer import Candidate, Recognizer
from extproc.detect.scan import Scanner
from extproc.detect.tokens import runs

TABLE: Final[tuple[Recognizer, ...]] = (
    *dates.RECOGNIZERS,
    *ages.RECOGNIZERS,
    *contacts.RECOGNIZERS,
    *national.RECOGNIZERS,
    *patterns.RECOGNIZERS,
    *places.RECOGNIZERS,
    *facilities.RECOGNIZERS,
    *signatures.RECOGNIZERS,
)


class Rules:
    """Proposes candidates. Making one builds the lexicon and the automata, once a process.

    ``further`` are recognizers of the organisation's own, which stand behind those of the table.
    """

    lexicon: Mapping[str, int]

    def __init__(self, gazetteer: Gazetteer, further: Sequence[Recognizer] = ()) -> None:
        self.lexicon = build(gazetteer)
        self._cities: Final = Cities(gazetteer.cities, gazetteer.large_cities)
        self._people: Final = Names(self.lexicon)
        self._table: Final = (*TABLE, self._cities.in_lower_case(), *self._people.rows(), *further)
        self._scanner: Final = Scanner([row.pattern for row in self._table] + [cue.pattern for cue in NAME_CUES])

    def candidates(self, text: str) -> list[Candidate]:
        """Of one folded text; in no order, possibly overlapping."""
        data = text.encode("ascii")
        found: list[Candidate] = []
        cues: dict[int, Cue] = {}
        for index in self._scanner.hits(data):
            if index < len(self._table):
                found += self._matches(self._table[index], index, text, data)
            else:
                kind = NAME_CUES[index - len(self._table)].kind
                for _, _, end in self._scanner.finditer(index, data):
                    if kind > cues.get(end, -1):
                        cues[end] = kind
        capitalised = runs(text, self.lexicon, cues.keys())
        found += self._people.find(text, capitalised, cues)
        found += self._cities.find(text, capitalised)
        return found

    def _matches(self, row: Recognizer, index: int, text: str, data: bytes) -> Iterator[Candidate]:
        for start, end, _ in self._scanner.finditer(index, data):
            if row.glue and not row.stands_alone(text, start, end):
                continue
            if row.check is not None and not row.check(text[start:end]):
                continue
            if row.beside is not None and not row.beside(text, start, end):
                continue
            span = row.narrow(text, start, end) if row.narrow else (start, end)
            if span is not None:
                yield Candidate(*span, row.entity, row.tier, row.name, row.score)
                if row.listed:
                    for another in series.further(text, *span):
                        yield Candidate(*another, row.entity, row.tier, row.name, row.score)
