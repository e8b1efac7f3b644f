"""What an allowed text withdraws, and what it leaves."""

import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.own.allowances import Allowances, Allowed
from extproc.detect.recognizer import Candidate, Tier


def withdraws(text: str, value: str, *rows: Allowed, entity: E = E.GEO) -> bool:
    start = text.index(value)
    candidate = Candidate(start, start + len(value), entity, Tier.SHAPED, "x")
    return candidate in Allowances(rows).withdrawn(text)


MERCY = Allowed(texts=("Mercy Hospital",))


@pytest.mark.parametrize(
    ("text", "value", "gone"),
    [
        ("at Mercy Hospital now", "Mercy Hospital", True),
        ("at MERCY HOSPITAL now", "MERCY HOSPITAL", True),
        ("at Mercy Hospital now", "Mercy", True),
        ("at (Mercy Hospital) now", "(Mercy Hospital)", True),
        ("at Mercy Hospital, 12 Main Street", "Mercy Hospital, 12 Main Street", False),
        ("Ms. Mercy Jones", "Mercy", False),
        ("Mercy Hospitality", "Mercy", False),
    ],
)
def test_only_what_it_covers_whole_is_withdrawn(text: str, value: str, gone: bool) -> None:
    assert withdraws(text, value, MERCY) is gone


def test_two_neighbours_do_not_cover_together() -> None:
    assert not withdraws("North Wing", "North Wing", Allowed(texts=("North", "Wing")))


def test_a_shorter_text_that_begins_later_does_not_hide_a_longer_one() -> None:
    row = Allowed(texts=("north wing of mercy", "wing"))
    assert withdraws("north wing of mercy", "of mercy", row)


@pytest.mark.parametrize(
    ("text", "value", "gone"),
    [
        ("call 555-0100", "555-0100", True),
        ("call (555-0142)", "(555-0142)", True),
        ("call 555-01001", "555-0100", False),
        ("call 9555-0100", "555-0100", False),
        ("call 555-0200", "555-0200", False),
        ("call 555-0100 ext 12", "555-0100 ext 12", False),
    ],
)
def test_a_pattern_is_not_cut_out_of_a_longer_number(text: str, value: str, gone: bool) -> None:
    assert withdraws(text, value, Allowed(patterns=(r"555-01\d\d",)), entity=E.PHONE) is gone


def test_an_allowance_for_one_kind_leaves_the_others() -> None:
    row = Allowed(texts=("Hope",), entity=E.GEO)
    assert withdraws("Hope", "Hope", row, entity=E.GEO)
    assert not withdraws("Hope", "Hope", row, entity=E.NAME)


def test_a_candidate_of_marks_only_is_compared_as_it_is() -> None:
    assert not withdraws("Mercy Hospital --", "--", MERCY)


def test_nothing_allowed_is_false() -> None:
    assert not Allowances([Allowed()])
    assert Allowances([MERCY])
