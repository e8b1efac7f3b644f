"""The lists of ``tables.txt``."""

from functools import cache
from pathlib import Path


@cache
def table(heading: str) -> tuple[str, ...]:
    """The entries under one heading, in order. Raises ``KeyError`` when there is none."""
    return _tables()[heading]


@cache
def _tables() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    heading = ""
    for line in Path(__file__).with_name("tables.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
            found[heading] = ()
        elif not line.startswith("#") or heading:
            found[heading] += tuple(line.split("|"))
    return found
