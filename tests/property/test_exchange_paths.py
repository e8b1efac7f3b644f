"""Every order of events, walked at random: the three rules of the machine hold on all paths."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from extproc.errors import ProtocolError
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange.phases import NEXT, Phase
from extproc.mask.plan import Operator, Plan
from extproc.policy.answer import AnswerDecision
from extproc.policy.decision import Effect, Reason, Verdict
from tests.support.exchanges import GATE, NAME, SSN, chat, decision, fresh, head, inspected

BODY = chat(f"{NAME} has a cough.", stream=True)
JSON_ANSWER = b'{"id":"1","choices":[{"index":0,"message":{"role":"assistant","content":"[NAME_1] is well"}}]}'
STREAM = (
    b'data: {"choices":[{"index":0,"delta":{"content":"[NAME_1] is"}}]}\n\n'
    b'data: {"choices":[{"index":0,"delta":{"content":" well"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
)

ASKED_ABOUT = JSON_ANSWER.replace(b"is well", SSN.encode() + b" is well")
ASKED_ABOUT_STREAM = STREAM[: STREAM.index(b"data: [DONE]")].replace(b" well", b" well " + SSN.encode() + b" ." * 99)
NO = Reason("response_entity", Effect.DENY, "No.", "45 CFR 164.502(b)")
ASKING = replace(GATE, asks_of_answers=True)

EVENTS: list[e.Event | type] = [
    head(),
    head(claims=None),
    head("/nowhere"),
    e.RequestBody(BODY, end=True),
    e.RequestBody(BODY[:20]),
    e.RequestBody(BODY[20:], end=True),
    e.RequestBody(b"", end=True),
    e.RequestBody(b"x" * 5000),
    e.RequestTrailers(),
    e.ResponseHead(200, {"content-type": "application/json"}),
    e.ResponseHead(200, {"content-type": "text/event-stream"}),
    e.ResponseHead(200, {"content-type": "image/png"}),
    e.ResponseHead(204, {}, end=True),
    e.ResponseBody(JSON_ANSWER, end=True),
    e.ResponseBody(STREAM[:50]),
    e.ResponseBody(STREAM[50:], end=True),
    e.ResponseBody(STREAM, end=True),
    e.ResponseBody(b"", end=True),
    e.ResponseTrailers(),
    e.Disconnected(),
    e.Overloaded(),
    e.DeadlinePassed(),
    e.Inspected,
    e.InspectionFailed(),
    e.Decided(decision(), "sha256:policy"),
    e.Decided(decision(Verdict.DENY), "sha256:policy"),
    e.Decided(
        decision(masking=decision().masking.__class__(Plan(Operator.KEEP), Plan(Operator.BLOCK))), "sha256:policy"
    ),
    e.PolicyFailed("policy_unavailable"),
    e.AnswerDecided(AnswerDecision("", Verdict.ALLOW, ())),
    e.AnswerDecided(AnswerDecision("", Verdict.DENY, (NO,))),
    e.Recorded(),
    e.RecordFailed(),
]

ALLOWED: list[e.Event | type] = [
    head(),
    e.RequestBody(BODY, end=True),
    e.Inspected,
    e.Decided(decision(), "sha256:policy"),
]
ANSWERED = [*ALLOWED, e.Recorded(), e.ResponseHead(200, {"content-type": "application/json"})]
STREAMED = [*ALLOWED, e.Recorded(), e.ResponseHead(200, {"content-type": "text/event-stream"})]

# Blind paths seldom get past the request, so many set out from further along the good one.
GOOD_FIRST = st.sampled_from(
    [
        [],
        ALLOWED,
        ANSWERED,
        [*ANSWERED, e.ResponseBody(JSON_ANSWER, end=True), e.Inspected],
        STREAMED,
        [*STREAMED, e.ResponseBody(STREAM, end=True), *[e.Inspected] * 4],
        [*ANSWERED, e.ResponseBody(ASKED_ABOUT, end=True), e.Inspected],
        [*STREAMED, e.ResponseBody(ASKED_ABOUT_STREAM), e.Inspected],
    ]
)
NEXT_WORD = st.sampled_from([[], [e.Recorded()], [e.RecordFailed()], [e.DeadlinePassed()], [e.Disconnected()]])
PATHS = st.builds(
    lambda first, word, rest: [*first, *word, *rest],
    GOOD_FIRST,
    NEXT_WORD,
    st.lists(st.sampled_from(EVENTS), max_size=14),
)


def walked(path: list[e.Event | type]) -> list[tuple[Phase, e.Event, tuple[c.Command, ...]]]:
    """What was said in which phase on which event. Events that cannot happen are left out."""
    exchange = fresh(ASKING)
    steps = []
    waiting: c.Command | None = None
    for step in path:
        if step is e.Inspected:
            if not isinstance(waiting, c.Inspect):
                continue
            event: e.Event = inspected(waiting)
        else:
            event = step  # type: ignore[assignment]
        phase = exchange.phase
        try:
            commands = exchange.receive(event, 1)
        except ProtocolError:
            assert type(event) not in NEXT[phase]
            continue
        waiting = next(
            (one for one in commands if isinstance(one, c.Inspect | c.AskPolicy | c.AskOfAnswer | c.Record)), waiting
        )
        steps.append((phase, event, commands))
    return steps


def final(command: c.Command) -> bool:
    return isinstance(command, c.Refuse) or (isinstance(command, c.ReleaseBody) and command.end)


@settings(max_examples=400)
@given(PATHS)
def test_forward_follows_only_the_record_of_an_allowing_decision(path: list[e.Event | type]) -> None:
    asked: list[c.Record] = []
    for phase, event, commands in walked(path):
        for command in commands:
            if isinstance(command, c.Forward):
                assert phase is Phase.RECORDING_DECISION
                assert isinstance(event, e.Recorded)
                assert asked[-1].entry.body["outcome"] == "forwarded"
                assert NAME.encode() not in command.body or "keep" in str(asked[-1].entry.body)
            if isinstance(command, c.Record):
                asked.append(command)


@settings(max_examples=400)
@given(PATHS)
def test_an_exchange_ends_once_and_only_when_its_record_was_answered(path: list[e.Event | type]) -> None:
    finals = 0
    for phase, event, commands in walked(path):
        for command in commands:
            if final(command):
                finals += 1
                local = phase is Phase.LOCAL_REPLY
                assert local or isinstance(event, e.Recorded | e.RecordFailed | e.DeadlinePassed)
    assert finals <= 1


@settings(max_examples=400)
@given(PATHS)
def test_an_exchange_has_at_most_one_ending_on_record(path: list[e.Event | type]) -> None:
    entries = [
        command.entry
        for _, _, commands in walked(path)
        for command in commands
        if isinstance(command, c.Record | c.Note | c.Count)
    ]
    assert sum(entry.ends for entry in entries) <= 1


@settings(max_examples=400)
@given(PATHS)
def test_what_is_over_says_nothing_more(path: list[e.Event | type]) -> None:
    over = False
    for phase, _, commands in walked(path):
        over = over or phase is Phase.OVER
        assert not (over and commands)


@settings(max_examples=200)
@given(PATHS)
def test_a_failed_record_never_releases_what_it_should_have_recorded(path: list[e.Event | type]) -> None:
    for phase, event, commands in walked(path):
        if isinstance(event, e.RecordFailed) and phase is not Phase.LOCAL_REPLY:
            assert not [one for one in commands if isinstance(one, c.Forward | c.ReleaseHead)]
            assert all(b"is well" not in one.data for one in commands if isinstance(one, c.ReleaseBody))


@settings(max_examples=400)
@given(PATHS)
def test_nothing_is_released_between_a_question_about_an_answer_and_its_recorded_yes(
    path: list[e.Event | type],
) -> None:
    asked = allowed = False
    for _, event, commands in walked(path):
        allowed = allowed or (isinstance(event, e.AnswerDecided) and event.decision.verdict is Verdict.ALLOW)
        if asked and allowed and isinstance(event, e.Recorded):
            asked = allowed = False
        for command in commands:
            if isinstance(command, c.AskOfAnswer):
                asked, allowed = True, False
            if asked and isinstance(command, c.ReleaseBody):
                assert command.end
                assert b"is well" not in command.data
