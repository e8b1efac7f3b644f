"""A name in the data that leads nowhere is told once, with its first place."""

import json
from copy import deepcopy
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from extproc.adapters.profiles import profile_names, profiled
from extproc.authoring.data_names import KEYS, PROVIDERS, ROLES, remarks
from extproc.authoring.where import Where

LIBRARY = Path(__file__).parents[3] / "opa"
SHIPPED: dict[str, Any] = {
    file.parent.name: json.loads(file.read_text()) for file in (LIBRARY / "wardgate").glob("*/data.json")
}
KNOWN = frozenset({"demo-onprem", "demo-cloud", "demo-nobaa"})


def told(data: dict[str, Any], providers: frozenset[str] | None = KNOWN) -> list[str]:
    files = {
        PurePosixPath(f"wardgate/{name}/data.json"): json.dumps(one, indent=2).encode() for name, one in data.items()
    }
    return [str(one) for one in remarks(data, Where(files), providers)]


def changed(package: str, **members: object) -> dict[str, Any]:
    return {**deepcopy(SHIPPED), package: {**SHIPPED[package], **members}}


def test_the_shipped_data_names_what_there_is() -> None:
    assert told(SHIPPED) == []


@pytest.mark.parametrize("profile", profile_names(LIBRARY))
def test_no_profile_takes_away_what_a_caller_is_given(profile: str) -> None:
    assert [line for line in told(profiled(LIBRARY, profile, SHIPPED)) if ": error: " in line] == []


def test_a_group_with_a_role_that_is_none_is_an_error() -> None:
    assert told(changed("access", groups={"nurses": ["clinican"]})) == [
        "wardgate/access/data.json:4: error: clinican: there is no such role; "
        "wardgate/access lists clinician, researcher, service (names)"
    ]


def test_a_name_in_many_places_is_told_once() -> None:
    (line,) = told(changed("providers", order={"clean": ["x", "demo-cloud"], "identifiers": ["x"]}))
    assert "error: x: there is no such provider, here and in 1 more places; wardgate/providers lists demo-cloud" in line


@pytest.mark.parametrize(
    ("package", "members", "says"),
    [
        ("masking", {"providers": {"clod": {}}}, "clod: there is no such provider"),
        ("tenants", {"known": {"north": {"roles": ["nurse"], "providers": ["*"]}}}, "nurse: there is no such role"),
        ("tenants", {"known": {"north": {"roles": ["*"], "providers": ["clod"]}}}, "clod: there is no such provider"),
        ("uninspected", {"allowed": {"nurse": []}}, "nurse: there is no such role"),
        ("minimum", {"roles": {}}, "clinician: wardgate/minimum has no limits for this role"),
        ("response", {"roles": {}}, "service: wardgate/response says nothing of this role"),
        ("schedule", {"on": True}, "researcher: wardgate/schedule is on and has no hours for this role"),
        ("tools", {"roles": {}}, "clinician: wardgate/tools says nothing of this role"),
    ],
)
def test_a_name_that_nobody_has_is_a_warning(package: str, members: dict[str, Any], says: str) -> None:
    found = told(changed(package, **members))
    assert any(f"warning: {says}" in line for line in found), found


def test_a_purpose_where_none_is_claimed_is_one_of_the_roles() -> None:
    role = {**SHIPPED["access"]["roles"]["service"], "default_purpose": "RESEARCH"}
    assert told(changed("access", roles={**SHIPPED["access"]["roles"], "service": role})) == [
        "wardgate/access/data.json:58: warning: service: RESEARCH is none of its purposes, "
        "so its requests that claim none are denied (names)"
    ]


def test_hours_that_are_off_need_no_rows() -> None:
    assert told(changed("schedule", on=False, roles={})) == []


def test_providers_of_the_settings_and_of_the_data_are_the_same() -> None:
    found = told(SHIPPED, frozenset({"demo-onprem", "demo-cloud", "new"}))
    assert [line.partition("warning: ")[2] for line in found] == [
        "new: a provider of the settings that is not listed here gets nothing (names)",
        "demo-nobaa: the settings have no provider of this name (names)",
    ]
    assert told(SHIPPED, None) == []


def test_data_of_other_shapes_is_passed_over() -> None:
    shapes: list[Any] = [
        None,
        [],
        "x",
        {"roles": 1, "known": [], "groups": "a", "order": 3},
        {"on": False, "roles": []},
    ]
    for package in SHIPPED:
        for value in shapes:
            told({**SHIPPED, package: value})


def test_every_path_is_one_of_a_schema() -> None:
    for path in (*ROLES, *PROVIDERS):
        schema = json.loads((LIBRARY / "schemas" / "data" / f"{path[0]}.json").read_text())
        assert path[1] in schema["properties"]
        assert path[-1] in ("*", KEYS)
