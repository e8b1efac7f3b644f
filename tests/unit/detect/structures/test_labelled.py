import json

import pytest

from extproc.detect.finding import Passage
from extproc.detect.labels import Label
from extproc.detect.structures.labelled import labels
from extproc.detect.structures.sensitivity import label_of
from extproc.sealed import Sealed
from tests.support.structures import leaves

SYSTEM = "http://terminology.hl7.org/CodeSystem/"


def of(text: str) -> set[Label]:
    return set(labels([Passage(Sealed(text))]))


def security(*codes: tuple[str, str]) -> str:
    return json.dumps(
        {"resourceType": "Observation", "meta": {"security": [{"system": SYSTEM + s, "code": c} for s, c in codes]}}
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (security(("v3-Confidentiality", "R"), ("v3-ActCode", "ETH")), {Label.RESTRICTED, Label.SUBSTANCE_USE}),
        (security(("v3-ActCode", "42CFRPart2")), {Label.SUBSTANCE_USE_PART_2}),
        (f"see {json.dumps(security(('v3-ActCode', 'HIV')))} there", {Label.HIV}),
        (security(("v3-ActCode", "NEWCODE")), {Label.UNKNOWN}),
        ('{"resourceType": "Composition", "confidentiality": "V"}', {Label.VERY_RESTRICTED}),
        ('{"securityLabel": [{"coding": [{"code": "PSY"}]}]}', {Label.PSYCHIATRY}),
        ('<confidentialityCode code="R" codeSystem="2.16.840.1.113883.5.25"/>', {Label.RESTRICTED}),
        ('<meta><security><system value="x"/><code value="SUD"/></security></meta>', {Label.SUBSTANCE_ABUSE}),
        ("MSH|^~\\&|X\rTXA" + "|" * 18 + "V", {Label.VERY_RESTRICTED}),
        ("MSH|^~\\&|X\rPV1|1" + "|" * 15 + "Y", {Label.VIP}),
        ("MSH|^~\\&|X\rDG1|1" + "|" * 17 + "Y", {Label.RESTRICTED}),
        ("MSH|^~\\&|X\rARV|1|A|STD^x|", {Label.SEXUALLY_TRANSMITTED}),
    ],
)
def test_labels_are_read_in_their_places(text: str, expected: set[Label]) -> None:
    assert of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        security(("v3-Confidentiality", "N")),
        security(("v3-ActReason", "TREAT")),
        '{"security": [{"bearerAuth": []}]}',
        '{"meta": {"security": []}}',
        "This note is confidential, security: R",
        '<confidentialityCode code="N"/>',
        "MSH|^~\\&|X\rPV1|1|I",
        "",
    ],
)
def test_what_is_ordinary_or_elsewhere_is_no_label(text: str) -> None:
    assert of(text) == set()


def test_leaves_of_an_opened_document_bear_labels_too() -> None:
    passages = leaves(("args.meta.security.0.code", "R"), ("args.code", "V"), ("doc.confidentiality", "N"))
    assert labels(passages) == {Label.RESTRICTED}


def test_every_label_is_read_by_its_own_code() -> None:
    assert {label_of(label.value.lower()) for label in Label} == set(Label)
