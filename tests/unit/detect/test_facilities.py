"""Facilities that name a place, and departments, societies and headings that do not."""

import pytest

from tests.support.marked import hits, masked, misses
from tests.support.words import found

HITS = r"""
GEO | moved here from [[chicago]]
GEO | seen at [[Mercy Hospital]]
GEO | at [[St. Mary's Hospital]]
GEO | at [[Saint Mary's Medical Center]]
GEO | at [[St Mary's]] ED
GEO | transferred from [[Lakeview Regional Medical Center]]
GEO | at [[Lakeview Nursing Home]]
GEO | resident of [[Sunrise Assisted Living]]
GEO | from [[Oak Grove Skilled Nursing Facility]]
GEO | at [[Northside Dialysis Center]]
GEO | discharged to [[Willow Creek Rehab]]
GEO | attends [[Lincoln High School]]
GEO | student at [[Boise State University]]
GEO | works at [[Riverside Elementary School]]
GEO | at [[Evergreen Family Medicine]]
GEO | at [[Harborview]] ED
GEO | at [[Massachusetts General Hospital]]
GEO | at [[Mass General]]
GEO | at [[MGH]]
GEO | at [[Johns Hopkins Hospital]]
GEO | at [[UCSF]]
GEO | at the [[Mayo Clinic]]
GEO | at [[Mount Sinai]]
GEO | at [[Guy's Hospital]]
GEO | at [[Royal Free Hospital]]
GEO | at [[Addenbrooke's Hospital]]
GEO | at [[Kings College Hospital]]
GEO | in [[Klinikum Großhadern]]
GEO | at [[Hospital Clínic de Barcelona]]
GEO | at [[Hospital General de México]]
GEO | seen at the [[Springfield VA]]
GEO | at the [[Boise VA Medical Center]]
GEO | at CVS Pharmacy on [[Elm Street]]
GEO | pharmacy on [[Main St]]
GEO | at [[Riverside Correctional Facility]]
GEO | at [[First Baptist Church]]
GEO | lives at [[Unit 4, 12 Elm St]]
GEO | a village called [[Nowhereville]]
GEO | at [[Lakeview Hospital in New York]] for
GEO | at [[Mercy Hospital, Dallas]] for
GEO | at [[Mercy Hospital, TX]] for
GEO | Rm 4112, [[Mercy General]]
GEO | to [[Lakeview Regional]] last night
GEO | at [[DaVita Southgate]]
GEO | at [[Baylor Scott & White]].
"""
"""Geographic subdivisions smaller than a state: 45 CFR 164.514(b)(2)(i)(B); a facility tells its address."""

NEAR_MISSES = r"""
moved to the United States
lives in assisted living
lives in a nursing home
from home to hospital
in the hospital and in clinic
seen in Emergency Department
the Cardiology Clinic
our Sleep Center
the Medical Center
Intensive Care Unit
Primary Care Clinic
Student Health
Mental Health
Public Health
Home Health
Women's Health
Department of Health
School of Medicine
World Health Organization
American Heart Association
National Institutes of Health
Internal Medicine
Emergency Medicine
Family Medicine
Physical Medicine and Rehabilitation
Nuclear Medicine
Review of Systems
Past Medical History
Foundation Trust
Health Insurance Portability and Accountability Act
Unit 5 of blood
Bed 12
Geneva score
Rocky Mountain spotted fever
a Florida-based cohort
VA 20/20
1 Way ANOVA
based in evidence
from hospital to SNF
N Engl J Med 2021;384:403
Ann Intern Med. 2019
the Surgeon General, the Attorney General
Guy's Hospital stone score
West Nile and St. Louis encephalitis
Toronto guidelines; Tokyo 2018 cholangitis
"""


@pytest.mark.parametrize(("entity", "marked"), hits(HITS))
def test_a_facility_is_masked_whole_and_nothing_beside_it(entity: str, marked: str) -> None:
    wanted, seen, entities = masked(marked)
    assert seen == wanted
    assert entity in entities


@pytest.mark.parametrize("text", misses(NEAR_MISSES))
def test_what_only_looks_like_a_facility_keeps_every_character(text: str) -> None:
    wanted, seen, _ = masked(text)
    assert seen == wanted


def test_who_wrote_guidelines_is_no_place_of_care_and_a_label_of_a_form_is_no_hospital() -> None:
    assert found("see the guidelines from Mayo Clinic") == []
    assert found("she was seen at Mayo Clinic") != []
    assert not any("Hospital" in text for _, text in found("Forenames: Ida\nHospital No: 12"))
