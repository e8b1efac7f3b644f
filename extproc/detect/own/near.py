"""Cues of an organisation's own pattern: words of which one has to stand beside what it matched."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from extproc.detect.phrases import words_of

MOST_WITHIN: Final = 200
"""Characters; bounds what one match costs, so that a scan stays linear."""


@dataclass(frozen=True, slots=True)
class Near:
    """One of ``before`` has to stand in the ``within`` characters before a match, or one of ``after`` behind it."""

    before: re.Pattern[str] | None = field(repr=False)
    after: re.Pattern[str] | None = field(repr=False)
    within: int

    def __call__(self, text: str, start: int, end: int) -> bool:
        if self.before is not None and self.before.search(text, max(0, start - self.within), start):
            return True
        return self.after is not None and self.after.search(text, end, end + self.within) is not None


def near(before: Sequence[str], after: Sequence[str], within: int) -> Near:
    """Cues are folded; those of several words stand with anything but letters and digits between them."""
    return Near(_any_of(before), _any_of(after), within)


def _any_of(cues: Sequence[str]) -> re.Pattern[str] | None:
    written = [r"[^A-Za-z0-9]{1,3}".join(words) for cue in cues if (words := words_of(cue))]
    return re.compile(rf"(?i)(?<![A-Za-z0-9])(?:{'|'.join(written)})(?![A-Za-z0-9])") if written else None
