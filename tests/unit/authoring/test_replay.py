"""A replay with engines that are played: what counts as changed, as not asked, and as unread."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from extproc.audit.chain import Record
from extproc.authoring.check import schema_of
from extproc.authoring.difference import Kind
from extproc.authoring.json_schema import Schema
from extproc.authoring.recorded import Recorded, Unread, recorded
from extproc.authoring.replay import NO_DECISION, Replay, replayed
from tests.support.answers import allowed, asked, denied, spoiled
from tests.support.small_policy import SHIPPED, deciding, query

SCHEMA = Schema(schema_of(SHIPPED), "input.json")


class Engine:
    """Answers every query alike, with its own decision id."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    async def ask(self, queries: Sequence[bytes]) -> list[object]:
        ids = [json.loads(one)["decision_id"] for one in queries]
        return [self.answer and {**self.answer, "decision_id": one} for one in ids]


def a_record(number: int = 1, answer: Any = None, outcome: str = "", *groups: str) -> Recorded:
    entry = deciding(number, query(number, *groups), answer, outcome)
    found = recorded(Record("", 0, entry.time_us, entry.event, entry.exchange, entry.ends, "", entry.body))
    assert found is not None
    return found


async def play(answer: Any, *found: Recorded | Unread) -> Replay:
    return await replayed(Engine(answer), found, SCHEMA)


async def test_the_same_decision_is_no_change() -> None:
    replay = await play(allowed(), a_record(1), a_record(2))
    assert (replay.asked, replay.unchanged, replay.changed, replay.whole) == (2, 2, [], True)


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
    ],
)
async def test_what_differs_is_named(answer: Any, change: str, kinds: set[str]) -> None:
    replay = await play(answer, a_record())
    assert dict(replay.by_change()) == {change: 1}
    assert set(replay.changed[0].difference.kinds) == kinds


async def test_the_masking_of_what_is_denied_does_not_count() -> None:
    before = {**denied(), "masking": {**allowed()["masking"], "default": "block"}}  # type: ignore[dict-item]
    replay = await play(denied(), a_record(1, before, "policy_denied"))
    assert replay.changed == []


async def test_changes_are_counted_by_group_rule_and_provider() -> None:
    replay = await play(denied(), a_record(1, None, "", "a", "b"), a_record(2, None, "", "b"))
    assert dict(replay.by_group()) == {"a": 1, "b": 2}
    assert dict(replay.by_rule()) == {"+no_role": 2, "-for_treatment": 2}
    assert dict(replay.by_provider()) == {"demo-onprem → (none)": 2}


async def test_a_query_that_lacks_a_member_is_not_asked_and_not_unchanged() -> None:
    one = a_record()
    old = replace(one, query={name: value for name, value in one.query.items() if name != "labels"})
    replay = await play(allowed(), old, a_record(2))
    assert (replay.asked, replay.unchanged, replay.whole) == (1, 1, False)
    assert dict(replay.not_asked) == {"/: lacks the member labels": 1}


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
