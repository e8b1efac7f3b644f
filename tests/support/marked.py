"""Texts in which the identifiers stand in double brackets, ``MRN: [[00482913]]``, and what the rules make of them.

The rules read with the word lists that ship; neither structures nor propagation take part. A line of a table is
``ENTITY | text`` for a hit, or a text alone for a near miss; ``\\n`` in it is a line end.
"""

import re
from functools import cache

from extproc.adapters.gazetteers import load_gazetteer
from extproc.detect.fold import fold
from extproc.detect.overlap import resolve
from extproc.detect.rules import Rules

_MARK = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)


@cache
def rules() -> Rules:
    return Rules(load_gazetteer())


def hits(table: str) -> list[tuple[str, str]]:
    """Entity and marked text of each line."""
    rows = [line.split("|", 1) for line in table.strip().splitlines()]
    return [(entity.strip(), text.strip().replace("\\n", "\n")) for entity, text in rows]


def misses(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


def masked(marked: str) -> tuple[str, str, set[str]]:
    """The text with what should be masked as dots, with what is masked as dots, and the entities found.

    Only letters and digits become dots: marks and spaces at the ends of an identifier are nobody's loss.
    """
    plain = _MARK.sub(r"\1", marked)
    folded = fold(plain)
    found = resolve(rules().candidates(folded.text), folded.text)
    covered = {i for one in found for i in range(*folded.original(one.start, one.end))}
    seen = "".join(_dot(char) if i in covered else char for i, char in enumerate(plain))
    return _MARK.sub(lambda mark: "".join(map(_dot, mark[1])), marked), seen, {str(one.entity) for one in found}


def _dot(char: str) -> str:
    return "." if char.isalnum() else char
