"""One running text of a stream, on its way to the caller."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol, TypeVar

from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding, Passage
from extproc.errors import UnsupportedBody
from extproc.exchange.answer import UNREADABLE
from extproc.exchange.request import Counts
from extproc.exchange.restoring import Passed, Restoring
from extproc.mask.channel import MaskedChannel
from extproc.payload.dialect import Channel, StreamEvent
from extproc.payload.embedded import read_embedded
from extproc.payload.part import Document
from extproc.sealed import Sealed

Read = TypeVar("Read", Document, StreamEvent)


def readable(read: Read) -> Read:
    """``read`` itself. Raises ``UnsupportedBody`` where something in it can be scanned by nobody."""
    if any(one.why in UNREADABLE for one in read.uninspected):
        raise UnsupportedBody("the stream holds content that cannot be inspected")
    return read


class Running(Protocol):
    """One running text, whichever way it is held."""

    def push(self, text: str) -> None: ...
    def finish(self) -> None: ...
    def due(self) -> tuple[Passage, ...]: ...
    def scanned(self, findings: Sequence[Sequence[Finding]]) -> Passed[str]: ...
    @property
    def counts(self) -> Counts:
        """What was masked in it so far."""
        ...

    @property
    def restored(self) -> int:
        """Names given back in it so far, where nobody else counts them."""
        ...

    @property
    def held(self) -> int:
        """Characters that were pushed and not released."""
        ...


class Prose:
    """Released piece by piece behind a hold-back window."""

    def __init__(self, channel: Channel, restoring: Restoring, hold_chars: int) -> None:
        self._plan = restoring.masking.response
        self._restorer = restoring.restorer(channel.spot, channel.tool)
        self._masked = MaskedChannel(self._plan, restoring.mint, self._restorer, hold=hold_chars)
        self.push = self._masked.push
        self.finish = self._masked.finish

    def due(self) -> tuple[Passage, ...]:
        window = self._masked.due()
        return () if window is None else (Passage(Sealed(window)),)

    def scanned(self, findings: Sequence[Sequence[Finding]]) -> Passed[str]:
        return Passed(self._masked.scanned(findings[0]), self._restorer.noted())

    @property
    def counts(self) -> Counts:
        return {(entity, self._plan.operator(entity).value): n for entity, n in self._masked.edits.items()}

    @property
    def restored(self) -> int:
        return self._masked.restored.total()

    @property
    def held(self) -> int:
        return self._masked.held


class Arguments:
    """A tool's arguments, released whole at their end: half a JSON document cannot be inspected as JSON."""

    def __init__(self, channel: Channel, restoring: Restoring) -> None:
        self._channel = channel
        self._restoring = restoring
        self.counts: Counter[tuple[EntityType, str]] = Counter()
        self.restored = 0  # counted by ``Restoring``
        self.held = 0
        self._pieces: list[str] = []
        self._document: Document | None = None
        self._ended = False

    def push(self, text: str) -> None:
        self._pieces.append(text)
        self.held += len(text)

    def finish(self) -> None:
        self._ended = True

    def due(self) -> tuple[Passage, ...]:
        if not self._ended or not self._pieces:
            return ()
        self._document = readable(read_embedded(Sealed("".join(self._pieces)), self._channel))
        self._pieces.clear()
        self.held = 0
        return tuple(Passage(part.text, part.label, part.path) for part in self._document.parts)

    def scanned(self, findings: Sequence[Sequence[Finding]]) -> Passed[str]:
        if self._document is None:
            return Passed("", "")
        body = self._restoring.document(self._document, findings, self.counts)
        return Passed(body.released.decode(), body.masked.decode())
