"""Numbers, addresses of the net, and identifiers that a word announces: hits, and the near misses beside them."""

import pytest
import re2

from extproc.detect.entities import EntityType as E
from extproc.detect.recognizer import Recognizer
from extproc.detect.rules import TABLE
from tests.support.words import found

HITS = [
    (E.SSN, "SSN: 219-09-9999", "219-09-9999"),
    (E.SSN, "social security number is 219 09 9999", "219 09 9999"),
    (E.SSN, "Here it is: 219-09-9999.", "219-09-9999"),
    (E.SSN, "ssn ending in 9999", "9999"),
    (E.MRN, "MRN: ST-998877", "ST-998877"),
    (E.MRN, "MRN# 00482913", "00482913"),
    (E.MRN, "medical record number: 123-45-67", "123-45-67"),
    (E.MRN, "listed under record #99881-BCH", "#99881-BCH"),
    (E.MRN, "(MRN: #CSM987654)", "#CSM987654"),
    (E.HEALTH_PLAN, "insurance ID: ABC-000123", "ABC-000123"),
    (E.HEALTH_PLAN, "Ins. policy #XY-000123", "XY-000123"),
    (E.HEALTH_PLAN, "1EG4-TE5-MK73 on her card", "1EG4-TE5-MK73"),
    (E.ACCOUNT, "card 4111 1111 1111 1111", "4111 1111 1111 1111"),
    (E.ACCOUNT, "IBAN GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 32"),
    (E.ACCOUNT, "Acct#: GRM-000123", "GRM-000123"),
    (E.LICENSE, "driver's license number is F162823540", "F162823540"),
    (E.LICENSE, "DEA AB1234563", "AB1234563"),
    (E.LICENSE, "NPI 1234567893", "1234567893"),
    (E.VEHICLE, "1M8GDM9AXKP042788", "1M8GDM9AXKP042788"),
    (E.VEHICLE, "license plate ABC-1234", "ABC-1234"),
    (E.DEVICE, "serial number PX000123", "PX000123"),
    (E.DEVICE, "(01)00643169007222(21)PX0001", "(01)00643169007222(21)PX0001"),
    (E.PHONE, "(555) 555-0142", "(555) 555-0142"),
    (E.PHONE, "555.555.0142 ext 12", "555.555.0142 ext 12"),
    (E.PHONE, "+44 20 7946 0958", "+44 20 7946 0958"),
    (E.PHONE, "call 555-0142", "555-0142"),
    (E.FAX, "fax (555) 555-0142", "(555) 555-0142"),
    (E.EMAIL, "write to a.b+c@mail.example.org.", "a.b+c@mail.example.org"),
    (E.URL, "see https://example.org/p?id=3.", "https://example.org/p?id=3"),
    (E.URL, "www.example.org is down", "www.example.org"),
    (E.IP, "from 192.0.2.17, again", "192.0.2.17"),
    (E.IP, "from fe80::1 today", "fe80::1"),
    (E.BIOMETRIC, "retinal scan ID RS-0001", "RS-0001"),
    (E.PHOTO, "photo: IMG_2031.jpg", "IMG_2031.jpg"),
    (E.OTHER_ID, "(ID: 987654321)", "987654321"),
    (E.OTHER_ID, "case #JH-000123", "JH-000123"),
    (E.OTHER_ID, "accession number A-000123", "A-000123"),
    (E.OTHER_ID, "patient 123e4567-e89b-12d3-a456-426614174000", "123e4567-e89b-12d3-a456-426614174000"),
    (E.OTHER_ID, "user: anna.lee", "anna.lee"),
]

NEAR_MISSES = [
    ("123e4567-e89b-12d3-a456-426614174000", "a UUID without a word that says whose"),
    ("build 1.2.3.4.5 of the viewer", "five numbers are a version"),
    ("at 12:30:45 the alarm rang", "a time has colons as IPv6 has"),
    ("trial NCT01234567, rs1234567", "registries name studies and genes"),
    ("LOINC 4548-4 and SNOMED 44054006", "codes of concepts, not of persons"),
    ("ICD-10 code E11.9", "a diagnosis"),
    ("BP 120/80, HR 72, 98.6 F, 500 mg", "measurements"),
    ("total 1,234,567 and 3.14159", "plain numbers"),
    ("the insurance covers 80 percent", "an everyday word without a value"),
    ("a case of 12 patients", "an everyday word with a count"),
    ("model gpt-4o-mini", "a model's name"),
    ("std::vector<int> x", "code"),
    ("a plan of 2023", "a year"),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_a_pattern_has_one_group_at_most(row: Recognizer) -> None:
    assert re2.compile(row.pattern).groups <= 1


@pytest.mark.parametrize(("entity", "text", "value"), HITS)
def test_an_identifier_is_found_whole_and_under_its_name(entity: E, text: str, value: str) -> None:
    findings = found(text)
    assert any(kind is entity and value in hit for kind, hit in findings), findings


@pytest.mark.parametrize(("text", "reason"), NEAR_MISSES)
def test_what_only_looks_like_an_identifier_is_left(text: str, reason: str) -> None:
    assert found(text) == [], reason


@pytest.mark.parametrize(
    ("label", "text", "entity"),
    [
        ("mrn", "00482913", E.MRN),
        ("memberId", "W123456789", E.HEALTH_PLAN),
        ("ssn", "219099999", E.SSN),
        ("phone", "5550142", E.PHONE),
        ("dob", "19310412", E.DATE),
        ("zip", "83702", E.GEO),
        ("city", "Nowhereville", E.GEO),
        ("patient_name", "张伟", E.NAME),
        ("patientName", "wen zhao", E.NAME),
        ("name", "Wen Zhao", E.NAME),
    ],
)
def test_a_members_name_is_a_cue_for_its_value(label: str, text: str, entity: E) -> None:
    assert found(text, label) == [(entity, text)]


@pytest.mark.parametrize("text", ["219099999.0", "2.19099999e8", "2.19099999E+08", "219099999"])
@pytest.mark.parametrize(
    ("label", "entity"),
    [("ssn", E.SSN), ("mrn", E.MRN), ("phone", E.PHONE), ("fax", E.FAX), ("account_number", E.ACCOUNT)],
)
def test_an_identifier_that_became_a_number_is_found_whole(text: str, label: str, entity: E) -> None:
    assert found(text, label) == [(entity, text)]


@pytest.mark.parametrize("text", ["12345678", "1234567.0", "1.2345678e7"])
def test_a_social_security_number_that_lost_its_zeros_is_found(text: str) -> None:
    assert found(text, "ssn") == [(E.SSN, text)]


@pytest.mark.parametrize("text", ["219099999", "219099999.0", "2.19099999e8", "2.19099999e+8"])
def test_a_number_without_a_cue_is_left(text: str) -> None:
    assert found(text) == []
    assert found(text, "total") == []


@pytest.mark.parametrize("value", ["get_weather", "lookup", "Search", "gpt-4o", "getPatientByName"])
def test_a_tools_name_is_no_persons(value: str) -> None:
    assert found(value, "name") == []


def test_a_label_itself_is_never_in_a_finding() -> None:
    assert found("x", "John Smith MRN 00482913") == []
    assert found("nothing to see in this long and empty sentence", "John Smith") == []
