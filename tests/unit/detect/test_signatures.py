# ruff: noqa: E501 - a line of a table is one case
"""Names before a degree, and initials."""

import pytest

from tests.support.marked import hits, masked, misses

HITS = r"""
NAME | per [[J. Smith]], RN
NAME | [[J Smith]] RN
NAME | [[John Smith]], MD
NAME | [[John Smith]] MD, PhD
NAME | [[Jane Roe]], RN, BSN
NAME | [[Roe]], PA-C
NAME | [[Kowalczyk]], MD
NAME | [[KOWALCZYK]], MD
NAME | [[T. Nguyen]], DO
NAME | seen by [[Nguyen]], NP
NAME | Dictated by: [[Jane Roe]], MD
NAME | Pt: [[J.R.]]
NAME | initials [[J.R.]]
NAME | [[O'Connor]], MD
NAME | patient [[M.S.]] reports
NAME | [[A.B.]], a 45-year-old
NAME | Provider: [[Jane Roe]], NP
"""
"""Names of the individual, of relatives, employers and household members: 45 CFR 164.514(b)(2)(i)(A). The rule hides them; who signed is masked too, since a free text does not say whose relative signs."""

NEAR_MISSES = r"""
Charge, RN
Ortho, PA
reviewed by GI, MD
Discharge, PT and OT
Speech, OT, PT
Left shoulder, PT
patient U.S. born
pt P.O. intake
given P.M. dose
initials pending
the A.M. 5 year plan
"""


@pytest.mark.parametrize(("entity", "marked"), hits(HITS))
def test_a_name_before_a_degree_is_masked_whole_and_nothing_beside_it(entity: str, marked: str) -> None:
    wanted, seen, entities = masked(marked)
    assert seen == wanted
    assert entity in entities


@pytest.mark.parametrize("text", misses(NEAR_MISSES))
def test_what_only_looks_like_a_name_before_a_degree_keeps_every_character(text: str) -> None:
    wanted, seen, _ = masked(text)
    assert seen == wanted
