import csv
import io

import pytest

from extproc.detect.entities import EntityType as E
from tests.support.structures import kept, marked, masked_text

CSV = 'name,dob,mrn,city,drug name\nquill ozymandel,3/2/60,A12,zorbury,aspirin\n"vexley, arlo",1990-01-02,N/A,,may\n'
BARS = (
    "| Name | Phone | Test name |\n|------|:-----:|---|\n| quill ozymandel | 555-0142 | cbc |\n| arlo | none | bmp |\n"
)


def test_every_cell_of_a_telling_column_is_named() -> None:
    assert marked(CSV) == {
        (E.NAME, "quill ozymandel"), (E.DATE, "3/2/60"), (E.MRN, "A12"), (E.GEO, "zorbury"), (E.NAME, "vexley, arlo"),
        (E.DATE, "1990-01-02"),
    }  # fmt: skip
    assert marked(BARS) == {(E.NAME, "quill ozymandel"), (E.PHONE, "555-0142"), (E.NAME, "arlo")}


def test_tabs_semicolons_and_prose_around() -> None:
    text = "Here:\n\nNachname\tGeburtsdatum\nozymandel\t2.3.1960\n\nThanks for looking, all of you."
    assert marked(text) == {(E.NAME, "ozymandel"), (E.DATE, "2.3.1960")}
    assert marked("Here:\nNachname\tGeburtsdatum\nozymandel\t2.3.1960\n") == marked(text)
    assert marked("apellido;telefono\r\nozymandel;555-010-0142\r\n") == {
        (E.NAME, "ozymandel"),
        (E.PHONE, "555-010-0142"),
    }


def test_a_masked_table_has_the_same_cells() -> None:
    before, after = (list(csv.reader(io.StringIO(text))) for text in (CSV, masked_text(CSV)))
    assert [len(row) for row in after] == [len(row) for row in before]
    assert after[2][2:] == ["N/A", "", "may"]
    assert masked_text(BARS).count("|") == BARS.count("|")


@pytest.mark.parametrize("sign", [" | ", "|", ","])
def test_parts_of_one_address_stay_cells_of_their_own(sign: str) -> None:
    rows = [("mrn", "address", "city"), ("A12", "9 Plover Way", "Springfield"), ("A13", "9 Plover Way", "Springfield")]
    masked = masked_text("".join(sign.join(row) + "\n" for row in rows))
    assert [len(line.split(sign)) for line in masked.splitlines()] == [3, 3, 3]
    assert "Springfield" not in masked


@pytest.mark.parametrize(
    "text",
    [
        "Drug,Dose,Name\naspirin,81,quill\n",
        "Name, address, and phone number were verified.\nHe said yes, no, and maybe.\n",
        "Test | Result | Unit\ncbc | 5 | x\n",
        "name,dose\naspirin,81 mg\n",
        "a,b,c\n1,2,3\n",
        "| DOB |\n",
        "name,dob\n",
        "name,dob,mrn\n\nquill,3/2/60,A12\n",
    ],
)
def test_near_misses_are_no_tables(text: str) -> None:
    assert marked(text) == set()


def test_a_table_ends_where_its_rows_do() -> None:
    text = "name,dob\nquill,3/2/60\nThen he left.\nvexley,4/5/61\n"
    assert marked(text) == {(E.NAME, "quill"), (E.DATE, "3/2/60")}


def test_rows_of_a_key_and_a_value_are_no_table_and_keep_their_values() -> None:
    for text in (
        "| MRN | 12-33 |\n| K | 4.1 |\n",
        "| Field | Value |\n|---|---|\n| DOB | 11/16/30 |\n| MRN | 12-33 |\n| Potassium | 4.1 |\n",
        "| Patient name | zora quill |\n| MRN | 12-33 |\n| Potassium | 4.1 |\n",
    ):
        assert "12-33" in {value for _, value in marked(text)}, text
        assert "4.1" not in {value for _, value in marked(text)}, text


def test_two_columns_with_headers_are_a_table_still() -> None:
    found = {value for _, value in marked("| Patient name | MRN |\n|---|---|\n| quill | 12-33 |\n| tamsin | 12-34 |\n")}
    assert found == {"quill", "12-33", "tamsin", "12-34"}


def test_the_signs_between_cells_of_a_row_with_quotes_are_kept() -> None:
    assert {'","', '",'} <= kept('mrn,name,city\n"12-33","quill, zora",zorbury\n')


@pytest.mark.parametrize(
    "head",
    [
        "The columns are surname, mrn, a1c:\n",
        "Fields: surname, mrn, a1c\n\n",
        "CSV in the order surname, mrn, a1c:\n```\n",
    ],
)
def test_headers_may_stand_in_a_sentence(head: str) -> None:
    assert marked(f"{head}ozymandel, A12, 7.4\nvexley, A13, 6.1\n") == {
        (E.NAME, "ozymandel"), (E.NAME, "vexley"), (E.MRN, "A12"), (E.MRN, "A13"),
    }  # fmt: skip
