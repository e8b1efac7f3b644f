"""Whole corpora: reproducible, disjoint between the splits, and with every kind of identifier."""

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from bench.corpora import addresses, generate, names
from bench.corpora.fill import TemplateError
from bench.corpora.generate import Kind, Split, rows
from bench.corpora.lists import of_split, read, split_of
from bench.corpora.row import Row
from extproc.detect.entities import EntityType

ROOT = Path(__file__).parents[3]
WRONG = "Who is {nobody}?"


def well_formed(row: Row) -> bool:
    """Marks and neutral ranges are within the text, not empty, and overlap nothing."""
    ranges = sorted([(start, end) for start, end, _ in row.marks] + list(row.neutral))
    ends = [0, *(end for _, end in ranges)]
    return all(start < end <= len(row.text) for start, end in ranges) and all(
        before <= start for before, (start, _) in zip(ends, ranges, strict=False)
    )


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("split", Split)
def test_every_template_of_every_kind_parses(kind: Kind, split: Split) -> None:
    assert len(generate.templates(kind, split)) > 10


@pytest.mark.parametrize("kind", Kind)
def test_no_mark_is_empty_or_overlaps_another_with_and_without_noise(kind: Kind) -> None:
    for noise in (0.0, 1.0):
        assert all(well_formed(row) for row in rows(kind, Split.TEST, 5, 400, noise))


def test_clean_rows_have_no_marks() -> None:
    assert not any(row.marks for split in Split for row in rows(Kind.CLEAN, split, 3, 400))


def test_dialogues_in_small_letters_have_names_in_small_letters() -> None:
    low = [row for row in rows(Kind.DIALOGUE, Split.TEST, 5, 400, 0.0) if outside(row).islower()]
    assert len(low) > 100
    assert all(row.text == row.text.lower() for row in low)


def outside(row: Row) -> str:
    """What stands between the names."""
    names_in = [mark for mark in row.marks if mark.type is EntityType.NAME]
    starts = (0, *(mark.end for mark in names_in))
    ends = (*(mark.start for mark in names_in), len(row.text))
    return " ".join(row.text[start:end] for start, end in zip(starts, ends, strict=True))


def test_every_entity_type_occurs_in_the_test_split() -> None:
    seen = {mark.type for kind in Kind for row in rows(kind, Split.TEST, 11, 600) for mark in row.marks}
    assert seen == set(EntityType)


def test_fewer_rows_are_a_prefix_of_more_and_another_seed_gives_others() -> None:
    some = [row.text for row in rows(Kind.QUERIES, Split.TRAIN, 7, 50)]
    assert some == [row.text for row in islice(rows(Kind.QUERIES, Split.TRAIN, 7, 5000), 50)]
    assert some != [row.text for row in rows(Kind.QUERIES, Split.TRAIN, 8, 50)]


def test_another_process_with_another_hash_seed_writes_the_same_rows() -> None:
    command = [sys.executable, "-m", "bench.corpora", "--kind=notes", "--split=test", "--seed=7", "--rows=20"]
    one, two = (
        subprocess.run(
            command, cwd=ROOT, env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}, capture_output=True, check=True
        )
        for seed in ("1", "2")
    )
    here = [row.to_json() for row in rows(Kind.NOTES, Split.TEST, 7, 20)]
    assert one.stdout == two.stdout
    assert one.stdout.decode().splitlines() == here


def test_a_row_is_one_line_of_json_with_spans_and_neutral_ranges() -> None:
    for row in rows(Kind.FORMS, Split.TRAIN, 1, 50):
        line = row.to_json()
        assert "\n" not in line
        document = json.loads(line)
        assert set(document) == {"id", "text", "spans", "neutral"}
        assert document["text"] == row.text
        assert [(s["start"], s["end"], s["type"]) for s in document["spans"]] == [tuple(mark) for mark in row.marks]


def test_train_and_test_share_no_name() -> None:
    for tradition in names.traditions():
        words = {
            split: {
                word
                for gender in names.tradition(tradition, split).genders
                for word in (*gender.given, *gender.family, *gender.patronymic)
            }
            for split in Split
        }
        assert not words[Split.TRAIN] & words[Split.TEST]


def test_train_and_test_share_no_place_even_across_countries() -> None:
    places = {
        split: {
            word.partition(":")[0]
            for name in addresses.countries()
            for country in (addresses.country(name, split),)
            for word in (*country.cities, *country.streets, *country.facilities, *country.saints, *country.founders)
        }
        for split in Split
    }
    assert not places[Split.TRAIN] & places[Split.TEST]


def test_train_and_test_share_no_template() -> None:
    for kind in Kind:
        lines = (generate.TEMPLATES / f"{kind}.txt").read_text("utf-8").splitlines()
        assert not set(of_split(lines, Split.TRAIN)) & set(of_split(lines, Split.TEST))


@pytest.mark.parametrize("word", ["José", "O'Brien", "Al-Hashimi", "Müller"])
def test_the_split_of_a_word_does_not_hang_on_accents_case_or_punctuation(word: str) -> None:
    plain = word.translate(str.maketrans("éü", "eu", "'-")).upper()
    assert split_of(word) is split_of(plain)


@pytest.mark.parametrize("tradition", names.traditions())
@pytest.mark.parametrize("split", Split)
def test_a_tradition_has_enough_names_in_each_split(tradition: str, split: Split) -> None:
    found = names.tradition(tradition, split)
    for gender in found.genders:
        assert len(gender.given) >= 12
        assert len(gender.family) >= 10
        assert gender.forms
    assert len(found.native_given) >= 3 or not found.native_forms
    assert len(found.native_family) >= 3 or not found.native_forms


@pytest.mark.parametrize("name", addresses.countries())
@pytest.mark.parametrize("split", Split)
def test_a_country_has_enough_places_in_each_split(name: str, split: Split) -> None:
    country = addresses.country(name, split)
    assert len(country.cities) >= 8
    assert len(country.streets) >= 5
    assert country.plain_forms or all(":" in city for city in country.cities)
    assert country.facility_forms


def test_there_are_sixteen_traditions_and_twenty_countries() -> None:
    assert len(names.traditions()) >= 16
    assert len(addresses.countries()) >= 20


def test_sentences_draw_every_tradition_about_evenly() -> None:
    traditions, countries = generate.mix(Kind.SENTENCES)
    assert traditions == names.traditions()
    assert countries == addresses.countries()


def test_a_kind_without_templates_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "TEMPLATES", tmp_path)
    generate.templates.cache_clear()
    with pytest.raises(FileNotFoundError):
        list(rows(Kind.QUERIES, Split.TRAIN, 1, 1))
    (tmp_path / "queries.txt").write_text("# nobody\n" + WRONG, "utf-8")
    with pytest.raises(TemplateError, match=r"queries\.txt: no such slot: \{nobody\}"):
        generate.templates(Kind.QUERIES, split_of(WRONG))
    with pytest.raises(TemplateError, match="no template"):
        generate.templates(Kind.QUERIES, Split.TEST if split_of(WRONG) is Split.TRAIN else Split.TRAIN)
    generate.templates.cache_clear()


def test_lists_are_read_by_section_and_counts() -> None:
    calendar = read("words", "calendar")
    assert calendar["months"][0] == "January"
    assert calendar["spanish forms"] == ("{d} de {month} de {y}",) * 2 + ("{d} de {month}", "{d} {month} {y}")
