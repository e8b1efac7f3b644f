"""What a record says of a person right behind the name."""

import pytest

from extproc.detect.person_data import is_numbered, on_record, unlisted_length
from extproc.detect.tokens import runs
from tests.support.marked import rules

NAME = "Otis Reed"


@pytest.mark.parametrize(
    "said",
    [
        ", 44F",
        ", 44 M, seen",
        " is a 45 y.o. male",
        " 8/F",
        ", DOB",
        " (MRN 1",
        ", 3/4/1980",
        ", F, seen",
        ", 45,",
        " (45)",
        ", G3P2",
    ],
)
def test_an_age_a_sex_a_birth_date_and_a_number_are_of_a_person(said: str) -> None:
    assert on_record(NAME + said, len(NAME))


@pytest.mark.parametrize("said", [" 11, pressure", ", 20 mg", " 45", ", a nurse", "", " Mfg", ", 5 of"])
def test_other_numbers_are_not(said: str) -> None:
    assert not on_record(NAME + said, len(NAME))


def test_a_number_and_a_comma_may_be_an_age() -> None:
    assert is_numbered(f"{NAME} 45, seen", len(NAME))
    assert not is_numbered(f"{NAME} 45 mg", len(NAME))


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Tsegaye Woldemariam, 44F", 2),
        ("Somsak Yodsakun takes it", 2),
        ("Tsegaye Woldemariam, a nurse", 0),
        ("Acute Cholecystitis, 44F", 0),
        ("Woldemariam, 44F", 0),
    ],
)
def test_words_of_no_list_are_a_name_before_a_persons_data(text: str, length: int) -> None:
    assert unlisted_length(text, runs(text, rules().lexicon, frozenset())[0], 0) == length
