"""The table of phases agrees with itself."""

from typing import get_args

from extproc.exchange import events as e
from extproc.exchange.phases import NEXT, Phase


def test_every_phase_has_a_row_and_every_row_knows_of_a_caller_who_leaves() -> None:
    assert set(NEXT) == set(Phase)
    assert all(e.Disconnected in row for row in NEXT.values())


def test_only_known_events_stand_in_the_table() -> None:
    assert {kind for row in NEXT.values() for kind in row} <= set(get_args(e.Event))


def test_every_phase_is_reached_and_over_is_reached_from_all() -> None:
    reached = {phase for row in NEXT.values() for targets in row.values() for phase in targets}
    assert reached == set(Phase) - {Phase.OPENING}
    assert all(
        any(Phase.OVER in targets for targets in NEXT[phase].values()) for phase in Phase if phase is not Phase.OVER
    )


def test_nothing_leaves_what_is_over() -> None:
    assert all(targets == {Phase.OVER} for targets in NEXT[Phase.OVER].values())


def test_forwarded_is_reached_by_a_record_alone() -> None:
    ways = {
        (phase, kind)
        for phase, row in NEXT.items()
        for kind, to in row.items()
        if Phase.FORWARDED in to and phase is not Phase.FORWARDED
    }
    assert ways == {(Phase.RECORDING_DECISION, e.Recorded)}
