"""Names in lower case, and the everyday words that are names as well."""

import pytest

from tests.support.marked import hits, masked, misses

HITS = r"""
NAME | [doctor] hi , [[ray]] . how are you ?
NAME | [doctor] good morning [[joy]] , what brings you in ?
NAME | [doctor] [[grant]] , it's good to see you
NAME | [doctor] alright [[holly]] , let's take a look
NAME | thank you , [[crystal]] .
NAME | [doctor] hi , miss [[brown]] . how are you ?
NAME | miss [[flowers]] , sit down
NAME | mr. [[sharp]] is here
NAME | so [[jennifer walker]] is a 45 year old female
NAME | [[joy green]] is a 45 year old female
NAME | [[crystal brown]] , forty five year old
NAME | this is [[karen white]] , 62 year old male
NAME | patient is [[ray small]] , date of birth unknown
NAME | today i have [[jennifer cross]] with me
NAME | [[karen jones]] has a cough
NAME | [[patrick]] came back
NAME | my name is [[ray]]
NAME | dr [[vo]] signed off
"""
"""Names: 45 CFR 164.514(b)(2)(i)(A), as dialogue is transcribed."""

NEAR_MISSES = r"""
i miss long walks
did you miss work ?
[doctor] well , let's see
[doctor] so , may i take a look
[patient] may , i think
it is sharp , not dull
the cross on the wall
a joy to see
by grant of the board
positive patrick test
the circle of willis
hey dragon , show me the x-ray
jog for joy and walk for health
a frank discussion , then a plan
she will walk , and he may run
thank you so much , doc
okay , honey , sit down
hi there , come in
this is great , thanks
this is small , maybe 2 cm
a green stool , brown urine
dr is in, mr so
"""


@pytest.mark.parametrize(("entity", "marked"), hits(HITS))
def test_a_name_in_lower_case_is_masked_whole(entity: str, marked: str) -> None:
    wanted, seen, entities = masked(marked)
    assert seen == wanted
    assert entity in entities


@pytest.mark.parametrize("text", misses(NEAR_MISSES))
def test_an_everyday_word_stays_one(text: str) -> None:
    wanted, seen, _ = masked(text)
    assert seen == wanted
