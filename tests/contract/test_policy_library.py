"""The policy library is what OPA's authors expect, and what both engines read alike."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from extproc.authoring.rego_tree import rules_of

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
ROW = re.compile(r"^\| `(?P<id>\w+)` \| \w+ \| .+ \| (?P<cite>\d\d CFR .+) \|$", re.MULTILINE)
RULE = re.compile(r"^(?:default )?(?!package |import )(?P<name>[a-z_]+)(?=[ (\[])", re.MULTILINE)
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
@pytest.mark.parametrize("slip", ["access.rolls", "modes.no_rule", 'schedule.on == "false"'])
def test_a_misspelled_member_of_the_data_is_found(slip: str, tmp_path: Path) -> None:
    (tmp_path / "gate.rego").write_text((LIBRARY / "gate" / "gate.rego").read_text())
    (tmp_path / "slip.rego").write_text(f"package gate.slip\n\nwrong if data.wardgate.{slip}\n")
    arguments = ("check", "--strict", "--bundle", "--schema", LIBRARY / "schemas", tmp_path)
    done = subprocess.run((OPA, *arguments), capture_output=True, text=True)
    assert done.returncode != 0
    assert "slip.rego:3" in done.stderr


@needs_opa
def test_its_own_tests_pass_and_cover_it_whole() -> None:
    opa("test", "--bundle", "opa")
    covered: dict[str, Any] = json.loads(opa("test", "--bundle", "--coverage", "--format", "json", "opa"))
    assert covered["coverage"] == 100


def reasons() -> list[re.Match[str]]:
    return [match for path in RULES for match in ANNOTATED_REASON.finditer(path.read_text())]


def switched() -> set[str]:
    """The ids of the reasons that have a mode: a ground of an allowed request has none, and nor has the last resort."""
    return {match["id"] for match in reasons() if match["effect"] != "allow"} - {"denied_by_default"}


def test_every_reason_is_annotated_as_it_reads() -> None:
    found = reasons()
    for match in found:
        assert match["reason"] == match["id"]
        assert match["citation"] == match["cite"]
        assert match["text"].endswith(".")
    unannotated = 1 + 2  # the grounds of the data, and what is warned of in either phase
    assert sum(path.read_text().count('"effect": "') for path in RULES) == len(found) + unannotated


def test_every_reason_has_a_mode_and_a_line_in_the_manual() -> None:
    modes = json.loads((LIBRARY / "wardgate" / "modes" / "data.json").read_text())
    schema = json.loads((LIBRARY / "schemas" / "data" / "modes.json").read_text())
    assert set(modes) == switched()
    assert set(schema["properties"]) == switched()
    manual = {row["id"]: row["cite"] for row in ROW.finditer((ROOT / "docs" / "policy.md").read_text())}
    assert manual == {match["id"]: match["cite"] for match in reasons()}


def test_breaking_the_glass_lifts_only_rules_with_a_mode_and_none_of_the_firm_ones() -> None:
    source = (LIBRARY / "gate" / "break_glass.rego").read_text()
    firm = set(re.findall(r'"(\w+)"', source.partition("firm := {")[2].partition("}")[0]))
    schema = json.loads((LIBRARY / "schemas" / "data" / "break_glass.json").read_text())
    liftable = set(schema["properties"]["lifts"]["items"]["enum"])
    assert len(firm) > 3
    assert firm < switched()
    assert liftable < switched() - firm


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_every_rule_has_a_title(path: Path) -> None:
    """What continues a rule needs none of its own, except a reason."""
    said: set[str] = set()
    for block in path.read_text().split("\n\n"):
        rule = RULE.search(block)
        name = rule["name"] if rule else ""
        if rule and (name == "reasons" or name not in said):
            assert block.startswith("# METADATA\n# title: "), name
        said.add(name)


@needs_opa
def test_every_rule_has_its_metadata_where_opa_finds_it() -> None:
    """A title of its own (a member of an object: the object's); description and citation its own or its package's."""
    own: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for one in json.loads(opa("inspect", "--annotations", "--format", "json", "opa"))["annotations"]:
        own.setdefault(tuple(step["value"] for step in one["path"][:4]), []).append(one["annotations"])
    rules = [rule for rule in rules_of(OPA, LIBRARY) if rule.path[:2] == ("data", "gate")]
    assert len(rules) > 200
    for rule in rules:
        said, around = own.get(rule.path[:4], []), own.get(rule.path[:3], [])
        assert any(one.get("title") for one in said), rule.name
        assert any(one.get("description") for one in (*said, *around)), rule.name
        assert any(one.get("custom", {}).get("citation") for one in (*said, *around)), rule.name


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
    assert {path.relative_to(LIBRARY).parts[0] for path in LIBRARY.rglob("*.rego")} == {"gate", "system"}
