"""Given names that are words too: what is said around them tells."""

import pytest

from extproc.detect.word_names import said_of_person
from tests.support.marked import hits, masked, misses

HITS = r"""
NAME | [[Will]] needs a refill of his lisinopril
NAME | [[will]] needs a refill
NAME | i saw [[rose]] yesterday and her bp was high
NAME | [[Hope]]'s mother says the fever is back
NAME | spoke w/ [[faith]]'s dad
NAME | Is amoxicillin safe for [[Joy]]? She is 4
NAME | Can [[Mark]] take sildenafil
NAME | Should [[Ivy]] stay on it
NAME | [[Chase]] has had a rash
NAME | [[Dawn]] is having contractions
NAME | [[Grace]] is a 7-year-old
NAME | [[Iris]] was discharged
NAME | [[Rich]]'s creatinine bumped
NAME | [[Summer]] is 16 and wants
NAME | ask [[june]] if she took it
NAME | can you tell [[autumn]] her labs are normal
NAME | told [[amber]] to bring her meter
NAME | [[Frank]] was confused overnight
NAME | her husband [[Will]] reports snoring
NAME | [[Penny]] reports hot flashes
NAME | [[patience]]'s husband wants it
NAME | remind [[hope]] to fast before labs
"""

NEAR_MISSES = r"""
Will this help? May we start?
will need a refill
May is mental health month
May has 31 days, August was hot
Summer is hot, summer has come
Mark the site. Can mark it?
Case was discussed, Case is a 45-year-old
baby's mom says
The Rose bengal was given
saw rose spots, told hope is lost
Grace period, grace has limits
Frank hematuria with clots
Chase with water
Is it safe for hope?
Can may be used
my hope is that
iris is normal, dawn is breaking
CHASE HAS ENDED
lady's husband, baby's father
want case to close
"""


@pytest.mark.parametrize(("entity", "marked"), hits(HITS))
def test_a_word_is_a_name_where_only_a_person_can_be_meant(entity: str, marked: str) -> None:
    wanted, seen, entities = masked(marked)
    assert seen == wanted
    assert entity in entities


@pytest.mark.parametrize("text", misses(NEAR_MISSES))
def test_the_word_stays_one_elsewhere(text: str) -> None:
    wanted, seen, _ = masked(text)
    assert seen == wanted


def test_what_is_said_of_persons_stands_right_behind() -> None:
    assert said_of_person("Otis denies it", 4)
    assert said_of_person("Otis's mother", 4)
    assert not said_of_person("Otis, who denies it", 4)
    assert not said_of_person("Otis is normal", 4)
