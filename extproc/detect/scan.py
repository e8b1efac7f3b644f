"""Many patterns over one text: one RE2 automaton says which match at all, and only those are searched for.

Every pattern is RE2's, so a scan is linear in the text whatever the text is.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import re2

_GATE_MEMORY: Final = 256 << 20
"""Bytes the gate's automaton may cache. It is built as states are met; clinical text meets about a hundredth."""


def _options(memory: int = 8 << 20) -> re2.Options:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = memory
    options.log_errors = False
    return options


class Scanner:
    """Finds the matches of ``patterns`` in ASCII bytes; offsets are bytes, which are characters there.

    Raises ``re2.error`` when made with a pattern RE2 does not take.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._compiled: Final = tuple(re2.compile(p.encode("ascii"), options=_options()) for p in patterns)
        self._all: Final = range(len(patterns))
        self._gate: Final = re2.Set.SearchSet(options=_options(_GATE_MEMORY))
        for pattern in patterns:
            self._gate.Add(pattern.encode("ascii"))
        self._witness: Final = self._gate.Add(b"")
        self._gate.Compile()

    def hits(self, data: bytes) -> Sequence[int]:
        """Indices of the patterns that match somewhere.

        The last pattern of the gate matches every text. RE2 answers "none" when its automaton runs out of memory;
        without that witness in the answer all patterns are taken to match.
        """
        hits = self._gate.Match(data)
        if hits is None or self._witness not in hits:
            return self._all
        return sorted(index for index in hits if index != self._witness)

    def finditer(self, index: int, data: bytes) -> Iterator[tuple[int, int, int]]:
        """``(start, end, whole_end)`` of each match of one pattern: its group 1, or the whole if it has none.

        A match whose group 1 is empty or took no part is left out.
        """
        compiled = self._compiled[index]
        group = min(1, compiled.groups)
        for match in compiled.finditer(data):
            start, end = match.span(group)
            if start < end:
                yield start, end, match.end()
