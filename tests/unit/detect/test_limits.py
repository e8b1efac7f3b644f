import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Form
from extproc.detect.limits import Limits, merged, numbered, without
from extproc.detect.recognizer import Candidate, Tier
from extproc.detect.structures.marks import Numeral

TEXT = "code 8302-2, born 12345 or 67890 | Springfield, IL | end"


def candidate(part: str) -> Candidate:
    start = TEXT.index(part)
    return Candidate(start, start + len(part), E.GEO, Tier.CUED, "x")


def span(part: str) -> tuple[int, int]:
    return candidate(part)[:2]


def numeral(part: str, form: Form = Form.NUMBER) -> Numeral:
    return Numeral(*span(part), form)


def confined(limits: Limits, *parts: str) -> list[tuple[str, Form]]:
    found = limits.confined(map(candidate, parts), TEXT)
    return [(TEXT[one.start : one.end], form) for one, form in found]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("8302-2", []),
        ("8302", []),
        ("code 8302-2, born", [("code", Form.TEXT), ("born", Form.TEXT)]),
        ("2, born", [("born", Form.TEXT)]),
        ("born", [("born", Form.TEXT)]),
    ],
)
def test_no_finding_covers_a_kept_range(part: str, expected: list[tuple[str, Form]]) -> None:
    assert confined(Limits(kept=(span("8302-2"),)), part) == expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("234", [("12345", Form.NUMBER)]),
        ("12345 or 678", [("12345", Form.NUMBER), (" or ", Form.TEXT), ("67890", Form.ZERO)]),
        ("born 1", [("born ", Form.TEXT), ("12345", Form.NUMBER)]),
        ("end", [("end", Form.TEXT)]),
    ],
)
def test_a_number_is_masked_whole_or_not_at_all(part: str, expected: list[tuple[str, Form]]) -> None:
    assert confined(Limits(numerals=(numeral("12345"), numeral("67890", Form.ZERO))), part) == expected


def test_a_text_without_quotes_is_masked_in_part() -> None:
    limits = Limits(numerals=(numeral("12345 or 678", Form.PLAIN),))
    assert confined(limits, "45 or") == [("45 or", Form.PLAIN)]
    assert confined(limits, "born 1") == [("born ", Form.TEXT), ("1", Form.PLAIN)]


def test_two_findings_in_one_number_are_one() -> None:
    assert confined(Limits(numerals=(numeral("12345"),)), "123", "45") == [("12345", Form.NUMBER)]


def test_a_finding_ends_at_a_delimiter() -> None:
    limits = Limits(fences={"|,": ((0, len(TEXT)),)})
    assert confined(limits, "Springfield, IL | e") == [("Springfield", Form.TEXT), ("IL", Form.TEXT), ("e", Form.TEXT)]


def test_a_delimiter_outside_of_its_table_is_a_character_like_any_other() -> None:
    assert confined(Limits(fences={",": ((0, 14),)}), "Springfield, IL") == [("Springfield, IL", Form.TEXT)]


def test_candidates_within_a_kept_range_are_left_out() -> None:
    limits = Limits(kept=(span("8302-2"), span("12345")))
    found = list(map(candidate, ("8302", "born", "12345 or", "12345")))
    assert list(limits.outside(found)) == [found[1], found[2]]


def test_limits_of_a_text_behind_a_cue_move_with_it() -> None:
    limits = Limits((span("8302-2"),), (numeral("12345"),), {"|": ((0, 9),)}).before(5)
    assert limits == Limits(((0, 6),), (Numeral(13, 18),), {"|": ((-5, 4),)})


def test_ranges_are_put_in_order_and_together() -> None:
    assert merged([(5, 9), (1, 3), (2, 6), (9, 9)]) == ((1, 9),)
    assert numbered([Numeral(5, 9), Numeral(1, 3), Numeral(5, 9, Form.ZERO), Numeral(2, 4)]) == (
        Numeral(1, 3),
        Numeral(5, 9, Form.ZERO),
    )
    assert list(without(((2, 4), (6, 8)), 0, 10)) == [(0, 2), (4, 6), (8, 10)]
    assert list(without(((2, 4),), 2, 4)) == []
