"""A table that can be printed to a terminal or written as markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table as Rich

from bench.detection.scoring import Share

DASH: Final = "–"
"""Where there was nothing to count."""


@dataclass(slots=True)
class Table:
    """``heads`` name the columns; the first ``words`` of them hold words, the others numbers."""

    title: str
    heads: Sequence[str]
    notes: Sequence[str] = ()
    words: int = 1
    rows: list[Sequence[str]] = field(default_factory=list)

    def shown(self, console: Console) -> None:
        table = Rich(title=self.title, title_justify="left", title_style="bold", box=SIMPLE, pad_edge=False)
        for number, head in enumerate(self.heads):
            table.add_column(head, justify="left" if number < self.words else "right")
        before: Sequence[str] = ("",)
        for row in self.rows:
            if self.words > 1 and row[0] != before[0] and table.row_count:
                table.add_section()
            table.add_row("" if row[0] == before[0] else row[0], *row[1:])
            before = row
        console.print(table)
        for note in self.notes:
            console.print(note, highlight=False)

    def markdown(self) -> Iterator[str]:
        yield from (f"### {self.title}", "")
        yield _line(self.heads)
        yield _line(["---"] * self.words + ["--:"] * (len(self.heads) - self.words))
        yield from map(_line, self.rows)
        yield ""
        for note in self.notes:
            yield from (note, "")


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def percent(share: Share) -> str:
    """To one decimal, and 100 only for all."""
    shown = f"{share.value * 100:.1f}"
    if shown == "100.0" and share.part < share.whole:
        shown = "99.9"
    return f"{shown} %" if share.whole else DASH


def with_interval(share: Share) -> str:
    """``98.1 % (97.2–98.7)``."""
    low, high = share.interval
    return f"{percent(share)} ({low * 100:.1f}–{high * 100:.1f})" if share.whole else DASH
