"""The seam of a provider's dialect: a new one is a file and a row of ``dialects.py``."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from extproc.payload.part import AnswerFacts, Document, Facts, Part, Spot, Uninspected
from extproc.sealed import NOTHING, Sealed

ChannelKey = Hashable
"""Names one running text of a streamed answer: choice, field, tool index."""


class Operation(StrEnum):
    """OpenTelemetry's ``gen_ai.operation.name`` words."""

    CHAT = "chat"
    EMBEDDINGS = "embeddings"
    GENERIC = "generic"


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error as a caller may read it. Nothing in it comes from a payload or an exception.

    ``message`` is a sentence that says what to do; ``code`` a fixed word; ``reasons`` ids with their citations.
    """

    status: int
    code: str
    message: str
    request_id: str = ""
    decision_id: str = ""
    reasons: tuple[tuple[str, str, str], ...] = ()
    """(id, text, citation) of each of the policy's reasons."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of one channel's running text, found in one event."""

    channel: ChannelKey
    text: Sealed[str]


@dataclass(frozen=True, slots=True)
class Channel:
    """What kind of text a channel carries. ``whole`` channels (tool arguments: JSON) are released at their end only."""

    pattern: str
    spot: Spot
    tool: Sealed[str] = NOTHING
    whole: bool = False


class StreamEvent(Protocol):
    """One event of a streamed answer."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Running texts it adds to, in the order in which they stand."""
        ...

    @property
    def closes(self) -> tuple[ChannelKey, ...]:
        """Channels that have ended once this event's pieces were added. The last event of a stream closes all."""
        ...

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its other texts, each whole in itself (an error's message, an unknown member)."""
        ...

    @property
    def uninspected(self) -> tuple[Uninspected, ...]: ...

    @property
    def last(self) -> bool:
        """Nothing of the answer comes after it (``[DONE]``, or the end of the bytes)."""
        ...

    def rendered(self, texts: Mapping[ChannelKey, Sealed[str]], changed: Mapping[int, Sealed[str]]) -> bytes:
        """The event on the wire, each channel's pieces replaced by ``texts[channel]`` (``""`` when absent; where a
        channel has several pieces in one event the first gets all), part ``i`` by ``changed[i]``. May be empty
        when nothing is left worth sending."""
        ...


class Stream(Protocol):
    """An incremental reader of one streamed answer. How the bytes were cut never changes what it answers."""

    def push(self, data: bytes) -> tuple[StreamEvent, ...]:
        """Raises ``MalformedBody`` for what is not this dialect's stream."""
        ...

    def finish(self) -> tuple[StreamEvent, ...]:
        """The bytes ended. What is still open is closed by the last event (which may render as nothing)."""
        ...

    def channel(self, key: ChannelKey) -> Channel: ...

    def carrying(self, key: ChannelKey, text: Sealed[str]) -> bytes:
        """An event of its own that carries ``text`` on the channel, in the shape of that channel's latest event."""
        ...

    def ending(self, refusal: Refusal) -> bytes:
        """An error event and the proper end, for a stream that was begun and must not go on."""
        ...

    @property
    def facts(self) -> AnswerFacts:
        """So far."""
        ...


class Dialect(Protocol):
    """How one provider API writes its bodies."""

    name: str

    def operation(self, method: str, path: str) -> Operation | None:
        """``None`` for what this dialect does not serve; ``path`` is without query string and below the version path
        (``/chat/completions``)."""
        ...

    def read_request(self, operation: Operation, body: bytes) -> tuple[Document, Facts]:
        """Raises ``MalformedBody`` with a sentence for the caller that quotes nothing."""
        ...

    def read_answer(self, operation: Operation, body: bytes, request: Facts) -> tuple[Document, AnswerFacts]:
        """Any status: 4xx and 5xx bodies too. A JSON body outside the schema is read as unknown fields; a body that is
        not JSON raises ``MalformedBody``."""
        ...

    def stream(self, operation: Operation, request: Facts) -> Stream | None:
        """``None`` where this operation does not stream."""
        ...

    def error(self, refusal: Refusal) -> bytes:
        """The dialect's own error body."""
        ...
