r"""Typed escapes, what they stand for, and the way back to them."""

import pytest

from extproc.detect.entities import EntityType as E
from extproc.detect.escapes import unescaped
from tests.support.words import found


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (r"a\nb\tc\rd", "a\nb\tc\rd"),
        (r"\"\/\'", "\"/'"),
        (r"C:\\Charts", "C:\\Charts"),
        (r"Jos\u00e9", "José"),
        (r"Jos\u00E9", "José"),
        (r"Jos\xe9", "José"),
        (r"\ud83d\ude00!", "\U0001f600!"),
        (r"\ud83d!", "\ud83d!"),
        (r"\ude00\ud83d", "\ude00\ud83d"),
        (r"\\n\\\\n", "\n\n"),
        (r"\\\"\\\\\\\"", '""'),
        (r"Jos\\u00e9 Jos\\\\u00e9", "José José"),
        (r"\\ud83d\\ude00", "\U0001f600"),
        (r"\u00e", r"\u00e"),
        (r"\d+\s", r"\d+\s"),
        ("\\", "\\"),
        ("no escape", "no escape"),
    ],
)
def test_an_escape_at_any_depth_is_the_character_it_stands_for(text: str, meant: str) -> None:
    assert unescaped(text).text == meant


def test_a_range_leads_back_to_whole_escapes() -> None:
    text = r"a\u0062c\\nd"
    read = unescaped(text)
    assert [text[slice(*read.original(i, i + 1))] for i in range(5)] == ["a", r"\u0062", "c", r"\\n", "d"]
    assert read.original(0, 5) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (r'{"note": "Seen.\nMary Smith came"}', (E.NAME, "Mary Smith")),
        (r"SSN:\t219-09-9999", (E.SSN, "219-09-9999")),
        (r"MRN:\n00482913", (E.MRN, "00482913")),
        (r"SSN: \u0032\u0031\u0039-09-9999", (E.SSN, r"\u0032\u0031\u0039-09-9999")),
        (r"{\"ssn\": \"219099999\"}", (E.SSN, "219099999")),
        (r"{\\\"ssn\\\": \\\"219099999\\\"}", (E.SSN, "219099999")),
        (r"on 04\/12\/1970", (E.DATE, r"04\/12\/1970")),
        (r"Dr. Nu\u00f1ez\nleft", (E.NAME, r"Nu\u00f1ez")),
        (r"Dr. Nu\\u00f1ez\\nleft", (E.NAME, r"Nu\\u00f1ez")),
        (r"Dr. Nun\u0303ez left", (E.NAME, r"Nun\u0303ez")),
    ],
)
def test_an_identifier_written_with_escapes_is_found_with_the_whole_of_them(text: str, finding: tuple[E, str]) -> None:
    assert finding in found(text)


@pytest.mark.parametrize(
    "text", [r"C:\new\table.txt", r"match \d+\.\d+ or \bword\b", r"\\server\share", r"\frac{1}{2}"]
)
def test_a_path_or_a_pattern_holds_nothing(text: str) -> None:
    assert found(text) == []


def test_a_path_does_not_hide_what_stands_in_it_or_behind_it() -> None:
    assert found(r"C:\notes\219-09-9999 of Mary Smith") == [(E.SSN, "219-09-9999"), (E.NAME, "Mary Smith")]
