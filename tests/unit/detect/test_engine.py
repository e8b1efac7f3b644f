"""All tiers together, as a detector."""

import pytest

from extproc.detect.engine import label_cue
from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Finding, Passage, Span
from extproc.sealed import Sealed
from tests.support.words import found, small_engine


def test_findings_come_per_passage_in_the_code_points_of_its_text() -> None:
    none, one = small_engine().find([Passage(Sealed("nothing")), Passage(Sealed("😀 SSN: 219-09-9999"))])
    assert none == ()
    assert one == (Finding(Span(7, 18), E.SSN, 850, "ssn_cued"),)


def test_no_passages_have_no_findings() -> None:
    assert small_engine().find([]) == ()


@pytest.mark.parametrize(
    "text", ["Dr. [NAME_1] Smith", "[NAME_1] and MRN [MRN_2]", "on [DATE], at [GEO_3]", "[SSN_12]"]
)
def test_a_surrogate_is_never_in_a_finding(text: str) -> None:
    assert all("[" not in hit and "]" not in hit for _, hit in found(text))


def test_hidden_characters_do_not_hide_an_identifier() -> None:
    assert found("SSN: 2\u200b19-09-99\u00ad99") == [(E.SSN, "2\u200b19-09-99\u00ad99")]
    assert found("ＭＲＮ： ００４８２９１３") == [(E.MRN, "００４８２９１３")]


@pytest.mark.parametrize(
    ("label", "cue"),
    [
        ("patientName", "patient Name: "),
        ("patient_name", "patient name: "),
        ("mrn", "mrn: "),
        ("", ""),
        ("a b c d e f g", ""),
    ],
)
def test_a_label_reads_as_a_cue(label: str, cue: str) -> None:
    assert label_cue(label) == cue


def test_a_query_of_a_clinician_is_read_whole() -> None:
    text = (
        "Is 5 mg enough for Anna S., 93 yo, MRN: ST-998877, seen at Mercy Hospital on April 12, 2023 for Parkinson's?"
    )
    assert found(text) == [
        (E.NAME, "Anna S."),
        (E.AGE, "93"),
        (E.MRN, "ST-998877"),
        (E.GEO, "Mercy Hospital"),
        (E.DATE, "April 12, 2023"),
    ]
