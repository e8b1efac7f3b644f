"""How the demo looks in a terminal: a panel a step, then what was checked.

It reads as well without colour, without a terminal and in 80 columns. Where the output cannot show a tick it says
``ok``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from extproc.local.scripts import SURROGATE

WIDEST: Final = 100
"""Columns. Longer lines are hard to read however wide the terminal is."""
LABEL_COLUMNS: Final = 17


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled text of a panel."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Check:
    """A fact that a step claims, and whether it was so. ``seen`` is what there was instead."""

    fact: str
    held: bool
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a step has to show."""

    rows: Sequence[Row]
    checks: Sequence[Check]

    @property
    def held(self) -> bool:
        """All is as the step says; a step that checked nothing has not shown anything."""
        return bool(self.checks) and all(check.held for check in self.checks)


class Page:
    """Writes the demo to ``console``; ``identifiers`` are the texts to point out."""

    def __init__(self, console: Console, identifiers: Sequence[str]) -> None:
        self._console = console
        self._identifiers = identifiers
        self._width = min(console.width, WIDEST)

    def say(self, text: str, style: str = "") -> None:
        self._console.print(Text(text, style), width=self._width)

    def log(self, line: str) -> None:
        """A line as it is, however long: it may be copied."""
        self._console.print(Text(f"  {line}", "dim"), soft_wrap=True)

    def lead(self, title: str, text: str) -> None:
        self._console.print(Panel(Text(text), title=Text(title, "bold"), title_align="left", width=self._width))

    def step(self, title: str, lead: str, told: Told) -> None:
        self._console.print()
        self._console.print(self._panel(title, lead, told.rows))
        for check in told.checks:
            self._console.print(self._checked(check), width=self._width)

    def _panel(self, title: str, lead: str, rows: Sequence[Row]) -> RenderableType:
        table = Table.grid(padding=(0, 1))
        table.add_column(width=LABEL_COLUMNS, style="cyan")
        table.add_column(overflow="fold")
        for row in rows:
            table.add_row(row.label, self._marked(row.text))
        body = Table.grid()
        body.add_row(Text(lead, "dim"))
        if rows:
            body.add_row(Padding(table, (1, 0, 0, 0)))
        return Panel(body, title=Text(title, "bold"), title_align="left", width=self._width)

    def _marked(self, text: str) -> Text:
        marked = Text(text)
        marked.highlight_words(self._identifiers, "bold red")
        marked.highlight_regex(SURROGATE.pattern, "bold green")
        return marked

    def _checked(self, check: Check) -> RenderableType:
        tick, cross = ("ok", "NO") if self._console.options.ascii_only else ("✓", "✗")
        line = Table.grid(padding=(0, 1))
        if check.held:
            line.add_row("", Text(tick, "green"), Text(check.fact))
        else:
            line.add_row("", Text(cross, "bold red"), Text(check.fact))
            line.add_row("", "", Text(f"but there is: {check.seen}", "red"))
        return line
