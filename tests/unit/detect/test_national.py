# ruff: noqa: E501 - a line of a table is one case
"""Numbers by which states know their people."""

import pytest

from tests.support.marked import hits, masked, misses

HITS = r"""
SSN | SIN [[046 454 286]]
SSN | SIN: [[046-454-286]]
SSN | National Insurance number [[QQ 12 34 56 C]]
SSN | NI number [[QQ123456C]]
SSN | NINO: [[QQ123456C]]
OTHER_ID | NHS number [[943 476 5919]]
OTHER_ID | NHS No: [[9434765919]]
OTHER_ID | NHS no [[943 476 5919]]
OTHER_ID | CHI number [[0101210039]]
OTHER_ID | codice fiscale [[RSSMRA85T10A562S]]
OTHER_ID | [[RSSMRA85T10A562S]]
OTHER_ID | DNI [[54362315K]]
OTHER_ID | DNI: [[54.362.315-K]]
OTHER_ID | NIE [[X2482300W]]
OTHER_ID | [[54362315K]] presente
OTHER_ID | CPF [[390.533.447-05]]
OTHER_ID | [[390.533.447-05]]
OTHER_ID | Aadhaar [[2341 2341 2346]]
OTHER_ID | aadhar no [[234123412346]]
OTHER_ID | PAN [[AAPPV8261K]]
OTHER_ID | personnummer [[880320-0016]]
OTHER_ID | [[19880320-0016]]
OTHER_ID | fødselsnummer [[151086 95077]]
OTHER_ID | CPR [[070761-4285]]
OTHER_ID | HETU [[131052-308T]]
OTHER_ID | BSN [[111222333]]
OTHER_ID | PESEL [[44051401359]]
OTHER_ID | rodné číslo [[710319/2745]]
OTHER_ID | CURP [[BOXW310820HNERXN09]]
OTHER_ID | [[BOXW310820HNERXN09]]
SSN | NIR [[2 95 10 99 126 111 93]]
SSN | numéro de sécurité sociale [[295109912611193]]
OTHER_ID | RUT [[12.531.909-2]]
SSN | AHV [[756.9217.0769.85]]
SSN | [[756.9217.0769.85]]
OTHER_ID | Steuer-ID [[36574261809]]
OTHER_ID | TC kimlik no [[17291716060]]
OTHER_ID | TFN [[876 543 210]]
"""
"""Examples of python-stdnum, whose check digits decide; those without one stand behind their name. Near misses have a wrong check digit or no name."""

NEAR_MISSES = r"""
SNOMED 44054006, LOINC 4548-4, RxNorm 860975
total 36574261809
run 12, pan 5 out
nie wieder 5
sin 30
NI 5
PAN negative 5
2023 2024 2025
the ratio 390.533.447-06
code 54362315A
RSSMRA85T10A562T
880320-0017
131052-308U
756.9217.0769.86
"""


@pytest.mark.parametrize(("entity", "marked"), hits(HITS))
def test_a_national_number_is_masked_whole_and_nothing_beside_it(entity: str, marked: str) -> None:
    wanted, seen, entities = masked(marked)
    assert seen == wanted
    assert entity in entities


@pytest.mark.parametrize("text", misses(NEAR_MISSES))
def test_what_only_looks_like_a_national_number_keeps_every_character(text: str) -> None:
    wanted, seen, _ = masked(text)
    assert seen == wanted
