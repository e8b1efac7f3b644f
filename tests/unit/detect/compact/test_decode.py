"""One threshold finds, a lower one says how far what was found reaches."""

import numpy as np
import pytest

from extproc.detect.compact.decode import THRESHOLDS, Run, Thresholds, believed, runs
from extproc.detect.entities import EntityType as E
from extproc.detect.learned import Mode

AT = Thresholds(sure=(0.8, 0.6), sure_alike=(0.85, 0.7), sure_apart=(0.9, 0.95), possible=0.4)


def found(*chances: tuple[float, float], outside: int = -1) -> list[Run]:
    """``chances`` of a name and of a place, one pair a token; the token ``outside`` is in no text."""
    classes = np.array([(1 - name - place, name, place) for name, place in chances], np.float32).reshape(-1, 3)
    return list(runs(classes, np.arange(len(chances)) != outside, AT))


def test_a_sure_token_takes_possible_neighbours_with_it() -> None:
    assert found((0, 0), (0.5, 0), (0.875, 0), (0.25, 0)) == [Run(1, 2, E.NAME, 875)]


def test_possible_tokens_alone_are_nothing() -> None:
    assert found((0, 0), (0.75, 0), (0.5, 0), (0, 0)) == []


def test_a_name_and_a_place_side_by_side_are_two() -> None:
    assert found((1, 0), (0, 1)) == [Run(0, 0, E.NAME, 1000), Run(1, 1, E.GEO, 1000)]


def test_each_entity_has_its_own_threshold() -> None:
    assert found((0.75, 0), (0, 0), (0, 0.75)) == [Run(2, 2, E.GEO, 750)]


def test_a_run_ends_with_its_text() -> None:
    assert found((1, 0), (1, 0), (1, 0), outside=1) == [Run(0, 0, E.NAME, 1000), Run(2, 2, E.NAME, 1000)]


def test_of_no_tokens_there_is_no_run() -> None:
    assert found() == []


def is_believed(entity: E, permille: int, before: str, written: str, behind: str = "") -> bool:
    return believed(Run(0, 0, entity, permille), before + written + behind, len(before), len(before + written), AT)


@pytest.mark.parametrize("written", ["Anna", "McKay O'Neil", "王芳"])
def test_what_is_written_in_two_cases_or_none_needs_no_more(written: str) -> None:
    assert is_believed(E.NAME, 800, "we asked ", written, " TWICE")


@pytest.mark.parametrize(
    ("before", "written", "behind", "permille"),
    [
        ("hi ", "anna", " , come in", 850),
        ("", "anna", "", 850),
        ("SEEN BY ", "ANNA B.", " 12/03", 850),
        ("Hi, ", "anna", ", come in", 900),
        ("hi ", "anna", ", I see", 900),
        ("Seen by ", "ANNA B.", " 12/03", 900),
        ("A" + "." * 80, "anna", "." * 80 + "A", 850),
        ("." * 80, "anna", "." * 79 + "A", 900),
    ],
)
def test_what_is_written_in_one_case_has_to_be_surer_among_words_in_the_other(
    before: str, written: str, behind: str, permille: int
) -> None:
    assert is_believed(E.NAME, permille, before, written, behind)
    assert not is_believed(E.NAME, permille - 1, before, written, behind)


def test_each_entity_has_its_own_threshold_in_one_case() -> None:
    assert not is_believed(E.GEO, 949, "We left ", "boise")
    assert is_believed(E.GEO, 950, "We left ", "boise")
    assert not is_believed(E.GEO, 699, "we left ", "boise")
    assert is_believed(E.GEO, 700, "we left ", "boise")


@pytest.mark.parametrize("mode", [Mode.BALANCED, Mode.STRICT])
def test_every_mode_that_asks_has_thresholds_in_order(mode: Mode) -> None:
    at = THRESHOLDS[mode]
    for sure, alike, apart in zip(at.sure, at.sure_alike, at.sure_apart, strict=True):
        assert 0 < at.possible <= sure <= alike <= apart < 1


def test_strict_believes_sooner() -> None:
    strict, balanced = THRESHOLDS[Mode.STRICT], THRESHOLDS[Mode.BALANCED]
    assert strict.possible < balanced.possible
    assert all(sooner < later for sooner, later in zip(strict.sure, balanced.sure, strict=True))
    assert all(sooner < later for sooner, later in zip(strict.sure_alike, balanced.sure_alike, strict=True))
    assert all(sooner < later for sooner, later in zip(strict.sure_apart, balanced.sure_apart, strict=True))
