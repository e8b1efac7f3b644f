"""Tables of places."""

import pytest

from extproc.payload.part import Role, Spot
from extproc.payload.schema import UNKNOWN, Number, Ordinal, Running, Speaker, Text, schema, words

TEXT = Text()
SHAPE = schema(
    {
        "/list/*/role": Speaker({"user": Role.USER}),
        "/list/*/text": TEXT,
        "/list/*/index": Ordinal(),
        "/free/**": TEXT,
        "/delta/?": Running(Spot.STRUCTURE),
        "/delta/inner/known": Number(),
        "/both": TEXT,
        "/both/*": Number(),
    }
)


def test_a_row_is_found_by_its_path() -> None:
    item = SHAPE.member("list").item
    assert item.pattern == "/list/*"
    assert item.member("text").rule is TEXT
    assert item.member("text").pattern == "/list/*/text"


def test_what_is_not_in_the_table_is_unknown_and_names_no_name() -> None:
    below = SHAPE.member("list").item.member("Jane Example")
    assert (below.pattern, below.rule, below.free) == ("/list/*/?", UNKNOWN, True)
    assert below.member("anything").item is below


def test_a_free_form_place_is_free_all_the_way_down() -> None:
    free = SHAPE.member("free")
    assert (free.pattern, free.free) == ("/free/**", True)
    assert free.member("x").item.member("y") is free


def test_a_row_for_the_unknown_holds_below_its_place_too() -> None:
    delta = SHAPE.member("delta")
    assert delta.member("new").rule == Running(Spot.STRUCTURE)
    assert delta.member("inner").member("new").rule == Running(Spot.STRUCTURE)
    assert delta.member("inner").member("new").pattern == "/delta/inner/?"
    assert delta.member("inner").member("known").rule == Number()
    assert SHAPE.member("new").rule == UNKNOWN


def test_a_place_may_be_a_value_or_a_list() -> None:
    assert SHAPE.member("both").rule is TEXT
    assert SHAPE.member("both").item.rule == Number()


def test_an_object_knows_which_member_says_who_speaks_and_which_numbers_it() -> None:
    item = SHAPE.member("list").item
    assert (item.speaker, item.ordinal) == ("role", "index")
    assert (SHAPE.speaker, SHAPE.ordinal) == ("", "")
    assert item.role("user") is Role.USER
    assert item.role("Jane Example") is Role.NONE
    assert item.role(None) is None


def test_only_a_places_own_words_are_exempt() -> None:
    assert words("auto", "none") == Text(Spot.STRUCTURE, frozenset({"auto", "none"}))
    assert Text().words == frozenset()


@pytest.mark.parametrize("raw", ["0", "9999", "-9999", "0.123456", "1.2000000476837158", "9999.5", "1e-9", "1e300"])
def test_a_setting_is_the_api_s_own(raw: str) -> None:
    assert Number().own(raw)


@pytest.mark.parametrize(
    "raw", ["10000", "-12345", "219099999", "219099999.0", "2.19099999e8", "2.1909E4", "1" * 5000, "21909.5"]
)
def test_a_number_that_could_be_an_identifier_is_none(raw: str) -> None:
    assert not Number().own(raw)


@pytest.mark.parametrize(("raw", "own"), [("128000", True), ("128000.0", False), ("128001", False), ("1.28e5", True)])
def test_a_place_may_take_greater_numbers_if_they_are_whole(raw: str, own: bool) -> None:
    assert Number(128_000).own(raw) is own


def test_a_string_where_only_members_are_known_is_read_like_its_unknown_neighbours() -> None:
    assert SHAPE.member("delta").member("inner").rule == Running(Spot.STRUCTURE)
    assert SHAPE.member("list").rule is UNKNOWN
