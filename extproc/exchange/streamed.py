"""An answer that is streamed: events in, inspected events out, in their order.

Each running text (a choice's content, a tool's arguments) is a channel that holds back what could still become part of
an identifier. An event goes out once all that its texts may release was inspected; text that is released later travels
in a later event of the same channel, or in one of its own before the channel's end.
"""

from collections import Counter, deque
from collections.abc import Mapping, Sequence
from typing import Final, Protocol, TypeVar

from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding, Known, Passage
from extproc.errors import MalformedBody, UnsupportedBody
from extproc.exchange.answer import UNREADABLE, Restoring
from extproc.exchange.questions import Seen
from extproc.exchange.records import summed
from extproc.exchange.request import Counts, coverage_of
from extproc.mask.apply import blocked
from extproc.mask.channel import MaskedChannel
from extproc.payload.dialect import Channel, ChannelKey, Stream, StreamEvent
from extproc.payload.embedded import read_embedded
from extproc.payload.part import AnswerFacts, Document
from extproc.policy.query import Coverage
from extproc.sealed import Sealed

KNOWN_LIMIT: Final = 200
"""Identifiers of one answer that are remembered; later ones are found where they stand by themselves."""


class BlockedText(UnsupportedBody):
    """The answer holds a kind of identifier that the plan blocks."""

    public = "masking_blocked"


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
    def scanned(self, findings: Sequence[Sequence[Finding]]) -> str: ...
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
        restorer = restoring.restorer(channel.spot, channel.tool)
        self._masked = MaskedChannel(self._plan, restoring.mint, restorer, hold=hold_chars)
        self.push = self._masked.push
        self.finish = self._masked.finish

    def due(self) -> tuple[Passage, ...]:
        window = self._masked.due()
        return () if window is None else (Passage(Sealed(window)),)

    def scanned(self, findings: Sequence[Sequence[Finding]]) -> str:
        return self._masked.scanned(findings[0])

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

    def scanned(self, findings: Sequence[Sequence[Finding]]) -> str:
        if self._document is None:
            return ""
        changed = {
            index: Sealed(self._restoring.part(part, found, self.counts))
            for index, (part, found) in enumerate(zip(self._document.parts, findings, strict=True))
        }
        unequal = {i: text for i, text in changed.items() if text != self._document.parts[i].text}
        return self._document.with_texts(unequal).decode()


class Outgoing:
    """One event on its way out: its texts are pushed, and it waits until all of them may speak."""

    def __init__(
        self,
        event: StreamEvent,
        running: Mapping[ChannelKey, Running],
        restoring: Restoring,
        counts: Counter[tuple[EntityType, str]],
    ) -> None:
        self._event = event
        self._running = running
        self._restoring = restoring
        self._counts = counts
        self._asked: list[tuple[ChannelKey, int]] = []
        self._parts_due = len(event.parts)
        self._texts: dict[ChannelKey, str] = {}
        self._changed: dict[int, Sealed[str]] = {}

    def due(self) -> tuple[Passage, ...]:
        passages = [Passage(part.text, part.label, part.path) for part in self._event.parts[: self._parts_due]]
        self._asked = []
        for key, running in self._running.items():
            mine = running.due()
            if mine:
                self._asked.append((key, len(mine)))
                passages.extend(mine)
        return tuple(passages)

    def inspected(self, findings: Sequence[Sequence[Finding]]) -> None:
        place = self._parts_due
        for index, found in enumerate(findings[:place]):
            part = self._event.parts[index]
            text = Sealed(self._restoring.part(part, found, self._counts))
            if text != part.text:
                self._changed[index] = text
        self._parts_due = 0
        for key, count in self._asked:
            released = self._running[key].scanned(findings[place : place + count])
            self._texts[key] = self._texts.get(key, "") + released
            place += count

    def rendered(self, stream: Stream) -> bytes:
        """Texts of channels that end here without a piece of their own travel in an event before this one."""
        carried = {piece.channel for piece in self._event.pieces}
        before = [
            stream.carrying(key, Sealed(text)) for key, text in self._texts.items() if text and key not in carried
        ]
        texts = {key: Sealed(text) for key, text in self._texts.items() if key in carried}
        return b"".join([*before, self._event.rendered(texts, self._changed)])


class Streamed:
    """Drives one stream: ``push`` or ``finish``, ``due`` and ``inspected`` in turn until nothing is due, then ``take``.

    The stream's last event waits for ``take_all``: it may go only when the record of the exchange is durable.
    """

    def __init__(self, stream: Stream, restoring: Restoring, hold_chars: int) -> None:
        self._stream = stream
        self._restoring = restoring
        self._hold_chars = hold_chars
        self._counts: Counter[tuple[EntityType, str]] = Counter()
        self._inspected: dict[str, tuple[int, int]] = {}
        self._uninspected: dict[str, tuple[int, int]] = {}
        self._running: dict[ChannelKey, Running] = {}
        self._closed: set[ChannelKey] = set()
        self._events: deque[StreamEvent] = deque()
        self._asked: tuple[Passage, ...] = ()
        self._known: dict[Known, None] = {}
        self._outgoing: Outgoing | None = None
        self._last = False
        self._ready: list[bytes] = []
        self._tail: list[bytes] = []
        self.released_bytes = 0
        self.seen = Seen()

    def push(self, data: bytes) -> None:
        """Raises ``MalformedBody``."""
        self._events.extend(self._stream.push(data))

    def finish(self) -> None:
        """Raises ``MalformedBody``."""
        self._events.extend(self._stream.finish())

    def due(self) -> tuple[Passage, ...]:
        """What must be inspected before more may go; ``()`` once all that was pushed is dealt with.

        Raises ``MalformedBody`` for a text that goes on after its end, ``UnsupportedBody`` for what nobody can scan.
        """
        while True:
            if self._outgoing is None:
                if not self._events:
                    return ()
                self._outgoing = self._begun(self._events.popleft())
            if passages := self._outgoing.due():
                self._asked = passages
                return passages
            (self._tail if self._last else self._ready).append(self._outgoing.rendered(self._stream))
            self._outgoing = None

    def inspected(self, findings: Sequence[Sequence[Finding]]) -> None:
        """Raises ``BlockedText``."""
        if any(blocked(found, self._restoring.masking.response) for found in findings):
            raise BlockedText("the answer holds an identifier of a blocked kind")
        if self._outgoing is None:
            raise AssertionError("nothing was due")
        self._learn(findings)
        self._outgoing.inspected(findings)

    @property
    def known(self) -> tuple[Known, ...]:
        """What was found in this answer so far: a window is inspected as a part of the whole text, not alone."""
        return tuple(self._known)

    def _learn(self, findings: Sequence[Sequence[Finding]]) -> None:
        for passage, found in zip(self._asked, findings, strict=True):
            self.seen.add(passage.text, found)
            text = passage.text.reveal()
            for one in found:
                if len(self._known) < KNOWN_LIMIT:
                    self._known[Known(one.entity, Sealed(text[one.span.start : one.span.end]))] = None

    def take(self) -> bytes:
        """What may be released now."""
        return self._taken(self._ready)

    def take_all(self) -> bytes:
        """The rest, with the last event."""
        return self._taken(self._ready) + self._taken(self._tail)

    @property
    def facts(self) -> AnswerFacts:
        return self._stream.facts

    @property
    def counts(self) -> Counts:
        """What was masked so far, in all channels and in the texts outside them."""
        total = Counter(self._counts)
        for running in self._running.values():
            total.update(running.counts)
        return total

    @property
    def restored(self) -> int:
        return self._restoring.restored + sum(running.restored for running in self._running.values())

    @property
    def held(self) -> int:
        """Characters that wait: a tool's arguments for their end, a token that never ends for ever."""
        return sum(running.held for running in self._running.values())

    @property
    def coverage(self) -> Coverage:
        return Coverage(self._inspected, self._uninspected)

    def _begun(self, event: StreamEvent) -> Outgoing:
        readable(event)
        self._last = self._last or event.last
        self.seen.uninspected.update(one.why for one in event.uninspected)
        coverage = coverage_of(event.parts, event.uninspected)
        summed(self._inspected, coverage.inspected)
        summed(self._uninspected, coverage.uninspected)
        touched: dict[ChannelKey, Running] = {}
        for piece in event.pieces:
            touched[piece.channel] = self._channel(piece.channel)
            touched[piece.channel].push(piece.text.reveal())
            self._count(piece.channel, piece.text)
        for key in event.closes:
            if key in self._running and key not in self._closed:
                touched[key] = self._running[key]
                touched[key].finish()
                self._closed.add(key)
        return Outgoing(event, touched, self._restoring, self._counts)

    def _channel(self, key: ChannelKey) -> Running:
        if key in self._closed:
            raise MalformedBody("The stream goes on with a text after its end.")
        if key not in self._running:
            channel = self._stream.channel(key)
            self._running[key] = (
                Arguments(channel, self._restoring)
                if channel.whole
                else Prose(channel, self._restoring, self._hold_chars)
            )
            summed(self._inspected, {channel.pattern: (1, 0)})
        return self._running[key]

    def _count(self, key: ChannelKey, text: Sealed[str]) -> None:
        summed(self._inspected, {self._stream.channel(key).pattern: (0, len(text.reveal().encode()))})

    def _taken(self, pieces: list[bytes]) -> bytes:
        data = b"".join(pieces)
        pieces.clear()
        self.released_bytes += len(data)
        return data
