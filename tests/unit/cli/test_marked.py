"""How findings look."""

import io

import pytest
from rich.console import Console

from extproc.cli.marked import coloured, plain, shown
from extproc.detect.entities import SAFE_HARBOR_CLASS, EntityType
from extproc.detect.finding import Finding, Span

TEXT = "Martha Collins\n(MRN: 00482913) is well.\n"
FINDINGS = (
    Finding(Span(0, 14), EntityType.NAME, 850, "name_pair"),
    Finding(Span(21, 29), EntityType.MRN, 850, "mrn"),
)
GOLDEN = """\
[NAME: Martha Collins]
(MRN: [MRN: 00482913]) is well.

entity  class  score  recognizer  start  end  text
NAME    A      850    name_pair   0      14   Martha Collins
MRN     H      850    mrn         21     29   00482913
"""


def terminal(text: str, findings: tuple[Finding, ...]) -> str:
    out = io.StringIO()
    coloured(text, findings, Console(file=out, force_terminal=True, color_system="truecolor", width=120))
    return out.getvalue()


def test_without_a_terminal_marks_and_table_are_plain() -> None:
    assert plain(TEXT, FINDINGS) == GOLDEN


def test_a_text_without_findings_says_so() -> None:
    assert plain("well\n", ()) == "well\n\nnothing was found\n"
    assert "nothing was found" in terminal("well", ())


def test_a_terminal_gets_the_same_marks_in_colours() -> None:
    written = terminal(TEXT, FINDINGS)
    assert "[NAME: Martha Collins]" in written
    assert "\x1b[" in written


@pytest.mark.parametrize("entity", EntityType)
def test_each_class_has_a_colour(entity: EntityType) -> None:
    assert SAFE_HARBOR_CLASS[entity] in terminal("x", (Finding(Span(0, 1), entity, 1, "x"),))


@pytest.mark.parametrize(
    ("text", "seen"),
    [("\x1b[2J", "␛[2J"), ("a\nb", "a␊b"), ("\x9b", "\N{REPLACEMENT CHARACTER}"), ("\ud800", "\\ud800")],
)
def test_a_text_cannot_steer_the_terminal(text: str, seen: str) -> None:
    assert shown(text, lines=False) == seen
    assert "\x1b" not in plain(text, ())


def test_line_ends_stay_in_the_text_and_not_in_the_table() -> None:
    finding = Finding(Span(0, 5), EntityType.GEO, 700, "address")
    assert plain("12\nAb", (finding,)).split("\n") == [
        "[GEO: 12",
        "Ab]",
        "",
        "entity  class  score  recognizer  start  end  text",
        "GEO     B      700    address     0      5    12␊Ab",
        "",
    ]


def test_a_long_finding_is_cut_in_the_table_only() -> None:
    text = "x" * 200
    written = plain(text, (Finding(Span(0, 200), EntityType.URL, 950, "url"),))
    assert text in written.split("\n")[0]
    assert f"{'x' * 59}…" in written.split("\n")[3]
