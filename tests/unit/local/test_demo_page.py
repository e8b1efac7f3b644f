"""How the demo is set, in a narrow console without a terminal."""

import io

import pytest
from rich.console import Console

from extproc.local.demo_page import Check, Page, Row, Told

NAME = "Maria Gonzalez"


class Printed:
    """A page and what was printed on it."""

    def __init__(self, width: int = 80, encoding: str = "utf-8", *, terminal: bool = False) -> None:
        self._bytes = io.BytesIO()
        file = io.TextIOWrapper(self._bytes, encoding=encoding, write_through=True)
        self.page = Page(Console(file=file, width=width, force_terminal=terminal, highlight=False), [NAME])
        self._encoding = encoding

    @property
    def text(self) -> str:
        return self._bytes.getvalue().decode(self._encoding)


def told(*checks: Check) -> Told:
    return Told(
        [Row("clinician sent", f"Call {NAME}. " + "word " * 40), Row("provider received", "Call [NAME_1]")], checks
    )


@pytest.mark.parametrize(("width", "widest"), [(80, 80), (60, 60), (200, 100)])
def test_no_line_is_wider_than_the_console_or_a_hundred_columns(width: int, widest: int) -> None:
    printed = Printed(width)
    printed.page.lead("Wardgate", "word " * 60)
    printed.page.step("1  A step", "lead " * 60, told(Check("fact " * 60, True), Check("fact", False, "seen " * 60)))
    assert max(map(len, printed.text.splitlines())) == widest


def test_labels_stand_beside_their_texts() -> None:
    printed = Printed()
    printed.page.step("1  A step", "What it shows.", told())
    assert "clinician sent    Call Maria Gonzalez. word" in printed.text
    assert "provider received Call [NAME_1]" in printed.text


def test_what_looks_like_markup_is_printed_as_it_is() -> None:
    printed = Printed()
    printed.page.step("1  A step", "[bold]", Told([Row("a", "[red]x[/red] ![](y)")], [Check("[dim]fact", True)]))
    printed.page.log("[blue]line")
    assert all(one in printed.text for one in ("[bold]", "[red]x[/red] ![](y)", "[dim]fact", "[blue]line"))


def test_a_check_that_held_has_a_tick_and_one_that_did_not_says_what_there_was() -> None:
    printed = Printed()
    printed.page.step("1", "", told(Check("this held", True, "unseen"), Check("this did not", False, "a leak")))
    assert "✓ this held" in printed.text
    assert "✗ this did not" in printed.text
    assert "but there is: a leak" in printed.text
    assert "unseen" not in printed.text


def test_an_output_that_knows_ascii_alone_is_written_in_ascii() -> None:
    printed = Printed(encoding="ascii")
    printed.page.lead("Wardgate", "lead")
    printed.page.step("1", "lead", told(Check("this held", True), Check("this did not", False, "a leak")))
    assert "ok this held" in printed.text
    assert "NO this did not" in printed.text


def test_identifiers_and_surrogates_stand_out_on_a_terminal() -> None:
    printed = Printed(terminal=True)
    printed.page.step("1", "", told())
    assert f"\x1b[1;31m{NAME}\x1b[0m" in printed.text
    assert "\x1b[1;32m[NAME_1]\x1b[0m" in printed.text


def test_a_log_line_is_not_broken() -> None:
    printed = Printed(width=40)
    printed.page.log("x" * 200)
    assert "x" * 200 in printed.text


@pytest.mark.parametrize(
    ("checks", "held"),
    [
        ((), False),
        ((Check("a", True),), True),
        ((Check("a", True), Check("b", False)), False),
    ],
)
def test_a_step_held_if_it_checked_something_and_all_of_it_held(checks: tuple[Check, ...], held: bool) -> None:
    assert told(*checks).held is held
