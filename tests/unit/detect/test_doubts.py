"""What a learned tagger is not believed."""

import pytest

from extproc.detect.doubts import doubted
from extproc.detect.entities import EntityType as E
from extproc.detect.lexicon import build
from tests.support.words import GAZETTEER

LEXICON = build(GAZETTEER)


def is_doubted(text: str, span: str, entity: E) -> bool:
    at = text.index(span)
    return doubted(text, at, at + len(span), entity, LEXICON)


@pytest.mark.parametrize(
    ("text", "span", "entity"),
    [
        ("started on warfarin", "warfarin", E.NAME),
        ("a history of bipolar", "history", E.NAME),
        ("known Alzheimer disease", "Alzheimer", E.NAME),
        ("signs of Wilson disease", "Wilson", E.NAME),
        ("Chaddock reflex present", "Chaddock", E.NAME),
        ("on Rivaroxaban daily", "Rivaroxaban", E.NAME),
        ("HAS-BLED is 3", "HAS-BLED", E.GEO),
        ("eats at Wendy's.", "Wendy's", E.NAME),
        ("Wilson IV, thick", "Wilson", E.NAME),
        ("DAS28 of 3", "DAS28", E.GEO),
        ("CHA2DS2 of 3", "CHA2DS2", E.LICENSE),
        ("room 501", "501", E.GEO),
        ("room 501", "501", E.NAME),
        ("a line - here", "-", E.SSN),
        ("moved from Ohio", "Ohio", E.GEO),
        ("moved from the United Kingdom", "the United Kingdom", E.GEO),
        ("lived in Kenya and Ghana", "Kenya and Ghana", E.GEO),
        ("covered with Mepilex", "Mepilex", E.NAME),
        ("a switch to Breztri", "Breztri", E.NAME),
        ("the UDI of it", "UDI", E.NAME),
        ("uses ML-KEM here", "ML-KEM", E.NAME),
        ("Ferriman-Gallwey 12", "Ferriman-Gallwey", E.NAME),
        ("Guy with a line", "Guy", E.NAME),
        ("Sunny side up", "Sunny", E.NAME),
        ("Santa Claus parade", "Santa", E.GEO),
        ("in Room 302 now", "Room 302", E.GEO),
    ],
)
def test_words_drugs_scores_and_codes_without_digits_are_doubted(text: str, span: str, entity: E) -> None:
    assert is_doubted(text, span, entity)


@pytest.mark.parametrize(
    ("text", "span", "entity"),
    [
        ("We met Oluwaseun today", "Oluwaseun", E.NAME),
        ("We met Martha Long today", "Martha Long", E.NAME),
        ("Will was here", "Will", E.NAME),
        ("Sunny denies pain", "Sunny", E.NAME),
        ("SEEN BY LITO TODAY", "LITO", E.NAME),
        ("Room 302, Boise", "Room 302, Boise", E.GEO),
        ("Martha test was negative", "Martha", E.NAME),
        ("of Wilson, a teacher", "Wilson", E.NAME),
        ("from Boise", "Boise", E.GEO),
        ("from Boise, Idaho", "Boise, Idaho", E.GEO),
        ("from New York", "New York", E.GEO),
        ("Ohio 43004", "Ohio 43004", E.GEO),
        ("at 12 Water Street", "12 Water Street", E.GEO),
        ("code 75011", "75011", E.GEO),
        ("call 555-0142", "555-0142", E.PHONE),
        ("passport X1234567", "X1234567", E.OTHER_ID),
        ("a@example.org", "a@example.org", E.EMAIL),
    ],
)
def test_names_places_and_numbers_are_believed(text: str, span: str, entity: E) -> None:
    assert not is_doubted(text, span, entity)
