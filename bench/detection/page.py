"""The measured part of ``docs/detection.md``: what stands between two comments is written anew."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from bench.detection.tables import Table

PAGE: Final = Path(__file__).parents[2] / "docs" / "detection.md"
BEGIN: Final = "<!-- measured: `make eval` with --write writes what stands up to the next comment -->"
END: Final = "<!-- measured: end -->"


def write(tables: Iterable[Table], introduction: Iterable[str], page: Path = PAGE) -> None:
    """Raises ``ValueError`` when the page does not have both comments once, in order."""
    page.write_text(replaced(page.read_text("utf-8"), tables, introduction), "utf-8")


def replaced(text: str, tables: Iterable[Table], introduction: Iterable[str]) -> str:
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end) or BEGIN in after or END in after:
        raise ValueError("the page needs the two comments around the measured part, once and in order")
    lines = [line for paragraph in introduction for line in (paragraph, "")]
    for table in tables:
        lines += table.markdown()
    return f"{before}{BEGIN}\n\n" + "\n".join(lines) + f"{END}{after}"
