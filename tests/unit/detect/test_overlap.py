"""Who keeps a character that several claim."""

from extproc.detect.entities import EntityType as E
from extproc.detect.overlap import resolve
from extproc.detect.recognizer import Candidate, Tier

TEXT = "Anna Smith, 12 Elm St, Boise and 219-09-9999 more words here"


def candidate(part: str, entity: E, tier: Tier) -> Candidate:
    start = TEXT.index(part)
    return Candidate(start, start + len(part), entity, tier, "test")


def resolved(*candidates: Candidate) -> list[tuple[E, str]]:
    return [(c.entity, TEXT[c.start : c.end]) for c in resolve(candidates, TEXT)]


def test_the_higher_tier_wins_whatever_the_length() -> None:
    short = candidate("219-09-9999", E.SSN, Tier.CUED)
    assert resolved(candidate("219-09-9999 more", E.PHONE, Tier.SHAPED), short)[0] == (E.SSN, "219-09-9999")


def test_of_equal_tiers_the_longer_wins() -> None:
    assert resolved(candidate("Elm", E.NAME, Tier.SHAPED), candidate("12 Elm St", E.GEO, Tier.SHAPED)) == [
        (E.GEO, "12 Elm St")
    ]


def test_of_equals_the_first_proposed_wins() -> None:
    assert resolved(candidate("Elm", E.GEO, Tier.CUED), candidate("Elm", E.NAME, Tier.CUED)) == [(E.GEO, "Elm")]


def test_what_the_winner_leaves_of_a_loser_stays_found() -> None:
    assert resolved(candidate("Smith, 12", E.NAME, Tier.LISTED), candidate("12 Elm", E.GEO, Tier.SHAPED)) == [
        (E.NAME, "Smith"),
        (E.GEO, "12 Elm"),
    ]


def test_marks_alone_do_not_stay() -> None:
    assert resolved(candidate("Smith,", E.NAME, Tier.LISTED), candidate("Smith", E.GEO, Tier.CUED)) == [
        (E.GEO, "Smith")
    ]


def test_neighbours_of_one_name_or_address_are_joined() -> None:
    assert resolved(candidate("Anna", E.NAME, Tier.LISTED), candidate("Smith", E.NAME, Tier.CUED)) == [
        (E.NAME, "Anna Smith")
    ]
    assert resolved(candidate("12 Elm St", E.GEO, Tier.SHAPED), candidate("Boise", E.GEO, Tier.LISTED)) == [
        (E.GEO, "12 Elm St, Boise")
    ]


def test_neighbours_of_two_kinds_or_with_words_between_are_not() -> None:
    assert len(resolved(candidate("Anna", E.NAME, Tier.LISTED), candidate("Boise", E.GEO, Tier.LISTED))) == 2
    assert len(resolved(candidate("Anna", E.NAME, Tier.LISTED), candidate("words", E.NAME, Tier.LISTED))) == 2
