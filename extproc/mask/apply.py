"""Findings and a plan into masked text; what was done is told in edits, not in text."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding, Span
from extproc.mask.operators import Terms, applied
from extproc.mask.plan import Operator, Plan, Scheme
from extproc.mask.surrogates import LOOKALIKE, Surrogates, canonical
from extproc.mask.written import fitting

LATEST_YEAR: Final = 2039
"""Stands for a clock where none is given: years before 1950 are then not written, which is right until 2039."""

_NOWHERE: Final = (sys.maxsize, sys.maxsize)


@dataclass(frozen=True, slots=True)
class Edit:
    """One finding that was masked: ``span`` in the source, ``length`` of the replacement, both in code points."""

    span: Span
    entity: EntityType
    operator: Operator
    length: int


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked text and what was done to it; findings that the plan keeps are no edits."""

    text: str = field(repr=False)
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of a text between findings, or one finding's text.

    ``rest`` marks the end of a finding whose beginning was already released.
    """

    text: str = field(repr=False)
    finding: Finding | None = None
    rest: bool = False


class Mint:
    """Writes all replacements of one exchange.

    ``key`` is the tenant's: surrogates of the ``KEYED`` scheme are equal for equal values under ``key`` and ``index``;
    hashes and date shifts differ from one ``exchange`` to the next. ``reserved`` are the caller's own texts.
    """

    def __init__(
        self,
        scheme: Scheme,
        key: bytes,
        index: str = "",
        reserved: Iterable[str] = (),
        *,
        exchange: str = "",
        this_year: int = LATEST_YEAR,
    ) -> None:
        self.surrogates: Final = Surrogates(scheme, key, index, reserved)
        self._terms: Final = Terms.of(key, exchange, this_year)

    def write(self, operator: Operator, entity: EntityType, value: str) -> str:
        """The replacement of a value in the request: its surrogate may be restored."""
        return applied(operator, entity, value, self.surrogates.issue, self._terms)

    def cover(self, operator: Operator, entity: EntityType, value: str) -> str:
        """The replacement of a value in an answer: a surrogate first issued here is never restored."""
        return applied(operator, entity, value, self.surrogates.cover, self._terms)


Write = Callable[[Operator, EntityType, str], str]


def masked(text: str, findings: Sequence[Finding], plan: Plan, mint: Mint) -> Masked:
    """A text of the request, masked. Findings are ordered and do not overlap, as a detector answers them."""
    out, edits = [], []
    for piece in pieces(text, findings):
        if piece.finding is None:
            out.append(piece.text)
            continue
        operator = plan.operator(piece.finding.entity)
        masked_text = mint.write(operator, piece.finding.entity, piece.text)
        written = fitting(piece.finding.form, operator, masked_text)
        out.append(written)
        if operator is not Operator.KEEP:
            edits.append(Edit(piece.finding.span, piece.finding.entity, operator, len(written)))
    return Masked("".join(out), tuple(edits))


def blocked(findings: Iterable[Finding], plan: Plan) -> frozenset[EntityType]:
    """The entities for which the plan refuses the exchange."""
    found = {finding.entity for finding in findings}
    return frozenset(entity for entity in found if plan.operator(entity) is Operator.BLOCK)


def pieces(text: str, findings: Sequence[Finding]) -> Iterator[Piece]:
    """The whole text, cut at its findings."""
    at = 0
    for finding in findings:
        start, end = finding.span.start, finding.span.end
        if start < at or end > len(text):
            raise AssertionError("findings are ordered, do not overlap and lie within their text")
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], finding)
        at = end
    if at < len(text):
        yield Piece(text[at:])


def beside_surrogates(text: str, findings: Sequence[Finding], surrogates: Surrogates) -> tuple[Finding, ...]:
    """The findings without those that lie within a surrogate of the request: a placeholder is no identifier.

    Findings are ordered and do not overlap, and so it is one walk along both.
    """
    if not findings:
        return ()
    ours = (match.span() for match in LOOKALIKE.finditer(text) if surrogates.original(canonical(match)))
    start, end = next(ours, _NOWHERE)
    foreign = []
    for finding in findings:
        while end < finding.span.end:
            start, end = next(ours, _NOWHERE)
        if finding.span.start < start:
            foreign.append(finding)
    return tuple(foreign)
