"""Profiles are read from beside the policy, strictly."""

from pathlib import Path

import pytest

from extproc.adapters.profiles import profile_names, profiled, read_profile
from extproc.errors import Misconfigured


@pytest.fixture
def opa(tmp_path: Path) -> Path:
    (tmp_path / "profiles" / "calm").mkdir(parents=True)
    (tmp_path / "profiles" / "calm" / "schedule.json").write_text('{"on": false}')
    return tmp_path


def test_the_strict_one_comes_first_and_changes_nothing(opa: Path) -> None:
    assert profile_names(opa) == ("hipaa-strict", "calm")
    assert profiled(opa, "hipaa-strict", {"schedule": {"on": True}}) == {"schedule": {"on": True}}


def test_a_policy_without_profiles_has_the_strict_one(tmp_path: Path) -> None:
    assert profile_names(tmp_path) == ("hipaa-strict",)


def test_a_file_is_laid_over_its_package(opa: Path) -> None:
    data = {"schedule": {"on": True, "roles": {}}, "modes": {}}
    assert profiled(opa, "calm", data) == {"schedule": {"on": False, "roles": {}}, "modes": {}}


@pytest.mark.parametrize("name", ["other", "", "..", "../profiles/calm"])
def test_another_name_is_refused(opa: Path, name: str) -> None:
    with pytest.raises(Misconfigured, match="hipaa-strict, calm"):
        read_profile(opa, name)


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff"])
def test_a_file_that_is_no_object_is_refused(opa: Path, content: bytes) -> None:
    (opa / "profiles" / "calm" / "schedule.json").write_bytes(content)
    with pytest.raises(Misconfigured, match=r"schedule\.json"):
        read_profile(opa, "calm")
