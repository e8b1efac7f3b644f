"""An answer that is streamed: events in, inspected events out, in their order.

Each running text (a choice's content, a tool's arguments) is a channel that holds back what could still become part of
an identifier. An event goes out once all that its texts may release was inspected; text that is released later travels
in a later event of the same channel, or in one of its own before the channel's end.

For a transcript the texts are noted as they pass: what came, what it was masked to, and what really went out.
"""

from collections import Counter, deque
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from extproc.audit.texts import Said, View
from extproc.detect.entities import EntityType
from extproc.detect.finding import Finding, Known, Passage
from extproc.errors import MalformedBody, UnsupportedBody
from extproc.exchange.questions import Seen
from extproc.exchange.records import summed
from extproc.exchange.request import Counts, coverage_of
from extproc.exchange.restoring import Restoring
from extproc.exchange.running import Arguments, Prose, Running, readable
from extproc.exchange.transcript import Lines, RunningRow
from extproc.mask.apply import blocked
from extproc.payload.dialect import ChannelKey, Stream, StreamEvent
from extproc.payload.part import AnswerFacts
from extproc.policy.query import Coverage
from extproc.sealed import Sealed

KNOWN_LIMIT: Final = 200
"""Identifiers of one answer that are remembered; later ones are found where they stand by themselves."""

MOST_TEXTS: Final = 4096
"""Running texts of one answer, each of 5 KB beside what it holds. APIs give at most 128 choices, of 128 calls each."""


class BlockedText(UnsupportedBody):
    """The answer holds a kind of identifier that the plan blocks."""

    public = "masking_blocked"


class Ready(NamedTuple):
    """An event that may go out, and what it says."""

    data: bytes
    said: Sequence[tuple[RunningRow, str]]


class Spoken(NamedTuple):
    """A running text and its line in the transcript."""

    running: Running
    row: RunningRow


class Outgoing:
    """One event on its way out: its texts are pushed, and it waits until all of them may speak."""

    def __init__(
        self,
        event: StreamEvent,
        parts: Sequence[RunningRow],
        touched: Mapping[ChannelKey, Spoken],
        restoring: Restoring,
        counts: Counter[tuple[EntityType, str]],
    ) -> None:
        """``parts`` are the lines of the event's whole texts, ``touched`` the running ones that it adds to or ends."""
        self._event = event
        self._parts = parts
        self.touched: Final = touched
        self._restoring = restoring
        self._counts = counts
        self._asked: list[tuple[ChannelKey, int]] = []
        self._parts_due = len(event.parts)
        self._texts: dict[ChannelKey, str] = {}
        self._changed: dict[int, Sealed[str]] = {}
        self._said: list[tuple[RunningRow, str]] = []

    def due(self) -> tuple[Passage, ...]:
        passages = [Passage(part.text, part.label, part.path) for part in self._event.parts[: self._parts_due]]
        self._asked = []
        for key, (running, _) in self.touched.items():
            mine = running.due()
            if mine:
                self._asked.append((key, len(mine)))
                passages.extend(mine)
        return tuple(passages)

    def inspected(self, findings: Sequence[Sequence[Finding]]) -> None:
        place = self._parts_due
        for index, found in enumerate(findings[:place]):
            part = self._event.parts[index]
            passed = self._restoring.part(part, found, self._counts)
            self._parts[index].add(View.MASKED, passed.masked)
            self._said.append((self._parts[index], passed.released))
            if passed.released != part.text.reveal():
                self._changed[index] = Sealed(passed.released)
        self._parts_due = 0
        for key, count in self._asked:
            running, row = self.touched[key]
            passed = running.scanned(findings[place : place + count])
            row.add(View.MASKED, passed.masked)
            self._said.append((row, passed.released))
            self._texts[key] = self._texts.get(key, "") + passed.released
            place += count

    def ready(self, stream: Stream) -> Ready:
        return Ready(self._rendered(stream), self._said)

    def _rendered(self, stream: Stream) -> bytes:
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
        self._running: dict[ChannelKey, Spoken] = {}
        self._lines = Lines(restoring.views)
        self._closed: set[ChannelKey] = set()
        self._events: deque[StreamEvent] = deque()
        self._asked: tuple[Passage, ...] = ()
        self._known: dict[Known, None] = {}
        self._outgoing: Outgoing | None = None
        self._last = False
        self._ready: list[Ready] = []
        self._tail: list[Ready] = []
        self._held: dict[ChannelKey, int] = {}
        self.held = 0
        """Characters that wait: a tool's arguments for their end, a token that never ends for ever."""
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

        Raises ``MalformedBody`` for a text that goes on after its end or is one too many, ``UnsupportedBody`` for what
        nobody can scan.
        """
        while True:
            if self._outgoing is None:
                if not self._events:
                    return ()
                self._outgoing = self._begun(self._events.popleft())
            if passages := self._outgoing.due():
                self._asked = passages
                return passages
            (self._tail if self._last else self._ready).append(self._outgoing.ready(self._stream))
            self._weigh(self._outgoing.touched)
            self._outgoing = None

    def _weigh(self, touched: Mapping[ChannelKey, Spoken]) -> None:
        """What an event changed of what is held: a sum over all texts at every event would cost their square."""
        for key, (running, _) in touched.items():
            self.held += running.held - self._held.get(key, 0)
            self._held[key] = running.held

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
        for running, _ in self._running.values():
            total.update(running.counts)
        return total

    @property
    def restored(self) -> int:
        return self._restoring.restored + sum(running.restored for running, _ in self._running.values())

    @property
    def coverage(self) -> Coverage:
        return Coverage(self._inspected, self._uninspected)

    @property
    def views(self) -> Mapping[View, Said]:
        """For the transcript: what was pushed, masked and taken so far."""
        return self._lines.said()

    @property
    def kept_bytes(self) -> int:
        return sum(self._lines.size_bytes.values())

    @property
    def longest_view_bytes(self) -> int:
        """Of one side of the transcript; the caller bounds it, since a stream may be long."""
        return max(self._lines.size_bytes.values())

    def _begun(self, event: StreamEvent) -> Outgoing:
        readable(event)
        self._last = self._last or event.last
        self.seen.uninspected.update(one.why for one in event.uninspected)
        coverage = coverage_of(event.parts, event.uninspected)
        summed(self._inspected, coverage.inspected)
        summed(self._uninspected, coverage.uninspected)
        parts = [self._lines.begun(part.pattern) for part in event.parts]
        for row, part in zip(parts, event.parts, strict=True):
            row.add(View.RECEIVED, part.text.reveal())
        touched: dict[ChannelKey, Spoken] = {}
        for piece in event.pieces:
            touched[piece.channel] = spoken = self._channel(piece.channel)
            spoken.running.push(piece.text.reveal())
            spoken.row.add(View.RECEIVED, piece.text.reveal())
            self._count(piece.channel, piece.text)
        for key in event.closes:
            if key in self._running and key not in self._closed:
                touched[key] = self._running[key]
                touched[key].running.finish()
                self._closed.add(key)
        return Outgoing(event, parts, touched, self._restoring, self._counts)

    def _channel(self, key: ChannelKey) -> Spoken:
        if key in self._closed:
            raise MalformedBody("The stream goes on with a text after its end.")
        if key not in self._running:
            if len(self._running) == MOST_TEXTS:
                raise MalformedBody("The stream begins more texts than any answer has.")
            channel = self._stream.channel(key)
            running = (
                Arguments(channel, self._restoring)
                if channel.whole
                else Prose(channel, self._restoring, self._hold_chars)
            )
            self._running[key] = Spoken(running, self._lines.begun(channel.pattern))
            summed(self._inspected, {channel.pattern: (1, 0)})
        return self._running[key]

    def _count(self, key: ChannelKey, text: Sealed[str]) -> None:
        summed(self._inspected, {self._stream.channel(key).pattern: (0, len(text.reveal().encode()))})

    def _taken(self, ready: list[Ready]) -> bytes:
        data = b"".join(one.data for one in ready)
        for row, text in (said for one in ready for said in one.said):
            row.add(View.RELEASED, text)
        ready.clear()
        self.released_bytes += len(data)
        return data
