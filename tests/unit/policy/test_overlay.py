"""A profile laid over data changes what it names and nothing else."""

from copy import deepcopy

import pytest

from extproc.policy.overlay import overlaid

BASE = {"roles": {"clinician": {"kinds": 19, "types": ["user"]}, "service": {"kinds": 3}}, "on": True}


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ({}, BASE),
        ({"on": False}, {**BASE, "on": False}),
        ({"roles": {"service": None}}, {**BASE, "roles": {"clinician": BASE["roles"]["clinician"]}}),  # type: ignore[index]
        ({"roles": {"nobody": None}}, BASE),
        ({"on": {"a": 1}}, {**BASE, "on": {"a": 1}}),
        ({"roles": []}, {**BASE, "roles": []}),
        ({"more": {"a": {"b": None, "c": 1}}}, {**BASE, "more": {"a": {"c": 1}}}),
    ],
)
def test_a_profile_is_a_merge_patch(profile: dict[str, object], expected: dict[str, object]) -> None:
    assert overlaid(BASE, profile) == expected


def test_a_list_takes_the_place_of_a_list_and_its_neighbours_stay() -> None:
    found = overlaid(BASE, {"roles": {"clinician": {"types": ["agent"]}}})
    assert found["roles"] == {"clinician": {"kinds": 19, "types": ["agent"]}, "service": {"kinds": 3}}


def test_neither_is_changed() -> None:
    base, profile = deepcopy(BASE), {"roles": {"service": {"kinds": 4}}, "added": ["a"]}
    found = overlaid(base, profile)
    found["added"].append("b")  # type: ignore[attr-defined]
    assert (base, profile) == (BASE, {"roles": {"service": {"kinds": 4}}, "added": ["a"]})
