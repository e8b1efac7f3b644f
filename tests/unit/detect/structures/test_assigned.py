# ruff: noqa: E501 - one case a row
import pytest

from extproc.detect.entities import EntityType as E
from tests.support.structures import marked, masked_text

QUILL, OZY, MRN = (E.NAME, "quill"), (E.NAME, "ozymandel"), (E.MRN, "88213001")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("first_name=quill&last_name=ozymandel&mrn=88213001&dx=E11.9", {QUILL, OZY, MRN}),
        ("patient_name=quill+ozymandel&email=q%40example.org", {(E.NAME, "quill+ozymandel"), (E.EMAIL, "q%40example.org")}),
        ("x\n\npatient%5Bname%5D=quill+o&visit=new", {(E.NAME, "quill+o")}),
        ("at=3 event=admit surname=ozymandel mrn=88213001 ok=true", {OZY, MRN}),
        ('event="admit ok" patient_name="quill ozymandel" mrn=88213001', {(E.NAME, "quill ozymandel"), MRN}),
        ("audit: event=view, patient_name=Quill Ozymandel, mrn=88213001", {(E.NAME, "Quill Ozymandel"), MRN}),
        ("User(name='Quill', role='nurse')", {(E.NAME, "Quill")}),
        ("Patient(name='quill', mrn=88213001, kg=71.5)", {QUILL, MRN}),
    ],
)  # fmt: skip
def test_values_are_named_by_what_they_are_assigned_to(text: str, found: set[tuple[E, str]]) -> None:
    assert marked(text) == found


@pytest.mark.parametrize(
    "text",
    ["a=1 b=2 c=3", "model=gpt&name=temperature", "Drug(name='aspirin', dose=81)", "x = y + z", "name=aspirin&dose=81", "f(a=b)", "Patient(name=name, mrn=mrn)", "Member(name=self.name, id=self.id)", "User(name='admin', role='root')", "Client(name='redis', port=6379)", "name=asc&dob=desc&page=2", "https://example.org/?surname=ozymandel&mrn=88213001"],
)  # fmt: skip
def test_what_speaks_of_nobody_is_left_alone(text: str) -> None:
    assert marked(text) == set()


def test_what_is_masked_is_still_assigned() -> None:
    assert masked_text("Patient(name='quill', zip='02134')") == "Patient(name='[NAME_1]', zip='[GEO_1]')"
    assert masked_text("Patient(name='quill', zip=62704)") == "Patient(name='[NAME_1]', zip=-1)"
    assert masked_text("surname=ozymandel&mrn=88213001&dx=E11.9") == "surname=[NAME_1]&mrn=[MRN_1]&dx=E11.9"
    assert masked_text("Patient(name='quill', mrn=88213001)") == "Patient(name='[NAME_1]', mrn=-1)"
