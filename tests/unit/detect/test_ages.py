"""Ages over 89, and numbers beside years, weights and saturations that are none."""

import pytest

from tests.support.marked import hits, masked, misses

HITS = r"""
AGE | a [[93]]-year-old man
AGE | age [[90]], female
AGE | [[92]] y/o F
AGE | [[101]]yo M
AGE | [[95]] yr old
AGE | [[95]] year old
AGE | aged [[95]] years
AGE | [[ninety-three]]-year-old
AGE | [[ninety three]] years old
AGE | she is [[ninety-one]] now and
AGE | he's [[94]] and lives alone
AGE | is [[94]] years of age
AGE | [[94]] y.o. male
AGE | [[94]]M with CHF
AGE | [[94]] F with
AGE | Age/Sex: [[94]]/F
AGE | Age: [[94]] Sex: F
AGE | [[94]]F, here
AGE | in her [[nineties]]
AGE | in his [[90s]]
AGE | in his [[mid-90s]]
AGE | a [[nonagenarian]] with
AGE | a [[centenarian]] living
AGE | turned [[100]] last
AGE | [[100th]] birthday
AGE | her [[95th]] birthday
AGE | [[102]]-yr-old
AGE | [[one hundred and two]] years old
AGE | [[a hundred]] years old
AGE | [[92]]-yo woman
AGE | the [[92]] year-old
AGE | edad [[93]] años
AGE | [[93]] ans
AGE | [[93]] Jahre alt
AGE | [[93]] años
AGE | she'll be [[ninety three]] next week
AGE | he would've been [[97]] on monday
AGE | mom turned [[95]] today
AGE | [[97]]f, achalasia
AGE | pt is [[98]]f with sepsis
"""
"""Ages over 89 and what indicates one: 45 CFR 164.514(b)(2)(i)(C)."""

NEAR_MISSES = r"""
BP 120/80, 110/70 later
bp 98/60
gestational age 32 2/7 weeks
Augmentin 875/125
T 98.6 HR 72 RR 16 SpO2 98%
96% on RA, 94 on room air
weighs 95 kg, 92 lb
HR 92, RR 18
a 90 day supply
90 days, 95 minutes
90 year follow-up data
95% CI 1.2-3.4
in 92 patients
glucose 95, 101, 110
score of 91 out of 100
flexion 90 degrees
temp 99.1
room 94
MAP 92
weight 95
aged 89
an 89-year-old man, 45 y/o F
a 34-year-old man
in his 80s
in her mid-60s
born in 1985
in the 1990s
the 90s were
she is 89 and
he's 94 kg
is 94 mg/dL
is 94% on room air
is 94 today (glucose)
stage 3/4 CKD
Na 140, K 4.1, Cl 101, BUN 20/1.1
pO2/FiO2 92
Hospital day 92
temp 99 F, sat 94
T 99 F, HR 92
Tmax of 99 F
it will be 95 percent
97 f/u visits
"""


@pytest.mark.parametrize(("entity", "marked"), hits(HITS))
def test_an_age_over_89_is_masked_whole_and_nothing_beside_it(entity: str, marked: str) -> None:
    wanted, seen, entities = masked(marked)
    assert seen == wanted
    assert entity in entities


@pytest.mark.parametrize("text", misses(NEAR_MISSES))
def test_what_only_looks_like_an_age_over_89_keeps_every_character(text: str) -> None:
    wanted, seen, _ = masked(text)
    assert seen == wanted
