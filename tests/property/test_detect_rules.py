"""Whatever the text: an answer, in order, inside it, clear of surrogates; and work that grows with the text alone."""

import json
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extproc.detect.entities import EntityType as E
from extproc.detect.finding import Finding, Passage
from extproc.detect.fold import OPAQUE
from extproc.detect.overlap import resolve
from extproc.detect.recognizer import Candidate, Tier
from extproc.detect.scan import Scanner
from extproc.detect.selftest import PLANTED
from extproc.sealed import Sealed
from tests.support.words import small_engine

PIECES = st.sampled_from(
    [
        "Dr. ",
        "Anna",
        " Smith",
        "MRN: ",
        "00482913",
        "[NAME_1]",
        "[DATE]",
        "219-09-9999",
        "May",
        " 5, 2023",
        "\n",
        ", ",
        "\u200b",
        "é",
        "\ud800",
        "\x00",
        "St.",
        " Hospital",
        "12 Elm Street",
        "@",
        "example.org",
        "(",
        "'s",
        "-",
        "/",
        "９",
        "عليّ",
        "name is ",
        "patient ",
        "IL 62704",
        "\\",
        r"\n",
        r"\u00e9",
        r"\\u0301",
        r"\ud83d",
        r"\ude00",
        r"\u0032",
        "MRN_",
        "in Boise",
        ".",
    ]
)
TEXTS = st.one_of(st.text(st.characters(codec=None)), st.lists(PIECES, max_size=30).map("".join))


def find(text: str, label: str = "") -> tuple[Finding, ...]:
    return small_engine().find([Passage(Sealed(text), Sealed(label))])[0]


@settings(deadline=None, max_examples=300)
@given(TEXTS, st.one_of(st.just(""), TEXTS))
def test_any_text_is_answered_in_order_inside_it_and_clear_of_surrogates(text: str, label: str) -> None:
    findings = find(text, label)
    ends = [0, *(f.span.end for f in findings)]
    assert all(before <= f.span.start for before, f in zip(ends, findings, strict=False))
    assert ends[-1] <= len(text)
    for opaque in OPAQUE.finditer(text):
        assert all(f.span.end <= opaque.start() or f.span.start >= opaque.end() for f in findings)


ESCAPE = re.compile(r"""\\+(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[nrtbf"'/])?""")


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_no_finding_holds_half_of_a_typed_escape(text: str) -> None:
    inside = {i for escape in ESCAPE.finditer(text) for i in range(escape.start() + 1, escape.end())}
    assert all(f.span.start not in inside and f.span.end not in inside for f in find(text))


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(PLANTED), st.integers(1, 3))
def test_json_in_a_sentence_hides_no_identifier_however_deep_it_is(row: tuple[E, str, str], depth: int) -> None:
    _, text, value = row
    before, after = f"Seen.\n{text}".split(value)
    pieces = ["".join(f"\\u{ord(c):04x}" for c in piece) for piece in (before, value, after)]
    for _ in range(depth):
        pieces = [json.dumps(piece)[1:-1] for piece in pieces]
    whole = 'Summarize: {"note": "' + "".join(pieces) + '"}'
    start = whole.index(pieces[0]) + len(pieces[0])
    covered = {i for f in find(whole) for i in range(f.span.start, f.span.end)}
    ends = [m.end() for m in ESCAPE.finditer(whole, start, start + len(pieces[1]))]
    assert {end - 1 for end, c in zip(ends, value, strict=True) if c.isalnum()} <= covered


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(PLANTED), TEXTS, TEXTS)
def test_surrounding_lines_do_not_hide_an_identifier(row: tuple[E, str, str], before: str, after: str) -> None:
    _, text, value = row
    whole = f"{before}\n\n{text}\n\n{after}"
    start = len(before) + 2 + text.index(value)
    covered = {i for f in find(whole) for i in range(f.span.start, f.span.end)}
    assert {i for i in range(start, start + len(value)) if whole[i].isalnum()} <= covered


CANDIDATES = st.builds(
    lambda start, length, entity, tier: Candidate(start, start + length, entity, tier, "test"),
    st.integers(0, 30),
    st.integers(1, 10),
    st.sampled_from(E),
    st.sampled_from(Tier),
)


@given(st.lists(CANDIDATES, max_size=12))
def test_resolution_never_uncovers_what_was_claimed(candidates: list[Candidate]) -> None:
    text = "Anna Smith, 12 Elm St, Boise and 219-09-9999 more"
    resolved = resolve(candidates, text)
    claimed = {i for c in candidates for i in range(c.start, c.end) if text[i].isalnum()}
    assert claimed <= {i for c in resolved for i in range(c.start, c.end)}
    assert all(a.end <= b.start for a, b in pairwise(resolved))


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "Dr. ",
        "[",
        "[NAME_",
        "John ",
        "John Smith, ",
        "1/",
        "::",
        "MRN: 00482913 ",
        "A'",
        "Aa de la ",
        "Apt 5\nAa, ",
        "é\u0301",
        "www.",
        "+1 ",
        "\\",
        "\\\\n",
        "\\ud83d",
        "\\u0031\\/",
        '\\"ssn\\": ',
        "MRN_00482913_",
        "[MRN_",
        "name_Aaa",
    ],
)
def test_matches_grow_with_the_text_and_not_faster(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """RE2 makes one match linear; what is left to bound is how many matches there are."""
    steps = 0
    finditer = Scanner.finditer

    def counted(self: Scanner, index: int, data: bytes) -> Iterator[tuple[int, int, int]]:
        nonlocal steps
        for match in finditer(self, index, data):
            steps += 1
            yield match

    monkeypatch.setattr(Scanner, "finditer", counted)
    counts = []
    for length in (2_000, 8_000):
        steps = 0
        find(unit * (length // len(unit)))
        counts.append(steps)
    assert counts[1] <= 4 * counts[0] + 40
