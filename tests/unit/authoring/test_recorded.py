from pathlib import Path
from typing import Any

import pytest

from extproc.authoring.about import About
from extproc.authoring.recorded import Period, Recorded, Unread, decisions
from tests.support.chains import NAME, TIME_US, received
from tests.support.small_policy import NO, deciding, deciding_answer, exchange_id, query, trail


def found(root: Path, period: Period | None = None) -> list[Recorded | Unread]:
    return list(decisions(root, period or Period()))


def test_decisions_alone_are_found(tmp_path: Path) -> None:
    root = trail(
        tmp_path, [received(exchange_id(1)), deciding(1, query(1)), deciding(2, query(2), outcome="policy_denied")]
    )
    assert [(one.exchange, one.outcome) for one in found(root) if isinstance(one, Recorded)] == [
        (exchange_id(1), "forwarded"),
        (exchange_id(2), "policy_denied"),
    ]


def test_a_period_is_half_open(tmp_path: Path) -> None:
    root = trail(tmp_path, [deciding(number, query(number)) for number in (1, 2, 3)])
    second = TIME_US + 2_000_000
    assert [one.exchange for one in found(root, Period(second, second + 1_000_000)) if isinstance(one, Recorded)] == [
        exchange_id(2)
    ]
    assert found(root, Period(second + 1_000_001)) == []


def test_a_broken_line_is_told_with_its_place_and_the_rest_is_read(tmp_path: Path) -> None:
    root = trail(tmp_path, [deciding(1, query(1))], spoil=b'{"body":{"event":"request.decided"\n')
    assert [type(one) for one in found(root)] == [Recorded, Unread]
    assert str(found(root)[1]).startswith(f"{NAME}/seg-000000000000.jsonl:4: not a record")


def test_a_decision_without_a_query_is_unread(tmp_path: Path) -> None:
    entry = deciding(1, query(1))
    body = {key: value for key, value in entry.body.items() if key != "query"}
    root = trail(tmp_path, [type(entry)(entry.event, entry.time_us, entry.exchange, body)])
    assert [type(one) for one in found(root)] == [Unread]


def test_the_decisions_on_answers_are_found_after_that_on_their_request(tmp_path: Path) -> None:
    entries = [deciding(1, query(1)), deciding_answer(1), deciding_answer(1, 2, NO), deciding(2, query(2))]
    assert [
        (one.about, one.query["decision_id"], one.outcome, one.provider)
        for one in found(trail(tmp_path, entries))
        if isinstance(one, Recorded)
    ] == [
        (About.REQUEST, "dec-1", "forwarded", "demo-onprem"),
        (About.ANSWER, "dec-1.1", "forwarded", "demo-onprem"),
        (About.ANSWER, "dec-1.2", "answer_denied", "demo-onprem"),
        (About.REQUEST, "dec-2", "forwarded", "demo-onprem"),
    ]


@pytest.mark.parametrize(
    ("part", "member"), [("decision", "reasons"), ("query", "request_decision"), ("query", "decision_id")]
)
def test_a_decision_on_an_answer_that_lacks_what_makes_it_one_is_unread(tmp_path: Path, part: str, member: str) -> None:
    entry = deciding_answer(1)
    whole: Any = entry.body[part]
    body = {**entry.body, part: {key: value for key, value in whole.items() if key != member}}
    spoilt = type(entry)(entry.event, entry.time_us, entry.exchange, body)
    assert [type(one) for one in found(trail(tmp_path, [spoilt]))] == [Unread]


def spoilt(whole: Any, path: tuple[Any, ...], value: Any) -> Any:
    """A copy of ``whole`` with ``value`` at ``path``."""
    if not path:
        return value
    if isinstance(whole, list):
        return [spoilt(one, path[1:], value) if place == path[0] else one for place, one in enumerate(whole)]
    return {**whole, path[0]: spoilt(whole[path[0]], path[1:], value)}


@pytest.mark.parametrize(
    "path",
    [
        ("reasons", 0),
        ("reasons", 0, "id"),
        ("reasons", 0, "effect"),
        ("reasons", 0, "cite"),
        ("masking",),
        ("masking", "request"),
        ("masking", "request", "default"),
        ("masking", "response", "NAME"),
        ("masking", "restore"),
        ("masking", "restore_tools"),
        ("masking", "scheme"),
        ("masking", "index"),
        ("obligations",),
        ("obligations", "record"),
    ],
)
def test_a_decision_whose_terms_no_gate_writes_is_unread(tmp_path: Path, path: tuple[Any, ...]) -> None:
    entry = deciding(1, query(1))
    decision: Any = entry.body["decision"]
    decision = spoilt(decision, ("masking", "response"), {"default": "surrogate", "NAME": "keep"})
    assert decision["reasons"]
    told: list[type] = []
    for one in (decision, spoilt(decision, path, 7)):
        body = {**entry.body, "decision": one}
        (found_one,) = found(
            trail(tmp_path / str(len(told)), [type(entry)(entry.event, entry.time_us, entry.exchange, body)])
        )
        told.append(type(found_one))
    assert told == [Recorded, Unread]
