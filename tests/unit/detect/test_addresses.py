# ruff: noqa: E501 - a line of a table is one case
"""Streets, boxes, postal codes and coordinates."""

import pytest

from tests.support.marked import hits, masked, misses

HITS = r"""
GEO | lives at [[42 Example Street, Springfield, IL 62704]].
GEO | at [[123 N. Elm St., Apt. 4B, Springfield, IL 62704-1234]]
GEO | at [[123 Main St in Springfield]]
GEO | address: [[742 Evergreen Terrace]]
GEO | [[1600 Example Ave NW, Washington, DC 20500]]
GEO | [[42 Example Street\nSpringfield, IL 62704]]
GEO | [[12 Example Blvd Suite 200, Boise, ID 83702]]
GEO | [[P.O. Box 1234, Boise, ID 83702]]
GEO | [[PO Box 1234]]
GEO | [[POB 1234]]
GEO | [[Rural Route 3, Box 45]]
GEO | [[RR 3 Box 45]]
GEO | [[HC 61 Box 12]]
GEO | [[County Road 45]]
GEO | [[State Route 12]] near
GEO | off [[Highway 61]] at
GEO | [[12345 Highway 61 South]]
GEO | [[45 Old Mill Rd]]
GEO | [[45 old mill road]]
GEO | lives at [[45 old mill rd]]
GEO | lives at [[12 oak ave apt 3]]
GEO | [[221B Baker Street, London NW1 6XE]]
GEO | [[10 Example Close, Reading, RG1 1AA]]
GEO | [[Flat 2, 14 Example Road, Leeds LS1 4AP]]
GEO | postcode [[LS1 4AP]]
GEO | [[Beispielstraße 12, 10115 Berlin]]
GEO | [[Beispielstr. 12, 10115 Berlin]]
GEO | [[Am Markt 5, 80331 München]]
GEO | wohnhaft [[Lindenweg 3a, 50667 Köln]]
GEO | [[12 rue de la Paix, 75002 Paris]]
GEO | [[3 bis avenue Victor Hugo, 69006 Lyon]]
GEO | [[Calle Mayor 12, 28013 Madrid]]
GEO | [[C/ Mayor, 12, 28013 Madrid]]
GEO | [[Av. Paulista 1578, São Paulo]]
GEO | [[Rua Augusta, 1200]]
GEO | [[Via Roma 12, 00184 Roma]]
GEO | [[Keizersgracht 123, 1015 CJ Amsterdam]]
GEO | [[Storgatan 12, 111 22 Stockholm]]
GEO | [[Karl Johans gate 5, 0154 Oslo]]
GEO | [[Mannerheimintie 12, 00100 Helsinki]]
GEO | [[ul. Marszałkowska 10, 00-590 Warszawa]]
GEO | [[12 MG Road, Bengaluru 560001]]
GEO | [[12 Example Street, Parramatta NSW 2150]]
GEO | [[12 Example St, Toronto, ON M5V 2T6]]
GEO | [[1-2-3 Marunouchi, Chiyoda-ku, Tokyo]]
GEO | zip [[83702]]
GEO | ZIP: [[83702-1234]]
GEO | zip code is [[83702]]
GEO | zipcode=[[83702]]
GEO | in [[Boise ID 83702]]
GEO | lat [[43.6150]], long [[-116.2023]]
GEO | [[43.6150, -116.2023]]
GEO | [[43.6150° N, 116.2023° W]]
GEO | [[Apt 4B]]
GEO | Address: [[15 Cherry Blossom Ln]]
GEO | address is [[15 cherry blossom lane]], boise
GEO | stays near [[5th and Main]] under the bridge
GEO | address [[PO Box 441, Sitka AK]]
GEO | [[Calle Mayor 12, 3º B, 28013 Madrid]]
GEO | block of [[N. Clark St]]
GEO | lives on [[Rte 9, Box 44, Hazard KY]]
GEO | [[1420 Sycamore Terrace #8]]
GEO | near [[6th Ave]]
"""
"""Street address, precinct, zip code and their equivalent geocodes: 45 CFR 164.514(b)(2)(i)(B). Forms of the Universal Postal Union."""

NEAR_MISSES = r"""
Infectious Diseases
5 Day Course
10 Year Risk
2 Step Test Way
20 Lasix Dr
3 Drive through
Type 2 Diabetes Way
2 units pRBC
Room 4
Ward 5
Mobile phones
Reading glasses
Bath daily
Orange juice
Split dose
Normal sinus rhythm
Best practice
Montreal Cognitive Assessment
MERS-CoV Middle East
Baltimore Longitudinal Study
Epworth sleepiness
Bethesda category III nodule
Swan-Ganz catheter
Lund-Browder chart
Brooklyn-style
LA 4.5 cm, LV normal
MA 5
CT head, MS, PA view
PA 12345
OR 95% CI
DE novo
CO 5.2
AL amyloid
SpO2, IN PA
DR 500
St. elevation
ST elevation MI
the Place
12 Lead Place
Box 4
Figure 2, Table 3
Phase 3 Trial
Grade 2 Place
apartment near campus
BMI from 50th and 95th percentile
between the 4th and 5th rib
"""


@pytest.mark.parametrize(("entity", "marked"), hits(HITS))
def test_an_address_is_masked_whole_and_nothing_beside_it(entity: str, marked: str) -> None:
    wanted, seen, entities = masked(marked)
    assert seen == wanted
    assert entity in entities


@pytest.mark.parametrize("text", misses(NEAR_MISSES))
def test_what_only_looks_like_an_address_keeps_every_character(text: str) -> None:
    wanted, seen, _ = masked(text)
    assert seen == wanted
