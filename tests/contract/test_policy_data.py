"""The data that comes with the policy, its profiles and its ready inputs: inside their schemas, and decided as said."""

import json
import subprocess
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from extproc.adapters.bundle import read_bundle
from extproc.adapters.profiles import profile_names, profiled, read_profile
from extproc.detect.entities import EntityType
from extproc.detect.labels import Label
from extproc.mask.plan import Operator
from extproc.payload.dialect import Operation
from extproc.payload.part import Inspectability
from extproc.policy.query import Emergency, PurposeCode, SubjectType

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "opa"
OPA = ROOT / ".tools" / "bin" / "opa"
PACKAGES = sorted(path.stem for path in (LIBRARY / "schemas" / "data").glob("*.json"))
PROFILES = profile_names(LIBRARY)
FIXTURES = sorted(path.stem for path in (LIBRARY / "fixtures").glob("*.json"))

needs_opa = pytest.mark.skipif(not OPA.exists(), reason="no .tools/bin/opa: run `make opa`")

Data = dict[str, Any]

DETERMINATION = {"id": "DET-7", "method": "safe_harbor", "by": "Privacy officer", "expires_us": 4102444800000000}
"""Nobody but the organisation can write it, so the profile has none."""


def document(*path: str) -> Data:
    read: Data = json.loads(LIBRARY.joinpath(*path).read_text())
    return read


def shipped() -> Data:
    return {package: document("wardgate", package, "data.json") for package in PACKAGES}


def schema(package: str) -> Data:
    return document("schemas", "data", f"{package}.json")


def faults(data: Data) -> list[str]:
    return [
        f"{package}: {error.json_path}: {error.message}"
        for package in PACKAGES
        for error in jsonschema.Draft7Validator(schema(package)).iter_errors(data[package])
    ]


def test_every_package_of_data_has_a_schema() -> None:
    assert sorted(path.parent.name for path in (LIBRARY / "wardgate").rglob("data.json")) == PACKAGES
    for package in PACKAGES:
        jsonschema.Draft7Validator.check_schema(schema(package))


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_is_inside_the_schemas(profile: str) -> None:
    assert faults(profiled(LIBRARY, profile, shipped())) == []


SLIPS: list[tuple[str, object]] = [
    ("access.groups.doctors", "clinician"),
    ("access.roles.clinician.purpose", ["TREATMENT"]),
    ("access.roles.clinician.purposes", ["TREATEMENT"]),
    ("approval.many_subjects.more_than", "5"),
    ("break_glass.lifts", ["provider_without_baa"]),
    ("break_glass.lifts", ["baa_expired"]),
    ("break_glass.lifts", ["too_many_findins"]),
    ("break_glass.review.groups", []),
    ("labels.known.hiv", {}),
    ("labels.known.HIV.law", "part2"),
    ("masking.floor.SSN", "redcat"),
    ("masking.floor.SNN", "redact"),
    ("minimum.roles.clinician.bytes", "33554432"),
    ("minimum.roles.clinician.bytes", None),
    ("modes.no_role", "wran"),
    ("modes.no_rule", "off"),
    ("obligations.retention_days", 0),
    ("obligations.watermark", True),
    ("providers.known.demo-cloud.baa.expires_us", "2090-01-01"),
    ("providers.known.Demo Cloud", {}),
    ("research.determination", {"id": "D", "method": "guess", "by": "P", "expires_us": 1}),
    ("research.determination", {**DETERMINATION, "method": "expert", "also": {"URL": ["keep"]}}),
    ("routing.uninspected", "everywhere"),
    ("schedule.on", "off"),
    ("tenants.unlisted", "permitted"),
    ("tools.roles.clinician.unknown", True),
    ("uninspected.allowed.clinician", ["pictures"]),
]


@pytest.mark.parametrize(("path", "value"), SLIPS)
def test_a_slip_is_found_before_it_decides(path: str, value: object) -> None:
    data = shipped()
    *parents, last = path.split(".")
    place = data
    for step in parents:
        place = place[step]
    place[last] = value
    assert faults(data) != []


def test_the_closed_lists_of_the_data_are_ours() -> None:
    def words(package: str, name: str) -> set[str]:
        return set(schema(package)["definitions"][name]["enum"])

    assert words("masking", "entity") == set(EntityType)
    assert words("masking", "operator") == set(Operator)
    assert words("labels", "label") == set(Label)
    assert words("access", "type") == set(SubjectType)
    assert words("access", "operation") == set(Operation)
    assert words("access", "purpose") == set(PurposeCode) - {PurposeCode.UNSPECIFIED}
    assert set(schema("break_glass")["properties"]["reasons"]["items"]["enum"]) == set(Emergency)
    allowed = schema("uninspected")["properties"]["allowed"]
    assert set(allowed["additionalProperties"]["items"]["enum"]) == set(Inspectability)


def test_every_label_but_the_unknown_one_is_listed() -> None:
    assert set(document("wardgate", "labels", "data.json")["known"]) == set(Label) - {Label.UNKNOWN}


def test_the_research_rule_knows_every_kind_of_identifier() -> None:
    source = (LIBRARY / "gate" / "research.rego").read_text()
    listed = source.partition("kinds := {")[2].partition("}")[0]
    assert {word.strip('", \t') for word in listed.split()} == set(EntityType)


def test_nothing_beside_the_rules_and_the_data_decides() -> None:
    bundle = read_bundle(LIBRARY)
    assert set(bundle.data) == {"wardgate"}
    assert {name.partition("/")[0] for name in bundle.modules} == {"gate", "system"}
    beside = [path for name in ("profiles", "fixtures", "schemas") for path in (LIBRARY / name).rglob("*.*")]
    assert [path for path in beside if path.name == "data.json" or path.suffix != ".json"] == []


@pytest.mark.parametrize("profile", [name for name in PROFILES if name != "hipaa-strict"])
def test_a_profile_changes_packages_that_are_there(profile: str) -> None:
    changed = read_profile(LIBRARY, profile)
    assert changed
    assert set(changed) <= set(PACKAGES)
    assert all(profiled(LIBRARY, profile, shipped())[package] != shipped()[package] for package in changed)


def test_observing_enforces_nothing_that_could_deny() -> None:
    """A reason that is a warning anyway needs no other mode."""
    warnings = {"baa_expires_soon", "break_glass_not_granted", "break_glass_used"}
    modes = profiled(LIBRARY, "observe", shipped())["modes"]
    assert isinstance(modes, dict)
    assert {name for name, mode in modes.items() if mode == "enforce"} == warnings


def validated(name: str) -> Data:
    """A ready input, inside the schema of its phase."""
    fixture = document("fixtures", f"{name}.json")
    of_phase = {"request": "input.json", "response": "response_input.json"}[fixture["phase"]]
    jsonschema.Draft7Validator(document("schemas", of_phase)).validate(fixture)
    return fixture


@pytest.mark.parametrize("name", FIXTURES)
def test_a_ready_input_is_inside_its_schema(name: str) -> None:
    assert validated(name)["decision_id"] == f"dec-{name}"


def decided(place: Path, query: Data, data: Data) -> tuple[str, str, set[str]]:
    """Verdict, provider, and the ids of the reasons, on OPA."""
    (place / "data.json").write_text(json.dumps({"wardgate": data}))
    (place / "input.json").write_text(json.dumps(query))
    rules = [
        word
        for path in sorted((LIBRARY / "gate").glob("*.rego"))
        for word in ("--data", str(path))
        if "_test" not in path.stem
    ]
    where = ("--data", place / "data.json", "--input", place / "input.json")
    asked = (OPA, "eval", *rules, *where, "--format", "raw", f"data.gate.{query['phase']}.decision")
    answer: Data = json.loads(subprocess.run(asked, capture_output=True, check=True).stdout)
    of_phase = {"request": "decision.json", "response": "response_decision.json"}[query["phase"]]
    jsonschema.Draft7Validator(document("schemas", of_phase)).validate(answer)
    return answer["verdict"], answer.get("provider", ""), {reason["id"] for reason in answer["reasons"]}


EXPECTED: dict[str, tuple[str, str, set[str]]] = {
    "approval": ("require_approval", "demo-onprem", {"approval_many_subjects"}),
    "break_glass": ("allow", "demo-onprem", {"break_glass_used", "for_treatment", "part_2_not_permitted"}),
    "denied": ("deny", "", {"provider_without_baa"}),
    "labels": ("deny", "", {"psychotherapy_notes_not_permitted"}),
    "permitted": ("allow", "demo-onprem", {"for_treatment"}),
    "research": ("deny", "", {"provider_without_baa"}),
    "response": ("allow", "", set()),
    "response_denied": ("deny", "", {"response_entity"}),
    "tools": ("allow", "demo-onprem", {"for_treatment"}),
    "uninspected": ("deny", "", {"uninspected_content"}),
}


def test_every_ready_input_is_expected_to_be_decided() -> None:
    assert set(EXPECTED) == set(FIXTURES)


@needs_opa
@pytest.mark.parametrize("name", FIXTURES)
def test_a_ready_input_is_decided_as_expected(name: str, tmp_path: Path) -> None:
    assert decided(tmp_path, validated(name), shipped()) == EXPECTED[name]


IN_PROFILES: list[tuple[str, str, tuple[str, str, set[str]]]] = [
    ("hipaa-balanced", "permitted", ("allow", "demo-onprem", {"for_treatment"})),
    ("hipaa-balanced", "denied", ("deny", "", {"provider_without_baa"})),
    ("hipaa-balanced", "approval", ("allow", "demo-onprem", {"for_research"})),
    ("hipaa-balanced", "uninspected", ("allow", "demo-onprem", {"for_treatment"})),
    ("hipaa-balanced", "labels", ("deny", "", {"psychotherapy_notes_not_permitted"})),
    ("observe", "permitted", ("allow", "demo-onprem", {"for_treatment"})),
    ("observe", "denied", ("allow", "demo-nobaa", {"for_treatment", "provider_without_baa"})),
    ("observe", "uninspected", ("allow", "demo-onprem", {"for_treatment", "uninspected_content"})),
    ("observe", "approval", ("allow", "demo-onprem", {"approval_many_subjects", "for_research"})),
    ("observe", "response_denied", ("allow", "", {"response_entity"})),
    ("research-deidentified", "permitted", ("deny", "", {"no_role"})),
    ("research-deidentified", "research", ("deny", "", {"not_deidentified", "provider_without_baa"})),
]


@needs_opa
@pytest.mark.parametrize(("profile", "name", "expected"), IN_PROFILES)
def test_a_profile_decides_as_it_says(
    profile: str, name: str, expected: tuple[str, str, set[str]], tmp_path: Path
) -> None:
    assert decided(tmp_path, validated(name), profiled(LIBRARY, profile, shipped())) == expected


@needs_opa
def test_research_needs_no_agreement_once_somebody_determined_it(tmp_path: Path) -> None:
    data = profiled(LIBRARY, "research-deidentified", shipped())
    named = deepcopy(data)
    named["research"]["determination"] = DETERMINATION  # type: ignore[index]
    assert faults(named) == []
    assert decided(tmp_path, validated("research"), named) == ("allow", "demo-nobaa", {"deidentified", "for_research"})
    pictured = {**validated("research"), "phi": validated("uninspected")["phi"]}
    assert decided(tmp_path, pictured, named)[0] == "deny"


@pytest.mark.parametrize(
    ("profile", "record"),
    [
        ("hipaa-strict", "full"),
        ("hipaa-balanced", "masked"),
        ("research-deidentified", "masked"),
        ("observe", "metadata"),
    ],
)
def test_each_profile_says_what_is_kept_of_the_texts(profile: str, record: str) -> None:
    assert profiled(LIBRARY, profile, shipped())["obligations"]["record"] == record  # type: ignore[index]
