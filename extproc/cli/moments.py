"""Moments as people write them on a command line."""

import re
from datetime import UTC, datetime
from typing import Final

import typer

_BACK: Final = re.compile(r"(\d{1,6})([mhdw])")
_SECONDS: Final = {"m": 60, "h": 3600, "d": 86_400, "w": 604_800}


def moment_us(text: str, now_us: int, hint: str) -> int:
    """``2026-11-22``, ``2026-11-22T08:00`` (UTC unless it says another offset), or so long ago: ``30m 12h 7d 2w``."""
    if back := _BACK.fullmatch(text):
        return now_us - int(back[1]) * _SECONDS[back[2]] * 1_000_000
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter("write 7d, 12h, or a date and time as 2026-11-22T08:00", param_hint=hint) from None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1_000_000)


def shown(time_us: int) -> str:
    return f"{datetime.fromtimestamp(time_us / 1_000_000, UTC):%Y-%m-%d %H:%M:%S}Z"
