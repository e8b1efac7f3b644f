"""Lists from files: ``[heading]`` over entries, one a line or between vertical bars. Remarks stand at the top."""

from functools import cache
from pathlib import Path

Tables = dict[str, tuple[str, ...]]


@cache
def table(heading: str) -> tuple[str, ...]:
    """The entries under a heading of ``tables.txt`` or ``names.txt``, in order. Raises ``KeyError`` without one."""
    lists = tables("tables.txt")
    return lists[heading] if heading in lists else tables("names.txt")[heading]


@cache
def tables(file: str) -> Tables:
    """Every heading of one file beside this module. A heading that stands twice has the entries of both."""
    found: Tables = {}
    heading = ""
    for line in Path(__file__).with_name(file).read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
            found.setdefault(heading, ())
        elif heading:
            found[heading] += tuple(line.split("|"))
        elif not line.startswith("#"):
            raise ValueError(f"{file}: an entry before the first heading")
    return found
