"""Business associate agreements of the data that have ended or end soon: known before a request is denied for it."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from extproc.adapters.bundle import bundle_of
from extproc.adapters.bundle_files import read_files
from extproc.adapters.data_schemas import ROOT
from extproc.authoring.remark import Level, Remark
from extproc.authoring.where import Where

CHECK: Final = "agreements"
DAY_US: Final = 86_400_000_000
LAST_US: Final = 253_402_300_799_000_000
"""The end of the year 9999, after which no date is spelled."""


def remarks(data: Mapping[str, object], where: Where, now_us: int) -> Iterator[Remark]:
    """``data`` is ``data.wardgate``. A provider that signed nothing is said nothing of: that is a decision."""
    match data.get("providers"):
        case {"known": dict(known), "baa_warn_days": int(days)}:
            for name, provider in known.items():
                if text := _ending(provider, days, now_us):
                    place = ("providers", "known", name, "baa", "expires_us")
                    yield where.remark(place, Level.WARNING, CHECK, f"{name}: {text}")


def agreements_of(bundle: Path, now_us: int) -> list[Remark]:
    """Of the bundle in a directory or an archive. Raises ``Misconfigured``."""
    files = read_files(bundle)
    below = bundle_of(bundle, files).data.get(ROOT)
    return list(remarks(below, Where(files), now_us)) if isinstance(below, dict) else []


def _ending(provider: object, days: int, now_us: int) -> str:
    match provider:
        case {"on_premises": True}:
            return ""
        case {"baa": {"signed": True, "expires_us": int(ends_us)}} if ends_us <= now_us:
            return f"the agreement ended on {_date(ends_us)}: its requests are denied (baa_expired)"
        case {"baa": {"signed": True, "expires_us": int(ends_us)}} if ends_us <= now_us + days * DAY_US:
            left = (ends_us - now_us) // DAY_US
            return (
                f"the agreement ends on {_date(ends_us)}, in {left} days: each decision warns of it (baa_expires_soon)"
            )
        case _:
            return ""


def _date(time_us: int) -> str:
    return datetime.fromtimestamp(min(time_us, LAST_US) / 1_000_000, UTC).date().isoformat()
