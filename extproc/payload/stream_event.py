"""The events of a streamed answer, whatever its dialect: JSON with bits of running texts, or a few fixed bytes."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from extproc.payload.dialect import ChannelKey, Piece
from extproc.payload.document import JsonDocument
from extproc.payload.part import Part, Uninspected
from extproc.payload.sse import event_bytes
from extproc.sealed import Sealed

_NOTHING: Sealed[str] = Sealed("")


class JsonEvent:
    """Implements ``StreamEvent``. A ``bare`` event says nothing new beside its pieces: without them it is not sent.

    Events of one answer repeat their whole texts (its id, the model's name). Those ``known`` from the event before are
    no parts again: they go out as they did there. ``settled`` says how, and is told so at each rendering, so events are
    rendered in their order.
    """

    last = False

    def __init__(
        self,
        document: JsonDocument,
        name: str,
        closes: tuple[ChannelKey, ...],
        *,
        bare: bool,
        known: Set[Part],
        settled: dict[Part, Sealed[str]],
    ) -> None:
        self._document = document
        self._settled = settled
        self._name = name
        whole = [index for index in range(len(document.parts)) if index not in document.running]
        self._new = [index for index in whole if document.parts[index] not in known]
        self._repeated = [index for index in whole if document.parts[index] in known]
        self._bare = bare and not (closes or document.uninspected or self._new or not document.running)
        self.closes = closes
        self.pieces = tuple(Piece(path, document.parts[index].text) for index, path in document.running.items())
        self.parts: tuple[Part, ...] = tuple(document.parts[index] for index in self._new)
        self.uninspected: tuple[Uninspected, ...] = document.uninspected

    def rendered(self, texts: Mapping[ChannelKey, Sealed[str]], changed: Mapping[int, Sealed[str]]) -> bytes:
        new = self._whole_texts(changed)
        left = {piece.channel: texts.get(piece.channel, _NOTHING) for piece in self.pieces}
        if self._bare and not any(map(len, left.values())):
            return b""
        new.update((index, left.pop(path, _NOTHING)) for index, path in self._document.running.items())
        return event_bytes(self._document.rewritten(new), self._name)

    def _whole_texts(self, changed: Mapping[int, Sealed[str]]) -> dict[int, Sealed[str]]:
        """How each of them goes out, by its index in the document."""
        parts = self._document.parts
        texts = {index: self._settled[parts[index]] for index in self._repeated}
        texts.update((index, changed.get(place, parts[index].text)) for place, index in enumerate(self._new))
        self._settled.clear()
        self._settled.update((parts[index], text) for index, text in texts.items())
        return texts


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
