"""The document inside a whole text: a tool's arguments, once a stream has ended them."""

from collections.abc import Mapping
from dataclasses import dataclass

from extproc.payload.dialect import Channel
from extproc.payload.part import Document, Part, Role, Uninspected
from extproc.payload.reading import read_inner
from extproc.sealed import Sealed


def read_embedded(text: Sealed[str], channel: Channel) -> Document:
    """The parts of a ``whole`` channel's text. What is no JSON object or list (a cut answer) is one part, as it is."""
    inner = read_inner(text.reveal(), channel.pattern, channel.spot, channel.tool)
    return inner or _OneText(Part(channel.pattern, Role.ASSISTANT, channel.spot, text, tool=channel.tool))


@dataclass(frozen=True, slots=True)
class _OneText:
    part: Part
    uninspected: tuple[Uninspected, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.part,) if len(self.part.text) else ()

    @property
    def size_bytes(self) -> int:
        return len(self.part.text.reveal().encode())

    def with_texts(self, changed: Mapping[int, Sealed[str]]) -> bytes:
        return changed.get(0, self.part.text).reveal().encode()
