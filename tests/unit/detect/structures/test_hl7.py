import re

import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.structures.hl7 import segments
from tests.support.structures import kept, marked, marks, masked_text

ADT = "\r".join(
    (
        r"MSH|^~\&|APP|PLOVER|LAB|PLOVER|20240314093000||ADT^A01|CTRL-17|P|2.5",
        "EVN|A01|20240314",
        "PID|1||M-88213^^^PLOVER^MR~219-09-9999^^^USA^SS||OZYMANDEL^QUILL^T^JR^MR||19600302|M||W"
        "|9 PLOVER WAY^APT 2^ZORBURY^WA^98052^USA||(555)010-0142^PRN^PH~(555)010-0143^WPN^FX|||M||A-5501|||||ZORBURY",
        "NK1|1|OZYMANDEL^TAMSIN|SPO|9 PLOVER WAY^^ZORBURY|5550100144",
        "PV1|1|I|W^101^A^PLOVER||||1234567893^VEXLEY^ARLO^^^DR^MD^^NPI|||MED|||||||||V-90417",
        "IN1|1|PLAN7^Gold|C-1|Insurer||||GRP-77||||||||||||||||||||||||||||POL-88213",
        "OBX|1|NM|8302-2^Body height^LN||168|cm|||||F|||20240314",
        "OBX|2|TX|NOTE||Quill seen with T. Vexley",
        "DG1|1||E11.65^Diabetes^I10|||A",
        "AL1|1|DA|70618^Penicillin^99LOC||RASH|20010203",
    )
)


def test_every_identifying_field_is_named() -> None:
    found = marked(ADT)
    assert {
        (E.MRN, "M-88213"),
        (E.SSN, "219-09-9999"),
        (E.NAME, "OZYMANDEL"),
        (E.NAME, "QUILL"),
        (E.NAME, "JR"),
        (E.DATE, "19600302"),
        (E.GEO, "9 PLOVER WAY"),
        (E.GEO, "ZORBURY"),
        (E.GEO, "98052"),
        (E.GEO, "WA"),
        (E.PHONE, "(555)010-0142"),
        (E.FAX, "(555)010-0143"),
        (E.ACCOUNT, "A-5501"),
        (E.NAME, "TAMSIN"),
        (E.PHONE, "5550100144"),
        (E.NAME, "VEXLEY"),
        (E.NAME, "ARLO"),
        (E.OTHER_ID, "V-90417"),
        (E.HEALTH_PLAN, "GRP-77"),
        (E.HEALTH_PLAN, "POL-88213"),
        (E.DATE, "20240314093000"),
        (E.OTHER_ID, "CTRL-17"),
        (E.DATE, "20010203"),
        (E.GEO, "PLOVER"),
    } <= found
    assert not {"USA", "MR", "DR", "MD", "168", "8302-2", "W", "101", "P", "2.5"} & {text for _, text in found}


def test_codes_and_their_systems_are_kept() -> None:
    assert {"8302-2", "LN", "E11.65", "I10", "70618"} <= kept(ADT)


def test_a_masked_message_has_the_same_fields_and_dates_are_dates() -> None:
    masked = masked_text(ADT)
    assert [line.count("|") for line in masked.split("\r")] == [line.count("|") for line in ADT.split("\r")]
    assert [re.sub("[^~^]", "", line) for line in masked.split("\r")] == [
        re.sub("[^~^]", "", line) for line in ADT.split("\r")
    ]
    assert "|1960|M|" in masked
    assert "Quill" not in masked.split("NOTE")[1]


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", r"\r", r"\n", r"\\r", "\r\r"])
def test_segments_end_at_any_line_end(end: str) -> None:
    text = ADT.replace("\r", end)
    assert [one.name for one in segments(text)] == [line[:3] for line in ADT.split("\r")]
    assert {(E.NAME, "OZYMANDEL"), (E.NAME, "TAMSIN"), (E.DATE, "20010203")} <= marked(text)


def test_a_message_names_its_own_delimiters() -> None:
    text = "MSH#*!\\%#APP#PLOVER\rPID#1##M-88213***X*MR!77***X*AN##OZYMANDEL%VAN*QUILL"
    assert marked(text) == {
        (E.GEO, "PLOVER"),
        (E.MRN, "M-88213"),
        (E.ACCOUNT, "77"),
        (E.NAME, "OZYMANDEL"),
        (E.NAME, "VAN"),
        (E.NAME, "QUILL"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "PID|1||M-88213^^^X^MR||OZYMANDEL^QUILL|||M",
        "see PID|1||M-88213^^^X^MR||OZYMANDEL^QUILL|||M for him",
        "EVN|A01\nPID|1||M-88213^^^X^MR||OZYMANDEL^QUILL",
        '{"hl7": "EVN|A01\\rPID|1||M-88213^^^X^MR||OZYMANDEL^QUILL"}',
        "FHS|^~\\&|X\rBHS|^~\\&|X\rMSH|^~\\&|X\rPID|1||M-88213^^^X^MR||OZYMANDEL^QUILL\rBTS|1",
        "MSH|^~\\&|X PID|1||M-88213^^^X^MR||OZYMANDEL^QUILL PV1|1|I",
    ],
)
def test_parts_batches_and_messages_in_other_texts_are_read(text: str) -> None:
    assert {(E.MRN, "M-88213"), (E.NAME, "OZYMANDEL"), (E.NAME, "QUILL")} <= marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "PID|",
        "a | b | c",
        "OBX|1|TX|x",
        "The PID | PV1 table",
        "MSH means message header",
        "ABC|1||OZYMANDEL^QUILL||x|y",
    ],
)
def test_near_misses_are_no_messages(text: str) -> None:
    assert segments(text) == []


def test_what_a_segment_means_by_nothing_is_left() -> None:
    assert marked('PID|1||""^^^X^MR||UNKNOWN^|||M|||""') == set()


def test_observations_are_read_by_their_type() -> None:
    text = (
        "MSH|^~\\&|X\rOBX|1|XPN|x||OZYMANDEL^QUILL\rOBX|2|DT|x||20240314\rOBX|3|ST|x||20240314\rOBX|4|CE|x||E11^y^I10"
    )
    assert marked(text) == {(E.NAME, "OZYMANDEL"), (E.NAME, "QUILL"), (E.DATE, "20240314")}
    assert "E11" in kept(text)


def test_an_unlisted_field_with_a_date_is_a_date() -> None:
    assert marked("MSH|^~\\&|X\rZPI|1|20240314|17") == {(E.DATE, "20240314")}


def test_a_tagger_of_prose_is_not_asked_about_segments_names_and_codes() -> None:
    text = ADT.replace("Quill seen with T. Vexley", "Quill seen with T. Vexley^STABLE")
    spared = [text[start:end] for start, end in marks(text).formal]
    assert any("ADT^A01" in part for part in spared)
    assert any(part.startswith("PID|") for part in spared)
    assert any("STABLE" in part for part in spared)
    assert not any("seen with" in part for part in spared)


def test_prose_in_a_segment_of_a_sites_own_is_read_as_prose() -> None:
    text = "\r".join((ADT, "ZPD|1|QUILL OZYMANDEL came along|CODE"))
    spared = [text[start:end] for start, end in marks(text).formal]
    assert not any("came along" in part for part in spared)
    assert any("CODE" in part for part in spared)
