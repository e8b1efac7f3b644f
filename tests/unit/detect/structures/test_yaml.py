import pytest

from extproc.detect.entities import EntityType as E
from tests.support.structures import kept, marked, masked_text

RECORD = """\
patients:
  - name: quill ozymandel   # of ward 4
    mrn: 88213001
    'dob': "1960-03-02"
    contact:
      phone: 555-010-0142
      city: zorbury
    codes: [E11.9, I10]
    note: |
      free text: stays
  - {name: arlo vexley, mrn: A12, hgb: 13.2}
names:
- juno ibbotson
"""


def test_maps_and_lists_are_read_as_json_is() -> None:
    assert marked(RECORD) == {
        (E.NAME, "quill ozymandel"), (E.MRN, "88213001"), (E.DATE, "1960-03-02"), (E.PHONE, "555-010-0142"),
        (E.GEO, "zorbury"), (E.NAME, "arlo vexley"), (E.MRN, "A12"), (E.NAME, "juno ibbotson"),
    }  # fmt: skip
    assert {"patients", "name", "mrn", "city"} <= kept(RECORD)


def test_lists_of_programs_speak_of_nobody() -> None:
    assert marked("providers:\n  - name: openai\n    models: [a, b]\n  - name: anthropic\nkind: x\n") == set()
    assert (
        marked("- name: Install nginx\n  apt: {name: nginx, state: present}\n- name: x\n  user: {name: app}\n") == set()
    )


def test_more_dashes_than_levels_end_a_block() -> None:
    assert marked("patients:\n" + "- " * 1000 + "name: quill\n") == set()


def test_a_masked_document_keeps_its_types() -> None:
    """Brackets would begin a list, so a surrogate stands in full-width ones."""
    assert (
        masked_text(RECORD)
        == """\
patients:
  - name: ［NAME_1］   # of ward 4
    mrn: -1
    'dob': "1960"
    contact:
      phone: ［PHONE_1］
      city: ［GEO_1］
    codes: [E11.9, I10]
    note: |
      free text: stays
  - {name: ［NAME_2］, mrn: ［MRN_2］, hgb: 13.2}
names:
- ［NAME_3］
"""
    )


@pytest.mark.parametrize(
    "text",
    [
        "```yaml\nsurname: ozymandel\nmrn: A12\n```",
        "---\nsurname: ozymandel\nmrn: A12\n",
        "As asked:\n\npatient:\n  surname: ozymandel\n  mrn: A12\n\nThanks.",
        "- surname: ozymandel\n  mrn: A12\n- surname: ozymandel\n",
        "record: {surname: ozymandel, mrn: A12}",
        "record: [{surname: 'ozymandel', mrn: \"A12\"}]",
        "a:\n  b:\n    - - surname: ozymandel\n        mrn: A12\n",
    ],
)
def test_each_writing_of_it_is_known(text: str) -> None:
    assert marked(text) == {(E.NAME, "ozymandel"), (E.MRN, "A12")}


@pytest.mark.parametrize(
    "text",
    [
        "apiVersion: v1\nmetadata:\n  name: order-intake\n  labels:\n    app: lab-router\n",
        "services:\n  gateway:\n    image: envoy:v1.31\n    ports:\n      - '8080:8080'\n",
        "name:\n- \nmrn:\n",
        "a: [\n",
        "a: {b: {c: [d\n",
    ],
)
def test_what_speaks_of_nobody_is_left_alone(text: str) -> None:
    assert marked(text) == set()


def test_the_headings_of_a_note_are_no_keys() -> None:
    note = "Assessment:\n- Asthma\n- Dr. Ozymandel agrees\nPlan:\n- continue\n"
    assert "[NAME_1]" in masked_text(note)
