"""The machine's clock, and the hours of a place."""

import time
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from extproc.exchange.gate import utc
from extproc.policy.query import Local


class SystemClock:
    """Implements the port ``Clock``."""

    def time_us(self) -> int:
        return time.time_ns() // 1000

    def monotonic_us(self) -> int:
        return time.monotonic_ns() // 1000


def local_of(timezone: str) -> Callable[[int], Local]:
    """What time of day it is in ``timezone``, an IANA name, at so many microseconds since the epoch.

    ``UTC`` needs no files; any other name is read from the machine's, now.
    """
    if timezone == "UTC":
        return utc
    zone = ZoneInfo(timezone)

    def local(time_us: int) -> Local:
        there = datetime.fromtimestamp(time_us / 1_000_000, zone)
        return Local(there.hour, there.weekday(), timezone)

    return local
