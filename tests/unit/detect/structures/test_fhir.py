import json
from typing import Any

import pytest

from extproc.detect.entities import EntityType as E
from tests.support.structures import kept, leaves, marked, marked_leaves, masked_text

PATIENT: dict[str, Any] = {
    "resourceType": "Patient",
    "id": "pat-00417",
    "meta": {
        "lastUpdated": "2024-03-14T09:30:00Z",
        "profile": ["http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient"],
    },
    "text": {
        "status": "generated",
        "div": '<div xmlns="http://www.w3.org/1999/xhtml">Quill Ozymandel, seen twice</div>',
    },
    "extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName", "valueString": "Vexley"},
        {
            "url": "http://hl7.org/fhir/StructureDefinition/patient-birthPlace",
            "valueAddress": {"city": "Zorbury", "country": "GT"},
        },
    ],
    "identifier": [
        {
            "type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "MR"}]},
            "value": "M-88213",
        },
        {"system": "http://hl7.org/fhir/sid/us-ssn", "value": "219-09-9999"},
        {"system": "urn:oid:2.16.840.1.113883.4.3.25", "value": "S99937"},
        {"system": "urn:ietf:rfc:3986", "value": "urn:uuid:4f1c0f6e-0000-4000-8000-000000000001"},
    ],
    "name": [
        {"use": "official", "family": "Ozymandel", "given": ["Quill", "T."], "prefix": ["Mr."], "suffix": ["Jr.", "MD"]}
    ],
    "telecom": [
        {"system": "phone", "value": "555-0142"},
        {"system": "fax", "value": "555-0143"},
        {"system": "email", "value": "q@example.org"},
    ],
    "birthDate": "1960-03-02",
    "address": [
        {
            "line": ["9 Plover Way"],
            "city": "Zorbury",
            "state": "WA",
            "postalCode": "98052",
            "country": "US",
            "extension": [
                {
                    "url": "http://hl7.org/fhir/StructureDefinition/geolocation",
                    "extension": [
                        {"url": "latitude", "valueDecimal": 47.68443},
                        {"url": "longitude", "valueDecimal": -122.3},
                    ],
                }
            ],
        }
    ],
    "maritalStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-MaritalStatus", "code": "M"}]},
}


def test_every_identifying_leaf_of_a_patient_is_named() -> None:
    assert marked(json.dumps(PATIENT)) == {
        (E.OTHER_ID, "pat-00417"),
        (E.DATE, "2024-03-14T09:30:00Z"),
        (E.NAME, "Vexley"),
        (E.GEO, "Zorbury"),
        (E.MRN, "M-88213"),
        (E.SSN, "219-09-9999"),
        (E.LICENSE, "S99937"),
        (E.OTHER_ID, "4f1c0f6e-0000-4000-8000-000000000001"),
        (E.NAME, "Ozymandel"),
        (E.NAME, "Quill"),
        (E.NAME, "T."),
        (E.NAME, "Jr."),
        (E.PHONE, "555-0142"),
        (E.FAX, "555-0143"),
        (E.EMAIL, "q@example.org"),
        (E.DATE, "1960-03-02"),
        (E.GEO, "9 Plover Way"),
        (E.GEO, "WA"),
        (E.GEO, "98052"),
        (E.GEO, "47.68443"),
        (E.GEO, "-122.3"),
    }


def test_a_masked_patient_is_a_patient_still() -> None:
    masked = json.loads(masked_text(json.dumps(PATIENT, indent=2)))
    point = masked["address"][0]["extension"][0]["extension"]
    assert [one["valueDecimal"] for one in point] == [0, 0]
    assert masked["birthDate"] == "1960"
    assert masked["identifier"][0]["type"] == PATIENT["identifier"][0]["type"]
    assert masked["meta"]["profile"] == PATIENT["meta"]["profile"]
    assert masked["extension"][1]["valueAddress"]["country"] == "GT"
    assert masked["identifier"][3]["value"].startswith("urn:uuid:[OTHER_ID_")


def test_a_name_of_a_leaf_is_found_in_the_narrative_and_in_the_prose_around() -> None:
    masked = masked_text(f"Summarise {json.dumps(PATIENT)} for ozymandel.")
    assert "zymandel" not in masked
    assert "Quill" not in masked


@pytest.mark.parametrize(
    ("system", "code"),
    [
        ("http://snomed.info/sct", "74400008"),
        ("http://loinc.org", "8302-2"),
        ("http://www.nlm.nih.gov/research/umls/rxnorm", "313782"),
        ("http://hl7.org/fhir/sid/icd-10-cm", "E11.65"),
        ("http://hl7.org/fhir/sid/cvx", "140"),
        ("http://unitsofmeasure.org", "10*3/uL"),
        ("http://terminology.hl7.org/CodeSystem/observation-category", "vital-signs"),
        ("urn:oid:2.16.840.1.113883.6.238", "2106-3"),
        ("http://www.ama-assn.org/go/cpt", "99213"),
    ],
)
def test_a_code_of_a_known_terminology_is_kept(system: str, code: str) -> None:
    assert {system, code} <= kept(json.dumps({"coding": [{"system": system, "code": code}]}))


@pytest.mark.parametrize(
    ("system", "code"),
    [
        ("http://snomed.info/sct", "219099999"),  # its check digit is wrong
        ("http://loinc.org", "219-09-9999"),
        ("http://loinc.org", "8302-3"),
        ("http://hospital.example.org/codes", "55501420"),
        ("", "74400008"),
    ],
)
def test_a_number_is_not_kept_because_a_system_stands_beside_it(system: str, code: str) -> None:
    assert code not in kept(json.dumps({"coding": [{"system": system, "code": code}]}))


@pytest.mark.parametrize(
    ("reference", "marked_part"),
    [
        ("Patient/417", "417"),
        ("urn:uuid:4f1c0f6e-0000-4000-8000-000000000001", "4f1c0f6e-0000-4000-8000-000000000001"),
        ("Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|1234567893", "1234567893"),
    ],
)
def test_what_identifies_in_a_reference_is_its_last_segment(reference: str, marked_part: str) -> None:
    text = json.dumps({"resourceType": "Observation", "subject": {"reference": reference}})
    assert marked(text) == {(E.OTHER_ID, marked_part)}


def test_an_address_on_the_net_is_masked_whole_and_an_anchor_stays() -> None:
    link = {"resourceType": "Claim", "patient": {"reference": "https://ehr.example.org/Patient/417"}}
    assert marked(json.dumps(link)) == {(E.URL, "https://ehr.example.org/Patient/417")}
    assert marked(json.dumps({"resourceType": "Claim", "coverage": {"reference": "#coverage"}})) == set()


@pytest.mark.parametrize(
    ("name", "reference", "display", "expected"),
    [
        ("subject", None, "Mrs. Quill Ozymandel", (E.NAME, "Quill Ozymandel")),
        ("x", "Practitioner/1", "Dr. Quill Ozymandel", (E.NAME, "Quill Ozymandel")),
        ("location", None, "Plover Ridge", (E.GEO, "Plover Ridge")),
        ("x", "Organization/7", "Plover Ridge", (E.GEO, "Plover Ridge")),
    ],
)
def test_a_display_is_what_its_reference_leads_to(
    name: str, reference: str | None, display: str, expected: Any
) -> None:
    link = {"display": display, **({"reference": reference} if reference else {})}
    assert expected in marked(json.dumps({"resourceType": "Encounter", name: link}))


def test_in_a_bundle_the_entry_says_whose_the_display_is() -> None:
    bundle = {
        "resourceType": "Bundle",
        "entry": [
            {
                "resource": {
                    "resourceType": "CareTeam",
                    "x": [{"reference": "urn:uuid:aa-1", "display": "Quill Ozymandel"}],
                }
            },
            {"fullUrl": "urn:uuid:aa-1", "resource": {"resourceType": "Patient"}},
        ],
    }
    assert (E.NAME, "Quill Ozymandel") in marked(json.dumps(bundle))


@pytest.mark.parametrize(
    ("resource", "expected"),
    [
        (
            {"resourceType": "Device", "serialNumber": "SN-77", "udiCarrier": [{"carrierHRF": "(01)9"}]},
            {(E.DEVICE, "SN-77"), (E.DEVICE, "(01)9")},
        ),
        ({"resourceType": "Coverage", "subscriberId": "W-1"}, {(E.HEALTH_PLAN, "W-1")}),
        ({"resourceType": "Coverage", "identifier": [{"value": "W-1"}]}, {(E.HEALTH_PLAN, "W-1")}),
        ({"resourceType": "Account", "identifier": [{"value": "W-1"}]}, {(E.ACCOUNT, "W-1")}),
        (
            {
                "resourceType": "Practitioner",
                "qualification": [{"identifier": [{"system": "http://x.example.org/license", "value": "W-1"}]}],
            },
            {(E.LICENSE, "W-1")},
        ),
        ({"resourceType": "Condition", "onsetAge": {"value": 93, "unit": "years"}}, {(E.AGE, "93")}),
        ({"resourceType": "Condition", "onsetAge": {"value": 39, "unit": "years"}}, set()),
        ({"resourceType": "Encounter", "period": {"start": "2001-02-03", "end": "2001"}}, {(E.DATE, "2001-02-03")}),
        ({"resourceType": "Organization", "name": "Plover Ridge"}, {(E.GEO, "Plover Ridge")}),
        ({"resourceType": "Medication", "code": {"text": "aspirin"}, "status": "active"}, set()),
        ({"resourceType": "Patient", "id": "example"}, {(E.OTHER_ID, "example")}),
        ({"resourceType": "Coverage", "id": "coverage"}, set()),
        ({"resourceType": "ValueSet", "name": "Plover", "version": "2014-09-01"}, set()),
        (
            {"resourceType": "Patient", "name": "quill ozymandel", "ssn": 219099999},
            {(E.NAME, "quill ozymandel"), (E.SSN, "219099999")},
        ),
    ],
)
def test_elements_of_other_resources(resource: dict[str, Any], expected: set[tuple[E, str]]) -> None:
    assert marked(json.dumps(resource)) == expected


def test_leaves_of_an_opened_document_are_read_together() -> None:
    passages = leaves(
        ("messages.0.arguments.patient.name.0.family", "ozymandel"),
        ("messages.0.arguments.patient.identifier.0.value", "M-88213"),
        ("messages.0.arguments.patient.identifier.0.type.coding.0.code", "MR"),
        ("messages.0.arguments.patient.address.0.city", "zorbury"),
        ("messages.0.arguments.patient.resourceType", "Patient"),
        ("messages.0.arguments.patient.text", "no name here"),
    )
    assert marked_leaves(passages) == [
        {(E.NAME, "ozymandel")},
        {(E.MRN, "M-88213")},
        set(),
        {(E.GEO, "zorbury")},
        set(),
        set(),
    ]


def test_resources_one_a_line_are_read_and_so_is_a_cut_one() -> None:
    line = json.dumps({"resourceType": "Patient", "name": [{"family": "Ozymandel"}]})
    assert marked(f"{line}\n{line}\n{line[:-4]}") == {(E.NAME, "Ozymandel")}
    assert marked(line[:-5]) == {(E.NAME, "Ozymande")}


@pytest.mark.parametrize(
    "document",
    [
        {"system": "prod", "value": "abc-17"},
        {"resourceType": "Observation", "valueQuantity": {"value": 5, "system": "http://unitsofmeasure.org"}},
        {"reference": "see Smith/2004, page 7"},
        {"location": {"display": "block"}},
        {"author": {"display": "none"}},
        {"url": "latitude", "valueless": 4},
    ],
)
def test_members_of_other_documents_that_only_share_a_name_are_left(document: dict[str, Any]) -> None:
    assert marked(json.dumps(document)) == set()


def test_a_reference_outside_of_a_resource_is_read_by_its_form() -> None:
    assert marked(json.dumps({"subject": {"reference": "Patient/417", "display": "Quill Ozymandel"}})) == {
        (E.OTHER_ID, "417"),
        (E.NAME, "Quill Ozymandel"),
    }


def test_an_answer_is_what_its_question_asks_for() -> None:
    def item(asked: str, **value: object) -> dict[str, object]:
        return {"linkId": "1", "text": asked, "answer": [value]}

    response = {
        "resourceType": "QuestionnaireResponse",
        "item": [
            item("Medical record number", valueInteger=4471882),
            {"text": "Emergency contact", "item": [item("Full name", valueString="lerato")]},
            item("Packs", valueInteger=4471883),
            item("Phone", valueBoolean=True),
        ],
    }
    text = json.dumps(response)
    assert marked(text) == {(E.MRN, "4471882"), (E.NAME, "lerato")}
    assert json.loads(masked_text(text))["item"][0]["answer"] == [{"valueInteger": 0}]
