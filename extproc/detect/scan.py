"""Many patterns over one text: a few RE2 automata say which match at all, and only those are searched for.

Every pattern is RE2's, so a scan is linear in the text whatever the text is. The package's own match objects cost as
much as the search for a match in a short text; so its compiled class is called directly.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import re2

_GATE_MEMORY: Final = 32 << 20
"""Bytes each automaton of the gate may cache. It is built as states are met, and begun anew when it is full; all
together took under 50 MB for 2.2 MB of clinical text."""
_GATE_SIZE: Final = 48
"""Patterns to one automaton. How many states there are, and what each costs, grows with their number, since a state is
a place in each pattern; to pass them costs the same. Texts bring new states for as long as there are new texts: with 48
to an automaton an unseen text passes the gate in two thirds of the time that it takes with 96. With 32 a short text
that brings nothing new takes a quarter longer.

To look first for the words without which a pattern cannot match (RE2's ``Filter``) was no faster: half of the patterns
need none, and those that a common word admits are searched for in vain.
"""

_ANYWHERE: Final = re2._re2.RE2.Anchor.UNANCHORED

_Match = Callable[[object, bytes, int, int], list[tuple[int, int]]]
"""Of an anchor, the data, a start and an end: spans of the whole match and of its groups, -1 for what took no part."""


def _options(memory: int = 8 << 20) -> re2.Options:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = memory
    options.log_errors = False
    return options


def _compiled(pattern: str) -> tuple[_Match, int]:
    """How to search for it, and the number of the group that is the identifier."""
    compiled = re2._re2.RE2(pattern.encode("ascii"), _options())
    if not compiled.ok():
        raise re2.error(compiled.error())
    return compiled.Match, min(1, compiled.NumberOfCapturingGroups())


def _gate(patterns: Sequence[str]) -> Callable[[bytes], list[int] | None]:
    """Which of ``patterns`` match, and one more that always does: RE2 answers "none" when it runs out of memory."""
    gate = re2.Set.SearchSet(options=_options(_GATE_MEMORY))
    for pattern in (*patterns, ""):
        gate.Add(pattern.encode("ascii"))
    gate.Compile()
    return lambda data: gate.Match(data)


class Scanner:
    """Finds the matches of ``patterns`` in ASCII bytes; offsets are bytes, which are characters there.

    Raises ``re2.error`` when made with a pattern RE2 does not take.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._compiled: Final = tuple(_compiled(pattern) for pattern in patterns)
        self._all: Final = range(len(patterns))
        groups = [range(len(patterns))[first:][:_GATE_SIZE] for first in range(0, len(patterns), _GATE_SIZE)]
        self._gates: Final = tuple((group, _gate(patterns[group.start : group.stop])) for group in groups)

    def hits(self, data: bytes) -> list[int]:
        """Indices of the patterns that match somewhere, ascending.

        Where the pattern that always matches is missing in an answer, all of its automaton are taken to match.
        """
        found: list[int] = []
        for group, match in self._gates:
            hits = sorted(match(data) or ())
            found += [group[hit] for hit in hits[:-1]] if hits and hits[-1] == len(group) else group
        return found

    def finditer(self, index: int, data: bytes) -> Iterator[tuple[int, int, int]]:
        """``(start, end, whole_end)`` of each match of one pattern: its group 1, or the whole if it has none.

        A match whose group 1 is empty or took no part is left out.
        """
        match, group = self._compiled[index]
        at, size = 0, len(data)
        while at < size:
            spans = match(_ANYWHERE, data, at, size)
            whole_end = spans[0][1]
            if whole_end < 0:
                return
            start, end = spans[group]
            if start < end:
                yield start, end, whole_end
            at = whole_end if whole_end > at else at + 1
