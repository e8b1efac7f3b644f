"""Any texts: findings in order, inside them and apart, in code points of the text as it was given; in linear work."""

import os
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extproc.detect.entities import EntityType
from extproc.detect.finding import Known, Passage
from extproc.detect.selftest import PLANTED
from extproc.sealed import Sealed
from tests.support.hostile import TEXTS, UNITS
from tests.support.steps import lines_run
from tests.support.words import small_engine

_PIECES = (
    *UNITS,
    *(text for _, text, _ in PLANTED),
    "Anna",
    "Smith",
    "MRN",
    "May 5",
    "219-09-9999",
    "\U0001f600",
    "}",
    "]",
)
pieces = st.one_of(
    st.sampled_from(_PIECES),
    st.text(st.characters(codec=None), max_size=5),
    st.text("0123456789 -./:()@#", max_size=12),
)
texts = st.lists(pieces, max_size=25).map("".join)
labels = st.sampled_from(["", "mrn", "patientName", "family", "text"]) | st.text(st.characters(codec=None), max_size=8)
knowns = st.lists(st.builds(Known, st.sampled_from(EntityType), texts.map(Sealed)), max_size=3)


@given(st.lists(st.tuples(texts, labels), max_size=3), knowns)
def test_any_texts_are_answered_in_order_and_inside_them(
    given_texts: list[tuple[str, str]], known: list[Known]
) -> None:
    passages = [Passage(Sealed(text), Sealed(label)) for text, label in given_texts]
    for (text, _), findings in zip(given_texts, small_engine().find(passages, known), strict=True):
        assert all(left.span.end <= right.span.start for left, right in pairwise(findings))
        assert all(0 <= f.span.start < f.span.end <= len(text) for f in findings)
        assert all(0 < f.score_permille <= 1000 and f.recognizer for f in findings)


@given(texts)
def test_the_same_text_has_the_same_findings(text: str) -> None:
    first, second = small_engine().find([Passage(Sealed(text))] * 2)
    assert first == second
    assert (first,) == small_engine().find([Passage(Sealed(text))])


@given(texts, st.integers(1, 5))
def test_offsets_count_code_points_whatever_stands_before(text: str, wide: int) -> None:
    """Characters outside the first plane are two units in UTF-16 and four bytes in UTF-8, and one here."""
    whole = f"{text}\n\n" + "\U0001f600" * wide + "\nSSN: 219-09-9999"
    (findings,) = small_engine().find([Passage(Sealed(whole))])
    assert findings[-1].span.end == len(whole)


_LENGTH = 500_000 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 10_000
_HEAVIEST = (
    *("1", "Dr. ", "Smith ", "a@", "\\", " ", "\n", "\u200b", "e\u0301", ",", "MRN: ", "A", "3/14/2021 ", "[NAME_1]"),
    *(
        "\uff11\uff12",
        "\u05e9\u05dc\u05d5\u05dd ",
        "Sm\u0456th ",
        "\u0663\u0664 ",
        "nested brackets",
        "ever other names",
    ),
)


def work(text: str) -> int:
    return lines_run(lambda: small_engine().find([Passage(Sealed(text))]), "extproc")


@pytest.mark.parametrize("name", _HEAVIEST)
def test_a_megabyte_is_no_more_than_twice_the_work_of_half(name: str) -> None:
    half, whole = (work(TEXTS[name](length)) for length in (_LENGTH, 2 * _LENGTH))
    assert whole <= 2.2 * half + 200
