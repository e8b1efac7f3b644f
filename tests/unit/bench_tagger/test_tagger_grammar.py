"""Templates put together from parts: every part exists, an end is reached, and what is of nobody names nobody."""

import re
from collections.abc import Iterator
from random import Random

import pytest

from bench.tagger import grammar
from bench.tagger.tables import Tables, table, tables
from bench.tagger.write import MARKED

SYMBOL = re.compile(r"<([^<>]*)>")
SLOT = re.compile(r"\{([A-Za-z_]+)\}")
FILES = ("speech.txt", "clinical.txt")


def below(rules: Tables, symbol: str, above: tuple[str, ...] = ()) -> Iterator[str]:
    """Every symbol that one leads to. Fails where a way leads back."""
    assert symbol not in above, f"{symbol} leads back to itself"
    yield symbol
    for entry in rules[symbol]:
        for following in SYMBOL.findall(entry):
            yield from below(rules, following, (*above, symbol))


def slots(rules: Tables, symbol: str) -> set[str]:
    reached = set(below(rules, symbol))
    return {slot.lower() for one in reached for entry in rules[one] for slot in SLOT.findall(entry)}


@pytest.mark.parametrize("file", FILES)
def test_every_symbol_has_a_heading_and_every_entry_says_something(file: str) -> None:
    rules = tables(file)
    named = {symbol for entries in rules.values() for entry in entries for symbol in SYMBOL.findall(entry)}
    assert named <= set(rules)
    assert all(entry.strip() for entries in rules.values() for entry in entries)


@pytest.mark.parametrize(("file", "start"), [("speech.txt", "exchange"), ("clinical.txt", "clean")])
def test_no_part_leads_back_to_itself(file: str, start: str) -> None:
    assert len(set(below(tables(file), start))) > 10


def test_every_heading_is_reached() -> None:
    speech, clinical = (tables(file) for file in FILES)
    assert set(speech) == set(below(speech, "exchange"))
    assert set(clinical) == {*below(clinical, "clean"), *below(clinical, "person")}


def test_texts_of_nobody_have_no_slot_for_a_name_or_a_place() -> None:
    assert not slots(tables("clinical.txt"), "clean") & set(MARKED)
    assert {"name", "first", "last", "city", "facility"} <= slots(tables("clinical.txt"), "person")


def test_what_is_made_has_no_part_left_to_replace() -> None:
    for make in (grammar.clinical, grammar.speech, grammar.transcript):
        made = "\n".join(make(Random(seed)) for seed in range(300))
        assert not set("<>~") & set(re.sub(r"C>T|AC > BC", "", made))


def test_the_same_seed_makes_the_same_template() -> None:
    for make in (grammar.clinical, grammar.speech, grammar.transcript):
        assert [make(Random(3)) for _ in range(2)] == [make(Random(3))] * 2


def test_sentences_that_are_written_begin_with_a_capital() -> None:
    assert grammar._written("i'm here. is it i? so be it", Random(1)) == "I'm here. Is it I? So be it"


def test_titles_are_spoken_in_a_transcript_and_speakers_hesitate_before_a_name() -> None:
    said = {grammar._spoken("ask {title} {last}, not {first}", Random(seed)) for seed in range(400)}
    assert "ask doctor {last}, not {first}" in said
    assert not any("{title}" in one for one in said)
    assert any("not um {first}" in one for one in said)


def test_names_beside_those_of_the_packages_are_each_a_name_once() -> None:
    for heading, names in tables("names.txt").items():
        assert len(set(names)) == len(names), heading
        assert all(name[0].isupper() for name in names)
    assert table("short names") == tables("names.txt")["short names"]
