# ruff: noqa: E501 - one case a row
import pytest

from extproc.detect.entities import EntityType as E
from tests.support.structures import marked

QUILL = (E.NAME, "quill ozymandel")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from: quill ozymandel <q@example.org>\nto: x@example.org\n", {QUILL}),
        ("write to quill ozymandel <q@example.org> today", {QUILL}),
        ("On Wed, at 10:02 AM quill ozymandel <q@example.org> wrote:\n> hi", {QUILL}),
        ('a "Ozymandel, Quill" <q@example.org>', {(E.NAME, "Ozymandel, Quill")}),
        ("**From:** quill ozymandel <q@example.org>\n**To:** Scheduling Team <s@example.org>\n", {QUILL}),
        ("From: Ozymandel, Quill\nSent: May 1, 2024 10:00\nTo: Vexley, Arlo; juno ibbotson\nSubject: INR\n",
         {(E.NAME, "Ozymandel, Quill"), (E.NAME, "Vexley, Arlo"), (E.NAME, "juno ibbotson"), (E.DATE, "May 1, 2024 10:00")}),
        ("> From: Dr. quill ozymandel\n> Subject: INR\n", {QUILL}),
        ("Von: quill ozymandel\nGesendet: 1.5.2024\nAn: Arlo Vexley\nBetreff: INR\n", {QUILL, (E.NAME, "Arlo Vexley"), (E.DATE, "1.5.2024")}),
    ],
)  # fmt: skip
def test_people_and_dates_of_a_head(text: str, found: set[tuple[E, str]]) -> None:
    assert {one for one in marked(text) if one[0] in (E.NAME, E.DATE)} == found


@pytest.mark.parametrize(
    "text",
    [
        "From: Lab Desk <lab@example.org>\nTo: Help Center <h@example.org>\n",
        "REFERRAL FORM\nFrom: Plover Surgery, Zorbury\nTo: Mercy, Springfield\n",
        "from: 5 mg\nsubject: insulin\n",
        "To: continue\n",
        "To: continue\n\nFrom: home\n\nSubject: x\n",
        "range <5@a> see <b@c>",
        "from: main\nto: release\nsubject: merge freeze\n",
        "From: Facilities\nTo: All residents\nSubject: lunch\n",
        "From: noreply\nTo: undisclosed recipients\nSubject: backup\n",
        "To: whom it may concern\nFrom: the front office\nSubject: parking\n",
        "de: es\npara: en\nasunto: x\n",
    ],
)
def test_who_is_no_person_is_left_alone(text: str) -> None:
    assert not [one for one in marked(text) if one[0] is E.NAME]
