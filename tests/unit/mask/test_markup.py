import pytest

from extproc.mask.markup import Markup
from tests.unit.mask.steps import steps


def after(text: str) -> Markup:
    markup = Markup()
    markup.feed(text)
    return markup


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a < b ",
        "<b>",
        "[x](y)",
        '[x](y "z") ',
        "[x]: y ",
        "<a href='x'>",
        "a <5 ",
        "(a](b) ",
        "url(x) ",
        "[x]:\ny\n",
        "<script></script>",
        "[x](y\n\n",
    ],
)
def test_a_place_outside_of_all_markup_is_safe(text: str) -> None:
    assert after(text).safe


@pytest.mark.parametrize(
    "text",
    [
        "<b ",
        "<",  # may become a tag
        "[x](",
        "[x](y ",
        "[x]:",
        "[x]: y 'z",
        "URL( ",
        "<script> ",
        '"https://a.example ',
        '<a "b=" <img src="x> ',  # markdown shows the first as text, and so the second is a tag
        '[x](a b "b [y](<c") ',  # the first is no link, and so the second is one
        "[a]: [b](c d ",
        "<a " * 17 + ">" * 17,
    ],
)
def test_a_place_within_any_markup_is_not(text: str) -> None:
    assert not after(text).safe


@pytest.mark.parametrize(
    ("before", "text", "visible", "written", "in_tag"),
    [
        ("a b<i>c</i>", "d<br>e", "bcde", "b<i>c</i>d<br>e", False),
        ("a b<i ", "x='y z'>c", "bc", "z'>c", False),
        ("a ", "b<i", "b", "b<i", True),
        ("a<", "5", "a<5", "a<5", False),
    ],
)
def test_a_run_is_what_stands_between_blanks(before: str, text: str, visible: str, written: str, in_tag: bool) -> None:
    assert after(before).run_with(text) == (visible, written, in_tag)


def test_looking_ahead_changes_nothing() -> None:
    markup = after("a ")
    markup.run_with("b<i ](")
    assert markup.safe
    assert markup.clear


def test_looking_ahead_costs_little_more_than_reading() -> None:
    markup = after("a " + '<a "' * 7)
    assert steps(lambda: markup.run_with("x>")) < 3 * steps(lambda: markup.feed("x>"))


@pytest.mark.parametrize(
    ("before", "text", "barred"),
    [
        ("<a ", "x", True),
        ("<a ", "x>y", False),
        ("<", "x", False),
        ("<a " * 9, "x>y", True),
        ("<a " * 8, "x>y", False),
        ("x<b >" * 512, "x", False),
        ("x<b >" * 513, "x", True),
        ("x<b > " * 513, "x", False),
        ("x<b >" * 513 + " ", "x", False),
        ("x" * 513, "x", True),
    ],
)
def test_what_can_be_told_without_reading_ahead(before: str, text: str, barred: bool) -> None:
    assert after(before).bars(text) is barred


def test_it_is_clear_at_the_start_of_a_run_with_nothing_open() -> None:
    assert after("a (b) <i>c</i> [x](y) ").clear
    assert not after("a").clear
    assert not after("a (b ").clear
    assert not after("[x]: y ").clear


def test_it_is_calm_while_at_most_delimiters_are_open() -> None:
    assert after('a (b "c ').calm
    for text in ("a", "<b ", "[x](y ", '"https://a.example ', "<a " * 17 + ">" * 17 + " "):
        assert not after(text).calm
