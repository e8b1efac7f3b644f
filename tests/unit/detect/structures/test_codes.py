import pytest

from extproc.detect.structures.codes import grammar, is_code, is_loinc, is_snomed, is_unit


@pytest.mark.parametrize("code", ["74400008", "22298006", "160670007", "404684003", "900000000000207008"])
def test_codes_of_snomed_bear_their_check_digit(code: str) -> None:
    assert is_snomed(code)
    assert not is_snomed(code[:-1] + str((int(code[-1]) + 1) % 10))


@pytest.mark.parametrize("code", ["8302-2", "34117-2", "718-7", "2160-0"])
def test_codes_of_loinc_bear_their_check_digit(code: str) -> None:
    assert is_loinc(code)
    assert not is_loinc(code[:-1] + str((int(code[-1]) + 1) % 10))


def test_parts_and_answers_of_loinc_are_codes_too() -> None:
    assert is_loinc("LA6576-8")
    assert not is_loinc("LX6576-8")


@pytest.mark.parametrize("code", ["12345", "1234567890123456789", "٧٤٤٠٠٠٠٨", "", "7440000x"])
def test_what_is_too_short_or_too_long_for_snomed_is_none(code: str) -> None:
    assert not is_snomed(code)


@pytest.mark.parametrize(
    ("system", "code"),
    [
        ("2.16.840.1.113883.6.96", "74400008"),
        ("LN", "8302-2"),
        ("I10", "E11.65"),
        ("ICD10CM", "S72.001A"),
        ("http://hl7.org/fhir/sid/ndc", "0093-7214-98"),
        ("http://terminology.hl7.org/CodeSystem/v3-ActCode", "EMER"),
        ("2.16.840.1.113883.5.1", "F"),
        ("http://nucc.org/provider-taxonomy", "208D00000X"),
        ("https://bluebutton.cms.gov/resources/codesystem/adjudication", "https://bluebutton.cms.gov/resources/variables/line_coinsrnc_amt"),
    ],
)  # fmt: skip
def test_codes_read_as_their_system_writes_them(system: str, code: str) -> None:
    assert is_code(system, code)


@pytest.mark.parametrize(
    ("system", "code"),
    [
        ("http://terminology.hl7.org/CodeSystem/v3-ActCode", "219-09-9999"),
        ("http://terminology.hl7.org/CodeSystem/v3-ActCode", "2024-03-14"),
        ("http://hl7.org/fhir/sid/cvx", "5550142"),
        ("ICD10CM", "2190999999"),
        ("http://unitsofmeasure.org", "x" * 300),
        ("http://hospital.example.org", "74400008"),
        ("", "x"),
    ],
)
def test_identifiers_under_a_known_system_are_no_codes(system: str, code: str) -> None:
    assert not is_code(system, code)


def test_an_unknown_system_has_no_grammar() -> None:
    assert grammar("http://hospital.example.org/mrn") is None
    assert grammar("") is None


@pytest.mark.parametrize(
    ("unit", "expected"), [("mg/dL", True), ("10*3/uL", True), ("mm[Hg]", True), ("5550142", False), ("x" * 30, False)]
)
def test_a_unit_has_few_digits(unit: str, expected: bool) -> None:
    assert is_unit(unit) is expected
