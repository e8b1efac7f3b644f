"""Start-up fails closed on a detector that misses planted identifiers."""

from collections.abc import Sequence

from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding, Known, Passage, Span
from extproc.detect.selftest import PLANTED, planted
from tests.support.words import small_engine


class Blind:
    """A detector that finds nothing."""

    names: tuple[str, ...] = ("blind",)

    def find(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> tuple[tuple[Finding, ...], ...]:
        return tuple(() for _ in passages)


def test_the_rules_find_every_planted_class() -> None:
    assert planted(small_engine()) == ()


def test_a_blind_detector_misses_every_class() -> None:
    assert planted(Blind()) == tuple(EntityType)


class Mistaken:
    """A detector that takes every text for one identifier of one kind."""

    names: tuple[str, ...] = ("mistaken",)

    def find(self, passages: Sequence[Passage], known: Sequence[Known] = ()) -> tuple[tuple[Finding, ...], ...]:
        return tuple((Finding(Span(0, len(one.text)), EntityType.NAME, 900, "all"),) for one in passages)


def test_an_identifier_found_under_another_name_is_missed() -> None:
    assert planted(Mistaken()) == tuple(entity for entity in EntityType if entity is not EntityType.NAME)


def test_every_entity_is_planted_once() -> None:
    assert [entity for entity, _, _ in PLANTED] == list(EntityType)
