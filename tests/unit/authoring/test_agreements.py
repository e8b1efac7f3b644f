"""Agreements that end soon, or did, are told with the day and the line."""

import json
from pathlib import PurePosixPath
from typing import Any

import pytest

from extproc.authoring.agreements import DAY_US, remarks
from extproc.authoring.where import Where

NOW_US = 1_795_300_000_000_000  # 2026-11-21


def told(provider: dict[str, Any], days: object = 30) -> list[str]:
    data = {"baa_warn_days": days, "known": {"cloud": provider}}
    files = {PurePosixPath("wardgate/providers/data.json"): json.dumps(data, indent=2).encode()}
    return [str(one) for one in remarks({"providers": data}, Where(files), NOW_US)]


def signed(ends_us: object, **more: object) -> dict[str, Any]:
    return {"on_premises": False, "baa": {"signed": True, "expires_us": ends_us}, **more}


def test_one_that_ends_within_the_days_is_told() -> None:
    (line,) = told(signed(NOW_US + 9 * DAY_US))
    assert line.startswith(
        "wardgate/providers/data.json:8: warning: cloud: the agreement ends on 2026-11-30, in 9 days"
    )
    assert "baa_expires_soon" in line


def test_one_that_ended_is_told() -> None:
    (line,) = told(signed(NOW_US))
    assert "cloud: the agreement ended on 2026-11-21: its requests are denied (baa_expired)" in line


@pytest.mark.parametrize(
    "provider",
    [
        signed(NOW_US + 31 * DAY_US),
        signed(NOW_US, on_premises=True),
        {"on_premises": False, "baa": {"signed": False, "expires_us": 0}},
        {"on_premises": False},
        signed("2026-11-22"),
    ],
)
def test_of_others_nothing_is_said(provider: dict[str, Any]) -> None:
    assert told(provider) == []


def test_data_of_another_shape_is_not_read() -> None:
    assert told(signed(NOW_US), days="30") == []


def test_a_date_past_all_calendars_is_said() -> None:
    assert told(signed(10**18), days=10**9) != []
