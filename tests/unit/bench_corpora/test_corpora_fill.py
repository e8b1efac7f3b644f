"""Templates: which slots there are, what they mark, and whose names numbers tie together."""

from random import Random

import pytest

from bench.corpora import addresses, names
from bench.corpora.fill import SLOTS, Scene, TemplateError, parse
from bench.corpora.lists import Split
from bench.corpora.row import Row, assemble
from extproc.detect.entities import EntityType as E

SOME = 200
UNMARKED = ("drug", "condition", "lab", "eponym", "title", "job", "age", "dose")
NEUTRAL_SLOTS = ("org", "country", "state", "year", "weekday")
MARKED = {
    E.NAME: ("name", "first", "last", "name1", "first2", "last3"),
    E.GEO: ("address", "street", "city", "zip", "facility"),
    E.DATE: ("date", "day", "moment"),
    E.AGE: ("age90",),
    E.PHONE: ("phone",),
    E.FAX: ("fax",),
    E.EMAIL: ("email",),
    E.URL: ("url",),
    E.IP: ("ip",),
    E.SSN: ("ssn",),
    E.MRN: ("mrn",),
    E.HEALTH_PLAN: ("plan",),
    E.ACCOUNT: ("account",),
    E.LICENSE: ("license",),
    E.VEHICLE: ("vehicle", "plate"),
    E.DEVICE: ("device",),
    E.BIOMETRIC: ("biometric",),
    E.PHOTO: ("photo",),
    E.OTHER_ID: ("other_id",),
}


def scene(seed: int, split: Split = Split.TRAIN) -> Scene:
    return Scene(Random(seed), split, names.traditions(), addresses.countries())


def filled(template: str, seed: int = 1) -> Row:
    return assemble("row", parse(template).fill(scene(seed)))


@pytest.mark.parametrize(("entity", "slot"), [(entity, slot) for entity, slots in MARKED.items() for slot in slots])
def test_an_identifier_slot_is_marked_and_nothing_around_it_is(entity: E, slot: str) -> None:
    for seed in range(SOME):
        row = filled(f"<< {{{slot}}} >>", seed)
        assert {mark.type for mark in row.marks} == {entity}
        covered = sorted([(mark.start, mark.end) for mark in row.marks] + list(row.neutral))
        assert covered[0][0] == 3
        assert covered[-1][1] == len(row.text) - 3
        assert all(start < end for start, end in covered)


@pytest.mark.parametrize("slot", NEUTRAL_SLOTS)
def test_a_company_a_country_and_a_year_are_neutral(slot: str) -> None:
    row = filled(f"({{{slot}}})")
    assert row.marks == ()
    assert row.neutral == ((1, len(row.text) - 1),)


@pytest.mark.parametrize("slot", UNMARKED)
def test_clinical_words_have_no_mark(slot: str) -> None:
    row = filled(f"a {{{slot}}}")
    assert (row.marks, row.neutral) == ((), ())
    assert len(row.text) > 2


def test_every_slot_is_in_one_of_these_tables() -> None:
    numbered = {slot.rstrip("0123456789") for slots in MARKED.values() for slot in slots if slot != "age90"}
    assert set(SLOTS) == numbered | {"age90", *NEUTRAL_SLOTS, *UNMARKED}


@pytest.mark.parametrize(
    "template",
    ["{nome}", "{Name}", "{date1}", "{age901}", "{drug2}", "a { b", "a } b", "{}", "{name", "{{name}", "{first name}"],
)
def test_an_unknown_slot_or_a_lone_brace_is_refused(template: str) -> None:
    with pytest.raises(TemplateError):
        parse(template)


def test_a_time_of_day_is_neutral_and_stands_only_behind_the_date_of_a_moment() -> None:
    for seed in range(SOME):
        timed = filled("{moment}", seed)
        (date,), ((start, end),) = timed.marks, timed.neutral
        assert (date.start, date.end, end) == (0, start, len(timed.text))
        assert ":" not in filled("{date}", seed).text


def test_the_places_of_a_row_are_in_one_country() -> None:
    for seed in range(SOME):
        row = scene(seed)
        assert row.country() is row.country()
        assert len({row.country().name for _ in range(20)}) == 1


def test_a_test_has_mostly_a_result_with_a_number_of_its_own_range() -> None:
    texts = [filled("{lab}", seed).text for seed in range(SOME)]
    valued = [text for text in texts if any(map(str.isdigit, text.removeprefix("CD4 count")))]
    assert SOME * 0.3 < len(valued) < SOME * 0.7
    for text in texts:
        if text.startswith("sodium "):
            assert 121 <= int(text.split()[1]) <= 150


def test_most_people_are_between_30_and_85_and_none_is_over_89() -> None:
    ages = [int(filled("{age}", seed).text) for seed in range(SOME)]
    assert max(ages) < 90
    assert sum(30 <= age <= 85 for age in ages) > SOME * 0.7
    assert any(age < 18 for age in ages)


def test_a_template_is_in_small_letters_when_nothing_between_its_slots_is_a_capital() -> None:
    assert parse("[doctor] hi {first}").in_small_letters
    assert not parse("[doctor] Hi {first}").in_small_letters
    assert not parse("{first}").in_small_letters


def test_braces_and_line_breaks_are_written_with_two_characters() -> None:
    assert filled(r'{{"a":\n"b"}}').text == '{"a":\n"b"}'


def test_a_number_ties_slots_to_one_person_and_none_ties_nothing() -> None:
    tied, free = 0, 0
    for seed in range(SOME):
        first, again = filled("{first1}|{first1}", seed).text.split("|")
        tied += first == again
        one, other = filled("{first}|{first}", seed).text.split("|")
        free += one != other
    assert tied == SOME
    assert free > SOME * 0.9


def test_the_parts_of_a_person_stand_in_a_full_name() -> None:
    for seed in range(SOME):
        given, family, full = filled("{first1}|{last1}|{name1}", seed).text.split("|")
        initials = {given[0].casefold(), family[0].casefold()}
        written = full.casefold()
        native = not full.isascii() and given.isascii()
        assert native or given.casefold() in written or family.casefold() in written or initials & set(written)


def test_a_given_and_a_family_name_side_by_side_are_one_mark() -> None:
    assert len(filled("{first1} {last1}").marks) == 1
    assert len(filled("{first1}, {last1}").marks) == 2
    assert len(filled("{first1}/{last1}").marks) == 2
    assert len(filled("{city} {zip}").marks) == 2


def test_a_title_is_outside_the_mark_of_a_name() -> None:
    row = filled("{title} {last}")
    assert row.text[: row.marks[0].start].strip() != ""
