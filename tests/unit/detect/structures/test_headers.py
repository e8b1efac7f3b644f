import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.structures.headers import (
    about_people,
    ambiguous,
    entity_of,
    is_reference,
    maybe_account,
    personal,
    unsure,
    words,
)


@pytest.mark.parametrize(
    ("header", "entity"),
    [
        ("Patient Name", E.NAME),
        ("patient_first_name", E.NAME),
        ("mother's maiden name", E.NAME),
        ("Nachname", E.NAME),
        ("Prénom", E.NAME),
        ("DOB", E.DATE),
        ("Date of Birth", E.DATE),
        ("fecha de nacimiento", E.DATE),
        ("MRN#", E.MRN),
        ("Medical Record No.", E.MRN),
        ("memberId", E.HEALTH_PLAN),
        ("Insurance Policy Number", E.HEALTH_PLAN),
        ("address2", E.GEO),
        ("Home Address", E.GEO),
        ("ZIP", E.GEO),
        ("PLZ", E.GEO),
        ("emergencyContactPhone", E.PHONE),
        ("phones", E.PHONE),
        ("SSN", E.SSN),
        ("Provider NPI", E.LICENSE),
        ("Lot Number", E.DEVICE),
        ("IP Address", E.IP),
        ("e-mail", E.EMAIL),
        ("Age (years)", E.AGE),
    ],
)
def test_a_header_says_what_its_column_holds(header: str, entity: E) -> None:
    assert entity_of(header) is entity


@pytest.mark.parametrize(
    "header",
    ["Drug name", "test name", "fileName", "model_name", "Unit name", "status", "Diagnosis", "Result", "name", "id", "",
     "Dose", "Reference range", "product id", "a header of far too many words to be one", "x" * 100],
)  # fmt: skip
def test_near_misses_say_nothing(header: str) -> None:
    assert entity_of(header) is None


def test_a_vague_header_is_told_apart_by_its_neighbours() -> None:
    assert ambiguous("Name") is E.NAME
    assert ambiguous("Drug name") is None
    assert personal(["Name", "DOB", "MRN"])
    assert not personal(["Name", "Dose", "Date"])


def test_words_that_mean_other_things_too_are_told() -> None:
    assert unsure("provider")
    assert not unsure("provider name")
    assert about_people("nextOfKin")
    assert not about_people("billing_code")
    assert not about_people("patient_types")


def test_some_words_for_people_are_programs_too() -> None:
    assert maybe_account("user")
    assert maybe_account("defaultProvider")
    assert not maybe_account("patient")
    assert not maybe_account("user patient")


def test_a_variable_that_is_called_like_a_header_is_no_value() -> None:
    assert all(map(is_reference, ("name", "self.name", "form.lastName", "mrn")))
    assert not any(map(is_reference, ("Name", "quill", "quill.ozymandel", "a name", "")))


def test_a_number_is_no_part_of_a_header() -> None:
    assert entity_of("address 2") is E.GEO
    assert entity_of("ACCT-164346") is None


def test_words_are_split_at_capitals_digits_and_marks() -> None:
    assert words("patientHomePhone2") == ("patient", "home", "phone", "2")
    assert words("Geb.-Datum") == ("geb", "datum")


def test_a_part_of_a_name_is_one_behind_a_word_for_a_person() -> None:
    assert entity_of("pt_last") is entity_of("patientFirst") is entity_of("member middle") is E.NAME
    assert not any(map(entity_of, ("last", "visit_last", "patient last seen", "page first")))
