"""On which line of a JSON file a value stands, which Python's parser does not tell.

For documents that a parser has read: what is not JSON is not told apart here.
"""

import json
import re
from collections.abc import Iterator
from typing import Final

from extproc.policy.json_schema import Place

_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


class JsonLines:
    def __init__(self, text: str) -> None:
        self._lines: Final[dict[Place, int]] = dict(_places(text))

    def line(self, place: Place) -> int:
        """The line of a value's member name, or of the nearest thing around it that is there; 1 where nothing is."""
        return next((self._lines[place[:n]] for n in range(len(place), 0, -1) if place[:n] in self._lines), 1)


def _places(text: str) -> Iterator[tuple[Place, int]]:
    """Each value's place, in order: a member's line is that of its name, an item's that of its first sign."""
    place: list[str | int] = []
    awaits_name: list[bool] = []
    awaits_item = False
    line, at = 1, 0
    for token in _TOKEN.finditer(text):
        line, at = line + text.count("\n", at, token.start()), token.start()
        if awaits_item and token[0] != "]":
            yield tuple(place), line
        awaits_item = token[0] == "[" or (token[0] == "," and isinstance(place[-1], int))
        match token[0]:
            case "{" | "[" as opening:
                place.append("" if opening == "{" else 0)
                awaits_name.append(opening == "{")
            case "}" | "]":
                place.pop()
                awaits_name.pop()
            case ",":
                awaits_name[-1] = isinstance(place[-1], str)
                if isinstance(place[-1], int):
                    place[-1] += 1
            case ":":
                awaits_name[-1] = False
            case name if awaits_name and awaits_name[-1]:
                place[-1] = _spelled(name)
                yield tuple(place), line
            case _:
                pass


def _spelled(name: str) -> str:
    spelled: str = json.loads(name)
    return spelled
