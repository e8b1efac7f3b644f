import pytest

from extproc.detect.entities import EntityType as E
from extproc.mask.plan import Scheme
from extproc.mask.surrogates import LOOKALIKE, Surrogates, begun, canonical, derived, normalised, possessive
from extproc.sealed import Sealed
from tests.support.masking import KEY


@pytest.fixture
def numbered() -> Surrogates:
    return Surrogates(Scheme.NUMBERED, KEY)


def keyed(index: str, key: bytes = KEY) -> Surrogates:
    return Surrogates(Scheme.KEYED, key, index)


def test_numbers_count_per_entity_in_order_of_issue(numbered: Surrogates) -> None:
    assert numbered.issue(E.NAME, "Maria Lopez") == "[NAME_1]"
    assert numbered.issue(E.MRN, "0001234") == "[MRN_1]"
    assert numbered.issue(E.NAME, "Wei Zhang") == "[NAME_2]"


@pytest.mark.parametrize("again", ["MARIA LOPEZ", "maria  lopez", " Maria\nLopez", "Maria Lopez's", "Maria Lopez’s"])
def test_one_value_keeps_its_surrogate_however_it_is_written(numbered: Surrogates, again: str) -> None:
    numbered.issue(E.NAME, "Maria Lopez")
    assert numbered.issue(E.NAME, again) == "[NAME_1]"


def test_one_text_is_two_values_under_two_entities(numbered: Surrogates) -> None:
    assert numbered.issue(E.MRN, "0001234") != numbered.issue(E.ACCOUNT, "0001234")


def test_a_surrogate_leads_back_to_the_first_writing_without_its_possessive(numbered: Surrogates) -> None:
    numbered.issue(E.NAME, "Lopez's")
    numbered.issue(E.NAME, "LOPEZ")
    assert numbered.original("[NAME_1]") == (E.NAME, Sealed("Lopez"))


@pytest.mark.parametrize("other", ["[NAME_2]", "[NAME_10]", "[MRN_1]", "[name_1]", "NAME_1", ""])
def test_only_what_was_issued_leads_back(numbered: Surrogates, other: str) -> None:
    numbered.issue(E.NAME, "Maria Lopez")
    assert numbered.original(other) is None


def test_the_tenth_is_not_the_first(numbered: Surrogates) -> None:
    for number in range(1, 12):
        numbered.issue(E.PHONE, f"555-01{number:02}")
    assert numbered.original("[PHONE_1]") == (E.PHONE, Sealed("555-0101"))
    assert numbered.original("[PHONE_10]") == (E.PHONE, Sealed("555-0110"))


def test_a_part_of_a_name_shares_its_number_and_has_a_form_of_its_own(numbered: Surrogates) -> None:
    assert numbered.issue(E.NAME, "Maria Lopez") == "[NAME_1]"
    assert numbered.issue(E.NAME, "Lopez") == "[NAME_1_2]"
    assert numbered.issue(E.NAME, "Maria") == "[NAME_1_3]"
    assert numbered.issue(E.NAME, "Lopez, Maria") == "[NAME_1_4]"
    assert numbered.issue(E.NAME, "Wei Zhang") == "[NAME_2]"


@pytest.mark.parametrize("form", ["Maria Lopez", "Lopez", "Maria", "Lopez, Maria"])
def test_every_form_leads_back_to_itself(numbered: Surrogates, form: str) -> None:
    for other in ("Maria Lopez", "Lopez", "Maria", "Lopez, Maria"):
        numbered.issue(E.NAME, other)
    assert numbered.original(numbered.issue(E.NAME, form)) == (E.NAME, Sealed(form))


@pytest.mark.parametrize("again", ["LOPEZ", "Lopez's", " lopez\n", "Lopez’s"])
def test_one_form_keeps_its_surrogate_however_it_is_written(numbered: Surrogates, again: str) -> None:
    numbered.issue(E.NAME, "Maria Lopez")
    numbered.issue(E.NAME, "Lopez")
    assert numbered.issue(E.NAME, again) == "[NAME_1_2]"
    assert numbered.original("[NAME_1_2]") == (E.NAME, Sealed("Lopez"))


@pytest.mark.parametrize("other", ["Ana Lopez", "M. Lopez", "Dr. Lopez", "Lopezz", "Mar", "M.", "Maria E. Lopez"])
def test_what_is_no_part_of_a_name_is_another(numbered: Surrogates, other: str) -> None:
    numbered.issue(E.NAME, "Maria Lopez")
    assert numbered.issue(E.NAME, other) == "[NAME_2]"


@pytest.mark.parametrize("order", [1, -1])
def test_a_part_of_two_names_is_neither_wherever_it_stands(numbered: Surrogates, order: int) -> None:
    numbered.know(["Maria Lopez", "Juan Lopez's", "Wei"][::order])
    assert numbered.issue(E.NAME, "Maria Lopez") == "[NAME_1]"
    assert numbered.issue(E.NAME, "Lopez") == "[NAME_2]"
    assert numbered.issue(E.NAME, "Juan Lopez") == "[NAME_3]"
    assert numbered.issue(E.NAME, "Juan") == "[NAME_3_2]"


def test_a_part_before_its_full_name_takes_that_names_number(numbered: Surrogates) -> None:
    numbered.know(["Wei Zhang", "Maria Lopez"])
    assert numbered.issue(E.NAME, "Lopez") == "[NAME_1_2]"
    assert numbered.original("[NAME_1]") is None
    assert numbered.issue(E.NAME, "Maria Lopez") == "[NAME_1]"
    assert numbered.issue(E.NAME, "Wei Zhang") == "[NAME_2]"


def test_names_that_differ_in_a_middle_initial_are_two_people(numbered: Surrogates) -> None:
    names = ["Maria E. Lopez", "Maria A. Lopez", "Maria Lopez", "Maria Elena Lopez"]
    numbered.know(names)
    assert [numbered.issue(E.NAME, name) for name in names] == ["[NAME_1]", "[NAME_2]", "[NAME_3]", "[NAME_4]"]
    assert numbered.issue(E.NAME, "Lopez") == "[NAME_5]"
    assert numbered.issue(E.NAME, "Elena") == "[NAME_4_2]"


def test_a_part_keeps_its_surrogate_when_it_becomes_ambiguous(numbered: Surrogates) -> None:
    numbered.issue(E.NAME, "Maria Lopez")
    assert numbered.issue(E.NAME, "Lopez") == "[NAME_1_2]"
    numbered.issue(E.NAME, "Juan Lopez")
    assert numbered.issue(E.NAME, "Lopez") == "[NAME_1_2]"


def test_a_name_with_more_than_ninety_nine_forms_goes_on_with_numbers(numbered: Surrogates) -> None:
    words = [f"{one}{other}" for one in "abcdefghij" for other in "abcdefghij"]
    numbered.issue(E.NAME, " ".join(words))
    issued = [numbered.issue(E.NAME, word) for word in words]
    assert issued[0] == "[NAME_1_2]"
    assert issued[97:] == ["[NAME_1_99]", "[NAME_2]", "[NAME_3]"]


@pytest.mark.parametrize("scheme", [Scheme.TAG, Scheme.KEYED])
def test_other_schemes_know_no_forms(scheme: Scheme) -> None:
    surrogates, plain = Surrogates(scheme, KEY), Surrogates(scheme, KEY)
    surrogates.know(["Maria Lopez"])
    assert surrogates.issue(E.NAME, "Lopez") == plain.issue(E.NAME, "Lopez")


def test_parts_of_other_entities_are_not_linked(numbered: Surrogates) -> None:
    numbered.issue(E.GEO, "12 Elm Street")
    assert numbered.issue(E.GEO, "Elm") == "[GEO_2]"


@pytest.mark.parametrize(
    "writing", ["[NAME_1]", "[name 1]", r"\[NAME\_1\]", "［Name-1］", "[NAME_1_2]", r"\[name\_1\_7\]"]
)
def test_numbers_in_the_callers_own_text_are_never_issued(writing: str) -> None:
    surrogates = Surrogates(Scheme.NUMBERED, KEY, reserved=["ok", f"write {writing} and [NAME_3]"])
    assert surrogates.original("[NAME_1]") is None
    assert [surrogates.issue(E.NAME, name) for name in ("Maria", "Juan")] == ["[NAME_2]", "[NAME_4]"]
    assert surrogates.issue(E.DATE, "2024-03-14") == "[DATE_1]"


def test_a_number_in_the_callers_own_text_has_no_forms_either() -> None:
    surrogates = Surrogates(Scheme.NUMBERED, KEY, reserved=["who is [NAME_1_2]?"])
    assert surrogates.issue(E.NAME, "Maria Lopez") == "[NAME_2]"
    assert surrogates.issue(E.NAME, "Lopez") == "[NAME_2_2]"
    assert surrogates.original("[NAME_1_2]") is None


def test_a_cover_of_a_new_value_never_leads_back(numbered: Surrogates) -> None:
    surrogate = numbered.cover(E.NAME, "Aisha Okafor")
    assert surrogate == "[NAME_1]"
    assert numbered.original(surrogate) is None


def test_a_cover_of_a_new_form_never_leads_back(numbered: Surrogates) -> None:
    numbered.issue(E.NAME, "Maria Lopez")
    assert numbered.cover(E.NAME, "Lopez") == "[NAME_1_2]"
    assert numbered.original("[NAME_1_2]") is None


def test_a_cover_of_the_requests_value_is_the_requests_surrogate(numbered: Surrogates) -> None:
    assert numbered.issue(E.NAME, "Maria Lopez") == numbered.cover(E.NAME, "maria lopez") == "[NAME_1]"
    assert numbered.original("[NAME_1]") is not None


def test_a_tag_says_the_type_and_nothing_leads_back() -> None:
    tags = Surrogates(Scheme.TAG, KEY)
    assert tags.issue(E.NAME, "Maria Lopez") == tags.issue(E.NAME, "Wei Zhang") == "[NAME]"
    assert tags.original("[NAME]") is None


def test_keyed_surrogates_are_equal_for_equal_values_of_one_index_only() -> None:
    surrogate = keyed("cardiology").issue(E.NAME, "Maria Lopez")
    assert surrogate == keyed("cardiology").issue(E.NAME, "maria lopez")
    assert surrogate.startswith("[NAME_")
    assert len(surrogate) == len("[NAME_0123456789abcdef]")
    others = [
        keyed("oncology").issue(E.NAME, "Maria Lopez"),
        keyed("cardiology", KEY[::-1]).issue(E.NAME, "Maria Lopez"),
        keyed("cardiology").issue(E.NAME, "Wei Zhang"),
        keyed("cardiology").issue(E.OTHER_ID, "Maria Lopez").replace("OTHER_ID", "NAME"),
    ]
    assert surrogate not in others


def test_keyed_surrogates_never_lead_back() -> None:
    surrogates = keyed("cardiology")
    assert surrogates.original(surrogates.issue(E.NAME, "Maria Lopez")) is None


def test_any_text_has_a_surrogate(numbered: Surrogates) -> None:
    assert numbered.issue(E.NAME, "\ud800") == "[NAME_1]"
    assert keyed("x").issue(E.NAME, "\ud800\x00")
    assert numbered.issue(E.NAME, "") == "[NAME_2]"


def test_surrogates_do_not_print_what_they_hold(numbered: Surrogates) -> None:
    numbered.issue(E.NAME, "Maria Lopez")
    assert "Lopez" not in f"{numbered} {numbered!r} {numbered.original('[NAME_1]')}"


@pytest.mark.parametrize(
    ("writing", "meant"),
    [
        ("[NAME_1]", "[NAME_1]"),
        ("[Name_1]", "[NAME_1]"),
        ("[HEALTH PLAN 12]", "[HEALTH_PLAN_12]"),
        (r"\[OTHER\_ID\_3\]", "[OTHER_ID_3]"),
        ("［name-1］", "[NAME_1]"),
        ("[NAME_1_2]", "[NAME_1_2]"),
        (r"\[Health\_Plan\_123456789\_12\]", "[HEALTH_PLAN_123456789_12]"),
        ("[name 1-2]", "[NAME_1_2]"),
    ],
)
def test_harmless_writings_are_read(writing: str, meant: str) -> None:
    match = LOOKALIKE.fullmatch(writing)
    assert match is not None
    assert canonical(match) == meant
    assert begun(writing[:-1]) == 0


@pytest.mark.parametrize(
    "text",
    [
        "[NAME]",
        "[NAME_01]",
        "[NAMES_1]",
        "[NAME_1",
        "(NAME_1)",
        "[NAME\u200b_1]",
        "[NAME_x]",
        "[NAME_1_02]",
        "[NAME_1_200]",
    ],
)
def test_other_texts_are_no_lookalikes(text: str) -> None:
    assert LOOKALIKE.search(text) is None


@pytest.mark.parametrize(
    ("text", "start"),
    [("a [NAM", 2), ("a [", 2), ("a \\[x", 2), ("[a [b", 3), ("a [1]", None), ("a [" + 40 * "b", None)],
)
def test_a_lookalike_begins_at_an_open_bracket(text: str, start: int | None) -> None:
    assert begun(text) == start


def test_possessive_endings_are_told_from_names() -> None:
    assert possessive("Lopez's") == ("Lopez", "'s")
    assert possessive("James'") == ("James", "'")
    assert possessive("O'Brien") == ("O'Brien", "")
    assert possessive("'s") == ("'s", "")
    assert normalised("ＭＡＲＩＡ") == "maria"


def test_a_short_key_is_a_bug() -> None:
    with pytest.raises(AssertionError):
        derived(b"short", "salt", "")


def test_a_keyed_surrogate_always_holds_a_letter_so_that_it_reads_as_no_number() -> None:
    surrogates = keyed("cardiology")
    issued = [surrogates.issue(E.MRN, str(number)) for number in range(20_000)]  # about ten begin with 16 digits
    assert not [one for one in issued if one.removeprefix("[MRN_").removesuffix("]").isdecimal()]
    assert len(set(issued)) == len(issued)
