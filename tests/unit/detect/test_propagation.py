"""Found once, found everywhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extproc.detect import lexicon as lex
from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Known, Passage
from extproc.detect.propagation import _CODE, _FEW, _WORD, _whole, again, sought
from extproc.sealed import Sealed
from tests.support.words import found, found_in, small_engine

WORDS = {"anna": lex.FIRST, "long": lex.LAST | lex.COMMON, "wilson": lex.LAST | lex.EPONYM, "mrs": lex.COMMON}


def texts(text: str, *names: str) -> list[str]:
    looked_for = sought([(E.NAME, name) for name in names], WORDS)
    return [text[c.start : c.end] for c in again(text, looked_for)]


def test_a_name_of_one_passage_is_found_in_the_others_in_parts_and_any_case() -> None:
    _, second, third = found_in([("Dr. Xanthopo Qorbani", ""), ("QORBANI's notes", ""), ("ask xanthopo", "")])
    assert second == [(E.NAME, "QORBANI")]
    assert third == [(E.NAME, "xanthopo")]


def test_a_later_passage_tells_an_earlier_one() -> None:
    first, _ = found_in([("Qorbani was late", ""), ("My name is Qorbani", "")])
    assert first == [(E.NAME, "Qorbani")]


def test_a_part_that_is_a_common_word_counts_with_a_capital_or_behind_another_part() -> None:
    assert texts("Long ago a long walk with anna long", "Anna Long") == ["Long", "anna", "long"]


def test_an_eponym_in_a_note_about_its_namesake_stays() -> None:
    assert texts("Wilson has no Wilson's disease", "Wilson") == ["Wilson"]


def test_a_name_within_a_word_is_not_that_name() -> None:
    assert texts("Annapolis and Hannah", "Anna") == []


def test_a_number_found_by_a_cue_is_found_without_it() -> None:
    assert found_in([("MRN 00482913", ""), ("again 00482913, not 100482913", "")])[1] == [(E.MRN, "00482913")]


def test_nothing_found_is_nothing_known() -> None:
    assert not sought([], WORDS)
    assert found("nothing here") == []


@pytest.mark.parametrize(
    ("entity", "text", "later", "values"),
    [
        (E.NAME, "Xanthopo Qorbani", "xanthopo and QORBANI's notes", ["xanthopo", "QORBANI"]),
        (E.NAME, r"Xanth\u00f3po", "Xanthópo slept", ["Xanthópo"]),
        (E.NAME, "Anna Long", "a long walk. Long slept", ["Long"]),
        (E.MRN, "00482913", "again 00482913, not 100482913", ["00482913"]),
        (E.DATE, "2023-04-12", "5 mg", []),
    ],
)
def test_what_is_known_from_elsewhere_is_found_as_if_it_stood_here(
    entity: E, text: str, later: str, values: list[str]
) -> None:
    (findings,) = small_engine().find([Passage(Sealed(later))], [Known(entity, Sealed(text))])
    assert [later[f.span.start : f.span.end] for f in findings] == values
    assert all(f.entity is entity for f in findings)


def test_a_window_with_the_findings_before_it_reads_as_the_whole_text() -> None:
    first, second = "Dr. Xanthopo Qorbani, MRN 00482913, came.", "Later qorbani asked for 00482913."
    before, whole = small_engine().find([Passage(Sealed(first)), Passage(Sealed(second))])
    known = [Known(f.entity, Sealed(first[f.span.start : f.span.end])) for f in before]
    assert small_engine().find([Passage(Sealed(second))], known) == (whole,)
    assert len(whole) == 2


TOKENS = st.lists(st.sampled_from(["ab", "a", "'", "-", ".", "b", "1", " ", "abab", "_"]), max_size=12).map("".join)
MANY = frozenset(f"{'q' * n}x" for n in range(1, _FEW + 2))


@given(TOKENS, TOKENS)
def test_few_words_are_found_where_many_are(text: str, words: str) -> None:
    """Few are looked for one by one, many by reading each token of the text."""
    text = text + " " * (_FEW * _FEW)
    for token in (_WORD, _CODE):
        few = frozenset(token.findall(words)[:_FEW])
        assert list(_whole(token, text, few)) == list(_whole(token, text, few | MANY))


@given(TOKENS)
def test_a_token_begins_where_the_one_before_it_ended(text: str) -> None:
    """So a token is the same wherever the search for it begins."""
    for token, plain in ((_WORD, r"[A-Za-z]+(?:'[A-Za-z]{2,})*"), (_CODE, r"[A-Za-z0-9]+(?:[-_./][A-Za-z0-9]+)*")):
        assert token.findall(text) == re.findall(plain, text)
