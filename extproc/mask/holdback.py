r"""The hold-back window of one streamed text whose detector stands outside and may take its time.

Text that was released cannot be recalled. So the last ``hold`` characters stay back, and each scan sees ``left``
characters of already released text before them. Scans happen at fixed absolute offsets and never where a chunk ended,
so how the text was cut changes nothing. Per scan: ``due`` gives the window, the caller finds what is in it,
``scanned`` takes the findings.

A cut never falls inside or beside a finding, inside a token, or inside the beginning of a surrogate. Backslashes are
of the token, and so is what follows one, so that a typed escape (``\u0032``, ``\nMaria``), which detection reads as
what it stands for, stays whole. A token may be as long as it likes: it is held until it ends, so the caller bounds the
memory (``held``). While more than ``CROWDED`` characters are held, scans get rarer in proportion, which keeps the work
linear; how rare depends on what was held at the scan before, not on chunks.

Not covered: an identifier that only text more than ``hold`` characters further on would reveal.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from extproc.detect.finding import Finding
from extproc.mask.apply import Piece
from extproc.mask.surrogates import begun, tag

CROWDED: Final = 1024
_IN_TOKEN: Final = frozenset("-._@:/+'’#%&=~\\")
_GAP: Final = 2  # blanks between a finding and the cut that still count as touching: "Maria " before "Lopez"
_STALE: Final = 4096


class HoldBack:
    """One running text. ``hold`` and ``left`` in code points; scans at multiples of ``step``."""

    def __init__(self, hold: int = 64, left: int = 64, step: int = 16) -> None:
        if hold < 0 or left < 0 or step < 1:
            raise AssertionError("a hold-back window has no negative size, and a step of at least 1")
        self._hold: Final = hold
        self._left: Final = left
        self._step: Final = step
        self._arrived: Final[list[str]] = []  # pushed, not yet joined to _text: joining per push is quadratic
        self._text = ""
        self._base = 0  # offset of _text[0] in the whole text, like all offsets below
        self._total = 0
        self._scanned = 0
        self._released = 0
        self._window: tuple[int, int] | None = None
        self._finished = False
        self._last = False  # the window that is or was out reaches the end of a finished text

    def push(self, text: str) -> None:
        if self._finished:
            raise AssertionError("a finished text takes no more")
        self._arrived.append(text)
        self._total += len(text)

    def finish(self) -> None:
        self._finished = True

    @property
    def done(self) -> bool:
        """All was released, and no more will come."""
        return self._finished and self._window is None and (self._last or not self._total)

    @property
    def held(self) -> int:
        """Characters that came and were not released."""
        return self._total - self._released

    def due(self) -> str | None:
        """The window to scan next; ``None`` when nothing is due, and while a window is out."""
        if self._window is not None or self.done:
            return None
        end = self._scanned + self._stride()
        if end > self._total:
            if not self._finished:
                return None
            end, self._last = self._total, True
        self._window = (max(0, self._released - self._left), end)
        self._text += "".join(self._arrived)
        self._arrived.clear()
        return self._between(*self._window)

    def scanned(self, findings: Sequence[Finding], write: Callable[[Finding, str], str]) -> str:
        """What may go on after the window's findings (ordered, in its code points) were masked with ``write``."""
        return "".join(self._masked(piece, write) for piece in self.released(findings))

    def released(self, findings: Sequence[Finding]) -> tuple[Piece, ...]:
        """What may go on after the window was scanned, cut at its findings."""
        if self._window is None:
            raise AssertionError("no window is out")
        (start, end), self._window = self._window, None
        self._scanned = end
        found = [(start + one.span.start, start + one.span.end, one) for one in findings]
        cut = end if self._last else self._safe_cut(end - self._hold, end, found)
        out = tuple(self._until(cut, found))
        self._released = cut
        self._forget()
        return out

    @staticmethod
    def _masked(piece: Piece, write: Callable[[Finding, str], str]) -> str:
        if piece.finding is None:
            return piece.text
        return tag(piece.finding.entity) if piece.rest else write(piece.finding, piece.text)

    def _stride(self) -> int:
        held = self._scanned - self._released
        return self._step if held <= CROWDED else max(1, held // 4 // self._step) * self._step

    def _until(self, cut: int, found: Sequence[tuple[int, int, Finding]]) -> Iterator[Piece]:
        at = self._released
        for start, end, finding in found:
            if end <= at or start >= cut:
                continue
            if start > at:
                yield Piece(self._between(at, start))
            yield Piece(self._between(max(at, start), end), finding, rest=start < at)
            at = end
        if at < cut:
            yield Piece(self._between(at, cut))

    def _safe_cut(self, cut: int, end: int, found: Sequence[tuple[int, int, Finding]]) -> int:
        """The last place up to ``cut`` that divides nothing, and the released offset if there is none."""
        while cut > self._released:
            moved = self._before_token(cut, end)
            moved = self._before_surrogate(moved)
            moved = self._before_finding(moved, found)
            if moved == cut:
                return cut
            cut = moved
        return self._released

    def _before_token(self, cut: int, end: int) -> int:
        text, at = self._text, cut - self._base
        if cut < end and not _in_token(text[at]) and text[at - 1] != "\\":
            return cut
        while at > self._released - self._base and _in_token(text[at - 1]):
            at -= 1
        return at + self._base

    def _before_surrogate(self, cut: int) -> int:
        start = begun(self._text, cut - self._base)
        return cut if start is None else start + self._base

    def _before_finding(self, cut: int, found: Sequence[tuple[int, int, Finding]]) -> int:
        if not found:
            return cut
        edge = cut
        while edge > max(self._released, cut - _GAP) and self._text[edge - 1 - self._base].isspace():
            edge -= 1
        return min((start for start, end, _ in found if start < cut and end >= edge), default=cut)

    def _between(self, start: int, end: int) -> str:
        return self._text[start - self._base : end - self._base]

    def _forget(self) -> None:
        stale = max(0, self._released - self._left) - self._base
        if stale > max(_STALE, len(self._text) // 2):
            self._text = self._text[stale:]
            self._base += stale


def _in_token(char: str) -> bool:
    if char.isalnum() or char in _IN_TOKEN:
        return True
    return char > "\x7f" and unicodedata.category(char)[0] in "MC"  # accents, zero-width characters
