"""``wardgate detect lint``."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extproc.cli.app import app

GOOD = """
[[pattern]]
name = "locker"
entity = "OTHER_ID"
regex = 'L[0-9]{3}'
hits = ["in L123"]
"""
OFF = "[entity.AGE]\nenabled = false\n"
BROKEN = GOOD.replace("L[0-9]", "(?<=L)[0-9]")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["detect", "lint", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("detect.toml")


def test_good_rules_are_good(place: Path) -> None:
    place.write_text(GOOD)
    result = run()
    assert (result.exit_code, result.stdout) == (0, "detect.toml: good\n")


def test_warnings_end_with_0(place: Path) -> None:
    place.write_text(GOOD + OFF)
    result = run(place)
    assert result.exit_code == 0
    assert result.stdout.startswith("warning: detect.toml:7: entity AGE: AGE, class C of the Safe Harbor list, is NOT ")
    assert result.stdout.endswith("detect.toml: 0 refused, 1 warned of\n")


def test_an_error_names_file_line_rule_reason_and_remedy_and_ends_with_1(place: Path) -> None:
    place.write_text(BROKEN)
    result = run(place)
    assert result.exit_code == 1
    assert result.stdout.startswith("error: detect.toml:5: pattern locker: patterns are RE2's, ")
    assert "no lookaround; put what has to stand beside" in result.stdout


def test_json_has_one_object_a_remark(place: Path) -> None:
    place.write_text(BROKEN + OFF)
    result = run("--json")
    said = json.loads(result.stdout)
    assert (result.exit_code, said["file"]) == (1, "detect.toml")
    assert [(one["line"], one["level"], one["kind"]) for one in said["remarks"]] == [
        (5, "error", "uncompilable"),
        (7, "warning", "switched_off"),
    ]
    assert set(said["remarks"][0]) == {"line", "level", "kind", "rule", "why", "advice"}


def test_a_file_of_another_form_is_told_in_the_same_way(place: Path) -> None:
    place.write_text("[[patern]]\n")
    result = run(place)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        1,
        "error: detect.toml:1: patern: there is no such key",
    )
