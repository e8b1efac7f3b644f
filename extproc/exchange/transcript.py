"""Which texts of an exchange go into its records, sealed: what the policy's obligation says, and no more.

A request's texts go with the record of its decision, an answer's with that of its end, however it ends. A request that
is refused has none: nothing of it went anywhere.
"""

from collections.abc import Iterator, Mapping
from typing import Final, Protocol

from extproc.audit.texts import Row, Said, Texts, View
from extproc.policy.decision import Transcript
from extproc.sealed import Sealed

VIEWS: Final[Mapping[Transcript, frozenset[View]]] = {
    Transcript.METADATA: frozenset(),
    Transcript.MASKED: frozenset({View.FORWARDED, View.MASKED}),
    Transcript.FULL: frozenset(View),
}
ROW_BYTES: Final = 192
"""What a text of a stream holds of memory beside itself, for each view: a stream can be all short texts."""


def kept(level: Transcript, views: Mapping[View, Said]) -> Texts | None:
    """Those of ``views`` that ``level`` keeps; ``None`` where that is nothing."""
    chosen = {view: said for view, said in views.items() if view in VIEWS[level]}
    return Texts(level.value, chosen) if chosen else None


class Answering(Protocol):
    """An answer that is being read."""

    @property
    def views(self) -> Mapping[View, Said]:
        """What there is of it so far, of the views that are kept."""
        ...

    @property
    def kept_bytes(self) -> int:
        """Held for the transcript alone, where nobody else counts it."""
        ...


class RunningRow:
    """One text of a stream, seen from each side that is kept."""

    __slots__ = ("_lines", "_texts", "at")

    def __init__(self, at: str, lines: "Lines") -> None:
        self.at: Final = at
        self._lines: Final = lines
        self._texts: Final[dict[View, bytearray]] = {}  # a list of bits would hold fifty bytes beside each

    def add(self, view: View, text: str) -> None:
        if text and view in self._lines.views:
            data = text.encode("utf-8", "surrogatepass")
            self._texts.setdefault(view, bytearray()).extend(data)
            self._lines.size_bytes[view] += len(data)

    def text(self, view: View) -> str:
        return self._texts.get(view, b"").decode("utf-8", "surrogatepass")


class Lines:
    """The texts of one stream, in the order in which they began, which no cut of the stream changes.

    ``size_bytes`` is what each kept view holds of memory, about.
    """

    def __init__(self, views: frozenset[View]) -> None:
        self.views: Final = views
        self.size_bytes: Final = dict.fromkeys(View, 0)
        self._rows: Final[list[RunningRow]] = []

    def begun(self, at: str) -> RunningRow:
        """``at`` is the text's pattern."""
        row = RunningRow(at, self)
        if self.views:
            self._rows.append(row)
        for view in self.views:
            self.size_bytes[view] += ROW_BYTES
        return row

    def said(self) -> Mapping[View, Said]:
        return {view: rows for view in View if (rows := tuple(self._of(view)))}

    def _of(self, view: View) -> Iterator[Row]:
        return (Row(row.at, Sealed(text)) for row in self._rows if (text := row.text(view)))
