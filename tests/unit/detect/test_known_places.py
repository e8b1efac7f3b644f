import json

import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.known_places import mentions, places
from extproc.detect.recognizer import Candidate, Tier
from tests.support.words import found_in, small_engine

HERE = small_engine()._rules.lexicon


def again(known: str, text: str, tier: Tier = Tier.STRUCTURED, entity: E = E.GEO) -> list[str]:
    sought = places([(Candidate(0, len(known), entity, tier, "x"), known)], HERE)
    return [text[one.start : one.end] for one in mentions(text, sought)]


@pytest.mark.parametrize(
    ("known", "text", "expected"),
    [
        ("9 Plover Way", "lives at 9 plover way now", ["9 plover way"]),
        ("Zorbury", "in ZORBURY and zorbury's inn", ["ZORBURY", "zorbury"]),
        ("Plover Ridge Clinic", "at Plover Ridge, Clinic B", ["Plover Ridge, Clinic"]),
        ("Reading", "she is reading", []),
        ("WA", "WA or OR", []),
        ("98052", "98052", []),
    ],
)
def test_an_address_is_found_again_and_an_everyday_word_is_not(known: str, text: str, expected: list[str]) -> None:
    assert again(known, text) == expected


def test_only_what_a_structure_names_is_looked_for() -> None:
    assert again("Zorbury", "zorbury", tier=Tier.CUED) == []
    assert again("Zorbury", "zorbury", entity=E.NAME) == []


def test_a_place_of_one_passage_is_found_in_another() -> None:
    bundle = json.dumps({"resourceType": "Patient", "address": [{"line": ["9 Plover Way"], "city": "Zorbury"}]})
    assert found_in([(bundle, ""), ("moved from zorbury, 9 plover way", "")])[1] == [
        (E.GEO, "zorbury, 9 plover way"),
    ]
