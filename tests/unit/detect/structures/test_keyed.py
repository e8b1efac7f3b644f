import json
from typing import Any

import pytest

from extproc.detect.entities import EntityType as E
from tests.support.structures import leaves, marked, marked_leaves


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({"patient": {"name": "quill ozymandel", "dob": "3/2/60"}}, {(E.NAME, "quill ozymandel"), (E.DATE, "3/2/60")}),
        ({"firstName": "quill", "last_name": "ozymandel"}, {(E.NAME, "quill"), (E.NAME, "ozymandel")}),
        ({"mrn": 12345678}, {(E.MRN, "12345678")}),
        ({"memberId": "W-1", "ssn": "219099999"}, {(E.HEALTH_PLAN, "W-1"), (E.SSN, "219099999")}),
        ({"address": {"line1": "9 plover way", "zip": "98052"}}, {(E.GEO, "9 plover way"), (E.GEO, "98052")}),
        (
            {"address1": "9 plover way", "city": "zorbury", "phone": "555-0142"},
            {(E.GEO, "9 plover way"), (E.GEO, "zorbury"), (E.PHONE, "555-0142")},
        ),
        ({"nextOfKin": {"name": "quill", "relation": "brother"}}, {(E.NAME, "quill")}),
        ({"user": {"name": "quill ozymandel"}}, {(E.NAME, "quill ozymandel")}),
        ({"provider": {"name": "Quill"}}, {(E.NAME, "Quill")}),
        ({"user": {"name": "quill", "phone": "555-010-0142"}}, {(E.NAME, "quill"), (E.PHONE, "555-010-0142")}),
        (
            {"name": "quill", "address": {"apt": "4B", "city": "zorbury"}},
            {(E.NAME, "quill"), (E.GEO, "4B"), (E.GEO, "zorbury")},
        ),
        ({"name": "quill ozymandel", "mrn": "M-88213"}, {(E.NAME, "quill ozymandel"), (E.MRN, "M-88213")}),
        ({"fields": [{"label": "MRN", "value": "M-88213"}, {"label": "Colour", "value": "red"}]}, {(E.MRN, "M-88213")}),
        (
            {"phones": ["555-010-0142"], "emails": ["q@example.org"]},
            {(E.PHONE, "555-010-0142"), (E.EMAIL, "q@example.org")},
        ),
        ({"dob": {"value": "1960-03-02"}}, {(E.DATE, "1960-03-02")}),
        ({"name": [{"family": "ozymandel", "given": ["quill"]}]}, {(E.NAME, "ozymandel"), (E.NAME, "quill")}),
        ({"age": 93}, {(E.AGE, "93")}),
        ({"apellido": "ozymandel", "fecha_de_nacimiento": "2/3/1960"}, {(E.NAME, "ozymandel"), (E.DATE, "2/3/1960")}),
    ],
)
def test_a_telling_name_says_what_its_value_is(document: dict[str, Any], expected: set[tuple[E, str]]) -> None:
    assert marked(json.dumps(document)) == expected


@pytest.mark.parametrize(
    "document",
    [
        {"fileName": "quill ozymandel.txt"},
        {"modelName": "Quill Ozymandel", "name": "quill"},
        {"type": "function", "function": {"name": "get_patient", "description": "Quill"}},
        {"tools": [{"name": "patient_lookup", "parameters": {"properties": {"dob": {"type": "string"}}}}]},
        {"parameters": {"name": "quill", "dob": {"type": "string"}}},
        {"drug": {"name": "metoprolol", "dose": "25 mg"}},
        {"name": "CBC", "unit": "10*3/uL"},
        {"patient": "unknown", "dob": "N/A", "mrn": "", "ssn": None},
        {"date": "3 days ago", "age": 39, "phone": "ext 5"},
        {"provider": "openai", "policy": "deny", "account": "checking", "via": "email"},
        {"status": "active", "code": "I10", "text": "stable"},
        {"patientName": "{{patient_name}}"},
        {"account": {"enabled": True}},
        {"provider": {"name": "openai", "model": "gpt-4o"}},
        {"users": [{"name": "cluster-admin", "user": {"certificate": "a.crt"}}]},
        {"author": {"role": "tool", "name": "browser"}, "recipient": "all"},
        {"patient_status": {"name": "inactive"}, "userSettings": {"name": "Dark Mode"}},
        {"apt": {"state": "present"}, "name": "nginx"},
        {"patient": {"name": "str", "address": {"street": "string", "city": "varchar(80)"}}},
        {"patient": {"address": {"street": "...", "city": "{{city}}", "zip": ""}, "hospital": "all"}},
        {"contact": {"name": "Customer Service"}, "users": [{"name": "active users"}]},
        {"contact": {"name": "Support team"}, "patient": {"name": "Cohort B"}},
    ],
)
def test_near_misses_are_left(document: dict[str, Any]) -> None:
    assert marked(json.dumps(document)) == set()


def test_leaves_of_an_opened_document_are_judged_by_what_stands_beside_them() -> None:
    person = leaves(("args.name", "quill ozymandel"), ("args.mrn", "88213000"))
    assert marked_leaves(person) == [{(E.NAME, "quill ozymandel")}, {(E.MRN, "88213000")}]
    tool = leaves(("args.name", "quill ozymandel"), ("args.colour", "red"))
    assert marked_leaves(tool) == [set(), set()]


def test_names_and_numbers_as_python_prints_them() -> None:
    assert marked("{'patient_name': 'quill ozymandel', 'mrn': 88213000}") == {
        (E.NAME, "quill ozymandel"),
        (E.MRN, "88213000"),
    }


@pytest.mark.parametrize(
    ("document", "found"),
    [
        ('{"patient": {"first": "quill", "last": "ozymandel"}}', {(E.NAME, "quill"), (E.NAME, "ozymandel")}),
        ('{"name": {"first": "quill", "last": "ozymandel"}}', {(E.NAME, "quill"), (E.NAME, "ozymandel")}),
        ('{"page": {"first": "quill", "next": "ozymandel"}}', set()),
        ('{"ssn": {"0": "219-09-9999"}, "dose": {"0": "quill"}}', {(E.SSN, "219-09-9999")}),
    ],
)
def test_parts_of_a_name_and_numbered_rows_are_what_stands_around_them(
    document: str, found: set[tuple[E, str]]
) -> None:
    assert marked(document) == found
