"""A replay with engines that are played: what counts as changed, as not asked, as not arising, and as unread."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from extproc.audit.chain import Record
from extproc.audit.record import Entry
from extproc.authoring.about import About
from extproc.authoring.comparing import NO_DECISION
from extproc.authoring.difference import Kind
from extproc.authoring.query_shape import shapes_of
from extproc.authoring.recorded import Recorded, Unread, recorded
from extproc.authoring.replay import Replay, replayed
from extproc.detect.entities import EntityType
from tests.support.answers import allowed, asked, denied, spoiled
from tests.support.small_policy import NO, SHIPPED, deciding, deciding_answer, query

SHAPES = shapes_of(SHIPPED)
BOTH = frozenset(About)


def saying(verdict: str = "allow", *reasons: object) -> dict[str, Any]:
    return {"schema": "wardgate.response-decision/v1", "decision_id": "", "verdict": verdict, "reasons": list(reasons)}


class Engine:
    """Answers every query alike, with its own decision id; ``of_answers`` by that id, or alike too."""

    def __init__(self, answer: Any, of_answers: Any = None, by_id: Mapping[str, Any] | None = None) -> None:
        self.answers = {About.REQUEST: answer, About.ANSWER: of_answers}
        self.by_id = by_id or {}
        self.asked: list[str] = []

    async def ask(self, about: About, queries: Sequence[bytes]) -> list[object]:
        ids = [json.loads(one)["decision_id"] for one in queries]
        self.asked += ids
        said = [self.by_id.get(one, self.answers[about]) for one in ids]
        return [answer and {**answer, "decision_id": one} for one, answer in zip(ids, said, strict=True)]


def of(entry: Entry) -> Recorded:
    found = recorded(Record("", 0, entry.time_us, entry.event, entry.exchange, entry.ends, "", entry.body))
    assert found is not None
    return found


def a_record(number: int = 1, answer: Any = None, outcome: str = "", *groups: str) -> Recorded:
    return of(deciding(number, query(number, *groups), answer, outcome))


def an_answer(number: int = 1, asked: int = 1, *reasons: Any) -> Recorded:
    return of(deciding_answer(number, asked, *reasons, entities=(EntityType.SSN,)))


async def play(answer: Any, *found: Recorded | Unread) -> Replay:
    return await replayed(Engine(answer, saying()), BOTH, found, SHAPES)


def warning(reason: str) -> dict[str, Any]:
    reasons: Any = allowed()["reasons"]
    return {**allowed(), "reasons": [*reasons, {**NO, "id": reason, "effect": "warn"}]}


async def test_the_same_decision_is_no_change() -> None:
    replay = await play(allowed(), a_record(1), a_record(2))
    assert (replay.asked, replay.requests.unchanged, replay.changed, replay.whole) == (2, 2, [], True)


@pytest.mark.parametrize(
    ("answer", "change", "kinds"),
    [
        (denied(), "allow → deny", {"verdict", "provider", "reasons"}),
        (asked(), "allow → require_approval", {"verdict", "reasons"}),
        (None, f"allow → {NO_DECISION}", {"verdict"}),
        ({**allowed(), "verdict": "perhaps"}, f"allow → {NO_DECISION}", {"verdict"}),
        ({**allowed(), "provider": "demo-cloud"}, "allow, other provider", {"provider"}),
        ({**allowed(), "provider": "elsewhere"}, "allow → provider_unknown", {"verdict", "provider"}),
        (spoiled(allowed(), "masking.request.NAME", "redact"), "allow, other masking", {"masking"}),
        (spoiled(allowed(), "masking.request.NAME", "block"), "allow → masking_blocked", {"verdict"}),
        (spoiled(allowed(), "masking.request.SSN", "block"), "allow, other masking", {"masking"}),
        (spoiled(allowed(), "masking.restore", ["NAME"]), "allow, other restore", {"restore"}),
        (spoiled(allowed(), "obligations.retention_days", 9), "allow, other obligations", {"obligations"}),
        (spoiled(allowed(), "obligations.watermark", 1), "allow → obligation_unmet", {"verdict"}),
        (warning("baa_expired"), "allow → baa_only_warned", {"verdict", "reasons"}),
    ],
)
async def test_what_differs_is_named(answer: Any, change: str, kinds: set[str]) -> None:
    replay = await play(answer, a_record())
    assert dict(replay.requests.by_change()) == {change: 1}
    assert set(replay.changed[0].difference.kinds) == kinds


async def test_the_masking_of_what_is_denied_does_not_count() -> None:
    before = {**denied(), "masking": {**allowed()["masking"], "default": "block"}}  # type: ignore[dict-item]
    replay = await play(denied(), a_record(1, before, "policy_denied"))
    assert replay.changed == []


async def test_changes_are_counted_by_group_rule_and_provider() -> None:
    replay = await play(denied(), a_record(1, None, "", "a", "b"), a_record(2, None, "", "b"))
    assert dict(replay.requests.by_group()) == {"a": 1, "b": 2}
    assert dict(replay.requests.by_rule()) == {"+no_role": 2, "-for_treatment": 2}
    assert dict(replay.requests.by_provider()) == {"demo-onprem → (none)": 2}


async def test_a_query_that_lacks_a_member_is_not_asked_and_not_unchanged() -> None:
    one = a_record()
    old = replace(one, query={name: value for name, value in one.query.items() if name != "labels"})
    replay = await play(allowed(), old, a_record(2))
    assert (replay.asked, replay.requests.unchanged, replay.whole) == (1, 1, False)
    assert dict(replay.requests.not_asked) == {"/: lacks the member labels": 1}


async def test_an_unread_line_makes_it_not_whole() -> None:
    replay = await play(allowed(), Unread("a", 3), a_record())
    assert (replay.asked, replay.whole, replay.unread) == (1, False, [Unread("a", 3)])


async def test_more_than_one_batch_is_asked_and_ends_in_the_order_of_time() -> None:
    replay = await play(denied(), *(a_record(number) for number in range(220)))
    assert [one.decision_id for one in replay.changed] == [f"dec-{number}" for number in range(220)]


async def test_only_the_kinds_that_were_asked_for_fail() -> None:
    replay = await play({**allowed(), "provider": "demo-cloud"}, a_record())
    assert replay.failing(frozenset({Kind.PROVIDER}))
    assert not replay.failing(frozenset({Kind.VERDICT, Kind.MASKING}))


async def test_a_provider_that_the_settings_named_stays_named() -> None:
    """That it went on in spite of the warning says so; that it did not, says the opposite."""
    went = a_record(1, warning("baa_expired"))
    refused = a_record(2, warning("baa_expired"), "baa_only_warned")
    assert (await play(warning("baa_expired"), went, refused)).changed == []


def keeping(transcript: str) -> Any:
    return spoiled(allowed(), "obligations.record", transcript)


async def test_whether_there_is_somebody_to_seal_a_transcript_to_is_as_the_record_shows() -> None:
    refused, went = a_record(1, keeping("full"), "obligation_unmet"), a_record(2, keeping("masked"))
    replay = await play(keeping("full"), refused, went, a_record(3))
    assert [(one.decision_id, one.change) for one in replay.changed] == [
        ("dec-2", "allow, other obligations"),
        ("dec-3", "allow, other obligations"),
    ]


# Answers


async def test_requests_and_answers_are_told_apart() -> None:
    engine = Engine(allowed(), saying("deny", NO))
    replay = await replayed(engine, BOTH, [a_record(), an_answer()], SHAPES)
    assert (replay.requests.asked, replay.requests.changed) == (1, [])
    [changed] = replay.answers.changed
    assert (changed.about, changed.decision_id, changed.change) == (About.ANSWER, "dec-1.1", "allow → deny")
    assert dict(replay.answers.by_rule()) == {"+no_role": 1}
    assert dict(replay.answers.by_provider()) == {"demo-onprem": 1}
    assert dict(replay.answers.by_group()) == {"cardiology-clinicians": 1}
    assert replay.failing(frozenset({Kind.VERDICT}))


@pytest.mark.parametrize(
    ("before", "answer", "change", "kinds"),
    [
        ((), saying("deny", NO), "allow → deny", {"verdict", "reasons"}),
        ((NO,), saying(), "deny → allow", {"verdict", "reasons"}),
        ((NO,), saying("deny", {**NO, "id": "other"}), "deny, other reasons", {"reasons"}),
        ((), saying("allow", {**NO, "effect": "warn"}), "allow, other reasons", {"reasons"}),
        ((), None, f"allow → {NO_DECISION}", {"verdict"}),
        ((NO,), saying("perhaps"), f"deny → {NO_DECISION}", {"verdict"}),
    ],
)
async def test_what_differs_of_an_answer_is_named(
    before: tuple[Any, ...], answer: Any, change: str, kinds: set[str]
) -> None:
    replay = await replayed(Engine(allowed(), answer), BOTH, [a_record(), an_answer(1, 1, *before)], SHAPES)
    assert dict(replay.answers.by_change()) == {change: 1}
    assert set(replay.answers.changed[0].difference.kinds) == kinds


async def test_the_answers_of_a_request_that_is_stopped_do_not_arise() -> None:
    found = [a_record(1), an_answer(1, 1), an_answer(1, 2), a_record(2), an_answer(2)]
    engine = Engine(allowed(), saying("deny", NO), {"dec-1": denied()})
    replay = await replayed(engine, BOTH, found, SHAPES)
    assert (replay.requests.asked, replay.answers.asked, replay.answers.not_arising) == (2, 1, 2)
    assert [one.decision_id for one in replay.changed] == ["dec-1", "dec-2.1"]
    assert replay.whole


async def test_what_follows_a_question_that_ends_the_answer_does_not_arise() -> None:
    found = [a_record(1), an_answer(1, 1), an_answer(1, 2), an_answer(1, 3)]
    replay = await replayed(Engine(allowed(), saying(), {"dec-1.2": saying("deny", NO)}), BOTH, found, SHAPES)
    assert (replay.answers.asked, replay.answers.unchanged, replay.answers.not_arising) == (2, 1, 1)


async def test_what_would_follow_an_answer_that_is_ended_as_before_does_not_arise() -> None:
    found = [a_record(1), an_answer(1, 1, NO), an_answer(1, 2)]
    replay = await replayed(Engine(allowed(), saying("deny", NO)), BOTH, found, SHAPES)
    assert (replay.answers.asked, replay.answers.changed, replay.answers.not_arising) == (1, [], 1)


async def test_an_answer_whose_request_is_older_than_the_period_is_asked_about() -> None:
    replay = await play(denied(), an_answer())
    assert (replay.answers.asked, replay.answers.not_arising) == (1, 0)


async def test_a_policy_without_a_package_for_answers_is_asked_about_none_and_they_go_on() -> None:
    engine = Engine(allowed(), None)
    found = [a_record(1), an_answer(1), a_record(2), an_answer(2, 1, NO)]
    replay = await replayed(engine, frozenset({About.REQUEST}), found, SHAPES)
    assert engine.asked == ["dec-1", "dec-2"]
    assert dict(replay.answers.by_change()) == {"deny → allow": 1}


async def test_an_answers_query_is_held_against_its_own_schema() -> None:
    one = an_answer()
    old = replace(one, query={name: value for name, value in one.query.items() if name != "response"})
    replay = await play(allowed(), a_record(), old)
    assert dict(replay.answers.not_asked) == {"/: lacks the member response": 1}
    assert (replay.requests.asked, replay.whole) == (1, False)
