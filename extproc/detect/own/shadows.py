"""Own rules that change nothing: another rule finds all their hits first, or takes them for something else.

A rule is shadowed if that is so of every hit. Hits stand for the rule, so a rule with hits too easy is told as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from extproc.detect.engine import Engine
from extproc.detect.finding import Finding, Passage
from extproc.detect.fold import fold
from extproc.detect.gazetteer import Gazetteer
from extproc.detect.own.faults import Finds, Kind, Level, Remark, Where, called, finder
from extproc.detect.own.organisation import Organisation, OwnList, OwnRule, OwnRules
from extproc.detect.rules import Rules
from extproc.sealed import Sealed

_WORDS_TRIED: Final = 40
"""Of a list without hits, so many words stand for all."""

Reason = tuple[str, str]
"""Why a hit is in the shadow, and what to do."""


def remarks(
    placed: Sequence[tuple[Where, OwnRule]], rules: OwnRules, gazetteer: Gazetteer, product: Rules
) -> Iterator[Remark]:
    """``rules`` have no fault, and ``product`` are the product's alone."""
    own = Organisation(rules)
    compared = _Comparison(product, Engine(product), Engine(Rules(gazetteer, own.recognizers), own=own))
    for at, rule in placed:
        find = finder(rule)
        hits = rule.hits or (rule.words[:_WORDS_TRIED] if isinstance(rule, OwnList) else ())
        reasons = [compared.shadow(rule, find, hit) for hit in hits]
        if reasons and all(reasons):
            why, advice = next(reason for reason in reasons if reason)
            level = Level.ERROR if rule.hits else Level.WARNING
            yield Remark(level, Kind.SHADOWED, at, called(rule), f"it changes nothing: {why}", advice)
        compared.earlier.append((rule, find))


@dataclass(slots=True)
class _Comparison:
    """What reads a hit: the product alone, everything together, and the own rules before."""

    product: Rules
    alone: Engine
    together: Engine
    earlier: list[tuple[OwnRule, Finds]] = field(default_factory=list)

    def shadow(self, rule: OwnRule, find: Finds, hit: str) -> Reason | None:
        """``None`` if the rule finds something that nothing else does, under its own entity."""
        folded = fold(hit)
        without, final = _found(self.alone, hit), _found(self.together, hit)
        reason = None
        for start, end in find(folded.text):
            span = folded.original(start, end)
            if not _covered(final, span, rule):
                reason = _taken(final, span)
            elif _covered(without, span, rule):
                reason = self._product(folded.text, start, end, rule)
            elif other := self._before(folded.text, start, end, rule):
                reason = f"{called(other)} already finds its hits", "remove one of the two"
            else:
                return None
        return reason

    def _product(self, text: str, start: int, end: int, rule: OwnRule) -> Reason:
        """Names the product's rule, rather than what looks again for what was found."""
        names = [c.recognizer for c in self.product.candidates(text) if c.start <= start and end <= c.end]
        name = f"rule {names[0]}" if names else "rules"
        why = f"the product's own {name} already finds its hits as {rule.entity}"
        return why, "remove it, or give a hit that only this rule finds"

    def _before(self, text: str, start: int, end: int, rule: OwnRule) -> OwnRule | None:
        for other, find in self.earlier:
            if other.entity is rule.entity and any(a <= start and end <= b for a, b in find(text)):
                return other
        return None


def _found(engine: Engine, text: str) -> tuple[Finding, ...]:
    return engine.find([Passage(Sealed(text))])[0]


def _covered(findings: Sequence[Finding], span: tuple[int, int], rule: OwnRule) -> bool:
    start, end = span
    return any(f.entity is rule.entity and f.span.start <= start and end <= f.span.end for f in findings)


def _taken(final: Sequence[Finding], span: tuple[int, int]) -> Reason:
    start, end = span
    winner = next((f for f in final if f.span.start < end and start < f.span.end), None)
    if winner is None:
        return "[allow] withdraws its hits", "remove the rule, or what allows them"
    why = f"{winner.recognizer} takes its hits for {winner.entity}"
    return why, "raise its score above that rule's, or change its entity"
