import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.structures.values import fits, is_generation, is_handle, is_nothing, is_type, looks_personal


@pytest.mark.parametrize(
    "value", ["", " ", "N/A", "unknown", "None", "-", "TBD", "{{name}}", "<name>", "[NAME]", "___"]
)
def test_words_for_nothing_are_nothing(value: str) -> None:
    assert is_nothing(value)
    assert not any(fits(entity, value) for entity in E)


@pytest.mark.parametrize(
    ("entity", "value"),
    [
        (E.NAME, "quill o'zymandel"),
        (E.NAME, "李伟"),
        (E.GEO, "9 plover way"),
        (E.GEO, "98052"),
        (E.DATE, "3/2/60"),
        (E.DATE, "1960-03-02"),
        (E.DATE, "2. März 1960"),
        (E.DATE, "5th of May 2020"),
        (E.DATE, "20240314"),
        (E.AGE, "93"),
        (E.AGE, "93 years"),
        (E.PHONE, "555-0142"),
        (E.EMAIL, "q@example.org"),
        (E.MRN, "A-12"),
        (E.IP, "10.0.0.1"),
        (E.SSN, "xxx-xx-9999"),
        (E.URL, "example.org/q"),
        (E.DEVICE, "SN-77"),
    ],
)
def test_a_value_can_be_what_its_header_says(entity: E, value: str) -> None:
    assert fits(entity, value)


@pytest.mark.parametrize(
    ("entity", "value"),
    [
        (E.NAME, "12345678"),
        (E.NAME, "get_patient"),
        (E.NAME, "a sentence that goes on for far too long to be one"),
        (E.DATE, "3 days ago"),
        (E.DATE, "2024"),
        (E.DATE, "12.5 mg"),
        (E.DATE, "daily"),
        (E.AGE, "39"),
        (E.AGE, "old"),
        (E.PHONE, "ext 5"),
        (E.EMAIL, "none given"),
        (E.MRN, "deny"),
        (E.MRN, "1" * 100),
        (E.NAME, "x" * 100),
        (E.ACCOUNT, "checking"),
        (E.IP, "local"),
        (E.SSN, "yes, seen"),
        (E.NAME, "Cohort A"),
        (E.NAME, "platform-team"),
        (E.NAME, "Customer Service"),
        (E.NAME, "str"),
        (E.DATE, "week 12"),
        (E.DATE, "baseline, week 4, visit 12"),
        (E.GEO, "varchar(80)"),
    ],
)
def test_near_misses_do_not_fit(entity: E, value: str) -> None:
    assert not fits(entity, value)


def test_under_a_vague_header_a_name_has_two_capitalised_words() -> None:
    assert looks_personal(E.NAME, "Quill Ozymandel")
    assert not looks_personal(E.NAME, "openai")
    assert not looks_personal(E.GEO, "email")


def test_what_describes_a_field_is_no_value() -> None:
    assert all(map(is_type, ("string", "VARCHAR(80)", "max 80", "8 digits", "required")))
    assert not any(map(is_type, ("quill", "98052", "8 plover way", "Max Ozymandel", "quill (80)")))


def test_one_word_without_a_capital_may_be_a_service() -> None:
    assert all(map(is_handle, ("openai", "cluster-admin", "node01.local")))
    assert not any(map(is_handle, ("Quill", "quill ozymandel", "李伟", "")))


def test_a_generation_is_part_of_a_name_and_a_degree_is_not() -> None:
    assert is_generation("Jr.")
    assert is_generation("III")
    assert not is_generation("M.D.")
