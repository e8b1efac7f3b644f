import xml.etree.ElementTree as ET

import pytest

from extproc.detect.entities import EntityType as E
from tests.support.structures import kept, marked, masked_text

CCDA = """<?xml version="1.0"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc">
  <templateId root="2.16.840.1.113883.10.20.22.1.2" extension="2014-06-09"/>
  <id root="2.16.840.1.113883.19.5" extension="DOC-417"/>
  <code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summary" codeSystemName="LOINC"/>
  <effectiveTime value="20240314093000-0500"/>
  <recordTarget><patientRole>
    <id root="2.16.840.1.113883.4.1" extension="219099999"/>
    <addr><streetAddressLine>9 Plover Way</streetAddressLine><city>Zorbury</city><state>WA</state>
      <postalCode>98052</postalCode><country>US</country></addr>
    <telecom value="tel:+1(555)010-0142"/><telecom value="mailto:q@example.org"/>
    <patient><name><prefix>Mr.</prefix><given>Quill</given><family>O&apos;Zymandel</family><suffix>MD</suffix></name>
      <birthTime value="19600302"/><raceCode code="2106-3" codeSystem="2.16.840.1.113883.6.238"/></patient>
    <providerOrganization><id root="4f1c0f6e-0000-4000-8000-000000000001"/>
      <name>Plover Ridge</name></providerOrganization>
  </patientRole></recordTarget>
  <component><section><text><paragraph ID="p1">Quill was seen by Tamsin Vexley.</paragraph></text>
    <entry><observation><value value="120000" unit="10*3/uL"/>
      <value code="74400008" codeSystem="2.16.840.1.113883.6.96"/>
      <low value="20010203"/><performer><assignedPerson><name>Tamsin Vexley</name></assignedPerson></performer>
      <manufacturerOrganization><name>Plover Pharma</name></manufacturerOrganization>
    </observation></entry></section></component>
</ClinicalDocument>"""


def test_every_identifying_value_is_named() -> None:
    assert marked(CCDA) == {
        (E.OTHER_ID, "DOC-417"),
        (E.DATE, "20240314093000-0500"),
        (E.SSN, "219099999"),
        (E.GEO, "9 Plover Way"),
        (E.GEO, "Zorbury"),
        (E.GEO, "WA"),
        (E.GEO, "98052"),
        (E.PHONE, "+1(555)010-0142"),
        (E.EMAIL, "q@example.org"),
        (E.NAME, "Quill"),
        (E.NAME, "O&apos;Zymandel"),
        (E.DATE, "19600302"),
        (E.GEO, "Plover Ridge"),
        (E.OTHER_ID, "4f1c0f6e-0000-4000-8000-000000000001"),
        (E.DATE, "20010203"),
        (E.NAME, "Tamsin Vexley"),
    }


def test_codes_namespaces_and_templates_are_kept() -> None:
    assert {
        "34133-9",
        "2.16.840.1.113883.6.1",
        "2.16.840.1.113883.10.20.22.1.2",
        "2014-06-09",
        "74400008",
        "2106-3",
        "p1",
        "urn:hl7-org:v3",
        "2.16.840.1.113883.4.1",
        "10*3/uL",
        "&apos;",
    } <= kept(CCDA)


def test_a_masked_document_parses_and_only_values_differ() -> None:
    before, after = ET.fromstring(CCDA), ET.fromstring(masked_text(CCDA))  # noqa: S314 - our own text
    assert [one.tag for one in after.iter()] == [one.tag for one in before.iter()]
    birth = next(one for one in after.iter() if one.tag.endswith("birthTime"))
    assert birth.get("value") == "1960"
    assert "Zymandel" not in masked_text(CCDA)
    assert "Vexley" not in masked_text(CCDA)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<Patient><PatientName>quill ozymandel</PatientName><DOB>3/2/60</DOB></Patient>",
            {(E.NAME, "quill ozymandel"), (E.DATE, "3/2/60")},
        ),
        ('<patient name="quill ozymandel" mrn="M-88213"/>', {(E.NAME, "quill ozymandel"), (E.MRN, "M-88213")}),
        (
            '<Patient><name><family value="ozymandel"/></name><birthDate value="1960-03-02"/></Patient>',
            {(E.NAME, "ozymandel"), (E.DATE, "1960-03-02")},
        ),
        ('{"cda": "<addr><city>Zorbury</city></addr>"}', {(E.GEO, "Zorbury")}),
        ("<person><name>quill ozymandel</name></person>", {(E.NAME, "quill ozymandel")}),
        ("<family><![CDATA[ozymandel]]></family>", {(E.NAME, "ozymandel")}),
    ],
)
def test_other_xml_is_read_by_its_telling_names(text: str, expected: set[tuple[E, str]]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<div><p>a &lt; b</p></div>",
        "<function><name>get_patient</name></function>",
        "<patient>seen twice this week and doing better</patient>",
        '<reagent code="17" unit="mg"/>',
        "if a < b and c > d",
        "<name>aspirin</name>",
        '<effectiveTime value="2013"/>',
        '<low value="200101" unit="/uL"/>',
    ],
)
def test_near_misses_are_left(text: str) -> None:
    assert marked(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "<tr><td>MRN</td><td>12-33</td></tr>",
        "<p><b>MRN:</b> 12-33</p>",
        "<p><b>MRN</b>: <span>12-33</span></p>",
        "<td>Identifier</td>\n<td>12-33</td>",
    ],
)
def test_a_number_behind_its_label_is_one_whatever_tags_stand_between(text: str) -> None:
    assert "12-33" in {value.strip() for _, value in marked(text)}


@pytest.mark.parametrize(
    "text",
    [
        "<tr><th>MRN</th><th>Room</th></tr>",
        "<tr><td>Patient</td><td>Improving</td></tr>",
        "<td>Potassium</td><td>4.1</td>",
        "<td>MRN</td><td>not known</td><td>12-33</td>",
    ],
)
def test_what_stands_behind_another_text_or_is_no_number_is_not_labelled(text: str) -> None:
    assert not marked(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('<input name="last_name" value="ozymandel"/>', {(E.NAME, "ozymandel")}),
        ('<field name="mrn">88213001</field>', {(E.MRN, "88213001")}),
        ("<Name><First>quill</First><Last>ozymandel</Last></Name>", {(E.NAME, "quill"), (E.NAME, "ozymandel")}),
        ("<Address><City>zorbury</City></Address>", {(E.GEO, "zorbury")}),
        ('<input name="units" value="metric"/><lab name="Sodium" value="138"/>', set()),
        ("<Range><First>quill</First></Range>", set()),
    ],
)  # fmt: skip
def test_values_are_named_by_attributes_and_by_what_they_stand_in(text: str, found: set[tuple[E, str]]) -> None:
    assert marked(text) == found


def test_words_of_sql_in_a_remark_are_no_statement() -> None:
    lines = "<line>9 Plover Way</line><postalCode>97867</postalCode>"
    found = {(E.GEO, "9 Plover Way"), (E.GEO, "97867")}
    assert (
        marked(f"<addr><!-- from patients, where known -->{lines}</addr>") == marked(f"<addr>{lines}</addr>") == found
    )
