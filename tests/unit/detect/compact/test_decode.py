"""One threshold finds, a lower one says how far what was found reaches."""

import numpy as np
import pytest

from extproc.detect.compact.decode import THRESHOLDS, Run, Thresholds, believed, runs
from extproc.detect.entities import EntityType as E
from extproc.detect.learned import Mode

AT = Thresholds(sure=(0.8, 0.6), sure_in_one_case=(0.9, 0.95), possible=0.4)


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


@pytest.mark.parametrize(
    ("written", "permille", "expected"),
    [
        ("Anna", 800, True),
        ("McKay O'Neil", 800, True),
        ("王芳", 800, True),
        ("anna", 899, False),
        ("anna", 900, True),
        ("ANNA B.", 899, False),
        ("ANNA B.", 900, True),
    ],
)
def test_what_is_written_in_one_case_has_to_be_surer(written: str, permille: int, expected: bool) -> None:
    assert believed(Run(0, 0, E.NAME, permille), written, AT) is expected


def test_each_entity_has_its_own_threshold_in_one_case() -> None:
    assert not believed(Run(0, 0, E.GEO, 949), "boise", AT)
    assert believed(Run(0, 0, E.GEO, 950), "boise", AT)


@pytest.mark.parametrize("mode", [Mode.BALANCED, Mode.STRICT])
def test_every_mode_that_asks_has_thresholds_in_order(mode: Mode) -> None:
    at = THRESHOLDS[mode]
    assert all(0 < at.possible <= sure <= alone < 1 for sure, alone in zip(at.sure, at.sure_in_one_case, strict=True))


def test_strict_believes_sooner() -> None:
    strict, balanced = THRESHOLDS[Mode.STRICT], THRESHOLDS[Mode.BALANCED]
    assert strict.possible < balanced.possible
    assert all(sooner < later for sooner, later in zip(strict.sure, balanced.sure, strict=True))
    assert all(sooner < later for sooner, later in zip(strict.sure_in_one_case, balanced.sure_in_one_case, strict=True))
