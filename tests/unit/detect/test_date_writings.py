# ruff: noqa: E501 - a line of a table is one case
"""Dates in every common writing, and the scores, doses, versions and fractions that look like them."""

import pytest

from tests.support.marked import hits, masked, misses

HITS = r"""
DATE | seen on [[04/12/2023]] again
DATE | DOB [[4/12/23]], male
DATE | DOB: [[12-04-1985]]
DATE | DOB: [[12.04.85]]
DATE | dob [[4.12.1985]]
DATE | DOB [[1985.04.12]]
DATE | DOB=[[1985/4/12]]
DATE | d.o.b. [[04 12 1985]]
DATE | DOB [[04 / 12 / 1985]]
DATE | DOB: [[04/12/'85]]
DATE | date of birth [[12/04/1985]] verified
DATE | Collected [[2023-04-12 10:30]] by phlebotomy
DATE | Resulted [[2023-04-12T10:30:00.000+0000]]
DATE | Time: [[2023-04-12T10:30:00-05:00]], stable
DATE | started [[12/2022]]
DATE | since [[3/2019]] on metformin
DATE | DATE OF SERVICE: [[03/04/21]]
DATE | admitted [[20240131]] to the unit
DATE | DOB:[[19850412]]
DATE | collected [[20240131083000]] in ED
DATE | [[2024-W05]] follow-up
DATE | seen [[2024-W05-3]]
DATE | [[31-Jan-2024]] 08:00
DATE | [[31JAN2024]] admission
DATE | [[31 JAN 24]] note
DATE | [[Jan-24]] labs
DATE | [[Jan. 31, '24]] visit
DATE | [[JANUARY 31, 2024]] VISIT
DATE | [[31.01.2024]] Aufnahme
DATE | [[31. Januar 2024]] Aufnahme
DATE | [[31. Jan. 2024]] Aufnahme
DATE | [[1er janvier 2024]] consultation
DATE | le [[3 fevr. 2024]] consultation
DATE | le [[3 février 2024]] consultation
DATE | el [[3 de febrero del 2024]] ingreso
DATE | el [[3 de febrero]] ingreso
DATE | em [[3 de março de 2024]] consulta
DATE | il [[3 febbraio 2024]] visita
DATE | op [[3 februari 2024]] opname
DATE | op [[3 maart 2024]] opname
DATE | op [[3 mei 2024]] opname
DATE | den [[3 mars 2024]] besøk
DATE | d. [[3. maj 2024]] indlagt
DATE | den [[3 augusti 2024]] inskriven
DATE | w dniu [[3 lutego 2024]] przyjęty
DATE | dnia [[3 października 2024]] r.
DATE | v [[3. února 2024]] přijat
DATE | поступил [[3 февраля 2024]] года
DATE | [[2024年1月31日]] 入院
DATE | [[Januar 2024]] erste Symptome
DATE | [[marzo de 2024]] síntomas
DATE | seen [[the 5th of May]]
DATE | [[the 5th of May, 2023]] she
DATE | on [[May the 5th]] she
DATE | on [[May the fifth]] she
DATE | [[the fifth of May]]
DATE | on [[May 5 and June 6]]
DATE | on [[May 5 and 6]], she had
DATE | between [[May 5-9, 2023]] and now
DATE | from [[3/4/23 - 3/9/23]]
DATE | from [[3/4 to 3/9]] in rehab
DATE | surgery on [[3/4]], discharged [[3/9]]
DATE | last visit [[11/07]].
DATE | [[March third two thousand five]] was
DATE | born [[march third nineteen eighty five]]
DATE | my birthday is [[january fifth nineteen sixty two]]
DATE | it was [[june twenty-first twenty nineteen]]
DATE | on [[the twenty-first of june]] she
DATE | [[December twenty third, two thousand and eight]]
DATE | [[Tuesday, March 5th]]
DATE | [[Tue 5 Mar 2024]]
DATE | Tue [[3/5]] visit
DATE | Tuesday [[3/5/24]] visit
DATE | appt on the [[24th]].
DATE | in [[march of 2019]]
DATE | in [[Sept '19]]
DATE | in [[September of '19]]
DATE | since [[mid-March 2019]]
DATE | since [[early March 2019]]
DATE | around late [[October]] she
DATE | in [[early may of 2020]]
DATE | DOB [[April 12, 1985]]
DATE | DOB: [[12 Apr 85]]
DATE | b. [[12/4/85]]
DATE | born [[4-12-85]]
DATE | DOD: [[1/2/2024]]
DATE | Exp [[04/27]] card
DATE | expires [[04/2027]]
DATE | D/C [[1/2]]; f/u [[1/9]]
DATE | LMP [[1/2]], EDD [[10/9/24]]
DATE | EDC: [[10/9]]
DATE | Labs ([[1/2/24]]): Na 140
DATE | CT A/P [[1/2/24]] showed
DATE | MRI [[1/24]]: normal
DATE | echo in [[1/2024]] EF 55%
DATE | [[01/02/2024]]-[[01/09/2024]]
DATE | s/p CABG [[1/22/2013]].
DATE | DOB\n[[04/12/1985]]
DATE | on [[April12,2023]] seen
DATE | on [[12April2023]] seen
DATE | on [[12th April]] seen
DATE | on [[12th Apr '23]]
DATE | on [[Apr 12/23]] she
DATE | On [[2/14]] she was
DATE | On [[02-14-23]] she was
DATE | On [[02-14]] she was
DATE | [[2023-04]] cohort
DATE | [[April, 2023]]
DATE | on [[4/12]] at noon
DATE | [[Q1 2023]] labs
DATE | Christmas Day is fine; on [[12/25]]
DATE | in [[June]] she had an MI
DATE | since last [[March]] she
DATE | seen in [[august]] for
DATE | born in [[1925]]
DATE | born [[1930]], widowed
DATE | DOB [[1929]]
DATE | year of birth: [[1931]]
DATE | (b. [[1928]])
DATE | seen [[03/04/2024]] 14:35 for chest pain
DATE | delivered [[April 7th, 2026]] 03:15
DATE | Collected [[03/04/2024 14:35:10]]
DATE | labs from [[1/5, 2/9 and 3/15]]
DATE | admitted on the [[2/12]]?
DATE | return [[3/2]], light duty
DATE | Thursday the [[14th]]
DATE | dob year [[1931]]
DATE | born in [['31]]
DATE | smoking since [[1945]]
DATE | he married in [[1948]]
DATE | passed away on [[Christmas Eve]]
DATE | [[Thanksgiving]] 2021
DATE | missed school [[10/3]]-[[10/5]]
DATE | labs [[3/1, 3/2]]
DATE | surgery tomorrow [[3/8]] at 7am
DATE | symptoms since mid-[[February]]
DATE | EDD by dates [[5/8]]
"""
"""All elements of dates except the year: 45 CFR 164.514(b)(2)(i)(C). Orders and month names as CLDR has them, ISO 8601 (with weeks), the TS of HL7 version 2."""

NEAR_MISSES = r"""
pain 5/10 at rest
pain is 5/10 on exertion, 8/10 at worst
strength 5/5 throughout, 4/5 in left hand
reflexes 2/4, DTRs 2+/4
murmur 2/6 at LUSB
murmur 3/6 systolic
GCS 14/15, MMSE 28/30
MoCA 22/30, PHQ-9 12/27
Apgar 8/9
Apgars 8 and 9 at 1 and 5 minutes
vision 20/20, 20/40 OD
20/25 OS
available 24/7
1/2 tablet, 1/4 NS, 1/2 NS
3/4 sleeve
sets of 10/12/20
ratio 1/3/5
at 38w2d, G3P2
39 4/7 weeks
version 2024.1.2 and 1.2.3
ICD 10.1.2
10-12-14 mg over days
every 4-6 hours
2-3 times daily, 10-20 mg
70/30 insulin
Humulin 70/30, Novolog 75/25
5/325 mg hydrocodone
Percocet 5/325
Norco 10/325
lisinopril-HCTZ 20/12.5
50/1000 mg janumet
Advair 250/50
Symbicort 160/4.5
Bactrim 800/160
HEENT 2/2 normal, node 1/12 positive
0/12 lymph nodes, 3/14 nodes positive
2/12 nodes were positive
ankle-brachial 0.9/1.1
1:30 ratio, 1:1000 epinephrine
titer 1:160
in 2021, 2019-2021
since 2015
diagnosed in 1998
May be discharged; she may 2 days later
march in place 5 times
may 5 mg be enough
10 mg may 3 times
seen Monday and Tuesday
next Friday
Hgb 12.04, Cr 1.12
12.5 mg, 0.25 mg
L4-5 and L5-S1, C5-6
T12-L1
89yo F
DOB 1985
Grade 3/4 toxicity
CTCAE grade 3/4
II/VI murmur
3/3 criteria met
1/3 of patients, 2/3 majority, 3/4 of
one-third, two-thirds
5-10-15 protocol
1-2-3 rule
4-2-1 fluid rule
7-3-1 schedule
Fio2 40/60
I:E 1/2
dose 1/7, session 3/12
cycle 3/6 of chemo
day 5/7 of antibiotics
abx day 3/10
C1D1, C2D15
POD 3, HD 5
at 10:30, 08:15
Section 3.2.1
chapter 12.4.2
phone ext 12-04
sized 10 x 12 x 14 mm
3/8 inch, 5/8"
7/8 joints
second to none
the first of many
the third of the month
march, may
Mar 1a HLA
dec 3 was wrong about decreased 3
SARS-CoV-2, COVID-19
HLA-B27, HbA1c 7.2
CHA2DS2-VASc 4
Gleason 3+4=7
T2N1M0
20/10/5 mg taper
60/40/20 mg taper
40/30/20/10 taper
40-30-20-10 mg taper
ejection fraction 55-60%
at 1/2 and 1/4
Lancet. 2019 Mar 2;393(10174):899-906
JAMA 2020 Jan 14; 323(2): 133
Epub 2020 Mar 5.
smokers from 1940 to 1950
penicillin was discovered in 1928
born in '05
he married in 1972
flu peaks after Thanksgiving
Q3 2024 quality metrics
seen at 2:35 pm
strength 4/5-5/5
1/2-3/4 cup
pain 7/10-8/10
"""


@pytest.mark.parametrize(("entity", "marked"), hits(HITS))
def test_a_date_is_masked_whole_and_nothing_beside_it(entity: str, marked: str) -> None:
    wanted, seen, entities = masked(marked)
    assert seen == wanted
    assert entity in entities


@pytest.mark.parametrize("text", misses(NEAR_MISSES))
def test_what_only_looks_like_a_date_keeps_every_character(text: str) -> None:
    wanted, seen, _ = masked(text)
    assert seen == wanted
