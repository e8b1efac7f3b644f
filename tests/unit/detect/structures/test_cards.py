import pytest

from extproc.detect.entities import EntityType as E
from tests.support.structures import marked, masked_text

CARD = """\
BEGIN:VCARD
VERSION:3.0
N:ozymandel;quill;juno;Dr.;MD
FN:quill ozymandel
ORG:Plover Clinic
item1.TEL;TYPE=WORK,VOICE:555-010-0142
TEL;TYPE=fax;VALUE=uri:tel:+1-555-010-0143
ADR;TYPE=HOME:;;9 Plover Way;Zorbury;IL;62704;USA
EMAIL:quill@example.org
BDAY:19600302
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
NOTE:takes metformin
END:VCARD
"""
EVENT = """\
BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;TZID=America/New_York:20240501T100000
ORGANIZER;CN=arlo vexley:mailto:arlo@example.org
ATTENDEE;CN="ibbotson, juno";ROLE=CHAIR:mailto:juno@example.org
LOCATION:9 Plover Way
SUMMARY:follow-up
END:VEVENT
END:VCALENDAR
"""


def test_properties_of_a_card() -> None:
    assert marked(CARD) == {
        (E.NAME, "ozymandel"), (E.NAME, "quill"), (E.NAME, "juno"), (E.NAME, "quill ozymandel"),
        (E.PHONE, "555-010-0142"), (E.FAX, "+1-555-010-0143"), (E.GEO, "9 Plover Way"), (E.GEO, "Zorbury"),
        (E.GEO, "62704"), (E.EMAIL, "quill@example.org"), (E.DATE, "19600302"),
        (E.OTHER_ID, "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1"),
    }  # fmt: skip


def test_properties_of_an_event() -> None:
    assert marked(EVENT) == {
        (E.DATE, "20240501T100000"), (E.NAME, "arlo vexley"), (E.EMAIL, "arlo@example.org"),
        (E.NAME, "ibbotson, juno"), (E.EMAIL, "juno@example.org"), (E.GEO, "9 Plover Way"),
    }  # fmt: skip


@pytest.mark.parametrize("text", [CARD, EVENT])
def test_a_masked_file_has_the_same_properties(text: str) -> None:
    before, after = text.splitlines(), masked_text(text).splitlines()
    assert [line.partition(":")[0].partition(";")[0] for line in after] == [
        line.partition(":")[0].partition(";")[0] for line in before
    ]
    assert [line.count(";") for line in after] == [line.count(";") for line in before]


@pytest.mark.parametrize(
    "text",
    [
        "N:ozymandel;quill\nFN:quill ozymandel\n",
        "BEGIN:VCARD\nTITLE:Cardiologist\nROLE:chief\nFN:\nEND:VCARD\n",
        "BEGIN:VCALENDAR\nLOCATION:Zoom\nSUMMARY:follow-up\nEND:VCALENDAR\n",
    ],
)
def test_other_lines_say_nothing(text: str) -> None:
    assert marked(text) == set()
