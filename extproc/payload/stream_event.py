"""The events of a streamed answer, whatever its dialect: JSON with bits of running texts, or a few fixed bytes."""

from collections.abc import Mapping
from dataclasses import dataclass

from extproc.payload.dialect import ChannelKey, Piece
from extproc.payload.document import JsonDocument
from extproc.payload.part import Part, Uninspected
from extproc.payload.sse import event_bytes
from extproc.sealed import Sealed

_NOTHING: Sealed[str] = Sealed("")


class JsonEvent:
    """Implements ``StreamEvent``. A ``bare`` event says nothing new beside its pieces: without them it is not sent.

    ``clean`` is told, at each rendering, which of the latest event's whole texts went out as they came.
    """

    last = False

    def __init__(
        self, document: JsonDocument, name: str, closes: tuple[ChannelKey, ...], *, bare: bool, clean: set[str]
    ) -> None:
        self._document = document
        self._clean = clean
        self._name = name
        self._others = [index for index in range(len(document.parts)) if index not in document.running]
        self._bare = bare and not (closes or document.uninspected or not document.running)
        self.closes = closes
        self.pieces = tuple(Piece(path, document.parts[index].text) for index, path in document.running.items())
        self.parts: tuple[Part, ...] = tuple(document.parts[index] for index in self._others)
        self.uninspected: tuple[Uninspected, ...] = document.uninspected

    def rendered(self, texts: Mapping[ChannelKey, Sealed[str]], changed: Mapping[int, Sealed[str]]) -> bytes:
        self._clean.clear()
        self._clean.update(part.text.reveal() for index, part in enumerate(self.parts) if index not in changed)
        left = {piece.channel: texts.get(piece.channel, _NOTHING) for piece in self.pieces}
        if self._bare and not any(map(len, left.values())):
            return b""
        new = {self._others[index]: text for index, text in changed.items()}
        new.update((index, left.pop(path, _NOTHING)) for index, path in self._document.running.items())
        return event_bytes(self._document.rewritten(new, blank=True), self._name)


@dataclass(frozen=True, slots=True)
class FixedEvent:
    """Implements ``StreamEvent`` for a comment, the end mark and the end of the bytes: no word of the provider's."""

    raw: bytes
    last: bool = False
    closes: tuple[ChannelKey, ...] = ()
    pieces: tuple[Piece, ...] = ()
    parts: tuple[Part, ...] = ()
    uninspected: tuple[Uninspected, ...] = ()

    def rendered(self, texts: Mapping[ChannelKey, Sealed[str]], changed: Mapping[int, Sealed[str]]) -> bytes:
        return self.raw
