import pytest

from extproc.mask.urls import HOLE, Line, harmless, holds_address

NAME = "Maria Lopez"


@pytest.mark.parametrize(
    "run",
    [
        "_",
        "**_**",
        "(_),",
        "“_”",
        "_'s",
        "_.",
        "_...",
        "_?",
        "|_|",
        ">_",
        "_-ward",
        '{"name":"_"}',
        "_:",
        "_,_",
        "患者_。今",
        "«\u00a0_\u00a0»",
        "患者:_",
        "_12:30",
        "1:_",
        "e\u0301_",
    ],
)
def test_a_name_may_stand_in_a_run_that_is_known_to_be_no_address(run: str) -> None:
    assert harmless(run.replace("_", HOLE), [NAME] * run.count("_"))


@pytest.mark.parametrize(
    "run",
    [
        "a/_",
        "_/a",
        "_@a",
        "@_",
        "#_",
        "?_",
        "a?_",
        "!_",
        "=_",
        "_&",
        "%20_",
        "\\_",
        "_.a",
        "a._",
        "a.b_",
        "tel:_",
        "x+y:_",
        "_(x",
        "_[x",
        "[[_]]",
        "**x:**_",
        "_\u200bx",
        "_\u2044x",
        "_\x0bx",
        "_\u2028x",
        "_。a",
        "<_",
        "_>",
        "$_",
        "_1.-a+b:c",
        "_x*:y",
        "\ue001_",
    ],
)
def test_a_name_may_stand_in_no_other(run: str) -> None:
    assert not harmless(run.replace("_", HOLE), [NAME])


@pytest.mark.parametrize("value", ["https://a.example/?q=", "m.l@example.org", "10.0.0.1", "a/b", "x:y"])
def test_a_value_like_an_address_stands_alone_or_not_at_all(value: str) -> None:
    assert harmless(f"**{HOLE}**,", [value])
    assert harmless(f"({HOLE}'s", [value])
    assert not harmless(HOLE + HOLE, [value, NAME])
    assert not harmless(HOLE + "x", [value])


@pytest.mark.parametrize("value", ["03/14/2024", "2024-03-14", "+1 (617) 555-0100", "MRN-0001", "O'Brien", "3/14"])
def test_ordinary_values_may_stand_beside_others(value: str) -> None:
    assert harmless(f"{HOLE}-{HOLE}", [value, NAME])


@pytest.mark.parametrize("written", ["<x y=https://a>_", "<x y=//a>_", "<x a@b>_", "<x y=a.example>_", "<x mailto:a>_"])
def test_a_tag_that_may_be_text_holds_no_address(written: str) -> None:
    assert holds_address(written)


@pytest.mark.parametrize("written", ["<b>_</b>", '"x">_</td>', "_<br>_.", "Dr._", "1.5<b>_"])
def test_ordinary_tags_hold_none(written: str) -> None:
    assert not holds_address(written)


def outside(text: str) -> bool:
    line = Line()
    for char in text:
        line.feed(char)
    return line.outside


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example ",
        '"https://a.example" ',
        "(https://a.example), ",
        "**https://a.example** ",
        '"(https://a.example ")" ',
        "x (y) https://a.example ",
        "patients' https://a.example ",
        "5' https://a.example\n",
        '"https://a.example \n',
        "src=https://a.example \n",
        '"a" "b ',
        "a) https://a.example ",
        '"\\" https://a" ',
    ],
)
def test_an_address_is_over_at_a_blank_at_the_end_of_its_quotes_or_of_the_line(text: str) -> None:
    assert outside(text)


@pytest.mark.parametrize(
    "text",
    [
        '"https://a.example ',
        '"see https://a.example for ',
        "'//a.example ",
        "`www.a.example ",
        "(mailto:x ",
        '"https://a.example/\\" ',
        '"https://a.example"" ',
        "{https://a.example ",
        "“https://a.example ",
        "image::https://a.example and ",
        "src=//a.example and (x) ",
        '("https://a.example" ',
        '"\\\\a.example ',
        f"{'a' * 40}://a.example (x) ",  # longer than any scheme, and so glued
    ],
)
def test_an_address_in_open_quotes_or_glued_to_text_lasts(text: str) -> None:
    assert not outside(text)


@pytest.mark.parametrize("opening", ['"([' * 40, "([{" * 11, "{" * 33])
def test_more_delimiters_than_anyone_opens_count_as_an_address_to_the_end_of_the_line(opening: str) -> None:
    assert not outside(opening)
    assert not outside(opening + ")]}" * 33 + " ")
    assert outside(opening + "\n")
    assert not outside(opening + "\n" + opening)


def test_delimiters_in_any_number_that_close_again_are_no_address() -> None:
    assert outside("{" * 32 + "}" * 32 + " (x)" * 100 + ' "x"' * 100)


def test_twice_the_open_delimiters_are_twice_the_looks_at_them() -> None:
    looks = 0

    class Looked(str):
        __slots__ = ()
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            nonlocal looks
            looks += 1
            return str(self) == other

    def work(count: int) -> int:
        nonlocal looks
        looks, line = 0, Line()
        for char in '"([' * count:
            line.feed(Looked(char))
        return looks

    assert work(400) < 2.1 * work(200)


def test_the_work_on_one_long_word_does_not_grow_with_its_square() -> None:
    """It would take minutes: what a pattern does cannot be counted."""
    line = Line()
    for word in ("a" * 300_000, " "):
        line.feed_word(word) if word.strip() else line.feed(word)
    assert line.outside
    assert not harmless(HOLE + "a" * 300_000 + ":x", ["x"])


def test_a_line_is_clear_when_nothing_is_open() -> None:
    line = Line()
    for char in '(a "b") ':
        line.feed(char)
    assert line.clear
    line.feed("(")
    assert not line.clear
