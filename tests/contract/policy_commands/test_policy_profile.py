"""``wardgate policy profile``."""

import json
import shutil
from pathlib import Path

import pytest

from extproc.adapters.profiles import profile_names
from extproc.errors import Misconfigured
from tests.contract.policy_commands.running import needs_opa, run
from tests.support.small_policy import (
    SHIPPED,
    put,
)

pytestmark = needs_opa


def test_a_profile_is_laid_over_the_data_and_leaves_the_rest(tmp_path: Path) -> None:
    place = tmp_path / "opa"
    shutil.copytree(SHIPPED, place)
    shutil.rmtree(place / "profiles", ignore_errors=True)
    put(place / "profiles" / "ours" / "obligations.json", '{"retention_days": 7}')
    file = place / "wardgate" / "obligations" / "data.json"
    before = json.loads(file.read_text())
    result = run("profile", "ours", place)
    changed = "wardgate/obligations/data.json: /retention_days: 2192 → 7"
    assert result.stdout == f"{changed}\n{place}: ours, 1 values changed\n"
    assert json.loads(file.read_text()) == {**before, "retention_days": 7}
    assert run("profile", "ours", place).stdout == f"{place}: ours, as it was\n"


def laid_out(tmp_path: Path) -> tuple[Path, Path]:
    """A copy of the shipped policy, and the data of its obligations, in which somebody wrote 99 days."""
    place = tmp_path / "opa"
    shutil.copytree(SHIPPED, place)
    file = place / "wardgate" / "obligations" / "data.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), "retention_days": 99}))
    return place, file


def test_a_profile_is_not_laid_over_somebodys_own_values_unasked(tmp_path: Path) -> None:
    place, file = laid_out(tmp_path)
    before = {path: path.read_text() for path in place.rglob("data.json")}
    with pytest.raises(Misconfigured, match=r"nothing was changed: 1 of these values are your own; --force"):
        run("profile", "hipaa-strict", place)
    assert {path: path.read_text() for path in place.rglob("data.json")} == before
    assert run("profile", "hipaa-balanced", place).exit_code == 0  # which does not name the days
    assert json.loads(file.read_text())["retention_days"] == 99
    assert run("profile", "hipaa-strict", place, "--force").exit_code == 0
    assert json.loads(file.read_text())["retention_days"] == 2192


def test_a_dry_run_of_a_profile_shows_all_and_writes_nothing(tmp_path: Path) -> None:
    place, file = laid_out(tmp_path)
    before = file.read_text()
    lines = run("profile", "hipaa-strict", place, "--dry-run").stdout.splitlines()
    assert lines == [
        "wardgate/obligations/data.json: /retention_days: 99 → 2192  (your own)",
        f"{place}: hipaa-strict would change 1 values, 1 of them your own",
    ]
    assert file.read_text() == before


@pytest.mark.parametrize("name", profile_names(SHIPPED))
def test_from_every_profile_there_is_a_way_back(name: str, tmp_path: Path) -> None:
    place = tmp_path / "opa"
    shutil.copytree(SHIPPED, place)
    run("profile", name, place)
    assert run("profile", "hipaa-strict", place).exit_code == 0
    for file in sorted((SHIPPED / "wardgate").rglob("data.json")):
        assert json.loads((place / file.relative_to(SHIPPED)).read_text()) == json.loads(file.read_text())


def test_a_profile_that_is_not_there_is_a_sentence_that_names_those_that_are(tmp_path: Path) -> None:
    place = tmp_path / "opa"
    shutil.copytree(SHIPPED, place)
    with pytest.raises(Misconfigured, match="hipaa-strict"):
        run("profile", "nothing", place)
