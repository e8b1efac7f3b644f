"""What time of day it is where the gate is."""

import pytest

from extproc.adapters.clock import local_of
from extproc.policy.query import Local

SUMMER_US = 1_780_000_000_000_000  # Thursday, 28 May 2026, 20:26:40 UTC
WINTER_US = 1_767_228_000_000_000  # Thursday, 1 January 2026, 00:40:00 UTC


@pytest.mark.parametrize(
    ("timezone", "time_us", "hour", "weekday"),
    [
        ("UTC", SUMMER_US, 20, 3),
        ("UTC", 0, 0, 3),
        ("UTC", WINTER_US, 0, 3),
        ("America/New_York", SUMMER_US, 16, 3),
        ("America/New_York", WINTER_US, 19, 2),
        ("Asia/Kolkata", SUMMER_US, 1, 4),
    ],
)
def test_the_hour_is_that_of_the_place(timezone: str, time_us: int, hour: int, weekday: int) -> None:
    assert local_of(timezone)(time_us) == Local(hour, weekday, timezone)
