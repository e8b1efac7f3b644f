"""Names over markup and around nicknames."""

import pytest

from tests.support.marked import hits, masked, misses

HITS = r"""
NAME | <b>[[Elena]]</b> <i>[[Markovic]]</i> needs it
NAME | **[[Dwayne]]** **[[Okoro]]**: chest CT
NAME | *[[Hassan]]* *[[Qureshi]]* - back pain
NAME | [[Robert]] "[[Bob]]" [[Tremaine]] is here
NAME | [[Margaret]] ("[[Peggy]]") [[O'Dowd]] called
NAME | [[Margaret]] ([[Maggie]]) [[Collins]] called
"""

NEAR_MISSES = r"""
**Bold** **Text** here
<b>Left</b> <i>Knee</i>
Left (Right) Hand
Aspirin ("Bayer") Tablets
**Note** **Well**
"""


@pytest.mark.parametrize(("entity", "marked"), hits(HITS))
def test_each_part_of_such_a_name_is_masked_and_nothing_between(entity: str, marked: str) -> None:
    wanted, seen, entities = masked(marked)
    assert seen == wanted
    assert entity in entities


@pytest.mark.parametrize("text", misses(NEAR_MISSES))
def test_other_words_in_markup_quotes_and_brackets_stay(text: str) -> None:
    wanted, seen, _ = masked(text)
    assert seen == wanted
