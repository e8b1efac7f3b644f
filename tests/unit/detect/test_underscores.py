"""A label tied to its value."""

import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.underscores import untied
from tests.support.words import found


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("MRN_00482913", "MRN:00482913"),
        ("patient_name_Mary_Smith.", "patient-name:Mary-Smith."),
        ("HEALTH_PLAN_12345678", "HEALTH-PLAN:12345678"),
        ("ssn_219_09_9999 and mrn_1234", "ssn:219-09-9999 and mrn:1234"),
        ("phone_(212) 555-0187", "phone:(212) 555-0187"),
    ],
)
def test_a_label_is_read_apart_from_its_value(text: str, read: str) -> None:
    assert untied(text) == read


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("NAME_1", "a surrogate that lost its brackets"),
        ("NAME_MAX and patient_name_field", "names in code"),
        ("gpt_4o_2024", "no label before it"),
        ("rename_Files", "a word that ends like a label"),
        ("2name_1234", "part of a longer word"),
        ("mrn 1234", "no underscore"),
    ],
)
def test_other_words_stay(text: str, reason: str) -> None:
    assert untied(text) == text, reason


@pytest.mark.parametrize(
    ("entity", "text", "value"),
    [
        (E.MRN, "[MRN_00482913]", "00482913"),
        (E.MRN, "[MRN_482913]", "482913"),
        (E.MRN, "study_MRN_00482913", "00482913"),
        (E.PHONE, "[PHONE_2125550187]", "2125550187"),
        (E.PHONE, "[PHONE_212_555_0187]", "212_555_0187"),
        (E.FAX, "[FAX_2125550187]", "2125550187"),
        (E.DATE, "[DATE_19700412]", "19700412"),
        (E.DATE, "[DATE_1970-04-12]", "1970-04-12"),
        (E.SSN, "[SSN_219099999]", "219099999"),
        (E.SSN, "[SSN_219-09-9999]", "219-09-9999"),
        (E.ACCOUNT, "[ACCOUNT_4111111111111111]", "4111111111111111"),
        (E.LICENSE, "[LICENSE_20010101]", "20010101"),
        (E.HEALTH_PLAN, "[HEALTH_PLAN_12345678]", "12345678"),
        (E.GEO, "[GEO_83702]", "83702"),
        (E.DEVICE, "[DEVICE_PX000123]", "PX000123"),
        (E.IP, "[IP_192.0.2.17]", "192.0.2.17"),
        (E.OTHER_ID, "[OTHER_ID_123456]", "123456"),
        (E.NAME, "[NAME_Mary_Smith]", "Mary_Smith"),
        (E.NAME, "patient_name_Mary_Smith", "Mary_Smith"),
        (E.NAME, "[NAME_1234]", "1234"),
        (E.MRN, "patient_id_12345", "12345"),
        (E.URL, "https://example.org/patient_name_Mary/p_Smith", "https://example.org/patient_name_Mary/p_Smith"),
    ],
)
def test_the_value_of_a_tied_label_is_found(entity: E, text: str, value: str) -> None:
    assert found(f"see {text} now") == [(entity, value)]


@pytest.mark.parametrize("text", ["[DATE_OF_BIRTH]", "[PHONE_NUMBER]", "[NAME_OF_PATIENT]", "[name_1]"])
def test_a_blank_to_fill_in_is_not(text: str) -> None:
    assert found(text) == []
