"""Records of requests that nobody known made, so many and no more.

Anyone can make Envoy refuse a request for want of a token, as fast as they like; a record of each would let a stranger
fill the disk, and a full disk ends all service. So beyond a burst they are counted, and the next record says how many.
Each one stands in Envoy's access log all the same.
"""

from dataclasses import replace
from typing import Final

from extproc.audit.record import Entry

BURST: Final = 20
PER_S: Final = 1
US: Final = 1_000_000


class Tally:
    """A bucket of ``BURST`` records that fills by ``PER_S`` a second. Belongs to one event loop."""

    def __init__(self) -> None:
        self._left_us = BURST * US // PER_S
        self._seen_us: int | None = None
        self._unrecorded = 0

    def take(self, entry: Entry, now_us: int) -> Entry | None:
        """The entry to record, which says how many before it were not; ``None`` where this one is only counted.

        ``now_us`` is of a clock that never goes back.
        """
        passed_us = 0 if self._seen_us is None else now_us - self._seen_us
        self._seen_us = now_us
        self._left_us = min(self._left_us + passed_us, BURST * US // PER_S)
        if self._left_us < US // PER_S:
            self._unrecorded += 1
            return None
        self._left_us -= US // PER_S
        body = {**entry.body, "unrecorded_before": self._unrecorded}
        self._unrecorded = 0
        return replace(entry, body=body)
