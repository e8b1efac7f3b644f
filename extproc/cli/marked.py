"""A text with its findings marked, and the table of them: for a terminal in colours, else in plain characters."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from extproc.detect.entities import SAFE_HARBOR_CLASS
from extproc.detect.finding import Finding

if TYPE_CHECKING:
    from rich.console import Console

HEADINGS: Final = ("entity", "class", "score", "recognizer", "start", "end", "text")
COLOURS: Final = {
    "A": "bold magenta", "B": "green", "C": "cyan", "D": "yellow", "E": "yellow", "F": "yellow", "G": "bold red",
    "H": "bold red", "I": "red", "J": "red", "K": "red", "L": "red", "M": "red", "N": "blue", "O": "blue",
    "P": "bright_red", "Q": "bright_red", "R": "bright_red",
}  # fmt: skip
"""Of the Safe Harbor classes."""

_CONTROLS: Final = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    **dict.fromkeys(range(127, 160), "\N{REPLACEMENT CHARACTER}"),
}
_LONGEST: Final = 60


def shown(text: str, *, lines: bool) -> str:
    """A text that cannot steer a terminal; with its line ends and tabs where there are ``lines``."""
    kept = {code: char for code, char in _CONTROLS.items() if not (lines and code in b"\n\t\r")}
    return text.translate(kept).encode("utf-8", "backslashreplace").decode()


def bits(text: str, findings: Sequence[Finding]) -> Iterator[tuple[str, str]]:
    """The text in bits: plain ones, and marks ``[NAME: Martha Collins]`` with the colour of their class."""
    at = 0
    for f in findings:
        yield shown(text[at : f.span.start], lines=True), ""
        value = shown(text[f.span.start : f.span.end], lines=True)
        yield f"[{f.entity}: {value}]", COLOURS[SAFE_HARBOR_CLASS[f.entity]]
        at = f.span.end
    yield shown(text[at:], lines=True), ""


def rows(text: str, findings: Sequence[Finding]) -> Iterator[tuple[str, ...]]:
    for f in findings:
        value = shown(text[f.span.start : f.span.end], lines=False)
        value = value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"
        score = f"{f.score_permille}"
        yield f.entity, SAFE_HARBOR_CLASS[f.entity], score, f.recognizer, f"{f.span.start}", f"{f.span.end}", value


def plain(text: str, findings: Sequence[Finding]) -> str:
    """The marked text, and below it the table in columns."""
    marked = "".join(bit for bit, _ in bits(text, findings))
    table = [HEADINGS, *rows(text, findings)]
    widths = [max(len(row[column]) for row in table) for column in range(len(HEADINGS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]
    return "\n".join((marked.rstrip("\n"), "", *(lines if findings else ["nothing was found"]), ""))


def coloured(text: str, findings: Sequence[Finding], console: "Console") -> None:
    from rich.table import Table  # here: a pipe is not kept waiting for it
    from rich.text import Text

    console.print(Text.assemble(*bits(text, findings)), soft_wrap=True)
    table = Table(*HEADINGS, box=None, pad_edge=False)
    for row in rows(text, findings):
        table.add_row(*map(Text, row), style=COLOURS[row[1]])
    console.print(table if findings else "nothing was found")
