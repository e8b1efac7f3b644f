"""Cities, and what medicine calls after a city."""

import pytest

from tests.support.marked import hits, masked, misses

HITS = r"""
GEO | lives on [[elm street]]
GEO | lives in [[boise]]
GEO | lives in [[boise]], idaho
GEO | she's from [[seattle]]
GEO | i live in [[springfield]]
GEO | born in [[seattle]]
GEO | grew up in [[new orleans]]
GEO | lives near [[boise]]
GEO | from [[Boise, Idaho]]
GEO | [[Boise, ID]]
GEO | [[Boise, ID 83702]]
GEO | [[Ada County]]
GEO | in [[King County]]
GEO | [[Jefferson Parish]]
GEO | the [[Capitol Hill]] neighborhood
GEO | lives in [[the Bronx]]
GEO | from [[Brooklyn]]
GEO | lives in [[Queens]]
GEO | lives on the [[Upper West Side]]
GEO | from the [[Wicker Park]] area
GEO | at [[Hôpital Saint-Louis]]
GEO | City: [[Boise]]
GEO | City: [[boise]]
GEO | town of [[Nowhereville]]
GEO | city of [[Springfield]]
GEO | resides in [[Winston-Salem]]
GEO | resides in [[San Luis Obispo]]
GEO | in [[Los Angeles]] or [[San Francisco]]
GEO | flew from [[Mumbai]] to [[Dubai]]
GEO | from [[Lagos, Nigeria]]
GEO | in [[Guadalajara, Mexico]]
GEO | travel to [[Kathmandu]] last
GEO | on the corner of [[Elm and Main]]
GEO | lives in [[st. louis]] now
GEO | lives in [[winston-salem]] now
GEO | from [[Colorado Springs]] with
GEO | a clinic in [[München]]
GEO | 67M from [[Nowhereville]], HTN
"""
"""Geographic subdivisions smaller than a state: 45 CFR 164.514(b)(2)(i)(B). States and countries may stay."""

NEAR_MISSES = r"""
lives in Idaho
lives in Texas and France
from Mexico
lives in a house
lives at home with wife
lives in an apartment
lives on the third floor
lives alone
lives with mother
works in construction
works at a bank
works from home
in the ICU
in 20 Patients Place
Lot of pain
Suite of symptoms
in Male
Nice to meet you
Moscow criteria? none
from Monday to Friday
from May to June
in Spanish
in English and French
in Sinus
in Remission
in Afib
to Cardiology
to Dermatology and Neurology
from Baseline
at Bedtime
at Night
at Rest
of Concern
in Addition
Paris classification
Boston criteria
Ottawa ankle rules
Glasgow coma scale
Milan criteria
Tokyo guidelines
Framingham risk score
Canadian CT head rule
Vancouver classification
Chicago classification of esophageal motility
Boston Scientific stent
St. Jude valve
Saint Vitus dance
Lyme disease
Ebola, Zika
Marburg virus
West Nile virus
Norwalk virus
Philadelphia chromosome
Denver II screening
Rotterdam criteria
Los Angeles grade B esophagitis
LA grade B
Cincinnati stroke scale
Edinburgh postnatal depression scale
Helsinki declaration
Sydney system
Vienna classification
Rome IV criteria
Amsterdam criteria, Bethesda guidelines
Berlin definition of ARDS
Duke criteria
Jones criteria
Atlanta classification
Stanford type A dissection
Dallas criteria
Dublin protocol
Toronto score
Minnesota tube
Sengstaken tube
Oxford knee score
Cambridge test
Wisconsin card sorting
in OR, ID consult
lives in fear
home in Cambodia
born in Vietnam
native of Ghana
works in IT
office in back
from here to there
from nausea and vomiting
from sleep
from chicken soup
in a city
in town
from work
from male partner
from mobile device
in normal range
in best shape
"""


@pytest.mark.parametrize(("entity", "marked"), hits(HITS))
def test_a_city_is_masked_whole_and_nothing_beside_it(entity: str, marked: str) -> None:
    wanted, seen, entities = masked(marked)
    assert seen == wanted
    assert entity in entities


@pytest.mark.parametrize("text", misses(NEAR_MISSES))
def test_what_only_looks_like_a_city_keeps_every_character(text: str) -> None:
    wanted, seen, _ = masked(text)
    assert seen == wanted
