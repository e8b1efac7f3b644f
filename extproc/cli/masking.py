"""A masked text as ``wardgate mask`` writes it: each kind of identifier in its way, surrogates numbered per text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding
from extproc.mask.apply import Mint, pieces
from extproc.mask.plan import Operator, Scheme
from extproc.mask.surrogates import possessive, tag
from extproc.mask.written import fitting


class How(StrEnum):
    """An operator, or ``tag``: the surrogate that says the kind only."""

    SURROGATE = "surrogate"
    TAG = "tag"
    GENERALIZE = "generalize"
    SHIFT = "shift"
    REDACT = "redact"
    MASK = "mask"
    HASH = "hash"
    KEEP = "keep"


GENERALIZED: Final[Mapping[EntityType, How]] = {EntityType.DATE: How.GENERALIZE, EntityType.AGE: How.GENERALIZE}
"""Where nobody says how, dates lose all but the year, and ages over 89 their number."""


@dataclass(frozen=True, slots=True)
class Masking:
    """``key`` is a secret of one run: within it equal values have equal hashes, and dates move by as many days."""

    default: How
    by_entity: Mapping[EntityType, How]
    this_year: int
    key: bytes = field(repr=False)

    def masked(self, text: str, findings: Sequence[Finding]) -> str:
        mint = Mint(Scheme.NUMBERED, self.key, reserved=(text,), this_year=self.this_year)
        mint.surrogates.know(
            text[f.span.start : f.span.end] for f in findings if self._how(f.entity) is How.SURROGATE and _is_name(f)
        )
        return "".join(
            piece.text if piece.finding is None else self._written(piece.finding, piece.text, mint)
            for piece in pieces(text, findings)
        )

    def _how(self, entity: EntityType) -> How:
        return self.by_entity.get(entity, self.default)

    def _written(self, finding: Finding, value: str, mint: Mint) -> str:
        how = self._how(finding.entity)
        if how is How.TAG:
            return fitting(finding.form, Operator.SURROGATE, tag(finding.entity) + possessive(value)[1])
        operator = Operator(how.value)
        return fitting(finding.form, operator, mint.write(operator, finding.entity, value))


def _is_name(finding: Finding) -> bool:
    return finding.entity is EntityType.NAME
