"""From settings to the gate: what it takes from the policy's own data."""

import pytest

from extproc.adapters.assembly import asked_transcripts, known_tools


def test_the_policy_says_which_tools_it_knows() -> None:
    assert known_tools({"wardgate": {"tools": {"known": ["find", "book"], "roles": {}}}}) == {"find", "book"}


@pytest.mark.parametrize("data", [{}, {"wardgate": {}}, {"wardgate": {"tools": {"known": "find"}}}, {"wardgate": []}])
def test_where_it_lists_none_none_is_known(data: dict[str, object]) -> None:
    assert known_tools(data) == frozenset()


def test_what_is_no_name_is_none() -> None:
    assert known_tools({"wardgate": {"tools": {"known": [7, None, "find"]}}}) == {"find"}


@pytest.mark.parametrize("record", ["masked", "full"])
def test_the_policy_says_whether_it_wants_transcripts(record: str) -> None:
    assert asked_transcripts({"wardgate": {"obligations": {"record": record, "notify": []}}}) == record


@pytest.mark.parametrize(
    "data",
    [{}, {"wardgate": {}}, {"wardgate": {"obligations": {"record": "metadata"}}}, {"wardgate": {"obligations": []}}],
)
def test_where_it_wants_none_nobody_need_be_named(data: dict[str, object]) -> None:
    assert asked_transcripts(data) == ""
