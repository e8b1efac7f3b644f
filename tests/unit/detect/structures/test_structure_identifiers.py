import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.structures.identifiers import by_system, by_type


@pytest.mark.parametrize(
    ("code", "entity"),
    [("MR", E.MRN), ("ss", E.SSN), ("DL", E.LICENSE), ("NPI", E.LICENSE), ("PPN", E.LICENSE), ("AN", E.ACCOUNT),
     ("MB", E.HEALTH_PLAN), ("SNO", E.DEVICE), ("VN", None), ("", None)],
)  # fmt: skip
def test_a_type_of_table_0203_names_a_kind(code: str, entity: E | None) -> None:
    assert by_type(code) is entity


@pytest.mark.parametrize(
    ("system", "entity"),
    [
        ("http://hl7.org/fhir/sid/us-ssn", E.SSN),
        ("urn:oid:2.16.840.1.113883.4.1", E.SSN),
        ("2.16.840.1.113883.4.6", E.LICENSE),
        ("urn:oid:2.16.840.1.113883.4.3.25", E.LICENSE),
        ("http://hl7.org/fhir/sid/passport-USA", E.LICENSE),
        ("http://hl7.org/fhir/sid/us-mbi", E.HEALTH_PLAN),
        ("https://hospital.example.org/mrn", E.MRN),
        ("https://hospital.example.org/visits", None),
        ("2.16.840.1.113883.4.642", None),
        ("", None),
    ],
)
def test_a_naming_system_names_a_kind(system: str, entity: E | None) -> None:
    assert by_system(system) is entity
