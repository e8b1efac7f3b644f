"""Words beside a match."""

import pytest

from extproc.detect.own.near import near


def permits(text: str, before: tuple[str, ...] = (), after: tuple[str, ...] = (), within: int = 20) -> bool:
    start = text.index("77")
    return near(before, after, within)(text, start, start + 2)


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("badge 77", True),
        ("BADGE no. 77", True),
        ("badges 77", False),
        ("ebadge 77", False),
        ("badge of a colleague who left: 77", False),
        ("77 badge", False),
        ("staff-id 77", True),
        ("staff\nid: 77", True),
    ],
)
def test_a_cue_stands_before_within_reach(text: str, stands: bool) -> None:
    assert permits(text, before=("badge", "staff id")) is stands


def test_a_cue_stands_behind() -> None:
    assert permits("77 on the badge", after=("badge",))
    assert not permits("77 on the badge", after=("badge",), within=8)
    assert not permits("badge 77", after=("badge",))


def test_one_of_both_sides_is_enough() -> None:
    assert permits("badge 77", before=("badge",), after=("tag",))
    assert permits("77 tag", before=("badge",), after=("tag",))
    assert not permits("tag 77 badge", before=("badge",), after=("tag",))


def test_a_cue_that_reach_cuts_in_two_is_none() -> None:
    assert not permits("mybadge 77", before=("badge",), within=6)


def test_nothing_is_a_cue_where_none_was_named() -> None:
    assert not permits("badge 77", before=("--",))
