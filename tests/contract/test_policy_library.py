"""The policy library is what OPA's authors expect, and what both engines read alike."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "opa"
OPA = ROOT / ".tools" / "bin" / "opa"
RULES = sorted(path for path in LIBRARY.rglob("*.rego") if not path.stem.endswith("_test"))

needs_opa = pytest.mark.skipif(not OPA.exists(), reason="no .tools/bin/opa: run `make opa`")

ANNOTATED_REASON = re.compile(
    r"""^\#\ custom:\n
        \#\ \ \ reason:\ (?P<reason>\w+)\n
        \#\ \ \ citation:\ (?P<citation>.+)\n
        reasons\ contains\ \{\n
        \t"id":\ "(?P<id>\w+)",\n
        \t"effect":\ "(?P<effect>\w+)",\n
        \t"text":\ "(?P<text>[^"]+)",\n
        \t"cite":\ "(?P<cite>[^"]+)",\n
        \}""",
    re.MULTILINE | re.VERBOSE,
)
# In OPA `not f(input.x)`, `not input.x in s` and `not input.x != 1` are undefined, not true, where `input.x` is
# missing: a reason written so would not be found. Negated are only rules by their name, with bound arguments.
NEGATED = re.compile(r"\bnot (?P<what>[^\"\n]*)$", re.MULTILINE)
NAMED_RULE = re.compile(r"[a-z_]+(\.[a-z_]+)?(\([a-z_]+(\.[a-z]+)?\))?")


def opa(*arguments: str) -> str:
    done = subprocess.run((OPA, *arguments), cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@needs_opa
def test_it_is_formatted() -> None:
    assert opa("fmt", "--fail", "--list", "opa") == ""


@needs_opa
def test_it_is_strictly_right_against_the_schema_of_the_query() -> None:
    opa("check", "--strict", "--bundle", "--schema", "opa/schemas", "opa")


@needs_opa
def test_a_misspelled_member_of_the_query_is_found(tmp_path: Path) -> None:
    (tmp_path / "gate.rego").write_text((LIBRARY / "gate" / "gate.rego").read_text())
    (tmp_path / "slip.rego").write_text("package gate.slip\n\nwrong if input.identity.grops == []\n")
    done = subprocess.run(
        (OPA, "check", "--strict", "--bundle", "--schema", LIBRARY / "schemas", tmp_path),
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0
    assert "grops" in done.stderr


@needs_opa
def test_its_own_tests_pass_and_cover_it_whole() -> None:
    opa("test", "--bundle", "opa")
    covered: dict[str, Any] = json.loads(opa("test", "--bundle", "--coverage", "--format", "json", "opa"))
    assert covered["coverage"] == 100


def test_every_reason_is_annotated_as_it_reads_and_has_a_mode() -> None:
    listed = set(json.loads((LIBRARY / "wardgate" / "modes" / "data.json").read_text()))
    found = [match for path in RULES for match in ANNOTATED_REASON.finditer(path.read_text())]
    for match in found:
        assert match["reason"] == match["id"]
        assert match["citation"] == match["cite"]
        assert match["text"].endswith(".")
    assert sum(path.read_text().count('"effect": "') for path in RULES) == len(found) + 2  # the ground, and the warning
    assert {match["id"] for match in found} - {"denied_by_default"} == listed


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_only_named_rules_are_negated(path: Path) -> None:
    rules = "\n".join(line for line in path.read_text().splitlines() if not line.lstrip().startswith(("#", '"')))
    negated = [match["what"] for match in NEGATED.finditer(rules)]
    assert [what for what in negated if not NAMED_RULE.fullmatch(what)] == []


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_every_file_of_rules_has_its_tests(path: Path) -> None:
    tested = {"ground": "purpose", "modes": "request", "providers_reasons": "providers", "gate": "request"}
    assert (path.parent / f"{tested.get(path.stem, path.stem)}_test.rego").exists()


def test_data_and_rules_have_roots_of_their_own() -> None:
    assert {path.relative_to(LIBRARY).parts[0] for path in LIBRARY.rglob("data.json")} == {"wardgate"}
    assert {path.relative_to(LIBRARY).parts[0] for path in LIBRARY.rglob("*.rego")} == {"gate"}
