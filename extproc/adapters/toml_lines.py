"""On which line of a TOML file a table or key stands, which Python's parser does not tell.

Reads headers and the keys behind them, one a line, as people write them. What is within an inline table or a list has
the line of the key it belongs to.
"""

import re
from collections.abc import Iterator
from typing import Final

Place = tuple[str | int, ...]

_HEADER: Final = re.compile(r"\s*(\[\[?)\s*([\w\"'-]+(?:\s*\.\s*[\w\"'-]+)*)\s*\]")
_KEY: Final = re.compile(r"\s*([\w\"'-]+(?:\s*\.\s*[\w\"'-]+)*)\s*=")
_LONG_STRING: Final = re.compile(r"'''|\"\"\"")


class TomlLines:
    def __init__(self, text: str) -> None:
        self._lines: Final[dict[Place, int]] = {}
        self._rows: Final[dict[Place, int]] = {}
        """Of each array of tables, how many were read."""
        table: Place = ()
        for number, line in _outside_long_strings(text):
            if header := _HEADER.match(line):
                table = self._table(_steps(header[2]), row=header[1] == "[[")
                self._lines.setdefault(table, number)
            elif key := _KEY.match(line):
                self._lines.setdefault((*table, *_steps(key[1])), number)

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest thing around it that has one; 1 where there is none."""
        return next((self._lines[place[:n]] for n in range(len(place), 0, -1) if place[:n] in self._lines), 1)

    def _table(self, steps: tuple[str, ...], *, row: bool) -> Place:
        """The place of a header: ``[pattern.cues]`` is that of the last ``[[pattern]]``."""
        place: Place = ()
        for step in steps[:-1]:
            place = (*place, step)
            if place in self._rows:
                place = (*place, self._rows[place] - 1)
        place = (*place, steps[-1])
        if not row:
            return place
        self._rows[place] = self._rows.get(place, 0) + 1
        return (*place, self._rows[place] - 1)


def _steps(dotted: str) -> tuple[str, ...]:
    return tuple(step.strip().strip("\"'") for step in dotted.split("."))


def _outside_long_strings(text: str) -> Iterator[tuple[int, str]]:
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if not inside:
            yield number, line
        inside ^= len(_LONG_STRING.findall(line)) % 2 == 1
