import pytest

from extproc.detect.entities import EntityType as E
from tests.support.structures import marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patient name: quill ozymandel\n", {(E.NAME, "quill ozymandel")}),
        ("Next of kin: liam vexley (son)", {(E.NAME, "liam vexley")}),
        ("**DOB:** 3/2/1960  **MRN:** A-88213", {(E.DATE, "3/2/1960"), (E.MRN, "A-88213")}),
        ("- DOB: 3/2/1960\n- Address: 9 plover way\n- City: zorbury",
            {(E.DATE, "3/2/1960"), (E.GEO, "9 plover way"), (E.GEO, "zorbury")}),
        ("| Member ID | W-17 |\n", {(E.HEALTH_PLAN, "W-17")}),
        ("Name: quill ozymandel, DOB: 3/2/1960, Phone: 555-010-0142",
         {(E.NAME, "quill ozymandel"), (E.DATE, "3/2/1960"), (E.PHONE, "555-010-0142")}),
        ("Surname:\\tozymandel\\nsaid so", {(E.NAME, "ozymandel")}),
        ("Surname=ozymandel;Forename=quill", {(E.NAME, "ozymandel"), (E.NAME, "quill")}),
        ("Nachname: ozymandel\nGeburtsdatum: 2.3.1960", {(E.NAME, "ozymandel"), (E.DATE, "2.3.1960")}),
        ("Mother's maiden name: vexley, 45 yo", {(E.NAME, "vexley")}),
        ("Dictated by: liam vexley, MD", {(E.NAME, "liam vexley")}),
        ("Dictated by: liam vexley RN, BSN\n", {(E.NAME, "liam vexley")}),
    ],
)  # fmt: skip
def test_a_key_says_what_its_value_is(text: str, expected: set[tuple[E, str]]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Drug name: metoprolol",
        "Patient: I am fine, doctor",
        "Doctor: hello there",
        "Médico: Bom dia.\nPaciente: Bom dia, doutor.\nMédico: Diga.\nPaciente: Dor.",
        "Address: pain control first",
        "Date of birth: unknown",
        "Name: aspirin",
        "MRN: N/A",
        "Admitted: 2 days ago with fever",
        "Surname: the patient reports that she has changed it",
        "Name:",
        "Next of kin: to be confirmed",
        "Guardian name: I have none",
        "Mother's maiden name: what is it?",
        "12:30 and 13:40",
        "https://example.org/name:quill",
        "Emergency contact: see above",
        "Phone: call in the morning",
    ],
)
def test_near_misses_are_left(text: str) -> None:
    assert marked(text) == set()


def test_braces_and_brackets_around_a_value_are_no_part_of_it() -> None:
    assert "lerato" in {value for _, value in marked("next_of_kin: {lerato}\nphone: [555-0100-221]\n")}
    assert not any(sign in value for _, value in marked("next of kin: {name: lerato, x: 1}\n") for sign in "{}[]")


def test_a_row_between_bars_may_end_with_the_text() -> None:
    assert "12-33" in {value for _, value in marked("MRN | 12-33")}


def test_a_tab_parts_a_key_from_its_value() -> None:
    assert marked("DOB\t1/2/1980\nMRN \t12-33\n") == {(E.DATE, "1/2/1980"), (E.MRN, "12-33")}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("MRN: 88213001, verified", "88213001"),
        ("Phone: 555-010-0142, home", "555-010-0142"),
        ("Member ID: XJ4471203, in good standing", "XJ4471203"),
        ("Address: 9 Plover Way, Zorbury", "9 Plover Way, Zorbury"),
    ],
)
def test_words_behind_a_number_are_none_of_it(text: str, value: str) -> None:
    assert {found for _, found in marked(text)} == {value}
