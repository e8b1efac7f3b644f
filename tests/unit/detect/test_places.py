"""Geography below the state."""

import pytest

from extproc.detect.entities import EntityType as E
from tests.support.words import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("at 42 Example Street, Springfield, IL 62704.", "42 Example Street, Springfield, IL 62704"),
        ("at 123 N. Elm St Apt 4B today", "123 N. Elm St Apt 4B"),
        ("P.O. Box 100, thanks", "P.O. Box 100"),
        ("wohnt Musterstraße 12", "Musterstraße 12"),
        ("at 12 rue de la Paix", "12 rue de la Paix"),
        ("at Via Roma 12", "Via Roma 12"),
        ("residing in Fairfield, NJ, since", "Fairfield, NJ"),
        ("zip code 83702", "83702"),
        ("IL 62704", "IL 62704"),
        ("SW1A 1AA", "SW1A 1AA"),
        ("admitted to Mercy Hospital", "Mercy Hospital"),
        ("At Harborview Medical Center she", "Harborview Medical Center"),
        ("seen at St. Vincent's on", "St. Vincent's"),
        ("at St. Luke's Medical Center", "St. Luke's Medical Center"),
        ("the University of Springfield Hospital", "University of Springfield Hospital"),
        ("treated at Johns Hopkins", "Johns Hopkins"),
        ("was seen in Boise", "Boise"),
        ("Seattle has rain", "Seattle"),
        ("from New Orleans", "New Orleans"),
        ("moved to Nowhereville last", "Nowhereville"),
        ("in Reading, PA", "Reading, PA"),
        ("of Orange County", "Orange County"),
        ("lat: 43.61501", "43.61501"),
        ("Suite 200\nSpringfield\nUSA 62704", "Suite 200\nSpringfield\nUSA 62704"),
    ],
)
def test_a_place_below_the_state_is_found_whole(text: str, value: str) -> None:
    assert (E.GEO, value) in found(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("lives in Idaho", "a state may stay"),
        ("moved to France", "a country may stay"),
        ("Reading is fun, Mobile phones", "words that are also cities"),
        ("the hospital and our clinic", "no name"),
        ("Emergency Department", "no name"),
        ("referred to the Sleep Center", "what many are called"),
        ("Recommended Sleep Center", "nothing but common words"),
        ("20 mg Daily Dr", "a dose"),
        ("in Remission", "a word, not a place"),
        ("Male patient", "a word, not a capital"),
        ("Allergies: none. Pharmacy: none", "two sentences"),
        ("T2N1M0", "a staging, not a postal code"),
    ],
)
def test_what_is_no_place_below_the_state_is_left(text: str, reason: str) -> None:
    assert found(text) == [], reason


def test_a_facility_with_its_city_is_one_place() -> None:
    assert found("at Mercy Hospital in Boise for") == [(E.GEO, "Mercy Hospital in Boise")]


def test_common_words_before_a_facility_are_no_part_of_it() -> None:
    assert found("Follow Up At Mercy Hospital") == [(E.GEO, "Mercy Hospital")]
