"""No byte that stands behind an event of a stream goes out before its question is answered and recorded.

A stream is made of words with their number, and of events: a tool call, or the first identifier of a kind. It is cut
anywhere, and its pieces come before, between and after the replies to what the exchange waits for. What was released is
then held against the places: nothing from the first event on that no recorded yes covers.

An identifier within a running text is an event once it is found. Until then it may be held back, and a tool call that
stands behind it may overtake it; no word of its own text may.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from extproc.audit.record import Entry, Event
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange.machine import Exchange
from extproc.policy.answer import AnswerDecision, AnswerQuery
from extproc.policy.decision import Effect, Reason, Verdict
from tests.support.exchanges import GATE, NAME, SSN, chat, decided, fresh, inspected

ASKING: Final = replace(GATE, asks_of_answers=True, max_body_bytes=1 << 20)
NO: Final = Reason("response_entity", Effect.DENY, "No.", "45 CFR 164.502(b)")
KINDS: Final = {"NAME": NAME, "SSN": SSN}
NEVER: Final = 1 << 20
MARK: Final = re.compile(rb"w(\d{4})w|t(\d{4})t|\[(?:NAME|SSN)_1\]|Maria|219-09")


@dataclass(frozen=True, slots=True)
class Unit:
    """``what``: a run of words, a tool call, an identifier in the text (``NAME``, ``SSN``) or beside it (``+SSN``)."""

    what: str
    size: int = 1


UNITS: Final = st.lists(
    st.one_of(
        st.builds(Unit, st.just("words"), st.integers(1, 20)),
        st.sampled_from([Unit("tool"), Unit("NAME"), Unit("SSN"), Unit("+NAME"), Unit("+SSN")]),
    ),
    min_size=1,
    max_size=10,
)


@dataclass(frozen=True, slots=True)
class Happening:
    """An event: a kind of identifier or ``tool``, and from which number on it stands."""

    what: str
    number: int
    held_back: bool


@dataclass
class Stream:
    """The bytes of a stream, and what is asked about in it.

    Every word, tool and identifier has a number of its own, in the order of the stream.
    """

    wire: bytes = b""
    happenings: list[Happening] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    """Of words and tools."""
    _number: int = 0
    _tools: int = 0

    def add(self, unit: Unit) -> None:
        match unit.what:
            case "words":
                for _ in range(unit.size):
                    self._say({"content": f"w{self._named():04}w "})
            case "tool":
                self.happenings.append(Happening("tool", self._number, held_back=False))
                function = {"name": f"t{self._named():04}t", "arguments": "{}"}
                call = {"index": self._tools, "id": "c", "type": "function", "function": function}
                self._tools += 1
                self._say({"tool_calls": [call]})
            case "NAME" | "SSN" as kind:
                self.happenings.append(Happening(kind, self._next(), held_back=True))
                self._say({"content": f" {KINDS[kind]} "})
            case beside:
                kind = beside.removeprefix("+")
                self.happenings.append(Happening(kind, self._next(), held_back=False))
                self._say({}, note=KINDS[kind])

    def end(self) -> None:
        choice = {"index": 0, "delta": {}, "finish_reason": "stop"}
        self.wire += f"data: {json.dumps({'choices': [choice]})}\n\ndata: [DONE]\n\n".encode()

    def _named(self) -> int:
        self.numbers.append(self._number)
        return self._next()

    def _next(self) -> int:
        self._number += 1
        return self._number - 1

    def _say(self, delta: object, **beside: str) -> None:
        choice = {"index": 0, "delta": delta, "finish_reason": None}
        self.wire += f"data: {json.dumps({'choices': [choice], **beside})}\n\n".encode()


def made(units: list[Unit]) -> Stream:
    stream = Stream()
    for unit in units:
        stream.add(unit)
    stream.end()
    return stream


def cut(data: bytes, places: list[int]) -> list[bytes]:
    edges = [0, *sorted(place % (len(data) + 1) for place in places), len(data)]
    return [data[start:end] for start, end in pairwise(edges)]


class Played:
    """An exchange whose answer is ``stream``. ``replies`` says at each step whether what waits is replied to first."""

    def __init__(self, stream: Stream, pieces: list[bytes], replies: Iterator[bool]) -> None:
        self.stream = stream
        self.exchange = streaming()
        self.released = b""
        self.entries: list[Entry] = []
        self.questions: list[AnswerQuery] = []
        self.covered: set[str] = set()
        self.calls = 0
        self._pieces = [e.ResponseBody(one, index == len(pieces) - 1) for index, one in enumerate(pieces)]
        self._replies = replies
        self._waiting: c.Command | None = None
        self.open: AnswerQuery | None = None
        """Asked about, and not yet allowed on record."""

    def to_the_end(self, failing_at: int = 0, failure: e.Event | None = None, *, recording: bool = False) -> None:
        """``failure`` comes instead of the reply to question ``failing_at``, or to the record of its answer."""
        while not self.exchange.over:
            waits = self._waiting
            if waits is None or (self._pieces and not next(self._replies)):
                self._tell(self._pieces.pop(0) if self._pieces else e.Disconnected())
                continue
            fails = failure is not None and self.open is not None and len(self.questions) == failing_at
            if fails and isinstance(waits, c.Record if recording else c.AskOfAnswer):
                self._tell(failure)
                failure = None
            else:
                self._tell(self._reply(waits))

    def _reply(self, waits: c.Command) -> e.Event:
        match waits:
            case c.Inspect():
                return inspected(waits)
            case c.AskOfAnswer(query):
                return e.AnswerDecided(AnswerDecision(query.decision_id, Verdict.ALLOW, ()))
            case c.Record():
                return e.Recorded()
            case _:
                raise AssertionError("nothing waits")

    def _tell(self, event: e.Event) -> None:
        if isinstance(event, e.Recorded) and self.open is not None and self.recorded_a_yes:
            self.covered |= {one.value for one in self.open.phi.entities}
            self.calls, self.open = self.open.tool_calls.count, None
        if not isinstance(event, e.ResponseBody):
            self._waiting = None
        for command in self.exchange.receive(event, 1):
            match command:
                case c.ReleaseBody(data):
                    self.released += data
                    self.check()
                case c.AskOfAnswer(query):
                    self._waiting, self.open = command, query
                    self.questions.append(query)
                case c.Inspect():
                    self._waiting = command
                case c.Record(entry):
                    self._waiting = command
                    self.entries.append(entry)
                case c.Note(entry):
                    self.entries.append(entry)
                case _:
                    pass

    @property
    def recorded_a_yes(self) -> bool:
        return self.entries[-1].event is Event.RESPONSE_DECIDED

    def uncovered(self) -> list[Happening]:
        """The events that no recorded yes covers, in the order of the stream."""
        tools = [one for one in self.stream.happenings if one.what == "tool"][self.calls :]
        others = [one for one in self.stream.happenings if one.what != "tool" and one.what not in self.covered]
        return sorted([*tools, *others], key=lambda one: one.number)

    def check(self) -> None:
        uncovered = self.uncovered()
        words_end = min((one.number for one in uncovered), default=NEVER)
        tools_end = min((one.number for one in uncovered if not one.held_back), default=NEVER)
        for mark in MARK.finditer(self.released):
            word, tool = mark.groups()
            if word or tool:
                assert int(word or tool) < (words_end if word else tools_end), (mark[0], uncovered)
            else:
                assert ("NAME" if mark[0][1:2] in b"Na" else "SSN") in self.covered, (mark[0], uncovered)


def streaming() -> Exchange:
    exchange = fresh(ASKING)
    decided(exchange, chat("How is it?", stream=True))
    exchange.receive(e.ResponseHead(200, {"content-type": "text/event-stream"}), 1)
    return exchange


CUTS: Final = st.lists(st.integers(0, 20_000), max_size=12)
REPLIES: Final = st.lists(st.booleans(), max_size=40).map(lambda said: iter([*said, *[True] * 10_000]))


@settings(max_examples=150, deadline=None)
@given(UNITS, CUTS, REPLIES)
def test_nothing_from_behind_an_event_goes_out_before_its_recorded_yes(
    units: list[Unit], cuts: list[int], replies: Iterator[bool]
) -> None:
    stream = made(units)
    played = Played(stream, cut(stream.wire, cuts), replies)
    played.to_the_end()
    assert played.uncovered() == []
    assert played.entries[-1].event is Event.EXCHANGE_COMPLETED
    assert sorted(int(one[1] or one[2]) for one in MARK.finditer(played.released) if one[1] or one[2]) == stream.numbers
    assert played.released.endswith(b"data: [DONE]\n\n")


FAILURES: Final = st.sampled_from(
    [
        (e.AnswerDecided(AnswerDecision("", Verdict.DENY, (NO,))), False, b"answer_denied"),
        (e.PolicyFailed("policy_unavailable"), False, b"policy_unavailable"),
        (e.PolicyFailed("policy_malformed"), False, b"policy_malformed"),
        (e.DeadlinePassed(), False, b"deadline_passed"),
        (e.DeadlinePassed(), True, b"deadline_passed"),
        (e.RecordFailed(), True, b"audit_unavailable"),
        (e.Disconnected(), False, b""),
        (e.Disconnected(), True, b""),
    ]
)


@settings(max_examples=150, deadline=None)
@given(UNITS, CUTS, REPLIES, st.integers(1, 3), FAILURES)
def test_a_question_that_comes_to_nothing_ends_the_stream_where_it_stood(
    units: list[Unit], cuts: list[int], replies: Iterator[bool], number: int, failing: tuple[e.Event, bool, bytes]
) -> None:
    failure, recording, code = failing
    stream = made(units)
    played = Played(stream, cut(stream.wire, cuts), replies)
    played.to_the_end(number, failure, recording=recording)
    if len(played.questions) < number:
        return
    assert len(played.questions) == number
    [ending] = [entry for entry in played.entries if entry.ends]
    assert ending.event is Event.EXCHANGE_ABORTED
    assert ending is played.entries[-1]
    assert played.uncovered()
    assert code in played.released
    assert (b"[DONE]" in played.released) is bool(code)
