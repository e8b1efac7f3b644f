"""Where prose ends and a structure begins, for a tagger that learned from prose."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extproc.detect.engine import Engine
from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Passage
from extproc.detect.learned import Mode, Tagged
from extproc.detect.rules import Rules
from extproc.detect.structures.reach import Reach, formal
from extproc.sealed import Sealed
from tests.support.words import GAZETTEER


@pytest.mark.parametrize(
    ("noted", "expected"),
    [
        ([], []),
        ([Reach(0, 9, True)], [(0, 9)]),
        ([Reach(0, 9, True), Reach(3, 5, False)], [(0, 3), (5, 9)]),
        ([Reach(0, 9, True), Reach(2, 8, False), Reach(4, 6, True)], [(0, 2), (4, 6), (8, 9)]),
        ([Reach(0, 9, True), Reach(0, 9, False)], []),
        ([Reach(0, 4, True), Reach(6, 8, True)], [(0, 4), (6, 8)]),
        ([Reach(0, 4, True), Reach(2, 8, False)], [(0, 2)]),
    ],
)
def test_the_innermost_range_counts(noted: list[Reach], expected: list[tuple[int, int]]) -> None:
    assert list(formal(noted)) == expected


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 20), st.booleans())))
def test_any_ranges_give_ordered_ranges_that_do_not_overlap(noted: list[tuple[int, int, bool]]) -> None:
    at = 0
    for start, end in formal([Reach(start, start + size, flag) for start, size, flag in noted]):
        assert at <= start < end
        at = end


class Everything:
    """Takes every text for one name."""

    name = "everything"
    costly = False

    def tag(self, texts: Sequence[str], mode: Mode) -> list[list[Tagged]]:
        return [[Tagged(0, len(text), E.NAME, 900)] if text else [] for text in texts]


def learned(text: str) -> list[str]:
    engine = Engine(Rules(GAZETTEER), Everything(), Mode.STRICT)
    return [text[f.span.start : f.span.end] for f in engine.find([Passage(Sealed(text))])[0]]


def test_a_tagger_is_not_believed_in_markup() -> None:
    text = '<performer typeCode="PRF"><note>Kinga Oravecz came</note><br/></performer>'
    assert learned(text) == ["Kinga Oravecz came"]


def test_a_tagger_is_not_believed_in_member_names_and_single_words_of_json() -> None:
    assert learned('{"careTeam": "Bundle", "note": "Kinga Oravecz came"}') == ["Kinga Oravecz came"]


def test_prose_around_a_structure_is_prose() -> None:
    assert learned('Kinga {"a": "b"} Oravecz') == ["Kinga", "Oravecz"]
