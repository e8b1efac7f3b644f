"""The document inside a whole text: a tool's arguments, once a stream has ended them."""

from collections.abc import Mapping
from dataclasses import dataclass

from extproc.payload.dialect import Channel
from extproc.payload.opening import may_hide
from extproc.payload.part import Document, Inspectability, Part, Role, Spot, Uninspected
from extproc.payload.reading import read_inner
from extproc.sealed import Sealed


def read_embedded(text: Sealed[str], channel: Channel) -> Document:
    """The parts of a ``whole`` channel's text. What is no JSON object or list (a cut answer) is one part, as it is, in
    which nothing may be restored: nobody knows where a name would stand.

    Raises ``MalformedBody`` for a document of too many values.
    """
    inner = read_inner(text.reveal(), channel.pattern, channel.spot, channel.tool)
    return inner or _OneText(Part(channel.pattern, Role.ASSISTANT, Spot.STRUCTURE, text, tool=channel.tool))


@dataclass(frozen=True, slots=True)
class _OneText:
    part: Part

    @property
    def uninspected(self) -> tuple[Uninspected, ...]:
        if not may_hide(self.part.text.reveal()):
            return ()
        return (Uninspected(self.part.pattern, Inspectability.UNKNOWN_ENCODING, self.size_bytes),)

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.part,) if len(self.part.text) else ()

    @property
    def size_bytes(self) -> int:
        return len(self.part.text.reveal().encode())

    def with_texts(self, changed: Mapping[int, Sealed[str]]) -> bytes:
        return changed.get(0, self.part.text).reveal().encode()
