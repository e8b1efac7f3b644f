import pytest

from extproc.detect.entities import EntityType as E
from tests.support.structures import marked, masked_text

CSV = 'name,quill ozymandel,"vexley, arlo"\nMRN,A12345,A12346\nDOB,3/2/1960,1990-01-02\nicd,E11.9,I10\n'
FOUND = {
    (E.NAME, "quill ozymandel"), (E.NAME, "vexley, arlo"), (E.MRN, "A12345"), (E.MRN, "A12346"), (E.DATE, "3/2/1960"),
    (E.DATE, "1990-01-02"),
}  # fmt: skip


def test_each_line_holds_what_its_first_cell_says() -> None:
    assert marked(CSV) == marked(f"Here:\n{CSV}\nThanks.") == FOUND
    masked = masked_text(CSV)
    assert masked.endswith("icd,E11.9,I10\n")
    assert masked.count("\n") == 4


@pytest.mark.parametrize("sign", ["\t", ";", "|", " | "])
def test_tabs_semicolons_and_bars(sign: str) -> None:
    rows = [("Nachname", "ozymandel", "vexley"), ("Vorname", "quill", "arlo"), ("HbA1c", "7.4", "6.1")]
    text = "".join(sign.join(row) + "\n" for row in rows)
    names = {(E.NAME, name) for name in ("ozymandel", "vexley", "quill", "arlo")}
    assert marked(text) == names
    assert marked("".join(f"| {' | '.join(row)} |\n" for row in rows)) == names


def test_two_columns_are_one_patient() -> None:
    assert marked("first_name,quill\nlast_name,ozymandel\nmrn,88213\nicd,E11.9\n") == {
        (E.NAME, "quill"), (E.NAME, "ozymandel"), (E.MRN, "88213"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "drug,aspirin,may\ndose,81,20\nunit,mg,mg\n",
        "first name,last name\n",
        "Patient, a man of 54, was seen.\nSurgeon, on call, came.\nNurse, by phone, agreed.\n",
        "mrn,A12,A13\n\nname,quill,arlo\n\ndob,1/2/1960,1/3/1961\n",
        "mrn,A12,A13\nname,quill\n",
        "account,opened,balance\nACCT-164346,02-09-1974,104.20\nACCT-164347,12-06-2013,0.00\n",
        "variable,label,type\nage,Age in years,numeric\nname,Name of patient,character\ndob,Date of birth,date\n",
        "name\trequired\tmax 80\ndob\trequired\tISO\nphone\toptional\t10 digits\n",
        "Name,Group A,Group B\nDose,5 mg,10 mg\nPhone,yes,no\n",
        "| Name | Cohort A | |\n| Date | baseline, week 4 | week 12 |\n| Age | 18-65 | years |\n",
    ],
)
def test_other_lines_say_nothing(text: str) -> None:
    assert marked(text) == set()
