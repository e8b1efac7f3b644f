"""Texts that inline tags cut into pieces, as a reader of the page sees them: ``<b>Ann</b> <i>Example</i>``.

They are read beside the passage, so that a name in pieces is found, and its words where they stand. Not covered:
a word that is cut itself.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from extproc.detect.structures.view import View
from extproc.detect.structures.xml_scan import Element, Piece, Text

_INLINE: Final = frozenset(
    "a abbr b bdi bdo big cite content dfn em font i ins kbd mark s small span strong sub sup tt u caption br".split()  # noqa: SIM905
)
_TAG: Final = re.compile(r"<[^<>]*+>")
_MOST: Final = 2000
"""Characters of one text."""


def joined(view: View, pieces: Iterable[Piece]) -> Iterator[str]:
    """Each text of more than one piece. Linear."""
    run: list[Text] = []
    for piece in pieces:
        if type(piece) is Element:
            if piece.name not in _INLINE:
                yield from _text(view, run)
                run = []
        elif type(piece) is Text:
            if run and not _same_block(run[-1], piece):
                yield from _text(view, run)
                run = []
            run.append(piece)
    yield from _text(view, run)


def _same_block(before: Text, behind: Text) -> bool:
    """Whether only inline tags stand between."""
    return _block(before) == _block(behind)


def _block(piece: Text) -> tuple[str, ...]:
    around = (piece.inside.name, *piece.inside.above)
    return tuple(name for name in around if name not in _INLINE)[:1]


def _text(view: View, run: list[Text]) -> Iterator[str]:
    if len(run) > 1 and any(piece.inside.name in _INLINE for piece in run):
        parts = [view.text[run[0].start : run[0].end]]
        for before, behind in pairwise(run):
            between = view.text[before.end : behind.start]
            parts += " " if "<br" in between or _TAG.sub("", between) else "", view.text[behind.start : behind.end]
        yield "".join(parts)[:_MOST]
