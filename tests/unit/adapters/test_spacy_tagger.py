"""The adapter to spaCy, on a real pipeline of patterns, which is one without weights. Skipped where spaCy is not."""

from pathlib import Path

import pytest

pytest.importorskip("spacy")

import spacy

from extproc.adapters.spacy_tagger import WINDOW_CHARS, SpacyTagger, load_spacy
from extproc.config import Detect
from extproc.detect.entities import EntityType as E
from extproc.detect.learned import Mode
from extproc.errors import Misconfigured

PATTERNS = [
    {"label": "PERSON", "pattern": "Martha Collins"},
    {"label": "PERSON", "pattern": "Martha"},
    {"label": "PERSON", "pattern": [{"LOWER": "emily"}, {"LOWER": "johnson"}]},
    {"label": "GPE", "pattern": "Springfield"},
    {"label": "DATE", "pattern": "yesterday"},
]


def model(directory: Path, patterns: list[dict[str, object]]) -> str:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns(patterns)
    directory.mkdir(exist_ok=True)
    pipeline.to_disk(directory / "model")
    return str(directory / "model")


@pytest.fixture
def tagger(tmp_path: Path) -> SpacyTagger:
    return load_spacy(model(tmp_path, PATTERNS))


def found(tagger: SpacyTagger, text: str) -> list[tuple[str, E]]:
    return [(text[tag.start : tag.end], tag.entity) for tag in tagger.tag([text], Mode.BALANCED)[0]]


def test_its_entities_are_ours_and_what_identifies_nobody_is_left(tagger: SpacyTagger) -> None:
    text = "yesterday 😀 Martha Collins went to Springfield"
    assert found(tagger, text) == [("Martha Collins", E.NAME), ("Springfield", E.GEO)]


@pytest.mark.parametrize("text", ["", "\x00", "\ud800", "x" * 30_000, " " * 30_000])
def test_any_text_is_answered(tagger: SpacyTagger, text: str) -> None:
    assert found(tagger, text) == []


def test_a_name_at_the_end_of_a_window_is_found_once_and_whole(tagger: SpacyTagger) -> None:
    for before in range(WINDOW_CHARS - 20, WINDOW_CHARS + 20, 5):
        assert found(tagger, "x " * (before // 2) + "Martha Collins " + "x " * 300) == [("Martha Collins", E.NAME)]


def test_a_model_with_a_label_that_is_not_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="DISEASE"):
        load_spacy(model(tmp_path, [*PATTERNS, {"label": "DISEASE", "pattern": "flu"}]))


@pytest.mark.parametrize("name", ["no_such_package", "./no/such/directory"])
def test_a_model_that_is_not_there_is_said(name: str) -> None:
    with pytest.raises(Misconfigured, match="spaCy cannot load"):
        load_spacy(name)


def test_a_model_that_finds_no_name_is_no_tier(tmp_path: Path) -> None:
    from extproc.adapters.taggers import tagger_of

    good, bad = (model(tmp_path / kind, rows) for kind, rows in (("good", PATTERNS), ("bad", PATTERNS[3:])))
    tagger = tagger_of(Detect(mode="strict", learned="spacy", model=good))
    assert tagger is not None
    assert tagger.name == "spacy"
    with pytest.raises(Misconfigured, match="finds no name"):
        tagger_of(Detect(mode="strict", learned="spacy", model=bad))
