"""The machine's clock."""

import time


class SystemClock:
    """Implements the port ``Clock``."""

    def time_us(self) -> int:
        return time.time_ns() // 1000

    def monotonic_us(self) -> int:
        return time.monotonic_ns() // 1000
