"""What may be done to a text without hiding an identifier that is found in it.

A relation compares letters and digits that are masked, not findings: neighbours may join, and another recognizer may
win. Where a relation does not hold by design, its test says so.
"""

import json
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Known, Passage
from extproc.detect.selftest import PLANTED
from extproc.sealed import Sealed
from tests.support.words import small_engine

NEUTRAL = (
    "No acute distress.",
    "Vital signs are stable; temperature 36.8, pulse 72.",
    "What is the usual dose of amoxicillin?",
    "Continue metoprolol 25 mg twice daily.",
    "Parkinson's disease is suspected.",
)
FURTHER = (
    (E.NAME, "Dr. Xanthopo Qorbani examined her.", "Xanthopo Qorbani"),
    (E.NAME, "Patient name: Anna Lee", "Anna Lee"),
    (E.DATE, "DOB: 04/12/1970.", "04/12/1970"),
    (E.DATE, "She came on 2023-04-12.", "2023-04-12"),
)
Row = tuple[E, str, str]
ROWS: tuple[Row, ...] = (*PLANTED, *FURTHER)
rows = st.sampled_from(ROWS)
sentences = st.lists(st.sampled_from([*(text for _, text, _ in ROWS), *NEUTRAL]), min_size=1, max_size=5)

CASELESS = frozenset(E) - {E.NAME, E.GEO, E.PHOTO}
"""Kinds that are found in capitals and in lower case alike; a photo's file name has a case of its own."""

ACCENTED = str.maketrans("aeiounyc", "áèîöūñÿç")
WIDE = str.maketrans("0123456789", "".join(map(chr, range(0xFF10, 0xFF1A))))


def masked(texts: Sequence[str], known: Sequence[Known] = ()) -> list[set[int]]:
    """Per text, where a letter or digit is in a finding."""
    found = small_engine().find([Passage(Sealed(text)) for text in texts], known)
    return [
        {i for f in findings for i in range(f.span.start, f.span.end) if text[i].isalnum()}
        for text, findings in zip(texts, found, strict=True)
    ]


def hides(text: str, value: str) -> bool:
    """Whether each letter and digit of ``value`` is masked in ``text``."""
    start = text.index(value)
    (inside,) = masked([text])
    return {i for i in range(start, start + len(value)) if text[i].isalnum()} <= inside


@given(rows, st.lists(st.sampled_from(NEUTRAL), max_size=3), st.lists(st.sampled_from(NEUTRAL), max_size=3))
def test_sentences_around_it_do_not_hide_an_identifier(row: Row, before: list[str], after: list[str]) -> None:
    assert hides(" ".join([*before, row[1], *after]), row[2])


@given(rows.filter(lambda row: row[0] in CASELESS), st.sampled_from([str.upper, str.lower]))
def test_case_does_not_hide_what_is_no_name_and_no_place(row: Row, cased: object) -> None:
    """Names and places without a cue need their capital, by design: ``will``, ``may``, ``reading`` are words."""
    assert callable(cased)
    assert hides(cased(row[1]), cased(row[2]))


@given(st.sampled_from(["Dr. {}", "my name is {}", "{}"]), st.sampled_from([str.upper, str.lower, str.title]))
def test_a_name_that_is_known_is_found_in_every_case(around: str, cased: object) -> None:
    assert callable(cased)
    name = cased("Xanthopo Qorbani")
    text = around.format(name)
    (inside,) = masked([text], [Known(E.NAME, Sealed("Xanthopo Qorbani"))])
    assert {i for i in range(text.index(name), len(text)) if text[i].isalnum()} <= inside


@given(rows, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]), st.sets(st.integers(0, 20)))
def test_no_normal_form_of_accents_and_wide_digits_hides_an_identifier(row: Row, form: str, places: set[int]) -> None:
    """``José`` and ``Jose`` with a combining accent; addresses of the net are left in ASCII, as they always are."""
    _, text, value = row
    if row[0] not in (E.EMAIL, E.URL, E.PHOTO):
        value = "".join(c.translate(ACCENTED).translate(WIDE) if i in places else c for i, c in enumerate(value))
    changed = text.replace(row[2], value)
    assert hides(unicodedata.normalize(form, changed), unicodedata.normalize(form, value))


@given(rows, st.integers(1, 2), st.booleans())
def test_json_in_a_text_hides_no_identifier_once_or_twice_escaped(row: Row, depth: int, ascii_only: bool) -> None:
    text, value = f'She said: "hello".\n{row[1]}\tÄ', row[2]
    for _ in range(depth):
        text, value = (json.dumps(one, ensure_ascii=ascii_only)[1:-1] for one in (text, value))
    assert hides(text, value)


@given(rows, st.sets(st.integers(0, 20)), st.sampled_from(["\n", "\r\n"]))
def test_a_line_that_ends_beside_an_identifier_does_not_hide_it(row: Row, places: set[int], end: str) -> None:
    """A line that ends *in* an identifier may: the halves of a name on two lines are two names, by design."""
    before, after = row[1].split(row[2])
    spaces = [end if i in places else " " for i in range(before.count(" ") + after.count(" "))]
    left, right = spaces[: before.count(" ")], spaces[before.count(" ") :]
    assert hides(woven(before.split(" "), left) + row[2] + woven(after.split(" "), right), row[2])


def woven(words: list[str], spaces: list[str]) -> str:
    return words[0] + "".join(space + word for space, word in zip(spaces, words[1:], strict=True))


@given(sentences, sentences)
def test_a_further_passage_uncovers_nothing(first: list[str], second: list[str]) -> None:
    text = " ".join(first)
    assert masked([text])[0] <= masked([text, " ".join(second)])[0]


@given(sentences)
def test_passages_of_one_document_hide_nothing_that_its_text_as_a_whole_shows(parts: list[str]) -> None:
    """Cut between paragraphs. A cut in the middle of a sentence may part a cue from its value."""
    (whole,) = masked(["\n\n".join(parts)])
    ends = [0]
    for part in parts:
        ends.append(ends[-1] + len(part) + 2)
    for (start, end), inside in zip(pairwise(ends), masked(parts), strict=True):
        assert {i - start for i in whole if start <= i < end} <= inside


@given(sentences, sentences)
def test_a_text_with_what_was_found_before_it_shows_what_both_together_show(
    first: list[str], second: list[str]
) -> None:
    """Looking back only: what the second text alone tells of the first is released by then, by design."""
    before, after = " ".join(first), " ".join(second)
    (found,) = small_engine().find([Passage(Sealed(before))])
    known = [Known(f.entity, Sealed(before[f.span.start : f.span.end])) for f in found]
    assert masked([before, after])[1] <= masked([after], known)[0]


@given(sentences, st.integers(2, 4))
def test_a_text_over_again_is_masked_over_again(parts: list[str], times: int) -> None:
    text = " ".join(parts)
    (once,) = masked([text])
    (over,) = masked(["\n\n".join([text] * times)])
    starts = range(0, times * (len(text) + 2), len(text) + 2)
    assert {start + i for start in starts for i in once} <= over
